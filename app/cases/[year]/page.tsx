import { CasesPage } from '#components/CasesPage.tsx';
import { casesPage } from '#lib/views/cases.ts';
import { pageRoute } from '../../page-route.tsx';

const { Page, generateMetadata } = pageRoute(casesPage, CasesPage);

export { generateMetadata };
export default Page;

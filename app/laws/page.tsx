import { LawsPage } from '#components/LawsPage.tsx';
import { lawsPage } from '#lib/views/laws.ts';
import { pageRoute } from '../page-route.tsx';

const { Page, generateMetadata } = pageRoute(lawsPage, LawsPage);

export { generateMetadata };
export default Page;

import { SubjectIndexPage } from '#components/SubjectIndexPage.tsx';
import { sourcesPage } from '#lib/views/indexes.ts';
import { pageRoute } from '../page-route.tsx';

const { Page, generateMetadata } = pageRoute(sourcesPage, SubjectIndexPage);

export { generateMetadata };
export default Page;

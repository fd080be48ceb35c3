import { SubjectIndexPage } from '#components/SubjectIndexPage.tsx';
import { topicsPage } from '#lib/views/indexes.ts';
import { pageRoute } from '../page-route.tsx';

const { Page, generateMetadata } = pageRoute(topicsPage, SubjectIndexPage);

export { generateMetadata };
export default Page;

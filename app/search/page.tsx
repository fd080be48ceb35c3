import { SearchPage } from '#components/SearchPage.tsx';
import { searchPage } from '#lib/views/search.ts';
import { pageRoute } from '../page-route.tsx';

const { Page, generateMetadata } = pageRoute(searchPage, SearchPage);

export { generateMetadata };
export default Page;

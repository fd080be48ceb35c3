import { FrontPage } from '#components/FrontPage.tsx';
import { frontPage } from '#lib/views/front-page.ts';
import { pageRoute } from './page-route.tsx';

const { Page, generateMetadata } = pageRoute(frontPage, FrontPage);

export { generateMetadata };
export default Page;

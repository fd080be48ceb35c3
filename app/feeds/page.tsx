import { FeedsPage } from '#components/FeedsPage.tsx';
import { feedsPage } from '#lib/views/feeds.ts';
import { pageRoute } from '../page-route.tsx';

const { Page, generateMetadata } = pageRoute(feedsPage, FeedsPage);

export { generateMetadata };
export default Page;

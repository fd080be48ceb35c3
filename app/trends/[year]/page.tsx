import { TrendsPage } from '#components/TrendsPage.tsx';
import { trendsPage } from '#lib/views/trends.ts';
import { pageRoute } from '../../page-route.tsx';

const { Page, generateMetadata } = pageRoute(trendsPage, TrendsPage);

export { generateMetadata };
export default Page;

import { ThreadOrYearPage } from '#components/ThreadOrYearPage.tsx';
import { threadOrYearPage } from '#lib/views/threads.ts';
import { pageRoute } from '../../page-route.tsx';

const { Page, generateMetadata } = pageRoute(threadOrYearPage, ThreadOrYearPage);

export { generateMetadata };
export default Page;

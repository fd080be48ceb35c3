import { ThreadsPage } from '#components/ThreadsPage.tsx';
import { threadsPage } from '#lib/views/threads.ts';
import { pageRoute } from '../page-route.tsx';

const { Page, generateMetadata } = pageRoute(threadsPage, ThreadsPage);

export { generateMetadata };
export default Page;

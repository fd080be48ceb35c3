import { OfflinePage } from '#components/OfflinePage.tsx';
import { offlinePage } from '#lib/views/tools.ts';
import { pageRoute } from '../page-route.tsx';

const { Page, generateMetadata } = pageRoute(offlinePage, OfflinePage);

export { generateMetadata };
export default Page;

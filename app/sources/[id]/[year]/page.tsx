import { TimelinePage } from '#components/TimelinePage.tsx';
import { sourcePage } from '#lib/views/subjects.ts';
import { pageRoute } from '../../../page-route.tsx';

const { Page, generateMetadata } = pageRoute(sourcePage, TimelinePage);

export { generateMetadata };
export default Page;

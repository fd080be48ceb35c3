import { TimelinePage } from '#components/TimelinePage.tsx';
import { topicPage } from '#lib/views/subjects.ts';
import { pageRoute } from '../../../page-route.tsx';

const { Page, generateMetadata } = pageRoute(topicPage, TimelinePage);

export { generateMetadata };
export default Page;

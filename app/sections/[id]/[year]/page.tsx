import { TimelinePage } from '#components/TimelinePage.tsx';
import { sectionPage } from '#lib/views/subjects.ts';
import { pageRoute } from '../../../page-route.tsx';

const { Page, generateMetadata } = pageRoute(sectionPage, TimelinePage);

export { generateMetadata };
export default Page;

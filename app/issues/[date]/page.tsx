import { IssuePage } from '#components/IssuePage.tsx';
import { issuePage } from '#lib/views/issue.ts';
import { pageRoute } from '../../page-route.tsx';

const { Page, generateMetadata } = pageRoute(issuePage, IssuePage);

export { generateMetadata };
export default Page;

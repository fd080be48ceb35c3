import { ClippingPage } from '#components/ClippingPage.tsx';
import { clippingPage } from '#lib/views/tools.ts';
import { pageRoute } from '../page-route.tsx';

const { Page, generateMetadata } = pageRoute(clippingPage, ClippingPage);

export { generateMetadata };
export default Page;

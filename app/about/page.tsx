import { AboutPage } from '#components/AboutPage.tsx';
import { aboutPage } from '#lib/views/about.ts';
import { pageRoute } from '../page-route.tsx';

const { Page, generateMetadata } = pageRoute(aboutPage, AboutPage);

export { generateMetadata };
export default Page;

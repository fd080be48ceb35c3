import { ReviewPage } from '#components/ReviewPage.tsx';
import { reviewPage } from '#lib/views/review.ts';
import { pageRoute } from '../../../page-route.tsx';

const { Page, generateMetadata } = pageRoute(reviewPage, ReviewPage);

export { generateMetadata };
export default Page;

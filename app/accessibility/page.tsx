import { pageRoute } from '#app/page-route.tsx';

export default pageRoute('accessibility');

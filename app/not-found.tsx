import { pageRoute } from '#app/page-route.tsx';

const NotFound = pageRoute('not found');

export default () => NotFound({ params: Promise.resolve({}) });

import { ArchivePage } from '#components/ArchivePage.tsx';
import { archivePage } from '#lib/views/archive.ts';
import { pageRoute } from '../page-route.tsx';

const { Page, generateMetadata } = pageRoute(archivePage, ArchivePage);

export { generateMetadata };
export default Page;

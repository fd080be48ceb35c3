import type { Metadata } from 'next';
import { NotFoundPage } from '#components/NotFoundPage.tsx';
import { loadArchive } from '#lib/content/archive.ts';
import { notFoundPage } from '#lib/views/about.ts';
import { metadataOf } from './page-route.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return metadataOf(notFoundPage(await loadArchive()));
}

export default async function NotFound() {
  return <NotFoundPage {...notFoundPage(await loadArchive())} />;
}

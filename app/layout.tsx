import './globals.css';
import type { Viewport } from 'next';
import type { ReactNode } from 'react';
import { loadArchive } from '#lib/content/archive.ts';
import { paths } from '#lib/site/paths.ts';

/** Every page is rendered on request from the content as it is; the press prints what readers get. */
export const dynamic = 'force-dynamic';

export const viewport: Viewport = { colorScheme: 'light dark' };

export default async function Layout({ children }: { children: ReactNode }) {
  const { site } = await loadArchive();
  return (
    <html lang={site.language}>
      <head>
        <link rel="icon" href={paths.favicon()} type="image/svg+xml" />
      </head>
      <body>{children}</body>
    </html>
  );
}

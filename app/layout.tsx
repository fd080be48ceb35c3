import type { ReactNode } from 'react';
import { Document } from '#components/Document.tsx';
import { loadArchive } from '#lib/content/folder/load-archive.ts';
import { previewScript } from '#lib/site/browser-paths.ts';
import { paths } from '#lib/site/paths.ts';

/** Tells Next to render each page anew for each request. A page then shows the content files as they are now. */
export const dynamic = 'force-dynamic';

export default async function Layout({ children }: { children: ReactNode }) {
  const { site } = await loadArchive();
  return (
    <Document language={site.language}>
      {children}
      {/* Shows changes and faults in an editor's preview: lib/editor/preview-command.ts. */}
      {process.env.NODE_ENV === 'development' && process.env.PREVIEW_EVENTS ? (
        <script
          type="module"
          src={paths.script(previewScript)}
          data-events={process.env.PREVIEW_EVENTS}
        />
      ) : null}
    </Document>
  );
}

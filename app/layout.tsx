import './globals.css';
import './print.css';
import './transitions.css';
import '#components/enhance/elements.css';
import type { ReactNode } from 'react';
import { loadArchive } from '#lib/content/archive.ts';
import { previewScript } from '#lib/site/browser-paths.ts';
import { paths } from '#lib/site/paths.ts';

/** Every page is rendered on request from the content as it is; the press prints what readers get. */
export const dynamic = 'force-dynamic';

/**
 * Sets the colour scheme and text size that the reader chose before anything is painted. Where the
 * browser closes its storage, asking throws and the page stays as it is.
 */
const KEPT_SETTINGS = `try{for(let k of ['theme','size']){let v=localStorage.getItem('dibao.'+k);if(v)document.documentElement.dataset[k]=v}}catch(e){if(!(e instanceof DOMException))throw e}`;

export default async function Layout({ children }: { children: ReactNode }) {
  const { site } = await loadArchive();
  return (
    // The script below sets what the reader chose before React sees the element.
    <html lang={site.language} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours */}
        <script data-own="" dangerouslySetInnerHTML={{ __html: KEPT_SETTINGS }} />
      </head>
      <body>
        {children}
        {/* Where an editor's preview tells of changes and faults: lib/editor/preview-command.ts. */}
        {process.env.NODE_ENV === 'development' && process.env.PREVIEW_EVENTS ? (
          <script
            type="module"
            src={paths.script(previewScript)}
            data-events={process.env.PREVIEW_EVENTS}
          />
        ) : null}
      </body>
    </html>
  );
}

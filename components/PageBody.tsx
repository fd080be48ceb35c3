import type { ReactNode } from 'react';
import type { PageProps } from '#lib/views/frame.ts';
import { Head } from './Head.tsx';
import { StructuredData } from './StructuredData.tsx';

/** The body of a page with its metadata: `Head`, which React moves to the document's head, and JSON-LD at the end. */
export function PageBody({ head, frame, children }: PageProps & { children: ReactNode }) {
  return (
    <>
      <Head head={head} frame={frame} />
      {children}
      <StructuredData data={head.data} />
    </>
  );
}

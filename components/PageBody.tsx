import type { ReactNode } from 'react';
import type { PageProps } from '#lib/views/frame.ts';
import { Head } from './Head.tsx';
import { StructuredData } from './StructuredData.tsx';

/** What a page's component renders, with what the page says of itself: in the head, and as data at the end. */
export function PageBody({ head, frame, children }: PageProps & { children: ReactNode }) {
  return (
    <>
      <Head head={head} frame={frame} />
      {children}
      <StructuredData data={head.data} />
    </>
  );
}

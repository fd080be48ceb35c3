import { notFound } from 'next/navigation';
import { createElement, type ReactNode } from 'react';
import { PageBody } from '#components/PageBody.tsx';
import { pageComponents } from '#components/page-components.ts';
import { loadArchive } from '#lib/content/folder/load-archive.ts';
import { type PageKind, type ParamsOf, pageTable } from '#lib/views/page-table.ts';

/** The route of a kind of page: loads the archive and renders the page, or answers 404 where there is none. */
export function pageRoute<Kind extends PageKind>(kind: Kind) {
  return async ({ params }: { params: Promise<ParamsOf<Kind>> }): Promise<ReactNode> => {
    const archive = await loadArchive();
    const { view } = pageTable[kind];
    const props = (await params.then((given) => view(archive, decode(given)))) ?? notFound();
    return <PageBody {...props}>{createElement(pageComponents[kind], props)}</PageBody>;
  };
}

/** Next hands over the steps of an address as they were sent, percent-encoded. */
function decode<Params>(params: Params): Params {
  const letters: Record<string, string> = {};
  for (const name in params) {
    const step = params[name];
    if (typeof step === 'string') letters[name] = decodeURIComponent(step);
  }
  return { ...params, ...letters };
}

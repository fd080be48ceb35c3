import { notFound } from 'next/navigation';
import { createElement, type ReactNode } from 'react';
import { PageBody } from '#components/PageBody.tsx';
import { pageComponents } from '#components/page-components.ts';
import { loadArchive } from '#lib/content/folder/load-archive.ts';
import { type PageKind, type ParamsOf, pageTable } from '#lib/views/page-table.ts';

/** Makes the route of a kind of page. It loads the archive and renders the page; it answers 404 if there is no page. */
export function pageRoute<Kind extends PageKind>(kind: Kind) {
  return async ({ params }: { params: Promise<ParamsOf<Kind>> }): Promise<ReactNode> => {
    const archive = await loadArchive();
    const { view } = pageTable[kind];
    const props = (await params.then((encoded) => view(archive, decode(encoded)))) ?? notFound();
    return <PageBody {...props}>{createElement(pageComponents[kind], props)}</PageBody>;
  };
}

/** Decodes the parameters of a route: Next passes them percent-encoded. */
function decode<Params>(params: Params): Params {
  const letters: Record<string, string> = {};
  for (const name in params) {
    const step = params[name];
    if (typeof step === 'string') letters[name] = decodeURIComponent(step);
  }
  return { ...params, ...letters };
}

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache, type ReactNode } from 'react';
import { StructuredData } from '#components/StructuredData.tsx';
import { cardSize } from '#lib/cards/card.ts';
import { type Archive, loadArchive } from '#lib/content/archive.ts';
import { iconAddress } from '#lib/site/icon.ts';
import { paths } from '#lib/site/paths.ts';
import type { Head, PageProps } from '#lib/views/frame.ts';

type Params = Record<string, string>;
type RouteProps<P extends Params> = { params: Promise<P> };

/**
 * A route made of a view and a component: load the archive, make the page's props, then render them,
 * or answer 404 where the view has nothing.
 */
export function pageRoute<P extends Params, Props extends PageProps>(
  view: (archive: Archive, params: P) => Props | undefined,
  Component: (props: Props) => ReactNode,
) {
  // A request asks twice, and hands over the parameters in other objects.
  const made = cache(() => new Map<string, Props | undefined>());
  const propsOf = async (params: Promise<P>) => {
    const archive = await loadArchive();
    const decoded = decode(await params);
    const key = JSON.stringify(decoded);
    if (!made().has(key)) made().set(key, view(archive, decoded));
    return made().get(key);
  };
  return {
    async generateMetadata({ params }: RouteProps<P>): Promise<Metadata> {
      const props = await propsOf(params);
      return props === undefined ? {} : metadataOf(props);
    },
    async Page({ params }: RouteProps<P>) {
      const props = (await propsOf(params)) ?? notFound();
      return (
        <>
          <Component {...props} />
          <StructuredData data={props.head.data} />
        </>
      );
    },
  };
}

export function metadataOf({ head, frame }: PageProps): Metadata {
  const { shared, article } = head;
  return {
    title: head.title,
    description: head.description,
    ...(head.unlisted ? { robots: { index: false } } : {}),
    alternates: { canonical: head.canonical, types: alternateTypes(head) },
    // Search engines look for the file on the front page.
    icons: {
      icon: head.installable ? { url: paths.favicon(), type: 'image/svg+xml' } : iconAddress,
    },
    ...(head.installable ? { manifest: paths.manifest() } : {}),
    // https://ogp.me: what stands for the page where someone shares it.
    openGraph: {
      title: head.title,
      description: head.description,
      url: head.canonical,
      siteName: frame.name,
      locale: shared.locale,
      images: { url: shared.image, ...cardSize, alt: shared.alt },
      ...(article === undefined
        ? { type: 'website' }
        : {
            type: 'article',
            publishedTime: article.published,
            ...(article.updated === article.published ? {} : { modifiedTime: article.updated }),
          }),
    },
    // All else is taken from Open Graph, by those who read this too.
    twitter: { card: 'summary_large_image' },
  };
}

/** Links to other forms of a page as Next takes them: by media type. */
function alternateTypes({ feeds, markdown }: Head) {
  const byType: Record<string, { url: string; title?: string }[]> = {};
  for (const { type, url, title } of feeds) {
    byType[type] ??= [];
    byType[type].push({ url, title });
  }
  if (markdown !== undefined) byType['text/markdown'] = [{ url: markdown }];
  return byType;
}

/** Next hands over the steps of an address as they were sent, percent-encoded. */
function decode<P extends Params>(params: P): P {
  const decoded = { ...params };
  for (const name in decoded) {
    const value = params[name];
    if (value !== undefined) Object.assign(decoded, { [name]: decodeURIComponent(value) });
  }
  return decoded;
}

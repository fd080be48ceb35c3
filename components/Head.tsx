import { iconAddress } from '#lib/site/icon.ts';
import { paths } from '#lib/site/paths.ts';
import type { PageProps } from '#lib/views/frame.ts';
import { CitationTags } from './CitationTags.tsx';

/**
 * The metadata of a page, for browsers, search engines and services where it is shared. React moves it into the
 * document's head.
 */
export function Head({ head, frame }: PageProps) {
  const { title, description, canonical, feeds, markdown, shared, article } = head;
  return (
    <>
      <title>{title}</title>
      <meta name="description" content={description} />
      {head.unlisted ? <meta name="robots" content="noindex" /> : null}
      {/* Search engines may show the card in full size beside a page of news. */}
      {article === undefined ? null : <meta name="robots" content="max-image-preview:large" />}
      <link rel="canonical" href={canonical} />
      {/* Scripts read from it where an error in an item is reported: `enhance/item/report.ts`. */}
      {frame.report && <link rel="help" href={frame.report.href} data-to={frame.report.template} />}
      {feeds.map((feed) => (
        <link key={feed.url} rel="alternate" type={feed.type} title={feed.title} href={feed.url} />
      ))}
      {markdown === undefined ? null : (
        <link rel="alternate" type="text/markdown" href={markdown} />
      )}
      {/* https://ogp.me: how the page is shown where someone shares it. */}
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={canonical} />
      <meta property="og:site_name" content={frame.name} />
      {shared.locale === undefined ? null : <meta property="og:locale" content={shared.locale} />}
      <meta property="og:image" content={shared.image} />
      <meta property="og:image:width" content={String(shared.width)} />
      <meta property="og:image:height" content={String(shared.height)} />
      <meta property="og:image:alt" content={shared.alt} />
      <meta property="og:type" content={article === undefined ? 'website' : 'article'} />
      {article === undefined ? null : (
        <meta property="article:published_time" content={article.published} />
      )}
      {article === undefined || article.updated === article.published ? null : (
        <meta property="article:modified_time" content={article.updated} />
      )}
      {head.citation === undefined ? null : <CitationTags citation={head.citation} />}
      {/* Services that read this tag take everything else from Open Graph. */}
      <meta name="twitter:card" content="summary_large_image" />
      {/* The front page links to files, for search engines; a browser that draws no SVG takes the .ico. */}
      {head.installable ? <link rel="icon" href={paths.faviconIco()} sizes="32x32" /> : null}
      <link
        rel="icon"
        href={head.installable ? paths.favicon() : iconAddress}
        type={head.installable ? 'image/svg+xml' : undefined}
      />
      <link rel="apple-touch-icon" href={paths.touchIcon()} />
      {head.installable ? <link rel="manifest" href={paths.manifest()} /> : null}
    </>
  );
}

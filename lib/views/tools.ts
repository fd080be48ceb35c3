import type { Archive } from '#lib/content/archive.ts';
import { PAPER } from '#lib/site/colours.ts';
import { paths } from '#lib/site/paths.ts';
import { type PageProps, pageProps } from './frame.ts';

/** 选编: a reader puts the items that she ticked in order and exports them. */
export function clippingPage(archive: Archive): PageProps {
  const description = `把${archive.site.name}各期的消息选到一起，排好次序，导出或打印。`;
  return pageProps(archive, { title: '选编', description, path: paths.clipping(), unlisted: true });
}

/** The page that a reader without a network sees in place of a page that her browser has not stored. */
export function offlinePage(archive: Archive): PageProps {
  const description = '没有网络，也没有存下这一页。';
  return pageProps(archive, {
    title: '没有网络',
    description,
    path: paths.offline(),
    unlisted: true,
  });
}

/** The web app manifest: https://www.w3.org/TR/appmanifest/. */
export function manifestOf({ site }: Archive) {
  return {
    name: site.name,
    short_name: site.name,
    description: site.description,
    lang: site.language,
    start_url: paths.home(),
    display: 'minimal-ui',
    background_color: PAPER,
    theme_color: PAPER,
    icons: [
      { src: paths.favicon(), type: 'image/svg+xml', sizes: 'any' },
      { src: '/icon-192.png', type: 'image/png', sizes: '192x192' },
      { src: '/icon-512.png', type: 'image/png', sizes: '512x512' },
      { src: '/icon-512.png', type: 'image/png', sizes: '512x512', purpose: 'maskable' },
    ],
  };
}

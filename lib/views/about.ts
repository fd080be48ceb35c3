import type { Archive } from '#lib/content/archive.ts';
import { keptInBrowser } from '#lib/site/kept-in-browser.ts';
import { keys } from '#lib/site/keys.ts';
import { paths } from '#lib/site/paths.ts';
import type { Site } from '#lib/site/site.ts';
import { aboutData } from '#lib/syndication/structured-data/site.ts';
import { type PageProps, pageProps } from './frame.ts';

/** 关于: what the publication is, who makes it, how to cite and reprint from it, how to use the site, and whom to write to. */
export type AboutProps = PageProps & {
  name: string;
  about: string[];
  sections: { id: string; name: string; description: string }[];
  reprint: string;
  contact: Site['contact'];
  frequency: string | undefined;
  editors: string[];
  /** The keys, with what each does. */
  keys: { key: string; what: string }[];
  /** What the site keeps in the browser. */
  kept: string[];
};

export function aboutPage(archive: Archive): AboutProps {
  const { site, sections } = archive;
  const title = `关于${site.name}`;
  return {
    ...pageProps(archive, {
      title,
      description: site.about[0] ?? site.tagline,
      path: paths.about(),
      data: aboutData(archive, title),
    }),
    name: site.name,
    about: site.about,
    sections: sections.map(({ id, name, description }) => ({ id, name, description })),
    reprint: site.reprint,
    contact: site.contact,
    frequency: site.frequency,
    editors: site.editors ?? [],
    keys: keys.map(([key, what]) => ({ key, what })),
    kept: [...new Set(Object.values(keptInBrowser))],
  };
}

/** The page that a host serves for an address that does not exist. */
export function notFoundPage(archive: Archive): PageProps {
  const description = '这个地址没有对应的页面。';
  return pageProps(archive, {
    title: '没有这个页面',
    description,
    path: paths.notFound(),
    unlisted: true,
  });
}

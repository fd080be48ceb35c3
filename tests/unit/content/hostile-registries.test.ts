import { describe, expect, test } from 'vitest';
import type { Archive } from '#lib/content/archive.ts';
import type { Registries } from '#lib/content/registries/registries.ts';
import { writeRedirects } from '#lib/publish/host-files/cloudflare.ts';
import { movesOf } from '#lib/publish/host-files/host-files.ts';
import { readOrigin } from '#lib/site/site.ts';
import { isSlug } from '#tests/support/attacks/look.ts';
import { attacks } from '#tests/support/attacks/strings.ts';
import { factsOf, parseRegistryTexts, registryTexts } from '#tests/support/registries.ts';

const texts = attacks.map(({ text }) => text);
const quoted = (text: string) => JSON.stringify(text);
const SITE = registryTexts['site.yml'];
type Files = Partial<typeof registryTexts>;

/** The registries made of the given files; the other files are empty, so that a fault is in a given one. */
function read(files: Files): Registries | undefined {
  const empty = { 'sections.yml': '', 'sources.yml': '', 'topics.yml': '', 'redirects.yml': '' };
  return parseRegistryTexts({ 'site.yml': SITE, ...empty, ...files }).registries;
}

/** What of registries could do harm on a page, in an address or in a file for hosts. */
function dangersOf({ site, sections, sources, feeds, topics, redirects }: Registries): string[] {
  const archive: Archive = {
    site,
    sections: [],
    sources: [],
    topics: [],
    entities: [],
    redirects,
    threads: [],
    desk: [],
    today: '2025-04-07',
    issues: [],
    factsOf,
    readPublicFile: async () => undefined,
  };
  const lines = writeRedirects(movesOf(archive)).split('\n').filter(Boolean);
  const ids = [...sections.entries, ...topics].map(({ id }) => id);
  const { mail } = site;
  return [
    ...[readOrigin(site.origin)].filter((origin) => !/^https?:\/\/[^/\s]+\/?$/.test(origin ?? '')),
    ...[mail?.from?.address ?? ''].filter((address) => /[\r\n<>]/.test(address)),
    ...[mail?.unsubscribe?.https ?? 'https:'].filter((url) => !/^https:/.test(url)),
    ...[site.contact?.url ?? 'https:'].filter((url) => !/^https:/.test(url)),
    ...[site.publicSecurityEmblem ?? '/a'].filter((path) => !/^\/[^/\\\s]/.test(path)),
    ...ids.filter((id) => !/^[a-z][a-z0-9-]*$/.test(id)),
    ...sources.entries.flatMap(({ url = 'https:' }) => (/^https?:/.test(url) ? [] : [url])),
    ...feeds.flatMap(({ url }) => (/^https?:/.test(url) ? [] : [url])),
    ...sources.entries.flatMap(({ slug }) => (isSlug(slug) ? [] : [slug])),
    // A line of `_redirects` is three words: more would be another redirect.
    ...lines.filter((line) => !/^\/[^\s?#]* (\/|https?:)\S* 308$/.test(line)),
  ].map((danger) => danger ?? 'no origin');
}

describe('a registry takes in nothing that could do harm', () => {
  // A site with a fault is none at all, and a file that is no YAML has no entries: each attack by itself.
  const alone: Record<string, (attack: string) => Files> = {
    'the name of the site': (t) => ({ 'site.yml': SITE.replace('试刊', () => quoted(t)) }),
    'the origin of the site': (t) => ({
      'site.yml': SITE.replace('https://digest.example', () => quoted(t)),
    }),
    'the tag of the site': (t) => ({
      'site.yml': SITE.replace('digest.example,2025', () => quoted(t)),
    }),
    'the language': (t) => ({ 'site.yml': SITE.replace('zh-CN', () => quoted(t)) }),
    'the sender of mail': (t) => ({ 'site.yml': `${SITE}mail: { from: ${quoted(t)} }\n` }),
    'where one unsubscribes': (t) => ({
      'site.yml': `${SITE}mail: { unsubscribe: { https: ${quoted(t)} } }\n`,
    }),
    'where one reports errors': (t) => ({
      'site.yml': `${SITE}contact: { url: ${quoted(t)} }\n`,
    }),
    'the emblem of the police': (t) => ({
      'site.yml': `${SITE}publicSecurityEmblem: ${quoted(t)}\n`,
    }),
    'a registry as it is': (t) => ({ 'sources.yml': t, 'topics.yml': t, 'redirects.yml': t }),
  };
  test.each(Object.entries(alone))('as %s', (_, filesWith) => {
    const dangers = texts.flatMap((text) => {
      const registries = read(filesWith(text));
      return registries === undefined ? [] : dangersOf(registries).map((danger) => [text, danger]);
    });
    expect(dangers).toEqual([]);
    expect('polluted' in {}).toBe(false);
  });

  // An entry with a fault is left out, and all others stay: all attacks in one file, an entry each.
  const entries: Record<
    string,
    [keyof typeof registryTexts, (attack: string, at: number) => string]
  > = {
    'the id of a section': [
      'sections.yml',
      (t, at) => `- { id: ${quoted(t)}, name: 甲${at}, description: 乙 }`,
    ],
    'the id of a topic': [
      'topics.yml',
      (t, at) => `- { id: ${quoted(t)}, name: 甲${at}, description: 乙, terms: [丙] }`,
    ],
    'the terms of a topic': [
      'topics.yml',
      (t, at) => `- { id: a${at}, name: 甲${at}, description: 乙, terms: [${quoted(t)}] }`,
    ],
    'the name of a source': ['sources.yml', (t) => `- { name: ${quoted(t)} }`],
    'the address of a source': ['sources.yml', (t, at) => `- { name: 甲${at}, url: ${quoted(t)} }`],
    'the feed of a source': ['sources.yml', (t, at) => `- { name: 甲${at}, feed: [${quoted(t)}] }`],
    'a key of a registry': ['sources.yml', (t, at) => `- { name: 甲${at}, ${quoted(t)}: 乙 }`],
    'an old path': ['redirects.yml', (t) => `${quoted(t)}: /archive`],
    'where an old path leads': ['redirects.yml', (t, at) => `/old-${at}: ${quoted(t)}`],
  };
  test.each(Object.entries(entries))('as %s', (_, [name, write]) => {
    const good: Record<string, string> = {
      'sections.yml': '- { id: good, name: 好, description: 好 }',
      'sources.yml': '- { name: 好 }',
      'topics.yml': '- { id: good, name: 好, description: 好, terms: [好] }',
      'redirects.yml': '/good: /archive',
    };
    const registries = read({ [name]: [...texts.map(write), good[name], ''].join('\n') });
    if (registries === undefined) throw new Error('there are no registries');
    expect(dangersOf(registries)).toEqual([]);
    // The last entry shows that the file was read to its end.
    const { sections, sources, topics, redirects } = registries;
    const names = [...sections.entries, ...sources.entries, ...topics].map((entry) => entry.name);
    expect([...names, ...redirects.map(({ from }) => from)]).toContain(
      name === 'redirects.yml' ? '/good' : '好',
    );
    expect('polluted' in {}).toBe(false);
  });
});

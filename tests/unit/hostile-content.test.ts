import { describe, expect, test } from 'vitest';
import type { Archive } from '#lib/content/archive.ts';
import type { Issue, Item } from '#lib/content/issue.ts';
import { parseRegistries } from '#lib/content/registries/registries.ts';
import { wechatEdition } from '#lib/editions/wechat/edition.ts';
import { writeRedirects } from '#lib/publish/host-files/cloudflare.ts';
import { movesOf } from '#lib/publish/host-files/host-files.ts';
import { slugOf } from '#lib/site/paths.ts';
import type { PublicFile } from '#lib/site/public-file.ts';
import { readOrigin } from '#lib/site/site.ts';
import { filesOf } from '#lib/views/files.ts';
import { dangersIn, dangersInHtml } from '#tests/support/attacks/look.ts';
import { places } from '#tests/support/attacks/places.ts';
import { attacks } from '#tests/support/attacks/strings.ts';
import { parseText, registryTexts, testRegistries } from '#tests/support/registries.ts';

test('there are some two hundred and fifty attacks, no two alike', () => {
  expect(new Set(attacks.map(({ text }) => text)).size).toBe(attacks.length);
  expect(attacks.length).toBeGreaterThanOrEqual(250);
});

/** What a text is parsed to; once, for each is looked at by itself and then in every form. */
const parsed = new Map<string, ReturnType<typeof parseText>>();
function parseOnce(text: string): ReturnType<typeof parseText> {
  const known = parsed.get(text) ?? parseText(text);
  parsed.set(text, known);
  return known;
}

const itemsOf = (issue: Issue | undefined) => issue?.sections.flatMap(({ items }) => items) ?? [];

describe.each(places)('in $name', ({ write }) => {
  test('no attack becomes more than text and what Markdown means', () => {
    for (const { text } of attacks) {
      const { issue, diagnostics } = parseOnce(write(text));
      expect(issue?.date).toBe('2025-03-31');
      const html = [issue?.lead, ...itemsOf(issue).map((item) => item.html)];
      for (const each of html) expect(dangersInHtml(each?.__html ?? ''), text).toEqual([]);
      for (const { attributions } of itemsOf(issue)) {
        for (const { url, source } of attributions) {
          if (url !== undefined) expect(url).toMatch(/^https?:\/\//i);
          expect(source.slug, text).toMatch(/^[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}-]*$/u);
          expect(Buffer.byteLength(source.slug), text).toBeLessThanOrEqual(200);
        }
      }
      // What is told of it names a place in the file, and nothing else happened.
      for (const { line } of diagnostics.messages) expect(line).toBeGreaterThan(0);
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect('polluted' in {}).toBe(false);
  });
});

const registries = testRegistries();
const place = { path: 'issues/2025-03-31.md', line: 1, column: 1 };

/** The items that a string makes of the places where Markdown makes something of it, each body once. */
function itemsWith(text: string): Item[] {
  const bodies = new Map<string, Item>();
  for (const { shapes, write } of places) {
    if (!shapes) continue;
    for (const item of itemsOf(parseOnce(write(text)).issue)) bodies.set(item.html.__html, item);
  }
  return [...bodies.values()].map((item, index) => ({
    ...item,
    id: `i${index}`,
    title: text,
    topics: ['ai'],
    corrections: [{ text, date: '2025-04-01' }],
    attributions: [
      {
        source: { name: text, slug: slugOf(text) || 'x', aliases: [], url: 'https://example.com/' },
        url: 'https://example.com/a',
        place,
      },
    ],
  }));
}

/** An archive in which all that is text is one string. */
function archiveOf(text: string): Archive {
  const section = { id: 'industry', name: text, aliases: [text], description: text };
  const items = itemsWith(text);
  return {
    site: {
      ...registries.site,
      ...{ name: text, tagline: text, description: text, about: [text], reprint: text, icp: text },
      contact: { address: text },
      mail: { from: { name: text, address: 'a@digest.example' } },
    },
    sections: [section],
    sources: items.slice(0, 1).flatMap(({ attributions }) => attributions.map((a) => a.source)),
    topics: [{ id: 'ai', name: text, description: text, terms: [text] }],
    redirects: [],
    threads: [],
    today: '2025-04-07',
    issues: [
      {
        ...{ date: '2025-03-31', updated: '2025-04-01', number: 1, draft: false, place },
        ...{ title: text, summary: text, editor: text, leadText: text },
        lead: items[0]?.html ?? { __html: '' },
        sections: [{ section, items, place }],
      },
    ],
    readPublic: async () => undefined,
  };
}

/** Each writer once: the feeds of sections, topics and sources are written as that of all items is. */
const isOfItsKind = ({ path, kind }: PublicFile) =>
  kind !== 'card' && !/^\/(sections|topics|sources)\/|^\/archive\/.*epub$/.test(path);

describe.each(attacks.map(({ text }) => [JSON.stringify(text), text]))(
  'as every text: %s',
  (_, text) => {
    test('is harmless in every edition, feed and file', async () => {
      const archive = archiveOf(text);
      for (const file of filesOf(archive).filter(isOfItsKind))
        expect(await dangersIn(file.path, await file.write()), file.path).toEqual([]);
      const [issue] = archive.issues;
      const article = issue && wechatEdition(issue, archive.site).html;
      expect(await dangersIn('/issues/2025-03-31/wechat', article ?? '')).toEqual([]);
    });
  },
);

describe('a registry', () => {
  const quoted = (text: string) => JSON.stringify(text);
  const fields: Record<string, (attack: string) => Partial<typeof registryTexts>> = {
    'the name of the site': (t) => ({
      'site.yml': registryTexts['site.yml'].replace('试刊', quoted(t)),
    }),
    'the origin of the site': (t) => ({
      'site.yml': registryTexts['site.yml'].replace('https://digest.example', quoted(t)),
    }),
    'the tag of the site': (t) => ({
      'site.yml': registryTexts['site.yml'].replace('digest.example,2025', quoted(t)),
    }),
    'the language': (t) => ({ 'site.yml': registryTexts['site.yml'].replace('zh-CN', quoted(t)) }),
    'the sender of mail': (t) => ({
      'site.yml': `${registryTexts['site.yml']}mail: { from: ${quoted(t)} }\n`,
    }),
    'where one unsubscribes': (t) => ({
      'site.yml': `${registryTexts['site.yml']}mail: { unsubscribe: { https: ${quoted(t)} } }\n`,
    }),
    'the id of a section': (t) => ({
      'sections.yml': `- { id: ${quoted(t)}, name: 甲, description: 乙 }\n`,
    }),
    'the id of a topic': (t) => ({
      'topics.yml': `- { id: ${quoted(t)}, name: 甲, description: 乙, terms: [丙] }\n`,
    }),
    'the terms of a topic': (t) => ({
      'topics.yml': `- { id: a, name: 甲, description: 乙, terms: [${quoted(t)}] }\n`,
    }),
    'the name of a source': (t) => ({ 'sources.yml': `- { name: ${quoted(t)} }\n` }),
    'the address of a source': (t) => ({ 'sources.yml': `- { name: 甲, url: ${quoted(t)} }\n` }),
    'an old path': (t) => ({ 'redirects.yml': `${quoted(t)}: /archive\n` }),
    'where an old path leads': (t) => ({ 'redirects.yml': `/old: ${quoted(t)}\n` }),
    'a key of a registry': (t) => ({ 'sources.yml': `- { name: 甲, ${quoted(t)}: 乙 }\n` }),
    'a registry as it is': (t) => ({ 'sources.yml': t, 'topics.yml': t, 'redirects.yml': t }),
  };

  test.each(Object.entries(fields))('takes in %s nothing that could do harm', (_, textsWith) => {
    for (const { text } of attacks) {
      const texts = { ...registryTexts, ...textsWith(text) };
      const file = (name: keyof typeof texts) => ({ path: name, text: texts[name] });
      const { registries: read } = parseRegistries({
        site: file('site.yml'),
        sections: file('sections.yml'),
        sources: file('sources.yml'),
        topics: file('topics.yml'),
        entities: undefined,
        redirects: file('redirects.yml'),
        threads: undefined,
      });
      if (read === undefined) continue;
      const { site, sections, sources, topics, redirects } = read;
      expect(readOrigin(site.origin)).toMatch(/^https?:\/\/[^/\s]+\/?$/);
      expect(site.mail?.from?.address ?? '').not.toMatch(/[\r\n<>]/);
      expect(site.mail?.unsubscribe?.https ?? 'https:').toMatch(/^https:/);
      for (const { id } of [...sections.entries, ...topics])
        expect(id).toMatch(/^[a-z][a-z0-9-]*$/);
      for (const { url, slug } of sources.entries) {
        if (url !== undefined) expect(url).toMatch(/^https?:/);
        expect(slug, text).toMatch(/^[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}-]*$/u);
        expect(Buffer.byteLength(slug), text).toBeLessThanOrEqual(200);
      }
      // A line of `_redirects` is three words: more would be another redirect.
      const lines = writeRedirects(movesOf({ ...archiveOf('甲'), redirects, issues: [] }));
      for (const line of lines.split('\n').filter(Boolean))
        expect(line).toMatch(/^\/[^\s?#]* (\/|https?:)\S* 308$/);
    }
    expect('polluted' in {}).toBe(false);
  });
});

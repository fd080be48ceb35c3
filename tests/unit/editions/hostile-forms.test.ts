import { describe, expect, test } from 'vitest';
import type { Archive } from '#lib/content/archive.ts';
import type { Item } from '#lib/content/issue.ts';
import { wechatEdition } from '#lib/editions/wechat/edition.ts';
import { slugOf } from '#lib/site/paths.ts';
import type { PublicFile } from '#lib/views/files.ts';
import { filesOf } from '#lib/views/files.ts';
import { dangersIn } from '#tests/support/attacks/look.ts';
import { places } from '#tests/support/attacks/places.ts';
import { attacks } from '#tests/support/attacks/strings.ts';
import { factsOf, parseText, testRegistries } from '#tests/support/registries.ts';

const registries = testRegistries();
const place = { path: 'issues/2025-03-31.md', line: 1, column: 1 };

/** The items that a string makes of the places where Markdown makes something of it, each body once. */
function itemsWith(text: string): Item[] {
  const bodies = new Map<string, Item>();
  for (const { shapes, write } of places) {
    if (!shapes) continue;
    const sections = parseText(write(text)).issue?.sections ?? [];
    for (const { items } of sections) for (const item of items) bodies.set(item.html.__html, item);
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
    topics: [{ id: 'ai', name: text, description: text, terms: [text], entities: [] }],
    entities: [],
    redirects: [],
    threads: [],
    desk: [],
    today: '2025-04-07',
    issues: [
      {
        ...{ date: '2025-03-31', updated: '2025-04-01', number: 1, draft: false, place },
        ...{ title: text, summary: text, editor: text, leadText: text },
        lead: items[0]?.html ?? { __html: '' },
        sections: [{ section, items, place }],
      },
    ],
    factsOf,
    readPublicFile: async () => undefined,
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

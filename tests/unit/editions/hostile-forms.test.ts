import { describe, expect, test } from 'vitest';
import type { Archive } from '#lib/content/archive.ts';
import type { IssueSection, Item } from '#lib/content/issue.ts';
import { wechatEdition } from '#lib/editions/wechat/edition.ts';
import { paths, slugOf } from '#lib/site/paths.ts';
import type { FileContent } from '#lib/site/public-file.ts';
import type { PublicFile } from '#lib/views/files.ts';
import { filesOf } from '#lib/views/files.ts';
import { dangersIn } from '#tests/support/attacks/look.ts';
import { places, sectionOf } from '#tests/support/attacks/places.ts';
import { attacks } from '#tests/support/attacks/strings.ts';
import { factsOf, parseText, testRegistries } from '#tests/support/registries.ts';

const registries = testRegistries();
const place = { path: 'issues/2025-03-31.md', line: 1, column: 1 };

/** How many strings stand in one archive: a mail has room for the items of so many. */
const TOGETHER = 8;

const shaping = places.filter(({ shapes }) => shapes);

/** An item all of whose text is a string, in each of the places where Markdown makes something of it. */
function itemWith(text: string, id: string): Item {
  const itemsOf = (file: string) =>
    (parseText(file).issue?.sections ?? []).flatMap((section) => section.items);
  const together = itemsOf(
    sectionOf(shaping.map(({ writeItem }) => writeItem?.(text) ?? '').join('\n')),
  );
  // Where one swallows another, each is read by itself.
  const items =
    together.length === shaping.length
      ? together
      : shaping.flatMap(({ write }) => itemsOf(write(text)));
  const bodies = new Map(items.map((item) => [item.html.__html, item.text]));
  const slug = `${slugOf(text) || 'x'}-${id}`;
  return {
    ...{ id, title: text, place, topics: [id] },
    html: { __html: [...bodies.keys()].join('\n') },
    text: [...bodies.values()].join('\n'),
    corrections: [{ text, date: '2025-04-01' }],
    attributions: [
      {
        source: { name: text, slug, aliases: [], url: 'https://example.com/' },
        url: 'https://example.com/a',
        place,
      },
    ],
  };
}

/** An archive in which all that is text is one of some strings, and what there is one of is all of them. */
function archiveOf(texts: readonly string[], parts: readonly IssueSection[]): Archive {
  const text = texts.join(' ');
  return {
    site: {
      ...registries.site,
      ...{ name: text, tagline: text, description: text, about: [...texts], reprint: text },
      icp: text,
      contact: { address: text },
      mail: { from: { name: text, address: 'a@digest.example' } },
    },
    sections: parts.map(({ section }) => section),
    sources: parts.flatMap(({ items }) =>
      items.flatMap(({ attributions }) => attributions.map(({ source }) => source)),
    ),
    topics: texts.map((name, at) => ({
      ...{ id: `t${at}`, name, description: name, terms: [name], entities: [] },
    })),
    entities: [],
    redirects: [],
    threads: [],
    desk: [],
    today: '2025-04-07',
    issues: [
      {
        ...{ date: '2025-03-31', updated: '2025-04-01', number: 1, draft: false, place },
        ...{ title: text, summary: text, editor: text, leadText: text },
        lead: parts[0]?.items[0]?.html ?? { __html: '' },
        sections: [...parts],
      },
    ],
    factsOf,
    readPublicFile: async () => undefined,
  };
}

/** The sections of an issue, one of each string: all that is of the section or of its items is the string. */
const sectionsOf = (texts: readonly string[]): IssueSection[] =>
  texts.map((text, at) => ({
    section: { id: `t${at}`, name: text, aliases: [text], description: text },
    items: [itemWith(text, `t${at}`)],
    place,
  }));

/** Each writer once: the feeds of sections, topics and sources are written as that of all items is. */
const isOfItsKind = ({ path, kind }: PublicFile) =>
  kind !== 'card' && !/^\/(sections|topics|sources)\/|^\/archive\/.*epub$/.test(path);
const isBook = ({ path }: PublicFile) => /\.(epub|docx)$/.test(path);

/** What is dangerous in the files of an archive, with the file that it is in. */
async function dangersOf(archive: Archive, files: readonly PublicFile[]): Promise<string[]> {
  const faults: string[] = [];
  const look = async (path: string, write: () => FileContent | Promise<FileContent>) => {
    // What a strict parser throws is a fault like any other: it is told with the file that it is of.
    const found = await Promise.resolve(write())
      .then((content) => dangersIn(path, content))
      .catch((error: unknown) => [String(error)]);
    faults.push(...found.map((fault) => `${path}: ${fault}`));
  };
  for (const file of files) await look(file.path, file.write);
  for (const issue of archive.issues)
    await look(paths.wechat(issue.date), () => wechatEdition(issue, archive.site).html);
  return faults;
}

/** What is dangerous in every edition, feed and file of an archive whose items hold these strings. */
async function dangersOfItems(texts: readonly string[]): Promise<string[]> {
  const archive = archiveOf(texts, sectionsOf(texts));
  return dangersOf(archive, filesOf(archive).filter(isOfItsKind));
}

const groups = Array.from({ length: Math.ceil(attacks.length / TOGETHER) }, (_, at) =>
  attacks.slice(at * TOGETHER, (at + 1) * TOGETHER).map(({ text }) => text),
);

describe('every edition, feed and file is harmless', () => {
  test.each(groups)('where all that is text of items is %j and the like', async (...texts) => {
    const faults = await dangersOfItems(texts);
    // Only a failure asks which of them it is.
    if (faults.length > 0)
      for (const text of texts) expect(await dangersOfItems([text]), text).toEqual([]);
    expect(faults).toEqual([]);
  });

  // The frames of books and of Word take most of the time. They hold the same texts one behind the other above: their
  // XML is read strictly, and fails on the first that is not written as text.
  test('where all that is text of the site and of the issue is one string', async () => {
    const faults: string[] = [];
    for (const { text } of attacks) {
      const archive = archiveOf([text], []);
      const files = filesOf(archive).filter((file) => isOfItsKind(file) && !isBook(file));
      faults.push(...(await dangersOf(archive, files)).map((fault) => `${text}: ${fault}`));
    }
    expect(faults).toEqual([]);
  });
});

import { parseOpml } from 'feedsmith';
import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5';
import { describe, expect, test } from 'vitest';
import type { Archive } from '#lib/content/archive.ts';
import { parseMarkdown, toHtml } from '#lib/content/markdown/markdown.ts';
import { paths } from '#lib/site/paths.ts';
import { feedsOf } from '#lib/syndication/feeds.ts';
import { fileAt } from '#lib/views/addresses.ts';
import { contentFolderWith, sampleIssue } from '#tests/support/content-folder.ts';
import { readArchive, xmlFaults } from '#tests/support/feeds.ts';
import { elementsOf, textOf } from '#tests/support/markup.ts';

/** A name of a publication, a section or a topic with all in it that breaks a list of them. */
const NAME = `a<b>&"'c</b> ]]> 😀𠮷 [x](y) \`k *e* # |\u0001\u001f`;
/** The same without what XML cannot say. */
const SAYABLE = NAME.slice(0, -2);

async function hostile(): Promise<Archive> {
  const archive = await readArchive(contentFolderWith({ '2025-03-31.md': sampleIssue(1) }));
  const rename = <Named extends { name: string; description: string }>(each: Named): Named => ({
    ...each,
    name: `${each.name}${NAME}`,
    description: NAME,
  });
  return {
    ...archive,
    site: { ...archive.site, name: NAME, description: NAME, reprint: NAME, about: [NAME] },
    sections: archive.sections.map(rename),
    topics: archive.topics.map(rename),
  };
}

async function textAt(archive: Archive, path: string): Promise<string> {
  return String(await fileAt(archive, path)?.write());
}

describe('of hostile names', () => {
  test('the list of feeds is XML, and names each of them', async () => {
    const archive = await hostile();
    const { head, body } = parseOpml(await textAt(archive, paths.feedList()));
    expect(head?.title).toBe(SAYABLE);
    const listed = body?.outlines?.flatMap(({ outlines = [] }) => outlines) ?? [];
    expect(listed.map(({ text, xmlUrl }) => [text, xmlUrl])).toEqual(
      feedsOf(archive).map(({ title, path }) => [
        title.replaceAll(NAME, SAYABLE),
        archive.site.origin + path('rss'),
      ]),
    );
  });

  test('every feed of a section or a topic is valid', async () => {
    const archive = await hostile();
    const subjects = feedsOf(archive).filter(({ kind }) => kind === 'section' || kind === 'topic');
    for (const format of ['rss', 'atom'] as const) {
      const documents = await Promise.all(
        subjects.map(async ({ path, id }) => ({
          name: `${id}.xml`,
          text: await textAt(archive, path(format)),
        })),
      );
      expect(await xmlFaults(documents, `${format}.rng`)).toEqual([]);
    }
  });

  test('llms.txt is Markdown of one title, and each of its links ends where it should', async () => {
    const archive = await hostile();
    const text = await textAt(archive, paths.llms());
    const elements = elementsOf(parseFragment(toHtml(parseMarkdown(text).children).__html));
    const named = (...tags: string[]) => elements.filter(({ tagName }) => tags.includes(tagName));
    expect(named('h1').map(shown)).toEqual([SAYABLE]);
    expect(named('em', 'code', 'b')).toEqual([]);
    const links = named('a').map(shown);
    expect(links).toHaveLength(text.match(/^- /gm)?.length ?? 0);
    const subjects = [...archive.sections, ...archive.topics].map(({ name }) => name);
    expect(links).toEqual(
      expect.arrayContaining(subjects.map((name) => name.replaceAll(NAME, SAYABLE))),
    );
  });
});

/** The text of an element. */
function shown(element: DefaultTreeAdapterTypes.Element): string {
  return textOf(serialize(element));
}

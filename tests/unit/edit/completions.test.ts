import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CompletionContext } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { completionSources } from '#lib/editor/edit/browser/completions.ts';
import { snippets } from '#lib/editor/edit/browser/snippets.ts';
import { readOfferedNames } from '#lib/editor/edit/offered-names.ts';
import { contentFolderWith } from '#tests/support/content-folder.ts';

/** What is offered where `|` stands in a text, and how much of what was typed it replaces. */
async function offeredAt(text: string, explicit = false) {
  const pos = text.indexOf('|');
  const state = EditorState.create({ doc: text.replace('|', '') });
  const names = await readOfferedNames(contentFolderWith({}));
  const context = new CompletionContext(state, pos, explicit);
  const results = await Promise.all(completionSources(names).map((source) => source(context)));
  return results.flatMap((result) =>
    result === null
      ? []
      : result.options.map(({ label }) => `${state.sliceDoc(result.from, pos)}→${label}`),
  );
}

describe('names are offered', () => {
  test.each<[string, string, string]>([
    ['sections', '## |', '→产业要闻'],
    ['sections by their start', 'a\n\n## 产|', '产→产业要闻'],
    ['sections by an alias', '## 产|', '产→产业'],
    ['sources after the label', '来源：|', '→光明日报'],
    ['sources after a label in half width', '来源: 光|', '光→光明日报'],
    ['sources after another', '来源：证券日报 2025-03-26、光|', '光→光明日报'],
    ['sources as the text of a link', '来源：[光|', '光→光明日报'],
    ['sources in brackets', '【标题】 正文。（来源：B|', 'B→BBC'],
    ['fields of the front matter', '---\nnum|\n---\n', 'num→number'],
    ['forms by their word', 'a\n\nlai|', 'lai→laiyuan'],
  ])('%s', async (_, text, expected) => {
    expect(await offeredAt(text)).toContain(expected);
  });

  test.each([
    ['in a sentence', '正文，讲|'],
    ['where a name is whole', '来源：光明日报|'],
    ['in the title of an item', '### 光|'],
    ['where the word 来源 is one of a sentence', '正文说来源不明，光|'],
    ['behind the brackets', '正文。（来源：光明日报）光|'],
  ])('not %s', async (_, text) => {
    expect(await offeredAt(text)).toEqual([]);
  });

  test('topics and their words, when they are asked for', async () => {
    expect(await offeredAt('正文，讲人工|', true)).toContain('人工→人工智能');
    expect(await offeredAt('正文，讲人工|')).toEqual([]);
  });

  test('aliases only to those who have begun to type', async () => {
    expect(await offeredAt('## |')).not.toContain('→产业');
  });
});

test('the forms are those of VS Code', () => {
  const file = join(import.meta.dirname, '../../../.vscode/issue.code-snippets');
  const schema = z.record(
    z.string(),
    z.object({ prefix: z.array(z.string()), body: z.array(z.string()), description: z.string() }),
  );
  const theirs = Object.values(schema.parse(JSON.parse(readFileSync(file, 'utf8')))).map(
    ({ prefix: [word], body, description }) => ({
      word,
      form: body
        .join('\n')
        .replace(/\$\{CURRENT_YEAR\}\S*CURRENT_DATE\}/, 'TODAY')
        .replace('$0', '#{}')
        .replaceAll('$', '#'),
      detail: description,
    }),
  );
  expect(snippets).toEqual(theirs);
});

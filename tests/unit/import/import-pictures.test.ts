import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readInput } from '#lib/editor/import/read-input.ts';
import { temporaryFolder } from '#tests/support/content-folder.ts';
import { convertInput } from '#tests/support/convert-input.ts';
import { PICTURE } from '#tests/support/documents.ts';
import { errorsOf, importText } from '#tests/support/imports.ts';
import { testRegistries } from '#tests/support/registries.ts';

/** Imports a document that lies in a folder among files. */
async function importAmong(name: string, text: string, files: Record<string, string | Buffer>) {
  const folder = join(temporaryFolder(), '来稿');
  for (const [path, bytes] of Object.entries({ ...files, [name]: text })) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
  expect(readdirSync(folder)).toContain(name);
  return convertInput(await readInput(join(folder, name)), testRegistries(), '2025-03-31');
}

const OTHER = Buffer.concat([PICTURE, Buffer.from('2')]);

test('pictures that a program saved beside a page are the issue’s', async () => {
  const imported = await importAmong(
    '来稿.html',
    '<h2>产业要闻</h2><p>【甲事】正文。</p><p><img alt="甲" src="./%E6%9D%A5%E7%A8%BF.files/image001.png?v=1"><img alt="乙" src="来稿.files/image 2.png"></p><p>（来源：证券日报）</p>',
    { '来稿.files/image001.png': PICTURE, '来稿.files/image 2.png': OTHER },
  );
  const [first, second] = imported.pictures;
  expect(imported.pictures.map(({ bytes }) => bytes)).toEqual([PICTURE, OTHER]);
  expect(imported.text).toContain(`![甲](/issues/2025-03-31/${first?.name})`);
  expect(imported.text).toContain(`/issues/2025-03-31/${second?.name}`);
  expect(errorsOf(imported)).toEqual([]);
});

test('pictures beside a Markdown text are the issue’s, and those in it, each once', async () => {
  const data = `data:image/png;base64,${PICTURE.toString('base64')}`;
  const imported = await importAmong(
    'a.md',
    `## 产业要闻\n\n### 甲事\n\n![a.png](a.png) ![乙](${data} "题")，完。\n\n| ![丙](b/a.png) |\n|---|\n\n来源：证券日报\n`,
    { 'a.png': PICTURE, 'b/a.png': PICTURE },
  );
  expect(imported.pictures.map(({ bytes }) => bytes)).toEqual([PICTURE]);
  const url = `/issues/2025-03-31/${imported.pictures[0]?.name}`;
  expect(imported.text).toContain(`![a.png](${url}) ![乙](${url} "题")，完。\n\n| ![丙](${url}) |`);
  expect(errorsOf(imported)).toEqual([]);
});

test('what is not a picture, is missing or not below the document keeps its address, and is reported', async () => {
  const urls = ['b.txt', 'none.png', '../a.png', 'c/../../a.png', '%ff.png', 'file:///a.png'];
  const text = `## 产业要闻\n\n### 甲事\n\n${urls.map((url) => `![图](${url})`).join('\n')}\n\n来源：证券日报\n`;
  const imported = await importAmong('a.md', text, { 'b.txt': '甲', '../a.png': PICTURE });
  expect(imported.text).toBe(text);
  expect(imported.pictures).toEqual([]);
  expect(errorsOf(imported)).toHaveLength(urls.length);
  // Of a text that came through a pipe nothing is beside.
  expect((await importText(text, '2025-03-31.md')).text).toBe(text);
});

import { mkdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Conflict, openIssue, pathOfIssue, saveIssue } from '#lib/editor/edit/issue-file.ts';
import { contentFolderWith, sampleIssue, temporaryFolder } from '#tests/support/content-folder.ts';
import { fc, partOfRuns } from '#tests/support/properties.ts';

const DAY = '2025-03-31';
const folderWith = (content: string | Uint8Array) => contentFolderWith({ [`${DAY}.md`]: content });
const bytesIn = (folder: string) => readFileSync(join(folder, `issues/${DAY}.md`));

const odd = {
  'a byte order mark': '\uFEFF---\nnumber: 1\n---\n',
  'two byte order marks': '\uFEFF\uFEFFa\n',
  'line breaks of Windows': '---\r\nnumber: 1\r\n---\r\n\r\n## 产业要闻\r\n',
  'line breaks of all kinds': 'a\r\nb\nc\rd\r\r\n\n\r',
  'no line break at the end': 'a\nb',
  'tabs and spaces at the ends of lines': '\ta \t\n  \n',
  'separators that only Unicode knows': 'a\u2028b\u2029c\u0085d\u000Be\u000Cf\n',
  nothing: '',
};

describe('a file that is opened and saved', () => {
  test.each(Object.entries(odd))('unchanged, with %s, is not written', async (_, text) => {
    const folder = folderWith(text);
    const file = join(folder, `issues/${DAY}.md`);
    const before = bytesIn(folder);
    utimesSync(file, 1000, 1000);
    const opened = await openIssue(folder, DAY);
    const saved = await saveIssue(folder, DAY, { text: opened.text, base: opened.hash });
    expect(saved).toEqual({ state: 'unchanged', hash: opened.hash });
    expect(bytesIn(folder)).toEqual(before);
    expect(statSync(file).mtimeMs).toBe(1_000_000);
  });

  test('with one more word has that word, and every other byte of before', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', '字', '\r\n', '\n', '\t', '\uFEFF', ' ') });
    await fc.assert(
      fc.asyncProperty(text, async (written) => {
        const folder = folderWith(written);
        const opened = await openIssue(folder, DAY);
        await saveIssue(folder, DAY, { text: `新${opened.text}`, base: opened.hash });
        const mark = written.startsWith('\uFEFF') ? '\uFEFF' : '';
        expect(bytesIn(folder).toString()).toBe(`${mark}新${written.slice(mark.length)}`);
      }),
      partOfRuns(0.2),
    );
  });

  test('tells the hash from which the next save starts', async () => {
    const folder = folderWith('a\r\n');
    const { hash } = await openIssue(folder, DAY);
    const first = await saveIssue(folder, DAY, { text: 'ab\n', base: hash });
    expect(first.state).toBe('saved');
    const second = await saveIssue(folder, DAY, { text: 'abc\n', base: first.hash });
    expect(second.state).toBe('saved');
    expect(bytesIn(folder).toString()).toBe('abc\r\n');
  });
});

describe('a file that another program has written meanwhile', () => {
  test('is not written over: both texts are told', async () => {
    const folder = folderWith('一\r\n');
    const { hash } = await openIssue(folder, DAY);
    writeFileSync(join(folder, `issues/${DAY}.md`), '二\r\n');
    const saved = await saveIssue(folder, DAY, { text: '三\n', base: hash });
    expect(saved).toBeInstanceOf(Conflict);
    expect(saved).toMatchObject({ text: '二\n', difference: expect.stringMatching(/-二\n\+三/) });
    expect(bytesIn(folder).toString()).toBe('二\r\n');
    expect(await saveIssue(folder, DAY, { text: '三\n', base: saved.hash })).toMatchObject({
      state: 'saved',
    });
  });

  test('is no conflict when it has the text that is to be saved', async () => {
    const folder = folderWith('一\n');
    const { hash } = await openIssue(folder, DAY);
    writeFileSync(join(folder, `issues/${DAY}.md`), '二\n');
    expect(await saveIssue(folder, DAY, { text: '二\n', base: hash })).toMatchObject({
      state: 'unchanged',
    });
  });
});

describe('what cannot be edited without loss is refused', () => {
  test.each<[string, Uint8Array | string, RegExp]>([
    ['GB18030', Uint8Array.from([0xb0, 0xe6]), /不是 UTF-8.*npm run import/],
    ['half a character', Uint8Array.from([0x61, 0xe4, 0xbd]), /不是 UTF-8/],
    ['NUL', 'a\0b', /NUL/],
    ['1 MB and more', 'a'.repeat(1024 * 1024 + 1), /1\.0 MB/],
  ])('%s', async (_, content, sentence) => {
    const folder = folderWith(content);
    await expect(openIssue(folder, DAY)).rejects.toThrow(sentence);
    const saving = saveIssue(folder, DAY, { text: 'a', base: '' });
    await expect(saving).rejects.toThrow(sentence);
  });

  test.each([
    ['NUL', 'a\0', /NUL/],
    ['half a surrogate pair', 'a\uD83D', /半个字符/],
    ['more than 1 MB', '字'.repeat(400_000), /1 MB/],
  ])('%s that was typed', async (_, text, sentence) => {
    const folder = folderWith('a');
    const { hash } = await openIssue(folder, DAY);
    await expect(saveIssue(folder, DAY, { text, base: hash })).rejects.toThrow(sentence);
    expect(bytesIn(folder).toString()).toBe('a');
  });
});

describe('only the issues of the folder are found', () => {
  test.each([
    '../sections',
    '..%2Fsections',
    '/etc/passwd',
    '2025-03-31.md',
    '2025-03-31.md\0',
    './2025-03-31',
    '_hidden',
    '.hidden',
    'below/2025-04-07',
    '',
    'CON',
    '2025-04-07',
  ])('not %j', async (name) => {
    const folder = folderWith(sampleIssue(1));
    mkdirSync(join(folder, 'issues/below'));
    for (const other of ['_hidden', '.hidden', 'below/2025-04-07'])
      writeFileSync(join(folder, `issues/${other}.md`), 'x');
    await expect(pathOfIssue(folder, name)).rejects.toThrow(/没有 issues/);
    await expect(saveIssue(folder, name, { text: 'x', base: '' })).rejects.toThrow(/没有 issues/);
  });

  test('not one that is a link out of the folder', async () => {
    const folder = folderWith(sampleIssue(1));
    const outside = join(temporaryFolder(), 'secret.md');
    writeFileSync(outside, '秘密');
    symlinkSync(outside, join(folder, 'issues/2025-04-07.md'));
    await expect(openIssue(folder, '2025-04-07')).rejects.toThrow(
      /leads out of the content folder/,
    );
    const saving = saveIssue(folder, '2025-04-07', { text: 'x', base: '' });
    await expect(saving).rejects.toThrow(/leads out of the content folder/);
    expect(readFileSync(outside, 'utf8')).toBe('秘密');
  });
});

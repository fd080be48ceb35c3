import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findIgnoredFiles } from '#lib/check/check-ignored-files.ts';
import { checkEmblem, checkPictures } from '#lib/check/check-pictures.ts';
import { ArchiveReader } from '#lib/content/folder/read-archive.ts';
import { registryTexts } from '#tests/support/registries.ts';
import { contentFolderWith, temporaryFolder } from '../../support/content-folder.ts';

const NOW = new Date('2026-01-01');

describe('files that look like issues or registries and are not read', () => {
  test.each([
    ['2025-04-07.MD'],
    ['2025-04-07.markdown'],
    ['2025-04-07.txt'],
    ['2025-04-07'],
    ['2025-04-07.md.bak'],
    ['2025/2025-04-07.md'],
    ['2025/04/07.md'],
    ['稿件.docx'],
    ['../2025-04-07.md'],
    ['../topics.yaml'],
    ['../Sources.yml'],
  ])('%s', async (name) => {
    const folder = contentFolderWith({});
    const file = join(folder, 'issues', name);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, '');
    const found = await findIgnoredFiles(folder);
    expect(found.map(({ messages }) => messages.map(({ ruleId }) => ruleId))).toEqual([
      ['file-ignored'],
    ]);
    expect(join(folder, found[0]?.path ?? '')).toBe(file);
  });

  test('not pictures, nor what is hidden, nor what is read', async () => {
    const folder = contentFolderWith({
      '2025-04-07.md': '',
      '2025-04-07.png': '',
      '.2025-04-07.md.swp': '',
      '_2025-04-14.md': '',
      'pictures/a.JPG': '',
    });
    expect(await findIgnoredFiles(folder)).toEqual([]);
  });
});

test('an emblem that is not in public/ is reported with its place', async () => {
  const root = temporaryFolder();
  mkdirSync(join(root, 'public'));
  writeFileSync(join(root, 'public/beian.png'), '');
  const faultsOf = async (path: string) => {
    const site = `${registryTexts['site.yml']}publicSecurityEmblem: ${path}\n`;
    const { archive, diagnostics } = await new ArchiveReader(
      contentFolderWith({ 'site.yml': site }),
    ).read({ now: NOW });
    if (archive === undefined) throw new Error('site.yml has a fault');
    checkEmblem(archive.site, diagnostics, root);
    return diagnostics.flatMap(({ messages }) =>
      messages.map(({ line, reason }) => [line, reason]),
    );
  };
  expect(await faultsOf('/beian.png')).toEqual([]);
  const line = registryTexts['site.yml'].split('\n').length;
  expect(await faultsOf('/Beian.png')).toEqual([
    [line, expect.stringContaining('did you mean /beian.png?')],
  ]);
});

describe('pictures', () => {
  const issue = (picture: string, front = '') =>
    `${front}## 产业要闻\n\n### 快手发布财报\n\n快手发布了财报。\n\n![营收](${picture})\n\n来源：证券日报\n`;

  async function faultsOf(text: string) {
    const root = temporaryFolder();
    mkdirSync(join(root, 'public/issues'), { recursive: true });
    for (const name of ['a.png', '图 一.png']) writeFileSync(join(root, 'public/issues', name), '');
    const reader = new ArchiveReader(contentFolderWith({ '2025-03-31.md': text }));
    const { written, diagnostics } = await reader.read({ now: NOW });
    checkPictures(written, diagnostics, root);
    return diagnostics
      .flatMap(({ messages }) => messages)
      .filter(({ ruleId }) => ruleId === 'picture-missing')
      .map(({ line, column, fatal, reason }) => ({ at: `${line}:${column}`, fatal, reason }));
  }

  test.each([
    ['/issues/b.png', 'not there'],
    ['/issues/A.PNG', 'did you mean /issues/a.png?'],
    ['/issues/%E5%9B%BE%20二.png', 'not there'],
    ['/issues', 'not there'],
    ['http://example.com/a.png', 'https://'],
  ])('%s is reported with its place', async (address, words) => {
    const faults = await faultsOf(issue(address));
    expect(faults).toMatchObject([{ at: '7:7', fatal: true }]);
    expect(faults[0]?.reason).toContain(words);
  });

  test('in the lead too', async () => {
    expect(await faultsOf(`导语![图](/issues/b.png)\n\n${issue('/issues/a.png')}`)).toMatchObject([
      { at: '1:8' },
    ]);
  });

  test('each where it stands, though its address begins another', async () => {
    const text = issue('/issues/b.png').replace('\n来源', '\n![又一幅](/issues/b)\n\n来源');
    const places = (await faultsOf(text)).map(({ at }) => at);
    expect(places).toEqual(['7:7', '9:8']);
  });

  test('as a warning in a draft', async () => {
    const front = '---\ndraft: true\n---\n\n';
    expect(await faultsOf(issue('/issues/b.png', front))).toMatchObject([{ fatal: false }]);
  });

  test.each([
    '/issues/a.png',
    '/issues/a.png?v=2',
    '</issues/图 一.png>',
    '/issues/%E5%9B%BE%20%E4%B8%80.png',
    'https://example.com/a.png',
  ])('%s is there', async (address) => expect(await faultsOf(issue(address))).toEqual([]));
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addSource } from '#lib/editor/collect/add-source.ts';
import { loosely } from '#lib/editor/collect/find-told.ts';
import { appendItem, writeItem } from '#lib/editor/collect/write-item.ts';
import { callCommand } from '#tests/support/call-command.ts';
import { contentFolderWith, sampleIssue } from '#tests/support/content-folder.ts';
import { standInWeb } from '#tests/support/stand-in-web.ts';

const TEXT =
  '某市版权部门近日公布一批作品登记数据，摄影作品与美术作品占到总量的七成以上。登记数量比上年同期增长。';
const PAGE = `<!doctype html><html><head><title>登记*数量*增长</title><meta property="og:site_name" content="某某观察">
<meta property="article:published_time" content="2025-03-26T10:00:00+08:00"></head><body><h1>登记*数量*增长</h1>${`<p>${TEXT}</p>`.repeat(3)}</body></html>`;
const DRAFT = `---\r\nnumber: 2\r\ndraft: true\r\n---\r\n\r\n## 产业要闻\r\n\r\n### 已有\r\n\r\n正文。\r\n\r\n来源：光明日报\r\n\r\n## 资讯速递\r\n`;

async function added(page: Parameters<typeof standInWeb>[0], ...words: string[]) {
  const folder = contentFolderWith({ '2025-03-31.md': sampleIssue(1), '2025-04-07.md': DRAFT });
  const { origin } = await standInWeb(page);
  const addresses = Object.keys(page).map((path) => `${origin}${path}`);
  const ran = await callCommand(
    ['add', ...addresses, '--allow-private', '--section', '产业要闻', ...words],
    { CONTENT_DIR: folder },
  );
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  return { ...ran, origin, folder, read, issue: read('issues/2025-04-07.md') };
}

describe('npm run add', () => {
  test('adds an item to the draft, and leaves every other byte', async () => {
    const { code, issue, origin, stdout, folder } = await added({
      '/a?utm_source=x': { body: PAGE },
    });
    expect({ code, stdout }).toMatchObject({ code: 0 });
    const item = `### 登记\\*数量\\*增长\r\n\r\n来源：[某某观察](${origin}/a) 2025-03-26\r\n\r\n`;
    expect(issue).toContain(item);
    expect(issue.replace(item, '')).toBe(DRAFT);
    expect(stdout).toContain('某某观察 is not in sources.yml');
    const checked = await callCommand(['check', '2025-04-07'], { CONTENT_DIR: folder });
    expect(checked.stdout + checked.stderr).toContain('item-empty');
  });

  test('keeps two sentences in a note that no reader sees and no check names', async () => {
    const { issue, folder } = await added({ '/a': { body: PAGE } }, '--quote', '--add-source');
    expect(issue).toContain('<!-- 摘录：某市版权部门近日');
    const checked = await callCommand(['check', '2025-04-07'], { CONTENT_DIR: folder });
    expect(checked.stdout + checked.stderr).not.toMatch(/html-raw|source-unknown/);
    expect(checked.stdout + checked.stderr).toContain('item-empty');
  });

  test('writes nothing with --dry-run, and adds a source where that is asked', async () => {
    expect((await added({ '/a': { body: PAGE } }, '--dry-run')).issue).toBe(DRAFT);
    const { read } = await added({ '/a': { body: PAGE } }, '--add-source');
    expect(read('sources.yml')).toContain('name: 某某观察');
  });

  test('says that the address was cited, and that the story was told', async () => {
    const { origin } = await standInWeb({ '/a': { body: PAGE } });
    const issue = (source: string) =>
      `---\nnumber: 6\n---\n\n## 产业要闻\n\n### 作品登记的数据\n\n${TEXT}\n\n来源：[光明日报](${source})\n`;
    const said = async (source: string) => {
      const folder = contentFolderWith({ '2025-03-31.md': issue(source), '2025-04-07.md': DRAFT });
      const environment = { CONTENT_DIR: folder };
      return (await callCommand(['add', `${origin}/a`, '--allow-private'], environment)).stdout;
    };
    expect(await said(`${origin}/a/?utm_source=x`)).toContain(
      'Already cited in 第6期 2025-03-31: “作品登记的数据”',
    );
    expect(await said('https://other.example/1')).toContain(
      'The same story was told in 第6期 2025-03-31: “作品登记的数据”',
    );
  });

  test.each([
    ['a challenge', { body: '<title>Just a moment...</title>' }, 'a person reads it'],
    ['429', { status: 429, body: 'x' }, 'answered 429'],
    ['a page of 404', { body: '<title>404 Not Found</title>' }, 'not there'],
    ['a picture', { body: 'x', headers: { 'Content-Type': 'image/png' } }, 'image/png'],
  ])('adds nothing for %s', async (_, behaviour, words) => {
    const { code, issue, stderr } = await added({ '/a': behaviour });
    expect({ code, issue }).toEqual({ code: 1, issue: DRAFT });
    expect(stderr).toContain(words);
  });
});

test.each([
  ['http://www.a.example/1/', 'https://a.example/1'],
  ['https://a.example/1?utm_source=x', 'https://a.example/1'],
])('%s is %s', (one, other) => {
  expect(loosely(one)).toBe(loosely(other));
});

test('escapes what would be Markdown or HTML', () => {
  const item = writeItem({
    title: '[a](b) <i>',
    publisher: '甲_乙',
    url: 'https://a.example/(1)',
    note: 'x --> <b>',
  });
  expect(item).toContain('### \\[a\\](b) \\<i\\>');
  expect(item).toContain('[甲\\_乙](https://a.example/%281%29)');
  expect(item.match(/-->/g)).toHaveLength(1);
});

test('adds a section that is not there', () => {
  expect(appendItem('## 甲\n', '### 题', () => false, '乙')).toBe('## 甲\n\n## 乙\n\n### 题\n');
});

test('adds a source and keeps the comments', () => {
  expect(addSource('# 注\n- name: 甲 # 一\n', '乙', 'https://b.example')).toBe(
    '# 注\n- name: 甲 # 一\n- name: 乙\n  url: https://b.example\n',
  );
});

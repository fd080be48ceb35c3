import { describe, expect, test } from 'vitest';
import { addressesOf, isFile } from '#lib/views/addresses.ts';
import { contentFolderWith } from '#tests/support/content-folder.ts';
import { readArchive } from '#tests/support/feeds.ts';
import { parseText } from '#tests/support/registries.ts';

const issueOf = (text: string) => `## 产业要闻\n\n### 甲\n\n${text}\n\n来源：光明日报\n`;

describe('an address in a text', () => {
  test.each([
    ['[甲](https://例子.中国/路径?查=询#段)', '<a href="https://例子.中国/路径?查=询#段">甲</a>'],
    ['[甲](https://例子.中国)', '<a href="https://例子.中国">甲</a>'],
    ['<https://例子.中国/>', '<a href="https://例子.中国/">https://例子.中国/</a>'],
    ['[甲](https://münchen.example/%E8%B7%AF)', '<a href="https://münchen.example/路">甲</a>'],
    [
      '[甲](https://한국.example:8080/a%20b "题")',
      '<a href="https://한국.example:8080/a%20b" title="题">甲</a>',
    ],
    ['![图](https://例子.中国/图.png)', '<img src="https://例子.中国/图.png" alt="图">'],
    // As before: the host is ASCII.
    ['[甲](https://example.com/路)', '<a href="https://example.com/%E8%B7%AF">甲</a>'],
    ['[甲](https://xn--fsqu00a.xn--fiqs8s/)', '<a href="https://xn--fsqu00a.xn--fiqs8s/">甲</a>'],
    // A blank, a quotation mark and what is no letter keep their escapes.
    [
      '[甲](https://例子.中国/a%22%E3%80%80%FF)',
      '<a href="https://例子.中国/a%22%E3%80%80%FF">甲</a>',
    ],
  ])('has the letters of an international host: %s', (text, html) => {
    const { issue } = parseText(issueOf(text));
    const shown = issue?.sections[0]?.items[0]?.html.__html ?? '';
    expect(shown).toBe(`<p>${html}</p>`);
    for (const [, address = ''] of shown.matchAll(/(?:href|src)="([^"]*)"/g))
      expect(URL.canParse(address)).toBe(true);
  });

  test('is left alone where it is text', () => {
    const typed =
      '写作`<a href="https://%E4%BE%8B.example/">`，即&lt;a href="https://%E4%BE%8B.example/"。';
    const { issue } = parseText(issueOf(typed));
    expect(issue?.sections[0]?.items[0]?.html.__html).toContain('%E4%BE%8B');
  });

  test('leads to the same host in every form of the issue', async () => {
    const text = issueOf('见[公告](https://例子.中国/路)，![图](https://例子.中国/图.png)。');
    const archive = await readArchive(contentFolderWith({ '2025-03-31.md': text }));
    const forms = addressesOf(archive).filter(isFile);
    for (const { path, write } of forms.filter(({ path: at }) =>
      /\.(md|json|xml)$|mail$/.test(at),
    )) {
      const written = String(await write());
      expect(written, path).not.toMatch(/https?:\/\/[^\s"/<>]*%/);
      if (/\/2025-03-31\.(md|json)$/.test(path))
        expect(written).toMatch(/例子\.中国|xn--fsqu00a\.xn--fiqs8s/);
    }
    const markdown = forms.find(({ path }) => path === '/issues/2025-03-31.md');
    expect(String(await markdown?.write())).toContain('https://例子.中国/路');
  });
});

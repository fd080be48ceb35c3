import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { convertIssues } from '#lib/editor/import/convert.ts';
import { importFiles } from '#lib/editor/import-command.ts';
import { contentFolderWith, temporaryFolder } from '#tests/support/content-folder.ts';
import { errorsOf, importText, outline, rulesOf, titlesOf } from '#tests/support/imports.ts';
import { registryTexts, testRegistries } from '#tests/support/registries.ts';

const item = (title: string) => `### ${title}\n\n正文。\n\n来源：证券日报`;

describe('several issues in one file are split', () => {
  const convert = (text: string) =>
    convertIssues({ name: 'a.md', bytes: Buffer.from(text) }, testRegistries());
  test.each([
    ['by headings', '# 周报 第1期（2025-03-31）', '# 周报 第2期（2025-04-07）'],
    ['by headings below a title', '# 合集\n\n## 2025-03-31', '## 2025-04-07'],
    ['by lines', '某周报 第1期\n\n2025年3月31日', '某周报 第2期\n\n2025年4月7日'],
    ['by lines of a day alone', '2025年3月31日', '2025年4月7日'],
    [
      'by lines of a day and its weekday',
      '某周报\n\n发布时间：2025-03-31 星期一',
      '发布时间：2025-04-07 星期一',
    ],
    ['by front matter', '---\ndate: 2025-03-31\n---', '---\ndate: 2025-04-07\n---'],
  ])('%s', async (_, first, second) => {
    const one = '产业要闻\n\n【甲事】正文。（来源：证券日报）';
    const two = '产业要闻\n\n【乙事】正文。（来源：证券日报）';
    const issues = await convert(`${first}\n\n${one}\n\n${second}\n\n${two}\n`);
    expect(issues.map(({ date }) => date)).toEqual(['2025-03-31', '2025-04-07']);
    expect(issues.map(titlesOf)).toEqual([['甲事'], ['乙事']]);
  });

  test('and one that does not name its day is refused, with the line it begins with', async () => {
    await expect(
      convert(
        `# 周报 第1期\n\n2025-03-31\n\n## ${'产业要闻'}\n\n${item('甲事')}\n\n# 周报 第2期\n\n${item('乙事')}`,
      ),
    ).rejects.toThrow(
      /2 issues, which begin with “# 周报 第1期”, “# 周报 第2期”, and the issue of “# 周报 第2期”/,
    );
  });

  test.each([
    [
      'a signature',
      '2025年3月31日\n\n产业要闻\n\n【甲事】正文。（来源：证券日报）\n\n2025年4月1日',
    ],
    [
      'days of a week',
      '产业要闻\n\n2025年3月30日\n\n【甲事】正文。（来源：证券日报）\n\n2025年3月31日\n\n【乙事】正文。（来源：证券日报）',
    ],
    [
      'days with a section each',
      '2025年3月31日\n\n产业要闻\n\n【甲事】正文。（来源：证券日报）\n\n2025年3月30日\n\n资讯速递\n\n【乙事】正文。（来源：证券日报）',
    ],
  ])('but a line with a date within an issue separates nothing: %s', async (_, text) => {
    const issues = await convertIssues(
      { name: '2025-03-31.txt', bytes: Buffer.from(text) },
      testRegistries(),
    );
    expect(issues).toHaveLength(1);
  });

  test('but titles with dates in them are items of one issue', async () => {
    const text = `# 周报\n\n2025-03-31\n\n## 产业要闻\n\n${item('2025年5月1日起新规施行')}\n\n${item('2025年6月1日起降费')}`;
    expect(await convert(text)).toHaveLength(1);
  });
});

describe('sections that the registry does not list', () => {
  const text = `2025-03-31\n\n## 新闻和社区\n\n${item('甲事')}\n\n## Open Source\n\n${item('乙事')}\n\n## 产业新闻\n\n${item('丙事')}\n`;
  function prepare(sections = registryTexts['sections.yml'], typed = text) {
    const content = contentFolderWith({ 'sections.yml': sections });
    const file = join(temporaryFolder(), 'a.md');
    writeFileSync(file, typed);
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    onTestFinished(() => {
      log.mockRestore();
      process.exitCode = undefined;
    });
    const job = { content, publicFolder: temporaryFolder(), date: undefined, dryRun: false };
    const run = (changes = {}) =>
      importFiles([file], { ...job, overwrite: false, addSections: true, ...changes });
    const read = (name: string) => readFileSync(join(content, name), 'utf8');
    return {
      run,
      read,
      said: () => log.mock.calls.flat().join('\n'),
      before: read('sections.yml'),
    };
  }

  test('stay sections, each with its fault and a suggestion', async () => {
    const imported = await importText(text, 'a.md');
    expect(outline(imported)?.map(({ section }) => section)).toEqual([
      '新闻和社区',
      'Open Source',
      '产业新闻',
    ]);
    expect(new Set(rulesOf(imported))).toEqual(new Set(['section-unknown']));
    expect(errorsOf(imported).join('\n')).toContain('did you mean 产业要闻?');
  });

  test.each([
    ['a list', registryTexts['sections.yml']],
    [
      'a list with comments, without an end of line',
      `# 栏目\n${registryTexts['sections.yml'].trimEnd()}\n# 完`,
    ],
    ['a list that is set in', registryTexts['sections.yml'].replace(/^/gm, '  ').trimEnd()],
    ['lines of Windows', registryTexts['sections.yml'].replaceAll('\n', '\r\n')],
  ])('are added to %s, and all that is there stays', async (_, sections) => {
    const { run, read, said, before } = prepare(sections);
    await run();
    const after = read('sections.yml');
    expect(after.startsWith(before)).toBe(true);
    expect(after.slice(before.length).replace(/[\r ]/g, '')).toMatch(
      /^\n?-id:section-[0-9a-z]{6}\nname:新闻和社区\ndescription:新闻和社区\n-id:open-source\nname:OpenSource\n/,
    );
    expect(said()).toContain('Added to sections.yml: Open Source (open-source).');
    expect(said()).not.toContain('section-unknown');
    expect(process.exitCode).toBeUndefined();
    expect(read('issues/2025-03-31.md')).toContain('## 新闻和社区');
  });

  test('differ by their signs, and are one with and without a picture', async () => {
    const names = ['C++', 'C', '🔥 本周热点', '本周热点'];
    const sections = names.map((name, at) => `## ${name}\n\n${item(`第${at}件事`)}`);
    const { run, read, said } = prepare(undefined, `2025-03-31\n\n${sections.join('\n\n')}\n`);
    await run();
    const added = read('sections.yml').slice(registryTexts['sections.yml'].length);
    expect(added.match(/(?<=name: ).*/g)).toEqual(['C++', 'C', '本周热点']);
    expect(said()).not.toContain('section-unknown');
  });

  test('are only shown by a dry run, and not written where the issue cannot be', async () => {
    const { run, read, said, before } = prepare();
    await run({ dryRun: true });
    expect(said()).toContain('+  name: 新闻和社区');
    expect(read('sections.yml')).toBe(before);
    await run();
    const after = read('sections.yml');
    await expect(run()).rejects.toThrow('is there already');
    expect(read('sections.yml')).toBe(after);
  });
});

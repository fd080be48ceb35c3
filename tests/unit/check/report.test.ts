import { describe, expect, test } from 'vitest';
import { checkContent } from '#lib/check/check.ts';
import { contentFolderWith } from '#tests/support/content-folder.ts';

const GOOD = '## 产业要闻\n\n### 快手发布财报\n\n快手发布了财报。\n\n来源：证券日报\n';
const now = new Date('2026-01-01');
const check = (files: Record<string, string>, options: Parameters<typeof checkContent>[1]) =>
  checkContent(contentFolderWith(files), { now, ...options });

test('the archive of a check has drafts and later days where they are asked for', async () => {
  const draft = `---\ndraft: true\n---\n\n${GOOD}`;
  const files = { '2025-03-24.md': draft, '2025-03-31.md': GOOD, '2026-05-04.md': GOOD };
  const days = async (includeUnpublished: boolean) =>
    (await check(files, { includeUnpublished })).archive?.issues.map(({ date }) => date);
  expect(await days(false)).toEqual(['2025-03-31']);
  expect(await days(true)).toEqual(['2026-05-04', '2025-03-31', '2025-03-24']);
});

describe('the report of a check', () => {
  test('is JSON for programs, and nothing but JSON', async () => {
    const files = { '2025-03-31.md': GOOD.replace('财报。', '[财报](https://e.com/?spm=1)。') };
    const { report, warnings } = await check(files, { format: 'json' });
    expect(warnings).toBe(1);
    expect(JSON.parse(report)).toEqual([
      {
        file: expect.stringMatching(/issues\/2025-03-31\.md$/),
        line: 5,
        column: 6,
        severity: 'warning',
        rule: 'link-tracking',
        message:
          'Unexpected tracking parameters in `https://e.com/?spm=1`, expected `https://e.com/`',
        expected: ['https://e.com/'],
      },
    ]);
    expect(JSON.parse((await check({ '2025-03-31.md': GOOD }, { format: 'json' })).report)).toEqual(
      [],
    );
  });

  test('is workflow commands for GitHub, whose marks in it are escaped', async () => {
    const files = { '2025-03-31.md': GOOD.replace('财报。', '[财报](javascript:%0A,:)。') };
    const { report } = await check(files, { format: 'github' });
    expect(report.split('\n')[0]).toMatch(
      /^::error file=[^:]*issues\/2025-03-31\.md,line=5,col=6,title=link-unsafe::Unexpected link to `javascript:%250A,:`, expected /,
    );
    expect(report.split('\n')).toHaveLength(3);
  });

  test('has the faults of issues of the first and the last days, and of days that are none', async () => {
    const days = ['0000-01-01', '0001-01-01', '0001-12-31', '9999-01-01', '9999-12-31'];
    const names = [...days, '2024-02-30', '2025-13-01', '2025-00-01', '10000-01-01'];
    const dated = GOOD.replace('财报。', '财报，12月31日举办活动。').replace(
      '报\n',
      '报 9999-12-30\n',
    );
    const files = Object.fromEntries(names.map((name) => [`${name}.md`, dated]));
    const { report } = await check(files, { format: 'json' });
    const faults: { file: string; rule: string }[] = JSON.parse(report);
    const wrong = faults.filter(({ rule }) => rule === 'date-invalid');
    expect(wrong.map(({ file }) => file.split('/').at(-1)).sort()).toEqual([
      '0000-01-01.md',
      '10000-01-01.md',
      '2024-02-30.md',
      '2025-00-01.md',
      '2025-13-01.md',
    ]);
  });

  test('is in the order of the lines, and names the place that a fault points at', async () => {
    const again = `${GOOD}\n【淘宝发布新规】淘宝发布了新规。（来源：）\n`;
    const files = { '2025-03-24.md': GOOD, '2025-03-31.md': again };
    const { report } = await check(files, { format: 'github' });
    const lines = report.split('\n').filter((line) => line.startsWith('::'));
    expect(lines.map((line) => /title=[a-z-]+/.exec(line)?.[0])).toEqual([
      'title=title-repeated',
      'title=attribution-malformed',
    ]);
    expect(lines[0]).toMatch(/; first here \(issues\/2025-03-24\.md:3:1\)$/);
  });

  test('names the command that mends, once', async () => {
    const files = { '2025-03-31.md': GOOD.replace('财报。', '财报,营收。\n增长,快。') };
    const { report } = await check(files, {});
    expect(report).toMatch(/\nnpm run fix mends 2 of them\.\n.*: 0 errors, 2 warnings$/);
  });

  test('counts what is named, an issue that is not published yet too', async () => {
    const folder = contentFolderWith({
      '2025-03-24.md': GOOD,
      '2027-03-31.md': `---\ndraft: true\n---\n\n${GOOD.replace('证券日报', '证券日报、光明日报')}`,
    });
    const report = async (files?: string[]) =>
      (await checkContent(folder, { now, ...(files && { files }) })).report;
    expect(await report()).toMatch(/^1 issues, 1 items, 1 sections, 1 sources: /m);
    expect(await report(['2027-03-31'])).toMatch(/^1 issues, 1 items, 1 sections, 2 sources: /m);
  });

  test('counts warnings as errors where it is strict', async () => {
    const files = { '2025-03-31.md': GOOD.replace('财报。', '财报,营收。') };
    expect(await check(files, { strict: true })).toMatchObject({ errors: 1, warnings: 0 });
  });

  test('is of the named files alone, compared with all the others', async () => {
    const folder = contentFolderWith({
      '2025-03-17.md': GOOD.replace('财报。', '财报,营收。'),
      '2025-03-24.md': GOOD,
      '2025-03-31.md': GOOD,
    });
    const { report } = await checkContent(folder, {
      now,
      files: [`${folder}/issues/2025-03-31.md`],
    });
    expect(report).toContain('title-repeated');
    expect(report).not.toContain('2025-03-24.md\n');
    expect(report).toMatch(/\n1 issues, 1 items, 1 sections, 1 sources: 0 errors, 1 warnings$/);
    await expect(checkContent(folder, { files: ['package.json'] })).rejects.toThrow(
      /^package\.json is no issue of the content folder: name one, such as /,
    );
  });
});

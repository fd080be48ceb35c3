import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addDays, type IsoDate } from '#lib/site/dates.ts';
import { contentFolderWith, sampleIssue as issue } from '#tests/support/content-folder.ts';
import { printSite } from '#tests/support/printing.ts';
import { pagesBelow, textOfPage } from '#tests/support/site-files.ts';

describe('a site of two years', () => {
  test('is split by year, and its lists lead to every issue', async () => {
    const dates: IsoDate[] = Array.from({ length: 14 }, (_, week) =>
      addDays('2024-11-04', week * 7),
    );
    const files = Object.fromEntries(dates.map((date, index) => [`${date}.md`, issue(index + 1)]));
    const future = {
      '2999-01-01.md': issue(15),
      '2025-06-01.md': issue(16).replace('---\n', '---\ndraft: true\n'),
    };
    const content = contentFolderWith({ ...files, ...future });
    const { out, said, failure } = await printSite(content);
    expect([said, failure]).toEqual([expect.stringContaining('14 issues, 28 items'), undefined]);
    const issues = pagesBelow(join(out, 'issues')).filter((name) => !name.includes('/'));
    expect(issues).toHaveLength(14);
    for (const year of ['2024', '2025']) {
      const listed = readFileSync(join(out, `archive/${year}.html`), 'utf8').match(
        /href="\/issues\/\d{4}/g,
      );
      expect(listed).toHaveLength(dates.filter((date) => date.startsWith(year)).length);
    }
    const section = readFileSync(join(out, 'sections/industry.html'), 'utf8');
    expect(section).toContain('href="/sections/industry/2024"');
    expect(section.match(/第1期消息/)).toBeNull();
    expect(readFileSync(join(out, 'sections/industry/2024.html'), 'utf8')).toContain(
      '第1期消息之0',
    );
    expect(existsSync(join(out, 'topics/ai/2024.html'))).toBe(true);
    expect(existsSync(join(out, 'sources/光明日报/2024.html'))).toBe(true);
    const front = readFileSync(join(out, 'index.html'), 'utf8');
    expect(front).toContain('第14期消息之0');
    expect(textOfPage(front)).toContain('更早的5期');
    expect(front).toMatch(/rel="canonical"/);
    const middle = readFileSync(join(out, `issues/${dates[8]}.html`), 'utf8');
    expect(middle).toContain(`rel="prev" href="/issues/${dates[7]}"`);
    expect(middle).toContain(`rel="next" href="/issues/${dates[9]}"`);
    // Of each issue, and of the site.
    const cards = readdirSync(join(out, 'cards')).filter((name) => name.endsWith('.png'));
    expect(cards).toHaveLength(14 + 1);
    const listed = readFileSync(join(out, 'sitemap.xml'), 'utf8').match(/\/issues\/\d[^<]*/g) ?? [];
    const ofItems = listed.filter((path) => path.split('/').length === 4);
    expect([listed.length - ofItems.length, ofItems.length]).toEqual([14, 28]);
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addDays, type IsoDate } from '#lib/site/dates.ts';
import { contentFolderWith, sampleIssue as issue } from '#tests/support/content-folder.ts';
import { printSite } from '#tests/support/printing.ts';
import { pagesBelow, textOfPage } from '#tests/support/site-files.ts';

describe('a site of sixty issues', () => {
  test('is split by year, and its lists lead to every issue', async () => {
    const dates: IsoDate[] = Array.from({ length: 60 }, (_, week) =>
      addDays('2024-01-01', week * 7),
    );
    const files = Object.fromEntries(dates.map((date, index) => [`${date}.md`, issue(index + 1)]));
    const future = {
      '2999-01-01.md': issue(61),
      '2025-06-01.md': issue(62).replace('---\n', '---\ndraft: true\n'),
    };
    const content = contentFolderWith({ ...files, ...future });
    const { out, said, failure } = await printSite(content);
    expect([said, failure]).toEqual([expect.stringContaining('60 issues, 120 items'), undefined]);
    const issues = pagesBelow(join(out, 'issues')).filter((name) => !name.includes('/'));
    expect(issues).toHaveLength(60);
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
    expect(front).toContain('第60期消息之0');
    expect(textOfPage(front)).toContain('更早的51期');
    expect(front).toMatch(/rel="canonical"/);
    const middle = readFileSync(join(out, `issues/${dates[30]}.html`), 'utf8');
    expect(middle).toContain(`rel="prev" href="/issues/${dates[29]}"`);
    expect(middle).toContain(`rel="next" href="/issues/${dates[31]}"`);
    expect(readdirSync(join(out, 'cards'))).toHaveLength(53);
    // The eight issues before the newest 52 had a card of their own once.
    expect(
      readFileSync(join(out, '_redirects'), 'utf8').match(/ \/cards\/site\.png 308/g),
    ).toHaveLength(8);
    expect(readFileSync(join(out, 'sitemap.xml'), 'utf8').match(/\/issues\/\d/g)).toHaveLength(60);
  });
});

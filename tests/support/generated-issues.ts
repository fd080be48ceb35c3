import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '#lib/site/dates.ts';
import { generateItems } from './generated-items.ts';

const content = join(import.meta.dirname, '../../content');
/** The day of the newest issue. */
export const NEWEST = '2025-09-15';
const SECTIONS = {
  focus: '关注·动向',
  industry: '产业要闻',
  briefs: '资讯速递',
  overseas: '海外传真',
};

/**
 * Writes a content folder of as many weekly issues of sixteen items, their clauses those of the shipped
 * issues put together anew; the registries are the shipped ones.
 */
export async function writeGeneratedContent(folder: string, issues: number): Promise<void> {
  const items = await generateItems(issues * 16, 'clause');
  mkdirSync(join(folder, 'issues'), { recursive: true });
  for (const name of ['site', 'sections', 'sources', 'topics', 'entities', 'redirects'])
    cpSync(join(content, `${name}.yml`), join(folder, `${name}.yml`));
  for (let index = 0; index < issues; index += 1) {
    const own = items.slice(index * 16, index * 16 + 16);
    const sections = Object.entries(SECTIONS).map(([id, name]) => {
      const texts = own
        .filter(({ section }) => section === id)
        .map(
          ({ title, text, sources }) => `### ${title}\n\n${text}\n\n来源：${sources[0]?.name}\n`,
        );
      return texts.length === 0 ? '' : `## ${name}\n\n${texts.join('\n')}\n`;
    });
    const body = sections.join('');
    const date = addDays(NEWEST, -7 * index);
    writeFileSync(
      join(folder, 'issues', `${date}.md`),
      `---\nnumber: ${issues - index}\n---\n\n${body.trimEnd()}\n`,
    );
  }
}

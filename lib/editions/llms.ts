import type { Archive } from '#lib/content/archive.ts';
import { dataListLabels, dataListNames } from '#lib/site/data-lists.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import { issueHeading } from '#lib/site/site.ts';
import { separateAddresses } from './plain.ts';

/** How many of the newest issues are listed: about a year's. The list of all issues has the others. */
const ISSUES = 52;

/** `llms.txt`: what the site is, and where language models find its texts (https://llmstxt.org). */
export function llmsText({ site, issues, sections, topics }: Archive): string {
  const line = (name: string, path: string, about?: string) =>
    `- [${plain(name)}](${absoluteUrl(site.origin, path)})${about ? `: ${plain(about)}` : ''}`;
  const parts = [
    `# ${plain(site.name)}`,
    `> ${plain(site.description)}`,
    site.about.map(plain).join('\n\n'),
    plain(site.reprint),
    list('各期全文（Markdown）', [
      ...issues
        .slice(0, ISSUES)
        .map((issue) => line(issueHeading(issue), paths.edition(issue.date, 'md'), issue.summary)),
      line('全部各期的目录（JSON）', paths.issueList()),
    ]),
    list(
      '数据（JSON）',
      dataListNames.map((name) => line(dataListLabels[name], paths.dataList(name))),
    ),
    list(
      '栏目',
      sections.map(({ id, name, description }) => line(name, paths.section(id), description)),
    ),
    list(
      '主题',
      topics.map(({ id, name, description }) => line(name, paths.topic(id), description)),
    ),
    list('Optional', [
      line('订阅', paths.feeds(), 'RSS、Atom、JSON Feed'),
      line('往期', paths.archive()),
      line('来源', paths.sources()),
      line(`关于${site.name}`, paths.about()),
    ]),
  ];
  return separateAddresses(`${parts.filter(Boolean).join('\n\n')}\n`);
}

function list(name: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `## ${name}\n\n${lines.join('\n')}`;
}

/** Writes a text on one line and escapes the marks of Markdown that could reach beyond it, such as those of code. */
function plain(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/[[\]\\<>`*]/g, '\\$&');
}

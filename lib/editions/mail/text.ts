import type { Issue, Item } from '#lib/content/issue.ts';
import { formatDate, formatWeekday } from '#lib/site/dates.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import { issueHeading } from '#lib/site/site.ts';
import { xmlText } from '#lib/syndication/xml-text.ts';
import { separateAddresses, withoutMarkup } from '../plain.ts';
import { type Letter, unsubscribeOf } from './letter.ts';

/**
 * Writes an issue as plain text. A mail has it beside the HTML, for mail programs that do not show HTML.
 * @returns lines that end with LF
 */
export function mailText(letter: Letter): string {
  const { issue, site } = letter;
  const address = absoluteUrl(site.origin, paths.issue(issue.date));
  const head = [
    issueHeading(issue),
    `${formatDate(issue.date)} ${formatWeekday(issue.date)}`,
    ...(issue.editor === undefined ? [] : [`编辑：${issue.editor}`]),
    `网页：${address}`,
  ];
  const sections = issue.sections
    .filter(({ items }) => items.length > 0)
    .flatMap(({ section, items }) => [
      `==== ${section.name} ====`,
      ...items.map((item) => writeItem(item, issue, site.origin)),
    ]);
  const foot = ['----', site.reprint, ...unsubscribeOf(letter).urls.map((url) => `退订：${url}`)];
  const parts = [
    head.join('\n'),
    ...(issue.summary === undefined ? [] : [issue.summary]),
    ...(issue.leadText === '' ? [] : [withoutMarkup(issue.lead.__html, address)]),
    ...sections,
    foot.join('\n'),
  ];
  return xmlText(separateAddresses(`${parts.join('\n\n')}\n`));
}

function writeItem({ id, title, html, attributions }: Item, { date }: Issue, origin: string) {
  const sources = attributions.map(({ source, url, date: day }) =>
    [source.name, ...(day === undefined ? [] : [day]), ...(url === undefined ? [] : [url])].join(
      ' ',
    ),
  );
  return [
    `【${title}】`,
    withoutMarkup(html.__html, absoluteUrl(origin, paths.issue(date))),
    ...(sources.length === 0 ? [] : [`来源：${sources.join('、')}`]),
    absoluteUrl(origin, paths.item(date, id)),
  ].join('\n');
}

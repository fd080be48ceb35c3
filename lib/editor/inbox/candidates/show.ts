import type { Entry } from '#lib/content/queries.ts';
import { formatMonthDay } from '#lib/site/dates.ts';
import { issueHeading } from '#lib/site/site.ts';
import type { Report } from './report.ts';

/** Why a story is folded: the item that tells it, or that it was declined. */
export function whyFolded(entry: Entry | undefined): string {
  if (entry === undefined) return '同一件事的另一条已经不要了';
  return `${issueHeading(entry.issue)}讲过：${entry.item.title}`;
}

/** The publisher and the day of a report, as an editor reads them. */
export function whereFrom({ source, day }: Pick<Report, 'source' | 'day'>): string {
  return day === undefined ? `${source} 日子不明` : `${source} ${formatMonthDay(day)}`;
}

import type { LedgerRecord } from '#lib/content/ledger/record.ts';
import type { Finding } from '#lib/ledger/ask-all.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';

/** The most characters of a sentence in a line. */
const LONGEST = 80;

/** The line of a finding, and below it the correction that an editor may judge, where a figure or the headline changed. */
export function describeFinding({ cited, news }: Finding, today: IsoDate): string {
  const by = cited.by.map(({ date, id }) => paths.item(date, id)).join(', ');
  const line = (text: string) => `${text}  ${cited.url}  (${by})`;
  switch (news.kind) {
    case 'gone':
      return line(`gone since ${news.since} (${news.why})`);
    case 'doubt':
      return line(`perhaps gone (${news.why}), to be confirmed on another day`);
    case 'moved':
      return line(`moved to ${news.to}`);
    case 'back':
      return line(`there again, it was ${news.from}`);
    case 'changed': {
      const { kinds, figures, added, removed, of } = news.change;
      const counts = [
        ...(kinds.includes('headline') ? ['headline'] : []),
        ...(figures.length === 0 ? [] : [`figures in ${figures.length} sentences`]),
        ...(added.length === 0 ? [] : [`${added.length} sentences added`]),
        ...(removed === 0 ? [] : [`${removed} of ${of} removed`]),
      ];
      const corrections = [
        ...(kinds.includes('headline') ? [`原文标题已改为《${cut(news.headline)}》。`] : []),
        ...figures.map((text) => `据更新后的原文，应为：“${cut(text)}”`),
      ];
      const ready = corrections.map((text) => `\n    > 更正（${today}）：${text}`).join('');
      return `${line(`changed: ${counts.join(', ')}`)}${ready}`;
    }
  }
}

function cut(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ')];
  return characters.length > LONGEST
    ? `${characters.slice(0, LONGEST).join('')}…`
    : characters.join('');
}

/** How many reports are in which state, and why others tell nothing. */
export function summarise(records: readonly LedgerRecord[]): string {
  const counts = { stands: 0, moved: 0, changed: 0, gone: 0, untold: 0 };
  const reasons = new Map<string, number>();
  for (const { state, silent } of records) {
    const shown = silent !== undefined && state !== 'gone' ? 'untold' : state;
    counts[shown] += 1;
    if (shown === 'untold' && silent !== undefined)
      reasons.set(silent.why, (reasons.get(silent.why) ?? 0) + 1);
  }
  const why = [...reasons].sort(([a], [b]) => (a < b ? -1 : 1)).map(([word, n]) => `${word} ${n}`);
  const untold = `${counts.untold} do not tell${why.length === 0 ? '' : ` (${why.join(', ')})`}`;
  const { stands, moved, changed, gone } = counts;
  return `${records.length} cited: ${stands} stand, ${moved} moved, ${changed} changed, ${gone} gone, ${untold}.`;
}

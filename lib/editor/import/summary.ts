import { VFile } from 'vfile';
import { hasColours } from '#lib/check/report.ts';
import { itemsOf } from '#lib/content/queries.ts';
import { displayPath } from '#lib/system/working-folder.ts';
import type { Imported } from './convert.ts';

/** What an import did, for the terminal: the counts, what was changed, the faults, and what to do next. */
export async function summarise(
  imported: Imported,
  path: string,
  isWritten: boolean,
): Promise<string> {
  const { date, dateFrom, draft, issue, diagnostics, pictures, widened, notices } = imported;
  const items = issue === undefined ? [] : itemsOf(issue);
  const sources = items.flatMap((item) => item.attributions).length;
  const number = issue?.number === undefined ? 'no number' : `number ${issue.number}`;
  const replaced = Object.entries(draft.replaced)
    .filter(([, times]) => times > 0)
    .map(([mark, times]) => `${times} ${mark}`);
  const { messages } = diagnostics;
  const errors = messages.filter(({ fatal }) => fatal).length;
  const file = displayPath(path);
  const vfile = new VFile({ path: file });
  vfile.messages = [...messages];
  const counts = [
    plural(issue?.sections.length ?? 0, 'section'),
    plural(items.length, 'item'),
    plural(sources, 'source'),
    plural(pictures.length, 'picture'),
  ];
  const unplaced = draft.lead.length;
  const { footnotes } = draft;
  const lines = [
    `${isWritten ? 'Wrote' : 'Would write'} ${file}: ${date} ${dateFrom}, ${number}.`,
    `${counts.join(', ')}.`,
    `Normalised: ${plural(widened, 'mark')} made full-width${replaced.length > 0 ? `; replaced by ### or 来源：: ${replaced.join(', ')}` : ''}.`,
    ...notices,
    ...(unplaced > 0 ? [`Kept before the first section: ${plural(unplaced, 'block')}.`] : []),
    ...(footnotes > 0 ? [`Put at the end of their items: ${plural(footnotes, 'footnote')}.`] : []),
    ...(messages.length > 0
      ? ['', (await import('vfile-reporter')).reporter(vfile, { color: hasColours() }), '']
      : ['No faults.']),
    `Next: ${nextStep(file, errors, messages.length - errors, date)}`,
  ];
  return lines.join('\n');
}

function nextStep(file: string, errors: number, warnings: number, date: string): string {
  if (errors > 0) return `mend ${file} where the lines above say, then npm run check`;
  return warnings > 0 ? 'npm run check' : `npm run preview -- ${date}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

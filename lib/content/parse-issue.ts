import { type IsoDate, isIsoDate } from '#lib/site/dates.ts';
import { issueTitle } from '#lib/site/site.ts';
import { Diagnostics } from './faults/diagnostics.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import type { Issue } from './issue.ts';
import { updatedOn } from './issue-days.ts';
import { blockText, parseMarkdown, toHtml } from './markdown/markdown.ts';
import { outlineOf } from './markdown/tree/outline.ts';
import { checkCharacters } from './prose/characters.ts';
import { checkProse } from './prose/check-prose.ts';
import { withoutExcess } from './prose/excess.ts';
import { checkInvisible } from './prose/invisible.ts';
import { SectionReader } from './read-sections.ts';
import type { Registries } from './registries/registries.ts';
import { reportEncoding, type TextFile } from './text-file.ts';

/** A parsed file: its issue, unless its name is not a day, and its faults. */
export type ParsedIssue = { issue: Issue | undefined; diagnostics: Diagnostics };

/**
 * Parses an issue file into a typed issue and its faults. It never throws. If there are errors, the issue has what
 * could be read. Lines, columns and offsets do not count a byte order mark.
 * @param file its name must be `YYYY-MM-DD.md`, or there is no issue
 */
export function parseIssue(file: TextFile, registries: Registries): ParsedIssue {
  const { path } = file;
  const diagnostics = new Diagnostics(path, file.text.replace(/^\uFEFF/, ''));
  const { data, body } = readFrontMatter(diagnostics);
  const date = readFileDate(path, data, diagnostics);
  const root = parseMarkdown(withoutExcess(body, diagnostics));
  checkProse(root, diagnostics);
  checkInvisible(diagnostics);
  checkCharacters(diagnostics);
  const outline = outlineOf(root, diagnostics);
  const sections = new SectionReader(registries, diagnostics, date).read(outline.sections);
  if (!diagnostics.failed && !sections.some((section) => section.items.length > 0)) {
    const reason = 'Unexpected empty issue, expected at least one section with an item';
    diagnostics.report('issue-empty', reason, diagnostics.text.length);
  }
  if (file.invalidAt !== undefined) {
    // Most other faults are consequences of the wrong bytes.
    diagnostics.messages.length = 0;
    reportEncoding(file, diagnostics);
  }
  // A draft is not published, so its errors must not stop a publication: they become warnings.
  if (data.draft) for (const message of diagnostics.messages) message.fatal = false;
  if (date === undefined) return { issue: undefined, diagnostics };

  const issue: Issue = {
    date,
    title: data.title ?? issueTitle(registries.site, date),
    draft: data.draft,
    lead: toHtml(outline.lead),
    leadText: blockText(outline.lead),
    sections,
    updated: updatedOn(date, sections),
    place: { path, line: 1, column: 1 },
  };
  if (data.number !== undefined) issue.number = data.number;
  if (data.summary !== undefined) issue.summary = data.summary;
  if (data.editor !== undefined) issue.editor = data.editor;
  return { issue, diagnostics };
}

function readFileDate(
  path: string,
  data: FrontMatter,
  diagnostics: Diagnostics,
): IsoDate | undefined {
  const name = path.split('/').at(-1)?.replace(/\.md$/, '') ?? '';
  if (!isIsoDate(name)) {
    const reason = `Unexpected file name \`${name}.md\`, expected a day such as 2025-03-31.md`;
    diagnostics.report('date-invalid', reason, 0);
    return undefined;
  }
  if (data.date !== undefined && data.date !== name) {
    const reason = `Unexpected date ${data.date}, expected the day in the file name, ${name}`;
    const at = diagnostics.text.search(/^date\s*:/m);
    diagnostics.report('date-mismatch', reason, Math.max(0, at));
  }
  return name;
}

import type { Diagnostics } from '#lib/content/faults/diagnostics.ts';
import type { Issue } from '#lib/content/issue.ts';
import { parseIssue } from '#lib/content/parse-issue.ts';
import type { Registries } from '#lib/content/registries/registries.ts';
import { writeIssue } from '#lib/editions/markdown/write-issue.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { Failure } from '#lib/system/failure.ts';
import { decodeText } from './decode.ts';
import { describeDraft } from './describe-draft.ts';
import type { IssueDraft } from './draft.ts';
import { detectBinary, detectTextFormat } from './format.ts';
import { frontLinesOf } from './kept-front.ts';
import { assertLength } from './length.ts';
import { readFileDate } from './marks/dateline.ts';
import { Notices } from './notices.ts';
import type { ReadDocument, readHtml } from './page/read-html.ts';
import { type ImportedPicture, pictureMark, placePictures } from './pictures.ts';
import type { Input } from './read-input.ts';
import { readText } from './read-text.ts';
import { recogniseIssue } from './recognise.ts';
import { nameOpenings, refusePart, splitIssues } from './split-issues.ts';
import { widenPunctuation } from './widen.ts';

/** An issue as it will stand in its file, and what there is to tell of how it came about. */
export type Imported = {
  date: IsoDate;
  dateFrom: 'from --date' | 'from the text' | 'from its name';
  text: string;
  pictures: ImportedPicture[];
  draft: IssueDraft;
  /** How many marks were made full-width. */
  widened: number;
  issue: Issue | undefined;
  diagnostics: Diagnostics;
  /** Sentences on what of the document is not in the issue, or otherwise than it was. */
  notices: string[];
};

const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/;

/**
 * Makes the issues of some bytes, most often one. Faults in them are collected, not thrown: a draft that holds all
 * is worth more to its editor than none.
 * @param given the day from `--date`, before which no other counts
 * @throws Failure for bytes that hold no text or more than an issue may, where nothing names the day, and for several
 *   issues with `--date`
 */
export async function convertIssues(
  input: Input,
  registries: Registries,
  given?: IsoDate,
): Promise<Imported[]> {
  const publication = registries.site.name;
  const document = await readDocument(input, publication);
  const { markdown, pictures } = await withPictures(document, input);
  assertLength(markdown, input.name);
  if (!/[\p{L}\p{N}]/u.test(markdown) && pictures.length === 0) {
    const leftOut = document.notices.join(' ');
    const but = leftOut === '' ? '' : ` but for what is left out (${leftOut})`;
    throw new Failure(`${input.name} is empty${but}: there is nothing to import.`, 2);
  }
  const { draft } = document;
  const parts =
    draft === undefined
      ? splitIssues(markdown, { name: publication, sections: registries.sections })
      : [{ text: markdown, opening: '' }];
  if (parts.length > 1 && given !== undefined) {
    throw new Failure(
      `--date names one day and ${input.name} has ${parts.length} issues, which begin with ${nameOpenings(parts)}: leave it out.`,
      2,
    );
  }
  return parts.map((part, index) => {
    const { text } = part;
    // Where a file has several issues, its name is not the day of any one: the text of each has to say it.
    const day = given ?? (parts.length === 1 ? readFileDate(input.name) : undefined);
    const own = pictures.filter((each) => parts.length === 1 || text.includes(pictureMark(each)));
    const imported = convertPart(
      { text, pictures: own, draft },
      registries,
      day,
      given !== undefined,
    );
    if (imported !== undefined) {
      const notices = index === 0 ? document.notices : [];
      return { ...imported, notices: [...notices, ...imported.notices] };
    }
    if (parts.length > 1) refusePart(input.name, parts, part);
    throw new Failure(
      `${input.name} does not say of which day it is: name it with --date 2025-03-31.`,
      2,
    );
  });
}

/** The issue that a text holds; `undefined` where nothing names its day. */
function convertPart(
  part: { text: string; pictures: ImportedPicture[]; draft: IssueDraft | undefined },
  registries: Registries,
  day: IsoDate | undefined,
  isGiven: boolean,
): Imported | undefined {
  const { text: markdown, pictures } = part;
  const front = FRONT_MATTER.exec(markdown);
  const body = front === null ? markdown : markdown.slice(front[0].length);
  const { site, sections, sources } = registries;
  const draft = part.draft ?? recogniseIssue(body, { name: site.name, sections, sources });
  const typed = /^date\s*:[ \t]*(\S.*)$/m.exec(front?.[1] ?? '')?.[1];
  const inText = (typed === undefined ? undefined : readFileDate(typed)) ?? draft.date;
  const date = isGiven ? day : (inText ?? day);
  if (date === undefined) return undefined;
  const { text: widened, count } = widenPunctuation(
    writeIssue({ ...draft, front: frontLinesOf(draft, front?.[1]) }),
  );
  const text = placePictures(widened, pictures, date);
  const { issue, diagnostics } = parseIssue({ path: `issues/${date}.md`, text }, registries);
  const dateFrom = isGiven ? 'from --date' : inText ? 'from the text' : 'from its name';
  const notices = describeDraft(draft, text);
  return { date, dateFrom, text, pictures, draft, widened: count, issue, diagnostics, notices };
}

/** The Markdown of an input of any format. Only Word documents and HTML wait for the libraries that read them. */
async function readDocument({ bytes, name }: Input, publication: string): Promise<ReadDocument> {
  if (detectBinary(bytes, name) === 'docx') {
    const [{ readDocx }, { readTree }, { isEdition, readEdition }] = await Promise.all([
      import('./docx/read-docx.ts'),
      import('./page/read-html.ts'),
      import('./edition.ts'),
    ]);
    const notices = new Notices();
    const page = readDocx(bytes, name, notices);
    if (!isEdition(page)) return { ...readTree(page, notices, name), notices: notices.list() };
    const { draft, pictures } = readEdition(page, notices, publication);
    return {
      markdown: writeIssue({ ...draft, front: [] }),
      pictures,
      notices: notices.list(),
      draft,
    };
  }
  const text = decodeText(bytes, name).replace(/[\uFEFF\u200B]/g, '');
  const format = detectTextFormat(text, name);
  if (format === 'html') return readPage(text, name);
  if (format === 'text') return readText(text, name);
  // Most Markdown has no HTML in it, and need not wait for what reads that.
  if (!/<[a-z!/]/i.test(text)) return { markdown: text, pictures: [], notices: [] };
  return (await import('./read-markdown.ts')).readMarkdown(text, name);
}

/** A document with the pictures in it and beside it, each once. */
async function withPictures({ markdown, pictures }: ReadDocument, { readBeside }: Input) {
  // Most have none, and need not wait for what reads them.
  if (!markdown.includes('![')) return { markdown, pictures };
  const taken = await (await import('./take-pictures.ts')).takePictures(markdown, readBeside);
  const byName = new Map([...pictures, ...taken.pictures].map((each) => [each.name, each]));
  return { markdown: taken.markdown, pictures: [...byName.values()] };
}

async function readPage(...page: Parameters<typeof readHtml>): Promise<ReadDocument> {
  return (await import('./page/read-html.ts')).readHtml(...page);
}

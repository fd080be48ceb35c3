import type { Diagnostics } from '#lib/content/faults/diagnostics.ts';
import type { Issue } from '#lib/content/issue.ts';
import { parseIssue } from '#lib/content/parse-issue.ts';
import type { Registries } from '#lib/content/registries/registries.ts';
import { writeIssue } from '#lib/editions/markdown/write-issue.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { Failure } from '#lib/system/failure.ts';
import { describeDraft } from './draft/describe-draft.ts';
import type { IssueDraft } from './draft/draft.ts';
import { recogniseIssue } from './draft/recognise.ts';
import { frontLinesOf } from './front/front-lines.ts';
import { readFileDate } from './marks/dateline.ts';
import { Notices } from './notices.ts';
import type { ReadDocument, readHtml } from './page/read-html.ts';
import { type ImportedPicture, picturePlaceholder, placePictures } from './pictures/pictures.ts';
import type { Input } from './read-input.ts';
import { nameOpenings, refusePart, splitIssues } from './split-issues.ts';
import { decodeText } from './text/decode.ts';
import { detectBinary, detectTextFormat } from './text/format.ts';
import { assertLength } from './text/length.ts';
import { readText } from './text/read-text.ts';
import { widenPunctuation } from './widen.ts';

/** An issue as it will stand in its file, and how it was made. */
export type Imported = {
  date: IsoDate;
  /** Where the day was found. The summary prints it. */
  dateFrom: 'from --date' | 'from the text' | 'from the file name';
  text: string;
  pictures: ImportedPicture[];
  draft: IssueDraft;
  /** How many punctuation marks were made full-width. */
  widened: number;
  issue: Issue | undefined;
  diagnostics: Diagnostics;
  /** Sentences on what was left out of the issue or changed in it. */
  notices: string[];
};

const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/;

/**
 * Makes issues of a file, most often one. Their faults are collected and not thrown: a complete issue with faults is
 * of more use to an editor than none.
 * @param given the day from `--date`, which goes before every other
 * @throws Failure for a file without text or with more than an issue may have, where nothing names the day, and where
 * `--date` is given for several issues
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
    const except = leftOut === '' ? '' : ` except for what was left out (${leftOut})`;
    throw new Failure(`${input.name} is empty${except}: there is nothing to import.`, 2);
  }
  const { draft } = document;
  const parts =
    draft === undefined
      ? splitIssues(markdown, { name: publication, sections: registries.sections })
      : [{ text: markdown, opening: '' }];
  if (parts.length > 1 && given !== undefined) {
    throw new Failure(
      `--date names one day and ${input.name} has ${parts.length} issues, which begin with ${nameOpenings(parts)}: leave --date out.`,
      2,
    );
  }
  return parts.map((part, index) => {
    const { text } = part;
    // The name of a file with several issues is the day of none: the text of each has to name its day.
    const day = given ?? (parts.length === 1 ? readFileDate(input.name) : undefined);
    const own = pictures.filter(
      (each) => parts.length === 1 || text.includes(picturePlaceholder(each)),
    );
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
    throw new Failure(`${input.name} does not name its day: give it with --date 2025-03-31.`, 2);
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
  const frontDate = /^date\s*:[ \t]*(\S.*)$/m.exec(front?.[1] ?? '')?.[1];
  const inText = (frontDate === undefined ? undefined : readFileDate(frontDate)) ?? draft.date;
  const date = isGiven ? day : (inText ?? day);
  if (date === undefined) return undefined;
  const { text: widened, count } = widenPunctuation(
    writeIssue({ ...draft, front: frontLinesOf(draft, front?.[1]) }),
  );
  const text = placePictures(widened, pictures, date);
  const { issue, diagnostics } = parseIssue({ path: `issues/${date}.md`, text }, registries);
  const dateFrom = isGiven ? 'from --date' : inText ? 'from the text' : 'from the file name';
  const notices = describeDraft(draft, text);
  return { date, dateFrom, text, pictures, draft, widened: count, issue, diagnostics, notices };
}

/**
 * The Markdown of an input in any format. The libraries that read Word documents and HTML are loaded only for these.
 */
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
  // What reads HTML is loaded only for Markdown with a tag in it.
  if (!/<[a-z!/]/i.test(text)) return { markdown: text, pictures: [], notices: [] };
  return (await import('./text/read-markdown.ts')).readMarkdown(text, name);
}

/** The Markdown of a document and all its pictures, each once: those inside it and those in files beside it. */
async function withPictures({ markdown, pictures }: ReadDocument, { readBeside }: Input) {
  // What measures pictures is loaded only where there are some.
  if (!markdown.includes('![')) return { markdown, pictures };
  const taken = await (await import('./pictures/take-pictures.ts')).takePictures(
    markdown,
    readBeside,
  );
  const byName = new Map([...pictures, ...taken.pictures].map((each) => [each.name, each]));
  return { markdown: taken.markdown, pictures: [...byName.values()] };
}

async function readPage(...page: Parameters<typeof readHtml>): Promise<ReadDocument> {
  return (await import('./page/read-html.ts')).readHtml(...page);
}

import type { Diagnostics } from '#lib/content/diagnostics.ts';
import type { Issue } from '#lib/content/issue.ts';
import { issueParser } from '#lib/content/parse-issue.ts';
import type { Registries } from '#lib/content/registries/registries.ts';
import { writeIssue } from '#lib/editions/markdown/write-issue.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { Failure } from '#lib/site/failure.ts';
import { decodeText } from './decode.ts';
import { describeDraft } from './describe-draft.ts';
import type { Draft } from './draft.ts';
import { detectBinary, detectTextFormat } from './format.ts';
import { frontOf } from './kept-front.ts';
import { assertLength } from './length.ts';
import { readFileDate } from './marks/dateline.ts';
import type { ReadDocument, readHtml } from './page/read-html.ts';
import { type Picture, placePictures } from './pictures.ts';
import type { Input } from './read-input.ts';
import { readText } from './read-text.ts';
import { recogniseIssue } from './recognise.ts';
import { Told } from './told.ts';
import { widenPunctuation } from './widen.ts';

/** An issue as it will stand in its file, and what there is to tell of how it came about. */
export type Imported = {
  date: IsoDate;
  dateFrom: 'from --date' | 'from the text' | 'from its name';
  text: string;
  pictures: Picture[];
  draft: Draft;
  /** How many marks were made full-width. */
  widened: number;
  issue: Issue | undefined;
  diagnostics: Diagnostics;
  /** Sentences on what of the document is not in the issue, or otherwise than it was. */
  told: string[];
};

const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/;

/**
 * Makes an issue of some bytes. Faults in it are collected, not thrown: a draft that holds all is worth
 * more to its editor than none.
 * @param given the day from `--date`, before which no other counts
 * @throws Failure for bytes that hold no text or more than an issue may, and where nothing names the day
 */
export async function convertInput(
  input: Input,
  registries: Registries,
  given?: IsoDate,
): Promise<Imported> {
  const { site, sections, sources } = registries;
  const document = await readDocument(input, site.name);
  const { markdown, pictures } = await withPictures(document, input);
  assertLength(markdown, input.name);
  const front = FRONT_MATTER.exec(markdown);
  const body = front === null ? markdown : markdown.slice(front[0].length);
  if (!/[\p{L}\p{N}]/u.test(markdown) && pictures.length === 0) {
    const leftOut = document.told.join(' ');
    const but = leftOut === '' ? '' : ` but for what is left out (${leftOut})`;
    throw new Failure(`${input.name} is empty${but}: there is nothing to import.`, 2);
  }
  const draft = document.draft ?? recogniseIssue(body, { name: site.name, sections, sources });
  const typed = /^date\s*:[ \t]*(\S.*)$/m.exec(front?.[1] ?? '')?.[1];
  const inText = (typed === undefined ? undefined : readFileDate(typed)) ?? draft.date;
  const date = given ?? inText ?? readFileDate(input.name);
  if (date === undefined) {
    throw new Failure(
      `${input.name} does not say of which day it is: name it with --date 2025-03-31.`,
      2,
    );
  }
  const { text: widened, count } = widenPunctuation(
    writeIssue({ ...draft, front: frontOf(draft, front?.[1]) }),
  );
  const text = placePictures(widened, pictures, date);
  const { issue, diagnostics } = issueParser(registries)({ path: `issues/${date}.md`, text });
  const dateFrom = given ? 'from --date' : inText ? 'from the text' : 'from its name';
  const told = [...document.told, ...describeDraft(draft, text)];
  return { date, dateFrom, text, pictures, draft, widened: count, issue, diagnostics, told };
}

/** The Markdown of an input of any format. Only what is Word's or HTML waits for the libraries that read it. */
async function readDocument({ bytes, name }: Input, publication: string): Promise<ReadDocument> {
  if (detectBinary(bytes, name) === 'docx') {
    const [{ readDocx }, { readTree }, { isEdition, readEdition }] = await Promise.all([
      import('./docx/read-docx.ts'),
      import('./page/read-html.ts'),
      import('./edition.ts'),
    ]);
    const told = new Told();
    const page = readDocx(bytes, name, told);
    if (!isEdition(page)) return { ...readTree(page, told), told: told.list() };
    const { draft, pictures } = readEdition(page, told, publication);
    return { markdown: writeIssue({ ...draft, front: [] }), pictures, told: told.list(), draft };
  }
  const text = decodeText(bytes, name).replace(/[\uFEFF\u200B]/g, '');
  const format = detectTextFormat(text, name);
  if (format === 'html') return readPage(text, name);
  if (format === 'text') return readText(text, name);
  return { markdown: text, pictures: [], told: [] };
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

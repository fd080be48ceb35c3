import matter from 'gray-matter';
import { z } from 'zod';
import { blank } from './blank.ts';
import type { Diagnostics } from './faults/diagnostics.ts';
import { YamlFile } from './yaml/yaml-file.ts';

/** What the front matter of an issue may contain. */
export const frontMatterSchema = z.strictObject({
  date: z.string().optional().describe('可以不写：文件名就是日期'),
  number: z
    .int('expected a whole number')
    .positive('expected 1 or more')
    .optional()
    .describe('期号，全刊不重复'),
  title: z
    .string()
    .trim()
    .min(1, 'expected some text')
    .max(200)
    .optional()
    .describe('标题；不写就用刊名和日期'),
  summary: z.string().trim().min(1, 'expected some text').optional().describe('导语，一两句话'),
  editor: z.string().trim().min(1, 'expected some text').optional().describe('编辑'),
  draft: z.boolean('expected true or false').default(false).describe('草稿不公开'),
});

export type FrontMatter = z.infer<typeof frontMatterSchema>;

/**
 * Splits an issue file into its front matter and its body. In the body, spaces stand for the front matter, so that
 * every line, column and offset in it is one of the file.
 */
export function readFrontMatter(diagnostics: Diagnostics): { data: FrontMatter; body: string } {
  const parts = splitAtFences(diagnostics);
  if (!diagnostics.failed) reportUnread(parts.body, diagnostics);
  return parts;
}

function splitAtFences(diagnostics: Diagnostics): { data: FrontMatter; body: string } {
  const { text } = diagnostics;
  const none: FrontMatter = { draft: false };
  // Four hyphens are a horizontal line in the text, for gray-matter too.
  if (!text.startsWith('---') || text.startsWith('----')) return { data: none, body: text };
  const [fence = ''] = /^---[^\r\n]*/.exec(text) ?? [];
  const language = fence.slice(3).trim();
  if (language !== '' && language !== 'yaml') {
    const reason = `Unexpected \`${language}\` after ---, expected a line of three hyphens, then YAML`;
    diagnostics.report('front-matter-invalid', reason, 3);
    return { data: none, body: text };
  }
  const offset = fence.length;
  const close = text.indexOf('\n---', offset) + 1;
  if (close === 0) {
    const reason =
      'Unexpected end of the file, expected a line of three hyphens after the front matter';
    diagnostics.report('front-matter-invalid', reason, text.length);
    return { data: none, body: blank(text) };
  }
  if (close - offset > LONGEST_FRONT_MATTER) {
    const reason = `Unexpected ${close - offset} characters of front matter, expected at most ${LONGEST_FRONT_MATTER}`;
    diagnostics.report('front-matter-invalid', reason, offset);
    return { data: none, body: blank(text.slice(0, close)) + text.slice(close) };
  }
  const file = matter(text, { engines: { yaml: leaveUnread } });
  const bodyStart = text.length - file.content.length;
  const body = blank(text.slice(0, bodyStart)) + file.content;
  if (!/^---[ \t]*(\r|\n|$)/.test(text.slice(close))) {
    const reason = 'Unexpected end of the front matter, expected a line of exactly three hyphens';
    diagnostics.report('front-matter-invalid', reason, close);
  }
  const yaml = YamlFile.within(
    diagnostics,
    'front-matter-invalid',
    // gray-matter cuts before the \n of the closing fence and leaves the \r in front of that.
    file.matter.replace(/\r$/, ''),
    offset,
  );
  const data = yaml.isEmpty ? undefined : yaml.check([], frontMatterSchema);
  return { data: data ?? none, body };
}

/**
 * In UTF-16 units: longer than any summary, and short enough to be read at once. The YAML library takes minutes for a
 * megabyte of brackets, and gray-matter's search for comments takes time with the square of the blank lines.
 */
export const LONGEST_FRONT_MATTER = 10_000;

/**
 * Reports text that looks like front matter and was not read as such: there is text before it, or its fences are not
 * two lines of three hyphens. It would be published as text, and a `draft: true` in it would have no effect.
 */
function reportUnread(body: string, diagnostics: Diagnostics): void {
  const lead = body.slice(0, FIRST_TITLE.exec(body)?.index);
  const at = [FENCED, KEY].map((pattern) => lead.search(pattern)).find((index) => index !== -1);
  const draft = body.search(DRAFT);
  if (at === undefined && draft === -1) return;
  const start = at ?? draft;
  const reason =
    'Unexpected front matter that is not read, expected it at the start of the file between two lines of exactly three hyphens';
  diagnostics.report('front-matter-invalid', reason, start + body.slice(start).search(/\S/));
}

/** The first heading or title of an issue. Front matter is only looked for above it. */
const FIRST_TITLE = /^[ \t\u3000]*[#＃【]/m;
/** A fence of any kind as the first line, and a key below it. */
const FENCED =
  /^\s*(?:-{3,}|\+{3,}|\*{3,}|={3,}|~{3,}|`{3,}|;{3,}|[—–]{2,})[a-z]*[ \t]*\r?\n\s*[\w"'-]+[ \t]*[:：=]/i;
const KEY = /^[ \t\u3000]*[{"']*(?:date|number|title|summary|editor|draft)["']?[ \t]*[:：=]/im;
const DRAFT = /^[ \t\u3000]*draft[ \t]*[:：=][ \t]*(?:true|yes|是)[ \t]*$/im;

// gray-matter only splits the text: `YamlFile` reads the YAML, with the places of its faults. (gray-matter's own
// engines run `---js` as JavaScript, and without options it caches by text and returns `{}` after a failure.)
const leaveUnread = { parse: () => ({}) };

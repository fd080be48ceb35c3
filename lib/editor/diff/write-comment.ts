import { paths } from '#lib/site/paths.ts';
import { escapeForComment } from './comment-html.ts';
import {
  type ChangeKind,
  type FieldChange,
  type IssueDifference,
  type ItemDifference,
  issueStates,
  type Run,
} from './difference.ts';
import { shorten } from './text-runs.ts';

const KINDS: Record<ChangeKind, string> = { new: '新增', removed: '删去', changed: '改动' };
const TAGS = { removed: 'del', added: 'ins' } as const;

/**
 * Writes differences as the comment of a pull request. It ends with how many issues and items were left out where it
 * would be longer.
 * @param most the most characters it may have. GitHub takes 65,536 in a comment.
 */
export function writeComment(differences: readonly IssueDifference[], most: number): string {
  if (differences.length === 0) return '<p>刊出的文字没有改动。</p>';
  const items = differences.flatMap((issue) => issue.items).length;
  const parts = [
    `<p>文字有改动的：${differences.length}期，${items}条。<del>删去</del>、<ins>加上</ins>。</p>`,
  ];
  const blocks = differences.flatMap(blocksOf);
  let room = most - parts.join('').length - ROOM_FOR_END;
  const fitting = blocks.findIndex((block) => {
    room -= block.length + SEPARATOR.length;
    return room < 0;
  });
  const shown = fitting < 0 ? blocks : blocks.slice(0, fitting);
  const rest = blocks.length - shown.length;
  if (rest > 0) shown.push(`<p>太长，后面还有${rest}段没有列出。</p>`);
  return [...parts, ...shown].join(SEPARATOR);
}

/** A blank line ends a block of HTML. */
const SEPARATOR = '\n\n';
/** For the line that says what was left out. */
const ROOM_FOR_END = 100;

/** One block for the issue and one for each of its items; of a new issue and a removed one, one block in all. */
function blocksOf(issue: IssueDifference): string[] {
  const state = issue.state === 'public' ? '' : `（${issueStates[issue.state]}）`;
  const name = escapeForComment(`${paths.issue(issue.date)} ${issue.title}`);
  const heading = `<h4>${KINDS[issue.kind]}${state} ${name}</h4>`;
  if (issue.kind === 'changed') {
    return [heading + listOf(issue.fields.map(writeField)), ...issue.items.map(writeItem)];
  }
  const titles = issue.items.map((item) => escapeForComment(`${item.section} · ${item.title}`));
  return [heading, ...titles.map((title) => `<ul><li>${title}</li></ul>`)];
}

function writeItem({ kind, id, title, section, notes, fields }: ItemDifference): string {
  const name = escapeForComment(`${section} · ${title}（${id}）`);
  const lines = [...notes.map(escapeForComment), ...fields.map(writeField)];
  return `<p><b>${KINDS[kind]}</b> ${name}</p>${listOf(lines)}`;
}

function listOf(lines: readonly string[]): string {
  if (lines.length === 0) return '';
  return `<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`;
}

function writeField({ field, runs }: FieldChange): string {
  return `${field}：${shorten(runs).map(writeRun).join('')}`;
}

function writeRun({ kind, text }: Run): string {
  const html = escapeForComment(text);
  if (kind === 'same') return html;
  return `<${TAGS[kind]}>${html}</${TAGS[kind]}>`;
}

import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
  snippetCompletion,
} from '@codemirror/autocomplete';
import { LINE_LABEL } from '#lib/content/attribution/source-words.ts';
import type { OfferedName, OfferedNames } from '../messages.ts';
import { lastLineOfFrontMatter } from './colours.ts';
import { snippets } from './snippets.ts';

/** The line up to the cursor, where sources are named: after the label, at the start of a line or in brackets. */
const ATTRIBUTION = new RegExp(`(?:^|[（(])(?:${LINE_LABEL}|来源\\s{0,9}[:：])([^（）()]*)$`, 'i');
/** What stands between two sources, and before the text of a link. */
const SEPARATORS = /[、；;·|｜/／，,[]/;

/** The sources of completions: what is offered depends on where the cursor stands. */
export function completionSources(names: OfferedNames): CompletionSource[] {
  return [
    (context) => fieldsAt(context, names),
    (context) => sectionsAt(context, names),
    (context) => sourcesAt(context, names),
    (context) => snippetsAt(context),
    (context) => othersAt(context, names),
  ];
}

function fieldsAt(context: CompletionContext, { fields }: OfferedNames): CompletionResult | null {
  const { doc } = context.state;
  const before = lineBefore(context);
  const front = lastLineOfFrontMatter(doc);
  const { number } = doc.lineAt(context.pos);
  if (number === 1 || number >= front || !/^[a-z]*$/.test(before)) return null;
  return resultFor(context, before, fields);
}

function sectionsAt(context: CompletionContext, names: OfferedNames): CompletionResult | null {
  const name = /^##[ \t]([^#]*)$/.exec(lineBefore(context))?.[1]?.trimStart();
  return name === undefined ? null : resultFor(context, name, names.sections);
}

function sourcesAt(context: CompletionContext, { sources }: OfferedNames): CompletionResult | null {
  const list = ATTRIBUTION.exec(lineBefore(context))?.[1];
  const name = list?.split(SEPARATORS).at(-1)?.trimStart();
  return name === undefined ? null : resultFor(context, name, sources);
}

function snippetsAt(context: CompletionContext): CompletionResult | null {
  const before = lineBefore(context);
  if (!/^[a-z]*\d?$/.test(before) || (before.length < 2 && !context.explicit)) return null;
  const { doc } = context.state;
  const { number } = doc.lineAt(context.pos);
  if (number > 1 && number < lastLineOfFrontMatter(doc)) return null;
  const options = snippets
    // A second front matter would be a fault.
    .filter(({ word }) => word !== 'qikan' || number === 1)
    .map(({ word, form, detail }) =>
      snippetCompletion(form.replace('TODAY', today()), { label: word, detail }),
    );
  return { from: context.pos - before.length, options };
}

/** Topics, organisations and documents are offered anywhere, but only when they are asked for. */
function othersAt(context: CompletionContext, { others }: OfferedNames): CompletionResult | null {
  if (!context.explicit) return null;
  const isStart = (start: string) => others.some(({ name }) => name.startsWith(start));
  // Chinese words are not parted by spaces: the longest end of the line that begins a name is what was typed of it.
  const letters = Array.from(lineBefore(context)).slice(-LONGEST_START);
  const typed = letters.map((_, index) => letters.slice(index).join('')).find(isStart);
  return typed === undefined ? null : resultFor(context, typed, others);
}

const LONGEST_START = 20;

/** @param typed what stands before the cursor of the name; nothing is offered when it is whole */
function resultFor(
  { pos, explicit }: CompletionContext,
  typed: string,
  names: readonly OfferedName[],
): CompletionResult | null {
  if (!explicit && names.some(({ name, apply = name }) => apply === typed)) return null;
  // Aliases are for those who type one: a whole list has each entry once.
  const offered = typed === '' ? names.filter((name) => !isAlias(name)) : names;
  return { from: pos - typed.length, options: offered.map(toCompletion) };
}

/** Names stand before aliases, and otherwise in the order of their registry. */
function toCompletion(offered: OfferedName, index: number): Completion {
  const { name, apply, detail } = offered;
  const sortText = String(index).padStart(6, '0');
  if (!isAlias(offered))
    return { label: name, sortText, ...(apply && { apply }), ...(detail && { detail }), boost: 1 };
  return { label: name, sortText, apply: apply ?? name, detail: `→ ${apply}` };
}

/** Whether another name is written than the one that is shown. */
function isAlias({ apply, detail }: OfferedName): boolean {
  return apply !== undefined && detail === undefined;
}

function lineBefore({ state, pos }: CompletionContext): string {
  const { from } = state.doc.lineAt(pos);
  return state.sliceDoc(from, pos);
}

/** The day by the clock of this machine. */
function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

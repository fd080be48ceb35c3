import {
  type Diagnostic,
  linter,
  lintGutter,
  nextDiagnostic,
  previousDiagnostic,
} from '@codemirror/lint';
import { type Extension, StateEffect } from '@codemirror/state';
import { type EditorView, keymap } from '@codemirror/view';
import type { ListedFault } from '#lib/content/faults/fault-list.ts';
import type { FoundFaults } from '../messages.ts';
import { ask } from './ask.ts';
import { find, make, makeButton, reasonOf, say, settings } from './page.ts';

/** Asks for the faults again though the text is the same: another file has changed. */
export const lookAgain = StateEffect.define<null>();

/** How long nothing must be typed before the text is checked, in ms. */
const REST = 350;

let asking = new AbortController();

/** Shows the faults of the text in the margin, below the words, and in the list under the text. F8 leads to the next. */
export function faults(name: string): Extension {
  return [
    lintGutter(),
    linter((view) => check(view, name), {
      delay: REST,
      needsRefresh: ({ transactions }) =>
        transactions.some(({ effects }) => effects.some((effect) => effect.is(lookAgain))),
    }),
    keymap.of([
      { key: 'F8', run: nextDiagnostic, shift: previousDiagnostic, preventDefault: true },
    ]),
  ];
}

async function check(view: EditorView, name: string): Promise<Diagnostic[]> {
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  const { doc } = view.state;
  try {
    const found = await ask<FoundFaults | null>('faults', name, { text: doc.toString() }, signal);
    // What is composed by an input method is not finished, and marks below it would disturb it.
    if (found === null || view.composing || !view.state.doc.eq(doc)) return [];
    list(view, found);
    return found.faults.filter(isOwn).map((fault) => toDiagnostic(view, fault));
  } catch (error) {
    if (!signal.aborted) say(reasonOf(error));
    return [];
  }
}

function isOwn({ path }: ListedFault): boolean {
  return path === `issues/${settings.name}.md`;
}

function list(view: EditorView, { faults: all, fixable }: FoundFaults): void {
  const errors = all.filter(({ severity }) => severity === 'error').length;
  const count = find('fault-count', HTMLElement);
  count.textContent = all.length === 0 ? '没有' : `${errors} 处错误，${all.length - errors} 处提醒`;
  find('fault-list', HTMLElement).replaceChildren(...all.map((fault) => entry(view, fault)));
  find('mend', HTMLButtonElement).disabled = fixable === 0;
}

function entry(view: EditorView, fault: ListedFault): HTMLElement {
  const { path, line, severity, reason, rule } = fault;
  const kind = make('b', severity === 'error' ? '错误' : '提醒');
  kind.className = severity;
  const text = [kind, ` ${reason} `, make('code', rule)];
  if (!isOwn(fault)) return make('li', `${path} 第${line}行 `, ...text);
  const button = makeButton('', () => {
    view.dispatch({ selection: { anchor: toDiagnostic(view, fault).from }, scrollIntoView: true });
    view.focus();
  });
  button.append(`第${line}行 `, ...text);
  return make('li', button);
}

/** A fault has only its place: the word that begins there is marked, or the whole heading. */
function toDiagnostic({ state: { doc } }: EditorView, fault: ListedFault): Diagnostic {
  const line = doc.line(Math.min(fault.line, doc.lines));
  const from = Math.min(line.from + fault.column - 1, line.to);
  const word = /^(?:#.*|[^\s，。；：、（）()[\]]+)/.exec(doc.sliceString(from, line.to))?.[0] ?? '';
  return {
    from,
    to: Math.min(from + Math.max(word.length, 1), line.to),
    severity: fault.severity,
    message: fault.reason,
    source: fault.rule,
  };
}

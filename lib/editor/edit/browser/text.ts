import { autocompletion, completionKeymap, startCompletion } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import type { OfferedNames } from '../messages.ts';
import { colours } from './colours.ts';
import { completionSources } from './completions.ts';
import { phrases } from './phrases.ts';

/** What every text has: colours, completions, search, history. Tab is left alone, so that it leaves the text. */
export function textExtensions(names: OfferedNames, nonce: string): Extension {
  return [
    EditorView.cspNonce.of(nonce),
    EditorState.phrases.of(phrases),
    EditorView.contentAttributes.of({
      'aria-label': '本期的文字',
      lang: 'zh-CN',
      // Browsers need none here, but axe takes a scrolled part without one for a part that no key reaches.
      tabindex: '0',
    }),
    EditorView.lineWrapping,
    lineNumbers(),
    highlightActiveLine(),
    highlightSelectionMatches(),
    history(),
    search({ top: true }),
    colours,
    autocompletion({
      override: completionSources(names),
      icons: false,
      // So few that the list needs no scrolling, which would take another key; the arrow keys lead to the others.
      maxRenderedOptions: 12,
    }),
    keymap.of([
      // Windows changes the input method with Ctrl+Space, which is CodeMirror's own key.
      { key: 'Alt-/', run: startCompletion },
      ...completionKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...defaultKeymap,
    ]),
  ];
}

/** Replaces the text where it differs, so that the cursor and what is in view stay. It can be undone. */
export function replaceText(view: EditorView, text: string): void {
  const now = view.state.doc.toString();
  const most = Math.min(now.length, text.length);
  let head = 0;
  while (head < most && now[head] === text[head]) head += 1;
  let tail = 0;
  while (tail < most - head && now.at(-1 - tail) === text.at(-1 - tail)) tail += 1;
  if (head + tail === now.length && now.length === text.length) return;
  view.dispatch({
    changes: { from: head, to: now.length - tail, insert: text.slice(head, text.length - tail) },
  });
}

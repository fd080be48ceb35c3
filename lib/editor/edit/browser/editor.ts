import { EditorView, keymap } from '@codemirror/view';
import type { MendedText, OfferedNames, OpenedIssue } from '../messages.ts';
import { ask } from './ask.ts';
import { offerCommit } from './commit-dialog.ts';
import { faults, lookAgain } from './faults.ts';
import { offerNewIssue } from './new-dialog.ts';
import { complain, find, reasonOf, say, settings } from './page.ts';
import { Saving } from './saving.ts';
import { replaceText, textExtensions } from './text.ts';

const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
/** Below this width the preview covers the text, so it is shown only when it is asked for. */
const NARROW = '(width < 60rem)';

offerNewIssue();
choosePreview();
// By a button, and not as soon as another day is chosen: the arrow keys choose each day on their way.
find('open', HTMLButtonElement).addEventListener('click', () => {
  location.assign(encodeURIComponent(find('issue', HTMLSelectElement).value));
});
if (settings.name === undefined) say('还没有一期：按“新的一期”新建。');
else openIssue(settings.name).catch(complain);

async function openIssue(name: string): Promise<void> {
  const [opened, names] = await Promise.all([
    ask<OpenedIssue>('text', name),
    ask<OfferedNames>('names', '').catch((error: unknown) => {
      // Without the registries there is nothing to complete, and the text can be written all the same.
      complain(error);
      return { fields: [], sections: [], sources: [], others: [] };
    }),
  ]);
  const view: EditorView = new EditorView({
    doc: opened.text,
    parent: find('text', HTMLElement),
    extensions: [
      keymap.of([
        {
          key: 'Mod-s',
          preventDefault: true,
          run: () => {
            void saving.save();
            return true;
          },
        },
      ]),
      textExtensions(names, nonce),
      faults(name),
      EditorView.updateListener.of(({ docChanged }) => {
        if (docChanged) saving.changed();
      }),
    ],
  });
  const saving = new Saving(view, name, opened);
  saving.offerDraft();
  find('save', HTMLButtonElement).addEventListener('click', () => void saving.save());
  find('mend', HTMLButtonElement).addEventListener('click', () => {
    mend(view, name).catch(complain);
  });
  if (settings.commits) offerCommit(saving);
  saveFromAnywhere(saving);
  followFolder(view, saving);
  view.focus();
}

/** Mends what `npm run fix` mends. It can be undone. */
async function mend(view: EditorView, name: string): Promise<void> {
  const { doc } = view.state;
  const { text, mended } = await ask<MendedText>('mend', name, { text: doc.toString() });
  if (!view.state.doc.eq(doc)) {
    say('文字刚刚又改了，再按一次“自动改正”。');
    return;
  }
  replaceText(view, text);
  say(mended === 0 ? '没有能自动改正的' : `改正了 ${mended} 处，Ctrl+Z 可以撤销`);
}

/** Saves with the keys of the text where the focus is elsewhere too. */
function saveFromAnywhere(saving: Saving): void {
  addEventListener('keydown', (event) => {
    if (
      event.defaultPrevented ||
      event.key.toLowerCase() !== 's' ||
      !(event.ctrlKey || event.metaKey)
    )
      return;
    event.preventDefault();
    void saving.save();
  });
}

/** Looks at the folder again whenever a file in it has changed. */
function followFolder(view: EditorView, saving: Saving): void {
  let isFirst = true;
  new EventSource('/events').addEventListener('message', () => {
    saving.follow().catch((error: unknown) => say(reasonOf(error)));
    // The first event tells of what was there when the page was opened, and that is being checked.
    if (!isFirst) view.dispatch({ effects: lookAgain.of(null) });
    isFirst = false;
  });
}

function choosePreview(): void {
  const button = find('show-preview', HTMLButtonElement);
  const show = (isShown: boolean) => {
    button.setAttribute('aria-pressed', String(isShown));
    document.body.classList.toggle('with-preview', isShown);
  };
  button.hidden = settings.preview === undefined;
  show(settings.preview !== undefined && !matchMedia(NARROW).matches);
  button.addEventListener('click', () => show(button.getAttribute('aria-pressed') !== 'true'));
}

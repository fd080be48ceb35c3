import { isolateHistory } from '@codemirror/commands';
import type { Text } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { ConflictingFile, OpenedIssue, Saved } from '../messages.ts';
import { ask } from './ask.ts';
import { dropDraft, keepDraft, readDraft } from './drafts.ts';
import { complain, make, makeButton, makeListing, notify, reasonOf, say } from './page.ts';
import { replaceText } from './text.ts';

/** How long nothing must be typed before the text is kept in the browser, in ms. */
const REST = 500;

/** Knows what of the text is saved, saves it, and keeps in the browser what is not. */
export class Saving {
  #saved: Text;
  #base: string;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** @param opened the file that the view was made with */
  constructor(
    readonly view: EditorView,
    readonly name: string,
    opened: OpenedIssue,
  ) {
    this.#saved = view.state.doc;
    this.#base = opened.hash;
    addEventListener('pagehide', () => this.#keep());
    addEventListener('beforeunload', (event) => {
      if (this.isDirty) event.preventDefault();
    });
  }

  /** The hash of the file that the text was made from. */
  get base(): string {
    return this.#base;
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  get isDirty(): boolean {
    return !this.view.state.doc.eq(this.#saved);
  }

  /** Called when the text has changed. */
  changed(): void {
    say(this.isDirty ? '没有保存' : '');
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.#keep(), REST);
  }

  /** Saves the text, after the save that is under way. @returns whether it is in the file now */
  save(): Promise<boolean> {
    const saving = this.#last.then(() => this.#save());
    this.#last = saving;
    return saving;
  }

  /** Takes the file as it is now on the disk, if another program has written it and nothing was typed since. */
  async follow(): Promise<void> {
    await this.#last;
    const file = await ask<OpenedIssue>('text', this.name);
    if (file.hash === this.#base) return;
    if (this.isDirty) {
      say('文件在磁盘上已改动；保存时会让你选用哪一份。');
      return;
    }
    this.#take(file);
    say('文件在磁盘上已改动，这里已换成新的。');
  }

  /** Offers the text that was typed and not saved when the page was left. */
  offerDraft(): void {
    const draft = readDraft();
    if (draft === undefined) return;
    if (draft.text === this.text) {
      dropDraft();
      return;
    }
    const when = new Date(draft.at).toLocaleString('zh-CN');
    const close = notify(
      `有上次没有保存的文字（${when}）`,
      makeButton('恢复', () => {
        // The file may have changed since: then the save will tell.
        this.#base = draft.base;
        replaceText(this.view, draft.text);
        close();
        this.view.focus();
      }),
      ' ',
      makeButton('丢弃', () => {
        dropDraft();
        close();
      }),
    );
  }

  async #save(): Promise<boolean> {
    const { doc } = this.view.state;
    try {
      const body = { text: this.text, base: this.#base };
      const reply = await ask<Saved | ConflictingFile>('save', this.name, body);
      if (reply.state === 'conflict') {
        this.#showConflict(reply);
        return false;
      }
      this.#saved = doc;
      this.#base = reply.hash;
      this.#keep();
      const time = new Date().toLocaleTimeString('zh-CN');
      say(reply.state === 'saved' ? `已保存 ${time}` : '没有改动，文件原样未动');
      return true;
    } catch (error) {
      complain(error);
      return false;
    }
  }

  #showConflict(file: ConflictingFile): void {
    const mine = this.text;
    const close = notify(
      '没有保存：文件在磁盘上已改动',
      make(
        'p',
        '下面是两份的差别：- 是磁盘上的，+ 是页面上的。选哪一份都可以撤销（Ctrl+Z）回到另一份。',
      ),
      makeListing(file.difference),
      makeButton('保存页面上的', () => {
        this.#take(file);
        this.#replace(mine);
        close();
        void this.save();
      }),
      ' ',
      makeButton('改用磁盘上的', () => {
        this.#take(file);
        close();
        say('已换成磁盘上的文字');
      }),
      ' ',
      makeButton('先不管', () => close()),
    );
  }

  /** Takes the text of a file as the saved one. */
  #take({ text, hash }: OpenedIssue): void {
    this.#replace(text);
    this.#saved = this.view.state.doc;
    this.#base = hash;
    this.#keep();
  }

  /** Replaces the text as one step of the history. */
  #replace(text: string): void {
    this.view.dispatch({ annotations: isolateHistory.of('full') });
    replaceText(this.view, text);
    this.view.dispatch({ annotations: isolateHistory.of('full') });
  }

  #keep(): void {
    clearTimeout(this.#resting);
    try {
      if (this.isDirty) keepDraft(this.text, this.#base);
      else dropDraft();
    } catch (error) {
      say(reasonOf(error));
    }
  }
}

import * as paths from '#lib/site/browser-paths.ts';
import { type ClipItem, type Loaded, loadItems } from './clips/clip-items.ts';
import { toMarkdown } from './clips/clipping-export.ts';
import {
  type Clip,
  keyOf,
  readClips,
  storeClips,
  storedClips,
  without,
  writeClips,
} from './clips/clips.ts';
import { save } from './clips/save.ts';
import { formatDay } from './page/day.ts';
import { define, h } from './page/define.ts';
import { load } from './page/load.ts';
import { say } from './page/status.ts';
import { onReturn } from './reader/returns.ts';

type ChangeClips = (clips: readonly Clip[]) => readonly Clip[];

/**
 * Shows a selection in its order; its items can be moved, removed and exported. It is either the reader's own, which is
 * stored in this browser, or one that came in the page's address: changes of that one are only written to the address.
 */
class ClipList extends HTMLElement {
  readonly #summary = h('p');
  readonly #tools = h('p', { class: 'tools' });
  readonly #list = h('ol');
  #clips: readonly Clip[] = [];
  #isOwn = true;
  #loaded = new Map<string, Loaded>();

  connectedCallback(): void {
    if (this.firstChild) return;
    this.append(this.#summary, this.#tools, this.#list);
    const asked = new URLSearchParams(location.search).get('items');
    this.#isOwn = asked === null || asked === writeClips(storedClips());
    this.#clips = this.#isOwn ? storedClips() : readClips(asked ?? '');
    onReturn(() => {
      if (this.#isOwn) this.#clips = storedClips();
      void this.#show();
    });
    void this.#show();
  }

  get #items(): ClipItem[] {
    return this.#clips.flatMap((clip) => {
      const item = this.#loaded.get(keyOf(clip));
      return typeof item === 'object' ? item : [];
    });
  }

  /** Changes the selection. The stored one is read again first, because another tab may have changed it. */
  #change(change: ChangeClips, done = ''): void {
    const before = this.#isOwn ? storedClips() : this.#clips;
    this.#clips = change(before);
    if (this.#isOwn) storeClips(this.#clips);
    void this.#show();
    if (done === '') return;
    const undo = button('撤销', () => {
      void say('已撤销');
      this.#change(() => before);
    });
    const message = h('span', {}, `${done}。`, undo);
    void say(message).then(() => {
      // The pressed button was drawn anew and lost the focus. It stays where the reader has put it since.
      if (document.activeElement === document.body) undo.focus();
    });
  }

  async #show(): Promise<void> {
    // The selection is in the address so that the reader can share it.
    const query = this.#clips.length === 0 ? '' : `?items=${writeClips(this.#clips)}`;
    history.replaceState(null, '', paths.clipping() + query);
    this.#draw();
    this.#summary.textContent = this.#summarize();
    const missing = this.#clips.filter((clip) => typeof this.#loaded.get(keyOf(clip)) !== 'object');
    if (missing.length === 0) return;
    const loaded = await loadItems(missing);
    this.#loaded = new Map([...this.#loaded, ...loaded]);
    this.#draw();
  }

  #summarize(): string {
    if (this.#clips.length > 0) {
      return this.#isOwn
        ? `共${this.#clips.length}条`
        : `地址里带来的选编，共${this.#clips.length}条；改动只记在地址里`;
    }
    return this.#isOwn
      ? '还没有选入消息。在每条消息下面按“选编”，就会列在这里'
      : '地址里没有可以读出的选编';
  }

  #draw(): void {
    this.#list.replaceChildren(...this.#clips.map((clip, index) => this.#entry(clip, index)));
    const tools = [
      button('导出 Markdown', () => {
        const type = 'text/markdown';
        save('选编.md', new Blob([toMarkdown(this.#items)], { type }));
      }),
      button('导出 Word', () => void this.#saveWord()),
      button('打印', () => print()),
      button('清空', () => this.#change(() => [], '已清空')),
    ];
    const own = storedClips();
    const toOwn = () => {
      this.#isOwn = true;
      const keys = new Set(own.map(keyOf));
      this.#change((clips) => [...clips, ...foreign.filter((clip) => !keys.has(keyOf(clip)))]);
    };
    const foreign = this.#clips;
    const others = this.#isOwn
      ? []
      : [button(own.length === 0 ? '存为我的选编' : `并入我的选编（${own.length}条）`, toOwn)];
    this.#tools.replaceChildren(...(this.#clips.length === 0 ? [] : tools), ...others);
  }

  async #saveWord(): Promise<void> {
    try {
      const { toDocx } = await load<typeof import('./clipping-docx.ts')>('clipping-docx');
      save('选编.docx', await toDocx(this.#items));
    } catch (error) {
      // `import` throws a `TypeError` when there is no network.
      if (!(error instanceof TypeError)) throw error;
      void say('导出 Word 的程序没有取到，请检查网络后再试');
    }
  }

  #entry(clip: Clip, index: number): HTMLElement {
    const loaded = this.#loaded.get(keyOf(clip));
    const item = typeof loaded === 'object' ? loaded : undefined;
    const title = item?.title ?? `${formatDay(clip.date)}的一条`;
    const move = (label: string, step: -1 | 1) =>
      button(label, () => this.#move(clip, step, label), `${label}“${title}”`);
    return h(
      'li',
      {},
      h('h2', {}, h('a', { href: paths.item(clip.date, clip.id) }, title)),
      ...(item === undefined ? [h('p', {}, messageFor(loaded))] : showText(item)),
      h(
        'p',
        { class: 'tools' },
        ...(index > 0 ? [move('上移', -1)] : []),
        ...(index < this.#clips.length - 1 ? [move('下移', 1)] : []),
        button(
          '移出',
          () => this.#change((clips) => without(clips, clip), `已移出“${title}”`),
          `移出“${title}”`,
        ),
      ),
    );
  }

  #move(clip: Clip, step: -1 | 1, label: string): void {
    this.#change((clips) => {
      const others = without(clips, clip);
      const from = clips.findIndex((other) => keyOf(other) === keyOf(clip));
      // Another tab may have removed it.
      return from === -1 ? clips : others.toSpliced(Math.max(0, from + step), 0, clip);
    });
    // The list was drawn anew, and the focus was lost with the old button.
    const to = this.#clips.findIndex((other) => keyOf(other) === keyOf(clip));
    const buttons = [...(this.#list.children[to]?.querySelectorAll('button') ?? [])];
    (buttons.find(({ textContent }) => textContent === label) ?? buttons[0])?.focus();
  }
}

function button(text: string, onclick: () => void, label = text): HTMLElement {
  return h('button', { type: 'button', 'aria-label': label, onclick }, text);
}

function messageFor(loaded: Loaded | undefined): string {
  if (loaded === 'absent') return '这一条已经不在这里了。';
  return loaded === 'offline' ? '内容没有取到，请检查网络。' : '正在取内容…';
}

function showText({ text, sources, issue, address }: ClipItem): HTMLElement[] {
  const credits = sources.flatMap(({ name, url, date }, index) => [
    index === 0 ? '来源：' : '、',
    url === undefined ? name : h('a', { href: url, rel: 'external' }, name),
    date === undefined ? '' : ` ${date}`,
  ]);
  return [
    ...text.split('\n').map((paragraph) => h('p', {}, paragraph)),
    h('p', { class: 'source' }, ...credits),
    h('p', { class: 'source printed' }, `载${issue} ${address}`),
  ];
}

define({ 'clip-list': ClipList });

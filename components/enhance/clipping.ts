import type { SearchItem } from '#lib/search/find.ts';
import { paths } from '#lib/site/paths.ts';
import { type Clip, keepClips, keptClips, readClips, writeClips } from './clips.ts';
import { define, h } from './define.ts';
import { load } from './load.ts';
import { fetchShard } from './shard.ts';

/** The reader's selection: shown in its order, moved about, taken out, exported. */
class ClipList extends HTMLElement {
  #items: SearchItem[] = [];
  readonly #status = h('p', { role: 'status' });
  readonly #list = h('ol');

  async connectedCallback(): Promise<void> {
    if (this.firstChild) return;
    const asked = new URLSearchParams(location.search).get('items');
    const clips = asked === null ? keptClips() : readClips(asked);
    this.append(this.#status, this.#list);
    if (clips.length === 0) {
      this.#status.textContent = '还没有选入消息。在每条消息下面按“选编”，就会列在这里。';
      return;
    }
    this.#status.textContent = '正在取内容…';
    const { items, missing } = await loadItems(clips);
    this.#items = items;
    this.#show();
    if (missing > 0) this.#status.textContent += `，${missing}条没有取到`;
    this.#list.before(
      h(
        'p',
        { class: 'tools' },
        this.#button('导出 Markdown', () =>
          save('选编.md', 'text/markdown', toMarkdown(this.#items)),
        ),
        this.#button('导出 Word', () => void this.#saveWord()),
        this.#button('打印', () => print()),
        this.#button('清空', () => this.#change([])),
      ),
    );
  }

  async #saveWord(): Promise<void> {
    const { toDocx } = await load<typeof import('./clipping-docx.ts')>('clipping-docx');
    const entries = this.#items.map((item) => ({ ...item, address: addressOf(item) }));
    saveBlob('选编.docx', await toDocx(entries));
  }

  #show(): void {
    this.#status.textContent = `共${this.#items.length}条`;
    this.#list.replaceChildren(...this.#items.map((item, index) => this.#entry(item, index)));
  }

  #entry(item: SearchItem, index: number): HTMLElement {
    const { title, text, sources } = item;
    const paragraphs = text.split('\n').map((paragraph) => h('p', {}, paragraph));
    return h(
      'li',
      {},
      h('h2', {}, h('a', { href: paths.item(item.date, item.id) }, title)),
      ...paragraphs,
      h('p', { class: 'source' }, `来源：${sources.join('、')}（${item.date}）`),
      h(
        'p',
        { class: 'tools' },
        this.#button('上移', () => this.#move(index, -1), `上移“${title}”`),
        this.#button('下移', () => this.#move(index, 1), `下移“${title}”`),
        this.#button(
          '移出',
          () => this.#change(this.#items.filter((other) => other !== item)),
          `移出“${title}”`,
        ),
      ),
    );
  }

  #move(index: number, step: -1 | 1): void {
    const items = [...this.#items];
    const [moved] = items.splice(index, 1);
    if (moved === undefined) return;
    const to = Math.max(0, Math.min(items.length, index + step));
    items.splice(to, 0, moved);
    this.#change(items);
    // The button moved away with its item: the focus goes with it.
    const label = step === 1 ? '下移' : '上移';
    const buttons = this.#list.children[to]?.querySelectorAll('button') ?? [];
    for (const button of buttons) if (button.textContent === label) button.focus();
  }

  #change(items: SearchItem[]): void {
    this.#items = items;
    const clips = items.map(({ date, id }): Clip => ({ date, id }));
    keepClips(clips);
    const query = clips.length === 0 ? '' : `?items=${writeClips(clips)}`;
    history.replaceState(null, '', paths.clipping() + query);
    this.#show();
  }

  #button(text: string, onclick: () => void, label = text): HTMLElement {
    return h('button', { type: 'button', 'aria-label': label, onclick }, text);
  }
}

/** The items of a selection, in its order, from the search shards of their years. */
async function loadItems(clips: Clip[]): Promise<{ items: SearchItem[]; missing: number }> {
  const years = [...new Set(clips.map(({ date }) => date.slice(0, 4)))];
  const shards = await Promise.all(years.map(async (year) => (await fetchShard(year)) ?? []));
  const byKey = new Map(shards.flat().map((item) => [`${item.date}.${item.id}`, item]));
  const items = clips.flatMap(({ date, id }) => byKey.get(`${date}.${id}`) ?? []);
  return { items, missing: clips.length - items.length };
}

function addressOf({ date, id }: SearchItem): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  return new URL(paths.item(date, id), canonical ?? location.href).href;
}

function toMarkdown(items: readonly SearchItem[]): string {
  const parts = items.map(
    (item) =>
      `## ${item.title}\n\n${item.text.replaceAll('\n', '\n\n')}\n\n来源：${item.sources.join('、')}（${item.date}）\n<${addressOf(item)}>\n`,
  );
  return `# 选编\n\n${parts.join('\n')}`;
}

function save(name: string, type: string, text: string): void {
  saveBlob(name, new Blob([text], { type }));
}

function saveBlob(name: string, blob: Blob): void {
  const href = URL.createObjectURL(blob);
  const link = h('a', { href, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

define({ 'clip-list': ClipList });

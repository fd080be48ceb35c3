import {
  compareHits,
  type Filter,
  type Hit,
  type Range,
  rangesOf,
  readQuery,
  type SearchItem,
} from '#lib/search/find.ts';
import { paths } from '#lib/site/paths.ts';
import { define, h } from './define.ts';
import type { SearchAnswer, SearchRequest } from './search-worker.ts';

/** Hits after which the reader is asked before earlier years are searched. */
const ENOUGH = 50;
/** How much of a text is shown around its first hit, in characters to either side. */
const AROUND = 40;
const FIELDS = ['section', 'topic', 'source', 'from', 'to'] as const;

/** The hits of the question in the page's address, as they come, a year at a time. */
class SiteSearch extends HTMLElement {
  readonly #status = h('p', { role: 'status' });
  readonly #list = h('ol');
  readonly #more = h('p');
  #worker: Worker | undefined;
  #id = 0;
  #hits: Hit[] = [];

  connectedCallback(): void {
    if (this.firstChild) return;
    this.append(this.#status, this.#list, this.#more);
    const form = document.querySelector<HTMLFormElement>('main form');
    const asked = new URLSearchParams(location.search);
    for (const name of ['q', ...FIELDS]) {
      const field = form?.elements.namedItem(name);
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
        field.value = asked.get(name) ?? '';
      }
    }
    this.#ask(asked);
  }

  #ask(asked: URLSearchParams): void {
    const query = asked.get('q')?.trim() ?? '';
    if (query === '') {
      this.#status.textContent = '输入要找的词，一个字也可以。';
      return;
    }
    document.title = `${query} · ${document.title}`;
    const filter: Filter = {};
    for (const name of FIELDS) {
      const value = asked.get(name);
      if (value) filter[name] = value;
    }
    const years = (this.dataset.years ?? '').split(' ').filter((year) => year !== '');
    const wanted = years.filter(
      (year) => (filter.from ?? '') <= year && year <= (filter.to ?? '9999'),
    );
    this.#search(query, filter, wanted);
  }

  #search(query: string, filter: Filter, years: string[]): void {
    this.#more.replaceChildren();
    this.#worker ??= new Worker(paths.script('search-worker'), { type: 'module' });
    this.#id += 1;
    const request: SearchRequest = { id: this.#id, query, filter, years, enough: ENOUGH };
    this.#worker.onmessage = ({ data }: MessageEvent<SearchAnswer>) => {
      if (data.id === this.#id) this.#hear(data, query, filter, years);
    };
    this.#status.textContent = '正在检索…';
    this.#worker.postMessage(request);
  }

  #hear(answer: SearchAnswer, query: string, filter: Filter, years: string[]): void {
    if (answer.type === 'year') {
      this.#hits.push(...answer.hits);
      // Across years too, hits in titles come first.
      this.#hits.sort(compareHits);
      const { terms } = readQuery(query);
      this.#list.replaceChildren(...this.#hits.map(({ item }) => showItem(item, terms)));
      this.#status.textContent = `已检索${answer.year}年，${this.#hits.length}条`;
      return;
    }
    if (answer.type === 'failed') {
      const rest = years.slice(years.indexOf(answer.year));
      this.#status.textContent = `${answer.year}年的内容没有取到，请检查网络。`;
      this.#offer('重试', query, filter, rest);
      return;
    }
    const count = this.#hits.length;
    this.#status.textContent = count === 0 ? `没有找到“${query}”。` : `共${count}条`;
    if (answer.rest.length > 0) {
      this.#status.textContent = `已检索到${years[years.length - answer.rest.length - 1]}年，${count}条`;
      this.#offer('继续检索更早的年份', query, filter, answer.rest);
    }
  }

  #offer(label: string, query: string, filter: Filter, years: string[]): void {
    const press = () => this.#search(query, filter, years);
    this.#more.replaceChildren(h('button', { type: 'button', onclick: press }, label));
  }
}

function showItem(item: SearchItem, terms: readonly string[]): HTMLElement {
  const textRanges = rangesOf(item.text, terms);
  const title = h(
    'a',
    { href: paths.item(item.date, item.id) },
    ...marked(item.title, rangesOf(item.title, terms)),
  );
  const first = textRanges[0] ?? [0, 0];
  const start = Math.max(0, first[0] - AROUND);
  const end = Math.min(item.text.length, first[1] + AROUND);
  const inside = textRanges
    .filter(([from, to]) => from >= start && to <= end)
    .map(([from, to]): Range => [from - start, to - start]);
  const text = marked(item.text.slice(start, end), inside);
  return h(
    'li',
    {},
    h('h2', {}, title),
    h('p', {}, start > 0 ? '…' : '', ...text, end < item.text.length ? '…' : ''),
    h('p', {}, h('time', { datetime: item.date }, item.date)),
  );
}

/** A text as nodes, its ranges in `<mark>`: text never becomes markup. */
function marked(text: string, ranges: readonly Range[]): Node[] {
  const nodes: Node[] = [];
  let at = 0;
  for (const [start, end] of ranges) {
    nodes.push(
      document.createTextNode(text.slice(at, start)),
      h('mark', {}, text.slice(start, end)),
    );
    at = end;
  }
  nodes.push(document.createTextNode(text.slice(at)));
  return nodes;
}

define({ 'site-search': SiteSearch });

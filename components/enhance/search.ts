import { compareHits, type Filter, type Hit, readQuery } from '#lib/search/find.ts';
import * as paths from '#lib/site/browser-paths.ts';
import { define, h } from './define.ts';
import { showHit } from './search-hit.ts';
import { showPages } from './search-pages.ts';
import type { SearchAnswer, SearchRequest } from './search-worker.ts';
import { watchWords } from './watch-words.ts';

/** How many hits are listed at a time. */
const BATCH = 50;
const FIELDS = ['section', 'topic', 'source', 'from', 'to'] as const;

/** The query, and the years that have not been searched yet, newest first. */
type Question = { query: string; filter: Filter; years: string[] };

/**
 * Lists the hits of the query in the page's address, a year at a time. When a batch is full the search pauses. Hits of
 * earlier batches stay in their places, and new ones come below them.
 */
class SiteSearch extends HTMLElement {
  readonly #pages = h('p', { class: 'pages' });
  readonly #status = h('p', { role: 'status' });
  readonly #list = h('ol');
  readonly #more = h('p');
  #worker: Worker | undefined;
  #id = 0;
  #question: Question = { query: '', filter: {}, years: [] };
  /** The oldest year that was searched. */
  #oldestYear = '';
  /** How many hits the earlier batches have. */
  #listedBefore = 0;
  /** The hits after those, best first: this batch, and hits for the next. */
  #hits: Hit[] = [];

  connectedCallback(): void {
    if (this.firstChild) return;
    this.append(this.#pages, this.#status, this.#list, this.#more);
    const asked = new URLSearchParams(location.search);
    const form = document.querySelector<HTMLFormElement>('main form');
    if (form !== null) fillForm(form, asked);
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
    const read = readQuery(query);
    if (read.terms.length === 0) {
      this.#status.textContent = '只有不要的词：请再输入至少一个要找的词。';
      return;
    }
    void showPages(this.#pages, read);
    const years = (this.dataset.years ?? '').split(' ').filter((year) => year !== '');
    const isAsked = (year: string) => (filter.from ?? '') <= year && year <= (filter.to ?? '9999');
    this.#question = { query, filter, years: years.filter(isAsked) };
    if (this.#question.years.length === 0) {
      this.#status.textContent = '所选的起止年之间没有任何一期，请改一改年份。';
      return;
    }
    this.#fill();
  }

  /** Fills a batch: with hits that are left over, then with those of the years that were not searched. */
  #fill(): void {
    this.#more.replaceChildren();
    this.#show();
    const { query, filter, years } = this.#question;
    if (this.#hits.length >= BATCH || years.length === 0) {
      this.#pause();
      return;
    }
    this.#worker ??= this.#startWorker();
    this.#id += 1;
    const enough = BATCH - this.#hits.length;
    const request: SearchRequest = { id: this.#id, query, filter, years, enough };
    this.#status.textContent = '正在检索…';
    this.#worker.postMessage(request);
  }

  #startWorker(): Worker {
    const worker = new Worker(paths.script('search-worker'), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<SearchAnswer>) => {
      if (data.id === this.#id) this.#receive(data);
    };
    // The only error that comes here is that the script could not be fetched.
    worker.onerror = () => {
      this.#worker = undefined;
      this.#status.textContent = '检索程序没有取到，请检查网络。';
      this.#offer('重试', () => this.#fill());
    };
    return worker;
  }

  #receive(answer: SearchAnswer): void {
    if (answer.type === 'year') {
      const { years } = this.#question;
      this.#question.years = years.filter((year) => year !== answer.year);
      this.#oldestYear = answer.year;
      // Across years too, hits in titles come first.
      this.#hits = [...this.#hits, ...answer.hits].sort(compareHits);
      this.#show();
      this.#status.textContent = `已检索${answer.year}年，${this.#listedBefore + this.#hits.length}条`;
    } else if (answer.type === 'failed') {
      this.#status.textContent = `${answer.year}年的内容没有取到，请检查网络。`;
      this.#offer('重试', () => this.#fill());
    } else {
      this.#pause();
    }
  }

  #show(): void {
    const { terms } = readQuery(this.#question.query);
    const watched = watchWords();
    const hits = this.#hits.slice(0, BATCH);
    const batch = hits.map(({ item }) => showHit(item, terms, watched));
    const before = [...this.#list.children].slice(0, this.#listedBefore);
    this.#list.replaceChildren(...before, ...batch);
  }

  /** Shows how many hits there are, and offers to go on. */
  #pause(): void {
    const { query, years } = this.#question;
    const total = this.#listedBefore + this.#hits.length;
    const listed = this.#list.children.length;
    const summary = years.length > 0 ? `已检索到${this.#oldestYear}年，${total}条` : `共${total}条`;
    if (total === 0) this.#status.textContent = `没有找到“${query}”。`;
    else this.#status.textContent = listed < total ? `${summary}，列出${listed}条` : summary;
    // The button for more hits is gone, so the focus moves to the first of the new hits.
    if (this.#listedBefore > 0)
      this.#list.children[this.#listedBefore]?.querySelector('a')?.focus();
    const goOn = () => {
      this.#listedBefore = listed;
      this.#hits = this.#hits.slice(BATCH);
      this.#fill();
    };
    if (listed < total) this.#offer('继续列出', goOn);
    else if (years.length > 0) this.#offer('继续检索更早的年份', goOn);
  }

  #offer(label: string, press: () => void): void {
    this.#more.replaceChildren(h('button', { type: 'button', onclick: press }, label));
  }
}

/** Fills the form from the page's address, and makes it leave out empty fields when it is submitted. */
function fillForm(form: HTMLFormElement, asked: URLSearchParams): void {
  for (const name of ['q', ...FIELDS]) {
    const field = form.elements.namedItem(name);
    const value = asked.get(name) ?? '';
    if (field instanceof HTMLInputElement) field.value = value;
    if (!(field instanceof HTMLSelectElement)) continue;
    // A filter of the address is shown even if it is none of the choices.
    if (![...field.options].some((option) => option.value === value))
      field.add(new Option(value, value));
    field.value = value;
  }
  form.addEventListener('formdata', ({ formData }) => {
    for (const [name, value] of [...formData]) if (value === '') formData.delete(name);
  });
}

define({ 'site-search': SiteSearch });

import { compareHits, type Filter, type Hit, isFiltered } from '#lib/search/find.ts';
import { MAX_QUERY, quoteQuery, readQuery } from '#lib/search/query.ts';
import { simplifier } from '#lib/search/traditional.ts';
import * as paths from '#lib/site/browser-paths.ts';
import { fillForm, isYearAsked, readFilter } from './find/search-form.ts';
import { type Marks, showHit } from './find/search-hit.ts';
import { showPages } from './find/search-pages.ts';
import { describeSearch } from './find/search-status.ts';
import { fetchPages, fetchShard } from './find/shard.ts';
import { define, h } from './page/define.ts';
import { watchWords } from './reader/watch-words.ts';
import type { SearchAnswer, SearchRequest } from './search-worker.ts';

/** How many hits are listed at a time. */
const BATCH = 50;

/** The query, and the years that have not been searched yet, newest first. */
type Question = { query: string; filter: Filter; years: string[] };

/**
 * Lists the hits of the query in the page's address, a year at a time. When a batch is full the search pauses. Hits of
 * earlier batches stay in their places, and new ones come below them.
 */
class SiteSearch extends HTMLElement {
  readonly #pages = h('div', { class: 'pages' });
  readonly #status = h('p', { role: 'status' });
  readonly #list = h('ol');
  readonly #more = h('p');
  #worker: Worker | undefined;
  #id = 0;
  #question: Question = { query: '', filter: {}, years: [] };
  #marks: Marks = { ways: [], simplify: (text) => text, watched: watchWords() };
  /** The oldest year that was searched. */
  #oldestYear = '';
  #missing: string[] = [];
  #keptUntil: string | undefined;
  /** The hits of the earlier batches. */
  #listedBefore: Hit[] = [];
  /** The hits after those, best first: this batch, and hits for the next. */
  #hits: Hit[] = [];

  connectedCallback(): void {
    if (this.firstChild) return;
    this.append(this.#status, this.#pages, this.#list, this.#more);
    const asked = new URLSearchParams(location.search);
    const form = document.querySelector<HTMLFormElement>('main form');
    if (form !== null) fillForm(form, asked);
    this.#ask(asked);
  }

  #ask(asked: URLSearchParams): void {
    const query = asked.get('q')?.trim().slice(0, MAX_QUERY) ?? '';
    const filter = readFilter(asked);
    const years = (this.dataset.years ?? '').split(' ').filter((year) => year !== '');
    if (query === '' && !isFiltered(filter)) {
      this.#status.textContent = '输入要找的词，一个字也可以；或者只选栏目、主题、来源、月份。';
      prepareForOffline(years[0]);
      return;
    }
    if (query !== '') document.title = `${query} · ${document.title}`;
    if (readQuery(query).terms.length === 0 && !isFiltered(filter)) {
      this.#status.textContent = '只有不要的词：请再输入至少一个要找的词。';
      return;
    }
    this.#question = { query, filter, years: years.filter((year) => isYearAsked(year, filter)) };
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
    if (answer.type === 'pages') {
      showPages(this.#pages, answer.pages);
    } else if (answer.type === 'year') {
      this.#addYear(answer);
    } else if (answer.type === 'failed') {
      this.#status.textContent = this.#describe(answer.year);
      this.#offer('重试', () => this.#fill());
    } else {
      this.#missing = [...this.#missing, ...answer.missing];
      this.#question.years = answer.rest;
      this.#pause();
    }
  }

  #addYear({ year, hits, parts, table, keptUntil }: SearchAnswer & { type: 'year' }): void {
    const { years } = this.#question;
    this.#question.years = years.filter((other) => other !== year);
    this.#oldestYear = year;
    this.#keptUntil ??= keptUntil;
    const simplify = table === undefined ? this.#marks.simplify : simplifier(table);
    this.#marks = { ...this.#marks, ways: parts.flat(), simplify };
    // Across years too, hits in titles come first.
    this.#hits = [...this.#hits, ...hits].sort(compareHits);
    this.#show();
    this.#status.textContent = `已检索${year}年，${this.#total()}条`;
  }

  #show(): void {
    const hits = this.#hits.slice(0, BATCH);
    const batch = hits.map(({ item }) => showHit(item, this.#marks));
    const before = [...this.#list.children].slice(0, this.#listedBefore.length);
    this.#list.replaceChildren(...before, ...batch);
  }

  #total(): number {
    return this.#listedBefore.length + this.#hits.length;
  }

  #describe(failed?: string): string {
    const { query, years } = this.#question;
    return describeSearch({
      query,
      hits: [...this.#listedBefore, ...this.#hits],
      total: this.#total(),
      listed: this.#list.children.length,
      pausedAt: years.length > 0 ? this.#oldestYear : undefined,
      hasPages: this.#pages.querySelector('a') !== null,
      keptUntil: this.#keptUntil,
      missing: this.#missing,
      ...(failed === undefined ? {} : { failed }),
    });
  }

  /** Shows how many hits there are, and offers to go on. */
  #pause(): void {
    const { query, years } = this.#question;
    const listed = this.#list.children.length;
    this.#status.textContent = this.#describe();
    if ([...this.#listedBefore, ...this.#hits].some(({ exact }) => !exact)) {
      const asked = new URLSearchParams(location.search);
      asked.set('q', quoteQuery(readQuery(query)));
      const href = `${paths.search()}?${asked}`;
      this.#status.append(' ', h('a', { href }, '只查原词'));
    }
    // The button for more hits is gone, so the focus moves to the first of the new hits.
    if (this.#listedBefore.length > 0)
      this.#list.children[this.#listedBefore.length]?.querySelector('a')?.focus();
    const goOn = () => {
      this.#listedBefore.push(...this.#hits.slice(0, BATCH));
      this.#hits = this.#hits.slice(BATCH);
      this.#fill();
    };
    if (listed < this.#total()) this.#offer('继续列出', goOn);
    else if (years.length > 0) this.#offer('继续检索更早的年份', goOn);
  }

  #offer(label: string, press: () => void): void {
    this.#more.replaceChildren(h('button', { type: 'button', onclick: press }, label));
  }
}

/** Fetches what a search of the newest year needs: the service worker keeps it for a time without a network. */
function prepareForOffline(year: string | undefined): void {
  if (year === undefined || !navigator.serviceWorker?.controller) return;
  setTimeout(() => void Promise.all([fetchPages(), fetchShard(year)]), 1000);
}

define({ 'site-search': SiteSearch });

import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { transform } from 'esbuild';
import { readRegistries } from '#lib/check/read-folder.ts';
import { Failure } from '#lib/system/failure.ts';
import type { Answer } from '../../event-server.ts';
import { assertOwnPage, Refused, readBody, type Token } from '../../guard.ts';
import type { InboxPlaces } from '../inbox-places.ts';
import { type OpenedInbox, openInbox } from '../open-inbox.ts';
import { failedPage, inboxPage, inboxPolicy, readingPage } from './inbox-page.ts';

/** The longest body of a form, in bytes. */
const LONGEST_FORM = 4096;

/** The files of the page, by their names in its address. */
const FILES = {
  'keys.js': { source: 'inbox-keys.ts', loader: 'ts', type: 'text/javascript' },
  'inbox.css': { source: 'inbox.css', loader: 'css', type: 'text/css' },
} as const;

/** The feeds as they are read: still going on, done, or failed with a sentence. */
type Reading =
  | { state: 'reading'; done: number; all: number }
  | { state: 'read'; opened: OpenedInbox; sections: string[] }
  | { state: 'failed'; reason: string };

/** The path of the page of candidates. */
export function inboxPath(token: Token): string {
  return `/inbox/${token.value}/`;
}

/**
 * Answers for the page of candidates, below `/inbox/<token>/`. The feeds are read when the page is first opened, and
 * again when the editor asks for it.
 */
export function inboxAnswer(places: InboxPlaces, token: Token): Answer {
  const page = new InboxPage(places);
  return async (request, response, [word, name, ...rest]) => {
    token.assert(word);
    assertOwnPage(request);
    if (rest.length > 0) throw new Refused(404, '没有这一页。');
    if (name === undefined) return redirect(response, inboxPath(token));
    if (name === 'decide' && request.method === 'POST') return page.decide(request, response);
    if (request.method !== 'GET' && request.method !== 'HEAD')
      throw new Refused(405, '这一页只能看。');
    if (name === '') return send(response, page.html(), 'text/html');
    if (name === 'keys.js' || name === 'inbox.css') return sendFile(response, name);
    throw new Refused(404, '没有这一页。');
  };
}

class InboxPage {
  #reading: Reading | undefined;
  #notes: string[] = [];
  #section: string | undefined;

  constructor(readonly places: InboxPlaces) {}

  /** The page as it is now. */
  html(): string {
    const reading = this.#reading ?? this.#read();
    if (reading.state === 'reading') return readingPage(reading.done, reading.all);
    if (reading.state === 'failed') return failedPage(reading.reason);
    const { opened, sections } = reading;
    return inboxPage(opened, { sections, section: this.#section, notes: this.#notes });
  }

  async decide(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request, LONGEST_FORM, 'application/x-www-form-urlencoded');
    const form = new URLSearchParams(body);
    const reading = this.#reading;
    if (form.get('act') === 'again') {
      if (reading?.state !== 'reading') this.#read();
      return redirect(response, './');
    }
    if (reading?.state !== 'read') return redirect(response, './');
    const { session } = reading.opened;
    const next = await this.#act(session, form).catch((error: unknown) => {
      if (!(error instanceof Failure)) throw error;
      this.#notes = [error.message];
      return form.get('key') ?? undefined;
    });
    redirect(response, next === undefined ? './' : `./#c-${encodeURIComponent(next)}`);
  }

  /** @returns the key of the candidate to go on with */
  async #act(session: OpenedInbox['session'], form: URLSearchParams): Promise<string | undefined> {
    const act = form.get('act');
    if (act === 'undo') {
      const undone = await session.undo();
      this.#notes = undone.map(({ title }) => `已撤销：${title}`);
      return undone[0]?.key;
    }
    const key = form.get('key');
    const candidate = session.candidates.find((each) => each.key === key);
    if (candidate === undefined) throw new Refused(404, '没有这一条：重新读取以后再试。');
    if (!session.isUndecided(candidate)) return key ?? undefined;
    const next = session.after(candidate);
    if (act === 'take') {
      this.#section = form.get('section') || undefined;
      this.#notes = await session.take(candidate, this.#section);
    } else if (act === 'decline') {
      await session.decline([candidate]);
      this.#notes = [`不要：${candidate.title}`];
    } else if (act === 'keep') {
      await session.keep([candidate]);
      this.#notes = [`已留：${candidate.title}`];
    } else throw new Refused(400, '没有这个命令。');
    return next?.key;
  }

  #read(): Reading {
    const reading: Reading = { state: 'reading', done: 0, all: 0 };
    this.#reading = reading;
    this.#notes = [];
    const onProgress = (done: number, all: number) => Object.assign(reading, { done, all });
    Promise.all([
      openInbox({ ...this.places, onProgress }),
      readRegistries(this.places.folder),
    ]).then(
      ([opened, { sections }]) => {
        const names = sections.entries.map(({ name }) => name);
        this.#reading =
          opened.feeds.length === 0
            ? { state: 'failed', reason: 'sources.yml 里还没有订阅源：给媒体加上 feed: 和网址。' }
            : { state: 'read', opened, sections: names };
      },
      (error: unknown) => {
        if (!(error instanceof Failure)) console.error(error);
        const reason = error instanceof Failure ? error.message : '程序出错，详情在终端里。';
        this.#reading = { state: 'failed', reason };
      },
    );
    return reading;
  }
}

async function sendFile(response: ServerResponse, name: keyof typeof FILES): Promise<void> {
  const { source, loader, type } = FILES[name];
  const text = await readFile(new URL(`./browser/${source}`, import.meta.url), 'utf8');
  const { code } = await transform(text, { loader, charset: 'utf8', target: 'es2022' });
  send(response, code, type);
}

function send(response: ServerResponse, text: string, type: string): void {
  response
    .writeHead(200, {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Security-Policy': inboxPolicy,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      // Without it a form would be sent with `Origin: null`, and be refused. The address has the token in it.
      'Referrer-Policy': 'same-origin',
    })
    .end(text);
}

/** Leads to another page by GET, so that a page that is loaded again does not send its form again. */
function redirect(response: ServerResponse, to: string): void {
  response.writeHead(303, { Location: to, 'Cache-Control': 'no-store' }).end();
}

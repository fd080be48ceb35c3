import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Archive } from '#lib/content/archive.ts';
import type { IssueCache } from '#lib/content/issue-cache.ts';
import { writeSnapshot } from '#lib/content/snapshot.ts';
import type { Memory } from '#lib/editor/memory.ts';
import { Failure } from '#lib/site/failure.ts';
import { paths } from '#lib/site/paths.ts';
import { isRunning } from '#lib/site/running.ts';
import { type Address, isPage } from '#lib/views/addresses.ts';
import { onInterrupt } from './interrupt.ts';
import { leanHtml } from './lean-html.ts';
import { type NextServer, startNext } from './next-process.ts';

/** Below this many pages a second process takes longer to start than it saves. */
const WORTH_ANOTHER = 100;
/** How many pages are rendered before it is known how many there are, and how many of those at a time. */
const AHEAD = 50;
const AHEAD_AT_ONCE = 6;

/** What is at an address, as it is printed. */
export type Render = (address: Address) => Promise<string | Uint8Array>;

/** The project, a folder for the archive that the servers read, and what memory they may take. */
type Place = { root: string; cache: string; memory: Memory };

/** What is asked of an archive before it is known how many pages of it there are to render. */
type Ahead = {
  /** The servers that have been asked for a page of it. */
  asked: Set<NextServer>;
  /** Pages by their paths, until they are wanted. */
  pages: Map<string, Promise<string>>;
  count: number;
  /** What is asked now: the next begins when one of these has ended, well or not. */
  lanes: Promise<unknown>[];
};

/** An archive that is being written down, and servers that start and read it. */
type Prepared = {
  archive: Archive;
  started: Promise<void>;
  ahead: Ahead;
  /** Fulfilled when all of it has ended, well or not. */
  ended: Promise<unknown>;
};

/** Next servers that render an archive as it was written down, whatever happens to its files meanwhile. */
export class Renderer {
  readonly #servers: NextServer[] = [];
  #prepared: Prepared | undefined;
  /** Fulfilled when nobody writes or reads what is written down. */
  #free: Promise<unknown> = Promise.resolve();
  #stopped = false;
  #turn = 0;
  readonly #snapshot: string;
  readonly #forget: () => void;

  private constructor(
    readonly place: Place,
    readonly issues: IssueCache,
  ) {
    this.#snapshot = join(place.cache, `archive-${process.pid}.json`);
    this.#forget = onInterrupt(() => rm(this.#snapshot, { force: true }));
  }

  static async create(place: Place, issues: IssueCache): Promise<Renderer> {
    await sweepSnapshots(place.cache);
    return new Renderer(place, issues);
  }

  /**
   * Has as many servers as so many pages are worth start and read an archive, while this process is busy with
   * something else: the first page takes a server as long as fifty others. What fails is told by `ready`, or by
   * the pages that are asked for; it is tried again the next time.
   * @param compiled until then nothing can be started
   */
  prepare(archive: Archive, pages: number, compiled: Promise<void>): void {
    if (pages === 0 && this.#servers.length === 0) return;
    // One after the other: servers that are starting are not missing.
    const before = this.#preparedOf(archive);
    const ahead = before?.ahead ?? { asked: new Set(), pages: new Map(), count: 0, lanes: [] };
    const written = before?.started ?? this.#write(archive);
    const started = Promise.all([written, compiled]).then(() => this.#start(pages));
    const read = started.then(() => this.#readAhead(archive, ahead));
    const ended = Promise.allSettled([started, this.#free, read]).then(([{ status }]) => {
      if (status === 'rejected' && this.#prepared?.ended === ended) this.#prepared = undefined;
    });
    this.#prepared = { archive, started, ahead, ended };
    this.#free = ended;
  }

  /**
   * Has an archive rendered from now on, by as many servers as so many pages are worth; those that run already
   * go on.
   * @throws Failure with what Next said, when a server does not come up
   */
  async ready(archive: Archive, pages: number): Promise<Render> {
    const prepared = this.#preparedOf(archive);
    await prepared?.ended;
    await (prepared?.started ?? this.#write(archive));
    await this.#start(pages);
    return (address) => {
      const ahead = prepared?.ahead.pages.get(address.path);
      prepared?.ahead.pages.delete(address.path);
      return ahead ?? this.#render(address);
    };
  }

  /**
   * Has a page rendered which will be asked for when all are known, as one of the first: servers would else have
   * nothing to do until then. Does nothing where no archive is prepared. What fails is told when it is asked for.
   */
  renderAhead(archive: Archive, address: Address): void {
    const prepared = this.#preparedOf(archive);
    if (prepared === undefined || prepared.ahead.count >= AHEAD) return;
    const { ahead, ended } = prepared;
    const lane = ahead.count % AHEAD_AT_ONCE;
    const page = (ahead.lanes[lane] ?? ended).then(() => this.#render(address));
    ahead.lanes[lane] = Promise.allSettled([page]);
    ahead.pages.set(address.path, page);
    ahead.count += 1;
  }

  async #render(address: Address): Promise<string> {
    const server = this.#servers[this.#turn % this.#servers.length];
    this.#turn += 1;
    if (server === undefined) throw new Error(`there is no server to render ${address.path}`);
    const rendered = await ask(server, address);
    return isPage(address) ? lean(address, rendered) : rendered;
  }

  #preparedOf(archive: Archive): Prepared | undefined {
    return this.#prepared?.archive === archive ? this.#prepared : undefined;
  }

  /** Writes an archive down, when the one before is neither being written nor read. */
  #write(archive: Archive): Promise<void> {
    this.#prepared = undefined;
    const written = this.#free.then(() => writeSnapshot(this.#snapshot, archive, this.issues));
    this.#free = Promise.allSettled([written]);
    return written;
  }

  async #start(pages: number): Promise<void> {
    const { root, memory } = this.place;
    const wanted = Math.min(memory.servers, Math.ceil(pages / WORTH_ANOTHER));
    const missing = Math.max(0, wanted - this.#servers.length);
    const started = await Promise.allSettled(
      Array.from({ length: missing }, () => startNext(root, this.#snapshot, memory.flags)),
    );
    for (const each of started) if (each.status === 'fulfilled') this.#servers.push(each.value);
    for (const each of started) if (each.status === 'rejected') throw each.reason;
  }

  /** An issue's page is made of all that is found out of the whole archive, the stories of its items as well. */
  async #readAhead({ issues: [newest] }: Archive, { asked }: Ahead): Promise<void> {
    if (this.#stopped) return;
    const path = newest === undefined ? paths.home() : paths.issue(newest.date);
    const others = this.#servers.filter((server) => !asked.has(server));
    for (const server of others) asked.add(server);
    await Promise.all(others.map(({ origin }) => fetch(origin + path).then((page) => page.text())));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#stopServers();
    // One that was starting has come up meanwhile.
    await this.#free;
    await this.#stopServers();
    await rm(this.#snapshot, { force: true });
    this.#forget();
  }

  async #stopServers(): Promise<void> {
    const servers = this.#servers.splice(0);
    await Promise.all(servers.map((server) => server.stop()));
  }
}

/** Removes what builds left that were killed. */
async function sweepSnapshots(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    const [, maker] = /^archive-(\d+)\.json$/.exec(name) ?? [];
    if (maker !== undefined && !isRunning(Number(maker)))
      await rm(join(cache, name), { force: true });
  }
}

/** What stands at an address as Next renders it. */
async function ask(server: NextServer, { path, kind }: Address): Promise<string> {
  const expected = kind === 'not found' ? 404 : 200;
  const tell = (what: string) =>
    new Failure(`${path} ${what}; the server said:\n${server.output().trim()}`);
  const response = await fetch(server.origin + path, {
    redirect: 'manual',
    // Between two processes of one machine compressing costs more than it saves.
    headers: { 'Accept-Encoding': 'identity' },
  }).catch((error: unknown) => {
    if (error instanceof TypeError)
      throw tell(`was not answered (${error.cause ?? error.message})`);
    throw error;
  });
  const page = await response.text();
  if (response.status === expected) return page;
  throw tell(`answered ${response.status} instead of ${expected}`);
}

function lean({ path }: Address, rendered: string): string {
  try {
    return leanHtml(rendered);
  } catch (error) {
    throw new Failure(
      `${path} cannot be printed: ${error instanceof Error ? error.message : error}`,
    );
  }
}

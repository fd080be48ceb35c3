import { availableParallelism } from 'node:os';
import { Failure } from '#lib/site/failure.ts';
import { type Address, isFile, isPage } from '#lib/views/addresses.ts';
import { leanHtml } from './lean-html.ts';
import { type NextServer, startNext } from './next-process.ts';

/** Below this many pages a second process takes longer to start than it saves. */
const WORTH_ANOTHER = 40;
/** The most processes that are worth their memory. */
const MOST = 4;

/** What is at an address, as it is printed. */
export type Renderer = {
  render: (address: Address) => Promise<string | Uint8Array>;
  stop: () => Promise<void>;
};

/**
 * Next servers that render an archive written down, as many as the work is worth; none where there is no page
 * among the addresses, for a file is written by the very function that the servers call.
 */
export async function startRenderer(
  root: string,
  snapshot: string,
  addresses: readonly Address[],
): Promise<Renderer> {
  const pages = addresses.filter((address) => !isFile(address)).length;
  const count = Math.min(availableParallelism(), MOST, Math.ceil(pages / WORTH_ANOTHER));
  const started = await Promise.allSettled(
    Array.from({ length: count }, () => startNext(root, snapshot)),
  );
  const servers = started.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const stop = async () => {
    await Promise.all(servers.map((server) => server.stop()));
  };
  const failed = started.find((each) => each.status === 'rejected');
  if (failed !== undefined) {
    await stop();
    throw failed.reason;
  }
  let turn = 0;
  const render = async (address: Address) => {
    if (isFile(address)) return address.write();
    const server = servers[turn % servers.length];
    turn += 1;
    if (server === undefined) throw new Error(`there is no server to render ${address.path}`);
    const rendered = await ask(server, address);
    return isPage(address) ? lean(address, rendered) : rendered;
  };
  return { render, stop };
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

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';

/** How often a page is looked for before there is none, and how long an answer may take, in ms. */
const ROUNDS = 60;
const PATIENCE = 5000;

type Message = {
  id?: number;
  method?: string;
  sessionId?: string;
  params?: { sessionId: string; targetInfo: { targetId: string } };
  result?: Record<string, unknown>;
  error?: { message: string };
};

/** A Chromium of its own, with one tab, that behaves as the reader's does. */
export type Browser = {
  open(url: string): Promise<void>;
  /** Evaluates an expression in the page that the tab shows, and awaits its value. */
  evaluate(expression: string): Promise<unknown>;
  /** Moves the pointer to the middle of the element that a selector matches, or clicks there. */
  point(selector: string, press?: boolean): Promise<void>;
  close(): Promise<void>;
};

/**
 * Starts Chromium over the DevTools protocol's pipe. Playwright forbids prerendering (it attaches to pages
 * rather than to tabs), and so cannot show how fast a page opens that the reader pointed at before.
 */
export async function startBrowser(executablePath: string, args: string[] = []): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), 'dibao-browser-'));
  const child = spawn(
    executablePath,
    [
      '--headless=new',
      '--remote-debugging-pipe',
      `--user-data-dir=${profile}`,
      '--no-first-run',
      '--disable-background-networking',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...args,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const pipe = connect(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const { targetInfos } = await pipe.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const [tab] = targetInfos as { targetId: string }[];
  const { sessionId } = await pipe.send('Target.attachToTarget', {
    targetId: tab?.targetId,
    flatten: true,
  });
  await pipe.send(
    'Target.setAutoAttach',
    { autoAttach: true, waitForDebuggerOnStart: false, flatten: true, filter: [{ type: 'page' }] },
    sessionId as string,
  );

  /** The value of an expression in the page that is shown, and that page. */
  const ask = async (expression: string): Promise<{ session: string; value: unknown }> => {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const session of [...pipe.pages].reverse()) {
        // A page that is being prerendered, or that has just gone, is not the one that is shown.
        const guarded = `document.prerendering ? { hidden: true } : (async () => ({ value: await (${expression}) }))()`;
        const parameters = { expression: guarded, awaitPromise: true, returnByValue: true };
        const answer = await pipe
          .send('Runtime.evaluate', parameters, session)
          .catch(() => undefined);
        const result = answer?.result as { value?: { hidden?: true; value?: unknown } } | undefined;
        if (result?.value && !result.value.hidden) return { session, value: result.value.value };
      }
      await wait(50);
    }
    throw new Error('Chromium shows no page that answers');
  };
  const evaluate = async (expression: string) => (await ask(expression)).value;
  return {
    evaluate,
    async open(url) {
      const { session } = await ask('0');
      await pipe.send('Page.navigate', { url }, session);
      await evaluate(
        `new Promise((done) => document.readyState === 'complete' ? done(0) : addEventListener('load', () => done(0)))`,
      );
    },
    async point(selector, press = false) {
      const { session, value } = await ask(`(() => {
        const element = document.querySelector(${JSON.stringify(selector)});
        element.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      })()`);
      const events = press ? ['mousePressed', 'mouseReleased'] : ['mouseMoved'];
      for (const type of events) {
        const button = press ? { button: 'left', clickCount: 1 } : {};
        const sent = pipe.send(
          'Input.dispatchMouseEvent',
          { type, ...Object(value), ...button },
          session,
        );
        // A press that leads to another page is answered by none.
        await Promise.race([sent.catch(() => undefined), wait(press ? 0 : 1000)]);
      }
    },
    async close() {
      child.kill();
      await once(child, 'close');
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The protocol's messages, each ended by a zero byte, over a pair of pipes. */
function connect(to: Writable, from: Readable) {
  const pages = new Set<string>();
  const waiting = new Map<number, (message: Message) => void>();
  let rest = '';
  from.setEncoding('utf8').on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\0');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const message: Message = JSON.parse(part);
      const session = message.params?.sessionId;
      if (message.method === 'Target.attachedToTarget' && message.sessionId && session)
        pages.add(session);
      if (message.method === 'Target.detachedFromTarget' && session) pages.delete(session);
      if (message.id !== undefined) waiting.get(message.id)?.(message);
    }
  });
  let id = 0;
  const send = (method: string, params: object, sessionId?: string) =>
    new Promise<Record<string, unknown>>((resolve, reject) => {
      id += 1;
      waiting.set(id, ({ result, error }) => {
        if (error === undefined) resolve(result ?? {});
        else reject(new Error(`${method}: ${error.message}`));
      });
      const late = () => reject(new Error(`${method}: no answer within ${PATIENCE} ms`));
      setTimeout(late, PATIENCE).unref();
      to.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  return { pages, send };
}

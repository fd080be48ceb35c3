import { writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { join } from 'node:path';
import { editAnswers } from '#lib/editor/edit/edit-answers.ts';
import { startEventServer } from '#lib/editor/event-server.ts';
import { Token } from '#lib/editor/guard.ts';
import { editPath } from '#lib/site/edit-path.ts';
import { listen } from '#lib/system/listen.ts';
import { registryTexts } from './registries.ts';
import { makeTemporaryFolder, writeFilesInto } from './temporary-folder.ts';

export const editorTemplate = '---\nnumber: {{number}}\ndraft: true\n---\n\n## 产业要闻\n';

type Sent = { method?: string; headers?: Record<string, string>; body?: unknown };
type Got = { status: number | undefined; headers: Record<string, unknown>; said: string };
export type Editor = Awaited<ReturnType<typeof startEditor>>;

/**
 * Serves the page on which issues are edited, in this process and without Next: a small page stands where the preview
 * is.
 * @param issues their texts, by the names of their files without `.md`
 */
export async function startEditor(issues: Record<string, string>, commits = false) {
  const { folder, remove } = makeTemporaryFolder();
  writeFilesInto(folder, { ...registryTexts, 'template.md': editorTemplate });
  const fileOf = (name: string) => join(folder, `issues/${name}.md`);
  for (const [name, text] of Object.entries(issues))
    writeFilesInto(folder, { [`issues/${name}.md`]: text });
  const shown = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(
      '<!doctype html><html lang="zh-CN"><title>预览</title><main><h1>读者所见</h1></main>',
    );
  });
  await listen(shown, 0, '127.0.0.1');
  const address = shown.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const token = new Token();
  const preview = `http://127.0.0.1:${address.port}`;
  const edit = editAnswers({ folder, token, preview, commits });
  const events = await startEventServer({ answers: { edit } });
  let revision = 0;
  events.send({ revision, at: 0 });
  const send = (path: string, sent: Sent = {}) => sendTo(events.origin, path, sent);
  /** The path of something below the token. */
  const at = (path: string) => `/edit/${token.value}/${path}`;
  return {
    folder,
    preview,
    fileOf,
    send,
    at,
    addressOf: (name: string) => events.origin + editPath(token.value, name),
    /** Asks as the page does. What is no JSON comes as `said`. */
    async ask(path: string, body?: unknown) {
      const { status, said } = await send(at(`api/${path}`), { body });
      return { status, ...(/^[{[]/.test(said) ? JSON.parse(said) : { said }) };
    },
    /** Writes an issue as another program does. */
    write(name: string, text: string): void {
      writeFileSync(fileOf(name), text);
      revision += 1;
      events.send({ revision, at: Date.now() });
    },
    stop(): void {
      events.close();
      shown.close();
      shown.closeAllConnections();
      remove();
    },
  };
}

function sendTo(origin: string, path: string, { method, headers, body }: Sent): Promise<Got> {
  const options = {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { 'Content-Type': 'application/json', Origin: origin, ...headers },
    agent: false as const,
  };
  return new Promise((resolve, reject) => {
    const asked = request(`${origin}${path}`, options, (response) => {
      let said = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        said += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, said }),
      );
    });
    asked.on('error', reject).end(body === undefined ? undefined : JSON.stringify(body));
  });
}

import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { bundleEditorPage, type EditorPageFiles } from '#lib/bundle/editor-page.ts';
import { orFailure } from '#lib/check/read-folder.ts';
import { listIssueFiles } from '#lib/content/folder/content-files.ts';
import { isIsoDate } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import { hashOf } from '#lib/system/hash.ts';
import type { Answer } from '../event-server.ts';
import { assertOwnPage, Refused, readBody, type Token } from '../guard.ts';
import { EditApi, mostBody } from './edit-api.ts';
import { editorPage, editorPolicy } from './editor-page.ts';
import { Conflict } from './issue-file.ts';
import type { PageSettings } from './messages.ts';

type Options = {
  /** The content folder. */
  folder: string;
  token: Token;
  /** The origin of the preview that is shown beside the text. */
  preview: string;
  /** Whether the page may commit. */
  commits: boolean;
};

/** Made for the first page, and kept as long as the process lives. */
let files: Promise<EditorPageFiles> | undefined;

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Headers of all answers: nothing is kept, and no page of another site gets anything. */
const HEADERS = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/**
 * Answers for the page on which an editor writes: `/edit/TOKEN/issues/NAME` is the page, `/edit/TOKEN/files/…` its files,
 * and `/edit/TOKEN/api/WORD/NAME` what it asks for.
 */
export function editAnswers(options: Options): Answer {
  const { folder, token, commits } = options;
  const api = new EditApi(folder, commits);
  const answerFile: Answer = async (_, response, [name]) => {
    files ??= bundleEditorPage(ROOT);
    const { script, style } = await files;
    if (name === 'editor.js') send(response, 'text/javascript', script);
    else if (name === 'editor.css') send(response, 'text/css', style);
    else throw new Refused(404, '没有这个地址。');
  };
  const answerApi: Answer = async (request, response, [word = '', name = '']) => {
    const isWanted = () => !response.closed;
    const value =
      request.method === 'POST'
        ? await api.act(word, name, await readBody(request, mostBody), isWanted)
        : await api.read(word, name);
    const status = value instanceof Conflict ? 409 : 200;
    send(response, 'application/json', JSON.stringify(value ?? null), status);
  };
  const answerPage: Answer = async (_, response, [name = '']) => {
    const nonce = randomBytes(16).toString('base64');
    const page = editorPage(await settingsOf(name, options), nonce);
    response.setHeader('Content-Security-Policy', editorPolicy(options.preview, nonce));
    send(response, 'text/html', page);
  };
  const answers = new Map([
    ['issues', answerPage],
    ['files', answerFile],
    ['api', answerApi],
  ]);
  return async (request, response, [word, kind, ...rest]) => {
    token.assert(word);
    // The page may be opened from the preview and by a link in the terminal; nothing else is asked from elsewhere.
    if (kind !== 'issues') assertOwnPage(request);
    const answer = answers.get(kind ?? '');
    if (answer === undefined) throw new Refused(404, '没有这个地址。');
    assertMethod(request, kind === 'api');
    await answer(request, response, rest);
  };
}

async function settingsOf(
  name: string,
  { folder, preview, commits }: Options,
): Promise<PageSettings> {
  const files = await orFailure(folder, listIssueFiles(folder));
  const issues = files.map((file) => file.slice(0, -'.md'.length));
  if (name !== '' && !issues.includes(name))
    throw new Refused(404, `没有 issues/${name}.md 这一期：文件已删除、移走或改名。`);
  return {
    ...(name === '' ? {} : { name }),
    ...(isIsoDate(name) ? { preview: preview + paths.issue(name) } : {}),
    commits,
    folder: hashOf(folder),
    issues: issues.reverse(),
  };
}

function assertMethod({ method }: IncomingMessage, mayWrite: boolean): void {
  if (method === 'GET' || (mayWrite && method === 'POST')) return;
  throw new Refused(405, '这个地址不接受这样的请求。');
}

function send(response: ServerResponse, type: string, body: string, status = 200): void {
  response.writeHead(status, { ...HEADERS, 'Content-Type': `${type}; charset=utf-8` }).end(body);
}

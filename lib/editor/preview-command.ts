import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import open from 'open';
import { checkRedirects } from '#lib/check/check-redirects.ts';
import { orFailure } from '#lib/check/read-folder.ts';
import { writeReport } from '#lib/check/report.ts';
import { listFaults, type PreviewEvent } from '#lib/content/faults/fault-list.ts';
import { contentFolder } from '#lib/content/folder/content-files.ts';
import { ArchiveReader, type ReadArchive } from '#lib/content/folder/read-archive.ts';
import { absoluteUrl } from '#lib/site/paths.ts';
import { readArguments } from '#lib/system/arguments.ts';
import { Failure } from '#lib/system/failure.ts';
import { followChanges } from '#lib/system/follow-changes.ts';
import { onInterrupt } from '#lib/system/interrupt.ts';
import { serveNext } from '#lib/system/next-process.ts';
import { readPort } from '#lib/system/port.ts';
import { displayPath } from '#lib/system/working-folder.ts';
import { startEventServer } from './event-server.ts';
import { pathToPreview } from './path-to-preview.ts';

const USAGE = `Usage: npm run preview -- [FILE] [--no-open]

Opens an issue in the browser as readers will see it. FILE is its file or its day; without it, the newest
issue is opened. The page shows every change that is saved, and the faults in the issue. Drafts and issues
of later days are shown too. Ctrl-C ends it.

  --no-open  prints the address and opens nothing

  npm run preview -- content/issues/2025-03-31.md
  PORT=3001 npm run preview -- 2025-03-31

PORT chooses another port than 3000. Exit code: 1 when the server did not start, 2 when there is no such
issue.`;

/** `npm run preview` */
export async function run(args: string[]): Promise<void> {
  const read = readArguments(args, USAGE, { 'no-open': { type: 'boolean' } }, 1);
  if (read === undefined) return;
  const port = readPort(process.env.PORT);
  const folder = contentFolder();
  const reader = new ArchiveReader(folder);
  const content = await orFailure(folder, reader.read({ includeUnpublished: true }));
  const path = pathToPreview(read.words[0], content.archive, folder);
  if (content.archive === undefined) {
    // No page can be made yet, so the faults are printed: no page could show them.
    const files = content.diagnostics;
    console.error(writeReport({ issues: [], folder, files }, 'text'));
  }

  const events = await startEventServer();
  let revision = 0;
  let at = 0;
  const sendState = ({ archive, diagnostics }: ReadArchive, withFaults: boolean) => {
    if (withFaults && archive !== undefined) checkRedirects(archive, diagnostics);
    const issues = archive?.issues.map(({ date }) => date);
    const faults = withFaults ? { faults: listFaults(diagnostics) } : {};
    events.send({ revision, at, ...(issues && { issues }), ...faults } satisfies PreviewEvent);
  };
  const sendAll = async () => sendState(await reader.read({ includeUnpublished: true }), true);
  const follow = async () => {
    revision += 1;
    at = Date.now();
    sendState(await reader.read({ includeUnpublished: true, compare: false }), false);
    // To compare all issues with each other may take longer than to show the open one, so that is done first.
    await nextTurn();
    await sendAll();
  };
  const { end } = await followChanges([folder], sendAll, follow);
  const close = async () => {
    await end();
    events.close();
  };
  onInterrupt(close);
  const next = await serveNext(
    fileURLToPath(new URL('../..', import.meta.url)),
    ['dev', '--hostname', 'localhost', '--port', String(port)],
    { NODE_ENV: 'development', CONTENT_DIR: folder, PREVIEW_EVENTS: events.origin },
  ).catch(async (error: unknown) => {
    await close();
    if (!(error instanceof Failure && error.message.includes('EADDRINUSE'))) throw error;
    throw new Failure(
      `Port ${port} is busy: stop what listens there, or choose another with PORT=${port + 1} npm run preview.`,
    );
  });
  const address = absoluteUrl(next.origin, path);
  console.log(`Previewing ${displayPath(folder)} on ${address} (Ctrl-C ends it)`);
  if (read.values['no-open'] !== true && process.stdout.isTTY) await open(address);
}

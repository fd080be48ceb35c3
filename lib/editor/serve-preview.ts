import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import open from 'open';
import { checkRedirects } from '#lib/check/check-redirects.ts';
import { orFailure } from '#lib/check/read-folder.ts';
import { writeReport } from '#lib/check/report.ts';
import type { Archive } from '#lib/content/archive.ts';
import { listFaults, type PreviewEvent } from '#lib/content/faults/fault-list.ts';
import { contentFolder } from '#lib/content/folder/content-files.ts';
import { ArchiveReader, type ReadArchive } from '#lib/content/folder/read-archive.ts';
import { editPath } from '#lib/site/edit-path.ts';
import { absoluteUrl } from '#lib/site/paths.ts';
import { Failure } from '#lib/system/failure.ts';
import { followChanges } from '#lib/system/follow-changes.ts';
import { onInterrupt } from '#lib/system/interrupt.ts';
import { serveNext } from '#lib/system/next-process.ts';
import { readPort } from '#lib/system/port.ts';
import { displayPath } from '#lib/system/working-folder.ts';
import { editAnswers } from './edit/edit-answers.ts';
import { type EventServer, startEventServer } from './event-server.ts';
import { Token } from './guard.ts';
import { inboxPlaces } from './inbox/inbox-places.ts';
import { inboxAnswer, inboxPath } from './inbox/page/inbox-answers.ts';
import { pathToPreview } from './path-to-preview.ts';

/** How far the port of the editor's page is from that of the preview. */
const EDITOR_PORT = 10_000;

type Options = {
  /** `edit` or `preview`: which of the two pages is opened. */
  command: 'edit' | 'preview';
  /** The file or the day of the issue to open; `undefined` for the one that the command chooses. */
  word: string | undefined;
  /** Whether a browser is opened. */
  opens: boolean;
  /** Whether the editor's page may commit. */
  commits: boolean;
};

/**
 * Serves the preview of a content folder and the page on which its issues are edited, until a signal ends it.
 * @throws Failure when there is no such issue, or the server does not start
 */
export async function servePreview({ command, word, opens, commits }: Options): Promise<void> {
  const port = readPort(process.env.PORT);
  const folder = contentFolder();
  const reader = new ArchiveReader(folder);
  const content = await orFailure(folder, reader.read({ includeUnpublished: true }));
  const chosen = word ?? (command === 'edit' ? newestDraft(content.archive) : undefined);
  const path = pathToPreview(chosen, content.archive, folder, command);
  if (content.archive === undefined) {
    // No page can be made yet, so the faults are printed: no page could show them.
    const files = content.diagnostics;
    console.error(writeReport({ issues: [], folder, files }, 'text'));
  }

  const token = new Token();
  const preview = `http://localhost:${port}`;
  const events = await startEventServer({
    answers: {
      edit: editAnswers({ folder, token, preview, commits }),
      inbox: inboxAnswer(inboxPlaces(folder), token),
    },
    // A browser keeps unsaved texts for an address with its port.
    port: port + EDITOR_PORT,
  });
  const end = await followFolder(reader, events);
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
      `Port ${port} is busy: stop what listens there, or choose another with PORT=${port + 1} npm run ${command}.`,
    );
  });
  const address = absoluteUrl(next.origin, path);
  const editAddress = events.origin + editPath(token.value, nameIn(path));
  console.log(`Previewing ${displayPath(folder)} on ${address} (Ctrl-C ends it)`);
  console.log(`Editing on ${editAddress}`);
  console.log(`Candidates from the feeds on ${events.origin}${inboxPath(token)}`);
  if (!opens || !process.stdout.isTTY) return;
  // The preview takes the address of the editor's page from behind the `#`, which no server is sent.
  await open(command === 'edit' ? editAddress : `${address}#edit=${token.value}`);
}

/** Sends an event to the open pages whenever the folder changes. @returns a function that ends this */
async function followFolder(
  reader: ArchiveReader,
  events: EventServer,
): Promise<() => Promise<void>> {
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
  return (await followChanges([reader.folder], sendAll, follow)).end;
}

/** The day of the newest draft. */
function newestDraft(archive: Archive | undefined): string | undefined {
  return archive?.issues.find(({ draft }) => draft)?.date;
}

/** The last step of an issue's path, which is the name of its file; empty for the front page. */
function nameIn(path: string): string {
  return path.split('/').at(-1) ?? '';
}

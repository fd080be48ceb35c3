import { contentFolder } from '#lib/content/folder/content-files.ts';
import { readArguments } from '#lib/system/arguments.ts';
import { Failure } from '#lib/system/failure.ts';
import { terminalProgress } from '#lib/system/progress.ts';
import { openTerminal, type Terminal } from './desk/terminal.ts';
import { askForCandidates } from './inbox/ask.ts';
import type { Candidate } from './inbox/candidates/candidates.ts';
import { feedFetcher } from './inbox/feeds/fetch-feed.ts';
import { type InboxPlaces, inboxPlaces } from './inbox/inbox-places.ts';
import { candidatesAsJson, listCandidates } from './inbox/list.ts';
import { type OpenedInbox, openInbox } from './inbox/open-inbox.ts';

const USAGE = `Usage: npm run inbox -- [--list | --json] [--all] [--section NAME] [--allow-private]
       npm run inbox -- [--take KEYS] [--decline KEYS] [--keep KEYS] [--section NAME]

Reads the feeds that sources.yml names (feed:) and lists the reports of the last ten days that have words of
topics.yml or entities.yml, those of one story together. In a terminal it asks which to take: each becomes an
item in the draft of the next issue. What is declined does not come back; inbox.tsv remembers it.

  --list          lists them with their keys and asks nothing
  --json          prints them as JSON
  --all           lists those too that the last twenty issues tell already, or whose story was declined
  --take KEYS     makes items of these, such as 0a1b2c3d4e5f,a0b1c2d3e4f5; reads no feed
  --decline KEYS  declines these; reads no feed
  --keep KEYS     keeps these until they are taken or declined; reads no feed
  --section NAME  the section that items are put into
  --allow-private reads feeds of this machine and of private networks too

  npm run inbox
  npm run inbox -- --take 0a1b2c3d4e5f --section 产业要闻

Exit code: 0 when it is done, 1 when nothing could be read, 2 when it cannot do its work.`;

const OPTIONS = {
  list: { type: 'boolean' },
  json: { type: 'boolean' },
  all: { type: 'boolean' },
  take: { type: 'string' },
  decline: { type: 'string' },
  keep: { type: 'string' },
  section: { type: 'string' },
  'allow-private': { type: 'boolean' },
} as const;

/** `npm run inbox` */
export async function run(args: string[]): Promise<void> {
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
  const terminal = isTerminal ? openTerminal(process.stdin, process.stdout) : undefined;
  await runInbox(args, inboxPlaces(contentFolder()), terminal);
}

/** @param terminal where the editor is asked; without one nothing is asked */
export async function runInbox(
  args: string[],
  places: InboxPlaces,
  terminal: Terminal | undefined,
): Promise<void> {
  const read = readArguments(args, USAGE, OPTIONS, 0);
  if (read === undefined) return;
  const { list, json, all, take, decline, keep, section } = read.values;
  const into = typeof section === 'string' ? section : undefined;
  const decided = { take: keysIn(take), decline: keysIn(decline), keep: keysIn(keep) };
  if (take !== undefined || decline !== undefined || keep !== undefined) {
    await decide(places, decided, into);
    return;
  }
  const isAllowed = read.values['allow-private'] === true;
  const { session } = await openAndReport(
    isAllowed ? { ...places, fetchFeed: feedFetcher(true) } : places,
  );
  if (json === true) console.log(JSON.stringify(candidatesAsJson(session, all === true), null, 2));
  else if (list === true || terminal === undefined)
    console.log(listCandidates(session, { by: 'keys', all: all === true }).join('\n') || NOTHING);
  else if (session.candidates.length === 0) console.log(NOTHING);
  else await askForCandidates(session, terminal, into);
}

const NOTHING = 'There is no candidate.';

/** @throws Failure when there is no feed, or none could be read and nothing is known from before */
async function openAndReport(places: InboxPlaces): Promise<OpenedInbox> {
  const progress = terminalProgress();
  const opened = await openInbox({
    ...places,
    onProgress: (done, all) => progress.step(`Reading feeds: ${done} of ${all}`),
  });
  progress.step('');
  const { feeds, failures } = opened;
  if (feeds.length === 0)
    throw new Failure('sources.yml names no feed: add feed: https://… to a source.', 2);
  for (const { feed, reason } of failures) console.error(`${feed.url} (${feed.source}): ${reason}`);
  // Without a network there is still what was read before.
  if (failures.length < feeds.length || opened.session.candidates.length > 0) return opened;
  throw new Failure(`None of the ${feeds.length} feeds could be read.`);
}

type Decided = { take: string[]; decline: string[]; keep: string[] };

/** Decides on candidates by their keys, as they were when the feeds were last read. */
async function decide(
  places: InboxPlaces,
  decided: Decided,
  section: string | undefined,
): Promise<void> {
  const { session } = await openInbox({ ...places, fetchFeed: async () => ({ unchanged: true }) });
  const byKey = new Map(session.candidates.map((candidate) => [candidate.key, candidate]));
  const find = (key: string): Candidate => {
    const candidate = byKey.get(key);
    if (candidate !== undefined) return candidate;
    throw new Failure(
      `There is no candidate ${key}: npm run inbox -- --list --all lists them with their keys.`,
      2,
    );
  };
  const { take, decline, keep } = decided;
  // All keys are looked up before the first is decided on.
  const [toTake, toDecline, toKeep] = [take.map(find), decline.map(find), keep.map(find)];
  for (const candidate of toTake)
    for (const line of await session.take(candidate, section)) console.log(line);
  if (toDecline.length > 0) await session.decline(toDecline);
  if (toKeep.length > 0) await session.keep(toKeep);
  if (toDecline.length + toKeep.length > 0)
    console.log(`${toDecline.length} declined, ${toKeep.length} kept.`);
}

function keysIn(option: string | boolean | undefined): string[] {
  return typeof option === 'string' ? option.split(/[\s,]+/).filter(Boolean) : [];
}

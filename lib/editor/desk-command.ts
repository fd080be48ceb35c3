import { readWholeArchive } from '#lib/check/read-folder.ts';
import type { Archive } from '#lib/content/archive.ts';
import { contentFolder } from '#lib/content/folder/content-files.ts';
import type { Issue } from '#lib/content/issue.ts';
import { type Entry, entriesOf } from '#lib/content/queries.ts';
import { correctionOf, deskOf } from '#lib/desk/corrections/desk-of.ts';
import { type Listed, listedIn } from '#lib/desk/listed.ts';
import { readDate } from '#lib/site/dates.ts';
import { permalinkOf } from '#lib/site/permalink.ts';
import { readArguments } from '#lib/system/arguments.ts';
import { Failure } from '#lib/system/failure.ts';
import { type Answers, askAbout } from './desk/ask.ts';
import { assertUsable, deskIn } from './desk/desk-folder.ts';
import { showListed } from './desk/show-listed.ts';
import { openTerminal, type Terminal } from './desk/terminal.ts';

const USAGE = `Usage: npm run desk -- [DAY | --all] [--json]

Shows what an issue puts into the lists of laws, cases and events, item by item, each fact with the clause
that it was read in. Without DAY it is the newest issue, a draft too. In a terminal it asks of each whether
it is right, and writes what is not to content/desk.yml; what stands there already is not asked again.

  --all   all issues, the newest first
  --json  prints it as JSON, in the form of desk.yml, and asks nothing

  npm run desk -- 2025-03-31

Exit code: 0 when it is shown, 2 when there is no such issue or desk.yml has a fault.`;

const OPTIONS = { all: { type: 'boolean' }, json: { type: 'boolean' } } as const;

/** `npm run desk` */
export async function run(args: string[]): Promise<void> {
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
  await runDesk(args, isTerminal ? openTerminal(process.stdin, process.stdout) : undefined);
}

/** @param terminal where the editor is asked; without one nothing is asked */
async function runDesk(args: string[], terminal: Terminal | undefined): Promise<void> {
  const read = readArguments(args, USAGE, OPTIONS, 1);
  if (read === undefined) return;
  const folder = contentFolder();
  const archive = await readWholeArchive(folder);
  const issues = chooseIssues(archive, read.words[0], read.values.all === true);
  const entries = issues.flatMap(entriesOf);
  if (read.values.json === true) {
    console.log(JSON.stringify(entries.flatMap(jsonOf(archive)), null, 2));
    return;
  }
  if (terminal === undefined) {
    const shown = entries.flatMap(showEntry(archive));
    console.log(
      shown.join('\n\n') || `${nameOf(issues)} nothing into the lists of laws, cases and events.`,
    );
    return;
  }
  await assertUsable(folder);
  console.log(report(await askAbout(entries, deskIn(folder, archive), terminal)));
}

/** @throws Failure for a day without an issue, for no day, and where there is no issue at all */
function chooseIssues(
  { issues }: Archive,
  word: string | undefined,
  all: boolean,
): readonly Issue[] {
  if (word !== undefined && all) throw new Failure('--all takes no DAY: it shows all issues.', 2);
  const [newest] = issues;
  if (newest === undefined) throw new Failure('There is no issue yet: npm run new makes one.', 2);
  if (all) return issues;
  if (word === undefined) return [newest];
  const day = readDate(word);
  if (day === undefined)
    throw new Failure(`Unexpected date "${word}", expected a day such as ${newest.date}.`, 2);
  const issue = issues.find(({ date }) => date === day);
  if (issue !== undefined) return [issue];
  throw new Failure(`There is no issue of ${day}: the newest is of ${newest.date}.`, 2);
}

function nameOf([issue, other]: readonly Issue[]): string {
  return other === undefined ? `${issue?.date} puts` : 'The issues put';
}

/** An item with what it puts into the lists, and what an editor hides of it. */
function showEntry(archive: Archive): (entry: Entry) => string[] {
  return (entry) => {
    const listed = listedIn(deskOf(archive, entry), entry.item.title);
    const hidden = correctionOf(archive, entry)?.hide ?? [];
    const lines = [
      ...listed.flatMap((each) => showListed(each, entry.item)),
      ...hidden.map((name) => `隐藏 ${name}`),
    ];
    if (lines.length === 0) return [];
    return [[`${permalinkOf(entry)} ${entry.item.title}`, ...lines].join('\n')];
  };
}

/** An item in the form of `desk.yml`; nothing for one that puts nothing into the lists. */
function jsonOf(archive: Archive): (entry: Entry) => object[] {
  return (entry) => {
    const listed = listedIn(deskOf(archive, entry), entry.item.title);
    if (listed.length === 0) return [];
    // A case without a name of its own is meant by the name that is made of its parties.
    const of = (list: Listed['list']) =>
      listed
        .filter((each) => each.list === list)
        .map(({ name, written }) => ('name' in written ? written : { was: name, ...written }));
    const { title } = entry.item;
    const [laws, cases, events] = [of('laws'), of('cases'), of('events')];
    return [{ item: permalinkOf(entry), title, laws, cases, events }];
  };
}

function report({ right, hidden, changed, undecided }: Answers): string {
  const counts = `${right} right, ${hidden} hidden, ${changed} changed, ${undecided.length} undecided`;
  const saved = hidden + changed === 0 ? '' : ' What was hidden and changed is in desk.yml.';
  return [`\n${counts}.${saved}`, ...undecided.map((name) => `  ${name}`)].join('\n');
}

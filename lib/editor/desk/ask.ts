import type { Archive } from '#lib/content/archive.ts';
import type { Entry } from '#lib/content/queries.ts';
import { deskOf } from '#lib/desk/corrections/desk-of.ts';
import { type Listed, listedIn, listNames } from '#lib/desk/listed.ts';
import { permalinkOf } from '#lib/site/permalink.ts';
import { readLine, writeLine } from './correction-line.ts';
import { showListed } from './show-listed.ts';
import type { Terminal } from './terminal.ts';
import type { Answer } from './write-desk.ts';

/** What an editor answered: how many of each, and the names that she left undecided. */
export type Answers = { right: number; hidden: number; changed: number; undecided: string[] };

/** What is behind a question: the desk's entries as they are after the answers before it, and how one is saved. */
export type Desk = {
  archive: Archive;
  /** Writes an answer to `desk.yml`. @returns the archive with it */
  save: (item: string, answer: Answer) => Promise<Archive>;
};

const KEYS = '对 y · 隐藏 n · 改 e · 跳过 s · 结束 q';

/**
 * Asks an editor about everything that was read in some items, and that she has not corrected yet. Each answer is saved
 * at once: whenever she ends, what she has answered is kept.
 */
export async function askAbout(
  entries: readonly Entry[],
  desk: Desk,
  terminal: Terminal,
): Promise<Answers> {
  const answers: Answers = { right: 0, hidden: 0, changed: 0, undecided: [] };
  let { archive } = desk;
  for (const entry of entries) {
    const { item } = entry;
    const open = openQuestions(archive, entry);
    if (open.length > 0) terminal.print(`\n${permalinkOf(entry)} ${item.title}`);
    for (const listed of open) {
      // An answer before this one may have changed it: the day of a law is an event too.
      if (!openQuestions(archive, entry).some((each) => isSame(each, listed))) continue;
      terminal.print(showListed(listed, item).join('\n'));
      const answer = await askOne(listed, terminal);
      if (answer === 'end') return answers;
      if (answer === 'right') answers.right += 1;
      else if (answer === 'skip')
        answers.undecided.push(`${listNames[listed.list]} ${listed.name}`);
      else {
        archive = await desk.save(permalinkOf(entry), answer);
        answers['hide' in answer ? 'hidden' : 'changed'] += 1;
      }
    }
  }
  return answers;
}

/** What an item puts into the lists as it was read: what an editor has corrected needs no question. */
function openQuestions(archive: Archive, entry: Entry): Listed[] {
  const { issue, item } = entry;
  const read = listedIn(archive.factsOf(item, issue.date).desk, item.title);
  const now = listedIn(deskOf(archive, entry), item.title);
  return now.filter((listed) => read.some((each) => isSame(each, listed)));
}

function isSame(one: Listed, other: Listed): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

async function askOne(
  listed: Listed,
  terminal: Terminal,
): Promise<Answer | 'right' | 'skip' | 'end'> {
  for (;;) {
    terminal.print(`  ${KEYS}`);
    const key = await terminal.key();
    if (key === undefined || key === 'q') return 'end';
    if (key === 'y' || key === 'return' || key === 'enter') return 'right';
    if (key === 's' || key === 'space') return 'skip';
    if (key === 'n') return { hide: listed.name };
    if (key !== 'e') continue;
    const answer = await askForChange(listed, terminal);
    if (answer !== undefined) return answer;
  }
}

/** @returns `undefined` where the editor emptied the line: she is asked again what to do */
async function askForChange(
  listed: Listed,
  terminal: Terminal,
): Promise<Answer | 'right' | 'end' | undefined> {
  terminal.print('  改这一行，按回车；删空就不改：');
  let text = writeLine(listed);
  for (;;) {
    const line = await terminal.line(text);
    if (line === undefined) return 'end';
    if (line.trim() === '') return undefined;
    const read = readLine(listed, line);
    if ('fault' in read) {
      terminal.print(`  ${read.fault}`);
      text = line;
    } else if (read.correction === undefined) return 'right';
    else return { list: listed.list, correction: read.correction };
  }
}

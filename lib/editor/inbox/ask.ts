import { Failure } from '#lib/system/failure.ts';
import type { Terminal } from '../desk/terminal.ts';
import type { Candidate } from './candidates/candidates.ts';
import { listCandidates } from './list.ts';
import type { InboxSession, State } from './session.ts';
import { type LineCommand, readLineCommand } from './terminal-command.ts';

const KEYS = '取 1 3-5 · 不要 d 2 6 · 留 k 7 · 栏目 s 名称 · 撤销 u · 列出 l · 全部 a · 结束 q';
const NAMES: Readonly<Record<State, string>> = {
  open: '未定',
  taken: '已取',
  declined: '不要',
  kept: '已留',
};

/**
 * Lists the candidates and does what the editor types, until she ends or has decided on all. Each decision is saved at once.
 * @param section the section of what she takes, until she names another
 */
export async function askForCandidates(
  session: InboxSession,
  terminal: Terminal,
  section: string | undefined,
): Promise<void> {
  let into = section;
  print(terminal, listCandidates(session, { by: 'numbers', all: false }));
  for (;;) {
    terminal.print(into === undefined ? KEYS : `${KEYS}（取到：${into}）`);
    const line = await terminal.line('');
    if (line === undefined) return;
    const command = readLineCommand(line, session.candidates.length);
    if ('fault' in command) terminal.print(command.fault);
    else if (command.act === 'end') return;
    else if (command.act === 'section') into = command.name;
    else await act(session, terminal, command, into).catch(orPrint(terminal));
  }
}

/** Prints what the editor can mend, and goes on: her line is not done. */
function orPrint(terminal: Terminal): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof Failure)) throw error;
    terminal.print(error.message);
  };
}

type Act = Exclude<LineCommand, { fault: string } | { act: 'section' | 'end' }>;

async function act(
  session: InboxSession,
  terminal: Terminal,
  command: Act,
  section: string | undefined,
): Promise<void> {
  if (!('numbers' in command)) {
    if (command.act === 'undo') {
      const undone = await session.undo();
      terminal.print(undone.length === 0 ? '没有可以撤销的。' : `已撤销：${titlesOf(undone)}`);
    } else print(terminal, listCandidates(session, { by: 'numbers', all: command.act === 'all' }));
    return;
  }
  const named = command.numbers.flatMap((number) => session.candidates[number - 1] ?? []);
  for (const candidate of named.filter((each) => !session.isUndecided(each)))
    terminal.print(
      `${session.numberOf(candidate)} ${NAMES[session.stateOf(candidate)]}，先 u 撤销。`,
    );
  const open = named.filter((each) => session.isUndecided(each));
  if (open.length === 0) return;
  if (command.act === 'take') {
    for (const candidate of open) print(terminal, await session.take(candidate, section));
  } else {
    await (command.act === 'decline' ? session.decline(open) : session.keep(open));
    terminal.print(`${command.act === 'decline' ? '不要' : '已留'}：${titlesOf(open)}`);
  }
}

function titlesOf(candidates: readonly Candidate[]): string {
  return candidates.map(({ title }) => title).join('；');
}

function print(terminal: Terminal, lines: readonly string[]): void {
  for (const line of lines) terminal.print(line);
}

import { isWebAddress } from '#lib/content/prose/links.ts';
import { addDays, type IsoDate, isIsoDate } from '#lib/site/dates.ts';

/** What an editor decided on a report, and on which day. What was taken is no decision: an item cites it. */
export type Decision = { key: string; on: IsoDate } & (
  | { state: 'declined' }
  /** Feeds forget a report after some days, so what is needed to take it later is noted. */
  | { state: 'kept'; title: string; url: string; source: string; day?: IsoDate }
);

/** The head of the file. */
const HEAD =
  '# npm run inbox 记下的取舍，一行一条：编号、日子、留（kept）还是不要（declined）。不用手改；删去一行，那条消息会再列出来。\n';
const KEY = /^[0-9a-f]{12}$/;
/** What git writes into a file where it could not merge: the lines of both sides count. */
const CONFLICT = /^(?:<{7}|={7}|>{7}|\|{7})/;

/** For how many days a decision is remembered after its report has left the feeds. */
const REMEMBERED = 90;
/** A decision on a report that a feed still names is noted again after so many days. */
const RENEWED = 45;

/**
 * Reads the decisions. Each stands in a line of its own, and the lines are sorted by the hashes of addresses, so that
 * git can merge the files of two editors. Where a key is there twice, the later decision counts, or the refusal.
 * @returns the number of the first line that cannot be read, where there is one
 */
export function parseDecisions(text: string): Map<string, Decision> | { faultAt: number } {
  const decisions = new Map<string, Decision>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#') || CONFLICT.test(line)) continue;
    const decision = parseLine(line);
    if (decision === undefined) return { faultAt: index + 1 };
    const known = decisions.get(decision.key);
    if (known === undefined || isLater(decision, known)) decisions.set(decision.key, decision);
  }
  return decisions;
}

function parseLine(line: string): Decision | undefined {
  const [key = '', on = '', state, day = '', source = '', url = '', title = ''] = line.split('\t');
  if (!KEY.test(key) || !isIsoDate(on)) return undefined;
  if (state === 'declined') return { key, on, state };
  if (state !== 'kept' || source === '' || title === '' || !isWebAddress(url)) return undefined;
  return { key, on, state, title, url, source, ...(isIsoDate(day) ? { day } : {}) };
}

function isLater(one: Decision, other: Decision): boolean {
  return one.on > other.on || (one.on === other.on && one.state === 'declined');
}

/** Writes decisions as `parseDecisions` reads them. */
export function writeDecisions(decisions: ReadonlyMap<string, Decision>): string {
  return HEAD + [...decisions.values()].map(writeLine).sort().join('');
}

function writeLine(decision: Decision): string {
  const { key, on, state } = decision;
  const fields = [key, on, state];
  if (decision.state === 'kept')
    fields.push(decision.day ?? '', decision.source, decision.url, decision.title);
  return `${fields.map((field) => field.replace(/\s+/g, ' ')).join('\t')}\n`;
}

/** What is known besides the decisions themselves. */
export type Since = {
  today: IsoDate;
  /** The keys of the reports that feeds name now; `undefined` where some feed could not be read. */
  named: ReadonlySet<string> | undefined;
  /** Whether an item cites an address. */
  isCited: (url: string) => boolean;
};

/** The decisions that are still needed: what was kept until an item cites it, what was declined for some months. */
export function stillNeeded(
  decisions: ReadonlyMap<string, Decision>,
  { today, named, isCited }: Since,
): Map<string, Decision> {
  const needed = new Map<string, Decision>();
  for (const [key, decision] of decisions) {
    if (decision.state === 'kept') {
      if (!isCited(decision.url)) needed.set(key, decision);
    } else if (named?.has(key) === true && decision.on < addDays(today, -RENEWED))
      needed.set(key, { ...decision, on: today });
    else if (named === undefined || named.has(key) || decision.on >= addDays(today, -REMEMBERED))
      needed.set(key, decision);
  }
  return needed;
}

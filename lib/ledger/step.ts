import type { LedgerRecord, LedgerState } from '#lib/content/ledger/record.ts';
import { daysBetween, type IsoDate } from '#lib/site/dates.ts';
import type { Answer } from './answers/answer.ts';
import { isSamePage } from './answers/same-page.ts';
import { type ArticleChange, compareArticle, isAnotherArticle } from './fingerprint/compare.ts';

/** So many days a host has to be unknown before its pages count as gone: names lapse and are renewed. */
export const HOST_GONE_AFTER = 30;

/** What an answer has told that was not known before. */
export type News =
  | { kind: 'gone'; why: string; since: IsoDate }
  /** The first sign that it is gone; another day must confirm it. */
  | { kind: 'doubt'; why: string }
  | { kind: 'moved'; to: string }
  | { kind: 'changed'; change: ArticleChange; headline: string }
  /** It was gone or changed, and is as it was. */
  | { kind: 'back'; from: LedgerState };

/** A record after an answer, and what is new. */
export type Step = { record: LedgerRecord; news: News[] };

type Article = Extract<Answer, { kind: 'article' }>;

/**
 * The record of an address after an answer. A sign that a report is gone counts when another day confirms it. Answers
 * that tell nothing leave the state as it was.
 * @param before the record, if the address was asked before
 */
export function stepRecord(
  before: LedgerRecord | undefined,
  url: string,
  answer: Answer,
  today: IsoDate,
): Step {
  const record: LedgerRecord = before ?? { url, state: 'untold', since: today, asked: today };
  const asked = { ...record, asked: today };
  switch (answer.kind) {
    case 'article':
      return stepArticle(asked, answer, today);
    case 'missing':
      return stepMissing(asked, answer.why, today);
    case 'no-host':
      return stepNoHost(asked, today);
    case 'untold':
      return { record: silence(asked, answer.why, today), news: [] };
  }
}

function stepArticle(record: LedgerRecord, answer: Article, today: IsoDate): Step {
  const { doubt: _doubt, silent: _silent, to: _to, change: _change, ...rest } = record;
  const { print } = answer.article;
  const before = record.print;
  const change = before && compareArticle(before, answer.article);
  const elsewhere = !isSamePage(record.url, answer.url);
  if (elsewhere && change !== undefined && isAnotherArticle(change)) {
    // The redirect leads to another page than the one that was cited.
    if (answer.permanent) return stepMissing(record, 'elsewhere', today);
    return { record: silence(record, 'elsewhere', today), news: [] };
  }
  const moved = elsewhere && answer.permanent;
  const changed = change !== undefined && change.kinds.length > 0;
  const state = changed ? 'changed' : moved ? 'moved' : 'stands';
  const news: News[] = [];
  if (moved && record.to !== answer.url) news.push({ kind: 'moved', to: answer.url });
  if (changed && record.change?.seen !== change.seen)
    news.push({ kind: 'changed', change, headline: answer.article.headline });
  if (!changed && (record.state === 'gone' || record.state === 'changed'))
    news.push({ kind: 'back', from: record.state });
  return {
    record: {
      ...rest,
      state,
      since: state === record.state ? record.since : today,
      ...(moved ? { to: answer.url } : {}),
      ...(changed ? { change: { kinds: change.kinds, seen: change.seen } } : {}),
      print: before ?? { day: today, ...print },
    },
    news,
  };
}

function stepMissing(record: LedgerRecord, why: string, today: IsoDate): Step {
  const { silent: _, ...told } = record;
  if (record.state === 'gone') return { record: told, news: [] };
  const { doubt } = record;
  if (doubt === undefined || doubt.why === NO_HOST)
    return {
      record: { ...told, doubt: { why, since: today } },
      news: [{ kind: 'doubt', why }],
    };
  if (doubt.since >= today) return { record: told, news: [] };
  return declareGone(told, doubt);
}

function stepNoHost(record: LedgerRecord, today: IsoDate): Step {
  const silent = silence(record, NO_HOST, today);
  if (record.state === 'gone') return { record: silent, news: [] };
  const { doubt } = record;
  if (doubt === undefined) {
    const begun = { ...silent, doubt: { why: NO_HOST, since: today } };
    return { record: begun, news: [{ kind: 'doubt', why: NO_HOST }] };
  }
  const lapsed = doubt.why === NO_HOST && daysBetween(doubt.since, today) >= HOST_GONE_AFTER;
  return lapsed ? declareGone(silent, doubt) : { record: silent, news: [] };
}

function declareGone(record: LedgerRecord, doubt: { why: string; since: IsoDate }): Step {
  return {
    record: { ...record, state: 'gone', since: doubt.since },
    news: [{ kind: 'gone', ...doubt }],
  };
}

const NO_HOST = 'no-host';

/** The record after an answer that tells nothing. A host that answers is there. */
function silence(record: LedgerRecord, why: string, today: IsoDate): LedgerRecord {
  const { doubt, ...rest } = record;
  const since = record.silent?.why === why ? record.silent.since : today;
  const refuted = doubt?.why === NO_HOST && why !== NO_HOST && record.state !== 'gone';
  return {
    ...rest,
    ...(doubt === undefined || refuted ? {} : { doubt }),
    silent: { why, since },
  };
}

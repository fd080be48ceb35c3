/**
 * Whether what is dated has happened, is to come, or may be either. It decides the year of a day without one. What is
 * planned, 定于3月4日, was to come when the item was written, a few weeks before its issue at most.
 */
export type Tense = 'past' | 'coming' | 'planned' | 'either';

/** The parts of a time that the words give. */
export type Parts = {
  year?: number | undefined;
  month?: number | undefined;
  day?: number | undefined;
  /** Whether it is 次年 of a year that is not named: 12月5日至次年3月1日. */
  isNextYear?: true;
};

/** Words for a time, with UTF-16 offsets. `last` is the end of a span. */
export type TimeWords = {
  start: number;
  end: number;
  first: Parts;
  last?: Parts;
  /** Whether 起 follows: something begins then. */
  isStart: boolean;
  /** The written year of an earlier time in the sentence, which this one follows. */
  after?: Parts;
};

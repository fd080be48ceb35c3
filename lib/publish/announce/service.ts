import type { Message } from './post.ts';

/** A service that tells search engines of addresses. */
export type Service = {
  name: string;
  /** Where it is called. */
  endpoint: string;
  /** How many addresses it takes in one call. */
  most: number;
  /** Whether it wants to know of pages that are there no more. */
  takesRemoved: boolean;
  /** What must never be printed. */
  secret: string;
  message: (urls: readonly string[]) => Message;
  read: (answer: { status: number; text: string }, sent: number) => Reply;
};

/** What a service made of one call. */
export type Reply =
  | {
      /** How many addresses it took. */
      took: number;
      /** How many more it takes today, where it says so. */
      remain?: number;
      /** What else it said, a sentence each, without a full stop. */
      notes: string[];
      /** Addresses that it did not take, by its reason. */
      faults: string[];
    }
  | { refused: string };

/** How much of what a service says is told. */
const LONGEST = 200;

/** A service's own words, as much of them as a report has room for. */
export function said(text: string): string {
  const words = text.trim();
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
}

/** `1 address`, `2 addresses`. */
export function countOf(addresses: number): string {
  return addresses === 1 ? '1 address' : `${addresses} addresses`;
}

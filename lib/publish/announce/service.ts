import type { ServiceRequest } from './post.ts';

/** A service that takes new and changed addresses for search engines. */
export type Service = {
  name: string;
  /** The address that is called. */
  endpoint: string;
  /** How many addresses it takes in one call. */
  most: number;
  /** Whether it takes the addresses of pages that were removed. */
  takesRemoved: boolean;
  /** The key or token of the site. It must never be printed. */
  secret: string;
  request: (urls: readonly string[]) => ServiceRequest;
  read: (answer: { status: number; text: string }, sent: number) => Reply;
};

/** What a service replied to one call. */
export type Reply =
  | {
      /** How many addresses it took. */
      took: number;
      /** How many more it takes today, where it says so. */
      remain?: number;
      /** What else the service said, a sentence each, without a full stop. */
      notes: string[];
      /** Why it did not take some addresses, a sentence each. */
      faults: string[];
    }
  | { refused: string };

/** How much of a service's own words is printed, in characters. */
const LONGEST = 200;

/** A service's own words, cut to a length that fits into a report. */
export function shortened(text: string): string {
  const words = text.trim();
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
}

/** `1 address`, `2 addresses`. */
export function countOf(addresses: number): string {
  return addresses === 1 ? '1 address' : `${addresses} addresses`;
}

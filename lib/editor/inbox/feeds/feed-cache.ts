import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isIsoDate } from '#lib/site/dates.ts';
import { parseJson } from '#lib/site/parse-json.ts';
import { hashOf } from '#lib/system/hash.ts';
import { readIfThere } from '#lib/system/read-if-there.ts';
import type { Report } from '../candidates/report.ts';

/** What is known of a feed since it was last read. */
export type KnownFeed = {
  etag?: string | undefined;
  lastModified?: string | undefined;
  /** The hash of the words that its entries were matched with. With other words it must be read again as a whole. */
  words: string;
  /** Before this time, in ms since 1970, its server wants no request. */
  notBefore?: number | undefined;
  /** Its reports of the last days, those too that it does not name any more. */
  reports: Report[];
};

const date = z.custom<Report['seen']>((value) => typeof value === 'string' && isIsoDate(value));

/** The pairs of a report as a text: four bytes each, in base 64. The summary itself is not kept. */
const pairs = z.string().transform((text) => {
  const bytes = Uint8Array.from(Buffer.from(text, 'base64'));
  return new Int32Array(bytes.buffer, 0, Math.floor(bytes.length / Int32Array.BYTES_PER_ELEMENT));
});

const knownSchema = z.object({
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  words: z.string(),
  notBefore: z.number().optional(),
  reports: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      url: z.string(),
      source: z.string(),
      day: date.optional(),
      seen: date,
      words: z.array(z.string()),
      pairs,
    }),
  ),
}) satisfies z.ZodType<KnownFeed>;

/** What is known of each feed, in files that only this machine needs: without them every feed is read as a whole. */
export class KnownFeeds {
  readonly #folder: string;

  /** @param cache the folder for caches of this project */
  constructor(cache: string) {
    this.#folder = join(cache, 'inbox');
  }

  async read(url: string): Promise<KnownFeed | undefined> {
    const text = await readIfThere(this.#pathOf(url));
    return text === undefined ? undefined : knownSchema.safeParse(parseJson(text)).data;
  }

  /** Writes the file under another name and renames it, so that a killed process leaves the old file or the new one. */
  async write(url: string, known: KnownFeed): Promise<void> {
    const reports = known.reports.map((report) => ({ ...report, pairs: encode(report.pairs) }));
    await mkdir(this.#folder, { recursive: true });
    const unfinished = `${this.#pathOf(url)}.${process.pid}.part`;
    await writeFile(unfinished, JSON.stringify({ ...known, reports }));
    await rename(unfinished, this.#pathOf(url));
  }

  #pathOf(url: string): string {
    return join(this.#folder, `${hashOf(url)}.json`);
  }
}

function encode({ buffer, byteOffset, byteLength }: Report['pairs']): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
}

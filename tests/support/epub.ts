import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { DOMParser, type Document, type Element } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';
import { z } from 'zod';
import type { Archive } from '#lib/content/archive.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';

/** A book as a reading system meets it: its files, XML parsed strictly, in the order of the archive. */
export class OpenedBook {
  readonly files: Map<string, Uint8Array>;

  constructor(bytes: Uint8Array) {
    this.files = new Map(Object.entries(unzipSync(bytes)));
  }

  text(path: string): string {
    const bytes = this.files.get(path);
    if (bytes === undefined) throw new Error(`the book has no ${path}`);
    return strFromU8(bytes);
  }

  /** @throws Error at the first thing that a strict parser does not like */
  xml(path: string): Document {
    const onError = (level: string, message: string) => {
      throw new Error(`${path}: ${level}: ${message}`);
    };
    return new DOMParser({ onError }).parseFromString(this.text(path), 'application/xml');
  }

  elements(path: string, name: string): Element[] {
    return elementsIn(this.xml(path), name);
  }

  /** The documents of the book in the order in which they are read. */
  spine(): string[] {
    const path = 'book/package.opf';
    const items = this.elements(path, 'item');
    return this.elements(path, 'itemref').map((itemref) => {
      const item = items.find((each) => each.getAttribute('id') === itemref.getAttribute('idref'));
      return `book/${item?.getAttribute('href')}`;
    });
  }
}

/** The elements of a name below a node, in order, their prefix included in the name. */
export function elementsIn(parent: Document | Element, name: string): Element[] {
  return [...parent.getElementsByTagName(name)];
}

/** The items of a book's documents as a reader sees them. */
export function itemsIn(book: OpenedBook) {
  return book.spine().flatMap((path) =>
    book.elements(path, 'article').map((article) => {
      const [title] = elementsIn(article, 'h2');
      const paragraphs = elementsIn(article, 'p');
      const ofClass = (name: string) => paragraphs.find((p) => p.getAttribute('class') === name);
      const sources = ofClass('sources');
      return {
        path,
        id: article.getAttribute('id'),
        title: title?.textContent,
        text: article.textContent,
        sources: sources?.textContent,
        reports: sources && elementsIn(sources, 'a').map((a) => a.getAttribute('href')),
        permalink: elementsIn(article, 'a').at(-1)?.getAttribute('href'),
      };
    }),
  );
}

/** What `itemsIn` must find in a book of these issues, oldest first. */
export function expectedItems({ site, issues }: Archive) {
  return issues.toReversed().flatMap(({ date, sections }) =>
    sections.flatMap(({ section, items }) =>
      items.map((item) => ({
        path: `book/${date}-${section.id}.xhtml`,
        id: item.id,
        title: item.title,
        sources: `来源：${item.attributions
          .map(({ source, date: day }) => (day ? `${source.name} ${day}` : source.name))
          .join('、')}`,
        reports: item.attributions.map(
          ({ source, url }) => url ?? absoluteUrl(site.origin, paths.source(source.slug)),
        ),
        permalink: absoluteUrl(site.origin, paths.item(date, item.id)),
      })),
    ),
  );
}

/** What the checker written in TypeScript finds wrong with a book, warnings included. */
export async function bookFaults(bytes: Uint8Array): Promise<string[]> {
  const { messages } = await EpubCheck.validate(bytes);
  return messages.map(({ id, severity, message, location }) =>
    `${severity} ${id} ${message} ${location?.path ?? ''}:${location?.line ?? ''}`.trim(),
  );
}

const JAR = process.env.EPUBCHECK_JAR ?? '/usr/share/java/epubcheck.jar';
/** A JVM that lives for seconds compiles in vain: without it a book takes half of the time. */
const SHORT_LIVED = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];
const run = promisify(execFile);

/** Whether the W3C's own checker, which needs Java, is on this machine (Debian's package `epubcheck`). */
export async function hasEpubcheck(): Promise<boolean> {
  if (!existsSync(JAR)) return false;
  return run('java', ['-version']).then(
    () => true,
    () => false,
  );
}

const reportSchema = z.object({
  messages: z.array(z.object({ ID: z.string(), severity: z.string(), message: z.string() })),
});

/** What the W3C's checker finds wrong with a book, warnings included. */
export async function epubcheckFaults(bytes: Uint8Array): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'dibao-epub-'));
  try {
    const [book, report] = [join(folder, 'book.epub'), join(folder, 'report.json')];
    await writeFile(book, bytes);
    // It ends with 1 where it found faults: the report tells them.
    await run('java', [...SHORT_LIVED, '-jar', JAR, book, '--json', report, '--quiet']).catch(
      (error: unknown) => {
        if (!existsSync(report)) throw error;
      },
    );
    const { messages } = reportSchema.parse(JSON.parse(await readFile(report, 'utf8')));
    return messages.map(({ ID, severity, message }) => `${severity} ${ID} ${message}`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

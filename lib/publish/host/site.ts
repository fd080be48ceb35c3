import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { outputFile, paths } from '#lib/site/paths.ts';
import { type Ending, endingsOf } from '../compress.ts';
import { readHeaders, readRedirects } from '../host-files/cloudflare.ts';
import { headersFor } from '../host-files/header-rules.ts';
import type { Encoding } from './request.ts';
import { type StoredFile, StoredFiles } from './stored-files.ts';

/** A file of the site, in the form in which it is sent. */
export type ServedFile = {
  /** The name of the uncompressed file. */
  name: string;
  encoding: Encoding;
  /** Whether it has compressed forms too. */
  isText: boolean;
  file: StoredFile;
};

/** A printed site as it is served: its files, with the headers and redirects of its host files. */
export type ServedSite = {
  /** The folder of the release, no link. */
  folder: string;
  redirects: ReadonlyMap<string, string>;
  headersFor: (path: string) => Record<string, string>;
  notFound: Record<Encoding, Buffer>;
  /**
   * The file at a decoded path; `undefined` where there is none.
   * @param accepted the encodings that the client accepts, the best first
   */
  find: (path: string, accepted: readonly Encoding[]) => Promise<ServedFile | undefined>;
};

const ENDINGS: Record<Encoding, Ending> = { br: '.br', gzip: '.gz', identity: '' };

/** Reads the redirects, the headers and the 404 page of a printed site. The other files are read on request. */
export async function openSite(out: string): Promise<ServedSite> {
  const folder = await realpath(out);
  const read = (name: string) => readFile(join(folder, name));
  const rules = readHeaders((await read('_headers')).toString());
  const page = outputFile(paths.notFound());
  const files = new StoredFiles(folder);
  return {
    folder,
    redirects: readRedirects((await read('_redirects')).toString()),
    headersFor: (path) => headersFor(rules, path),
    notFound: {
      br: await read(`${page}.br`),
      gzip: await read(`${page}.gz`),
      identity: await read(page),
    },
    async find(path, accepted) {
      for (const name of namesAt(path)) {
        const isText = endingsOf(name).length > 1;
        const forms: readonly Encoding[] = isText ? accepted : ['identity'];
        for (const encoding of forms) {
          const file = await files.find(name + ENDINGS[encoding]);
          if (file !== undefined) return { name, encoding, isText, file };
        }
      }
      return undefined;
    },
  };
}

/** The names of the files that may be at a path, in the order in which nginx looks for them. */
function namesAt(path: string): string[] {
  const name = path.slice(1);
  return name === '' ? ['index.html'] : [name, `${name}.html`, `${name}/index.html`];
}

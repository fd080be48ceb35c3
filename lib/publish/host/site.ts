import { readFile, realpath } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { outputFile, paths } from '#lib/site/paths.ts';
import { readHeaders, readRedirects } from '../host-files/cloudflare.ts';
import { headersFor } from '../host-files/header-rules.ts';
import type { Encoding } from './request.ts';

/** A printed site as it is served: its files, and what its host files say. */
export type Site = {
  /** The release that it is. */
  folder: string;
  redirects: ReadonlyMap<string, string>;
  headersFor: (path: string) => Record<string, string>;
  notFound: Record<Encoding, Buffer>;
  serveFile: (request: IncomingMessage, response: ServerResponse, otherwise: () => void) => void;
};

/**
 * Reads what a printed site needs to be served.
 * @param isChanging whether another site will soon take its place: then each file is looked for when it is asked
 *   for, which costs an answer a little, where to list them all would keep every new site waiting
 */
export async function openSite(out: string, isChanging: boolean): Promise<Site> {
  const folder = await realpath(out);
  const read = (name: string) => readFile(join(folder, name));
  const rules = readHeaders((await read('_headers')).toString());
  const page = outputFile(paths.notFound());
  const serve = sirv(folder, { brotli: true, gzip: true, etag: true, dev: isChanging });
  return {
    folder,
    redirects: readRedirects((await read('_redirects')).toString()),
    headersFor: (path) => headersFor(rules, path),
    notFound: {
      br: await read(`${page}.br`),
      gzip: await read(`${page}.gz`),
      identity: await read(page),
    },
    serveFile(request, response, otherwise) {
      // sirv leaves the file open that a reader leaves in the middle of, and throws one that is gone.
      response.on('pipe', (file) => {
        file.on('error', (error: Error) => response.destroy(error));
        response.on('close', () => 'destroy' in file && file.destroy());
      });
      serve(request, withoutDay(response), otherwise);
    },
  };
}

/** An answer without the day of its file's last change: the ETag says it better, in every answer's bytes. */
function withoutDay(response: ServerResponse): ServerResponse {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = (status: number, headers?: unknown) => {
    const { 'Last-Modified': _, ...others } = { ...(headers as Record<string, string>) };
    return writeHead(status, others);
  };
  return response;
}

import type { PressCode } from '#lib/bundle/press-code.ts';
import type { Archive } from '#lib/content/archive.ts';
import { hashOf } from '#lib/system/hash.ts';
import { type Address, isFile, isPage } from '#lib/views/addresses.ts';
import type { PublicFile } from '#lib/views/files.ts';
import type { PageAddress } from '#lib/views/pages.ts';
import type { Content } from './file-worker.ts';
import type { Keys } from './keys.ts';

/**
 * What the press may have to do for an address. `key` is the cache key of the content; only where the cache has
 * nothing under that key, `makeContent` is called.
 */
export type PrintTask = {
  key: string;
  makeContent: () => Content;
};

/**
 * Prepares the page or file of an address. Its cache key is a hash of two things, the code that makes the content and
 * the props of that code, because nothing else decides the content.
 */
export async function printTaskOf(
  address: Address,
  archive: Archive,
  code: PressCode,
  keys: Keys,
): Promise<PrintTask> {
  if (isFile(address)) return fileTask(address, archive, code, keys);
  if (isPage(address)) return pageTask(address, code);
  const script = code.scripts.get(address.props());
  if (script === undefined) throw new Error(`there is no script for ${address.path}`);
  return { key: hashOf(script), makeContent: () => ({ content: script }) };
}

function pageTask({ kind, props: propsOf }: PageAddress, code: PressCode): PrintTask {
  const { hash, print } = code.pageCode(kind);
  const props = propsOf();
  return {
    key: hashOf(hash, JSON.stringify(props)),
    makeContent: () => ({ content: print(props) }),
  };
}

async function fileTask(
  file: PublicFile,
  { readPublicFile }: Archive,
  { writers }: PressCode,
  keys: Keys,
): Promise<PrintTask> {
  // The files of `public/` whose bytes are copied into this file.
  const hashes: string[] = [];
  for (const path of file.reads?.() ?? []) {
    const bytes = await readPublicFile(path);
    hashes.push(bytes === undefined ? 'not there' : hashOf(bytes));
  }
  const props = file.props();
  return {
    key: hashOf(writers.hash, file.writer, keys.of(props), ...hashes),
    makeContent: () => ({ writer: file.writer, props }),
  };
}

import type { PressCode } from '#lib/bundle/press-code.ts';
import type { Archive } from '#lib/content/archive.ts';
import { hashOf } from '#lib/system/hash.ts';
import { type Address, isFile, isPage } from '#lib/views/addresses.ts';
import type { PublicFile } from '#lib/views/files.ts';
import type { PageAddress } from '#lib/views/pages.ts';
import type { Content } from './file-worker.ts';
import type { Keys } from './keys.ts';

/** What decides whether an address has to be made anew, and what makes it. */
export type Draft = {
  key: string;
  make: () => Content;
};

/**
 * Prepares the page or file of an address: its cache key, and a function that makes its content. The key is a hash of
 * two things, the code that makes the content and the props of that code, because nothing else decides the content.
 */
export async function draftOf(
  address: Address,
  archive: Archive,
  code: PressCode,
  keys: Keys,
): Promise<Draft> {
  if (isFile(address)) return fileDraft(address, archive, code, keys);
  if (isPage(address)) return pageDraft(address, code);
  const script = code.scripts.get(address.props());
  if (script === undefined) throw new Error(`there is no script for ${address.path}`);
  return { key: hashOf(script), make: () => ({ content: script }) };
}

function pageDraft({ kind, props: propsOf }: PageAddress, code: PressCode): Draft {
  const { hash, print } = code.pageCode(kind);
  const props = propsOf();
  return {
    key: hashOf(hash, JSON.stringify(props)),
    make: () => ({ content: print(props) }),
  };
}

async function fileDraft(
  file: PublicFile,
  { readPublicFile }: Archive,
  { writers }: PressCode,
  keys: Keys,
): Promise<Draft> {
  // The files of `public/` that are copied into it.
  const hashes: string[] = [];
  for (const path of file.reads?.() ?? []) {
    const bytes = await readPublicFile(path);
    hashes.push(bytes === undefined ? 'not there' : hashOf(bytes));
  }
  const props = file.props();
  return {
    key: hashOf(writers.hash, file.writer, keys.of(props), ...hashes),
    make: () => ({ writer: file.writer, props }),
  };
}

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Readable } from 'node:stream';
import type { ReadPublicFile } from '#lib/content/archive.ts';
import { publicReader } from '#lib/content/folder/public-folder.ts';
import { Failure, hasCode } from '#lib/system/failure.ts';
import { resolveUserPath } from '#lib/system/working-folder.ts';

/** The bytes to import, and what messages call them: the name of a file, `standard input`. */
export type Input = {
  name: string;
  bytes: Buffer;
  /** Reads a file below the folder that the input came from, by its path from there: `/media/1.png`. */
  readBeside?: ReadPublicFile;
};

const LARGEST = 20 * 1024 * 1024;

/**
 * Reads a file, or standard input for `-`. A relative name is resolved from the folder in which npm was called.
 * @throws Failure where the file is missing, a folder, empty, over 20 MB or not readable
 */
export async function readInput(word: string): Promise<Input> {
  if (word === '-') {
    const name = 'standard input';
    return { name, bytes: refuseEmpty(await readStream(process.stdin, name), name) };
  }
  const path = resolveUserPath(word);
  const bytes = refuseEmpty(await readFileOf(word, path), word);
  return { name: basename(word), bytes, readBeside: publicReader(dirname(path)) };
}

async function readFileOf(word: string, path: string): Promise<Buffer> {
  try {
    const file = await stat(path);
    if (file.isDirectory()) {
      throw new Failure(`${word} is a folder: name the files in it that are issues.`, 2);
    }
    if (file.size > LARGEST) throw tooLarge(word, `${Math.ceil(file.size / 1024 / 1024)} MB`);
    return await readStream(createReadStream(path), word);
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) {
      throw new Failure(`${word} does not exist: check the name, or use - for standard input.`, 2);
    }
    if (error instanceof Error && 'code' in error) {
      throw new Failure(`${word} cannot be read (${error.message}).`, 2);
    }
    throw error;
  }
}

/** All bytes of a stream. The size is checked as they come, since a pipe or a device may never end. */
async function readStream(stream: Readable, name: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > LARGEST) throw tooLarge(name, 'over 20 MB');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function refuseEmpty(bytes: Buffer, name: string): Buffer {
  if (bytes.toString('latin1', 0, 4096).trim() === '' && bytes.toString('utf8').trim() === '') {
    throw new Failure(`${name} is empty: there is nothing to import.`, 2);
  }
  return bytes;
}

function tooLarge(name: string, size: string): Failure {
  return new Failure(
    `${name} has ${size} and an issue may have 20 MB: make its pictures smaller, or leave them out.`,
    2,
  );
}

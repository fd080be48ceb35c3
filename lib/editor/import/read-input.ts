import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Failure, hasCode } from '#lib/site/failure.ts';
import { fileNamed } from '../here.ts';

/** Bytes to import and what they are called in messages: a file's name, `standard input`. */
export type Input = { name: string; bytes: Buffer };

const LARGEST = 20 * 1024 * 1024;

/**
 * Reads a file, or standard input for `-`. A relative name is one of the folder in which npm was called.
 * @throws Failure for what is missing, no file, empty, over 20 MB or may not be read
 */
export async function readInput(word: string): Promise<Input> {
  const isStandard = word === '-';
  const name = isStandard ? 'standard input' : basename(word);
  const bytes = isStandard ? await buffer(process.stdin) : await readFileOf(word);
  if (bytes.length > LARGEST) throw tooLarge(word, bytes.length);
  if (bytes.toString('latin1', 0, 4096).trim() === '' && bytes.toString('utf8').trim() === '') {
    throw new Failure(`${isStandard ? name : word} is empty: there is nothing to import.`, 2);
  }
  return { name, bytes };
}

async function readFileOf(word: string): Promise<Buffer> {
  const path = fileNamed(word);
  try {
    const file = await stat(path);
    if (file.isDirectory()) {
      throw new Failure(`${word} is a folder: name the files in it that are issues.`, 2);
    }
    // Told before it is read: the memory for it may not be there.
    if (file.size > LARGEST) throw tooLarge(word, file.size);
    return await readFile(path);
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

function tooLarge(word: string, size: number): Failure {
  const megabytes = Math.ceil(size / 1024 / 1024);
  return new Failure(
    `${word} has ${megabytes} MB and an issue may have 20: make its pictures smaller, or leave them out.`,
    2,
  );
}

import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { orFailure } from '#lib/check/read-folder.ts';
import { assertReadable, largestFile, listIssueFiles } from '#lib/content/folder/content-files.ts';
import { hasCode } from '#lib/system/failure.ts';
import { hashOf } from '#lib/system/hash.ts';
import { Refused } from '../guard.ts';
import { putInPlace } from '../put-in-place.ts';
import type { ConflictingFile, OpenedIssue, Saved } from './messages.ts';
import { restoreBreaks, withPlainBreaks } from './restore-breaks.ts';

/** A save that has written nothing: the file has another text now than the one that was edited. */
export class Conflict implements ConflictingFile {
  readonly state = 'conflict';

  constructor(
    readonly text: string,
    readonly hash: string,
    readonly difference: string,
  ) {}
}

const MARK = '\uFEFF';

/**
 * The path of an issue file in the content folder.
 * @param name the name of the file without `.md`. It must be one of those that the folder lists, so it leads nowhere else.
 * @throws Refused when there is no such issue, Failure when the folder cannot be read, or a link leads out of it
 */
export async function pathOfIssue(folder: string, name: string): Promise<string> {
  const file = `${name}.md`;
  if ((await orFailure(folder, listIssueFiles(folder))).includes(file)) return `issues/${file}`;
  throw new Refused(404, `没有 issues/${file} 这一期：文件已删除、移走或改名。`);
}

/** @throws Refused when the file is no text that can be edited without loss */
export async function openIssue(folder: string, name: string): Promise<OpenedIssue> {
  const { text, hash } = await readExactly(folder, await pathOfIssue(folder, name));
  return { text: withPlainBreaks(withoutMark(text)), hash };
}

/**
 * Saves an edited text. The byte order mark, the line breaks and the end of the file stay as they are; a text that is
 * not edited is not written.
 * @param base the hash of the file that the text was made from; if the file has another one now, nothing is written
 * @throws Refused when there is no such issue, or the text cannot be a content file
 */
export async function saveIssue(
  folder: string,
  name: string,
  { text, base }: { text: string; base: string },
): Promise<Saved | Conflict> {
  const path = await pathOfIssue(folder, name);
  const before = await readExactly(folder, path);
  const mark = before.text.startsWith(MARK) ? MARK : '';
  const original = withoutMark(before.text);
  const plain = withPlainBreaks(original);
  if (plain === text) return { state: 'unchanged', hash: before.hash };
  if (before.hash !== base) {
    const patch = createTwoFilesPatch('', '', plain, text, '', '', { context: 2 });
    // Its head has the names of two files, and these are one.
    const difference = patch.slice(patch.indexOf('@@'));
    return new Conflict(plain, before.hash, difference);
  }
  const content = Buffer.from(mark + restoreBreaks(original, text), 'utf8');
  assertWritable(text, content);
  await putInPlace([{ path: join(folder, path), content, isUpdate: true }]);
  return { state: 'saved', hash: hashOf(content) };
}

/** The text of a file with its byte order mark, character for character. */
async function readExactly(folder: string, path: string): Promise<OpenedIssue> {
  const bytes = await readIfThere(join(folder, path), path);
  if (!isUtf8(bytes))
    throw new Refused(
      422,
      `${path} 不是 UTF-8，在这里编辑会丢失文字：先用 npm run import -- content/${path} --force 转换。`,
    );
  const text = bytes.toString('utf8');
  if (text.includes('\0'))
    throw new Refused(422, `${path} 里有 NUL 字符，不像文字文件：请用别的编辑器打开看看。`);
  return { text, hash: hashOf(bytes) };
}

async function readIfThere(file: string, path: string): Promise<Buffer> {
  try {
    assertReadable(file);
    return await readFile(file);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
    throw new Refused(404, `没有 ${path} 这一期：文件已删除、移走或改名。`);
  }
}

function assertWritable(text: string, content: Buffer): void {
  if (content.length > largestFile)
    throw new Refused(413, '一期不能超过 1 MB：删去一些，或分成两期。');
  // Half of a surrogate pair has no bytes in UTF-8.
  if (text.includes('\0') || Buffer.from(text, 'utf8').toString('utf8') !== text)
    throw new Refused(422, '文字里有不能存盘的字符（NUL 或半个字符）：请删去。');
}

function withoutMark(text: string): string {
  return text.startsWith(MARK) ? text.slice(1) : text;
}

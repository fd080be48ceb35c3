import { z } from 'zod';
import { readWholeArchive } from '#lib/check/read-folder.ts';
import { largestFile } from '#lib/content/folder/content-files.ts';
import { readDate } from '#lib/site/dates.ts';
import { Failure } from '#lib/system/failure.ts';
import { Refused } from '../guard.ts';
import { makeIssue } from '../make-issue.ts';
import { nextDate } from '../next-issue.ts';
import { putInPlace } from '../put-in-place.ts';
import { UnsavedChecker } from './check-unsaved.ts';
import { commitIssue } from './commit-issue.ts';
import { openIssue, pathOfIssue, saveIssue } from './issue-file.ts';
import { readOfferedNames } from './offered-names.ts';

/** The most bytes of a request: a file's text as JSON, in which a line break has two. */
export const mostBody = 2 * largestFile;

const typed = z.strictObject({ text: z.string() });
const toSave = z.strictObject({ text: z.string(), base: z.string() });
const toMake = z.strictObject({ date: z.string(), previous: z.boolean() });
const toCommit = z.strictObject({
  message: z.string().trim().min(1).max(1000),
  base: z.string(),
});

/** What the page asks for, each by a word and the name of an issue. Reads take GET, all others POST. */
export class EditApi {
  readonly #checker: UnsavedChecker;
  #lastWrite: Promise<unknown> = Promise.resolve();

  constructor(
    readonly folder: string,
    readonly commits: boolean,
  ) {
    this.#checker = new UnsavedChecker(folder);
  }

  /** @throws Refused for what there is not, Failure for what an editor can mend */
  async read(word: string, name: string): Promise<unknown> {
    if (word === 'names') return readOfferedNames(this.folder);
    if (word === 'text') return openIssue(this.folder, name);
    if (word === 'next') return { date: nextDate(await readWholeArchive(this.folder)) ?? '' };
    throw new Refused(404, '没有这个地址。');
  }

  /**
   * @param body the JSON that was sent
   * @param isWanted whether somebody still waits for the answer
   * @returns `undefined` where nobody waits any more
   * @throws Refused as `read` does, and for what is not as it should be
   */
  async act(word: string, name: string, body: string, isWanted: () => boolean): Promise<unknown> {
    switch (word) {
      case 'faults': {
        const { text } = parse(typed, body);
        return this.#checker.find(await pathOfIssue(this.folder, name), text, isWanted);
      }
      case 'mend':
        return this.#checker.mend(await pathOfIssue(this.folder, name), parse(typed, body).text);
      case 'save': {
        const saving = parse(toSave, body);
        return this.#oneByOne(() => saveIssue(this.folder, name, saving));
      }
      case 'new': {
        const { date, previous } = parse(toMake, body);
        return this.#oneByOne(() => this.#make(date, previous));
      }
      case 'commit': {
        const { message, base } = parse(toCommit, body);
        return this.#oneByOne(() => this.#commit(name, message, base));
      }
      default:
        throw new Refused(404, '没有这个地址。');
    }
  }

  async #make(word: string, previous: boolean): Promise<{ name: string }> {
    const day = readDate(word);
    if (day === undefined) throw new Refused(400, '日期要写成 2025-03-31 的样子。');
    const { date, path, content } = await makeIssue(
      this.folder,
      day,
      previous ? 'previous' : undefined,
    );
    try {
      await putInPlace([{ path, content }]);
    } catch (error) {
      if (!(error instanceof Failure && error.message.includes('is there already'))) throw error;
      throw new Refused(409, `${date} 已经有一期了：在上面的“期”里选它。`);
    }
    return { name: date };
  }

  async #commit(name: string, message: string, base: string): Promise<{ commit: string }> {
    if (!this.commits) throw new Refused(403, '要提交，用 npm run edit -- --git 启动。');
    const { hash } = await openIssue(this.folder, name);
    if (hash !== base) throw new Refused(409, '文件在磁盘上已经改动：先保存，再提交。');
    const path = await pathOfIssue(this.folder, name);
    return { commit: await commitIssue(this.folder, path, message) };
  }

  /** Writes one after another: each sees what the one before has written. */
  #oneByOne<Done>(write: () => Promise<Done>): Promise<Done> {
    const writing = this.#lastWrite.then(write);
    this.#lastWrite = writing.catch(() => undefined);
    return writing;
  }
}

function parse<T>(schema: z.ZodType<T>, body: string): T {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Refused(400, '请求里的 JSON 不完整。');
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Refused(400, `请求里缺少或多出了内容：${parsed.error.issues[0]?.path.join('.')}`);
}

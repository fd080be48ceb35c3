import {
  copyFile,
  lstat,
  mkdir,
  readdir,
  readlink,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { Failure, hasCode } from '#lib/site/failure.ts';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Endings of the files that are worth compressing. */
const TEXT = /\.(html|css|js|json|xml|svg|txt|md|ics|webmanifest)$/;
/** How many releases are kept, the newest included: a host goes on serving the one it started with. */
const KEPT = 3;

/**
 * A site in the making: a folder beside the output folder, which at the end takes its place. The output
 * folder is a link to the newest release, so that one rename, which is atomic, puts it there.
 */
export class Release {
  private constructor(
    readonly folder: string,
    readonly out: string,
  ) {}

  /** Where the releases of an output folder lie: `.out` for `out`. */
  static shelf(out: string): string {
    return join(dirname(out), `.${basename(out)}`);
  }

  /**
   * @param stamp stands in the release's name; see `currentStamp`
   * @throws Failure when `out` is a folder that no build made
   */
  static async begin(out: string, stamp: string): Promise<Release> {
    await assertLink(out);
    const time = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
    const folder = join(Release.shelf(out), `${time}-${process.pid}-${stamp}`);
    await mkdir(folder, { recursive: true });
    return new Release(folder, out);
  }

  /** The stamp of the release that `out` leads to now; `undefined` when there is none. */
  static async currentStamp(out: string): Promise<string | undefined> {
    try {
      const target = resolve(dirname(out), await readlink(out));
      await lstat(target);
      return basename(target).split('-').at(-1);
    } catch (error) {
      if (hasCode(error, 'ENOENT', 'EINVAL')) return undefined;
      throw error;
    }
  }

  /** Writes a text file, with `.br` and `.gz` beside it. @returns its sizes in bytes */
  async write(path: string, text: string): Promise<{ bytes: number; brotli: number }> {
    const file = join(this.folder, path);
    const bytes = Buffer.from(text);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
    if (!TEXT.test(path)) return { bytes: bytes.length, brotli: bytes.length };
    const mode = { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT };
    const [br, gz] = await Promise.all([
      compressBrotli(bytes, {
        params: { ...mode, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
      }),
      compressGzip(bytes, { level: 9 }),
    ]);
    await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)]);
    return { bytes: bytes.length, brotli: br.length };
  }

  /** Copies a file; text is compressed as `write` does it. */
  async copy(from: string, path: string, read: (file: string) => Promise<string>): Promise<void> {
    if (TEXT.test(path)) {
      await this.write(path, await read(from));
      return;
    }
    const file = join(this.folder, path);
    await mkdir(dirname(file), { recursive: true });
    await copyFile(from, file);
  }

  /** Puts the release in the place of the one before, in one step, and lets go of the oldest. */
  async publish(): Promise<void> {
    const link = `${this.folder}.link`;
    await symlink(relative(dirname(this.out), this.folder), link, 'junction');
    await rename(link, this.out);
    const shelf = Release.shelf(this.out);
    const releases = (await readdir(shelf)).filter((name) => /^\d{8}T\d{6}Z-/.test(name)).sort();
    const old = releases.slice(0, -KEPT).filter((name) => name !== basename(this.folder));
    await Promise.all(old.map((name) => rm(join(shelf, name), { recursive: true, force: true })));
  }

  /** Throws the unfinished release away. */
  async discard(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

async function assertLink(out: string): Promise<void> {
  try {
    if ((await lstat(out)).isSymbolicLink()) return;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  throw new Failure(
    `${out} is a folder that no build of this site made: move it away, or name another with OUT_DIR.`,
    2,
  );
}

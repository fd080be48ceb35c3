import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { endingsOf, pack } from '#lib/publish/compress.ts';
import { PageCache } from '#lib/publish/page-cache.ts';
import { hashOf } from '#lib/system/hash.ts';
import { temporaryFolder } from '#tests/support/content-folder.ts';

const CACHED = { key: hashOf('a page'), quality: 5 };
const PAGE = `<p>${'版权周报'.repeat(200)}</p>`;
const PATH = 'page.html';

/** A cache with one page in it, its files, and a folder to link pages into. */
async function cacheWithPage() {
  const folder = join(temporaryFolder(), 'pages');
  new PageCache(folder).write(CACHED, pack(PATH, PAGE, CACHED.quality));
  return { folder, out: temporaryFolder(), files: filesIn(folder).sort() };
}

/** The paths of all files in a folder, relative to it. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
}

/** What is read of the forms of a page that was linked. */
const formsIn = (out: string) =>
  endingsOf(PATH).map((ending) => ({ ending, bytes: readFileSync(join(out, PATH + ending)) }));

describe('the page cache', () => {
  test('gives back what was written, in all its forms and with its sizes', async () => {
    const { folder, out } = await cacheWithPage();
    const cache = new PageCache(folder);
    const sizes = cache.find(CACHED, PATH);
    cache.link(CACHED, join(out, PATH));
    const packed = pack(PATH, PAGE, CACHED.quality);
    expect(formsIn(out)).toEqual(packed);
    expect(sizes).toEqual({ bytes: Buffer.byteLength(PAGE), brotli: packed[0]?.bytes.length });
    // Nothing is copied.
    expect(statSync(join(out, PATH)).nlink).toBe(2);
  });

  test('has nothing for another key', async () => {
    const { folder } = await cacheWithPage();
    expect(new PageCache(folder).find({ ...CACHED, key: hashOf('another') }, PATH)).toBe(undefined);
  });

  test('compresses a page again for another quality, and stores both', async () => {
    const { folder, out } = await cacheWithPage();
    const cache = new PageCache(folder);
    const best = { ...CACHED, quality: 11 };
    const [brotli] = pack(PATH, PAGE, 11);
    expect(cache.find(best, PATH)).toMatchObject({ brotli: brotli?.bytes.length });
    cache.link(best, join(out, PATH));
    expect(formsIn(out)[0]).toEqual(brotli);
    expect(filesIn(folder)).toHaveLength(4);
  });

  test.each([0, 1, 2])(
    'takes no file %i for what it was when a letter of it is another',
    async (index) => {
      const { folder, out, files } = await cacheWithPage();
      const file = join(folder, files[index] ?? '');
      const { atime, mtime } = statSync(file);
      const bytes = readFileSync(file);
      bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
      // The damage leaves size and time as they were.
      rmSync(file);
      writeFileSync(file, bytes);
      utimesSync(file, atime, mtime);
      await expectMadeGood(folder, out);
    },
  );

  test.each([0, 1, 2])('takes no file %i that is cut short or gone', async (index) => {
    for (const damage of [rmSync, (file: string) => truncateSync(file, 3)]) {
      const { folder, out, files } = await cacheWithPage();
      damage(join(folder, files[index] ?? ''));
      await expectMadeGood(folder, out);
    }
  });

  test.each([0, 1, 2])('believes no link in the place of file %i', async (index) => {
    const { folder, out, files } = await cacheWithPage();
    const file = join(folder, files[index] ?? '');
    const elsewhere = join(temporaryFolder(), 'elsewhere');
    renameSync(file, elsewhere);
    symlinkSync(elsewhere, file);
    await expectMadeGood(folder, out);
    expect(existsSync(elsewhere)).toBe(true);
  });

  test('believes no page under the name of another', async () => {
    const { folder, files } = await cacheWithPage();
    const other = hashOf('another page');
    mkdirSync(join(folder, other.slice(0, 2)));
    for (const name of files)
      renameSync(
        join(folder, name),
        join(folder, other.slice(0, 2), basename(name).replace(CACHED.key, other)),
      );
    expect(new PageCache(folder).find({ ...CACHED, key: other }, PATH)).toBe(undefined);
  });

  test('believes no form of a page as another form', async () => {
    const { folder, out, files } = await cacheWithPage();
    const of = (ending: string) => join(folder, files.find((name) => name.endsWith(ending)) ?? '');
    const [brotli, gzip] = [of('.br5'), of('.gz')];
    renameSync(brotli, `${brotli}.x`);
    renameSync(gzip, gzip.replace(/\.gz$/, '.br5'));
    renameSync(`${brotli}.x`, brotli.replace(/\.br5$/, '.gz'));
    await expectMadeGood(folder, out);
  });

  test('throws for a file that is in the cache no more when it is to be linked', async () => {
    const { folder, out, files } = await cacheWithPage();
    const cache = new PageCache(folder);
    expect(cache.find(CACHED, PATH)).toBeDefined();
    for (const name of files) rmSync(join(folder, name));
    expect(() => cache.link(CACHED, join(out, PATH))).toThrow(/is in the cache no more/);
  });

  test('leaves alone what is no page of its', async () => {
    const { folder } = await cacheWithPage();
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    writeFileSync(join(folder, `${CACHED.key}.${CACHED.key}.${process.pid}`), 'half');
    expect(new PageCache(folder).find(CACHED, PATH)?.bytes).toBe(Buffer.byteLength(PAGE));
    expect(readdirSync(folder)).toContain('notes.txt');
  });

  test('lets go of what no release holds, and of nothing else', async () => {
    const { folder, out } = await cacheWithPage();
    const cache = new PageCache(folder);
    cache.link(CACHED, join(out, PATH));
    for (let index = 0; index < 400; index += 1)
      cache.write({ key: hashOf(`${index}`), quality: 5 }, pack(PATH, `${index}`, 5));
    // What is no file is nothing that it could have written.
    mkdirSync(join(folder, 'a-folder'));
    symlinkSync('/nowhere', join(folder, 'a-link'));
    // As many of its own as a release of one page holds are left over before it looks.
    const later = new PageCache(folder);
    later.prune();
    expect(filesIn(folder)).toHaveLength(3);
    expect(existsSync(join(folder, 'a-folder'))).toBe(true);
    expect(later.find(CACHED, PATH)).toBeDefined();
  });
});

/** A damaged page is made anew, from the file itself where that is whole; then it is what it was. */
async function expectMadeGood(folder: string, out: string): Promise<void> {
  const cache = new PageCache(folder);
  if (cache.find(CACHED, PATH) === undefined) cache.write(CACHED, pack(PATH, PAGE, CACHED.quality));
  cache.link(CACHED, join(out, PATH));
  expect(formsIn(out)).toEqual(pack(PATH, PAGE, CACHED.quality));
}

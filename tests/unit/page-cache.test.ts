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
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { pack } from '#lib/publish/compress.ts';
import { fingerprintOf } from '#lib/publish/fingerprint.ts';
import { PageCache } from '#lib/publish/page-cache.ts';
import { Release } from '#lib/publish/release.ts';
import { KeptFiles } from '#lib/site/kept-files.ts';
import { temporaryFolder } from '#tests/support/content-folder.ts';

const KEY = fingerprintOf(['a page']);
const PAGE = `<p>${'版权周报'.repeat(200)}</p>`;

/** A cache with one page in it, and a release to put pages in, with its folder. */
async function cacheWithPage() {
  const folder = join(temporaryFolder(), 'pages');
  const release = await Release.begin(join(temporaryFolder(), 'out'), 'test');
  new PageCache(folder).keep(KEY, release, 'first.html', await pack('first.html', PAGE, 5));
  return { folder, release, out: release.fileOf(''), files: filesIn(folder) };
}

/** The paths of all files in a folder, relative to it. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
}

describe('the page cache', () => {
  test('gives back what was kept, in all its forms and with its sizes', async () => {
    const { folder, release, out } = await cacheWithPage();
    const sizes = new PageCache(folder).take(KEY, release, 'second.html');
    expect(sizes?.bytes).toBe(Buffer.byteLength(PAGE));
    for (const ending of ['', '.br', '.gz']) {
      const [first, second] = ['first', 'second'].map((name) =>
        readFileSync(join(out, `${name}.html${ending}`)),
      );
      expect(second).toEqual(first);
    }
    expect(sizes?.brotli).toBe(statSync(join(out, 'second.html.br')).size);
  });

  test('has nothing for another fingerprint', async () => {
    const { folder, release, out } = await cacheWithPage();
    expect(new PageCache(folder).take(fingerprintOf(['another']), release, 'x.html')).toBe(
      undefined,
    );
    expect(readdirSync(out)).not.toContain('x.html');
  });

  test.each([0, 1, 2])('throws away a page of which file %i is not what it was', async (index) => {
    const { folder, release, out, files } = await cacheWithPage();
    const file = join(folder, files[index] ?? '');
    const { atime, mtime } = statSync(file);
    const bytes = readFileSync(file);
    bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
    // The damage leaves size and time as they were.
    rmSync(file);
    writeFileSync(file, bytes);
    utimesSync(file, atime, mtime);
    expect(new PageCache(folder).take(KEY, release, 'x.html')).toBe(undefined);
    expect(readdirSync(out).filter((name) => name.startsWith('x'))).toEqual([]);
    expect(filesIn(folder)).not.toContain(files[index]);
  });

  test.each([0, 1, 2])(
    'throws away a page of which file %i is cut short or gone',
    async (index) => {
      for (const damage of [rmSync, (file: string) => truncateSync(file, 3)]) {
        const { folder, release, files } = await cacheWithPage();
        damage(join(folder, files[index] ?? ''));
        expect(new PageCache(folder).take(KEY, release, 'x.html')).toBe(undefined);
        expect(filesIn(folder)).not.toContain(files[index]);
      }
    },
  );

  test.each([0, 1, 2])(
    'does without a page of which file %i went after it was read',
    async (index) => {
      const { folder, release, out, files } = await cacheWithPage();
      const cache = new PageCache(folder);
      expect(cache.take(KEY, release, 'x.html')).toBeDefined();
      rmSync(join(folder, files[index] ?? ''));
      expect(cache.take(KEY, release, 'y.html')).toBe(undefined);
      expect(readdirSync(out).filter((name) => name.startsWith('y'))).toEqual([]);
    },
  );

  test.each([0, 1, 2])('believes no link in the place of file %i', async (index) => {
    const { folder, release, files } = await cacheWithPage();
    const file = join(folder, files[index] ?? '');
    const elsewhere = join(temporaryFolder(), 'elsewhere');
    renameSync(file, elsewhere);
    symlinkSync(elsewhere, file);
    expect(new PageCache(folder).take(KEY, release, 'x.html')).toBe(undefined);
    expect(filesIn(folder)).not.toContain(files[index]);
    expect(existsSync(elsewhere)).toBe(true);
  });

  test('believes no page under the name of another', async () => {
    const { folder, release, out, files } = await cacheWithPage();
    const other = fingerprintOf(['another page']);
    mkdirSync(join(folder, other.slice(0, 2)));
    for (const name of files)
      renameSync(
        join(folder, name),
        join(folder, other.slice(0, 2), basename(name).replace(KEY, other)),
      );
    expect(new PageCache(folder).take(other, release, 'x.html')).toBe(undefined);
    expect(readdirSync(out)).not.toContain('x.html');
  });

  test('believes no form of a page as another form', async () => {
    const { folder, release, files } = await cacheWithPage();
    const of = (ending: string) => join(folder, files.find((name) => name.endsWith(ending)) ?? '');
    const [brotli, gzip] = [of('.br'), of('.gz')];
    const swapped = [brotli.replace(/\.br$/, '.gz'), gzip.replace(/\.gz$/, '.br')];
    renameSync(brotli, swapped[0] ?? '');
    renameSync(gzip, swapped[1] ?? '');
    expect(new PageCache(folder).take(KEY, release, 'x.html')).toBe(undefined);
  });

  test('writes what it has read where another build has let go of the file', async () => {
    const { folder, release, out } = await cacheWithPage();
    const link = vi.spyOn(KeptFiles.prototype, 'write').mockReturnValue(join(folder, 'gone'));
    onTestFinished(() => link.mockRestore());
    const packed = await pack('b.html', PAGE, 5);
    new PageCache(folder).keep(KEY, release, 'b.html', packed);
    expect(readFileSync(join(out, 'b.html'), 'utf8')).toBe(PAGE);
  });

  test('leaves alone what is no page of its', async () => {
    const { folder, release } = await cacheWithPage();
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    writeFileSync(join(folder, `${KEY}.${KEY}.${process.pid}`), 'half');
    expect(new PageCache(folder).take(KEY, release, 'x.html')?.bytes).toBe(Buffer.byteLength(PAGE));
    expect(readdirSync(folder)).toContain('notes.txt');
  });

  test('lets go of what no release holds, and of nothing else', async () => {
    const { folder, release } = await cacheWithPage();
    const cache = new PageCache(folder);
    for (let index = 0; index < 400; index += 1) {
      const path = `${index}.html`;
      cache.keep(fingerprintOf([index]), release, path, await pack(path, `${index}`, 5));
      for (const ending of ['', '.br', '.gz']) rmSync(release.fileOf(path) + ending);
    }
    // What is no file is nothing that it could have written.
    mkdirSync(join(folder, 'a-folder'));
    symlinkSync('/nowhere', join(folder, 'a-link'));
    // As many of its own as a release of one page holds are left over before it looks.
    const later = new PageCache(folder);
    later.prune();
    expect(filesIn(folder)).toHaveLength(3);
    expect(existsSync(join(folder, 'a-folder'))).toBe(true);
    expect(later.take(KEY, release, 'again.html')).toBeDefined();
  });
});

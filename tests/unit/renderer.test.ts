import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type Archive, ArchiveReader } from '#lib/content/archive.ts';
import { IssueCache } from '#lib/content/issue-cache.ts';
import { publicReader } from '#lib/content/public-folder.ts';
import { Renderer } from '#lib/publish/renderer.ts';
import { isRunning } from '#lib/site/running.ts';
import { type Address, addressesOf } from '#lib/views/addresses.ts';
import { contentFolderWith, sampleIssue, temporaryFolder } from '#tests/support/content-folder.ts';
import { writeFilesInto } from '#tests/support/temporary-folder.ts';

/** Stands in for Next's: its pages say of how many issues they are. */
const NEXT = `
import { appendFileSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
appendFileSync('pids', process.pid + '\\n');
const server = createServer((request, response) => {
  appendFileSync('asked', request.url + '\\n');
  const { issues } = JSON.parse(readFileSync(process.env.ARCHIVE_SNAPSHOT, 'utf8'));
  response.end('<p>' + issues.length + ' issues</p>');
});
server.listen(0, '127.0.0.1', () => {
  console.log('http://127.0.0.1:' + server.address().port);
  console.log('Ready in no time');
});
`;

const compiled = Promise.resolve();

function frontOf(archive: Archive): Address {
  const [front] = addressesOf(archive);
  if (front === undefined) throw new Error('there is no page');
  return front;
}

async function opened(next = NEXT) {
  const root = temporaryFolder();
  writeFilesInto(root, {
    'package.json': '{ "type": "module" }',
    'node_modules/next/package.json': '{ "type": "module" }',
    'node_modules/next/dist/bin/next': next,
  });
  const issues = new IssueCache(join(root, 'cache/issues'), 'this parser');
  const place = { root, cache: join(root, 'cache'), memory: { flags: [], servers: 1 } };
  const renderer = await Renderer.create(place, issues);
  onTestFinished(() => renderer.stop());
  const archiveOf = async (count: number): Promise<Archive> => {
    const files = Array.from({ length: count }, (_, i) => [
      `2025-03-0${i + 3}.md`,
      sampleIssue(i + 1),
    ]);
    const folder = contentFolderWith(Object.fromEntries(files));
    const { archive } = await new ArchiveReader(folder, publicReader(), issues).read();
    if (archive === undefined) throw new Error('there is no archive');
    return archive;
  };
  const frontPage = async (archive: Archive) => {
    return (await renderer.ready(archive, 1))(frontOf(archive));
  };
  /** The processes that were started. */
  const started = () => readFileSync(join(root, 'pids'), 'utf8').trim().split('\n').map(Number);
  /** The paths that the servers were asked for. */
  const asked = () => readFileSync(join(root, 'asked'), 'utf8').trim().split('\n');
  return { renderer, started, asked, cache: place.cache, archiveOf, frontPage };
}

test('an archive is rendered as it was written down last, whether ahead or not', async () => {
  const { renderer, archiveOf, frontPage } = await opened();
  expect(await frontPage(await archiveOf(1))).toContain('1 issues');
  const next = await archiveOf(2);
  renderer.prepare(next, 0, compiled);
  expect(await frontPage(next)).toContain('2 issues');
  renderer.prepare(await archiveOf(3), 0, compiled);
  expect(await frontPage(next)).toContain('2 issues');
});

test('a server that is still starting when it is stopped ends too', async () => {
  const { renderer, started, archiveOf } = await opened();
  renderer.prepare(await archiveOf(1), 1, compiled);
  await renderer.stop();
  const [pid] = started();
  expect(pid).toBeGreaterThan(0);
  expect(isRunning(Number(pid))).toBe(false);
});

test('a server is asked ahead once for an archive, however often it is prepared', async () => {
  const { renderer, asked, archiveOf, frontPage } = await opened();
  const archive = await archiveOf(1);
  renderer.prepare(archive, 1, compiled);
  renderer.prepare(archive, 1, compiled);
  await frontPage(archive);
  renderer.prepare(archive, 1, compiled);
  await frontPage(archive);
  expect(asked()).toEqual(['/issues/2025-03-03', '/', '/']);
});

test('a page is rendered before it is asked for, and then once', async () => {
  const { renderer, asked, archiveOf } = await opened();
  const archive = await archiveOf(1);
  const front = frontOf(archive);
  renderer.prepare(archive, 1, compiled);
  renderer.renderAhead(archive, front);
  const expected = ['/issues/2025-03-03', '/'];
  await vi.waitFor(() => expect(asked()).toEqual(expected), 10_000);
  const render = await renderer.ready(archive, 1);
  expect(await render(front)).toContain('1 issues');
  expect(asked()).toEqual(expected);
  expect(await render(front)).toContain('1 issues');
  expect(asked()).toEqual([...expected, '/']);
});

test('a page that fails before it is asked for is told when it is', async () => {
  const { renderer, archiveOf, frontPage } = await opened(
    NEXT.replace("response.end('", "response.statusCode = request.url === '/' ? 500 : 200;\n$&"),
  );
  const archive = await archiveOf(1);
  renderer.prepare(archive, 1, compiled);
  renderer.renderAhead(archive, frontOf(archive));
  await renderer.ready(archive, 1);
  await expect(frontPage(archive)).rejects.toThrow('/ answered 500 instead of 200');
});

test('a server that does not end when it is told to is ended', async () => {
  const { renderer, started, archiveOf, frontPage } = await opened(
    `${NEXT}\nprocess.on('SIGTERM', () => {});`,
  );
  await frontPage(await archiveOf(1));
  await renderer.stop();
  expect(started().map(isRunning)).toEqual([false]);
});

test('a server that is starting is not started once more', async () => {
  const { renderer, started, archiveOf, frontPage } = await opened();
  const archive = await archiveOf(1);
  renderer.prepare(archive, 1, compiled);
  renderer.prepare(archive, 1, compiled);
  await frontPage(archive);
  expect(started()).toHaveLength(1);
});

test('what was not compiled is not started', async () => {
  const { renderer, archiveOf, frontPage } = await opened();
  const archive = await archiveOf(1);
  renderer.prepare(archive, 1, Promise.reject(new Error('not compiled')));
  await expect(frontPage(archive)).rejects.toThrow('not compiled');
});

test('one that could not be written down ahead is not rendered as the one before it', async () => {
  const { renderer, cache, archiveOf, frontPage } = await opened();
  await frontPage(await archiveOf(1));
  const next = await archiveOf(2);
  const snapshot = join(cache, `archive-${process.pid}.json`);
  rmSync(snapshot);
  mkdirSync(snapshot);
  renderer.prepare(next, 0, compiled);
  await expect(frontPage(next)).rejects.toThrow('EISDIR');
  rmSync(snapshot, { recursive: true });
  // There is room again: the same archive is tried anew.
  renderer.prepare(next, 1, compiled);
  expect(await frontPage(next)).toContain('2 issues');
});

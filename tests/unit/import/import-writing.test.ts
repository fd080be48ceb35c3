import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { importFiles } from '#lib/editor/import-command.ts';
import { Failure } from '#lib/system/failure.ts';
import { contentFolderWith, temporaryFolder } from '#tests/support/content-folder.ts';
import { PICTURE } from '#tests/support/documents.ts';

const page = (day: string, pictures = 1) =>
  `<p>发布时间：${day}</p><h2>产业要闻</h2><p>【甲事】正文。</p>${Array.from(
    { length: pictures },
    (_, index) => {
      const bytes = Buffer.concat([PICTURE, Buffer.from(`${day} ${index}`)]);
      return `<p><img alt="图" src="data:image/png;base64,${bytes.toString('base64')}"></p>`;
    },
  ).join('')}<p>（来源：证券日报）</p>`;

/** Folders for an import of some pages, one a file, and all that is in them. */
function prepare(pages: string[]) {
  const content = contentFolderWith({});
  const publicFolder = temporaryFolder();
  const folder = temporaryFolder();
  const words = pages.map((text, index) => {
    const file = join(folder, `${index}.html`);
    writeFileSync(file, text);
    return file;
  });
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  onTestFinished(() => log.mockRestore());
  const job = { content, publicFolder, date: undefined, dryRun: false, overwrite: false };
  const run = (changes = {}) => importFiles(words, { ...job, ...changes });
  const files = () => [content, publicFolder].map((each) => readdirSync(each, { recursive: true }));
  return { run, files, content, publicFolder, log };
}

async function refusalOf(work: Promise<void>): Promise<string> {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  if (!(error instanceof Failure)) throw error;
  expect(error.exitCode).toBe(2);
  return error.message;
}

test('several files are written all or none: the first is removed where the second cannot be written', async () => {
  const { run, files, publicFolder, content } = prepare([page('2025-03-31'), page('2025-04-07')]);
  mkdirSync(join(publicFolder, 'issues'));
  // The folder of the second issue's pictures is a file.
  writeFileSync(join(publicFolder, 'issues/2025-04-07'), '');
  const before = files();
  expect(await refusalOf(run())).toMatch(/2025-04-07.* cannot be written/);
  expect(files()).toEqual(before);
  // Nor does what was written over stay so.
  writeFileSync(join(content, 'issues/2025-03-31.md'), '旧');
  mkdirSync(join(content, 'issues/2025-04-07.md'));
  const held = files();
  expect(await refusalOf(run({ overwrite: true }))).toMatch(/2025-04-07.* cannot be written/);
  expect(files()).toEqual(held);
  expect(readFileSync(join(content, 'issues/2025-03-31.md'), 'utf8')).toBe('旧');
});

test('an import that is interrupted among many pictures leaves nothing behind', async () => {
  const { run, files, publicFolder } = prepare([page('2025-03-31', 600)]);
  const before = files();
  const exit = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never);
  onTestFinished(() => exit.mockRestore());
  const refusal = refusalOf(run());
  await vi.waitUntil(() => readdirSync(publicFolder, { recursive: true }).length > 20, {
    interval: 1,
    timeout: 20_000,
  });
  process.emit('SIGINT', 'SIGINT');
  expect(await refusal).toBe('Interrupted: nothing was written.');
  await vi.waitUntil(() => exit.mock.calls.length > 0);
  expect(exit).toHaveBeenCalledWith(130);
  expect(files()).toEqual(before);
});

test('a dry run of a day that has an issue is refused as the import would be', async () => {
  const { run, content, log } = prepare([page('2025-03-31')]);
  writeFileSync(join(content, 'issues/2025-03-31.md'), '旧');
  expect(await refusalOf(run({ dryRun: true }))).toMatch(/is there already: --force/);
  expect(log).not.toHaveBeenCalled();
  await run({ dryRun: true, overwrite: true });
  expect(log.mock.calls.flat().join('\n')).toContain('-旧');
  expect(readFileSync(join(content, 'issues/2025-03-31.md'), 'utf8')).toBe('旧');
});

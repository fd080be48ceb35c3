import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { importFiles } from '#lib/editor/import-command.ts';
import { Failure } from '#lib/system/failure.ts';
import { contentFolderWith, temporaryFolder } from '#tests/support/content-folder.ts';
import { PICTURE, seedDocx, seedHtml, seedText } from '#tests/support/documents.ts';

/** A folder with a file to import, and what imports it. */
function prepare(name: string, bytes: string | Buffer, day = '2025-03-31') {
  const content = contentFolderWith({});
  const publicFolder = temporaryFolder();
  const file = join(temporaryFolder(), name);
  writeFileSync(file, bytes);
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  onTestFinished(() => {
    log.mockRestore();
    process.exitCode = undefined;
  });
  const job = { content, publicFolder, date: undefined, dryRun: false, overwrite: false };
  const run = (changes = {}, words = [file]) => importFiles(words, { ...job, ...changes });
  const issue = join(content, 'issues', `${day}.md`);
  const written = () => [
    ...readdirSync(join(content, 'issues')),
    ...readdirSync(publicFolder, { recursive: true }),
  ];
  return { run, file, issue, written, content, publicFolder, log };
}

/** The sentence that an import ends with, which is one, and after which nothing is there. */
async function refusalOf({ run, written }: ReturnType<typeof prepare>, words?: string[]) {
  const before = written();
  const error: unknown = await run({}, words).catch((thrown: unknown) => thrown);
  if (!(error instanceof Failure)) throw error;
  expect(error.exitCode).toBe(2);
  expect(error.message).not.toContain('\n');
  expect(written()).toEqual(before);
  return error.message;
}

const ole = (stream: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from(stream, 'utf16le'),
  ]);

describe('is refused with one sentence, and nothing is written:', () => {
  test.each<[string, string, string | Buffer, RegExp]>([
    ['an empty file', 'a.txt', '', /is empty/],
    ['a file of blanks', 'a.txt', '\uFEFF \n\u3000\n', /is empty/],
    ['a picture', 'a.txt', PICTURE, /a picture/],
    ['a text of 125,000 lines', 'a.txt', '甲\n'.repeat(125_000), /125000 lines .* may have 5000/],
    ['Markdown of 6,000 lines', 'a.md', '甲\n\n'.repeat(6_000), /6000 lines .* split it/],
    ['a page of 6,000 lines', 'a.html', '<p>甲</p>'.repeat(6_000), /6000 lines .* split it/],
    [
      'a text of a million letters',
      'a.txt',
      '甲'.repeat(1_000_001),
      /1000001 characters .* split it/,
    ],
    ['a PDF', 'a.txt', '%PDF-1.7\n', /a PDF/],
    [
      'bytes that are not a text',
      'a.txt',
      Buffer.from([0x31, 0xff, 0x31]),
      /not a text in UTF-8.*save it as UTF-8/,
    ],
    ['a control character', 'a.txt', '甲\n乙\x02', /line 2 has the control character U\+0002/],
    [
      'a zip file that is no document',
      'a.docx',
      Buffer.from('PK\x05\x06'.padEnd(22, '\0')),
      /damaged/,
    ],
    ['a document with a password', 'a.docx', ole('EncryptedPackage'), /protected by a password/],
    ['an old document', 'a.doc', ole('WordDocument'), /before 2007 \(\.doc\).*save it as \.docx/],
    ['another old Office file', 'a.xls', ole('Workbook'), /not a \.docx/],
    ['a text without a day', 'a.txt', '产业要闻\n【甲】乙。（来源：丙）', /--date 2025-03-31/],
  ])('%s', async (_, name, bytes, sentence) => {
    expect(await refusalOf(prepare(name, bytes))).toMatch(sentence);
  });

  test('a truncated document', async () => {
    const docx = await seedDocx();
    for (const length of [docx.length - 10, docx.length >> 1, 30, 4]) {
      expect(await refusalOf(prepare('a.docx', docx.subarray(0, length)))).toMatch(/damaged/);
    }
  });

  test('a file of 50 MB', async () => {
    const prepared = prepare('a.txt', '');
    truncateSync(prepared.file, 50 * 1024 * 1024);
    expect(await refusalOf(prepared)).toMatch(/has 50 MB and an issue may have 20 MB/);
  });

  test('a stream without an end', async () => {
    const prepared = prepare('a.txt', '');
    expect(await refusalOf(prepared, ['/dev/zero'])).toMatch(/has over 20 MB/);
  });

  test('a folder, and a file that is not there', async () => {
    const prepared = prepare('a.txt', seedText);
    expect(await refusalOf(prepared, [prepared.content])).toMatch(/is a folder/);
    expect(await refusalOf(prepared, [`${prepared.file}x`])).toMatch(/does not exist/);
    expect(await refusalOf(prepared, [`${prepared.file}/x`])).toMatch(/does not exist/);
  });

  test('one of several files, or two of one day', async () => {
    const prepared = prepare('a.txt', seedText);
    expect(await refusalOf(prepared, [prepared.file, `${prepared.file}x`])).toMatch(/not exist/);
    expect(await refusalOf(prepared, [prepared.file, prepared.file])).toMatch(/one by one/);
  });

  test('an issue that is there already, except with --force', async () => {
    const prepared = prepare('a.html', seedHtml());
    writeFileSync(prepared.issue, '旧');
    expect(await refusalOf(prepared)).toMatch(/is there already: --force/);
    await prepared.run({ overwrite: true });
    expect(readFileSync(prepared.issue, 'utf8')).toContain('## 产业要闻');
  });

  // Permissions bind no one who runs tests as root: what no one may write to is a folder under the
  // name of a file, and a file under that of a folder.
  test('a place that cannot be written', async () => {
    const issue = prepare('a.html', seedHtml());
    mkdirSync(issue.issue);
    const before = issue.written();
    await expect(issue.run({ overwrite: true })).rejects.toThrow(/cannot be written/);
    expect(issue.written()).toEqual(before);
    const pictures = prepare('a.html', seedHtml());
    writeFileSync(join(pictures.publicFolder, 'issues'), '');
    expect(await refusalOf(pictures)).toMatch(/cannot be written/);
  });
});

test('a dry run says what it would write and writes nothing', async () => {
  const prepared = prepare('a.html', seedHtml());
  await prepared.run({ dryRun: true });
  expect(prepared.written()).toEqual([]);
  const said = prepared.log.mock.calls.flat().join('\n');
  expect(said).toContain('+## 产业要闻');
  expect(said).toMatch(
    /Would write .*2025-03-31\.md.*\n4 sections, 17 items, 17 sources, 1 picture/,
  );
});

test('pictures are written once, and an issue with errors is written and reported', async () => {
  const html = `${seedHtml()}<h2>未知栏目</h2>`;
  const prepared = prepare('a.html', html);
  await prepared.run();
  await prepared.run({ overwrite: true });
  expect(prepared.written().filter((name) => String(name).endsWith('.png'))).toHaveLength(1);
  expect(process.exitCode).toBe(1);
  expect(prepared.log.mock.calls.flat().join('\n')).toContain('section-unknown');
});

test('the command reads standard input, in a process of its own', async () => {
  const content = contentFolderWith({});
  const cli = promisify(execFile)(
    process.execPath,
    ['lib/setup/run.cjs', 'lib/editor/cli.ts', 'import', '-'],
    { env: { ...process.env, CONTENT_DIR: content } },
  );
  cli.child.stdin?.end(seedText);
  const { stdout } = await cli;
  expect(stdout).toContain('4 sections, 16 items, 16 sources');
  expect(readdirSync(join(content, 'issues'))).toEqual(['2025-03-31.md']);
});

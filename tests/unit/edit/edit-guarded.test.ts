import { readFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Token } from '#lib/editor/guard.ts';
import { sampleIssue } from '#tests/support/content-folder.ts';
import { type Editor, startEditor } from '#tests/support/editor.ts';

const DAY = '2025-03-31';

async function startOne(commits = false): Promise<Editor> {
  const editor = await startEditor({ [DAY]: sampleIssue(1) }, commits);
  onTestFinished(() => editor.stop());
  return editor;
}

describe('the page', () => {
  test('is not kept, and may load nothing but its own files and the preview', async () => {
    const { send, at, preview } = await startOne();
    const { status, headers, said } = await send(at('issues/2025-03-31'));
    expect(status).toBe(200);
    const nonce = /nonce="([^"]+)"/.exec(said)?.[1];
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; connect-src 'self'; img-src data:; frame-src ${preview}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    });
    const again = await send(at('issues/2025-03-31'));
    expect(again.said).not.toContain(nonce);
  });

  test('has a script and a style sheet of its own', async () => {
    const { send, at } = await startOne();
    const { headers, said } = await send(at('files/editor.js'));
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(said).toContain('cm-content');
    expect((await send(at('files/editor.css'))).said).toMatch(/--paper: ?#fbf8f1/);
    expect(await send(at('files/editor.ts'))).toMatchObject({ status: 404 });
  });

  test('opens from the preview too, and nothing else is asked from there', async () => {
    const { send, at } = await startOne();
    const headers = { Origin: 'http://localhost:3000', 'Sec-Fetch-Site': 'cross-site' };
    expect(await send(at('issues/2025-03-31'), { headers })).toMatchObject({ status: 200 });
    for (const path of ['files/editor.js', 'api/names/', 'api/text/2025-03-31'])
      expect(await send(at(path), { headers })).toMatchObject({ status: 403 });
  });

  test('of a folder without issues offers the first', async () => {
    const { send, at } = await startOne();
    const { status, said } = await send(at('issues/'));
    expect([status, said.includes('新的一期'), said.includes('<iframe')]).toEqual([
      200,
      true,
      false,
    ]);
  });
});

describe('without its token, its host or its own page', () => {
  const reads = ['issues/2025-03-31', 'files/editor.js', 'api/text/2025-03-31', 'api/names/'];
  test.each(reads)('%s is not read', async (path) => {
    const { send, at } = await startOne();
    for (const address of [`/edit/${new Token().value}/${path}`, `/edit/${path}`, `/edit//${path}`])
      expect(await send(address)).toMatchObject({ status: 403 });
    expect(await send(at(path), { headers: { Host: 'example.org' } })).toMatchObject({
      status: 403,
    });
  });

  test.each(['save', 'mend', 'faults', 'new', 'commit'])('%s does nothing', async (word) => {
    const { send, at, fileOf } = await startOne(true);
    const before = readFileSync(fileOf(DAY), 'utf8');
    const body = { text: 'x', base: 'x', date: '2025-04-07', previous: false, message: 'x' };
    const own = at(`api/${word}/2025-03-31`);
    for (const [address, headers] of [
      [own.replace(/^\/edit\/.{8}/, '/edit/AAAAAAAA'), {}],
      [own, { Host: 'example.org' }],
      [own, { Origin: 'https://example.org' }],
      [own, { Origin: 'null' }],
      [own, { 'Sec-Fetch-Site': 'cross-site' }],
    ] as const)
      expect(await send(address, { headers, body })).toMatchObject({ status: 403 });
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
    expect(await send(own, { headers: form, body })).toMatchObject({ status: 415 });
    expect(readFileSync(fileOf(DAY), 'utf8')).toBe(before);
  });
});

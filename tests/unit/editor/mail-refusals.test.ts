import { existsSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readServer } from '#lib/editor/mail/server.ts';
import { Session } from '#lib/editor/mail/session.ts';
import { sampleIssue } from '#tests/support/content-folder.ts';
import { mailServer } from '#tests/support/mail-server.ts';
import { folderWith, mailedSite, people } from '#tests/support/mailing.ts';
import { registryTexts } from '#tests/support/registries.ts';

describe('npm run mail refuses', () => {
  test('a list with lines that are no addresses, all of them, before anything is sent', async () => {
    const server = await mailServer();
    const { mail, recipients, journal } = folderWith(
      'a@example.com\n没有地址\nb@example\n名字 <c@example.com\nd@example.com, e@example.com\n@example.com\n名\u0001字 <g@example.com>\n',
    );
    const { code, stderr } = await mail(server.url());
    expect(code).toBe(2);
    expect(stderr.split('\n').map((line) => line.slice(0, recipients.length + 14))).toEqual([
      ...[2, 3, 4, 5, 6, 7].map((line) => `${recipients}:${line} Unexpected `),
      'Nothing was sent.',
      '',
    ]);
    expect([server.sessions(), existsSync(journal)]).toEqual([0, false]);
  });

  test('a wrong password, without telling it', async () => {
    const server = await mailServer({ password: 'right' });
    const { mail } = folderWith();
    const { code, stdout, stderr } = await mail(server.url('user:wr%40ng@'));
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^The mail server 127\.0\.0\.1 refuses the user of SMTP_URL \(.*535.*\)\.\n$/,
    );
    expect(stdout + stderr).not.toMatch(/wr(%40|@)ng/);
    expect(server.taken).toEqual([]);
    expect(await mail(server.url('user:right@'))).toMatchObject({ code: 0 });
    expect(server.to()).toEqual(people);
  });

  test('a server whose certificate nobody vouches for', async () => {
    const server = await mailServer({ secure: true });
    const { mail } = folderWith();
    const { code, stderr } = await mail(server.url());
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^The mail server 127\.0\.0\.1:\d+ cannot be used \(.*certificate.*\)\.\n$/i,
    );
    expect(server.taken).toEqual([]);
  });

  test('a server that is not there, and sends all letters once it is', async () => {
    const { mail } = folderWith();
    const { code, stderr } = await mail('smtp://127.0.0.1:1');
    expect([code, stderr]).toEqual([1, expect.stringContaining('ECONNREFUSED')]);
    const server = await mailServer();
    expect(await mail(server.url())).toMatchObject({ code: 0 });
  });

  test('a server without TLS where a password would go over a network', async () => {
    const server = await mailServer({ password: 'right' });
    const { host, port } = readServer(server.url());
    const auth = { user: 'user', pass: 'right' };
    const opening = Session.open({ host, port, auth, secure: false, requireTLS: true });
    await expect(opening).rejects.toMatchObject({ name: 'Failure', exitCode: 2 });
    expect(server.logins()).toBe(0);
  });

  test('a draft, but sends it to one address as a test', async () => {
    const server = await mailServer();
    const draft = sampleIssue(1).replace('number: 1', 'number: 1\ndraft: true');
    const { mail, mailWithout, journal } = folderWith(undefined, { '2025-03-31.md': draft });
    const { code, stderr } = await mail(server.url());
    expect([code, stderr]).toEqual([2, expect.stringContaining('is a draft: only --test-to')]);
    expect(await mailWithout(server.url(), '--test-to', '甲 <t@example.com>')).toMatchObject({
      code: 0,
      stdout: '试刊 2025年3月31日 第1期 was sent to t@example.com.\n',
    });
    expect(server.to()).toEqual(['t@example.com']);
    expect(existsSync(journal)).toBe(false);
  });

  test('an issue with an error, and a day without one', async () => {
    const broken = `${sampleIssue(1)}\n### 没有来源\n\n正文。\n`;
    const { mailWithout } = folderWith(undefined, { '2025-03-31.md': broken });
    const test = ['--test-to', 't@example.com'];
    expect((await mailWithout('smtp://127.0.0.1:1', ...test)).stderr).toContain(
      'has errors: npm run',
    );
    const other = folderWith(undefined, { '2025-03-31.md': '' });
    expect((await other.mailWithout('smtp://127.0.0.1:1', ...test)).code).toBe(2);
  });

  test('no list at all, and takes one from standard input', async () => {
    const { mailWithout } = folderWith();
    expect(await mailWithout('', '--dry-run')).toMatchObject({
      code: 2,
      stderr: 'Name the list with --to. For a list from standard input, name a --journal.\n',
    });
    const piped = folderWith();
    const server = await mailServer();
    expect(await piped.mailPiped(server.url(), '# 空\n', '--journal', piped.journal)).toBe(
      'There is no address in standard input.\n',
    );
    await piped.mailPiped(server.url(), 'z@example.com\n', '--journal', piped.journal);
    expect(server.to()).toEqual(['z@example.com']);
    expect(piped.states().at(-1)).toBe('z@example.com accepted');
  });

  test.each([
    ['', [], 'Set SMTP_URL to the mail server to send by'],
    ['http://a:secret@b.example', [], 'SMTP_URL is no address such as'],
    [
      'smtp://127.0.0.1',
      ['--batch', '0'],
      'Unexpected --batch "0", expected a whole number of 1 or more.',
    ],
    ['smtp://127.0.0.1', ['--batch', '1.5'], 'Unexpected --batch "1.5", expected a whole number'],
    ['smtp://127.0.0.1', ['--test-to', 'x'], 'Unexpected --test-to "x"'],
    ['smtp://127.0.0.1', ['--test-to', 'a@example.com', '--dry-run'], '--dry-run sends none'],
    ['smtp://a:secret%zz@127.0.0.1', [], 'SMTP_URL is no address such as'],
    ['smtp://127.0.0.1', ['--to', 'nowhere.txt'], 'The list nowhere.txt cannot be read'],
  ])('%j with %j in one sentence', async (url, args, sentence) => {
    const { code, stdout, stderr } = await folderWith().mail(url, ...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain('secret');
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test.each([
    [registryTexts['site.yml'], 'names no sender: add mail.from'],
    [mailedSite.replace('https://digest.example', 'http://localhost:3000'), 'Nobody else can open'],
  ])('a publication that is not ready for it', async (site, sentence) => {
    const { code, stderr } = await folderWith(undefined, { 'site.yml': site }).mail('smtp://[::1]');
    expect([code, stderr]).toEqual([2, expect.stringContaining(sentence)]);
  });

  test('a journal that is damaged, or that of another issue', async () => {
    const { mail, journal } = folderWith();
    writeFileSync(
      journal,
      '{"at":"","issue":"2025-03-24","address":"a@example.com","state":"accepted"}\n',
    );
    expect((await mail('smtp://127.0.0.1:1')).stderr).toContain('is the journal of 2025-03-24');
    writeFileSync(journal, 'accepted\n');
    expect((await mail('smtp://127.0.0.1:1')).stderr).toContain(
      `${journal}:1 is no line of a journal`,
    );
  });
});

test('npm run mail --dry-run prints who would get what, and connects to no server', async () => {
  const { mail, journal } = folderWith(`读者 <a@example.com>\nb@example.com\nB@example.com\n`);
  const { code, stdout } = await mail('', '--dry-run', '--batch', '1');
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^试刊 2025年3月31日 第1期, \d+ KB a letter, from 试刊 <digest@digest\.example>\n2 letters in 2 batches would be sent; nothing was sent:\n {2}a@example\.com \(读者\)\n {2}b@example\.com\n1 repeated in the list\.\n$/,
  );
  expect(existsSync(journal)).toBe(false);
});

describe('SMTP_URL', () => {
  test('has its usual ports, and its password decoded', () => {
    expect(readServer('smtps://u%40x:p%2Fw@mail.example.org')).toEqual({
      host: 'mail.example.org',
      port: 465,
      secure: true,
      requireTLS: false,
      auth: { user: 'u@x', pass: 'p/w' },
    });
    expect(readServer('smtp://mail.example.org')).toMatchObject({ port: 587, requireTLS: false });
    expect(readServer('smtp://[::1]:2525/')).toMatchObject({ host: '::1', port: 2525 });
  });

  test('lets no password go unencrypted, but to this machine', () => {
    expect(readServer('smtp://u:p@mail.example.org').requireTLS).toBe(true);
    expect(readServer('smtp://u:p@localhost').requireTLS).toBe(false);
  });
});

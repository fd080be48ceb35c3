import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runUnread } from '#tests/support/build.ts';
import { callCommand } from '#tests/support/call-command.ts';
import { sampleIssue } from '#tests/support/content-folder.ts';
import { repositoryWith } from '#tests/support/repository.ts';
import { standIn } from '#tests/support/stand-in.ts';

const INDEXNOW_KEY = 'a1b2c3d4-e5f6';
const BAIDU_TOKEN = 'T0ken_of-this-site';
/** Neither keys of the machine that tests run on, nor the true services. */
const nothing = { INDEXNOW_KEY: '', BAIDU_TOKEN: '', INDEXNOW_ENDPOINT: '', BAIDU_ENDPOINT: '' };

const announce = (folder: string, args: string[], environment: Record<string, string> = {}) =>
  callCommand(['announce', ...args], {
    CONTENT_DIR: folder,
    ...nothing,
    ...environment,
  });

/** A repository whose one issue has been changed since. */
function changedRepository(): string {
  const folder = repositoryWith({ '2025-03-31.md': sampleIssue(1, 1) });
  writeFileSync(
    join(folder, 'issues/2025-03-31.md'),
    sampleIssue(1, 1).replace('来源：', '> 更正（2025-04-02）：原文有误。\n\n来源：'),
  );
  return folder;
}

describe('npm run announce', () => {
  test('submits to each service; one that fails stops neither the other nor the deploy', async () => {
    const folder = changedRepository();
    const indexNow = await standIn(({ body }) => ({ status: 403, body }));
    const baidu = await standIn(({ body }) => ({
      status: 200,
      body: JSON.stringify({ remain: 7, success: body.split('\n').length }),
    }));
    const environment = {
      INDEXNOW_KEY,
      BAIDU_TOKEN,
      INDEXNOW_ENDPOINT: indexNow.endpoint,
      BAIDU_ENDPOINT: baidu.endpoint,
    };
    const announced = await announce(folder, ['--since', 'HEAD'], environment);
    expect(announced.code).toBe(0);
    const urls = baidu.received[0]?.body.split('\n') ?? [];
    expect(urls).toContain('https://digest.example/issues/2025-03-31');
    expect(JSON.parse(indexNow.received[0]?.body ?? '').urlList).toEqual(urls);
    const count = urls.length;
    expect(announced.stdout.split('\n')).toEqual([
      `${count} addresses: 0 new, ${count} changed, 0 removed.`,
      `IndexNow took 0 of ${count} addresses (1 call).`,
      `Baidu took ${count} of ${count} addresses, it takes 7 more today (1 call).`,
      '',
    ]);
    expect(announced.stderr.split('\n')).toEqual([
      expect.stringMatching(/^IndexNow: it answered 403: the key is not accepted: .*\.$/),
      `IndexNow did not get ${count} addresses.`,
      '',
    ]);
    expect(announced.stdout + announced.stderr).not.toContain(INDEXNOW_KEY);
    expect(announced.stdout + announced.stderr).not.toContain(BAIDU_TOKEN);

    expect((await announce(folder, ['--since', 'HEAD', '--strict'], environment)).code).toBe(1);
  });

  test('prints with --dry-run what it would submit where, and submits nothing', async () => {
    const indexNow = await standIn(() => ({ status: 200 }));
    const { code, stdout, stderr } = await announce(
      changedRepository(),
      ['--since', 'HEAD', '--dry-run'],
      { INDEXNOW_KEY, INDEXNOW_ENDPOINT: indexNow.endpoint, SITE_ORIGIN: 'http://localhost:3000' },
    );
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('changed  http://localhost:3000/issues/2025-03-31\n');
    expect(stdout).toMatch(
      /\nIndexNow \(http:\/\/127.*\) would get \d+ addresses in 1 call\.\nBaidu was left out: BAIDU_TOKEN is not set\.\n$/,
    );
    expect(stdout).not.toContain(INDEXNOW_KEY);
    expect(indexNow.received).toEqual([]);
  });

  test('ends well where nobody reads what it prints', async () => {
    const args = ['lib/publish/cli.ts', 'announce', '--since', 'HEAD', '--dry-run'];
    const environment = { CONTENT_DIR: changedRepository(), ...nothing };
    expect(await runUnread(args, environment)).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('submits nothing when nothing has changed or no key is set', async () => {
    const same = repositoryWith({ '2025-03-31.md': sampleIssue(1, 1) });
    const indexNow = await standIn(() => ({ status: 200 }));
    const environment = { INDEXNOW_KEY, INDEXNOW_ENDPOINT: indexNow.endpoint };
    expect(await announce(same, ['--since', 'HEAD'], environment)).toEqual({
      code: 0,
      stdout: 'Nothing has changed.\nBaidu was left out: BAIDU_TOKEN is not set.\n',
      stderr: '',
    });
    const without = await announce(changedRepository(), ['--since', 'HEAD']);
    expect([without.code, without.stderr]).toEqual([0, '']);
    expect(without.stdout).toContain(
      '\nIndexNow was left out: INDEXNOW_KEY is not set.\nBaidu was',
    );
    expect(indexNow.received).toEqual([]);
  });

  test.each<[string, string[], Record<string, string>, RegExp]>([
    ['nothing to compare with', [], {}, /^--since is missing: it names what was public before/],
    ['no revision', ['--since', 'x'], {}, /^"x" is no file, no address of a sitemap and no git/],
    ['an unknown option', ['--sinse', 'HEAD'], {}, /^Unknown option '--sinse'/],
    [
      'a malformed key',
      ['--since', 'HEAD'],
      { INDEXNOW_KEY: 'sécret!!' },
      /^INDEXNOW_KEY is malformed: it must be 8 to 128 of a-z, A-Z, 0-9 and -, and nothing else\.\n$/,
    ],
    [
      'an origin of this machine alone',
      ['--since', 'HEAD'],
      { INDEXNOW_KEY, SITE_ORIGIN: 'http://localhost:3000' },
      /^http:\/\/localhost:3000 cannot be reached from the internet: set the address of the site in SITE_ORIGIN or site\.yml\.\n$/,
    ],
  ])('refuses %s', async (_, args, environment, sentence) => {
    const { code, stdout, stderr } = await announce(changedRepository(), args, environment);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/s[eé]cret/);
  });
});

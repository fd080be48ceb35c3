import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readLedger } from '#lib/content/ledger/read-ledger.ts';
import { addDays, dayIn } from '#lib/site/dates.ts';
import { callCommand } from '#tests/support/call-command.ts';
import { contentFolderWith } from '#tests/support/content-folder.ts';
import { articlePage, type Reply, redirectTo, startNewsHost } from '#tests/support/news-host.ts';

const TODAY = dayIn('Asia/Shanghai', new Date());
const YESTERDAY = addDays(TODAY, -1);
const FILE = `ledger/${TODAY.slice(0, 4)}.jsonl`;
const BODY = '某市版权局公布，上半年共登记作品1024件，比去年同期增长两成。';

/** A content folder whose newest issue cites addresses. */
const folderCiting = (...urls: string[]) =>
  contentFolderWith({
    [`${TODAY}.md`]: `## 产业要闻\n\n${urls.map((url, index) => `### 消息之${index}\n\n正文。\n\n来源：[某报](${url})\n`).join('\n')}`,
  });
const sources = (folder: string, ...args: string[]) =>
  callCommand(['sources', '--pause', '0', ...args], {
    CONTENT_DIR: folder,
    INIT_CWD: folder,
    SOURCES_PRIVATE_HOSTS: '1',
  });
const textOf = (folder: string) => readFileSync(join(folder, FILE), 'utf8');
const recordsIn = (folder: string) => readLedger([{ path: FILE, text: textOf(folder) }]).ledger;
/** Puts every day of the ledger one day back, as if a day had passed. */
const nextDay = (folder: string) =>
  writeFileSync(join(folder, FILE), textOf(folder).replaceAll(TODAY, YESTERDAY));

test('each address is asked once, and told apart', async () => {
  const article = { body: articlePage('上半年登记数量公布', BODY) };
  let tries = 0;
  const replies: Record<string, Reply> = {
    '/robots.txt': {
      headers: { 'Content-Type': 'text/plain' },
      body: 'User-agent: *\nDisallow: /kept',
    },
    '/stands': article,
    '/moved': redirectTo('/new/1'),
    '/new/1': article,
    '/to-home': redirectTo('/', 302),
    '/': { body: articlePage('首页', '今日要闻一览。') },
    '/deleted': { body: articlePage('提示', '该文章已删除') },
    '/challenge': { body: '<title>安全验证</title><p>请完成下方验证</p>' },
    '/forbidden': { status: 403 },
    '/kept': article,
    '/pdf': { headers: { 'Content-Type': 'application/pdf' }, body: '%PDF' },
    '/busy': (_, response) => {
      tries += 1;
      response.writeHead(tries < 2 ? 503 : 200, {
        'Content-Type': 'text/html',
        'Retry-After': '0',
      });
      response.end(article.body);
    },
  };
  const host = await startNewsHost(replies);
  const names = [
    'stands',
    'moved',
    'to-home',
    'deleted',
    'missing',
    'challenge',
    'forbidden',
    'kept',
    'pdf',
    'busy',
  ];
  const folder = folderCiting(...names.map((name) => host.url(`/${name}`)));
  const { code, stdout } = await sources(folder);
  expect(code).toBe(0);
  const states = names.map((name) => {
    const record = recordsIn(folder).get(host.url(`/${name}`));
    return [name, record?.state, record?.doubt?.why ?? record?.silent?.why];
  });
  expect(states).toEqual([
    ['stands', 'stands', undefined],
    ['moved', 'moved', undefined],
    ['to-home', 'untold', 'home'],
    ['deleted', 'untold', 'deleted'],
    ['missing', 'untold', '404'],
    ['challenge', 'untold', 'challenge'],
    ['forbidden', 'untold', '403'],
    ['kept', 'untold', 'robots'],
    ['pdf', 'stands', undefined],
    ['busy', 'stands', undefined],
  ]);
  expect(host.asked).not.toContain('/kept');
  expect(host.asked.filter((path) => path === '/robots.txt')).toHaveLength(1);
  expect(host.most()).toBe(1);
  expect(stdout).toContain(
    `moved to ${host.url('/new/1')}  ${host.url('/moved')}  (/issues/${TODAY}/`,
  );
  expect(stdout).toContain('perhaps gone (404), to be confirmed on another day');
  expect(stdout).toContain(
    '10 cited: 3 stand, 1 moved, 0 changed, 0 gone, 6 do not tell (403 1, challenge 1, robots 1).',
  );
  expect(textOf(folder)).not.toContain('登记');
  expect(readFileSync(join(folder, 'ledger/.gitattributes'), 'utf8')).toBe('*.jsonl merge=union\n');
  // The next run of the day has nothing to ask.
  const before = host.asked.length;
  await sources(folder);
  expect(host.asked).toHaveLength(before);
});

test('the next day confirms what is gone, and tells an editor what has changed', async () => {
  const replies: Record<string, Reply> = {
    '/figure': { body: articlePage('上半年登记数量公布', BODY) },
    '/headline': { body: articlePage('上半年登记数量公布', BODY) },
  };
  const host = await startNewsHost(replies);
  const folder = folderCiting(...['/figure', '/headline', '/missing'].map(host.url));
  await sources(folder);
  nextDay(folder);
  replies['/figure'] = { body: articlePage('上半年登记数量公布', BODY.replace('1024', '1042')) };
  replies['/headline'] = { body: articlePage('上半年登记数量更正', BODY) };
  const { stdout } = await sources(folder);
  expect(stdout).toContain(`changed: figures in 1 sentences  ${host.url('/figure')}`);
  expect(stdout).toContain(
    `\n    > 更正（${TODAY}）：据更新后的原文，应为：“${BODY.replace('1024', '1042')}”\n`,
  );
  expect(stdout).toContain(`\n    > 更正（${TODAY}）：原文标题已改为《上半年登记数量更正》。\n`);
  expect(stdout).toContain(`gone since ${YESTERDAY} (404)  ${host.url('/missing')}`);
  expect(readFileSync(join(folder, `issues/${TODAY}.md`), 'utf8')).not.toContain('更正');
});

test('a host that puts us off is left for today, and its other addresses are asked another time', async () => {
  const host = await startNewsHost({ '/1': { status: 429, headers: { 'Retry-After': '3600' } } });
  const folder = folderCiting(host.url('/1'), host.url('/2'), host.url('/3'));
  const { code, stdout } = await sources(folder);
  expect(code).toBe(0);
  expect(stdout).toContain('2 that are due were not asked');
  expect(recordsIn(folder).size).toBe(1);
});

test('hosts are asked at the same time, the addresses of one after the other', async () => {
  const replies = { '/1': { body: 'x' }, '/2': { body: 'x' }, '/3': { body: 'x' } };
  const hosts = await Promise.all([1, 2, 3].map(() => startNewsHost(replies, { delay: 50 })));
  const folder = folderCiting(...hosts.flatMap(({ url }) => ['/1', '/2', '/3'].map(url)));
  const start = performance.now();
  await sources(folder);
  // Twelve requests of 50 ms, three at a time.
  expect(performance.now() - start).toBeLessThan(12 * 50 + 400);
  expect(hosts.map(({ most }) => most())).toEqual([1, 1, 1]);
  expect(recordsIn(folder).size).toBe(9);
});

test('private networks are not asked unless that is allowed', async () => {
  const host = await startNewsHost({});
  const folder = folderCiting(host.url('/1'));
  await callCommand(['sources', '--pause', '0'], { CONTENT_DIR: folder, INIT_CWD: folder });
  expect(host.asked).toEqual([]);
  expect(recordsIn(folder).get(host.url('/1'))?.silent?.why).toBe('private');
});

describe('without asking', () => {
  test('--dry-run shows what would be asked, within the limit', async () => {
    const host = await startNewsHost({});
    const folder = folderCiting(host.url('/1'), host.url('/2'));
    const { stdout } = await sources(folder, '--dry-run', '--limit', '1');
    expect(stdout).toBe(`${host.url('/1')}\n1 of 2 that are due would be asked; 2 are cited.\n`);
    expect(readdirSync(folder)).not.toContain('ledger');
    expect(host.asked).toEqual([]);
  });

  test.each([
    ['--limit', 'many', /^Unexpected --limit "many", expected a whole number of 1 or more\./],
    ['--archive', '=ftp://a', undefined],
  ])('%s %s', async (name, value, message) => {
    const args = value.startsWith('=') ? [`${name}${value}`] : [name, value];
    const { code, stderr } = await sources(folderCiting('https://a.example/1'), ...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(message ?? /^Unexpected --archive "ftp:\/\/a", expected an address/);
  });

  test('a line of the ledger that cannot be read is named, and nothing is lost', async () => {
    const folder = contentFolderWith({ [`${TODAY.slice(0, 4)}.jsonl`]: '{"url":1}\n' });
    const { code, stderr } = await sources(folder);
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/jsonl:1 cannot be read: Unexpected value for `url`/),
    ]);
    expect(textOf(folder)).toBe('{"url":1}\n');
  });
});

describe('copies', () => {
  test('--archive has a service keep what stands, and notes where', async () => {
    const archive = await startNewsHost({});
    const host = await startNewsHost({ '/1': { body: articlePage('题目', BODY) } });
    const service = await startNewsHost({
      [`/save/${host.url('/1')}`]: redirectTo(`${archive.url('')}/web/20251201030405/x`, 302),
    });
    const folder = folderCiting(host.url('/1'), host.url('/missing'));
    const { stdout } = await sources(folder, `--archive=${service.url('/save/')}`);
    // The archive of this test has no page there, so the copy is not noted.
    expect(stdout).toContain(`no answer about a copy (404)  ${host.url('/1')}`);
    const kept = await startNewsHost({
      [`/save/${host.url('/1')}`]: redirectTo('/web/20251201030405/x', 302),
      '/web/20251201030405/x': { body: 'x' },
    });
    await sources(folder, `--archive=${kept.url('/save/')}`);
    expect(recordsIn(folder).get(host.url('/1'))?.copy).toEqual({
      url: kept.url('/web/20251201030405/x'),
      day: '2025-12-01',
    });
    expect(service.asked.filter((path) => path.includes('missing'))).toEqual([]);
    expect(archive.asked).toHaveLength(1);
  });

  test('--find-copies looks for what is gone or does not tell, closest to the day of its issue', async () => {
    const host = await startNewsHost({ '/1': { body: articlePage('题目', BODY) } });
    const snapshot = (status: string) => ({
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        archived_snapshots: {
          closest: {
            available: true,
            status,
            timestamp: '20251130120000',
            url: 'http://web.archive.org/web/20251130120000/x',
          },
        },
      }),
    });
    const query = (path: string) =>
      `/available?${new URLSearchParams({ url: host.url(path), timestamp: TODAY.replaceAll('-', '') })}`;
    const api = await startNewsHost({
      [query('/gone')]: snapshot('200'),
      [query('/bad')]: snapshot('404'),
      [query('/none')]: { body: '{"archived_snapshots":{}}' },
      [query('/odd')]: { body: 'busy' },
    });
    const folder = folderCiting(...['/1', '/gone', '/bad', '/none', '/odd'].map(host.url));
    const { stdout } = await sources(folder, `--find-copies=${api.url('/available')}`);
    expect(recordsIn(folder).get(host.url('/gone'))?.copy).toEqual({
      url: 'https://web.archive.org/web/20251130120000/x',
      day: '2025-11-30',
    });
    expect(stdout.match(/no copy {2}/g)).toHaveLength(2);
    expect(stdout).toContain('no answer about a copy (an answer of another form)');
    expect(api.asked).toHaveLength(4);
  });
});

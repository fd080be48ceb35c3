import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { callCommand } from '#tests/support/call-command.ts';
import {
  folderCiting,
  ledgerText,
  letADayPass,
  recordsIn,
  runSources,
  TODAY,
  YESTERDAY,
} from '#tests/support/ledger-folder.ts';
import { articlePage, type Reply, redirectTo, startNewsHost } from '#tests/support/news-host.ts';

const BODY = '某市版权局公布，上半年共登记作品1024件，比去年同期增长两成。';

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
    '/busy': () => {
      tries += 1;
      return tries < 2 ? { status: 503, headers: { 'Retry-After': '0' } } : article;
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
  const { code, stdout } = await runSources(folder);
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
  expect(host.asked()).not.toContain('/kept');
  expect(host.asked().filter((path) => path === '/robots.txt')).toHaveLength(1);
  expect(stdout).toContain(
    `moved to ${host.url('/new/1')}  ${host.url('/moved')}  (/issues/${TODAY}/`,
  );
  expect(stdout).toContain('perhaps gone (404), to be confirmed on another day');
  expect(stdout).toContain(
    '10 cited: 3 stand, 1 moved, 0 changed, 0 gone, 6 do not tell (403 1, challenge 1, robots 1).',
  );
  expect(ledgerText(folder)).not.toContain('登记');
  expect(readFileSync(join(folder, 'ledger/.gitattributes'), 'utf8')).toBe('*.jsonl merge=union\n');
  // The next run of the day has nothing to ask.
  const before = host.asked().length;
  await runSources(folder);
  expect(host.asked()).toHaveLength(before);
});

test('the next day confirms what is gone, and tells an editor what has changed', async () => {
  const replies: Record<string, Reply> = {
    '/figure': { body: articlePage('上半年登记数量公布', BODY) },
    '/headline': { body: articlePage('上半年登记数量公布', BODY) },
  };
  const host = await startNewsHost(replies);
  const folder = folderCiting(...['/figure', '/headline', '/missing'].map(host.url));
  await runSources(folder);
  letADayPass(folder);
  replies['/figure'] = { body: articlePage('上半年登记数量公布', BODY.replace('1024', '1042')) };
  replies['/headline'] = { body: articlePage('上半年登记数量更正', BODY) };
  const { stdout } = await runSources(folder);
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
  const { code, stdout } = await runSources(folder);
  expect(code).toBe(0);
  expect(stdout).toContain('2 that are due were not asked');
  expect(recordsIn(folder).size).toBe(1);
});

test('private networks are not asked unless that is allowed', async () => {
  const host = await startNewsHost({});
  const folder = folderCiting(host.url('/1'));
  await callCommand(['sources', '--pause', '0'], { CONTENT_DIR: folder, INIT_CWD: folder });
  expect(host.asked()).toEqual([]);
  expect(recordsIn(folder).get(host.url('/1'))?.silent?.why).toBe('private');
});

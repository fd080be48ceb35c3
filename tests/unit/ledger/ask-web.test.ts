import { expect, test } from 'vitest';
import { PageAsker } from '#lib/ledger/ask-page.ts';
import { webFetch } from '#lib/ledger/ask-web.ts';
import { readPage } from '#lib/ledger/page/read-page.ts';
import { articlePage, type Reply, redirectTo, startNewsHost } from '#tests/support/news-host.ts';

const never = new AbortController().signal;

test.each<[string, Reply, object]>([
  ['that is slow', { slow: 5000 }, { kind: 'untold', why: 'time' }],
  ['without an end', { body: 'x'.repeat(500_000), endless: true }, { kind: 'untold', why: 'size' }],
  ['that breaks off', { body: 'x', broken: true }, { kind: 'untold', why: 'connection' }],
  ['that leads to itself', redirectTo('/a'), { kind: 'untold', why: 'redirects' }],
  ['that leads to a file', redirectTo('file:///etc/passwd'), { kind: 'untold', why: 'scheme' }],
  ['that asks for a password', { status: 401 }, { kind: 'untold', why: '401' }],
  ['that leads to a login', redirectTo('/login?next=a', 302), { kind: 'untold', why: 'login' }],
  ['that is gone', { status: 410 }, { kind: 'missing', why: '410' }],
])('a page %s', async (_, reply, expected) => {
  const login = { body: articlePage('登录', '请输入手机号。') };
  const host = await startNewsHost({ '/a': reply, '/login?next=a': login });
  const fetch = webFetch({ agent: 'Dibao/1', allowPrivate: true, timeLimit: 300 });
  const asker = new PageAsker(fetch, readPage, 0);
  const { answer } = await asker.ask(host.url('/a'), undefined, never);
  expect(answer).toEqual(expected);
});

import { expect, test } from 'vitest';
import { folderCiting, recordsIn, runSources, TODAY } from '#tests/support/ledger-folder.ts';
import { articlePage, redirectTo, startNewsHost } from '#tests/support/news-host.ts';

const BODY = '某市版权局公布，上半年共登记作品1024件，比去年同期增长两成。';

test('--archive has a service keep what stands, and notes where', async () => {
  const archive = await startNewsHost({});
  const host = await startNewsHost({ '/1': { body: articlePage('题目', BODY) } });
  const service = await startNewsHost({
    [`/save/${host.url('/1')}`]: redirectTo(`${archive.url('')}/web/20251201030405/x`, 302),
  });
  const folder = folderCiting(host.url('/1'), host.url('/missing'));
  const { stdout } = await runSources(folder, `--archive=${service.url('/save/')}`);
  // The archive of this test has no page there, so the copy is not noted.
  expect(stdout).toContain(`no answer about a copy (404)  ${host.url('/1')}`);
  const kept = await startNewsHost({
    [`/save/${host.url('/1')}`]: redirectTo('/web/20251201030405/x', 302),
    '/web/20251201030405/x': { body: 'x' },
  });
  await runSources(folder, `--archive=${kept.url('/save/')}`);
  expect(recordsIn(folder).get(host.url('/1'))?.copy).toEqual({
    url: kept.url('/web/20251201030405/x'),
    day: '2025-12-01',
  });
  expect(service.asked().filter((path) => path.includes('missing'))).toEqual([]);
  expect(archive.asked()).toHaveLength(1);
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
  const { stdout } = await runSources(folder, `--find-copies=${api.url('/available')}`);
  expect(recordsIn(folder).get(host.url('/gone'))?.copy).toEqual({
    url: 'https://web.archive.org/web/20251130120000/x',
    day: '2025-11-30',
  });
  expect(stdout.match(/no copy {2}/g)).toHaveLength(2);
  expect(stdout).toContain('no answer about a copy (an answer of another form)');
  expect(api.asked()).toHaveLength(4);
});

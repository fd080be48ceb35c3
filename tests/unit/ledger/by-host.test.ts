import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { askByHost } from '#lib/ledger/by-host.ts';

const never = new AbortController().signal;
const list = ['a', 'b', 'c'].flatMap((host) =>
  [1, 2, 3].map((page) => ({ url: `https://${host}.example/${page}` })),
);

test('several hosts are asked at the same time, the addresses of one after the other', async () => {
  const open = new Map<string, number>();
  const most = { atOneHost: 0, hosts: 0 };
  const asked: string[] = [];
  const left = await askByHost(list, {
    hosts: 2,
    signal: never,
    async ask({ url }) {
      const { host } = new URL(url);
      open.set(host, (open.get(host) ?? 0) + 1);
      most.atOneHost = Math.max(most.atOneHost, ...open.values());
      most.hosts = Math.max(most.hosts, [...open.values()].filter((count) => count > 0).length);
      await wait(1);
      open.set(host, (open.get(host) ?? 0) - 1);
      asked.push(url);
      return 'go on';
    },
  });
  expect(most).toEqual({ atOneHost: 1, hosts: 2 });
  expect(left).toBe(0);
  expect(asked.filter((url) => url.includes('//a.'))).toEqual(
    [1, 2, 3].map((page) => `https://a.example/${page}`),
  );
});

test('a host that is left keeps its other addresses for another time', async () => {
  const asked: string[] = [];
  const left = await askByHost(list, {
    hosts: 3,
    signal: never,
    async ask({ url }) {
      asked.push(url);
      return url.includes('//b.') ? 'leave the host' : 'go on';
    },
  });
  expect(left).toBe(2);
  expect(asked).toHaveLength(7);
});

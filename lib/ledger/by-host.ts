import pMap from 'p-map';

/** What to do about the rest of a host's addresses after one was asked. */
export type HostCourse = 'go on' | 'leave the host';

export type Turns<Each extends { url: string }> = {
  /** How many hosts are asked at the same time. */
  hosts: number;
  /** Asks one address. The next one of the same host waits for it. */
  ask: (each: Each) => Promise<HostCourse>;
  signal: AbortSignal;
};

/**
 * Asks addresses, one at a time for each host and several hosts at the same time, in their order.
 * @returns how many were not asked: their host was left, or `signal` has stopped the work
 */
export async function askByHost<Each extends { url: string }>(
  list: readonly Each[],
  { hosts, ask, signal }: Turns<Each>,
): Promise<number> {
  const byHost = new Map<string, Each[]>();
  for (const each of list) {
    const { host } = new URL(each.url);
    byHost.set(host, [...(byHost.get(host) ?? []), each]);
  }
  let asked = 0;
  await pMap(
    byHost.values(),
    async (queue) => {
      for (const each of queue) {
        if (signal.aborted) return;
        asked += 1;
        if ((await ask(each)) === 'leave the host') return;
      }
    },
    { concurrency: hosts },
  );
  return list.length - asked;
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { readWholeArchive } from '#lib/check/read-folder.ts';
import { itemsOf } from '#lib/content/queries.ts';
import { keyOf } from '#lib/editor/inbox/candidates/report.ts';
import { DecisionFile } from '#lib/editor/inbox/decisions/decision-file.ts';
import { temporaryFolder } from '#tests/support/content-folder.ts';
import { publicationIn, rssOf } from '#tests/support/inbox.ts';

const root = join(import.meta.dirname, '../../..');
const COUNT = 90;
const ENTRIES = Array.from({ length: COUNT }, (_, at) => ({
  // Each is a story of its own.
  title: `AI ${'甲乙丙丁戊己庚辛壬癸'.charAt(at % 10)}${String.fromCodePoint(0x5000 + 97 * at, 0x6000 + 89 * at)}`,
  url: `https://example.com/${at}`,
  date: '2025-03-30',
}));

/** Starts to decide, and kills it after so many decisions. @returns what it said was decided, by key */
async function killAfter(folder: string, decisions: number): Promise<Map<string, string>> {
  const script = 'tests/support/decide-candidates.ts';
  const child = spawn(process.execPath, ['lib/setup/run.cjs', script, folder], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = new Map<string, string>();
  const closed = once(child, 'close');
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [key = '', act = ''] = line.split(' ');
    said.set(key, act);
    // By now it is in the middle of the next one.
    if (said.size === decisions) child.kill('SIGKILL');
  });
  await closed;
  expect(said.size).toBeGreaterThanOrEqual(decisions);
  return said;
}

test('nothing that was decided is lost when the process is killed, and every candidate is somewhere', async () => {
  const folder = temporaryFolder();
  const publication = publicationIn(folder, { 甲报: ENTRIES });
  writeFileSync(join(folder, 'feed.xml'), rssOf(ENTRIES));
  const said = new Map<string, string>();
  for (const decisions of [5, 1 + Math.floor(Math.random() * 20)])
    for (const [key, act] of await killAfter(folder, decisions)) said.set(key, act);

  const decisions = await new DecisionFile(publication.folder).read();
  const { issues } = await readWholeArchive(publication.folder);
  const cited = new Set(
    issues
      .flatMap(itemsOf)
      .flatMap(({ attributions }) => attributions.map(({ url = '' }) => keyOf(url))),
  );
  const listed = new Map((await publication.open()).candidates.map((each) => [each.key, each]));
  for (const [key, act] of said) {
    if (act === 'take') expect(cited.has(key)).toBe(true);
    else expect(decisions.get(key)?.state).toBe(act === 'keep' ? 'kept' : 'declined');
  }
  for (const { url } of ENTRIES) {
    const key = keyOf(url);
    const places = [cited.has(key), decisions.get(key)?.state === 'declined', listed.has(key)];
    expect(places.filter(Boolean), url).toEqual([true]);
  }
});

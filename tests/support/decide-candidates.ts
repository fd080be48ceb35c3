import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openInbox } from '#lib/editor/inbox/open-inbox.ts';
import { takeInto } from '#lib/editor/inbox/take.ts';
import { NOW } from './inbox.ts';

/**
 * Decides on the candidates of a publication one after the other, as fast as it can, until it is killed. It prints the
 * key of each with what was decided, when that is done.
 */
const [root = ''] = process.argv.slice(2);
const folder = join(root, 'content');
const text = readFileSync(join(root, 'feed.xml'), 'utf8');
const { session } = await openInbox({
  folder,
  now: NOW,
  cache: join(root, 'cache'),
  take: takeInto(folder),
  fetchFeed: async (url) => ({ text, url, etag: undefined, lastModified: undefined }),
});
// What was kept by a process that was killed before it could say more stays as it is.
const open = session.candidates.filter(({ kept }) => !kept);
for (const [at, candidate] of open.entries()) {
  const act = (['decline', 'keep', 'take'] as const)[at % 3] ?? 'take';
  if (act === 'take') await session.take(candidate, undefined);
  else await session[act]([candidate]);
  process.stdout.write(`${candidate.key} ${act}\n`);
}

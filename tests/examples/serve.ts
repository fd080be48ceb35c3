import { once } from 'node:events';
import { createHost, stopHost } from '#lib/publish/host/host.ts';
import { listen } from '#lib/system/listen.ts';
import type { Address } from '#lib/views/addresses.ts';
import { daysOfEditions, daysOfItems, hostileFiles } from '#tests/support/attacks/content.ts';
import { printAnyway } from '#tests/support/printing-anyway.ts';
import { makeTemporaryFolder, writeFilesInto } from '#tests/support/temporary-folder.ts';
import { exampleFiles } from './examples.ts';

/**
 * Prints the named examples, or with `hostile` what a malicious hand types, though `check` refuses it; then serves
 * that on the port that is given, until it is stopped.
 */
const [what, port] = process.argv.slice(2);
const { folder, remove } = makeTemporaryFolder();
const content = `${folder}/content`;
const secret = { 'secret.png': 'a secret', '../dibao-secret': 'a secret' };
writeFilesInto(content, what === 'hostile' ? { ...hostileFiles, ...secret } : exampleFiles);
// Hundreds of large issues have editions and items: the pages of those that no test opens are left out.
function isAsked({ kind, path }: Address): boolean {
  if (what !== 'hostile' || !path.startsWith('/issues/')) return true;
  const isOf = (days: readonly string[]) =>
    days.some((date) => path.startsWith(`/issues/${date}/`));
  if (kind === 'item') return isOf(daysOfItems);
  return !/\/(wechat|mail)$/.test(path) || isOf(daysOfEditions);
}
const { server } = await createHost(await printAnyway(content, folder, isAsked));
await listen(server, Number(port), '127.0.0.1');
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void stopHost(server, 0));
await once(server, 'close');
remove();

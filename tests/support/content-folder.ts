import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { registryTexts } from './registries.ts';
import { makeTemporaryFolder, writeFilesInto } from './temporary-folder.ts';

/** A folder for one test, removed after it. */
export function temporaryFolder(): string {
  const { folder, remove } = makeTemporaryFolder();
  onTestFinished(remove);
  return folder;
}

/**
 * Makes a content folder for one test: the registries of the publication for tests, and the given files. Those that
 * end in `.yml` are written at the top of the folder, `.jsonl` in `ledger/`, all others in `issues/`.
 */
export function contentFolderWith(files: Record<string, string | Uint8Array>): string {
  const folder = temporaryFolder();
  const placed = Object.entries({ ...registryTexts, ...files }).map(
    ([name, text]) => [placeOf(name), text] as const,
  );
  mkdirSync(join(folder, 'issues'));
  writeFilesInto(folder, Object.fromEntries(placed));
  return folder;
}

function placeOf(name: string): string {
  if (name.endsWith('.yml')) return name;
  return join(name.endsWith('.jsonl') ? 'ledger' : 'issues', name);
}

/** An issue of a number, whose items have titles of their own. */
export function sampleIssue(number: number, items = 2): string {
  const item = (index: number) =>
    `### 第${number}期消息之${index}\n\n正文第${index}段，讲AI与营收。\n\n来源：[光明日报](https://example.com/${number}/${index})\n`;
  return `---\nnumber: ${number}\n---\n\n## 产业要闻\n\n${Array.from({ length: items }, (_, i) => item(i)).join('\n')}`;
}

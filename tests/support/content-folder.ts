import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { registryTexts } from './registries.ts';

/** A folder that the caller removes. */
export function makeTemporaryFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'dibao-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A folder for one test, removed after it. */
export function temporaryFolder(): string {
  const { folder, remove } = makeTemporaryFolder();
  onTestFinished(remove);
  return folder;
}

/**
 * A content folder for one test: the publication for tests and the given files, `.yml` as they are
 * named and all others below `issues/`.
 */
export function contentFolderWith(files: Record<string, string>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries({ ...registryTexts, ...files })) {
    const file = join(folder, name.endsWith('.yml') ? name : join('issues', name));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  mkdirSync(join(folder, 'issues'), { recursive: true });
  return folder;
}

/** An issue of a number, whose items have titles of their own. */
export function sampleIssue(number: number, items = 2): string {
  const item = (index: number) =>
    `### 第${number}期消息之${index}\n\n正文第${index}段，讲AI与营收。\n\n来源：[光明日报](https://example.com/${index})\n`;
  return `---\nnumber: ${number}\n---\n\n## 产业要闻\n\n${Array.from({ length: items }, (_, i) => item(i)).join('\n')}`;
}

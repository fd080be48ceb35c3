import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listFaults } from '#lib/content/faults/fault-list.ts';
import { IssueCache } from '#lib/content/folder/issue-cache.ts';
import { ArchiveReader } from '#lib/content/folder/read-archive.ts';
import { threadsOf } from '#lib/threads/threads-of.ts';
import { contentFolderWith, sampleIssue, temporaryFolder } from '#tests/support/content-folder.ts';

const NOW = new Date('2025-06-01T08:00:00Z');
const STORY =
  '3月28日，第12届中国网络视听大会举行“微短剧出海暨生态健康发展论坛”，会上发布了“中国网络视听协会微短剧版权服务平台”。';

const issue = (...items: [title: string, text: string][]) =>
  `---\nnumber: 1\n---\n\n## 产业要闻\n\n${items.map(([title, text]) => `### ${title}\n\n${text}\n\n来源：证券日报\n`).join('\n')}`;

/** Issues that repeat a story, share a case, have markup, and a fault beside one another alone. */
const FILES = {
  '2025-04-07.md': issue(
    ['甲公司诉乙公司案开庭', `${STORY}\n\n**重要**：A & B <见> [此](https://example.com/)。`],
    ['版权法通过', '《数据条例》自2025年7月1日起施行。'],
  ),
  '2025-04-14.md': issue(['平台上线', STORY], ['甲公司诉乙公司案宣判', '法院判决赔偿10万元。']),
};

async function read(folder: string, cache?: IssueCache) {
  const { archive, diagnostics } = await new ArchiveReader(folder, undefined, cache).read({
    now: NOW,
  });
  if (archive === undefined) throw new Error('the content cannot be read');
  const { all } = threadsOf(archive);
  return {
    issues: JSON.stringify(archive.issues),
    faults: listFaults(diagnostics),
    threads: JSON.stringify(all),
    registries: JSON.stringify({ ...archive, issues: [] }),
  };
}

/** Every file that is kept, whatever it holds. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name));
}

describe('the cache of an archive', () => {
  const opened = async () => {
    const folder = contentFolderWith(FILES);
    const cache = join(temporaryFolder(), 'issues');
    const fresh = await read(folder);
    expect(await read(folder, new IssueCache(cache, 'code'))).toEqual(fresh);
    return { folder, cache, fresh };
  };

  test('gives what reading the files gives: issues, faults with their places, registries and threads', async () => {
    const { folder, cache, fresh } = await opened();
    expect(fresh.faults.map(({ rule, line }) => `${rule} ${line}`)).toEqual(
      expect.arrayContaining(['number-duplicate 2', 'story-repeated 7']),
    );
    expect(JSON.parse(fresh.threads)).toHaveLength(1);
    const kept = new IssueCache(cache, 'code');
    expect(await read(folder, kept)).toEqual(fresh);
  });

  test('is made again where it was damaged, each file of it', async () => {
    const { folder, cache, fresh } = await opened();
    const files = filesIn(cache);
    // Two issues, the registries, the repeated stories and the links.
    expect(files).toHaveLength(5);
    for (const file of files) {
      truncateSync(file, 1);
      expect(await read(folder, new IssueCache(cache, 'code'))).toEqual(fresh);
      const [bytes, other] = [readFileSync(file), files.find((each) => each !== file)];
      if (other === undefined) throw new Error('there is one file');
      writeFileSync(file, readFileSync(other));
      expect(await read(folder, new IssueCache(cache, 'code'))).toEqual(fresh);
      expect(readFileSync(file)).toEqual(bytes);
    }
  });

  test('is not used where other code has made it', async () => {
    const { folder, cache, fresh } = await opened();
    const other = new IssueCache(cache, 'other code');
    expect(await read(folder, other)).toEqual(fresh);
    expect(filesIn(cache)).toHaveLength(10);
  });

  test('serves two processes at once', async () => {
    const { folder, cache, fresh } = await opened();
    writeFileSync(join(folder, 'issues/2025-04-21.md'), sampleIssue(3));
    const caches = [1, 2].map(() => new IssueCache(cache, 'code'));
    const [first, second] = await Promise.all(caches.map((each) => read(folder, each)));
    expect(second).toEqual(first);
    expect(first?.issues).not.toBe(fresh.issues);
    expect(await read(folder, new IssueCache(cache, 'code'))).toEqual(await read(folder));
  });

  test('is deleted when it was not used for long', async () => {
    const { folder, cache } = await opened();
    const file = join(folder, 'issues/2025-04-14.md');
    const text = readFileSync(file, 'utf8');
    for (let edit = 0; edit < 60; edit += 1) {
      writeFileSync(file, `${text}\n### 第${edit}条\n\n正文${edit}。\n\n来源：光明日报\n`);
      const last = new IssueCache(cache, 'code');
      await read(folder, last);
      last.prune();
    }
    expect(filesIn(cache).length).toBeLessThan(120);
  });
});

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContent } from '#lib/check/check.ts';
import { ArchiveReader } from '#lib/content/folder/read-archive.ts';
import { fold } from '#lib/site/fold.ts';
import { PairIndex, pairsOfLetters } from '#lib/site/pair-index.ts';
import { contentFolderWith } from '#tests/support/content-folder.ts';
import { fc, partOfRuns } from '#tests/support/properties.ts';

const STORY =
  '3月28日，第12届中国网络视听大会举行“微短剧出海暨生态健康发展论坛”，会上发布了“中国网络视听协会微短剧版权服务平台”。';
const OTHER =
  '《中国网络视听发展研究报告（2025）》3月26日在四川成都公布，短视频的用户规模排在首位。';
const issue = (...items: [title: string, text: string][]) =>
  `## 产业要闻\n\n${items.map(([title, text]) => `### ${title}\n\n${text}\n\n来源：证券日报\n`).join('\n')}`;

async function faultsOf(files: Record<string, string>): Promise<string[]> {
  const { diagnostics } = await readContent(
    new ArchiveReader(contentFolderWith(files)),
    new Date('2026-01-01'),
  );
  return diagnostics.flatMap(({ path, messages }) =>
    messages.map((message) => {
      const cause = message.cause instanceof Error ? ` < ${message.cause.stack}` : '';
      return `${path}:${message.line} ${message.ruleId} ${message.reason}${cause}`;
    }),
  );
}

describe('a repeated story', () => {
  test('is reported with the place where it first stood, however it is punctuated', async () => {
    const again = STORY.replaceAll('，', ', ').replaceAll('2', '２');
    const faults = await faultsOf({
      '2025-03-17.md': issue(['平台发布', STORY]),
      '2025-03-24.md': issue(['报告发布', OTHER]),
      '2025-03-31.md': issue(['服务平台上线', again]),
    });
    expect(faults.filter((fault) => fault.includes('story-repeated'))).toEqual([
      'issues/2025-03-31.md:3 story-repeated Unexpected story “服务平台上线”, already reported in 2025-03-17 as “平台发布”, expected news or a follow-up that tells what is new < first here (issues/2025-03-17.md:3:1)',
    ]);
  });

  test('in the same issue is reported too', async () => {
    const faults = await faultsOf({
      '2025-03-31.md': issue(['平台发布', STORY], ['报告发布', OTHER], ['服务平台上线', STORY]),
    });
    expect(faults).toEqual([
      expect.stringMatching(/md:15 story-repeated .* already reported in this issue as “平台发布”/),
    ]);
  });

  test('is reported within a year, and not after two', async () => {
    const between = { '2025-06-30.md': issue(['报告发布', OTHER]) };
    const timesTold = async (day: string) => {
      const files = { '2025-03-31.md': issue(['平台发布', STORY]), ...between };
      const faults = await faultsOf({ ...files, [`${day}.md`]: issue(['服务平台上线', STORY]) });
      return faults.filter((fault) => fault.includes('story-repeated')).length;
    };
    expect(await timesTold('2025-12-29')).toBe(1);
    expect(await timesTold('2023-03-06')).toBe(0);
  });

  test('under the same title has one fault, that of the title', async () => {
    const faults = await faultsOf({
      '2025-03-24.md': issue(['平台发布', STORY]),
      '2025-03-31.md': issue(['平台发布', STORY]),
    });
    expect(faults).toEqual([expect.stringContaining('title-repeated')]);
  });

  test('within a longer story that says more is a follow-up, not a repetition', async () => {
    const faults = await faultsOf({
      '2025-03-24.md': issue(['平台发布', STORY]),
      '2025-03-31.md': issue(['报告发布', STORY.slice(0, 40) + OTHER + OTHER.slice(0, 20)]),
    });
    expect(faults).toEqual([]);
  });
});

test('what the index finds is what a comparison of all with all finds', () => {
  const text = fc.string({ unit: fc.constantFrom(...'版权周报产业A1'), maxLength: 40 });
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 25 }),
      fc.integer({ min: 1, max: 10 }),
      (texts, tenths) => {
        const index = new PairIndex();
        const before: Set<number>[] = [];
        for (const each of texts) {
          const pairs = pairsOfLetters(each);
          const plain = before.findIndex((other) => {
            const shared = pairs.filter((pair) => other.has(pair)).length;
            return shared > 0 && shared >= Math.ceil((pairs.length * tenths) / 10);
          });
          expect(index.find(pairs, tenths / 10)).toBe(plain === -1 ? undefined : plain);
          index.add(pairs);
          before.push(new Set(pairs));
        }
      },
    ),
  );
});

test('a reader with a cache reports the same as one without', async () => {
  const texts = [STORY, OTHER, STORY.slice(0, 60) + OTHER.slice(0, 30), OTHER.slice(0, 30) + STORY];
  const dates = ['2023-05-01', '2024-03-04', '2024-06-03', '2025-03-24', '2025-03-31'];
  const items = fc.array(fc.constantFrom(...texts), { minLength: 1, maxLength: 3 });
  const contents = fc.dictionary(fc.constantFrom(...dates), items, { minKeys: 1 });
  const written = (content: Record<string, string[]>) =>
    new Map(
      Object.entries(content).map(([date, told]): [string, string] => [
        `${date}.md`,
        issue(...told.map((text, at): [string, string] => [`第${at}条${date}`, text])),
      ]),
    );
  await fc.assert(
    fc.asyncProperty(fc.array(contents, { minLength: 2, maxLength: 4 }), async (versions) => {
      const folder = contentFolderWith({});
      const reader = new ArchiveReader(folder);
      for (const version of versions) {
        const files = written(version);
        // A file that stays as it was is not read again, and its issue is the same.
        for (const name of readdirSync(join(folder, 'issues')))
          if (!files.has(name)) rmSync(join(folder, 'issues', name));
        for (const [name, text] of files) {
          const file = join(folder, 'issues', name);
          if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
        }
        const { diagnostics } = await readContent(reader, new Date('2026-01-01'));
        const fresh = await readContent(new ArchiveReader(folder), new Date('2026-01-01'));
        expect(diagnostics.flatMap(({ messages }) => messages.map(String))).toEqual(
          fresh.diagnostics.flatMap(({ messages }) => messages.map(String)),
        );
      }
    }),
    partOfRuns(0.15),
  );
});

test('texts share the pairs of their folded characters, however they are typed', () => {
  const unit = fc.oneof(
    fc.constantFrom(...'版权１aＡÉe\u0301ΣσςΑİ㎡…％，ガｶﾞ가\u1100\u1161𠀀𝐀ﬁ①'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  );
  const text = fc.array(unit, { maxLength: 12 }).map((units) => units.join(''));
  const pairsOf = (each: string) => {
    const counted = fold(each)
      .split('')
      .filter((character) => /[\p{L}\p{N}\p{M}\p{Cs}]/u.test(character));
    return new Set(counted.slice(1).map((character, at) => counted[at] + character));
  };
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [some, others] = [pairsOfLetters(one), pairsOfLetters(other)];
      const [pairs, otherPairs] = [pairsOf(one), pairsOf(other)];
      expect([some.length, others.length]).toEqual([pairs.size, otherPairs.size]);
      const shared = [...pairs].filter((pair) => otherPairs.has(pair)).length;
      expect(some.filter((pair) => others.includes(pair)).length).toBe(shared);
    }),
    { numRuns: 3000 },
  );
});

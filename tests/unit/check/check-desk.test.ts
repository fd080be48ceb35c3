import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContent } from '#lib/check/check.ts';
import { ArchiveReader } from '#lib/content/folder/read-archive.ts';
import { callCommand } from '#tests/support/call-command.ts';
import { contentFolderWith } from '#tests/support/content-folder.ts';
import { issueOf } from '#tests/support/stories.ts';

const ISSUE = issueOf(
  [
    '某省数据条例获通过',
    '2025年3月20日，某省人大常委会表决通过《某省数据条例》，自2025年6月1日起施行。',
  ],
  [
    '甲公司诉乙公司案宣判',
    '2025年3月21日，某市中级人民法院对甲公司诉乙公司著作权侵权案作出一审判决。',
  ],
);
const NOW = new Date('2026-01-01');
const [LAW, CASE] = ['/issues/2025-03-31#zdyrvr', '/issues/2025-03-31#kpt29h'];

async function faultsOf(desk: string): Promise<string[]> {
  const folder = contentFolderWith({ '2025-03-31.md': ISSUE, 'desk.yml': desk });
  const { archive, diagnostics } = await readContent(new ArchiveReader(folder), NOW);
  const ids = archive?.issues[0]?.sections[0]?.items.map(({ id }) => `/issues/2025-03-31#${id}`);
  expect(ids).toEqual([LAW, CASE]);
  return diagnostics.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, reason }) => `${line}:${column} ${ruleId} ${reason}`),
  );
}

describe('a desk.yml that does not fit is reported:', () => {
  test.each([
    [
      'an item that does not exist',
      '- { item: /issues/2025-03-31#nobody, hide: [某案] }',
      `1:11 registry-invalid Unexpected address /issues/2025-03-31#nobody, where no item is, expected one of ${LAW} ${CASE}`,
    ],
    [
      'a name that hides nothing',
      `- item: ${LAW}\n  hide: [某省数据条例, 某案]`,
      '2:18 desk-unfit Unexpected name 某案, which is not read in the item, expected one of 某省数据条例、某省数据条例施行',
    ],
    [
      'an old name that is not read',
      `- item: ${LAW}\n  laws: [{ name: 数据条例, was: 某某条例, steps: [审议] }]`,
      '2:10 desk-unfit Unexpected name 某某条例, which is not read in the item, expected one of 某省数据条例、某省数据条例施行',
    ],
    [
      'a law without steps',
      `- item: ${CASE}\n  laws: [{ name: 数据条例, of: 中国 }]`,
      '2:10 registry-invalid Unexpected 数据条例 without steps, which is not read in the item, expected steps, or one of the names that are read: 甲公司诉乙公司案',
    ],
    [
      'an event without days',
      `- item: ${CASE}\n  events: [{ name: 某大会 }]`,
      '2:12 registry-invalid Unexpected 某大会 without days, which is not read in the item, expected days, or one of the names that are read: 甲公司诉乙公司案',
    ],
    [
      'what is read anyway',
      `- item: ${LAW}\n  laws: [{ name: 某省数据条例, steps: [通过 2025-03-20, 施行 2025-06-01] }]`,
      '2:10 desk-unfit Unexpected correction of 某省数据条例, which is read in this way anyway, expected it to be taken out',
    ],
    [
      'a case to keep apart where there is none',
      `- item: ${LAW}\n  apart: true`,
      '2:10 desk-unfit Unexpected apart in an item in which no case is read, expected it to be taken out',
    ],
    [
      'a page that does not exist',
      '- { join: [/laws/某省数据条例, /laws/某某条例] }',
      '1:26 registry-invalid Unexpected address /laws/某某条例, where no law is, expected the address of its page',
    ],
    [
      'a name that a case has anyway',
      '- { join: [https://digest.example/cases/2025-03-31-kpt29h], name: 甲公司诉乙公司案 }',
      '1:3 desk-unfit Unexpected entry that changes nothing, expected it to be taken out',
    ],
  ])('%s', async (_, desk, fault) => {
    expect(await faultsOf(desk)).toEqual([fault]);
  });

  test('and nothing else', async () => {
    expect(
      await faultsOf(`- item: ${LAW}
  laws: [{ name: 某省数据条例, of: 中国某省 }]
  hide: [某省数据条例施行]
- item: ${CASE}
  cases: [{ name: 甲公司案, was: 甲公司诉乙公司案 }]
- { join: [/laws/某省数据条例], name: 数据条例 }
`),
    ).toEqual([]);
  });
});

describe('npm run check lists what new issues put into the lists', () => {
  const LISTED = ` puts into the lists of laws, cases and events (npm run desk -- DAY shows why):
  法规 某省数据条例：通过 2025-03-20、施行 2025-06-01
  日程 某省数据条例施行：施行 2025-06-01
  案件 甲公司诉乙公司案：一审判决 2025-03-21

`;
  const listed = (day: string) => `${day}${LISTED.replace('DAY', day)}`;
  const check = async (folder: string, ...args: string[]) =>
    (await callCommand(['check', ...args], { CONTENT_DIR: folder })).stdout;

  test('of issues that are not public yet', async () => {
    const folder = contentFolderWith({
      '2025-03-24.md': issueOf(['淘宝发布新规', '淘宝发布了新规。']),
      '2025-03-31.md': `---\ndraft: true\n---\n\n${ISSUE}`,
    });
    expect(await check(folder)).toContain(listed('2025-03-31'));
    expect(await check(folder, '2025-03-24')).not.toContain('puts into');
    expect(await check(folder, '--format', 'github')).not.toContain('puts into');
  });

  test('of the newest issue while it differs from the last commit, or always if asked', async () => {
    const folder = contentFolderWith({ '2025-03-31.md': ISSUE });
    expect(await check(folder)).not.toContain('puts into');
    expect(await check(folder, '--desk')).toContain(listed('2025-03-31'));
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@a', ...args], { cwd: folder });
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--message', 'All');
    expect(await check(folder)).not.toContain('puts into');
    writeFileSync(join(folder, 'issues', '2025-03-31.md'), `${ISSUE}\n`);
    expect(await check(folder)).toContain(listed('2025-03-31'));
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readWholeArchive } from '#lib/check/read-folder.ts';
import { entriesIn } from '#lib/content/queries.ts';
import { askAbout } from '#lib/editor/desk/ask.ts';
import { deskIn } from '#lib/editor/desk/desk-folder.ts';
import type { Terminal } from '#lib/editor/desk/terminal.ts';
import { callCommand } from '#tests/support/call-command.ts';
import { contentFolderWith } from '#tests/support/content-folder.ts';
import { issueOf } from '#tests/support/stories.ts';

const [LAW, CASE] = ['/issues/2025-03-31#zdyrvr', '/issues/2025-03-31#kpt29h'];
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
const FILES = {
  '2025-03-24.md': issueOf(['淘宝发布新规', '淘宝发布了新规。']),
  '2025-03-31.md': `---\ndraft: true\n---\n\n${ISSUE}`,
};
const desk = (folder: string, ...args: string[]) =>
  callCommand(['desk', ...args], { CONTENT_DIR: folder });

const SHOWN = `${LAW} 某省数据条例获通过
法规 某省数据条例 中国；法规与规章
法规 某省数据条例 通过 2025-03-20 ← “2025年3月20日，某省人大常委会表决通过《某省数据条例》”
法规 某省数据条例 施行 2025-06-01 ← “自2025年6月1日起施行”
日程 某省数据条例施行 施行 2025-06-01 ← “自2025年6月1日起施行”

${CASE} 甲公司诉乙公司案宣判
案件 甲公司诉乙公司案 中国；原告 甲公司；被告 乙公司；法院 某市中级人民法院
案件 甲公司诉乙公司案 一审判决 2025-03-21 ← “2025年3月21日，某市中级人民法院对甲公司诉乙公司著作权侵权案作出一审判决”
`;

describe('npm run desk', () => {
  test('shows what the newest issue puts into the lists, a draft too, with the clause behind it', async () => {
    const folder = contentFolderWith(FILES);
    expect(await desk(folder)).toEqual({ code: 0, stdout: SHOWN, stderr: '' });
    expect((await desk(folder, '--all')).stdout).toBe(SHOWN);
    expect((await desk(folder, '2025-03-24')).stdout).toBe(
      '2025-03-24 puts nothing into the lists of laws, cases and events.\n',
    );
    expect(existsSync(join(folder, 'desk.yml'))).toBe(false);
  });

  test('shows what an editor added and hid', async () => {
    const folder = contentFolderWith({
      ...FILES,
      'desk.yml': `- item: ${LAW}\n  laws: [{ name: 某省数据条例, of: 某国, steps: [审议] }]\n  hide: [某省数据条例施行]\n`,
    });
    expect((await desk(folder)).stdout).toContain(
      '某国；法规与规章\n法规 某省数据条例 审议 ← 编辑补充\n隐藏 某省数据条例施行\n',
    );
  });

  test('prints the same as JSON, in the form of desk.yml', async () => {
    const { stdout } = await desk(contentFolderWith(FILES), '--json');
    const items: unknown = JSON.parse(stdout);
    expect(items).toMatchObject([
      {
        item: LAW,
        laws: [{ name: '某省数据条例', steps: ['通过 2025-03-20', '施行 2025-06-01'] }],
      },
      { item: CASE, cases: [{ was: '甲公司诉乙公司案', plaintiffs: ['甲公司'] }] },
    ]);
  });

  test.each([
    [['2025-02-30'], 'Unexpected date "2025-02-30", expected a day such as 2025-03-31.\n'],
    [['2025-04-01'], 'There is no issue of 2025-04-01: the newest is of 2025-03-31.\n'],
    [['2025-03-31', '--all'], '--all takes no DAY: it shows all issues.\n'],
  ])('%j is refused with one sentence', async (args, stderr) => {
    expect(await desk(contentFolderWith(FILES), ...args)).toEqual({ code: 2, stdout: '', stderr });
  });

  test('without an issue says so', async () => {
    const { code, stderr } = await desk(contentFolderWith({}));
    expect([code, stderr]).toEqual([2, 'There is no issue yet: npm run new makes one.\n']);
  });
});

/** An editor who presses these keys, and makes these lines of those that she is given. */
function editor(keys: string[], lines: ((text: string) => string | undefined)[] = []) {
  const printed: string[] = [];
  const terminal: Terminal = {
    print: (text) => printed.push(text),
    key: () => Promise.resolve(keys.shift()),
    line: (text) => Promise.resolve(lines.shift()?.(text)),
  };
  return { terminal, printed };
}

async function ask(folder: string, terminal: Terminal) {
  const archive = await readWholeArchive(folder);
  return askAbout([...entriesIn(archive)], deskIn(folder, archive), terminal);
}

const fileIn = (folder: string) => readFileSync(join(folder, 'desk.yml'), 'utf8');

describe('an editor at the terminal', () => {
  test('is asked about each entry, and what she hides and changes is written', async () => {
    const folder = contentFolderWith(FILES);
    const { terminal } = editor(
      ['e', 'x', 'n'],
      [(text) => text.replace('施行 2025-06-01', '施行 2025-07-01')],
    );
    expect(await ask(folder, terminal)).toEqual({ right: 0, hidden: 1, changed: 1, undecided: [] });
    expect(fileIn(folder)).toBe(`- item: ${LAW}
  laws:
    - { name: 某省数据条例, steps: [ 通过 2025-03-20, 施行 2025-07-01 ] }
- item: ${CASE}
  hide: [甲公司诉乙公司案]
`);
    const { printed, terminal: again } = editor([]);
    expect(await ask(folder, again)).toMatchObject({ right: 0 });
    expect(printed).toEqual([]);
  });

  test('keeps the comments and the order of the file, and all entries of other items as they are', async () => {
    const before = `# 头
- item: /issues/2025-03-24#other  # 别的条目
  hide: [某案]  # 不是案

- item: ${LAW}  # 这一条
  hide:
    - 某某条例  # 不是法
  # 末尾
# 尾
`;
    const folder = contentFolderWith({ ...FILES, 'desk.yml': before });
    await ask(folder, editor(['n', 'y']).terminal);
    expect(fileIn(folder)).toBe(before.replace('# 不是法\n', '# 不是法\n    - 某省数据条例\n'));
  });

  test('is told what is wrong in her line, and gets it back', async () => {
    const folder = contentFolderWith(FILES);
    const { terminal, printed } = editor(
      ['e', 's'],
      [
        (text) => text.replace('通过', '表决'),
        (text) => text.replace('表决', '通过').replace('name: 某省', 'name: 那个'),
      ],
    );
    const answers = await ask(folder, terminal);
    expect(answers).toMatchObject({ changed: 1, undecided: ['案件 甲公司诉乙公司案'] });
    expect(printed.join('\n')).toContain('steps.0: expected a step such as 通过 2025-06-27');
    expect(fileIn(folder)).toContain('- { name: 那个数据条例, was: 某省数据条例 }');
  });

  test('is asked again when she empties the line, and what she did not change is right', async () => {
    const folder = contentFolderWith(FILES);
    const { terminal } = editor(['e', 'e', 'y', 'y'], [() => ' ', (text) => text]);
    expect(await ask(folder, terminal)).toMatchObject({ right: 3, changed: 0 });
    expect(existsSync(join(folder, 'desk.yml'))).toBe(false);
  });

  test('keeps what she answered when she ends with Ctrl-C, also in a line', async () => {
    for (const keys of [
      ['n', 'y'],
      ['n', 'y', 'e'],
    ]) {
      const folder = contentFolderWith(FILES);
      expect(await ask(folder, editor(keys).terminal)).toMatchObject({ hidden: 1, right: 1 });
      expect(fileIn(folder)).toBe(`- item: ${LAW}\n  hide: [某省数据条例]\n`);
    }
  });

  test('is not asked over a file with a fault', async () => {
    const folder = contentFolderWith({ ...FILES, 'desk.yml': '- hide: [某案]\n' });
    await expect(ask(folder, editor(['n']).terminal)).rejects.toThrow(
      /desk\.yml has a fault: npm run check shows it, with its place\.$/,
    );
    expect(fileIn(folder)).toBe('- hide: [某案]\n');
  });
});

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type Decision,
  parseDecisions,
  stillNeeded,
  writeDecisions,
} from '#lib/editor/inbox/decisions/decision.ts';
import { DecisionFile } from '#lib/editor/inbox/decisions/decision-file.ts';
import { temporaryFolder } from '#tests/support/content-folder.ts';

const declined = (key: string, on: Decision['on'] = '2025-03-31'): Decision => ({
  key: key.repeat(12),
  on,
  state: 'declined',
});
const kept = (key: string, more: Partial<Decision> = {}): Decision => ({
  key: key.repeat(12),
  on: '2025-03-31',
  state: 'kept',
  title: '某地公布上半年登记数量',
  url: `https://example.com/${key}?a=1&b=2`,
  source: '甲报',
  day: '2025-03-26',
  ...more,
});
const mapOf = (...decisions: Decision[]) => new Map(decisions.map((each) => [each.key, each]));

describe('the file of decisions', () => {
  test('says again what was written, sorted by the hashes, a line each', () => {
    const decisions = mapOf(declined('b'), kept('a'), kept('c', { title: '有\t制表\n符 ' }));
    const text = writeDecisions(decisions);
    expect(text.split('\n').map((line) => line[0])).toEqual(['#', 'a', 'b', 'c', undefined]);
    const read = parseDecisions(text);
    if (!(read instanceof Map)) throw new Error('a line cannot be read');
    expect(read.get('a'.repeat(12))).toEqual(kept('a'));
    expect(read.get('b'.repeat(12))).toEqual(declined('b'));
    expect(read.get('c'.repeat(12))).toMatchObject({ title: '有 制表 符 ' });
    expect(writeDecisions(read)).toBe(text);
  });

  test('may be merged: both lines of a conflict count, the later one, or the refusal', () => {
    const lines = (...decisions: Decision[]) =>
      writeDecisions(mapOf(...decisions))
        .split('\n')
        .slice(1)
        .join('\n');
    const text = `${lines(declined('a'))}<<<<<<< HEAD\n${lines(kept('b'), declined('c', '2025-03-30'))}=======\n${lines(declined('b'), kept('c'))}>>>>>>> other\n`;
    const read = parseDecisions(text);
    expect(read instanceof Map && [...read.values()].map(({ state }) => state)).toEqual([
      'declined',
      'declined',
      'kept',
    ]);
  });

  test.each([
    'x',
    'aaaaaaaaaaaa\t2025-02-30\tdeclined',
    'aaaaaaaaaaaa\t2025-03-31\tkept\t\t甲报\tfile:///a\t题',
  ])('has a place for the line %j that cannot be read', (line) => {
    expect(parseDecisions(`# head\n\n${line}\n`)).toEqual({ faultAt: 3 });
  });

  test('forgets what no feed names after three months, and nothing while a feed cannot be read', () => {
    const decisions = mapOf(
      declined('a', '2024-12-30'),
      declined('b', '2024-12-30'),
      declined('c'),
      kept('d'),
      kept('e'),
    );
    const since = {
      today: '2025-03-31' as const,
      named: new Set(['b'.repeat(12)]),
      isCited: (url: string) => url.includes('/e?'),
    };
    const needed = stillNeeded(decisions, since);
    expect([...needed.values()]).toEqual([declined('b', '2025-03-31'), declined('c'), kept('d')]);
    expect(stillNeeded(decisions, { ...since, named: undefined }).size).toBe(4);
  });

  test('is merged by git from two machines without a conflict', async () => {
    const folder = temporaryFolder();
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=甲', '-c', 'user.email=a@example.com', ...args], {
        cwd: folder,
        encoding: 'utf8',
        stdio: 'pipe',
      });
    const file = new DecisionFile(folder);
    const decide = (...decisions: Decision[]) =>
      file.change((known) => new Map([...known, ...mapOf(...decisions)]));
    const commit = () => git('commit', '-qam', 'x');
    git('init', '-q', '-b', 'main');
    const rule = readFileSync(join(import.meta.dirname, '../../../content/.gitattributes'), 'utf8');
    writeFileSync(join(folder, '.gitattributes'), rule);
    await decide(declined('5'));
    git('add', '.');
    commit();
    git('switch', '-qc', 'other');
    await decide(declined('4'), declined('6'), declined('7'));
    commit();
    git('switch', '-q', 'main');
    await decide(kept('4'), kept('8'));
    commit();
    git('merge', '-q', '--no-edit', 'other');
    const read = await file.read();
    expect([...read.values()].map(({ key, state }) => `${key[0]} ${state}`).sort()).toEqual([
      '4 declined',
      '5 declined',
      '6 declined',
      '7 declined',
      '8 kept',
    ]);
  });

  test('is read again before each change, and leaves no other file behind', async () => {
    const folder = temporaryFolder();
    const [one, other] = [new DecisionFile(folder), new DecisionFile(folder)];
    await one.change((known) => new Map([...known, ...mapOf(declined('a'))]));
    await other.change((known) => new Map([...known, ...mapOf(declined('b'))]));
    await Promise.all(
      ['c', 'd', 'e'].map((key) =>
        one.change((known) => new Map([...known, ...mapOf(declined(key))])),
      ),
    );
    expect([...(await other.read()).keys()].map(([first]) => first)).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
    ]);
    expect(readdirSync(folder)).toEqual(['inbox.tsv']);
  });

  test('is not written over when a line of it cannot be read', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'inbox.tsv'), 'x\n');
    const file = new DecisionFile(folder);
    const change = file.change(() => mapOf(declined('a')));
    await expect(change).rejects.toThrow(/inbox\.tsv:1 cannot be read: delete that line/);
    expect(readFileSync(join(folder, 'inbox.tsv'), 'utf8')).toBe('x\n');
  });
});

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readLedger } from '#lib/content/ledger/read-ledger.ts';
import type { LedgerRecord } from '#lib/content/ledger/record.ts';
import { writeLedger } from '#lib/content/ledger/write-ledger.ts';
import { repositoryWith } from '#tests/support/repository.ts';

const record = (
  name: string,
  asked: LedgerRecord['asked'],
  more: Partial<LedgerRecord> = {},
): LedgerRecord => ({
  url: `https://${name}.example/1`,
  state: 'stands',
  since: '2025-04-01',
  asked,
  ...more,
});

test('two branches that asked the same addresses are merged without a conflict', () => {
  const before = [record('a', '2025-04-01'), record('b', '2025-04-01')];
  const folder = repositoryWith({ '2025.jsonl': writeLedger(before) });
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.com', ...args], {
      cwd: folder,
    });
  const commit = (...records: LedgerRecord[]) => {
    writeFileSync(join(folder, 'ledger/2025.jsonl'), writeLedger(records));
    git('commit', '-q', '-a', '-m', 'x');
  };
  writeFileSync(join(folder, 'ledger/.gitattributes'), '*.jsonl merge=union\n');
  git('add', '.');
  git('commit', '-q', '-m', 'x');
  git('checkout', '-q', '-b', 'other');
  commit(record('a', '2025-04-02'), record('aa', '2025-04-02'), record('b', '2025-04-02'));
  git('checkout', '-q', '-');
  const gone = { state: 'gone', since: '2025-04-03' } as const;
  commit(record('a', '2025-04-03', gone), record('ab', '2025-04-03'), record('b', '2025-04-03'));
  git('merge', '-q', 'other');

  const text = readFileSync(join(folder, 'ledger/2025.jsonl'), 'utf8');
  const { ledger, diagnostics } = readLedger([{ path: 'ledger/2025.jsonl', text }]);
  expect(diagnostics.flatMap(({ messages }) => messages)).toEqual([]);
  const states = [...ledger.values()].map(({ url, state, asked }) => `${url} ${state} ${asked}`);
  expect(states.sort()).toEqual([
    'https://a.example/1 gone 2025-04-03',
    'https://aa.example/1 stands 2025-04-02',
    'https://ab.example/1 stands 2025-04-03',
    'https://b.example/1 stands 2025-04-03',
  ]);
});

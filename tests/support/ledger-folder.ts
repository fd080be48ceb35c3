import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLedger } from '#lib/content/ledger/read-ledger.ts';
import { addDays, dayIn } from '#lib/site/dates.ts';
import { callCommand } from './call-command.ts';
import { contentFolderWith } from './content-folder.ts';

/** The day on which a command in a test asks, and the day before. */
export const TODAY = dayIn('Asia/Shanghai', new Date());
export const YESTERDAY = addDays(TODAY, -1);
const FILE = `ledger/${TODAY.slice(0, 4)}.jsonl`;

/** A content folder for one test, whose issue of today cites addresses. */
export function folderCiting(...urls: string[]): string {
  const items = urls.map((url, index) => `### 消息之${index}\n\n正文。\n\n来源：[某报](${url})\n`);
  return contentFolderWith({ [`${TODAY}.md`]: `## 产业要闻\n\n${items.join('\n')}` });
}

/** Runs `npm run sources` without pauses, on this machine. */
export function runSources(folder: string, ...args: string[]) {
  return callCommand(['sources', '--allow-private', '--pause', '0', ...args], {
    CONTENT_DIR: folder,
    INIT_CWD: folder,
  });
}

export function ledgerText(folder: string): string {
  return readFileSync(join(folder, FILE), 'utf8');
}

export function recordsIn(folder: string) {
  return readLedger([{ path: FILE, text: ledgerText(folder) }]).ledger;
}

/** Puts every day of the ledger one day back, as if a day had passed. */
export function letADayPass(folder: string): void {
  writeFileSync(join(folder, FILE), ledgerText(folder).replaceAll(TODAY, YESTERDAY));
}

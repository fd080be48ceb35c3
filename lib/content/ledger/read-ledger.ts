import { parseJson } from '#lib/site/parse-json.ts';
import { Diagnostics } from '../faults/diagnostics.ts';
import { reportEncoding, type TextFile } from '../text-file.ts';
import { lowerFirst } from '../yaml/read-yaml.ts';
import { joinRecords } from './join-records.ts';
import { type LedgerRecord, recordSchema } from './record.ts';

/** The records of a ledger by the cited address. */
export type Ledger = ReadonlyMap<string, LedgerRecord>;

/** What ledger files say. `places` has the path of the file that first names an address. */
export type ReadLedgerFiles = {
  ledger: Ledger;
  places: ReadonlyMap<string, string>;
  diagnostics: Diagnostics[];
};

/**
 * Reads the files of a ledger: one record a line, as JSON. Where two branches were merged, an address may have two
 * lines: they are joined. A line with a fault is left out.
 */
export function readLedger(files: readonly TextFile[]): ReadLedgerFiles {
  const ledger = new Map<string, LedgerRecord>();
  const places = new Map<string, string>();
  const diagnostics = files.map((file) => {
    const own = new Diagnostics(file.path, file.text);
    reportEncoding(file, own);
    let start = 0;
    for (const line of file.text.split('\n')) {
      const record = line.trim() === '' ? undefined : readLine(line, start, own);
      start += line.length + 1;
      if (record === undefined) continue;
      const other = ledger.get(record.url);
      ledger.set(record.url, other === undefined ? record : joinRecords(other, record));
      if (other === undefined) places.set(record.url, file.path);
    }
    return own;
  });
  return { ledger, places, diagnostics };
}

/** The record of a line that begins at the offset `start`; `undefined` where it has a fault, which is reported. */
function readLine(line: string, start: number, diagnostics: Diagnostics): LedgerRecord | undefined {
  const value = parseJson(line);
  if (value === undefined) {
    const reason = /^(?:<{7}|={7}|>{7})/.test(line)
      ? 'Unexpected mark of a merge conflict, expected the lines of both sides without the marks: the newer counts'
      : 'Unexpected line that is no JSON, expected one record as `npm run sources` writes it';
    diagnostics.report('registry-invalid', reason, start);
    return undefined;
  }
  const result = recordSchema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const field = issue.path.length === 0 ? '' : ` for \`${issue.path.join('.')}\``;
    const message = lowerFirst(issue.message.replace(/^[A-Z][a-z ]+: (?=expected )/, ''));
    const reason =
      issue.code === 'unrecognized_keys'
        ? `Unexpected key \`${issue.keys.join('`, `')}\`, expected one of ${KEYS}`
        : `Unexpected value${field}, ${message}`;
    diagnostics.report('registry-invalid', reason, start + offsetOf(line, issue.path[0]));
  }
  return undefined;
}

const KEYS = Object.keys(recordSchema.shape).join(', ');

/** Where a key stands in a line; the start of the line where it is missing. */
function offsetOf(line: string, key: PropertyKey | undefined): number {
  return key === undefined ? 0 : Math.max(0, line.indexOf(`"${String(key)}":`));
}

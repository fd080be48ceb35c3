import type { Archive } from '#lib/content/archive.ts';
import type { Diagnostics } from '#lib/content/faults/diagnostics.ts';
import type { Issue } from '#lib/content/issue.ts';
import { type Entry, entriesIn } from '#lib/content/queries.ts';
import { deskPlaces } from '#lib/content/registries/desk-places.ts';
import type { JoinEntry } from '#lib/desk/corrections/desk-entry.ts';
import { actsOf } from '#lib/desk/lists/acts.ts';
import { casesOf } from '#lib/desk/lists/cases.ts';
import { permalinkOf } from '#lib/site/permalink.ts';
import { type Misfit, misfitsOf } from './desk-misfits.ts';
import { lostItem } from './item-addresses.ts';

/**
 * Reports what in `desk.yml` does not fit: items and pages that do not exist, corrections that add too little to be
 * listed, and those that change nothing.
 * @param written every issue. Issues that are not public yet count too
 */
export function checkDesk(
  archive: Archive,
  written: readonly Issue[],
  diagnostics: readonly Diagnostics[],
): void {
  const file = diagnostics.find(({ path }) => path === 'desk.yml');
  if (file === undefined || archive.desk.length === 0) return;
  const issues = written.toSorted((a, b) => (a.date < b.date ? 1 : -1));
  const whole = { ...archive, issues };
  const entries = new Map<string, Entry>();
  for (const entry of entriesIn(whole)) entries.set(permalinkOf(entry), entry);
  const placeOf = deskPlaces(file.text);
  for (const correction of archive.desk) {
    if ('join' in correction) continue;
    const entry = entries.get(correction.item);
    const misfits: Misfit[] =
      entry === undefined
        ? [{ rule: 'registry-invalid', reason: lostItem(correction.item, written), at: ['item'] }]
        : misfitsOf(
            correction,
            archive.factsOf(entry.item, entry.issue.date).desk,
            entry.item.title,
          );
    for (const { rule, reason, at } of misfits) file.report(rule, reason, placeOf(correction, at));
  }
  const joins = archive.desk.flatMap((entry) => ('join' in entry ? [entry] : []));
  if (joins.length === 0) return;
  const unjoined = { ...whole, desk: archive.desk.filter((entry) => 'item' in entry) };
  for (const entry of joins)
    for (const { rule, reason, at } of misfitsOfJoin(entry, unjoined))
      file.report(rule, reason, placeOf(entry, at));
}

/** @param archive an archive in which nothing is joined by an editor */
function misfitsOfJoin({ join: { list, ids }, name }: JoinEntry, archive: Archive): Misfit[] {
  const { byId, moved } = list === 'laws' ? actsOf(archive) : casesOf(archive);
  const found = ids.map((id) => byId.get(id) ?? moved.find(({ from }) => from === id)?.to);
  const lost = found.flatMap((each, index): Misfit[] => {
    if (each !== undefined) return [];
    const page = list === 'laws' ? 'law' : 'case';
    const reason = `Unexpected address /${list}/${ids[index]}, where no ${page} is, expected the address of its page`;
    return [{ rule: 'registry-invalid', reason, at: ['join', index] }];
  });
  if (lost.length > 0 || new Set(found).size > 1 || (name ?? found[0]?.name) !== found[0]?.name)
    return lost;
  const reason = 'Unexpected entry that changes nothing, expected it to be taken out';
  return [{ rule: 'desk-unfit', reason, at: [] }];
}

import type { Attribution, Issue } from '#lib/content/issue.ts';
import type { Entry } from '#lib/content/queries.ts';
import type { FieldChange, ItemDifference } from './difference.ts';
import { type ItemPair, matchItems } from './match-items.ts';
import { runsOf } from './text-runs.ts';

/** The items that differ between two versions of an issue. */
export function compareItems(before: Issue, after: Issue): ItemDifference[] {
  return matchItems(before, after).flatMap((pair) => compareItem(pair) ?? []);
}

/** An item as it is listed where its whole issue is new or was removed. */
export function listItem(kind: 'new' | 'removed', { item, section }: Entry): ItemDifference {
  return { kind, id: item.id, title: item.title, section: section.name, notes: [], fields: [] };
}

/** @returns `undefined` where nothing that is published differs */
function compareItem(pair: ItemPair): ItemDifference | undefined {
  const { before, after } = pair;
  if (after === undefined) return { ...listItem('removed', before), fields: fieldsOf(before) };
  if (before === undefined) {
    return { ...listItem('new', after), fields: fieldsOf(undefined, after) };
  }
  const fields = fieldsOf(before, after);
  const notes = notesOf(before, after, fields);
  if (pair.isReordered) notes.push('在栏目里换了先后');
  if (fields.length + notes.length === 0) return undefined;
  const { id, title } = after.item;
  return { kind: 'changed', id, title, section: after.section.name, notes, fields };
}

function notesOf(before: Entry, after: Entry, fields: readonly FieldChange[]): string[] {
  const notes: string[] = [];
  const [old, now] = [before.item, after.item];
  if (old.id !== now.id) notes.push(`编号从 ${old.id} 改成 ${now.id}，文字大致相同`);
  if (before.section.id !== after.section.id) {
    notes.push(`从「${before.section.name}」移到「${after.section.name}」`);
  }
  // The text of an item has its corrections too.
  const added = now.corrections.length - old.corrections.length;
  if (added !== 0) notes.push(added > 0 ? `新增更正${added}处` : `少了更正${-added}处`);
  const sameText = old.text === now.text && !fields.some(({ field }) => field === LINKS);
  if (sameText && old.html.__html !== now.html.__html) notes.push('格式有改动，文字没有');
  return notes;
}

const LINKS = '正文里的链接和图片';

/** The parts of an item that differ. One of both may be missing. */
function fieldsOf(before?: Entry, after?: Entry): FieldChange[] {
  const [old, now] = [before?.item, after?.item];
  return [
    ...changeOf('标题', old?.title, now?.title),
    ...changeOf('正文', old?.text, now?.text),
    ...changeOf(LINKS, addressesIn(old?.html.__html), addressesIn(now?.html.__html)),
    ...changeOf('来源', sourcesOf(old?.attributions), sourcesOf(now?.attributions)),
  ];
}

/** A part that differs, or nothing. */
export function changeOf(field: string, before = '', after = ''): FieldChange[] {
  return before === after ? [] : [{ field, runs: runsOf(before, after) }];
}

function sourcesOf(attributions: readonly Attribution[] = []): string {
  return attributions
    .map(({ source, url, date }) => [source.name, url, date].filter(Boolean).join(' '))
    .join('\n');
}

/** The addresses of links and pictures in sanitized HTML, in which only quotation marks end an attribute. */
export function addressesIn(html = ''): string {
  return Array.from(html.matchAll(/ (?:href|src)="([^"]*)"/g), ([, address = '']) =>
    address.replaceAll('&#x26;', '&').replaceAll('&amp;', '&'),
  ).join('\n');
}

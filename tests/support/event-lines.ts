import { plainItem, readDesk } from '#lib/desk/read-item.ts';
import { readReferences } from '#lib/references/read-references.ts';
import { findEntities } from './references.ts';

const date = '2025-11-24';

/** The events of a text, in simplified characters, each as its name and its days. */
export function eventsIn(text: string): string[] {
  const item = { title: '标题', text };
  const { events } = readDesk(item, readReferences(plainItem(item), { date, findEntities }), date);
  return events.map(({ name, kind, from, to }) => {
    const days = kind === 'deadline' || from === to ? to : `${from ?? ''}..${to ?? ''}`;
    return `${plainItem({ title: name, text: '' }).title} ${days}`;
  });
}

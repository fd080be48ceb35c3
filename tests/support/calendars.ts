import ICAL from 'ical.js';
import { convertIcsCalendar } from 'ts-ics';

const SECONDS_A_DAY = 86_400;

/** An event of whole days as programs read it: `start` is a `YYYY-MM-DD`, `days` how many there are. */
export type ReadEvent = {
  uid: string;
  name: string;
  start: string;
  days: number;
  description: string;
  url: string;
  kinds: string;
  stamp: string;
};

/**
 * The events of an iCalendar text, read by two programs. They differ in how they unfold lines and undo escapes, so
 * a fault that one of them forgives is seen by the other.
 * @throws {Error} where one of them cannot read it, or where they do not read the same
 */
export function readCalendar(text: string): ReadEvent[] {
  const [first, second] = [readByIcal(text), readByTsIcs(text)];
  const [one, other] = [JSON.stringify(first, null, 1), JSON.stringify(second, null, 1)];
  if (one !== other) throw new Error(`ical.js reads ${one}\nts-ics reads ${other}`);
  return first;
}

function readByIcal(text: string): ReadEvent[] {
  const component = new ICAL.Component(ICAL.parse(text));
  if (component.name !== 'vcalendar') throw new Error(`ical.js reads a ${component.name}`);
  return component.getAllSubcomponents('vevent').map((each) => {
    const event = new ICAL.Event(each);
    if (!event.startDate.isDate) throw new Error(`ical.js reads an hour in ${event.uid}`);
    const property = (name: string) => String(each.getFirstPropertyValue(name));
    return {
      uid: event.uid,
      name: event.summary,
      start: event.startDate.toString(),
      days: event.duration.toSeconds() / SECONDS_A_DAY,
      description: event.description,
      url: property('url'),
      kinds: property('categories'),
      stamp: property('dtstamp'),
    };
  });
}

function readByTsIcs(text: string): ReadEvent[] {
  const { events = [] } = convertIcsCalendar(undefined, text);
  return events.map(
    ({ uid, summary, start, end, duration, description, url, categories, stamp }) => {
      if (start.type !== 'DATE' || end?.type === 'DATE-TIME')
        throw new Error(`ts-ics reads an hour in ${uid}`);
      const days =
        end === undefined || end === null
          ? duration?.days
          : (end.date.getTime() - start.date.getTime()) / 1000 / SECONDS_A_DAY;
      return {
        uid,
        name: summary,
        start: start.date.toISOString().slice(0, 10),
        days: days ?? 1,
        description: String(description),
        url: String(url),
        kinds: String(categories),
        stamp: stamp.date.toISOString().replace('.000', ''),
      };
    },
  );
}

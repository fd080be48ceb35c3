import { fieldOf, firstMeta, type Marks } from './read-marks.ts';
import { lastPart } from './read-title.ts';
import { textOf } from './structured-data.ts';

const SITE_NAMES = ['og:site_name', 'sitename', 'application-name', 'dc.publisher', 'publisher'];
/** Used only where nothing else is said: some sites name there where they took the text from. */
const OTHERS = ['contentsource', 'source', 'apple-mobile-web-app-title', 'copyright'];

/** The name of the publisher as the page gives it. */
export function readPublisher(marks: Marks): string | undefined {
  const names = [
    ...fieldOf(marks, 'publisher').map(textOf),
    firstMeta(marks, SITE_NAMES),
    ...fieldOf(marks, 'sourceOrganization').map(textOf),
    lastPart(marks.title),
    firstMeta(marks, OTHERS),
  ];
  return names.map(plainName).find((name) => name !== undefined);
}

/** A name; not an address or a handle. */
function plainName(name: string | undefined): string | undefined {
  const plain = name?.replace(/^(?:来源|稿源|©|Copyright)[:：\s]*/i, '').trim();
  if (plain === undefined || plain === '' || plain.length > 60) return undefined;
  return /^(?:https?:|www\.|@)/i.test(plain) ? undefined : plain;
}

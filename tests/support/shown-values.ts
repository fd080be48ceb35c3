import { attributeOf, find, type ShownPage, squeeze } from './shown-page.ts';

const TIME_ZONE = 'Asia/Shanghai';

/** The texts, numbers, days and addresses anywhere in a node that the page does not show. */
export function valueFaults(node: object, page: ShownPage, canonical: string): string[] {
  const attributes = (name: string) =>
    page.elements.flatMap((each) => attributeOf(each, name) ?? []);
  const links = new Set(
    attributes('href').flatMap((href) =>
      URL.canParse(href, canonical) ? [href, new URL(href, canonical).href] : [],
    ),
  );
  const days = new Set(attributes('datetime'));
  const described = attributeOf(find(page, 'meta', 'name', 'description'), 'content');
  const shows = (text: string) => page.text.includes(squeeze(text));
  const isShown = (key: string, value: string): boolean => {
    // Nothing may be said of who made a report, and of rights.
    if (/^(creator|copyrightHolder)$/.test(key)) return false;
    // Pictures of the page are named in its head.
    if (/^(image|logo)$/.test(key))
      return attributes('content').includes(value) || links.has(value);
    if (
      /^@(type|context)$|^(position|numberOfItems|inLanguage|query-input|mainEntityOfPage)$/.test(
        key,
      )
    )
      return true;
    if (key === 'description') return shows(value) || value === described;
    if (key === 'issueNumber') return shows(`第${value}期`);
    // A page of one year of a list need not lead to the list itself.
    if (/^(url|@id)$/.test(key)) return links.has(value) || canonical.startsWith(`${value}/`);
    if (/^date/.test(key)) return days.has(dayOf(value)) || shows(dayOf(value));
    if (key === 'urlTemplate') {
      const field = attributeOf(find(page, 'input', 'type', 'search'), 'name');
      const action = attributeOf(find(page, 'form'), 'action');
      return value === `${new URL(canonical).origin}${action}?${field}={search_term_string}`;
    }
    return shows(value);
  };
  return Object.entries(node).flatMap(([key, value]) => {
    if (typeof value === 'object') {
      const inside = Array.isArray(value) ? value : [value];
      return inside.flatMap((each) => valueFaults(each, page, canonical));
    }
    return isShown(key, String(value)) ? [] : [`${key} ${value} is not shown`];
  });
}

/** The day of an instant in the time zone of the publication; a day stays as it is. */
function dayOf(date: string): string {
  if (date.length === 10) return date;
  return new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE }).format(new Date(date));
}

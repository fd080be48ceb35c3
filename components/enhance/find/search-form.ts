import { type Filter, isFiltered } from '#lib/search/find.ts';

/** The filters of the form, as they are named in addresses. */
const FIELDS = ['section', 'topic', 'source', 'month', 'from', 'to'] as const;

/** The filter that an address asks for. */
export function readFilter(asked: URLSearchParams): Filter {
  const filter: Filter = {};
  for (const name of FIELDS) {
    const value = asked.get(name);
    if (value) filter[name] = value;
  }
  return filter;
}

/** Whether a year has days that a filter lets pass. */
export function isYearAsked(
  year: string,
  { from = '', to = '9999', month = year }: Filter,
): boolean {
  return from.slice(0, 4) <= year && year <= to.slice(0, 4) && month.startsWith(year);
}

/** Fills the form from the page's address, and makes it leave out empty fields when it is submitted. */
export function fillForm(form: HTMLFormElement, asked: URLSearchParams): void {
  for (const name of ['q', ...FIELDS]) {
    const field = form.elements.namedItem(name);
    const value = asked.get(name) ?? '';
    if (field instanceof HTMLInputElement) field.value = value;
    if (!(field instanceof HTMLSelectElement)) continue;
    // A filter of the address is shown even if it is none of the choices.
    if (![...field.options].some((option) => option.value === value))
      field.add(new Option(value, value));
    field.value = value;
  }
  const filters = form.querySelector('details');
  if (filters !== null) filters.open = isFiltered(readFilter(asked));
  form.addEventListener('formdata', ({ formData }) => {
    for (const [name, value] of [...formData]) if (value === '') formData.delete(name);
  });
}

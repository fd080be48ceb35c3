import type { PageSettings } from '../messages.ts';

/** What the server has written for this page. */
export const settings: PageSettings = JSON.parse(document.documentElement.dataset.settings ?? '');

/** The element with an id. @throws Error when the page has none of that class */
export function find<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const element = document.getElementById(id);
  if (element instanceof kind) return element;
  throw new Error(`the page has no ${id}`);
}

/** Makes an element with what is in it. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  ...inside: (string | Node)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.append(...inside);
  return element;
}

/** Makes a button that does something. */
export function makeButton(label: string, act: () => void): HTMLButtonElement {
  const button = make('button', label);
  button.type = 'button';
  button.addEventListener('click', act);
  return button;
}

/** Says something in the line below the tools, which screen readers read aloud. */
export function say(text: string): void {
  find('state', HTMLElement).textContent = text;
}

/** Shows something above the text until it is closed. @returns a function that closes it */
export function notify(title: string, ...inside: (string | Node)[]): () => void {
  const notice = make('section', make('h2', title), ...inside);
  notice.setAttribute('role', 'alert');
  const close = () => notice.remove();
  find('notices', HTMLElement).replaceChildren(notice);
  return close;
}

/** The sentence of an error. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Shows why something did not work: the first line as a title, the rest as it is. */
export function complain(error: unknown): void {
  const [title = '', ...rest] = reasonOf(error).split('\n');
  const inside = rest.length === 0 ? [] : [makeListing(rest.join('\n').trim())];
  const close = notify(
    title,
    ...inside,
    makeButton('知道了', () => close()),
  );
}

/** Lines as a program prints them. They can be scrolled with the keyboard. */
export function makeListing(text: string): HTMLPreElement {
  const listing = make('pre', text);
  listing.tabIndex = 0;
  return listing;
}

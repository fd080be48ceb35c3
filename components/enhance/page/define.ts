/**
 * Defines custom elements, at once on a printed page. On a page that Next serves, it waits until React has hydrated the
 * page, because React reports an error about elements that it did not render.
 */
export function define(elements: Record<string, CustomElementConstructor>): void {
  whenReady(() => {
    for (const [name, element] of Object.entries(elements)) {
      if (!customElements.get(name)) customElements.define(name, element);
    }
  });
}

/** Calls a function at once on a printed page, and after hydration on a page that Next serves. */
export function whenReady(run: () => void): void {
  if (document.querySelector('script[src^="/_next/"]') === null) {
    run();
    return;
  }
  // React hydrates a long page in slices, with no idle time between them.
  const whenIdle = () => ('requestIdleCallback' in window ? requestIdleCallback(run) : run());
  const afterHydration = () => setTimeout(whenIdle, 300);
  if (document.readyState === 'complete') afterHydration();
  else addEventListener('load', afterHydration, { once: true });
}

type Attributes = Record<string, string | (() => void)>;

/** Makes an element with attributes, listeners (`onclick`) and children. */
export function h(
  name: string,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElement {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'string') element.setAttribute(key, value);
    else element.addEventListener(key.slice(2), value);
  }
  element.append(...children);
  return element;
}

/**
 * Defines custom elements once the page is the reader's. A printed page is so at once; where Next serves
 * it, React must first have taken it over, for it would object to what the elements add.
 */
export function define(elements: Record<string, CustomElementConstructor>): void {
  whenReady(() => {
    for (const [name, element] of Object.entries(elements)) {
      if (!customElements.get(name)) customElements.define(name, element);
    }
  });
}

export function whenReady(run: () => void): void {
  if (document.querySelector('script[src^="/_next/"]') === null) {
    run();
    return;
  }
  // It takes over a long page in slices, with nothing idle between them.
  const whenIdle = () => ('requestIdleCallback' in window ? requestIdleCallback(run) : run());
  const afterHydration = () => setTimeout(whenIdle, 300);
  if (document.readyState === 'complete') afterHydration();
  else addEventListener('load', afterHydration, { once: true });
}

type Attributes = Record<string, string | (() => void)>;

/** An element with attributes, listeners (`onclick`) and children. */
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

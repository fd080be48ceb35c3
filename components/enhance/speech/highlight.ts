const NAME = 'read-aloud';

/** Marks what is read, and scrolls to it where it is out of view. Nothing in the page is changed or moved. */
export function highlight(range: Range): void {
  const element = range.startContainer.parentElement;
  if ('highlights' in CSS) CSS.highlights.set(NAME, new Highlight(range));
  else {
    clearHighlight();
    element?.classList.add(NAME);
  }
  const { top, bottom } = range.getBoundingClientRect();
  const bar = document.querySelector('.reader')?.getBoundingClientRect().height ?? 0;
  if (top >= 0 && bottom <= innerHeight - bar) return;
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element?.scrollIntoView({ block: 'center', behavior: isStill ? 'auto' : 'smooth' });
}

export function clearHighlight(): void {
  if ('highlights' in CSS) CSS.highlights.delete(NAME);
  for (const element of document.querySelectorAll(`.${NAME}`)) element.classList.remove(NAME);
}

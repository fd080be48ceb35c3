/**
 * The keys of the page of candidates: j and k move, a takes, x declines, l keeps for later, o opens the report, u undoes
 * the last decision. A key presses the button that is there without a script too.
 */
const BUTTONS: Readonly<Record<string, string>> = { a: 'take', x: 'decline', l: 'keep' };

const candidates = Array.from(document.querySelectorAll<HTMLElement>('.candidate'));

/** The candidate with the focus. */
function current(): HTMLElement | undefined {
  return document.activeElement?.closest<HTMLElement>('.candidate') ?? undefined;
}

function move(step: 1 | -1): void {
  const visible = candidates.filter((each) => each.checkVisibility());
  const focused = current();
  const at = focused === undefined ? -1 : visible.indexOf(focused);
  const next = visible[Math.min(Math.max(at + step, 0), visible.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

function press(selector: string, within: ParentNode | undefined): void {
  within?.querySelector<HTMLButtonElement>(selector)?.click();
}

document.addEventListener('keydown', (event) => {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (target instanceof HTMLSelectElement || target instanceof HTMLInputElement) return;
  if (key === 'j') move(1);
  else if (key === 'k') move(-1);
  else if (key === 'u') press('[value="undo"]', document);
  else if (key === 'o') press('h2 a', current());
  else if (BUTTONS[key] !== undefined) press(`[value="${BUTTONS[key]}"]`, current());
  else return;
  event.preventDefault();
});

// A decision sends the page anew; its address names the candidate to go on with.
const named = document.getElementById(location.hash.slice(1));
(named ?? candidates[0])?.focus({ preventScroll: named === null });

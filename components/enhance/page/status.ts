import rules from '#components/enhance/page/status.css';
import { adoptStyles } from './adopt-styles.ts';
import { h } from './define.ts';

/** How long a message stays, in ms. It stays longer while the pointer or the focus is in it. */
const SHOWN = 8000;
/**
 * How long the empty region stands in the page before it gets its message, in ms. Screen readers announce only changes
 * of a region that was there before.
 */
const KNOWN = 100;

/**
 * Tells the reader something in a line at the bottom of the window, which moves nothing on the page. All scripts of a
 * page share this one live region, and a new message replaces the one before.
 * @returns when the message is in the page, so that a button in it can take the focus
 */
export async function say(message: string | Node): Promise<void> {
  const region = findRegion();
  const said = h('span');
  region.replaceChildren(said);
  await wait(KNOWN);
  // A later message may have replaced it. Then it is filled outside the page, where nobody meets it.
  said.append(message);
  void removeLater(said);
}

async function removeLater(said: Element): Promise<void> {
  do await wait(SHOWN);
  while (said.matches(':hover, :focus-within'));
  said.remove();
}

const wait = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

/** The page's live region. Each script has its own copy of this module, so it is looked up in the document. */
function findRegion(): HTMLElement {
  const known = document.querySelector<HTMLElement>('body > [role=status]');
  if (known !== null) return known;
  adoptStyles(rules);
  const region = h('p', { role: 'status' });
  document.body.append(region);
  return region;
}

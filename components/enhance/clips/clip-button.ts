import * as paths from '#lib/site/browser-paths.ts';
import type { ShownItem } from '../item/shown-item.ts';
import { h } from '../page/define.ts';
import { onReturn } from '../reader/returns.ts';
import { keyOf, readClips, storeClips, storedClips } from './clips.ts';

/** A toggle button that adds an item to the reader's selection or removes it. `say` tells how many are in it. */
export function clipButton(
  { date, id }: ShownItem,
  say: (said: Node | string) => void,
): HTMLElement {
  const own = `${date}.${id}`;
  const button = h('button', { type: 'button' }, '选编');
  const isIn = () => storedClips().some((clip) => keyOf(clip) === own);
  const show = () => button.setAttribute('aria-pressed', String(isIn()));
  button.addEventListener('click', () => {
    const others = storedClips().filter((clip) => keyOf(clip) !== own);
    const clips = isIn() ? others : [...others, ...readClips(own)];
    const link = h('a', { href: paths.clipping() }, `选编（${clips.length}条）`);
    say(storeClips(clips) ? link : '浏览器不允许保存');
    show();
  });
  show();
  onReturn(show);
  return button;
}

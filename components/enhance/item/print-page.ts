import { h } from '../page/define.ts';

/** A button that prints the page. */
export class PrintPage extends HTMLElement {
  connectedCallback(): void {
    if (this.firstChild) return;
    this.append(h('button', { type: 'button', onclick: () => print() }, '打印'));
  }
}

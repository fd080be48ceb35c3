import { h } from '../page/define.ts';
import { say } from '../page/status.ts';
import { recall, remember } from '../reader/store.ts';
import { Player } from './player.ts';
import { chineseVoices, chooseVoice } from './voices.ts';

const RATES: [value: string, name: string][] = [
  ['0.75', '慢'],
  ['1', '正常'],
  ['1.25', '稍快'],
  ['1.5', '快'],
  ['2', '很快'],
];

/** Puts the bar that reads aloud at the bottom of the window, and begins with the item of an element. */
export class ReaderBar {
  readonly #element = h('section', { class: 'reader', 'aria-label': '朗读' });
  readonly #play = button('暂停', () => this.#toggle());
  readonly #voices = select('声音');
  #opener: Element | null = null;
  readonly #player = new Player({
    voice: () => chooseVoice(speechSynthesis.getVoices(), recall('voice')),
    rate: () => Number(recall('rate') ?? 1),
    onChange: (isReading) => {
      this.#play.textContent = isReading ? '暂停' : '继续';
    },
    onFailure: () => void say('朗读中断了，请再按一次“继续”，或换一个声音'),
  });

  constructor() {
    const rates = select('速度');
    rates.append(...options(RATES, recall('rate') ?? '1'));
    rates.addEventListener('change', () => this.#keep('rate', rates));
    this.#voices.addEventListener('change', () => this.#keep('voice', this.#voices));
    this.#element.append(
      button('上一条', () => this.#player.toPreviousItem()),
      this.#play,
      button('下一条', () => this.#player.toNextItem()),
      button('关闭', () => this.close()),
      rates,
      this.#voices,
    );
    this.#element.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.close();
    });
    // Otherwise Chromium reads on after the page was left.
    addEventListener('pagehide', () => this.#player.pause());
  }

  open(from: Element): void {
    this.#opener = document.activeElement;
    const voices = chineseVoices(speechSynthesis.getVoices());
    const chosen = chooseVoice(voices, recall('voice'))?.voiceURI ?? '';
    const named = voices.map(({ voiceURI, name }): [string, string] => [voiceURI, name]);
    this.#voices.replaceChildren(...options(named, chosen));
    document.body.append(this.#element);
    const { height } = this.#element.getBoundingClientRect();
    // Room at the end of the page, and above the bar for what has the focus and for messages.
    document.documentElement.style.setProperty('--below', `${height}px`);
    this.#play.focus({ preventScroll: true });
    this.#player.readFrom(from);
  }

  close(): void {
    this.#player.stop();
    this.#element.remove();
    document.documentElement.style.removeProperty('--below');
    if (this.#opener instanceof HTMLElement) this.#opener.focus({ preventScroll: true });
  }

  #toggle(): void {
    if (this.#player.isReading) this.#player.pause();
    else this.#player.resume();
  }

  #keep(setting: 'rate' | 'voice', { value }: HTMLSelectElement): void {
    remember(setting, value);
    // What is being read is read again in the new way.
    if (this.#player.isReading) this.#player.resume();
  }
}

function options(choices: readonly [value: string, name: string][], chosen: string): Element[] {
  return choices.map(([value, name]) =>
    h('option', { value, ...(value === chosen ? { selected: '' } : {}) }, name),
  );
}

function button(label: string, onclick: () => void): HTMLElement {
  return h('button', { type: 'button', onclick }, label);
}

function select(label: string): HTMLSelectElement {
  const element = document.createElement('select');
  element.setAttribute('aria-label', label);
  return element;
}

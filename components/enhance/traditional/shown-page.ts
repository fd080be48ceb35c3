import { textRuns } from '../page/text-runs.ts';

/** What a text or an attribute was, and what is shown instead. */
type Change = { written: string; shown: string };

const HAN = /\p{Script=Han}/u;
const ATTRIBUTES = ['aria-label', 'placeholder', 'alt', 'title'];
const WITH_ATTRIBUTES = ATTRIBUTES.map((name) => `[${name}]`).join();
/** Other languages, Chinese that is traditional already, and options whose text is the value that a form sends. */
const KEPT =
  '[lang]:not([lang|=zh]),[lang=zh-TW],[lang=zh-HK],[lang=zh-MO],[translate=no],' +
  'script,style,noscript,template,textarea,[contenteditable],option:not([value])';

/**
 * Shows a page in other characters: its title, its texts and the attributes that are read, but no address, no id and no
 * value of a form. What scripts add later is converted too. Everything can be shown as it was written again.
 */
export class ShownPage {
  readonly #convert: (text: string) => string;
  readonly #language: Change;
  readonly #texts = new Map<Text, Change>();
  readonly #attributes = new Map<Attr, Change>();
  readonly #observer = new MutationObserver((records) => this.#follow(records));

  constructor(convert: (text: string) => string, language: string) {
    this.#convert = (text) => (HAN.test(text) ? convert(text) : text);
    this.#language = { written: document.documentElement.lang, shown: language };
  }

  show(): void {
    document.documentElement.lang = this.#language.shown;
    this.#showIn(document.documentElement);
    this.#observer.observe(document.documentElement, {
      attributeFilter: ATTRIBUTES,
      characterData: true,
      childList: true,
      subtree: true,
    });
  }

  showAsWritten(): void {
    this.#observer.disconnect();
    document.documentElement.lang = this.#language.written;
    // What a script has changed since is not ours any more.
    for (const [text, { written, shown }] of this.#texts)
      if (text.data === shown) text.data = written;
    for (const [attribute, { written, shown }] of this.#attributes)
      if (attribute.value === shown) attribute.value = written;
    this.#texts.clear();
    this.#attributes.clear();
  }

  /** Converts where the page has changed, each place once. */
  #follow(records: readonly MutationRecord[]): void {
    const changed = records.map(({ target }) =>
      target instanceof Element ? target : target.parentElement,
    );
    for (const element of new Set(changed)) if (element?.isConnected) this.#showIn(element);
    // What is recorded by now are our own changes.
    this.#observer.takeRecords();
    this.#forgetRemoved();
  }

  #showIn(element: Element): void {
    if (element.closest(KEPT) !== null) return;
    for (const run of textRuns(element, KEPT)) this.#showRun(run);
    for (const each of [element, ...element.querySelectorAll(WITH_ATTRIBUTES)])
      this.#showAttributes(each);
  }

  /** Converts the text of a run as one, so that a phrase is found though a link or a line break cuts it. */
  #showRun(run: readonly Text[]): void {
    if (run.every((text) => this.#texts.get(text)?.shown === text.data)) return;
    const written = run.map((text) => {
      const change = this.#texts.get(text);
      return change?.shown === text.data ? change.written : text.data;
    });
    const whole = written.join('');
    const converted = this.#convert(whole);
    let at = 0;
    for (const [index, text] of run.entries()) {
      const own = written[index] ?? '';
      const isAligned = converted.length === whole.length;
      const shown = isAligned ? converted.slice(at, at + own.length) : this.#convert(own);
      at += own.length;
      this.#texts.set(text, { written: own, shown });
      if (text.data !== shown) text.data = shown;
    }
  }

  #showAttributes(element: Element): void {
    if (element.closest(KEPT) !== null) return;
    for (const name of ATTRIBUTES) {
      const attribute = element.getAttributeNode(name);
      if (attribute === null) continue;
      const change = this.#attributes.get(attribute);
      if (change?.shown === attribute.value) continue;
      const shown = this.#convert(attribute.value);
      this.#attributes.set(attribute, { written: attribute.value, shown });
      if (attribute.value !== shown) attribute.value = shown;
    }
  }

  /** Forgets what has left the page, so that a page that stays open takes no more and more memory. */
  #forgetRemoved(): void {
    for (const text of this.#texts.keys()) if (!text.isConnected) this.#texts.delete(text);
    for (const attribute of this.#attributes.keys())
      if (!attribute.ownerElement?.isConnected) this.#attributes.delete(attribute);
  }
}

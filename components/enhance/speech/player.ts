import { clearHighlight, highlight } from './highlight.ts';
import { itemsOf, type Spoken, sentencesOf } from './items.ts';
import { nextItem, nextSentence, type Position, previousItem } from './positions.ts';

/** Chromium drops what is to be spoken right after something was cancelled, so a moment lies between them, in ms. */
const AFTER_CANCEL = 60;
/** Some voices never say that they have ended. Then reading goes on after this time, in ms a character. */
const SLOWEST = 800;

export type PlayerOptions = {
  voice: () => SpeechSynthesisVoice | undefined;
  rate: () => number;
  /** Called when reading begins or stops. */
  onChange: (isReading: boolean) => void;
  onFailure: (error: SpeechSynthesisErrorCode) => void;
};

/**
 * Reads the items of the page, one sentence at a time. To pause, it forgets the sentence and later begins it again:
 * pausing is broken on Android, and after it Chromium's voices from the network never speak again.
 */
export class Player {
  readonly #options: PlayerOptions;
  readonly #items = itemsOf();
  #position: Position = { item: 0, sentence: 0 };
  /** Chromium forgets the events of an utterance that nothing holds. */
  #utterance: SpeechSynthesisUtterance | undefined;
  #timer: number | undefined;

  constructor(options: PlayerOptions) {
    this.#options = options;
  }

  get isReading(): boolean {
    return this.#timer !== undefined;
  }

  /** Reads from the item that an element is in, or the first one after it. */
  readFrom(element: Element): void {
    const follows = (item: Element) =>
      item.contains(element) ||
      (element.compareDocumentPosition(item) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    this.#read({ item: Math.max(0, this.#items.findIndex(follows)), sentence: 0 });
  }

  /** Reads on, or again from the sentence that was cut off. */
  resume(): void {
    this.#read(this.#position);
  }

  pause(): void {
    this.#silence();
    this.#options.onChange(false);
  }

  /** Stops for good: nothing is marked in the page any more. */
  stop(): void {
    this.pause();
    clearHighlight();
  }

  toNextItem(): void {
    const next = nextItem(this.#position, this.#countOf, this.#items.length);
    if (next === undefined) this.#end();
    else this.#read(next);
  }

  toPreviousItem(): void {
    this.#read(previousItem(this.#position, this.#countOf));
  }

  readonly #countOf = (item: number) => this.#sentencesOf(item).length;

  /** The text is read anew each time, because it may be shown in other characters by now. */
  #sentencesOf(item: number): Spoken[] {
    const element = this.#items[item];
    return element === undefined ? [] : sentencesOf(element);
  }

  #read(position: Position): void {
    this.#silence();
    this.#position = position;
    const sentence = this.#sentencesOf(position.item)[position.sentence];
    if (sentence === undefined) {
      this.#goOn();
      return;
    }
    this.#timer = window.setTimeout(() => this.#speak(sentence), AFTER_CANCEL);
    this.#options.onChange(true);
  }

  #speak({ text, range }: Spoken): void {
    const utterance = new SpeechSynthesisUtterance(text);
    const voice = this.#options.voice();
    if (voice !== undefined) {
      utterance.voice = voice;
      // Android takes the voice of the language, whatever voice is asked for.
      utterance.lang = voice.lang.replaceAll('_', '-');
    }
    utterance.rate = this.#options.rate();
    // Events of a sentence that was cut off come late.
    const isCurrent = () => this.#utterance === utterance;
    utterance.onend = () => {
      if (isCurrent()) this.#goOn();
    };
    utterance.onerror = ({ error }) => {
      if (!isCurrent()) return;
      this.pause();
      this.#options.onFailure(error);
    };
    this.#utterance = utterance;
    const late = 5000 + (SLOWEST * text.length) / utterance.rate;
    this.#timer = window.setTimeout(() => this.#goOn(), late);
    highlight(range);
    speechSynthesis.speak(utterance);
  }

  #goOn(): void {
    const next = nextSentence(this.#position, this.#countOf, this.#items.length);
    if (next === undefined) this.#end();
    else this.#read(next);
  }

  /** At the end it is ready to begin again. */
  #end(): void {
    this.#position = { item: 0, sentence: 0 };
    this.stop();
  }

  #silence(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#utterance = undefined;
    speechSynthesis.cancel();
  }
}

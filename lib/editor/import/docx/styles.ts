import { childOf, findAll, valOf, type Xml } from './xml.ts';

/** How a run of text is shown, as far as that has a meaning. */
export type TextStyle = {
  strong: boolean;
  em: boolean;
  code: boolean;
  struck: boolean;
  hidden: boolean;
  /** Whether it stands for a picture of another site, in a Word edition of ours. */
  pictured: boolean;
  script?: 'sub' | 'sup';
};

const MAX_BASES = 20;

/** The styles of a document (ECMA-376-1, 17.7), and what they make of paragraphs and runs. */
export class Styles {
  readonly #styles: ReadonlyMap<string, Xml>;
  readonly #defaults: Xml | undefined;
  readonly #usual: string | undefined;

  constructor(part?: Xml) {
    const styles = part === undefined ? [] : findAll(part, 'w:style');
    this.#styles = new Map(styles.map((style) => [style.attributes['w:styleId'] ?? '', style]));
    this.#defaults = childOf(childOf(childOf(part, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr');
    this.#usual = styles.find(
      ({ attributes }) => attributes['w:type'] === 'paragraph' && isOn(attributes['w:default']),
    )?.attributes['w:styleId'];
  }

  /** The name of a style in lower case, which programs in all languages share; its id where it is not defined. */
  nameOf(id: string | undefined): string {
    if (id === undefined) return '';
    const style = this.#styles.get(id);
    return (valOf(style, 'w:name') ?? id.replace(/(?<=^heading)(?=\d$)/i, ' ')).toLowerCase();
  }

  /** The numbering that a paragraph has by its style. */
  numberingOf(id: string | undefined): Xml | undefined {
    return this.#chain(id)
      .map((style) => childOf(childOf(style, 'w:pPr'), 'w:numPr'))
      .find((each) => each !== undefined);
  }

  /** How a run with these properties looks in a paragraph of this style. */
  textStyleOf(own: Xml | undefined, paragraphStyle: string | undefined): TextStyle {
    const runStyle = valOf(own, 'w:rStyle');
    const ofRun = this.#chain(runStyle).map((style) => childOf(style, 'w:rPr'));
    const ofParagraph = this.#chain(paragraphStyle ?? this.#usual).map((style) =>
      childOf(style, 'w:rPr'),
    );
    const first = (name: string, from: (Xml | undefined)[]) =>
      from.map((each) => childOf(each, name)).find((each) => each !== undefined);
    const isSet = (name: string, from: (Xml | undefined)[]) => {
      const property = first(name, from);
      return property === undefined ? undefined : isOn(property.attributes['w:val'] ?? 'true');
    };
    // Where the styles of a paragraph and of a run both set such a property, it is off (17.7.3).
    const toggled = (name: string) =>
      isSet(name, [own]) ??
      (isSet(name, [this.#defaults]) === true ||
        (isSet(name, ofParagraph) ?? false) !== (isSet(name, ofRun) ?? false));
    const all = [own, ...ofRun, ...ofParagraph, this.#defaults];
    const script = first('w:vertAlign', all)?.attributes['w:val'];
    const names = this.#chain(runStyle).map((style) => valOf(style, 'w:name')?.toLowerCase());
    const dots = valOf(own, 'w:em') ?? 'none';
    return {
      // Bold in the style of a paragraph is the look of all its text, and stresses nothing.
      strong: isSet('w:b', [own, ...ofRun]) ?? names.includes('strong'),
      em: (isSet('w:i', [own]) ?? false) || names.includes('emphasis') || dots !== 'none',
      code: names.includes('html code'),
      pictured: names.includes('issue picture'),
      struck: toggled('w:strike') || isSet('w:dstrike', all) === true,
      hidden: toggled('w:vanish'),
      ...(script === 'superscript'
        ? { script: 'sup' }
        : script === 'subscript'
          ? { script: 'sub' }
          : {}),
    };
  }

  /** A style and those that it is based on, the nearest first. */
  #chain(id: string | undefined): Xml[] {
    const chain: Xml[] = [];
    let next = id;
    while (next !== undefined && chain.length < MAX_BASES) {
      const style = this.#styles.get(next);
      if (style === undefined) break;
      chain.push(style);
      next = valOf(style, 'w:basedOn');
    }
    return chain;
  }
}

/** Whether a value of the format's type for true and false is true (ECMA-376-1, 17.17.4). */
function isOn(value: string | undefined): boolean {
  return value !== undefined && !/^(0|false|off)$/.test(value);
}

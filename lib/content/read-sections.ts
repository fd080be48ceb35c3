import type { IsoDate } from '#lib/site/dates.ts';
import { formSteps, ownIds, slugOf } from '#lib/site/paths.ts';
import { takeAttribution } from './attribution/attribution.ts';
import { readCorrections } from './correction.ts';
import { type FactsSource, factsOf } from './facts-of.ts';
import { type Diagnostics, firstOccurrence } from './faults/diagnostics.ts';
import type { FilePlace, IssueSection, Item, Section, TopicId } from './issue.ts';
import { itemId } from './item-id.ts';
import { blockText, toHtml } from './markdown/markdown.ts';
import type { OutlineItem, OutlineSection } from './markdown/tree/outline.ts';
import { didYouMean, nameKey } from './names.ts';
import type { Registries } from './registries/registries.ts';

/** Who uses an id that every issue page has, such as that of its contents list, or an address below it. */
const PAGE = 'the page itself';

/** Turns the sections and items of one file into typed ones. Each id and each section may occur once in a file. */
export class SectionReader {
  readonly #sectionStarts = new Map<Section, FilePlace>();
  readonly #idStarts = new Map<string, { place: FilePlace; what: string }>();

  /** @param date the day of the issue; `undefined` where the file has no day and makes no issue */
  constructor(
    readonly registries: Registries,
    readonly diagnostics: Diagnostics,
    readonly date: IsoDate | undefined,
  ) {
    for (const id of [...ownIds, ...formSteps]) {
      this.#idStarts.set(id, { place: { path: '', line: 1, column: 1 }, what: PAGE });
    }
    // A section's anchor on the issue's page is its id.
    for (const { id, name } of registries.sections.entries) {
      const place = { path: 'sections.yml', line: 1, column: 1 };
      this.#idStarts.set(id, { place, what: `the section ${name}` });
    }
  }

  read(sections: OutlineSection[]): IssueSection[] {
    return sections.map((outlined) => {
      const place = this.#placeOf(outlined);
      const section = this.#findSection(outlined, place);
      const items = outlined.items.map((item) => this.#readItem(item));
      if (items.length === 0) {
        const reason = `Unexpected section ${section.name} without items, expected it to be left out`;
        this.diagnostics.report('section-empty', reason, outlined.start);
      }
      return { section, items, place };
    });
  }

  #findSection({ name, start }: OutlineSection, place: FilePlace): Section {
    const { sections } = this.registries;
    const section = sections.find(name);
    if (section === undefined) {
      const names = sections.entries.map((entry) => entry.name).join('、');
      const suggestion = didYouMean(sections.suggest(name));
      const reason = `Unexpected section ${name}, expected one of ${names}${suggestion}`;
      this.diagnostics.report('section-unknown', reason, start);
      return { id: slugOf(name), name, aliases: [], description: '' };
    }
    const first = this.#sectionStarts.get(section);
    if (first === undefined) this.#sectionStarts.set(section, place);
    else {
      const reason = `Unexpected second section ${section.name}, expected it once`;
      const cause = firstOccurrence(first.path, 'first here', first);
      this.diagnostics.report('section-duplicate', reason, start, { cause });
    }
    return section;
  }

  #readItem(outlined: OutlineItem): Item {
    const { diagnostics } = this;
    const { attributions, body } = takeAttribution(outlined, this.registries.sources, diagnostics);
    const corrections = readCorrections(body, diagnostics);
    // An item without a title has been reported already, by `item-without-title`.
    if (body.length === 0 && (attributions.length > 0 || nameKey(outlined.title) !== '')) {
      const source = outlined.blocks.length === 0 ? ' and its source' : '';
      const reason = `Unexpected item “${outlined.title}” without text, expected at least a sentence${source}`;
      diagnostics.report('item-empty', reason, outlined.start);
    }
    const { title } = outlined;
    const text = blockText(body);
    const topicsOf = (item: Item) => this.#topicsOf(item);
    let topics: TopicId[] | undefined;
    return {
      id: this.#claimId(outlined),
      title,
      html: toHtml(body),
      text,
      attributions,
      corrections,
      // `check` and `fix` never ask for topics, and to read the facts that some need takes half as long as to parse.
      get topics() {
        topics ??= topicsOf(this);
        return topics;
      },
      place: this.#placeOf(outlined),
    };
  }

  #topicsOf(item: FactsSource): TopicId[] {
    const { date } = this;
    if (date === undefined) return [];
    const { findEntities, topicsOf } = this.registries;
    return topicsOf(`${item.title}\n${item.text}`, () => factsOf(item, { date, findEntities }));
  }

  #claimId(item: OutlineItem): string {
    const id = item.explicitId ?? itemId(item.title);
    // Each item has a file of its own, and some systems ignore the case of file names.
    const key = id.normalize('NFC').toLowerCase();
    const first = this.#idStarts.get(key);
    // An item without a title has been reported already: all of them have the same id.
    if (nameKey(item.title) === '') return id;
    if (first === undefined) {
      this.#idStarts.set(key, { place: this.#placeOf(item), what: `“${item.title}”` });
    } else {
      const reason = `Unexpected id ${id}, already used by ${first.what}, expected another such as {#${id}-2}`;
      const isInContent = first.what !== PAGE;
      const cause = isInContent
        ? firstOccurrence(first.place.path, 'first here', first.place)
        : undefined;
      this.diagnostics.report('id-duplicate', reason, item.start, { cause });
    }
    return id;
  }

  #placeOf({ start }: { start: { line: number; column: number } }): FilePlace {
    return { path: this.diagnostics.path, line: start.line, column: start.column };
  }
}

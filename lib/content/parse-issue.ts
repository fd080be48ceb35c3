import { type IsoDate, isIsoDate } from '#lib/site/dates.ts';
import { once } from '#lib/site/once.ts';
import { ownIds, slugOf } from '#lib/site/paths.ts';
import { issueTitle } from '#lib/site/site.ts';
import { takeAttribution } from './attribution.ts';
import { readCorrections } from './correction.ts';
import { Diagnostics, firstOccurrence } from './diagnostics.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import type { Issue, IssueSection, Item, ItemFacts, Place, Section, TopicId } from './issue.ts';
import { updatedOn } from './issue-days.ts';
import { readFacts } from './item-facts.ts';
import { itemId } from './item-id.ts';
import { blockText, parseMarkdown, toHtml } from './markdown.ts';
import { didYouMean, nameKey } from './names.ts';
import { checkCharacters } from './prose/characters.ts';
import { checkProse } from './prose/check-prose.ts';
import { withoutExcess } from './prose/excess.ts';
import { checkInvisible } from './prose/invisible.ts';
import type { Registries } from './registries/registries.ts';
import { reportEncoding, type TextFile } from './text-file.ts';
import { topicMatcher } from './topics.ts';
import { type OutlineItem, type OutlineSection, outlineOf } from './tree/outline.ts';

/** A parsed file: its issue, unless the file's name holds no date, and its faults. */
export type ParsedIssue = { issue: Issue | undefined; diagnostics: Diagnostics };

/** Parses one issue file at a time, against registries that were prepared once. */
export type IssueParser = (file: TextFile) => ParsedIssue;

/**
 * A function from the text of an issue file to a typed issue and every fault in it. It never throws on
 * any text; where there are errors, the issue holds what could be read. `path` must end in the name
 * `YYYY-MM-DD.md`. Lines, columns and offsets are those of the text after a byte order mark.
 */
export function issueParser(registries: Registries): IssueParser {
  const topicsOf = topicMatcher(registries.topics);
  return (file) => {
    const { path } = file;
    const diagnostics = new Diagnostics(path, file.text.replace(/^\uFEFF/, ''));
    const { data, body } = readFrontMatter(diagnostics);
    const date = readFileDate(path, data, diagnostics);
    const root = parseMarkdown(withoutExcess(body, diagnostics));
    checkProse(root, diagnostics);
    checkInvisible(diagnostics);
    checkCharacters(diagnostics);
    const outline = outlineOf(root, diagnostics);
    const marks: MarkReader = {
      topicsOf,
      factsOf: (item) =>
        // Without a day there is no issue that could hold them.
        date === undefined ? NO_FACTS : readFacts(item, { date, entities: registries.entities }),
    };
    const sections = new SectionReader(registries, marks, diagnostics).read(outline.sections);
    if (!diagnostics.failed && !sections.some((section) => section.items.length > 0)) {
      const reason = 'Unexpected empty issue, expected at least one section with an item';
      diagnostics.report('issue-empty', reason, diagnostics.text.length);
    }
    if (file.invalidAt !== undefined) {
      // What else seems amiss is mostly what became of the bytes.
      diagnostics.messages.length = 0;
      reportEncoding(file, diagnostics);
    }
    // A draft is not published: what is amiss in it need not stop those who publish.
    if (data.draft) for (const message of diagnostics.messages) message.fatal = false;
    if (date === undefined) return { issue: undefined, diagnostics };

    const issue: Issue = {
      date,
      title: data.title ?? issueTitle(registries.site, date),
      draft: data.draft,
      lead: toHtml(outline.lead),
      leadText: blockText(outline.lead),
      sections,
      updated: updatedOn(date, sections),
      place: { path, line: 1, column: 1 },
    };
    if (data.number !== undefined) issue.number = data.number;
    if (data.summary !== undefined) issue.summary = data.summary;
    if (data.editor !== undefined) issue.editor = data.editor;
    return { issue, diagnostics };
  };
}

function readFileDate(
  path: string,
  data: FrontMatter,
  diagnostics: Diagnostics,
): IsoDate | undefined {
  const name = path.split('/').at(-1)?.replace(/\.md$/, '') ?? '';
  if (!isIsoDate(name)) {
    const reason = `Unexpected file name \`${name}.md\`, expected a day such as 2025-03-31.md`;
    diagnostics.report('date-invalid', reason, 0);
    return undefined;
  }
  if (data.date !== undefined && data.date !== name) {
    const reason = `Unexpected date ${data.date}, expected that of the file's name, ${name}`;
    const at = diagnostics.text.search(/^date\s*:/m);
    diagnostics.report('date-mismatch', reason, Math.max(0, at));
  }
  return name;
}

const OWN = 'the page itself';

/** What an item's words say of it. */
type MarkReader = {
  topicsOf: (text: string) => TopicId[];
  factsOf: (item: Pick<Item, 'title' | 'text' | 'attributions'>) => ItemFacts;
};

const NO_FACTS: ItemFacts = { rules: [], events: [], terms: '' };

/** Turns the sections and items of one file into typed ones; ids and sections are unique in it. */
class SectionReader {
  readonly #sectionStarts = new Map<Section, Place>();
  readonly #idStarts = new Map<string, { place: Place; what: string }>();

  constructor(
    readonly registries: Registries,
    readonly marks: MarkReader,
    readonly diagnostics: Diagnostics,
  ) {
    for (const id of ownIds) {
      this.#idStarts.set(id, { place: { path: '', line: 1, column: 1 }, what: OWN });
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

  #findSection({ name, start }: OutlineSection, place: Place): Section {
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
    // Where the title is missing too, only the missing title is reported.
    if (body.length === 0 && (attributions.length > 0 || nameKey(outlined.title) !== '')) {
      const source = outlined.blocks.length === 0 ? ' and its source' : '';
      const reason = `Unexpected item “${outlined.title}” without text, expected at least a sentence${source}`;
      diagnostics.report('item-empty', reason, outlined.start);
    }
    const { title } = outlined;
    const text = blockText(body);
    // A check has no use for them, and would wait for them.
    const facts = once(() => this.marks.factsOf({ title, text, attributions }));
    return {
      id: this.#claimId(outlined),
      title,
      html: toHtml(body),
      text,
      attributions,
      corrections,
      topics: this.marks.topicsOf(`${title}\n${text}`),
      get facts() {
        return facts();
      },
      place: this.#placeOf(outlined),
    };
  }

  #claimId(item: OutlineItem): string {
    const id = item.explicitId ?? itemId(item.title);
    const first = this.#idStarts.get(id);
    // An item without a title has its error already.
    if (nameKey(item.title) === '') return id;
    if (first === undefined) {
      this.#idStarts.set(id, { place: this.#placeOf(item), what: `“${item.title}”` });
    } else {
      const reason = `Unexpected id ${id}, which ${first.what} has, expected another such as {#${id}-2}`;
      const isInContent = first.what !== OWN;
      const cause = isInContent
        ? firstOccurrence(first.place.path, 'first here', first.place)
        : undefined;
      this.diagnostics.report('id-duplicate', reason, item.start, { cause });
    }
    return id;
  }

  #placeOf({ start }: { start: { line: number; column: number } }): Place {
    return { path: this.diagnostics.path, line: start.line, column: start.column };
  }
}

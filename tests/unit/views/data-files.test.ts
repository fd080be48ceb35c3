import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import type { Archive } from '#lib/content/archive.ts';
import { type DataListName, dataListNames } from '#lib/site/data-lists.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import { readPermalink } from '#lib/site/permalink.ts';
import { addressesOf, isPage } from '#lib/views/addresses.ts';
import { calendarPage } from '#lib/views/calendar.ts';
import { casesJson } from '#lib/views/data/cases.ts';
import { eventsJson } from '#lib/views/data/events.ts';
import { lawsJson } from '#lib/views/data/laws.ts';
import { threadsJson } from '#lib/views/data/threads.ts';
import { filesOf } from '#lib/views/files.ts';
import { readShipped } from '#tests/support/shipped.ts';
import { archiveOf } from '#tests/support/stories.ts';
import { issuesOfFacts, tellingIssues } from '#tests/support/telling-issues.ts';

const archives: [string, () => Promise<Archive>][] = [
  ['no issue', () => archiveOf({})],
  ['the shipped issues', readShipped],
  ['made-up issues', tellingIssues],
  ['given facts', issuesOfFacts],
];

/** What the files of data hold, by their paths. */
async function readData(archive: Archive): Promise<Map<string, unknown>> {
  const files = filesOf(archive).filter(({ path }) => /^\/(api|schema)\//.test(path));
  const read = files.map(
    async ({ path, write }): Promise<[string, unknown]> => [
      path,
      JSON.parse(String(await write())),
    ],
  );
  return new Map(await Promise.all(read));
}

function validatorOf(schema: unknown): ValidateFunction {
  const ajv = new Ajv({ strict: true });
  addFormats.default(ajv);
  return ajv.compile(Object(schema));
}

/** The paths of the pages of each kind. */
function pagesBelow(archive: Archive, folder: string): string[] {
  const pages = addressesOf(archive).filter(isPage);
  return pages.map(({ path }) => path).filter((path) => path.startsWith(folder));
}

const isOfPeriod = (path: string) => /\/\d{4}(?:-\d{2})?$/.test(path);
const pathsIn = (archive: Archive, entries: readonly { url: string }[]) =>
  entries.map(({ url }) => url.slice(archive.site.origin.length));

describe.each(archives)('the lists for programs of %s', (_, read) => {
  test('are valid by their schemas', async () => {
    const archive = await read();
    const data = await readData(archive);
    for (const list of dataListNames) {
      const schema = data.get(paths.dataSchema(list));
      expect(schema).toMatchObject({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        $id: absoluteUrl(archive.site.origin, paths.dataSchema(list)),
      });
      const validate = validatorOf(schema);
      const files = [...data].filter(([path]) => RegExp(`^/api/${list}[./]`).test(path));
      expect(files.length).toBeGreaterThan(0);
      for (const [path, value] of files) {
        validate(value);
        expect(validate.errors, path).toBeNull();
        expect(value).toMatchObject({ reprint: archive.site.reprint });
      }
      expect(validate({ ...Object(files[0]?.[1]), reprint: undefined })).toBe(false);
    }
  });

  test('hold every act, case and thread that has a page, and no other', async () => {
    const archive = await read();
    const single = (folder: string) =>
      pagesBelow(archive, folder).filter((path) => !isOfPeriod(path));
    const { laws } = lawsJson(archive);
    expect(new Set(pathsIn(archive, laws))).toEqual(new Set(single('/laws/')));
    const { cases } = casesJson(archive);
    expect(new Set(pathsIn(archive, cases))).toEqual(new Set(single('/cases/')));
    const { threads } = threadsJson(archive);
    expect(new Set(pathsIn(archive, threads))).toEqual(new Set(single('/threads/')));
  });

  test('hold every event of the calendar on the page that it stands on', async () => {
    const archive = await read();
    const { events } = eventsJson(archive);
    const pages = pagesBelow(archive, '/calendar/');
    const shown = pages.flatMap((path) => {
      const page = calendarPage(archive, { year: path.replace('/calendar/', '') });
      return (page?.byMonth ?? []).flatMap((month) =>
        month.events.map(({ name, kind }) => `${path} ${kind} ${name}`),
      );
    });
    const listed = events.map(
      ({ url, kindLabel, name }) =>
        `${decodeURI(url.slice(archive.site.origin.length))} ${kindLabel} ${name}`,
    );
    expect(new Set(listed)).toEqual(new Set(shown));
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
  });

  test('quote clauses of the items at whose addresses they are told', async () => {
    const archive = await read();
    const items = new Map(
      archive.issues.flatMap(({ date, sections }) =>
        sections
          .flatMap((section) => section.items)
          .map((item) => [absoluteUrl(archive.site.origin, paths.item(date, item.id)), item]),
      ),
    );
    const stepped = [...lawsJson(archive).laws, ...casesJson(archive).cases];
    const reports = [
      ...stepped.flatMap(({ steps }) => steps.flatMap((step) => step.reports)),
      ...casesJson(archive).cases.flatMap(({ sums }) => sums),
      ...eventsJson(archive).events.flatMap((event) => event.reports),
    ];
    const registry = readFileSync(join(import.meta.dirname, '../../../content/desk.yml'), 'utf8');
    const corrected = Array.from(registry.matchAll(/item: (\S+)/g), ([, address]) => address);
    for (const { item: url, clause, reportedIn } of reports) {
      const item = items.get(url);
      // What an editor adds has no clause.
      if (clause === undefined) {
        expect(corrected).toContain(readPermalink(url)?.permalink);
        continue;
      }
      expect(clause).not.toBe('');
      expect(`${item?.title}\n${item?.text}`).toContain(clause);
      expect(url).toContain(`/issues/${reportedIn}/`);
    }
  });

  test('are whole in the files of the years, which the list names', async () => {
    const archive = await read();
    const data = await readData(archive);
    for (const list of dataListNames) {
      const { years, [list]: entries } = Object(data.get(paths.dataList(list)));
      const files: string[] = years.map(({ url }: { url: string }) =>
        url.slice(archive.site.origin.length),
      );
      const own = [...data.keys()].filter((path) => path.startsWith(`/api/${list}/`));
      expect(files).toEqual(own);
      const ids = files.flatMap((path) => idsIn(list, data.get(path)));
      expect(new Set(ids)).toEqual(new Set(idsIn(list, { [list]: entries })));
    }
  });
});

function idsIn(list: DataListName, file: unknown): string[] {
  const { [list]: entries } = Object(file);
  return entries.map(({ id }: { id: string }) => id);
}

import { expect, test } from 'vitest';
import { readContent } from '#lib/check/check.ts';
import { ArchiveReader } from '#lib/content/folder/read-archive.ts';
import { addressesOf } from '#lib/views/addresses.ts';
import { contentFolderWith } from '#tests/support/content-folder.ts';

const item = (title: string, text: string) => `### ${title}\n\n${text}\n\n来源：光明日报\n`;
const files = {
  'entities.yml': '- { id: patent-law, name: 专利法, kind: document }\n',
  '2025-03-31.md': `## 产业要闻\n\n${item('甲诉乙AI案开庭', '该案（2023）京73民终123号4月8日开庭，依据《专利法》。')}`,
  '2025-04-07.md': `## 产业要闻\n\n${item('甲诉乙AI案宣判', '（2023）京73民终123号案4月2日宣判，法院依据《专利法》判决。《专利法实施细则》自2025年5月1日起施行。')}`,
};

async function faultsOf(redirects: string): Promise<string[]> {
  const folder = contentFolderWith({ ...files, 'redirects.yml': redirects });
  const read = async (prints: boolean) => {
    const now = new Date('2026-01-01');
    const { diagnostics } = await readContent(new ArchiveReader(folder), now, { prints });
    return diagnostics
      .filter(({ path }) => path === 'redirects.yml')
      .flatMap(({ messages }) => messages.map(({ line, ruleId }) => `${line} ${ruleId}`));
  };
  const faults = await read(false);
  expect(await read(true)).toEqual(faults);
  return faults;
}

test('a redirect may lead to every address of the site, and from none of them', async () => {
  const { archive } = await new ArchiveReader(contentFolderWith(files)).read();
  if (archive === undefined) throw new Error('there is no archive');
  const paths = addressesOf(archive).map(({ path }) => decodeURI(path));
  expect(paths).toContain('/laws/2025');
  expect(paths).toContain('/laws/专利法实施细则/calendar.ics');
  expect(paths.filter((path) => /^\/cases\/2025-\d\d-\d\d-/.test(path)).length).toBeGreaterThan(1);
  expect(paths).toContain('/entities/patent-law/2025');
  expect(paths).toContain('/topics/ai/2025');
  expect(paths).toContain('/topics/ai/calendar.ics');
  expect(paths.filter((path) => /^\/threads\/2025-/.test(path)).length).toBeGreaterThan(1);
  const to = paths.map((path, index) => `/old-${index}: "${path}"`).join('\n');
  expect(await faultsOf(`${to}\n`)).toEqual([]);
  // The front page and what a browser asks for itself are no paths that a redirect can be from.
  const from = paths.filter((path) => path !== '/');
  const faults = await faultsOf(`${from.map((path) => `"${path}": /about`).join('\n')}\n`);
  expect(faults).toEqual(from.map((_, index) => `${index + 1} redirect-invalid`));
});

test('a redirect from a path that no file can have is a fault at its place', async () => {
  const letters = (count: number) => '版'.repeat(count);
  const faulty = [
    `/${letters(83)}`,
    `/${letters(83)}/a`,
    `/${'a'.repeat(248)}`,
    `/${encodeURI(letters(83))}`,
    `/${'a/'.repeat(1_000)}a`,
    '/a/../../b',
    '/a%00b',
  ];
  const fine = [
    `/${letters(82)}`,
    `/${'a'.repeat(247)}`,
    `/${letters(60)}/${letters(60)}`,
    '/a..b',
  ];
  const lines = [...faulty, ...fine].map((from) => `? "${from}"\n: /about\n`);
  expect(await faultsOf(lines.join(''))).toEqual(
    faulty.map((_, index) => `${2 * index + 2} redirect-invalid`),
  );
});

test('a redirect to what is not there is a fault', async () => {
  expect(
    await faultsOf('/a: /laws/1999\n/b: /threads/2020-01-01-abcdef\n/c: /calendar.xml\n'),
  ).toEqual(['1 redirect-invalid', '2 redirect-invalid', '3 redirect-invalid']);
});

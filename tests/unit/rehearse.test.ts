import { expect, test } from 'vitest';
import { oneOfEachKind, type Page } from '#lib/publish/page-list.ts';
import { rehearse } from '#lib/publish/print.ts';
import type { Render } from '#lib/publish/renderer.ts';
import { isFile } from '#lib/views/addresses.ts';
import { listed, smallArchive } from '#tests/support/printing.ts';

/** Renders nothing, and notes what it was asked for. */
function recorded() {
  const asked: string[] = [];
  const render: Render = async ({ path }) => {
    asked.push(path);
    return '<p>页</p>';
  };
  return { asked, rendering: Promise.resolve(render) };
}

const kindsOf = (pages: readonly Page[]) => new Set(pages.map(({ address }) => address.kind));

test('one of each kind is rendered, the newest, once', async () => {
  const pages = await listed(await smallArchive());
  const { asked, rendering } = recorded();
  await rehearse(pages, rendering, () => true);
  expect(asked).toContain('/issues/2025-03-31');
  expect(asked).not.toContain('/issues/2025-03-24');
  const rendered = pages.filter(({ address }) => !isFile(address));
  expect(asked.length).toBe(kindsOf(rendered).size);
});

test('every kind and every form of a file is among them', async () => {
  const pages = await listed(await smallArchive());
  const some = oneOfEachKind(pages);
  expect(kindsOf(some)).toEqual(kindsOf(pages));
  const paths = some.map(({ address }) => address.path);
  for (const ending of ['.md', '.json', '.epub', '.docx', '.eml', 'feed.xml', 'atom.xml', '.png'])
    expect(paths.filter((path) => path.endsWith(ending)).length, ending).toBeGreaterThan(0);
});

test('it ends where it is not to go on', async () => {
  const { asked, rendering } = recorded();
  await rehearse(await listed(await smallArchive()), rendering, () => asked.length === 0);
  expect(asked).toHaveLength(1);
});

import { decode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { type IssueCard, issueCard, withoutCharacters, wordsOf } from '#lib/cards/card.ts';
import { drawCard } from '#lib/cards/draw-card.ts';
import { undrawable } from '#lib/cards/drawable.ts';
import { writePng } from '#lib/cards/write-png.ts';
import type { Archive } from '#lib/content/archive.ts';
import { itemsOf } from '#lib/content/queries.ts';
import { writeRedirects } from '#lib/publish/host-files/cloudflare.ts';
import { movesOf } from '#lib/publish/host-files/host-files.ts';
import { addDays, type IsoDate } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import { redirectFrom } from '#lib/site/redirects.ts';
import { addressesOf, fileAt, isPage } from '#lib/views/addresses.ts';
import { redirectsOf } from '#lib/views/redirects.ts';
import { contentFolderWith, sampleIssue } from '#tests/support/content-folder.ts';
import { readArchive } from '#tests/support/feeds.ts';
import { readShipped } from '#tests/support/shipped.ts';

const shipped = readShipped;

/** A hundred kilobytes are what those who fetch cards are sure to take. */
const MOST_BYTES = 100_000;

const cardOf = (...titles: string[]): IssueCard => ({
  kind: 'issue',
  name: '版权周报',
  label: '第1期',
  date: '二〇二五年三月三十一日　星期一',
  headlines: titles.map((title) => ({ section: '产业要闻', title })),
});

/** How many pixels of a card, in a part of its height, are of another colour than the paper. */
function inkOf(png: Uint8Array, from = 0, to = 1): number {
  const { width, height, data, palette = [] } = decode(png);
  expect([width, height]).toEqual([1200, 630]);
  expect(palette[0]).toEqual([251, 248, 241]);
  const indexes = Uint8Array.from(data);
  const part = indexes.slice(width * Math.round(height * from), width * Math.round(height * to));
  return part.filter((index) => index !== 0).length;
}

describe('a card', () => {
  test('of an issue, and of the site, is small and the same to the byte each time', async () => {
    const archive = await shipped();
    const [newest] = archive.issues;
    for (const path of [paths.card(newest?.date), paths.card()]) {
      const file = fileAt(archive, path);
      expect(file?.type).toBe('image/png');
      const [first, again] = [await file?.write(), await file?.write()];
      if (!(first instanceof Uint8Array)) throw new Error(`${path} is not drawn`);
      expect(Buffer.compare(first, Buffer.from(again ?? ''))).toBe(0);
      expect(first.length).toBeLessThan(MOST_BYTES);
      expect(inkOf(first)).toBeGreaterThan(20_000);
    }
  });

  test('names the first headline of each section, then the next ones, in order', async () => {
    const folder = contentFolderWith({
      '2025-03-31.md': `${sampleIssue(7, 4)}\n## 海外传真\n\n### 远方\n\n文。\n\n来源：光明日报\n`,
    });
    const archive = await readArchive(folder);
    const [issue] = archive.issues;
    if (issue === undefined) throw new Error('there is no issue');
    expect(issueCard(archive, issue)).toMatchObject({
      label: '第7期',
      date: '二〇二五年三月三十一日　星期一',
      headlines: [
        { section: '产业要闻', title: '第7期消息之0' },
        { section: '产业要闻', title: '第7期消息之1' },
        { section: '产业要闻', title: '第7期消息之2' },
        { section: '海外传真', title: '远方' },
      ],
    });
    expect(issueCard(archive, { ...issue, title: '特刊' }).label).toBe('第7期　特刊');
  });

  test('full of the densest characters, clipped where they are too many, is small too', async () => {
    const dense = '龘齉爨饕餮鬱籲鑿麤韊'.repeat(9);
    const card = cardOf(dense, dense, dense, dense);
    const png = await drawCard({ ...card, name: dense });
    expect(png.length).toBeLessThan(MOST_BYTES);
    // Nothing runs over the edge at the bottom.
    expect(inkOf(png, 0.96, 1)).toBe(0);
    // What is clipped is as it would be had less been written.
    const shorter = dense.slice(0, -10);
    const other = { ...cardOf(shorter, shorter, shorter, shorter), name: shorter };
    expect(Buffer.compare(await drawCard(other), png)).toBe(0);
  });

  test('is drawn of any text: marks of HTML, foreign scripts, emoji, control characters', async () => {
    const hostile = `<b>&"'</b>]]>{} \u0000\u0007\u001F\u202E 😀👨‍👩‍👧🇨🇳1️⃣ e\u0301 אבג عربي 𠮷𪚥\uD800\uFFFE镕喆`;
    const png = await drawCard(cardOf(hostile, '😀', '', '末'));
    expect(inkOf(png)).toBeGreaterThan(20_000);
    const bare: IssueCard = { ...cardOf(), name: '', label: '', date: '' };
    expect(inkOf(await drawCard(bare))).toBeGreaterThan(0);
    expect(
      (await drawCard({ kind: 'site', name: hostile, tagline: '', sections: [] })).length,
    ).toBeGreaterThan(0);
  });
});

describe('a character that the typeface has not', () => {
  test('is left out, and no other', async () => {
    const drawn = '版权镕喆龘〇〓“”《》…—·（）Aé19<&';
    expect([...(await undrawable(`${drawn}😀א㛃𪚥\u0007👨\u200D`))].sort()).toEqual(
      [...'\u0007א㛃𪚥\u200D😀👨'].sort(),
    );
  });

  test('removes no other character, but a headline of which nothing is left', () => {
    const card = withoutCharacters(cardOf('😀 王㛃😀 😀启动', '😀😀'), new Set('😀㛃'));
    // A name goes on having as many characters.
    expect(card).toEqual(cardOf('王〓 启动'));
    expect(wordsOf(card)).not.toContain('😀');
  });

  test('changes nothing in what is drawn of the others', async () => {
    const [plain, decorated] = [cardOf('淘宝启动治理'), cardOf('淘宝😀启动治理\u0007')];
    expect(Buffer.compare(await drawCard(plain), await drawCard(decorated))).toBe(0);
  });
});

describe('the cards of many issues', () => {
  const first: IsoDate = '2024-01-01';
  const many = () =>
    readArchive(
      contentFolderWith(
        Object.fromEntries(
          Array.from({ length: 54 }, (_, week) => [
            `${addDays(first, week * 7)}.md`,
            sampleIssue(week + 1, 1),
          ]),
        ),
      ),
    );
  const cardsOf = (archive: Archive) =>
    addressesOf(archive).flatMap(({ kind, path }) => (kind === 'card' ? [path] : []));

  test('are those of the newest 52, of the items of the newest 12, and one for all other pages', async () => {
    const archive = await many();
    const newest = archive.issues.slice(0, 52).map(({ date }) => paths.card(date));
    const items = archive.issues
      .slice(0, 12)
      .flatMap((issue) => itemsOf(issue).map(({ id }) => paths.itemCard(issue.date, id)));
    expect(cardsOf(archive)).toEqual([paths.card(), ...newest, ...items]);
  });

  test('of an item leads to that of its issue when it is no longer new', async () => {
    const archive = await many();
    const [issue] = archive.issues.slice(12);
    const [item] = issue === undefined ? [] : itemsOf(issue);
    if (issue === undefined || item === undefined) throw new Error('there are too few issues');
    const from = paths.itemCard(issue.date, item.id);
    expect(fileAt(archive, from)).toBeUndefined();
    expect(redirectFrom(from, redirectsOf(archive))).toBe(paths.card(issue.date));
  });

  test('stand in the heads of the pages, each where a file is', async () => {
    const archive = await many();
    const images = addressesOf(archive)
      .filter(isPage)
      .map(({ path, props }) => [
        path,
        props().head.shared.image.slice(archive.site.origin.length),
      ]);
    for (const [, image = ''] of images) expect(fileAt(archive, image)?.kind).toBe('card');
    const imageOf = new Map(images.map(([path = '', image]) => [path, image]));
    expect(imageOf.get(paths.issue(addDays(first, 53 * 7)))).toBe('/cards/2025-01-06.png');
    expect(imageOf.get(paths.issue(first))).toBe(paths.card());
    expect(imageOf.get(paths.home())).toBe(paths.card());
  });

  test('lead to the card of the site when they are no longer new', async () => {
    const archive = await many();
    const older = [first, addDays(first, 7)];
    for (const date of older) {
      expect(fileAt(archive, paths.card(date))).toBeUndefined();
      expect(redirectFrom(paths.card(date), redirectsOf(archive))).toBe(paths.card());
      expect(writeRedirects(movesOf(archive))).toContain(
        `${paths.card(date)} ${paths.card()} 308\n`,
      );
    }
    const reached = [...cardsOf(archive), ...redirectsOf(archive).map(({ from }) => from)];
    for (const { date } of archive.issues) expect(reached).toContain(paths.card(date));
  });
});

test('a picture of more colours than a palette names is refused', () => {
  const pixels = new Uint8Array(257 * 4).map((_, at) =>
    at % 4 === 0 ? at / 4 : at % 4 === 1 ? at >> 10 : 255,
  );
  expect(() => writePng(pixels, { width: 257, height: 1 })).toThrow(RangeError);
  const { data, palette } = decode(writePng(pixels.slice(0, 1024), { width: 256, height: 1 }));
  expect(palette?.[data[255] ?? 0]).toEqual([255, 0, 255]);
});

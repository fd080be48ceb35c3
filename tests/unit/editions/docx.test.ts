import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { beforeAll, describe, expect, test } from 'vitest';
import { readRegistries } from '#lib/check/read-folder.ts';
import type { Archive } from '#lib/content/archive.ts';
import type { Issue } from '#lib/content/issue.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import { archiveWith, bytesAt } from '#tests/support/books.ts';
import { convertInput } from '#tests/support/convert-input.ts';
import { PICTURE } from '#tests/support/documents.ts';
import { HOSTILE_TITLE, hostileIssue, hostilePictures } from '#tests/support/hostile-issue.ts';
import { testRegistries } from '#tests/support/registries.ts';
import { readShipped } from '#tests/support/shipped.ts';

const content = join(import.meta.dirname, '../../../content');
const path = paths.edition('2025-03-31', 'docx');
let shipped: Archive;
beforeAll(async () => {
  shipped = await readShipped();
});

const hostileBytes = async () =>
  bytesAt(await archiveWith({ '2025-03-31.md': hostileIssue }, hostilePictures), path);
const htmlOf = async (bytes: Uint8Array) =>
  (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value;
const unescapeHtml = (html: string) =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
const partsOf = (bytes: Uint8Array) =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)] as const),
  );

/** All that a reader sees of an issue, and all that its addresses are made of; not where it stands in a file. */
function contentOf({ date, number, title, summary, editor, sections }: Issue) {
  return {
    ...{ date, number, title, summary, editor },
    sections: sections.map(({ section, items }) => ({
      section: section.id,
      items: items.map(({ id, title: name, html, text, corrections, attributions }) => ({
        ...{ id, name, html: html.__html, text, corrections },
        sources: attributions.map(({ source, url, date: day }) => [source.name, url, day]),
      })),
    })),
  };
}

describe('the Word document of an issue', () => {
  test('is imported as the same issue, without a fault', async () => {
    const registries = await readRegistries(content);
    for (const issue of shipped.issues) {
      const bytes = Buffer.from(await bytesAt(shipped, paths.edition(issue.date, 'docx')));
      const imported = await convertInput({ name: 'issue.docx', bytes }, registries);
      expect(imported.diagnostics.messages.map(String)).toEqual([]);
      expect(imported.draft.lead).toEqual([]);
      if (imported.issue === undefined) throw new Error(`${issue.date} became no issue`);
      expect(contentOf(imported.issue)).toEqual(contentOf(issue));
    }
  });

  test('has sections and items as headings, and each title links to its item', async () => {
    const html = await htmlOf(await bytesAt(shipped, path));
    const issue = shipped.issues.find(({ date }) => date === '2025-03-31');
    const texts = (name: string) =>
      Array.from(html.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, 'g')), ([, inner]) => inner);
    expect(texts('h1')).toEqual(issue?.sections.map(({ section }) => section.name));
    const items = issue?.sections.flatMap((section) => section.items) ?? [];
    expect(texts('h2').map((text) => unescapeHtml(text ?? ''))).toEqual(
      items.map(({ id, title }) => {
        const url = absoluteUrl(shipped.site.origin, paths.item('2025-03-31', id));
        return `<a href="${url}">${title}</a>`;
      }),
    );
  });

  test('keeps its own title, number, editor, summary, ids, lists, quotes, tables and pictures', async () => {
    const name = '特刊';
    const text = hostileIssue
      .replace(/^title: .*$/m, `title: ${name}`)
      .replace(/^summary: .*$/m, 'summary: 本期导语')
      .replace(/^editor: .*$/m, 'editor: 张三');
    const archive = await archiveWith({ '2025-03-31.md': text }, hostilePictures);
    const bytes = Buffer.from(await bytesAt(archive, path));
    const {
      issue,
      pictures,
      text: imported,
    } = await convertInput({ name: 'issue.docx', bytes }, testRegistries());
    expect(issue).toMatchObject({ number: 7, title: name, editor: '张三', summary: '本期导语' });
    const items = issue?.sections.flatMap((section) => section.items) ?? [];
    const own = archive.issues[0]?.sections.flatMap((section) => section.items) ?? [];
    expect(items.map(({ id, title }) => [id, title])).toEqual(
      own.map(({ id, title }) => [id, title]),
    );
    expect(items[0]?.corrections).toEqual([{ date: '2025-04-02', text: '数字有误。' }]);
    expect(items[0]?.attributions).toMatchObject([
      { source: { name: '证券日报' }, url: 'https://example.com/r?a=1&b=2', date: '2025-03-26' },
      { source: { name: '光明日报' } },
    ]);
    expect(pictures.map((picture) => picture.bytes)).toEqual([PICTURE]);
    for (const block of [
      '- 二之一',
      '**强调**',
      '*着重*',
      '| 左 | 中 | 右 |',
      '#### 小标题',
      '> 引文',
    ])
      expect(imported).toContain(block);
  });

  test('keeps pictures as pictures, and where they lead', async () => {
    const pictures = [
      '![站外](https://example.com/c.png)',
      '[![链接里](https://example.com/d.png)](https://example.com/e)',
      '[![站内](/issues/2025-03-31/a.png "题")](https://example.com/f)',
    ];
    const text = `## 产业要闻\n\n### 甲事\n\n正文。${pictures.join('')}\n\n来源：证券日报\n`;
    const archive = await archiveWith({ '2025-03-31.md': text }, hostilePictures);
    const bytes = Buffer.from(await bytesAt(archive, path));
    const imported = await convertInput({ name: 'issue.docx', bytes }, testRegistries());
    expect(imported.text.replace(/\w+(?=\.png "题")/, 'a')).toContain(
      `正文。${pictures.join('')}\n`,
    );
  });

  test('writes hostile text as text, without characters that XML forbids', async () => {
    const bytes = await hostileBytes();
    const html = unescapeHtml(await htmlOf(bytes));
    expect(html).toContain(HOSTILE_TITLE);
    expect(html).toContain(`正文 <b>&"' ]]> 😀 𠮷 控制字符`);
    const document = partsOf(bytes)['word/document.xml'] ?? '';
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(document).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f]/);
    expect(document).not.toContain(']]>');
  });

  test('is a package whose first part lists the types of the others, and has every part that it refers to', async () => {
    const parts = partsOf(await hostileBytes());
    expect(Object.keys(parts)[0]).toBe('[Content_Types].xml');
    const types = parts['[Content_Types].xml'] ?? '';
    for (const path of Object.keys(parts)) {
      const ending = path.split('.').at(-1);
      expect(types.includes(`"/${path}"`) || types.includes(`Extension="${ending}"`), path).toBe(
        true,
      );
    }
    const relations = parts['word/_rels/document.xml.rels'] ?? '';
    const targets = Array.from(
      relations.matchAll(/Target="([^"]*)"\s*\/>/g),
      ([, target]) => target,
    );
    expect(targets).toEqual(targets.filter((target) => `word/${target}` in parts));
    const known = Array.from(relations.matchAll(/ Id="(\w+)"/g), ([, id]) => id);
    expect(new Set(known).size).toBe(known.length);
    const used = (parts['word/document.xml'] ?? '').matchAll(/ r:(?:id|embed)="(\w+)"/g);
    for (const [, id] of used) expect(known).toContain(id);
  });

  test('is printed on A4 with numbered pages, and says whose it is and how to reprint it', async () => {
    const parts = partsOf(await bytesAt(shipped, path));
    expect(parts['word/document.xml']).toContain('<w:pgSz w:w="11906" w:h="16838"');
    const margins = Object.entries(parts).filter(([name]) => /(header|footer)\d/.test(name));
    const text = margins.map(([, xml]) => xml).join('');
    expect(text).toContain('版权周报　2025年3月31日 第1期');
    expect(text).toContain('NUMPAGES');
    expect(text).toContain(shipped.site.reprint);
    expect(parts['docProps/core.xml']).toContain(
      '<dc:title>版权周报 2025年3月31日 第1期</dc:title>',
    );
    expect(parts['word/styles.xml']).toContain('w:eastAsia="SimSun"');
  });

  test('is the same bytes each time, dated by its issue', async () => {
    const bytes = await hostileBytes();
    expect(Buffer.compare(await hostileBytes(), bytes)).toBe(0);
    expect(partsOf(bytes)['docProps/core.xml']?.match(/>\d{4}-[^<]*/g)).toEqual([
      '>2025-04-02T00:00:00Z',
      '>2025-04-02T00:00:00Z',
    ]);
  });
});

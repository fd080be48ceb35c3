import JSZip from 'jszip';
import { expect, test } from 'vitest';
import type { Issue } from '#lib/content/issue.ts';
import { issueBook } from '#lib/editions/book.ts';
import { writeDocx } from '#lib/editions/docx/write-docx.ts';
import { convertInput } from '#tests/support/convert-input.ts';
import { fc, partOfRuns } from '#tests/support/properties.ts';
import { parseText, testRegistries } from '#tests/support/registries.ts';
import { richBlocks } from '#tests/support/rich-blocks.ts';

const registries = testRegistries();

/**
 * What a reader sees of an issue, and what its addresses are made of; the end of a line in a paragraph is a blank, and
 * bold beside bold is one.
 */
const flat = (text: string) => text.replace(/[ \n]+/g, ' ').replace(/<\/(strong|em)><\1>/g, '');
function contentOf({ date, number, title, summary, editor, lead, sections }: Issue) {
  return {
    ...{ date, number, title, summary, editor, lead: flat(lead.__html) },
    sections: sections.map(({ section, items }) => ({
      section: section.id,
      items: items.map(({ id, title: name, html, text, corrections, attributions }) => ({
        ...{ id, name, html: flat(html.__html), text: flat(text), corrections },
        sources: attributions.map(({ source, url, date: day }) => [source.name, url, day]),
      })),
    })),
  };
}

async function importEdition(issue: Issue) {
  const bytes = await writeDocx(issueBook(registries.site, issue), async () => undefined);
  return convertInput({ name: 'a.docx', bytes: Buffer.from(bytes) }, registries);
}

const item = fc.record({
  blocks: richBlocks,
  correction: fc.option(fc.constant('> 更正（2025-04-02）：数字有误。'), { nil: undefined }),
  source: fc.constantFrom('证券日报', '[光明日报](https://example.com/c?d=1) 2025-03-26、羊城晚报'),
});
const fields = fc.record({
  number: fc.option(fc.constant('number: 12'), { nil: undefined }),
  title: fc.option(fc.constant('title: 2025年特刊'), { nil: undefined }),
  summary: fc.option(fc.constant('summary: 导语一句。'), { nil: undefined }),
  editor: fc.option(fc.constant('editor: 编者'), { nil: undefined }),
});

test('an issue is the same after export to Word and import', async () => {
  await fc.assert(
    fc.asyncProperty(
      fields,
      fc.option(richBlocks, { nil: undefined }),
      fc.array(item, { minLength: 1, maxLength: 2 }),
      async (front, lead, items) => {
        const lines = Object.values(front).filter((each) => each !== undefined);
        const texts = items.map(({ blocks, correction, source }, at) => {
          const title = `### 第${at + 1}件事${at === 1 ? ' {#own-id}' : ''}`;
          return [title, blocks, correction, `来源：${source}`].filter(Boolean).join('\n\n');
        });
        const body = [lead, '## 产业要闻', ...texts].filter(Boolean).join('\n\n');
        const { issue, diagnostics } = parseText(`---\n${lines.join('\n')}\n---\n\n${body}\n`);
        fc.pre(issue !== undefined && diagnostics.messages.every(({ fatal }) => !fatal));
        if (issue === undefined) return;
        const imported = await importEdition(issue);
        expect(
          imported.notices.filter((each) => !/(header|footer) of its pages/.test(each)),
        ).toEqual([]);
        expect(imported.issue && contentOf(imported.issue)).toEqual(contentOf(issue));
      },
    ),
    partOfRuns(0.2),
  );
}, 240_000);

test('an entry that an editor puts behind the first one in Word is of the same list', async () => {
  const text = '正文。\n\n- 甲。\n- 乙。\n\n又：\n\n3. 丙。\n4. 丁。';
  const { issue } = parseText(`## 产业要闻\n\n### 甲事\n\n${text}\n\n来源：证券日报\n`);
  if (issue === undefined) throw new Error('the text is no issue');
  const bytes = await writeDocx(issueBook(registries.site, issue), async () => undefined);
  const archive = await JSZip.loadAsync(bytes);
  const path = 'word/document.xml';
  const document = (await archive.file(path)?.async('string')) ?? '';
  const doubled = document.replace(/<w:p>(?:(?!<w:p>).)*?[甲丙]。.*?<\/w:p>/g, (each) =>
    each.includes('Heading') ? each : each + each.replace(/[甲丙]。/, '新。'),
  );
  archive.file(path, doubled);
  const imported = await convertInput(
    { name: 'a.docx', bytes: await archive.generateAsync({ type: 'nodebuffer' }) },
    registries,
  );
  expect(imported.text).toContain('- 甲。\n- 新。\n- 乙。\n\n又：\n\n3. 丙。\n4. 新。\n5. 丁。\n');
});

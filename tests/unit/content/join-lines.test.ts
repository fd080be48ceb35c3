import { describe, expect, test } from 'vitest';
import { mailText } from '#lib/editions/mail/text.ts';
import { addressesOf, isFile } from '#lib/views/addresses.ts';
import { contentFolderWith } from '#tests/support/content-folder.ts';
import { readArchive } from '#tests/support/feeds.ts';
import { parseText } from '#tests/support/registries.ts';

const issueOf = (text: string) =>
  `${text}\n\n## 产业要闻\n\n### 甲\n\n${text}\n\n- ${text.replace(/\n/g, '\n  ')}\n\n> ${text}\n\n来源：光明日报\n`;
const shown = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

describe('a line break in the file', () => {
  test.each([
    ['汉字', '汉\n字', '汉字'],
    ['kana', 'ひらが\nなとカタカ\nナ', 'ひらがなとカタカナ'],
    ['a kana and an ideograph', '著作権の\n保護', '著作権の保護'],
    ['a long vowel', 'データ\nー', 'データー'],
    ['kana of half width', 'ｶﾀ\nｶﾅ', 'ｶﾀｶﾅ'],
    ['a full-width mark', '前文，\n后文', '前文，后文'],
    ['a mark at the beginning', '前文\n（后文）', '前文（后文）'],
    ['bopomofo', 'ㄅㄆ\nㄇ', 'ㄅㄆㄇ'],
    ['full-width digits', '２０\n２５', '２０２５'],
    ['blanks around it', '汉 \n\u3000字', '汉字'],
    ['emphasis before it', '**强调**\n之后', '强调之后'],
    ['emphasis behind it', '之前\n**强调**', '之前强调'],
    ['a link on both sides', '[甲](https://a.b/c)\n[乙](https://a.b/d)', '甲乙'],
    ['code behind it', '之前\n`函数`', '之前函数'],
    ['a line break in emphasis', '**强\n调**', '强调'],
    ['code on both sides', '`函`\n`数`', '函数'],
  ])('is no blank beside %s', (_, text, joined) => {
    const { issue } = parseText(issueOf(text));
    const item = issue?.sections[0]?.items[0];
    expect(issue?.leadText).toBe(joined);
    expect(shown(issue?.lead.__html ?? '')).toBe(joined);
    expect(item?.text.split('\n')).toEqual([joined, joined, joined]);
    expect(shown(item?.html.__html ?? '')).toBe([joined, joined, joined].join(' '));
  });

  test.each([
    ['Latin', 'one\ntwo', 'one two'],
    ['Hangul', '한국\n저작권', '한국 저작권'],
    ['Hangul and 汉字', '한국\n著作', '한국 著作'],
    ['汉字 and Latin', '用\nAI', '用 AI'],
    ['Latin in emphasis', '**one**\ntwo', 'one two'],
  ])('is a blank beside %s', (_, text, spaced) => {
    const { issue } = parseText(issueOf(text));
    expect(shown(issue?.lead.__html ?? '')).toBe(spaced);
    expect(issue?.leadText.replace('\n', ' ')).toBe(spaced);
  });

  test('is no blank in any form of the issue', async () => {
    const text = issueOf('著作権の\n**保護**\nについて');
    const archive = await readArchive(contentFolderWith({ '2025-03-31.md': text }));
    const [issue] = archive.issues;
    if (issue === undefined) throw new Error('there is no issue');
    const forms = addressesOf(archive)
      .filter(isFile)
      .filter(({ path }) => /(\d\.md|\d\.json|mail|feed\.xml|feed\.json|atom\.xml)$/.test(path));
    expect(forms.length).toBeGreaterThan(8);
    const texts = await Promise.all(forms.map(async ({ write }) => String(await write())));
    for (const form of [...texts, mailText({ issue, site: archive.site })])
      if (form.includes('著作'))
        expect(form.replace(/<[^>]*>|&lt;.*?&gt;|\*\*/g, '')).toContain('著作権の保護について');
  });
});

test('code spans become one where the line break between them is removed, and stay two elsewhere', () => {
  const htmlOf = (text: string) => parseText(issueOf(text)).issue?.lead.__html;
  expect(htmlOf('`函`\n`数`\n`名`')).toBe('<p><code>函数名</code></p>');
  expect(htmlOf('**`函`\n`数`**')).toBe('<p><strong><code>函数</code></strong></p>');
  expect(htmlOf('`函` `数`')).toBe('<p><code>函</code> <code>数</code></p>');
  expect(htmlOf('`a`\n`b`')).toBe('<p><code>a</code>\n<code>b</code></p>');
});

import { parse } from 'parse5';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Archive } from '#lib/content/archive.ts';
import { MAIL_LIMIT, mailHtml } from '#lib/editions/mail/html.ts';
import { xmlText } from '#lib/syndication/xml-text.ts';
import { fileAt } from '#lib/views/addresses.ts';
import { sampleIssue } from '#tests/support/content-folder.ts';
import { hostileIssue } from '#tests/support/hostile-letter.ts';
import { issueOf, mailed, site } from '#tests/support/letters.ts';
import { elementsOf, textOf, withoutBlanks } from '#tests/support/markup.ts';
import { readShipped } from '#tests/support/shipped.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text).length;
let shipped: Archive;
beforeAll(async () => {
  shipped = await readShipped();
});

describe('the mail of an issue', () => {
  test('stands beside its issue with its message, and search engines are told to leave it', async () => {
    const html = fileAt(shipped, '/issues/2025-03-31/mail');
    expect(html?.type).toBe('text/html; charset=utf-8');
    expect(await html?.write()).toContain('<meta name="robots" content="noindex">');
    expect(fileAt(shipped, '/issues/2025-03-31.eml')?.type).toBe('message/rfc822');
    expect(fileAt(shipped, '/issues/2025-04-01.eml')).toBeUndefined();
  });

  test('holds every word, source, day and address, under 100 KB', () => {
    for (const issue of shipped.issues) {
      const html = mailHtml({ issue, site: shipped.site });
      expect(bytesOf(html)).toBeLessThanOrEqual(MAIL_LIMIT);
      const whole = withoutBlanks(textOf(html));
      for (const { section, items } of issue.sections) {
        expect(whole).toContain(section.name);
        for (const item of items) {
          expect(whole).toContain(withoutBlanks(item.title));
          expect(whole).toContain(withoutBlanks(textOf(item.html.__html)));
          expect(html).toContain(`${shipped.site.origin}/issues/${issue.date}/${item.id}"`);
          for (const { source, url, date } of item.attributions) {
            expect(whole).toContain(withoutBlanks(source.name) + (date ?? ''));
            if (url !== undefined) expect(html).toContain(`"${url.replaceAll('&', '&amp;')}"`);
          }
        }
      }
      expect(whole).toContain(shipped.site.reprint);
    }
  });

  test('is of tables and inline styles, with no colour or ground that a dark client would fight', () => {
    const html = mailHtml({ issue: issueOf(hostileIssue), site: mailed });
    const elements = elementsOf(parse(html));
    const names = new Set(elements.map(({ tagName }) => tagName));
    for (const none of ['style', 'script', 'link', 'svg', 'form', 'iframe'])
      expect(names).not.toContain(none);
    expect(names).toContain('table');
    const metas = elements
      .filter(({ tagName }) => tagName === 'meta')
      .map(({ attrs }) => attrs.map(({ value }) => value).join(': '));
    expect(metas).toContain('color-scheme: light dark');
    for (const { attrs } of elements) {
      for (const { name, value } of attrs) {
        expect(name).not.toMatch(/^(class|id|on.*)$/);
        if (name === 'style')
          expect(value).not.toMatch(/background|(^|;)color:(?!inherit)|position/);
        if (name === 'href' || name === 'src') expect(value).toMatch(/^(https?|mailto):/);
      }
    }
  });

  test('begins with what a list of mails shows beside the subject', () => {
    const body = (text: string) =>
      textOf(mailHtml({ issue: issueOf(text), site }).replace(/^[\s\S]*<body[^>]*>/, '')).trim();
    expect(body(hostileIssue)).toMatch(/^导语有<b>、&amp;/);
    expect(body(sampleIssue(1))).toMatch(/^第1期消息之0；第1期消息之1/);
  });

  test('shows a title of its own, and keeps markup that was typed as text', () => {
    const own = issueOf(
      `---\ntitle: 特刊<i>\n---\n\n${sampleIssue(1).replace(/^---[\s\S]*?---/, '')}`,
    );
    expect(textOf(mailHtml({ issue: own, site }))).toContain('特刊<i>二〇二五年');
    const html = mailHtml({ issue: issueOf(hostileIssue), site });
    expect(textOf(html)).toContain('题目有<b>&"\' 与 ]]> 和 𠮷野家 👩‍👩‍👧‍👦');
    expect(xmlText(html)).toBe(html);
    // Nothing that was typed has become an element.
    const bold = elementsOf(parse(html)).filter(({ tagName }) => tagName === 'b');
    expect(bold).toEqual([]);
  });

  test('cuts long items where the whole would be clipped, and says where to read on', () => {
    const long = `${'这是很长的一段话。'.repeat(200)}\n\n> 更正（2025-04-02）：应为八元。`;
    const items = Array.from(
      { length: 30 },
      (_, at) => `### 长消息之${at}\n\n${long}\n\n来源：[证券日报](https://example.com/${at})\n`,
    );
    const text = `## 产业要闻\n\n### 短消息\n\n一句话。\n\n来源：光明日报\n\n${items.join('\n')}`;
    const html = mailHtml({ issue: issueOf(text), site });
    expect(bytesOf(html)).toBeLessThanOrEqual(MAIL_LIMIT);
    expect(html.match(/>阅读全文<\/a>/g)).toHaveLength(30);
    expect(html.match(/更正（2025-04-02）：应为八元。/g)).toHaveLength(30);
    expect(textOf(html)).toContain('短消息一句话。来源：光明日报');
    for (const [at] of items.entries()) expect(html).toContain(`https://example.com/${at}"`);
    // As much as finds room is shown.
    expect(bytesOf(html)).toBeGreaterThan(MAIL_LIMIT / 4);
  });

  test('says how much more there is where even headlines are too many', () => {
    const html = mailHtml({ issue: issueOf(sampleIssue(1, 800)), site });
    expect(bytesOf(html)).toBeLessThanOrEqual(MAIL_LIMIT);
    const shown = html.match(/<h3/g)?.length ?? 0;
    expect(shown).toBeGreaterThan(50);
    expect(html).toContain(`本栏还有${800 - shown}条，阅读全文</a>`);
    expect(html).toContain('href="https://digest.example/issues/2025-03-31#industry"');
  });
});

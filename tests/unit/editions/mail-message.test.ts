import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { mailHtml } from '#lib/editions/mail/html.ts';
import { mailMessage } from '#lib/editions/mail/message.ts';
import { hostileIssue } from '#tests/support/hostile-letter.ts';
import { issueOf, mailed, site } from '#tests/support/letters.ts';
import { withoutBlanks } from '#tests/support/markup.ts';
import { readShipped } from '#tests/support/shipped.ts';

const to = { name: '读者', address: 'reader+a&b@example.com' };

describe('the message', () => {
  test('is read by another program as text and HTML, with who, when, what and how to leave', async () => {
    const message = mailMessage({ issue: issueOf(hostileIssue), site: mailed, to });
    // RFC 5321, 4.5.3.1.6: lines of ASCII of at most 1,000 octets with CRLF.
    for (const line of message.split('\r\n')) expect(line).toMatch(/^[\t\x20-\x7e]{0,998}$/);
    const mail = await PostalMime.parse(message);
    expect(mail.from).toMatchObject(mailed.mail?.from ?? {});
    expect(mail.to?.[0]).toMatchObject(to);
    expect(mail.subject).toBe('试刊 2025年3月31日 第7期');
    expect(new Date(mail.date ?? '')).toEqual(new Date('2025-03-31T08:00+08:00'));
    expect(mail.messageId).toMatch(/^<2025-03-31\.2025\.[\da-f]{16}@digest\.example>$/);
    expect(mail.messageId).not.toContain('reader');
    const header = (key: string) => mail.headers.find((each) => each.key === key)?.value;
    expect(header('list-unsubscribe')).toBe(
      '<https://digest.example/leave?address=reader%2Ba%26b%40example.com&list=1>, <mailto:leave@digest.example>',
    );
    expect(header('list-id')).toBe('<issues.2025.digest.example>');
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(header('x-unsent')).toBeUndefined();
    expect(header('content-type')).toMatch(/^multipart\/alternative/);
    expect(mail.html?.trimEnd()).toBe(
      mailHtml({ issue: issueOf(hostileIssue), site: mailed, to }).trimEnd(),
    );
    expect(mail.text).toContain('退订：https://digest.example/leave?address=reader%2Ba%26b');
    expect(mail.attachments).toEqual([]);
  });

  test('has the whole issue in its text part too', async () => {
    const mail = await PostalMime.parse(
      mailMessage({ issue: issueOf(hostileIssue), site: mailed }),
    );
    expect(mail.text?.slice(mail.text.indexOf('====')).trim()).toMatchInlineSnapshot(`
      "==== 产业要闻 ====

      【题目有<b>&"' 与 ]]> 和 𠮷野家 👩‍👩‍👧‍👦】
      一段有着重、加重和<code> &amp;的话，见公告（https://example.com/notice?a=1&b=2 ）与上期（https://digest.example/issues/2025-03-24 ），又见公告（https://example.com/notice?a=1&b=2 ），]]>。
      - 第一点
      - 第二点
      第二点的第二段
      3. 三
      4. 四
      > 引文。
      年份 | 数量
      2023 | 1
      if (a < b)  {
        c
      }
      ［图：图一 "引" https://digest.example/issues/2025-03-31/a.png ］
      ［图：https://example.com/b.png ］
      > 更正（2025-04-02）：应为八元。
      来源：证券日报 2025-03-26 https://example.com/a?x=1&y=2 、光明日报 2025-03-27、羊城晚报
      https://digest.example/issues/2025-03-31/formats

      【另一条】
      另一段。
      来源：北京日报
      https://digest.example/issues/2025-03-31/vrammf

      ==== 资讯速递 ====

      【第三条】
      第三段。
      来源：封面新闻 https://example.com/c
      https://digest.example/issues/2025-03-31/wysqwq

      ----
      转载请注明来源。
      退订：mailto:leave@digest.example"
    `);
    const shipped = await readShipped();
    for (const issue of shipped.issues) {
      const { text } = await PostalMime.parse(mailMessage({ issue, site: shipped.site }));
      for (const item of issue.sections.flatMap(({ items }) => items)) {
        expect(withoutBlanks(text ?? '')).toContain(withoutBlanks(item.text));
        expect(text).toContain(`${shipped.site.origin}/issues/${issue.date}/${item.id}`);
        for (const { url } of item.attributions) expect(text).toContain(url ?? '');
      }
    }
  });

  test('is the same whenever it is made, and gets a new date only when it is sent', async () => {
    const letter = { issue: issueOf(hostileIssue), site: mailed };
    const once = mailMessage(letter);
    expect(mailMessage(letter)).toBe(once);
    const sent = mailMessage(letter, new Date('2025-04-03T01:02:03Z'));
    expect(sent).toContain('Date: Thu, 03 Apr 2025 01:02:03 +0000');
    expect(sent.replace(/^Date: .*$/m, '')).toBe(once.replace(/^Date: .*$/m, ''));
  });

  test('has one message id for each issue and subscriber, however the address is written', () => {
    const issue = issueOf(hostileIssue);
    const later = { ...issue, date: '2025-04-07' as const };
    const idOf = (address: string | undefined, of = issue) => {
      const letter = { issue: of, site: mailed };
      const sent = address === undefined ? letter : { ...letter, to: { name: '', address } };
      return /^Message-ID: (<[^<>\s]+@digest\.example>)\r$/m.exec(mailMessage(sent))?.[1];
    };
    const ids = [
      idOf('a@example.com'),
      idOf('b@example.com'),
      idOf('a@example.org'),
      idOf('a@example.com', later),
      idOf(undefined),
      idOf(undefined, later),
    ];
    expect(ids).not.toContain(undefined);
    expect(new Set(ids).size).toBe(ids.length);
    expect(idOf('A@Example.com')).toBe(ids[0]);
    expect(idOf(undefined)).toBe('<2025-03-31.2025@digest.example>');
  });

  test.each([
    [{ https: 'https://digest.example/leave?address={address}' }, null],
    [
      { https: 'https://digest.example/leave/{address}/{address}', mailto: 'leave@digest.example' },
      '<mailto:leave@digest.example>',
    ],
    [{ https: 'https://digest.example/leave' }, '<https://digest.example/leave>'],
    [{ mailto: 'leave@digest.example' }, '<mailto:leave@digest.example>'],
    [undefined, null],
  ])(
    'to nobody in particular names no way to leave that needs an address: %j',
    async (unsubscribe, header) => {
      const letter = { issue: issueOf(hostileIssue), site: { ...mailed, mail: { unsubscribe } } };
      const { headers, text = '', html = '' } = await PostalMime.parse(mailMessage(letter));
      expect(headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? null).toBe(header);
      expect(headers.find(({ key }) => key === 'list-id')?.value).toBe(
        '<issues.2025.digest.example>',
      );
      for (const part of [text, html]) {
        expect(part).not.toMatch(/address=(?!\w)|leave\/\//);
        expect(part.includes('退订')).toBe(header !== null);
      }
    },
  );

  test('without a recipient has no one-click unsubscribe, and without a sender is a draft', async () => {
    const open = await PostalMime.parse(
      mailMessage({ issue: issueOf(hostileIssue), site: mailed }),
    );
    const keys = open.headers.map(({ key }) => key);
    expect(keys).toContain('list-unsubscribe');
    expect(keys).not.toContain('list-unsubscribe-post');
    expect(open.to).toBeUndefined();
    const draft = await PostalMime.parse(mailMessage({ issue: issueOf(hostileIssue), site }));
    expect(draft.from).toBeUndefined();
    const own = draft.headers.map(({ key }) => key);
    expect(own).toContain('x-unsent');
    expect(own).not.toContain('list-unsubscribe');
  });
});

import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { startEventServer } from '#lib/editor/event-server.ts';
import { Token } from '#lib/editor/guard.ts';
import { keyOf } from '#lib/editor/inbox/candidates/report.ts';
import { inboxAnswer } from '#lib/editor/inbox/page/inbox-answers.ts';
import { temporaryFolder } from '#tests/support/content-folder.ts';
import { publicationIn } from '#tests/support/inbox.ts';

const FIRST = 'https://example.com/1';
const SECOND = 'https://example.com/2';
const FEEDS = {
  甲报: [
    {
      title: '某公司发布AI &amp;lt;script&amp;gt; &quot;大模型&quot;',
      url: FIRST,
      date: '2025-03-30',
    },
    { title: '去年营收增长三成', url: SECOND, date: '2025-03-29' },
  ],
  乙网: { fault: '404 <b>' },
};

/** The page of a publication, and how to ask for it as a browser does. */
async function openPage(publication = publicationIn(temporaryFolder(), FEEDS)) {
  const token = new Token();
  const server = await startEventServer({
    answers: { inbox: inboxAnswer(publication.places, token) },
  });
  onTestFinished(() => server.close());
  const base = `${server.origin}/inbox/${token.value}/`;
  const get = (path = '', headers: Record<string, string> = {}) => fetch(base + path, { headers });
  const decide = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(`${base}decide`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { Origin: server.origin, ...headers },
      redirect: 'manual',
    });
  /** The page when all feeds are read. */
  const read = async () => {
    for (;;) {
      const html = await (await get()).text();
      if (!html.includes('http-equiv="refresh"')) return html;
      await wait(10);
    }
  };
  return { ...publication, server, base, get, decide, read };
}

test('the page lists the candidates with buttons, and what could not be read', async () => {
  const { get, read } = await openPage();
  const first = await get();
  expect(await first.text()).toContain('<h1>正在读订阅源</h1>');
  expect(first.headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; script-src 'self';/,
  );
  expect(first.headers.get('cache-control')).toBe('no-store');
  const html = await read();
  expect(html).toContain('<h1>候选 2 条</h1>');
  expect(html).not.toContain('<script>');
  expect(html).toContain('>某公司发布AI &lt;script&gt; &quot;大模型&quot;</a>');
  expect(html).toContain(`href="${FIRST}" target="_blank" rel="noopener noreferrer"`);
  expect(html).toContain('2 个订阅源里有 1 个没有读成');
  expect(html).toContain('乙网 https://feeds.example/1：404 &lt;b&gt;');
});

test('its files are the script and the style that the policy allows', async () => {
  const { get, read } = await openPage();
  const html = await read();
  for (const name of ['keys.js', 'inbox.css']) {
    expect(html).toContain(`"${name}"`);
    const file = await get(name);
    expect([file.status, file.headers.get('x-content-type-options')]).toEqual([200, 'nosniff']);
    expect((await file.text()).length).toBeGreaterThan(200);
  }
  for (const name of ['../x', 'inbox-keys.ts', 'a/b'])
    expect((await get(name)).status).not.toBe(200);
});

test('a decision is written, and leads to the next candidate', async () => {
  const { decide, read, issue, decisions } = await openPage();
  await read();
  const [first, second] = [keyOf(FIRST), keyOf(SECOND)];
  const taken = await decide({ key: first, act: 'take', section: '产业要闻' });
  expect([taken.status, taken.headers.get('location')]).toEqual([303, `./#c-${second}`]);
  expect(issue('2025-03-31')).toContain(
    `## 产业要闻\n\n### 某公司发布AI \\<script> "大模型"\n\n来源：[甲报](${FIRST})`,
  );
  expect(await read()).toContain('候选 1 条');
  // A form that is sent twice decides nothing twice.
  await decide({ key: first, act: 'take', section: '产业要闻' });
  expect(issue('2025-03-31').match(/^###/gm)).toHaveLength(1);
  const kept = await decide({ key: second, act: 'keep' });
  expect(kept.headers.get('location')).toBe('./');
  expect(await read()).toContain('已留 · 甲报 3月29日');
  await decide({ key: second, act: 'decline' });
  expect(decisions()).toContain(`${second}\t2025-03-31\tdeclined\n`);
  expect(await read()).toContain('<p>没有候选。</p>');
  const undone = await decide({ act: 'undo' });
  expect(undone.headers.get('location')).toBe(`./#c-${second}`);
  expect(await read()).toContain('已撤销：去年营收增长三成');
});

test('the last section stays chosen, and the feeds are read again when it is asked for', async () => {
  const { decide, read } = await openPage();
  await read();
  await decide({ key: keyOf(FIRST), act: 'take', section: '海外传真' });
  expect(await read()).toContain('<option selected>海外传真</option>');
  expect((await decide({ act: 'again' })).headers.get('location')).toBe('./');
  expect(await read()).toContain('候选 1 条');
});

test('what an editor can mend is told on the page, and nothing is decided', async () => {
  const publication = publicationIn(temporaryFolder(), FEEDS);
  const { decide, read } = await openPage(publication);
  await read();
  appendFileSync(join(publication.folder, 'template.md'), new Uint8Array([0xff]));
  const answer = await decide({ key: keyOf(FIRST), act: 'take' });
  expect(answer.headers.get('location')).toBe(`./#c-${keyOf(FIRST)}`);
  const html = await read();
  expect(html).toContain('is not in UTF-8');
  expect(html).toContain('候选 2 条');
});

test('a content folder that cannot be read is told, and read again once it is mended', async () => {
  const publication = publicationIn(temporaryFolder(), FEEDS);
  writeFileSync(join(publication.folder, 'inbox.tsv'), 'x\n');
  const { decide, read } = await openPage(publication);
  expect(await read()).toContain('inbox.tsv:1 cannot be read');
  writeFileSync(join(publication.folder, 'inbox.tsv'), '');
  await decide({ act: 'again' });
  expect(await read()).toContain('候选 2 条');
});

test('another site can neither read nor decide', async () => {
  const { server, base, get, decide, read } = await openPage();
  await read();
  const decision = { key: keyOf(FIRST), act: 'decline' };
  expect((await fetch(`${server.origin}/inbox/x/`)).status).toBe(403);
  expect((await get('', { Origin: 'https://evil.example' })).status).toBe(403);
  expect((await get('', { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
  expect((await decide(decision, { Origin: 'https://evil.example' })).status).toBe(403);
  expect((await decide(decision, { Origin: 'null' })).status).toBe(403);
  expect((await decide(decision, { 'Content-Type': 'text/plain' })).status).toBe(415);
  expect((await decide({ ...decision, key: 'x'.repeat(5000) })).status).toBe(413);
  expect((await fetch(base, { method: 'PUT', headers: { Origin: server.origin } })).status).toBe(
    405,
  );
  expect((await decide({ key: 'x', act: 'decline' })).status).toBe(404);
  expect((await decide({ ...decision, act: 'x' })).status).toBe(400);
  expect(await read()).toContain('候选 2 条');
});

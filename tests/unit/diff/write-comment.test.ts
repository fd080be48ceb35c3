import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { remark } from 'remark';
import { describe, expect, test } from 'vitest';
import { escapeForComment } from '#lib/editor/diff/comment-html.ts';
import type { IssueDifference, ItemDifference } from '#lib/editor/diff/difference.ts';
import { writeComment } from '#lib/editor/diff/write-comment.ts';

const hostile = [
  '</ins></li><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<!-- dibao-content -->',
  '**粗** ~~删~~ `码` # 题',
  '\n\n# 标题\n\n- [x] 一\n\n```\n',
  '@editor @org/team ＠editor',
  '&#64;editor &commat;editor',
  '#26 ＃26 GH-26 owner/repo#26',
  'https://evil.example www.evil.example mail@evil.example',
  '[x](javascript:alert(1)) ![x](https://evil.example/x.png)',
  'a5c3785ed8d6a35868bc169f07e40e889087fd2e',
  ':tada:',
];

const item = (text: string): ItemDifference => ({
  kind: 'changed',
  id: text,
  title: text,
  section: text,
  notes: [text],
  fields: [
    {
      field: '正文',
      runs: [
        { kind: 'same', text },
        { kind: 'removed', text },
        { kind: 'added', text },
      ],
    },
  ],
});

const issue = (parts: Partial<IssueDifference>): IssueDifference => ({
  ...{ kind: 'changed', date: '2025-03-31', title: '试刊', state: 'public', fields: [], items: [] },
  ...parts,
});

/** The names of the elements in a comment, and the texts in it that no tag parts. */
function shown(comment: string) {
  const names = new Set<string>();
  const texts: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.ChildNode) => {
    if ('tagName' in node) {
      names.add(node.tagName);
      expect(node.attrs).toEqual([]);
      for (const child of node.childNodes) visit(child);
    } else if ('value' in node) texts.push(node.value);
    else throw new Error(`Unexpected ${node.nodeName}`);
  };
  for (const node of parseFragment(comment).childNodes) visit(node);
  return { names: [...names], texts };
}

describe('nothing of the content', () => {
  test.each(hostile)('is markup: %j', (text) => {
    const comment = writeComment(
      [issue({ title: text, items: [item(text)] }), issue({ kind: 'new', items: [item(text)] })],
      40_000,
    );
    // To Markdown the whole comment is HTML.
    const { children } = remark().parse(comment);
    expect(new Set(children.map(({ type }) => type))).toEqual(new Set(['html']));
    const { names, texts } = shown(comment);
    expect(['b', 'br', 'del', 'h4', 'ins', 'li', 'p', 'ul']).toEqual(expect.arrayContaining(names));
    // What GitHub looks for in the text of a comment, once it is HTML.
    for (const seen of texts)
      expect(seen).not.toMatch(/[@＠]\w|[#＃]\d|gh-\d|:\/\/|www\.|:\w+:|\b[0-9a-f]{7,40}\b/i);
  });

  test.each(hostile)('is lost: %j', (text) => {
    const seen = shown(`<p>${escapeForComment(text)}</p>`).texts.join('');
    expect(seen.replaceAll('\u200B', '')).toBe(text.replace(/\n/g, ''));
  });
});

test('a change is struck through and underlined', () => {
  const runs = [
    { kind: 'same', text: '开放到' },
    { kind: 'removed', text: '九' },
    { kind: 'added', text: '八' },
  ] as const;
  const changed = {
    ...item('开放'),
    notes: ['在栏目里换了先后'],
    fields: [{ field: '正文', runs }],
  };
  expect(writeComment([issue({ state: 'draft', items: [changed] })], 40_000)).toBe(
    [
      '<p>文字有改动的：1期，1条。<del>删去</del>、<ins>加上</ins>。</p>',
      '<h4>改动（草稿） /issues/2025-03-31 试刊</h4>',
      '<p><b>改动</b> 开放 · 开放（开放）</p><ul><li>在栏目里换了先后</li><li>正文：开放到<del>九</del><ins>八</ins></li></ul>',
    ].join('\n\n'),
  );
  expect(writeComment([], 40_000)).toBe('<p>刊出的文字没有改动。</p>');
});

test('what does not fit is counted', () => {
  const items = Array.from({ length: 300 }, () => item('字'.repeat(200)));
  const comment = writeComment([issue({ items })], 10_000);
  expect(comment.length).toBeLessThanOrEqual(10_000);
  const written = comment.split('<p><b>').length - 1;
  expect(written).toBeGreaterThan(5);
  expect(comment).toMatch(new RegExp(`<p>太长，后面还有${300 - written}段没有列出。</p>$`));
});

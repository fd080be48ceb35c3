import { expect, test } from 'vitest';
import { parseIssue } from '#lib/content/parse-issue.ts';
import { fc } from '../../support/properties.ts';
import { testRegistries } from '../../support/registries.ts';

const registries = testRegistries();

/** A piece of an issue: a title with its text, something between, or a source. */
type Piece =
  | { kind: 'title'; form: 'brackets' | 'bold' | 'heading' | 'indented' }
  | { kind: 'source'; form: 'line' | 'brackets' | 'bold' }
  | { kind: 'block'; text: string };

const blocks = [
  '正文的一段。',
  '- 第一点\n- 第二点',
  '- 第一点\n  - 更深的一点',
  '1. 第一\n2. 第二',
  '> 某人的话。',
  '> - 引文里的一点',
  '> 某人的话。\n>\n> 第二段。',
  '| 年份 | 金额 |\n|---|---|\n| 2024 | 1269 |',
  '- 列表里的\n  > 引文',
];

const piece = fc.oneof<fc.Arbitrary<Piece>[]>(
  fc.record({
    kind: fc.constant('title' as const),
    form: fc.constantFrom('brackets', 'bold', 'heading', 'indented'),
  }),
  fc.record({
    kind: fc.constant('source' as const),
    form: fc.constantFrom('line', 'brackets', 'bold'),
  }),
  fc.record({ kind: fc.constant('block' as const), text: fc.constantFrom(...blocks) }),
);

/** Pieces, and whether a blank line stands behind each. */
const pieces = fc.array(fc.tuple(piece, fc.boolean()), { minLength: 1, maxLength: 12 });

type Written = { text: string; items: { title: string; line: number; sources: string[] }[] };

/** An issue of the pieces, with what a person would count in it. A title comes first. */
function write(all: [Piece, boolean][]): Written {
  const items: Written['items'] = [];
  const lines = ['## 产业要闻', ''];
  const first: [Piece, boolean] = [{ kind: 'title', form: 'brackets' }, false];
  for (const [index, [{ kind, ...rest }, isApart]] of [first, ...all].entries()) {
    if (kind === 'title' && 'form' in rest) {
      const title = `第${index}条`;
      items.push({ title, line: lines.length + 1, sources: [] });
      const text = `正文${index}。`;
      if (rest.form === 'heading') lines.push(`### ${title}`, text);
      else if (rest.form === 'bold') lines.push(`**【${title}】** ${text}`);
      else lines.push(`${rest.form === 'indented' ? '　　' : ''}【${title}】${text}`);
    } else if (kind === 'source' && 'form' in rest) {
      const name = `来源${index}`;
      items.at(-1)?.sources.push(name);
      if (rest.form === 'line') lines.push(`来源：${name}`);
      else lines.push(rest.form === 'bold' ? `**来源：${name}**` : `（来源：${name}）`);
    } else if ('text' in rest) lines.push(...rest.text.split('\n'));
    if (isApart) lines.push('');
  }
  return { text: `${lines.join('\n')}\n`, items };
}

test('each title opens an item, whose source stands before the next title, or there is an error', () => {
  fc.assert(
    fc.property(pieces, (all) => {
      const { text, items } = write(all);
      const { issue, diagnostics } = parseIssue({ path: 'issues/2025-03-31.md', text }, registries);
      const read = issue?.sections.flatMap((section) => section.items) ?? [];
      expect(read.map(({ title }) => title)).toEqual(items.map(({ title }) => title));
      const errors = diagnostics.messages.filter(({ fatal }) => fatal);
      for (const [index, { attributions }] of read.entries()) {
        const { sources = [], line = 0 } = items[index] ?? {};
        const next = items[index + 1]?.line ?? Number.POSITIVE_INFINITY;
        const names = attributions.map(({ source }) => source.name);
        expect(sources, 'the source of another item').toEqual(expect.arrayContaining(names));
        const isCredited = sources.length === 1 && names.length === 1;
        const hasError = errors.some(
          (error) => (error.line ?? 0) >= line && (error.line ?? 0) < next,
        );
        expect(isCredited || hasError, text).toBe(true);
      }
    }),
  );
});

test('an item right behind the source of another, on the same line, has its own', () => {
  const bracket = fc.constantFrom(
    '（来源：$）',
    '(来源:$)',
    '（来源：[$](https://example.com/a)）',
    '（ 来源：$ 2025-03-26）',
  );
  const gap = fc.constantFrom('', ' ', '　', '。', '；', '\n', '\n\n');
  const title = fc.constantFrom('【#】', '**【#】**', '【#】 ');
  fc.assert(
    fc.property(fc.array(fc.tuple(title, bracket, gap), { minLength: 2, maxLength: 6 }), (all) => {
      const parts = all.map(([form, source, behind], index) =>
        [
          form.replace('#', `${index}`),
          `正文${index}。`,
          source.replace('$', `来源${index}`),
          behind,
        ].join(''),
      );
      const text = `## 产业要闻\n\n${parts.join('')}\n`;
      const { issue } = parseIssue({ path: 'issues/2025-03-31.md', text }, registries);
      const read = issue?.sections.flatMap((section) => section.items) ?? [];
      expect(
        read.map(({ title, attributions }) => [
          title,
          attributions.map(({ source }) => source.name),
        ]),
      ).toEqual(all.map((_, index) => [`${index}`, [`来源${index}`]]));
    }),
  );
});

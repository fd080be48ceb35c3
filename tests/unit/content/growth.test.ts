import { describe, expect, test } from 'vitest';
import { mendText } from '#lib/editor/mend.ts';
import { growsInStep } from '#tests/support/growth.ts';
import { importText } from '#tests/support/imports.ts';
import {
  factsOf,
  parseRegistryTexts,
  parseText,
  registryTexts,
} from '#tests/support/registries.ts';

const GOOD = '## 产业要闻\n\n### 标题\n\n正文。\n\n来源：证券日报\n';

/** How much longer the long text is. Each is read twice or more. */
const TIMES = 8;

/** Whether the time to read a heap of a piece, put into a text, grows in step with it. */
function isInStep(read: (text: string) => unknown, put: (heap: string) => string, piece: string) {
  const textOf = (length: number) => put(piece.repeat(Math.ceil(length / piece.length)));
  const [short, long] = [textOf(SHORT), textOf(SHORT * TIMES)];
  return growsInStep(
    TIMES,
    () => read(short),
    () => read(long),
  );
}

const SHORT = 2_000;

function check(text: string): void {
  const { issue } = parseText(text);
  for (const { items } of issue?.sections ?? []) for (const item of items) factsOf(item);
}

describe('a check takes time in step with the text, whatever is heaped in', () => {
  test.each<[string, (heap: string) => string, string[]]>([
    [
      'the sources of an item',
      (heap) => GOOD.replace('证券日报', `证券日报${heap}`),
      [
        '、',
        '，',
        '；',
        '1,',
        '甲、',
        '|',
        ' ',
        '\u3000',
        '（来源：',
        'https://a.example/、',
        '&#20013;',
      ],
    ],
    [
      'the front matter',
      (heap) => `---\n${heap}\n---\n\n${GOOD}`,
      ['\n', ' \n', '\u3000\n', '\r', '#\n'],
    ],
    ['a title', (heap) => GOOD.replace('标题', `标题${heap}题`), [' ', '\u3000', '{#', '\u0301']],
    ['the name of a section', (heap) => GOOD.replace('产业要闻', `产业${heap}要闻`), [' ', '\r']],
    [
      'the lead',
      (heap) => `导语${heap}\n\n${GOOD}`,
      ['更正（', '》', '\u{E0041}', '\\\n', '&#xFFFD;'],
    ],
    [
      'an item',
      (heap) => GOOD.replace('正文。', `正文${heap}。`),
      [';', '!', '\u3000\n', '（来源：甲）乙'],
    ],
    ['a list', (heap) => GOOD.replace('正文。', `正文。\n\n- ${heap}`), ['、\n', '甲\n']],
    [
      'a quote',
      (heap) => GOOD.replace('正文。', `正文。\n\n> ${heap}`),
      ['、\n', '甲\n', '> 甲\n'],
    ],
    ['the end of a file', (heap) => `${GOOD}${heap}`, ['\n', ' \n', '\r\n']],
  ])('%s', (_, put, pieces) => {
    expect(pieces.filter((piece) => !isInStep(check, put, piece))).toEqual([]);
  });

  test('keys of YAML that are lists or maps themselves', () => {
    for (const heap of ['? '.repeat(40), `${'{'.repeat(40)}a${'}'.repeat(40)}`]) {
      const { diagnostics } = parseText(`---\n${heap}\n---\n\n${GOOD}`);
      expect(diagnostics.messages.map(({ ruleId }) => ruleId)).toContain('front-matter-invalid');
      const { diagnostics: registry } = parseRegistryTexts({
        ...registryTexts,
        'sources.yml': heap,
      });
      expect(registry.flatMap(({ messages }) => messages.map(String)).join()).toContain('as a key');
    }
  });
});

test('redirects are read in time that grows in step with them', () => {
  const read = (count: number) => () =>
    parseRegistryTexts({
      ...registryTexts,
      'redirects.yml': Array.from({ length: count }, (_, at) => `/old/${at}: /about\n`).join(''),
    });
  expect(growsInStep(TIMES, read(SHORT), read(SHORT * TIMES))).toBe(true);
});

test('more sources than an item cites are one fault', () => {
  const { diagnostics, issue } = parseText(
    GOOD.replace('证券日报', Array(300).fill('证券日报').join('、')),
  );
  expect(diagnostics.messages.map(String)).toEqual(
    ['7:404-7:405: Unexpected 300 sources of one item, expected at most 100'].map((line) =>
      expect.stringContaining(line.slice(line.indexOf('Unexpected'))),
    ),
  );
  expect(issue?.sections[0]?.items[0]?.attributions).toHaveLength(100);
});

test('of a heap of brackets the first hundred are reported, and how many there are besides', () => {
  const { diagnostics } = parseText(GOOD.replace('正文。', '》'.repeat(4_000)));
  expect(diagnostics.messages).toHaveLength(100);
  expect(diagnostics.messages.at(-1)?.reason).toContain('and 3900 more after it');
});

test.each(['!', ',', ')', '(', ';?'])(
  'mending a heap of %s takes time in step with it',
  (piece) => {
    const mend = (text: string) => mendText(text, (now) => parseText(now).diagnostics);
    expect(isInStep(mend, (heap) => GOOD.replace('正文。', `正文${heap}完。`), piece)).toBe(true);
  },
);

describe('an import takes time in step with the text', () => {
  /** How long an import takes; it waits for libraries, so that it cannot be timed as the others are. */
  async function timeOf(text: string, name: string): Promise<number> {
    const start = performance.now();
    await importText(text, name);
    return performance.now() - start;
  }

  test.each<[string, string, string]>([
    ['comments', '2025-03-31.txt', '<!-- c -->'],
    ['declarations', '2025-03-31.txt', '<?xml?>'],
    ['tables', '2025-03-31.md', '|a|\n|-|\n\n'],
    ['lists', '2025-03-31.md', '- a\n\n甲\n\n'],
    ['marks beside Chinese', '2025-03-31.txt', '!'],
    ['footnotes', '2025-03-31.md', '[^1]: a\n\n'],
    ['blanks', '2025-03-31.txt', '期号 '],
  ])('of %s', async (_, name, piece) => {
    const textOf = (length: number) =>
      `## 产业要闻\n\n### 标题\n\n正文${piece.repeat(Math.ceil(length / piece.length))}完。\n\n来源：证券日报\n`;
    const short = Math.min(await timeOf(textOf(1_000), name), await timeOf(textOf(1_000), name));
    const long = Math.min(await timeOf(textOf(4_000), name), await timeOf(textOf(4_000), name));
    // Four times the text; what compares each with each takes sixteen times as long.
    expect(long).toBeLessThan(10 * short + 100);
  });
});

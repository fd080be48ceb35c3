import { expect, test } from 'vitest';
import { importText } from '#tests/support/imports.ts';

/** What becomes of a paragraph of Markdown with tags in it, and what the import says of it. */
async function read(paragraph: string) {
  const text = `## 产业要闻\n\n### 甲事\n\n${paragraph}\n\n来源：证券日报\n`;
  const { text: written, notices } = await importText(text, '2025-03-31.md');
  const [, body] = /### 甲事\n\n([\s\S]*?)\n\n来源/.exec(written) ?? [];
  return { body, notices };
}

test.each([
  ['数10<sup>6</sup>个，CO<sub>2</sub>。', '数10⁶个，CO₂。'],
  ['x<sup>1.5</sup>倍，式x<sub>zz</sub>的值。', 'x^(1.5)倍，式x_(zz)的值。'],
  [
    '**粗<sup>2</sup>**与[链<sub>3</sub>](https://a.example)。',
    '**粗²**与[链₃](https://a.example)。',
  ],
  ['读<ruby>漢<rt>han</rt></ruby>字。', '读漢（han）字。'],
  ['见<video src="https://a.example/c.mp4"></video>。', '见[视频](https://a.example/c.mp4)。'],
  ['<iframe src="https://a.example/d"></iframe>', '[内嵌网页](https://a.example/d)'],
  ['<b>甲</b><span>乙</span><sup>未闭合。', '**甲**乙未闭合。'],
])('%s in Markdown is read as in a page', async (paragraph, expected) => {
  expect(await read(paragraph)).toEqual({ body: expected, notices: [] });
});

test('what is struck or hidden in Markdown is left out, and reported', async () => {
  const paragraph = '原价<s>100</s>80元，<del>删去</del><span style="display:none">隐藏</span>尾。';
  expect(await read(paragraph)).toEqual({
    body: '原价80元，尾。',
    notices: [
      'Struck text was left out (“100”).',
      'Struck text was left out (“删去”).',
      'Hidden text was left out (“隐藏”).',
    ],
  });
});

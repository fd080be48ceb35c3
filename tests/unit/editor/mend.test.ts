import { describe, expect, test } from 'vitest';
import { isFixable } from '#lib/check/report.ts';
import { rules } from '#lib/content/faults/rules.ts';
import { mendText } from '#lib/editor/mend.ts';
import { anyText, issueDrafts, writeDraft } from '#tests/support/drafts.ts';
import { fc, partOfRuns } from '#tests/support/properties.ts';
import { parseText } from '#tests/support/registries.ts';

const mend = (text: string) => mendText(text, (each) => parseText(each).diagnostics);
const body = (text: string) => `## 产业要闻\n\n### 标题\n\n${text}\n\n来源：证券日报\n`;

describe('what the table marks is mended', () => {
  const fixable = Object.entries(rules).filter(([, rule]) => 'fixable' in rule);
  test.each(fixable)('%s: mending removes the fault of its invalid example', (id, { invalid }) => {
    if (typeof invalid !== 'string') throw new Error('the example is one file');
    const { text, mended, left } = mend(invalid);
    expect([...mended]).toEqual([[id, 1]]);
    expect([...left]).toEqual([]);
    expect(parseText(text).diagnostics.messages).toEqual([]);
  });

  test.each([
    ['营收8,805元,同比(增长)4:3', '营收8,805元，同比（增长）4:3'],
    ['发布AI模型(DeepSeek V3),开源!!', '发布AI模型（DeepSeek V3），开源！！'],
    ['版权(AI)法', '版权（AI）法'],
    ['见\\(文件\\)', '见（文件）'],
    ['时间10:30开始,见https://a.b/c,d?e:f。', '时间10:30开始，见https://a.b/c,d?e:f。'],
    ['1)营收,2)利润', '1)营收，2)利润'],
    ['版权(未完', '版权(未完'],
    ['`代码,码`与**粗,体**', '`代码,码`与**粗，体**'],
    ['[文,字](https://example.com/a,b)', '[文，字](https://example.com/a,b)'],
    ['A&amp;B公司,', 'A&amp;B公司，'],
    ['见<https://e.com/甲,乙(丙)?丁>,戊', '见<https://e.com/甲,乙(丙)?丁>，戊'],
    ['他说“Fair use”, and so on,完', '他说“Fair use”, and so on，完'],
    [
      '“It’s ours”, said the ‘author’, twice…, once—,',
      '“It’s ours”, said the ‘author’, twice…, once—,',
    ],
    ['《法》所说的“合理使用”,以及‘引用’;', '《法》所说的“合理使用”，以及‘引用’；'],
    ['沉默……,然后,“开口”:', '沉默……，然后，“开口”：'],
    ['见“Berne”,“TRIPS”,“版权”', '见“Berne”,“TRIPS”，“版权”'],
    ['见[甲](https://e.com/a b)乙,丙', '见[甲](https://e.com/a b)乙，丙'],
  ])('half-width marks beside Chinese: %s', (before, after) => {
    expect(mend(body(before)).text).toBe(body(after));
  });

  test.each([
    ['[a](https://e.com/a?utm_source=x&id=1#b)', '[a](https://e.com/a?id=1#b)'],
    ['[a](https://e.com/a?id=1&amp;utm_source=x "题")', '[a](https://e.com/a?id=1 "题")'],
    ['<https://e.com/?spm=1.2.3>', '<https://e.com/>'],
    ['[a](https://e.com/a?vd_source=x&p=2&igsh=y)', '[a](https://e.com/a?p=2)'],
    ['[https://e.com/?spm=1](https://e.com/?spm=1)', '[https://e.com/?spm=1](https://e.com/)'],
  ])('tracking: %s', (before, after) => {
    expect(mend(body(before)).text).toBe(body(after));
  });

  test.each([
    ['正文。（来源：（来源:证券日报））', '正文。（来源：证券日报）'],
    ['正文。（来源：来源：来源：证券日报）', '正文。（来源：证券日报）'],
    ['正文。(来源:(来源:(来源:证券日报、光明日报)))', '正文。(来源:证券日报、光明日报)'],
    [
      '正文。\n\n来源：来源：[证券日报](https://e.com/a)',
      '正文。\n\n来源：[证券日报](https://e.com/a)',
    ],
  ])('a source in a source: %s', (before, after) => {
    const whole = (text: string) => `## 产业要闻\n\n【标题】${text}\n`;
    expect(mend(whole(before)).text).toBe(whole(after));
  });

  test.each([
    [
      '# 产业要闻\n\n**【标题】**正文。（来源：证券日报）',
      '## 产业要闻\n\n【标题】正文。（来源：证券日报）',
    ],
    [
      '##产业要闻\r\n\u3000\u3000＃＃＃　标题\r\n正文。\r\n来源：证券日报',
      '## 产业要闻\r\n### 标题\r\n正文。\r\n来源：证券日报',
    ],
    [
      '\uFEFF# 产业要闻\n\n__【标题】__ 正文。（来源：证券日报）',
      '\uFEFF## 产业要闻\n\n【标题】 正文。（来源：证券日报）',
    ],
  ])('headings: %j', (before, after) => {
    expect(mend(before).text).toBe(after);
    expect(mend(before).left.size).toBe(0);
  });
});

/** What mending may change is left out; what is left must be the same before and after. */
const rest = (text: string) =>
  text
    .replace(/\?utm_source=weibo/g, '')
    .replace(/[^\P{Cc}\n\r]|[\p{Cf}\u3164]/gu, '')
    .replace(/[,;:?!()，；：？！（）#＃*_\\ \t\u3000]|来源/g, '');

const slips: [good: string, slip: string][] = [
  ['，', ','],
  ['：', ':'],
  ['（', '('],
  ['）', ')'],
  ['## ', '# '],
  ['### ', '###'],
  ['来源：', '来源：来源：'],
  ['https://example.com/a', 'https://example.com/a?utm_source=weibo'],
];
const slipped = fc
  .tuple(issueDrafts, fc.array(fc.constantFrom(...slips)), fc.infiniteStream(fc.boolean()))
  .map(([draft, chosen, coin]) =>
    chosen.reduce((text, [good, slip]) => {
      return text.replaceAll(good, () => (coin.next().value ? slip : good));
    }, writeDraft(draft)),
  );

describe('mending', () => {
  test('a slip of the pen leaves no such fault, makes no error, and changes nothing else', () => {
    fc.assert(
      fc.property(slipped, (text) => {
        const fixed = mend(text);
        expect([...fixed.left]).toEqual([]);
        expect(mend(fixed.text)).toEqual({ text: fixed.text, mended: new Map(), left: new Map() });
        expect(rest(fixed.text)).toBe(rest(text));
        const errorsOf = (each: string) =>
          parseText(each).diagnostics.messages.filter(({ fatal }) => fatal).length;
        expect(errorsOf(fixed.text)).toBeLessThanOrEqual(errorsOf(text));
      }),
      partOfRuns(0.5),
    );
  });

  test('any text twice is the same as once, and changes nothing but its faults', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const fixed = mend(text);
        expect(mend(fixed.text).text).toBe(fixed.text);
        expect(rest(fixed.text)).toBe(rest(text));
        if (!parseText(text).diagnostics.messages.some(isFixable)) expect(fixed.text).toBe(text);
      }),
    );
  });
});

import { describe, expect, test } from 'vitest';
import { contradict, readClaims } from '#lib/threads/contradictions.ts';
import { rarityOf } from '#lib/threads/rarity.ts';
import { sharedRuns } from '#lib/threads/shared-runs.ts';
import { packTerms, unpackTerms } from '#lib/threads/terms/packed-terms.ts';
import { readSuit } from '#lib/threads/terms/suits.ts';
import { type Term, termKinds, termPlaces } from '#lib/threads/terms/term.ts';
import { factsOf, parseText } from '#tests/support/registries.ts';
import { issueOf } from '#tests/support/stories.ts';

/** The terms of an item of 2026-03-02, as `key@place`. */
function termsOf(title: string, text = '正文一句。'): string[] {
  const { issue } = parseText(issueOf([title, text]), '2026-03-02');
  const [item] = issue?.sections.flatMap(({ items }) => items) ?? [];
  if (item === undefined) throw new Error('there is no item');
  return unpackTerms(factsOf(item, '2026-03-02').terms).map(({ key, place }) => `${key}@${place}`);
}

describe('an item names', () => {
  test.each([
    ['“清源2026”专项行动启动', 'event 清源 2026@title'],
    ['江州启动2025年“清源行动”', 'event 清源 2025@title'],
    ['“清源”专项行动启动', 'event 清源 2026@title'],
    ['2025年全国知识产权宣传周活动主题发布', 'event 知识产权宣传周 2025@title'],
    ['第三十一届北京国际图书博览会闭幕', 'event 北京国际图书博览会 2026@title'],
    ['暑期档新片集中上映', 'event 暑期档 2026@title'],
    ['新修订的反不正当竞争法获通过', 'law 反不正当竞争法@title'],
    ['《福建省促进条例（草案）》提交一审', 'law 福建省促进条例@title'],
    ['甲社诉“乙网”抄袭案终审', 'case 甲社 乙网@title'],
  ])('by %s: %s', (title, term) => {
    expect(termsOf(title)).toContain(term);
  });

  test('a thing once, at the weightiest of its places, and days by the year of the issue', () => {
    const terms = termsOf('“清源2026”行动', '“清源2026”行动3月1日启动。3月1日，另有别事。');
    expect(terms.filter((term) => term.startsWith('event'))).toEqual(['event 清源 2026@title']);
    expect(terms.filter((term) => term.startsWith('day'))).toEqual(['day 2026-03-01@lead']);
  });

  test.each([
    ['法院依著作权集体管理条例判决', 'law'],
    ['“声量银行”上线', 'event'],
    ['消费者投诉乙网', 'case'],
  ])('no story by %s: no %s', (title, kind) => {
    expect(termsOf(title).filter((term) => term.startsWith(kind))).toEqual([]);
  });
});

describe('packed terms', () => {
  const kinds = (key: string): Term[] =>
    termKinds.flatMap((kind) =>
      termPlaces.map((place) => ({ key: `${kind} ${key}`, kind, label: '泡泡 "MART"', place })),
    );

  test('are the same when they are unpacked, whatever their kind and place', () => {
    // These two share the keys of another kind.
    const terms = kinds('pop mart').map((term) => ({
      ...term,
      key: term.key.replace(/^work/, 'document').replace(/^authority/, 'organisation'),
    }));
    expect(unpackTerms(packTerms(terms))).toEqual(terms);
  });

  test('keep the spelling of a name in the text', () => {
    const terms: Term[] = [
      {
        key: 'organisation 甲',
        kind: 'organisation',
        label: '甲',
        written: '甲公司',
        place: 'lead',
      },
      { key: 'document 甲法', kind: 'document', label: '《甲法》', written: '甲法', place: 'text' },
    ];
    expect(unpackTerms(packTerms(terms))).toEqual(terms);
  });

  test('are as many as before where a text has the character between them', () => {
    const [term] = kinds('a\u007fb');
    if (term === undefined) throw new Error('there is no term');
    expect(unpackTerms(packTerms([term, term]))).toHaveLength(2);
  });
});

describe('two titles', () => {
  test.each([
    ['国新办介绍2024年进展', '国新办介绍2025年进展'],
    ['国新办介绍2024年进展', '国新办介绍“十四五”成效'],
    ['多名作家起诉微软用盗版书训练AI', '两名作家起诉苹果用盗版书训练AI'],
    ['黄埔海关查获侵权玩偶', '广州海关查获侵权玩偶'],
  ])('%s / %s contradict one another', (one, other) => {
    expect(contradict(readClaims(one), readClaims(other))).toBe(true);
    expect(contradict(readClaims(other), readClaims(one))).toBe(true);
  });

  test.each([
    ['迪士尼起诉Midjourney侵犯版权', '华纳兄弟起诉Midjourney侵犯版权'],
    ['2025年上半年票房', '2025年暑期档票房'],
    ['黄埔海关查获侵权玩偶', '黄埔海关销毁侵权玩偶'],
    ['作家起诉微软', '法官驳回微软的动议'],
  ])('%s / %s do not', (one, other) => {
    expect(contradict(readClaims(one), readClaims(other))).toBe(false);
    expect(contradict(readClaims(other), readClaims(one))).toBe(false);
  });
});

test('the sides of a suit are read from its title', () => {
  expect(readSuit('Ziff Davis在美起诉OpenAI侵犯版权')).toEqual({
    plaintiff: 'davis',
    defendant: 'openai',
  });
  expect(readSuit('米哈游诉“蚕豆网”泄露《原神》涉密内容案终审')).toEqual({
    plaintiff: '米哈游',
    defendant: '蚕豆网',
  });
  expect(readSuit('微短剧盗版乱象调查')).toBeUndefined();
});

test('what a tenth of the items has is not rare, and rarity means the same in any archive', () => {
  expect(rarityOf(9, 80)).toBe(0);
  expect(rarityOf(3, 16)).toBeGreaterThan(0);
  expect(rarityOf(1, 80)).toBe(1);
  expect(rarityOf(2, 80)).toBeGreaterThan(rarityOf(8, 80));
  expect(rarityOf(2, 80_000)).toBeGreaterThan(rarityOf(2, 80));
});

test('runs are the longest stretches of letters that both have', () => {
  expect(sharedRuns('暑期档 票房破亿', '今年暑期档的票房', 2)).toEqual(['暑期档', '票房']);
  expect(sharedRuns('甲乙', '乙甲', 2)).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import { findUnmarkedLaws } from '#lib/references/unmarked-laws.ts';
import { foundIn, repeated, timeOf } from '#tests/support/references.ts';

const read = (text: string) =>
  foundIn(findUnmarkedLaws, text).map(({ referent }) =>
    referent.kind === 'document'
      ? [referent.type, referent.name, referent.stage].filter(Boolean).join(' ')
      : '',
  );

describe('a law without marks is found', () => {
  test.each([
    ['新修订的反不正当竞争法获通过', 'law 反不正当竞争法 adopted'],
    ['会议表决通过新修订的反不正当竞争法，自2025年10月15日起施行', 'law 反不正当竞争法 adopted'],
    ['反不正当竞争法第二条', 'law 反不正当竞争法'],
    ['反不正当竞争法10月15日起施行', 'law 反不正当竞争法 published'],
    ['商标法修订草案公开征求意见', 'law 商标法 consultation'],
    ['商标法修订草案提请审议', 'law 商标法 deliberation'],
    ['专利法修正草案', 'law 专利法 draft'],
    ['民法典施行前后的法律适用', 'law 民法典'],
    ['我国著作权法明确', 'law 著作权法'],
    ['著作权法实施条例的修改正在推进', 'regulation 著作权法实施条例'],
    ['依照刑法', 'law 刑法'],
    ['专利法实施细则', 'regulation 专利法实施细则'],
    ['新公司法施行', 'law 公司法 in force'],
    ['海商法（修订草案）', 'law 海商法 draft'],
    ['依据著作权法。', 'law 著作权法'],
    ['修订后的网络安全法公布', 'law 网络安全法 published'],
  ])('in %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  test('each of several', () => {
    expect(read('著作权法实施条例、著作权集体管理条例的修改')).toHaveLength(2);
  });
});

describe('no law is', () => {
  test.each([
    ['a department', '公司法务部公布'],
    ['what is of the law', '专利法律服务、商标法律风险'],
    ['a title with its marks', '《著作权法》与《关于修改〈商标法〉的决定》'],
    ['the law of another state', '美国专利法、日本著作权法、欧盟数据安全法'],
    ['a branch of learning', '刑法学会、宪法学'],
    ['a rule of a trade', '广告法规培训'],
    ['a way of doing', '做法、方法、书法、办法'],
    ['a law that is none', '版权法'],
    ['a court', '人民法院、司法'],
    ['a rule of customs', '海关法治宣传'],
    ['a case', '著作权法案'],
    ['a company and a person', '该公司法人'],
    ['a set amount', '公司法定代表人'],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual([]);
  });
});

test.each(['著作权法', '法', '反不正当竞争', '《著作权法》', '《', '民法典，'])(
  'sixty thousand characters of %s are read at once',
  (unit) => {
    expect(timeOf(() => read(repeated(unit)))).toBeLessThan(1000);
  },
);

import { describe, expect, test } from 'vitest';
import { findCases } from '#lib/references/cases.ts';
import { foundIn, repeated, timeOf } from '#tests/support/references.ts';

const numbersIn = (text: string) =>
  foundIn(findCases, text).map(({ referent }) =>
    referent.kind === 'case' ? `${referent.number} ${referent.year} ${referent.court}` : '',
  );

describe('a case number', () => {
  test.each([
    ['（2023）京73民终123号', '（2023）京73民终123号 2023 京73'],
    ['(2018)粤民终137号', '（2018）粤民终137号 2018 粤'],
    ['案号：（2024）沪0115民初45678号。', '（2024）沪0115民初45678号 2024 沪0115'],
    ['〔2019〕最高法知民终2号', '（2019）最高法知民终2号 2019 最高法'],
    ['[2020]浙01民终6789号', '（2020）浙01民终6789号 2020 浙01'],
    ['【2021】苏05知初12号', '（2021）苏05知初12号 2021 苏05'],
    ['［2022］川01民初7号', '（2022）川01民初7号 2022 川01'],
    ['（2023） 京 73 民终 123 号', '（2023）京73民终123号 2023 京73'],
    ['( 2023 )京0491民初11279号', '（2023）京0491民初11279号 2023 京0491'],
    ['（2023）京73民终123号之一', '（2023）京73民终123号之一 2023 京73'],
    ['（2022）粤0192民初1号之2裁定', '（2022）粤0192民初1号之2 2022 粤0192'],
    ['（２０２３）京７３民终１２３号', '（2023）京73民终123号 2023 京73'],
    ['(2009)一中民初字第1234号', '（2009）一中民初字第1234号 2009 一中'],
    ['（2010）高民终字第1号', '（2010）高民终字第1号 2010 高'],
    ['（2005）沪一中民五(知)初字第12号', '（2005）沪一中民五（知）初字第12号 2005 沪一中'],
    ['（2008）民三终字第8号', '（2008）民三终字第8号 2008 最高法'],
    ['(2013)浙知终字第289号', '（2013）浙知终字第289号 2013 浙'],
    ['（2020）最高法民再30号', '（2020）最高法民再30号 2020 最高法'],
    ['（2021）京73行初18号行政判决', '（2021）京73行初18号 2021 京73'],
    ['（2019）沪03刑初127号', '（2019）沪03刑初127号 2019 沪03'],
    ['（2022）浙0110行保1号', '（2022）浙0110行保1号 2022 浙0110'],
    ['（2024）粤03执复5号', '（2024）粤03执复5号 2024 粤03'],
    ['（2024）粤0306民诉前调1234号', '（2024）粤0306民诉前调1234号 2024 粤0306'],
    ['（2023）闽民辖终66号', '（2023）闽民辖终66号 2023 闽'],
    ['（2023）沪0115财保9号', '（2023）沪0115财保9号 2023 沪0115'],
  ])('%s', (text, expected) => {
    expect(numbersIn(text)).toEqual([expected]);
  });

  test('is the whole of what is printed, and where it is', () => {
    const text = '二审（ 2023 ）京73民终123号 之一民事裁定书';
    const [found] = foundIn(findCases, text);
    expect(text.slice(found?.start, found?.end)).toBe('（ 2023 ）京73民终123号 之一');
  });

  test('comes as often as it is named, and several may share their 号', () => {
    expect(numbersIn('一审（2022）京0101民初1号，二审（2023）京02民终2号')).toHaveLength(2);
    expect(numbersIn('（2023）粤03民初11、12号')).toEqual([
      '（2023）粤03民初11号 2023 粤03',
      '（2023）粤03民初12号 2023 粤03',
    ]);
    expect(numbersIn('（2023）粤03民初11-15号系列案')).toEqual([
      '（2023）粤03民初11号 2023 粤03',
      '（2023）粤03民初15号 2023 粤03',
    ]);
  });

  test('之一 of 之一审 is not its suffix', () => {
    expect(numbersIn('（2023）京73民终123号之一审判决')).toEqual([
      '（2023）京73民终123号 2023 京73',
    ]);
  });
});

describe('no case number is', () => {
  test.each([
    ['an official paper', '国版发〔2025〕2号'],
    ['an interpretation', '法释〔2020〕19号'],
    ['an order', '（2025）第3号公告'],
    ['an arbitration', '（2024）京仲裁字第1234号'],
    ['a ruling of an office', '国知发保字〔2024〕12号'],
    ['a year to come', '（2035）京73民终123号'],
    ['a year that is none', '（1023）京73民终123号'],
    ['a house', '（2023）京市民路123号'],
    ['a white paper', '《知识产权检察工作白皮书（2024）》5月1号'],
    ['a train', '（2025）广州地铁11号线'],
    ['a number without a court', '（2023）民终123号'],
    ['a case without a number', '（2023）京73民终号'],
    ['a number over a line', '（2023）京73\n民终123号'],
    ['a plan', '（2021—2035年）民初1号'],
  ])('%s', (_, text) => {
    expect(numbersIn(text)).toEqual([]);
  });
});

test.each([
  '（2023）',
  '(2023)京73民',
  '（（（（',
  '（2023）京73民终1、',
  '号2023',
  '2023',
  '（2023）民民民',
])('sixty thousand characters of %s are read at once', (unit) => {
  const text = repeated(unit);
  expect(timeOf(() => foundIn(findCases, text))).toBeLessThan(500);
});

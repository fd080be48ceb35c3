import { expect, test } from 'vitest';
import { findSums } from '#lib/references/sums.ts';
import { told } from '#tests/support/references.ts';

const sums = (text: string) => told(text, findSums(text)).map(({ words: _, ...rest }) => rest);
const cny = (amount: number, approximate = false) => ({ amount, currency: 'CNY', approximate });

test.each([
  ['营收1269亿元', cny(126_900_000_000)],
  ['营收130.4亿元', cny(13_040_000_000)],
  ['增加值为9.38万亿元', cny(9_380_000_000_000)],
  ['拍出108万元', cny(1_080_000)],
  ['8,805元', cny(8805)],
  ['1,234,567.89元', cny(1_234_567.89)],
  ['原价99元', cny(99)],
  ['0.01元', cny(0.01)],
  ['152万余元', cny(1_520_000, true)],
  ['1.66亿余元', cny(166_000_000, true)],
  ['500余万元', cny(5_000_000, true)],
  ['3000多万元', cny(30_000_000, true)],
  ['超2亿元', cny(200_000_000, true)],
  ['近34亿元', cny(3_400_000_000, true)],
  ['逾5千万元', cny(50_000_000, true)],
  ['约440亿元', cny(44_000_000_000, true)],
  ['10万元人民币', cny(100_000)],
  ['15亿美元', { amount: 1_500_000_000, currency: 'USD', approximate: false }],
  ['逾700亿美元', { amount: 70_000_000_000, currency: 'USD', approximate: true }],
  ['1.5亿欧元', { amount: 150_000_000, currency: 'EUR', approximate: false }],
  ['30万英镑', { amount: 300_000, currency: 'GBP', approximate: false }],
  ['2000万日元', { amount: 20_000_000, currency: 'JPY', approximate: false }],
  ['500万港元', { amount: 5_000_000, currency: 'HKD', approximate: false }],
  ['3亿韩元', { amount: 300_000_000, currency: 'KRW', approximate: false }],
  ['120万新台币', { amount: 1_200_000, currency: 'TWD', approximate: false }],
])('%s', (text, expected) => {
  expect(sums(text)).toEqual([expected]);
});

test.each([
  ['处10万至20万元的补偿', [100_000, 200_000]],
  ['5万元—8万元', [50_000, 80_000]],
  ['3至5万元', [30_000, 50_000]],
  ['分别为206亿元、116亿元', [20_600_000_000, 11_600_000_000]],
])('%s is two', (text, amounts) => {
  expect(sums(text).map((each) => 'amount' in each && each.amount)).toEqual(amounts);
});

test.each([
  '8805件假冒货物',
  '同比增长34.0%',
  '2024年',
  '1300余家',
  '10元素周期',
  '3元宇宙',
  '1万达广场',
  '第3单元',
  '2025元旦',
  '数百万元',
  '上千万元',
  '6.41亿人次',
  '十余TB',
  '2倍惩罚性赔偿',
  '2.3.4元',
])('%s holds none', (text) => {
  expect(sums(text)).toEqual([]);
});

test.each([
  ['法院判令被告赔偿经济损失50万元。', ['award']],
  ['法院判决乙公司立即停止侵权，并赔偿1万元。', ['award']],
  ['终审获赔33万元', ['award']],
  ['作品被判赔1万元', ['award']],
  ['侵权被判2倍惩罚性赔偿152万余元', ['award']],
  ['判令其发布声明消除影响，赔偿33万元', ['award']],
  ['原告为此索赔5万元（含合理开支）。', ['claim']],
  ['抖某公司诉请500余万元', ['claim']],
  ['请求法院判令四被告停止侵权，赔偿50万元', ['claim']],
  ['原告请求赔偿50万元，法院判令赔偿10万元。', ['claim', 'award']],
  ['判处有期徒刑三年，并处罚金15万元。', ['fine']],
  ['被处以罚款20万元', ['fine']],
  ['同意支付15亿美元与作家和解', ['settlement']],
  ['已达成集体诉讼和解，同意支付15亿美元', ['settlement']],
  ['判令每部作品最高15万美元的法定赔偿', [undefined]],
  ['全年营收1269亿元', [undefined]],
  ['涉案销售金额超2亿元', [undefined]],
  ['法院判决侵权成立。公司去年营收5亿元。', [undefined]],
  ['向创作者支付逾700亿美元分成', [undefined]],
])('%s is %s', (text, roles) => {
  expect(sums(text).map((each) => ('role' in each ? each.role : undefined))).toEqual(roles);
});

import { expect, test } from 'vitest';
import { findDates } from '#lib/references/dates/dates.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { context, told } from '#tests/support/references.ts';

const dates = (text: string, issue: IsoDate = '2025-06-16') =>
  told(text, findDates(text, context(issue))).map((each) =>
    'from' in each
      ? `${each.from === each.to ? each.from : `${each.from}/${each.to}`} ${each.role}`
      : '',
  );

test.each([
  ['自2025年10月15日起施行', '2025-10-15 applies from'],
  ['7月1日起正式实施', '2025-07-01 applies from'],
  ['新条款8月8日起对现有用户生效', '2025-08-08 in force'],
  ['协定9月1日生效', '2025-09-01 in force'],
  ['有关条款8月2日起实施', '2025-08-02 applies from'],
  ['意见反馈截止时间为2025年7月20日。', '2025-07-20 consultation ends'],
  ['公开征求意见，请于7月20日前反馈', '2025-07-20 consultation ends'],
  ['征求意见截至7月20日', '2025-07-20 consultation ends'],
  ['报名截止日期为8月15日', '2025-08-15 registration ends'],
  ['8月15日前可登录官网报名', '2025-08-15 registration ends'],
  ['作品申报须于8月15日（周五）18时前提交', '2025-08-15 registration ends'],
  ['4月24日下午，上海市浦东新区人民法院公开开庭审理', '2025-04-24 hearing'],
  ['6月9日（周一），该案在伦敦高等法院开庭', '2025-06-09 hearing'],
  ['将于7月3日举行听证', '2025-07-03 event'],
  ['该案6月12日一审宣判', '2025-06-12 judgment'],
  ['6月12日，法院作出终审判决', '2025-06-12 judgment'],
  ['列车4月20日至5月4日开展巡游', '2025-04-20/2025-05-04 event'],
  ['博览会6月18日—22日在北京举办', '2025-06-18/2025-06-22 event'],
  ['2025年12月30日至2026年1月3日举行', '2025-12-30/2026-01-03 event'],
  ['12月30日至1月3日举行', '2025-12-30/2026-01-03 event'],
  ['活动时间为9月8日至12日', '2025-09-08/2025-09-12 event'],
  ['4月26日是第25个世界知识产权日。', '2025-04-26 event'],
  ['国家电影局7月1日发布数据', '2025-07-01 published'],
  ['当地时间6月11日，公司宣布', '2025-06-11 published'],
  ['2025-07-01 发布', '2025-07-01 published'],
  ['去年12月1日公布的办法', '2024-12-01 published'],
  ['明年1月1日起施行', '2026-01-01 applies from'],
])('%s: %s', (text, expected) => {
  // Two days that cross the year's end are read in an issue before it.
  expect(dates(text, text.startsWith('12月30日') ? '2025-12-22' : undefined)).toEqual([expected]);
});

test.each<[IsoDate, string, string]>([
  ['2025-01-06', '12月28日，平台发布公告', '2024-12-28 published'],
  ['2025-12-29', '1月1日起施行', '2026-01-01 applies from'],
  ['2025-12-29', '12月25日发布', '2025-12-25 published'],
  ['2025-01-06', '1月3日发布', '2025-01-03 published'],
  ['2025-01-06', '3月1日起施行', '2025-03-01 applies from'],
  ['2024-03-04', '2月29日发布', '2024-02-29 published'],
])('in the issue of %s, %s: %s', (issue, text, expected) => {
  expect(dates(text, issue)).toEqual([expected]);
});

test.each<[IsoDate, string, string]>([
  // What looks ahead: terms and what is announced.
  ['2025-04-07', '自12月1日起施行', '2025-12-01 applies from'],
  ['2025-04-07', '新规将于11月15日生效', '2025-11-15 in force'],
  ['2025-04-07', '意见反馈截止时间为10月20日', '2025-10-20 consultation ends'],
  ['2025-04-07', '报名截至10月31日', '2025-10-31 registration ends'],
  ['2025-04-07', '该案拟于12月3日开庭', '2025-12-03 hearing'],
  ['2025-04-07', '12月3日将开庭审理此案', '2025-12-03 hearing'],
  ['2025-04-07', '宣传周定于4月20日至26日举办', '2025-04-20/2025-04-26 event'],
  ['2025-04-07', '论坛预计11月8日至10日举行', '2025-11-08/2025-11-10 event'],
  ['2025-04-07', '大会计划于2月20日召开', '2026-02-20 event'],
  // What has just begun is not of next year.
  ['2025-04-07', '自3月1日起施行', '2025-03-01 applies from'],
  ['2025-04-07', '将于3月28日开庭', '2025-03-28 hearing'],
  // What has happened.
  ['2025-04-07', '该办法已于6月1日起施行', '2024-06-01 applies from'],
  ['2025-04-07', '5月20日已开庭审理', '2024-05-20 hearing'],
  ['2025-04-07', '法院曾于8月2日作出判决', '2024-08-02 judgment'],
  ['2025-04-07', '9月10日举办了论坛', '2024-09-10 event'],
  ['2025-04-07', '7月1日发布公告', '2024-07-01 published'],
  ['2025-06-16', '展会已于10月8日开幕', '2024-10-08 event'],
])('in the issue of %s, by the way its words look, %s: %s', (issue, text, expected) => {
  expect(dates(text, issue)).toEqual([expected]);
});

test.each([
  ['2025年12月1日起施行', 'written'],
  ['2025-12-01起施行', 'written'],
  ['明年1月1日起施行', 'word'],
  ['12月1日起施行', 'ahead'],
  ['已于12月1日起施行', 'past'],
  ['6月18日举办', 'nearest'],
])('%s: its year is %s', (text, rule) => {
  const [found] = findDates(text, context('2025-06-16'));
  expect(found?.referent).toMatchObject({ year: rule });
});

test.each([
  '据快科技4月21日报道，公司发布公告',
  '据中新社5月16日电，这是第21次行动，公布名单',
  '金融时报6月20日（周五）首先报道，公司宣布',
  '截至4月17日，共发现盗版链接',
  '近日发布',
  '6月底公布',
  '2025年5月至11月开展',
  '2025年发布',
  '2月30日举行',
  '13月1日发布',
  '6月31日起施行',
  '外交部副部长3月28日与总干事会面',
  '该作品于2019年6月18日完成，2020年3月24日登记',
  '比分6-16，2025-06-16-3号发布',
  '2025-13-01发布',
  '第3月1日刊',
])('%s holds none', (text) => {
  expect(dates(text)).toEqual([]);
});

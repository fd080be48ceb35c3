import { describe, expect, test } from 'vitest';
import { slugOf } from '#lib/site/paths.ts';

describe('the slug of a name', () => {
  test.each([
    ['光明日报', '光明日报'],
    ['英国广播公司（BBC）', '英国广播公司-bbc'],
    ['英国《卫报》', '英国-卫报'],
    ["Tomorrow's Publisher", 'tomorrow-s-publisher'],
    ['MARQUES(Class 46)', 'marques-class-46'],
    ['ＩＴ之家', 'it之家'],
    ['../../etc/passwd', 'etc-passwd'],
    ['a?b#c%d', 'a-b-c-d'],
    ['！？', ''],
  ])('of %s is %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });
});

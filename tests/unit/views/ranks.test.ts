import { describe, expect, test } from 'vitest';
import { rangeOf, rankBars } from '#lib/views/ranks.ts';

const barsOf = (...values: number[]) =>
  values.map((value, index) => ({
    name: `${index}`,
    path: `/${index}`,
    value,
    label: `${value}条`,
  }));
const list = { name: '来源', path: '/sources' };
const rank = (values: number[], most: number) =>
  rankBars(barsOf(...values), most, (left) => `${left.length}家各${rangeOf(left)}条`, list);
const placesOf = (values: number[], most: number) =>
  rank(values, most).bars.map(({ rank, value }) => [rank, value]);

describe('a ranking', () => {
  test('gives equals one place, and counts on after them', () => {
    expect(placesOf([5, 3, 3, 2, 1], 10)).toEqual([
      [1, 5],
      [2, 3],
      [2, 3],
      [4, 2],
      [5, 1],
    ]);
    expect(rank([5, 3], 10).rest).toBe(undefined);
  });

  test('leaves out all of those between which it would be cut', () => {
    expect(placesOf([5, 3, 2, 2, 2, 1], 4)).toEqual([
      [1, 5],
      [2, 3],
    ]);
    expect(rank([5, 3, 2, 2, 2, 1], 4).rest).toEqual({ text: '另有4家各1至2条', list });
    expect(rank([5, 3, 1, 1], 2).rest).toEqual({ text: '另有2家各1条', list });
  });

  test('is full where the limit is between two values', () => {
    expect(placesOf([5, 3, 3, 2], 3)).toHaveLength(3);
    expect(rank([5, 3, 3, 2], 4).rest).toBe(undefined);
  });

  test('lists nobody where all are equal and too many', () => {
    expect(rank([1, 1, 1], 2)).toEqual({ bars: [], rest: { text: '共有3家各1条', list } });
    expect(rank([], 2)).toEqual({ bars: [], rest: undefined });
  });
});

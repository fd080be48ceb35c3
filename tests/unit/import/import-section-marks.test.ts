import { describe, expect, test } from 'vitest';
import { importText, outline, rulesOf, titlesOf } from '#tests/support/imports.ts';

describe('sections are recognised where Word numbers them', () => {
  const text = '<p>正文。</p><p>来源：证券日报</p>';
  test.each([
    [
      'in the list of their items',
      `<ol><li>产业要闻</li><li>甲事</li></ol>${text}<ol><li>乙事</li></ol>${text}<ol><li>资讯速递</li><li>丙事</li></ol>${text}`,
    ],
    [
      'in a list around that',
      `<ol><li>产业要闻<ol><li>甲事</li></ol></li></ol>${text}<ol><li>乙事</li></ol>${text}<ol><li>资讯速递<ol><li>丙事</li></ol></li></ol>${text}`,
    ],
    [
      'in one list of all',
      '<ol><li>产业要闻<ol><li>甲事。正文。（来源：证券日报）</li><li>乙事。正文。[来源：证券日报]</li></ol></li><li>资讯速递<ul><li>丙事。正文。（来源：证券日报）</li></ul></li></ol>',
    ],
    [
      'in a list of titles, texts and sources',
      '<ol><li>产业要闻</li><li>甲事</li><li>正文。（来源：证券日报）</li><li>乙事</li><li>正文。（来源：证券日报）</li></ol><h2>资讯速递</h2><ol><li>丙事</li><li>正文。</li><li>来源：证券日报</li></ol>',
    ],
  ])('%s', async (_, list) => {
    const imported = await importText(
      `<html><body><p>2025-03-31</p>${list}</body></html>`,
      'a.html',
    );
    expect(outline(imported)).toEqual([
      { section: '产业要闻', items: [item('甲事'), item('乙事')] },
      { section: '资讯速递', items: [item('丙事')] },
    ]);
    expect(rulesOf(imported)).toEqual([]);
  });
  const item = (title: string) => ({ title, text: '正文。', sources: ['证券日报'] });
});

describe('a section is recognised', () => {
  const item = (title: string) => `${title}\n正文。（来源：证券日报）`;
  const namesOf = ({ issue }: Awaited<ReturnType<typeof importText>>) =>
    issue?.sections.map(({ section }) => section.name);

  test.each([
    ['by 第一部分', '第一部分　产业要闻', '第二部分：资讯速递'],
    ['by a number and a blank', '1 产业要闻', '2 资讯速递'],
  ])('%s', async (_, first, second) => {
    const imported = await importText(
      `${first}\n${item('1、甲事')}\n${second}\n${item('1、乙事')}`,
    );
    expect(namesOf(imported)).toEqual(['产业要闻', '资讯速递']);
    expect(rulesOf(imported)).toEqual([]);
  });

  test('by its number, where the publication does not list its name, which is then reported', async () => {
    const text = `一、产业要闻\n${item('1、甲事')}\n二、法律法规\n${item('1、乙事')}\n三、资讯速递\n${item('1、丙事')}`;
    const imported = await importText(text);
    expect(namesOf(imported)).toEqual(['产业要闻', '法律法规', '资讯速递']);
    expect(titlesOf(imported)).toEqual(['甲事', '乙事', '丙事']);
    expect(rulesOf(imported)).toEqual(['section-unknown']);
  });

  test('although items have numbers of the same look', async () => {
    const text = `一、产业要闻\n${item('一、甲事')}\n${item('二、乙事')}\n二、资讯速递\n${item('一、丙事')}`;
    const imported = await importText(text);
    expect(namesOf(imported)).toEqual(['产业要闻', '资讯速递']);
    expect(titlesOf(imported)).toEqual(['甲事', '乙事', '丙事']);
  });

  test('never by a source that stands before the first item', async () => {
    const imported = await importText(`产业要闻\n来源：证券日报\n【甲事】正文。\n来源：光明日报`);
    expect(namesOf(imported)).toEqual(['产业要闻']);
    expect(rulesOf(imported)).toEqual(['item-without-title', 'item-empty']);
  });
});

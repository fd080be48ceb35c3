import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Headline } from '#components/Headline.tsx';
import { PageBody } from '#components/PageBody.tsx';
import { pageComponents } from '#components/page-components.ts';
import { itemsOf } from '#lib/content/queries.ts';
import { issuePage } from '#lib/views/issue.ts';
import { contentFolderWith } from '#tests/support/content-folder.ts';
import { readArchive } from '#tests/support/feeds.ts';
import { showPage, squeeze } from '#tests/support/shown-page.ts';

const title = 'Acme Works与某市版权协会达成长期战略合作 共同保护“小屋”系列作品';

test('a headline has places for line breaks and a language for English names, and its own text', () => {
  const markup = renderToStaticMarkup(<Headline text={title} />);
  expect(markup).toMatch(/^<span lang="en">Acme Works<\/span>/);
  expect(markup.match(/<wbr\/>/g)?.length).toBeGreaterThan(1);
  expect(markup.replace(/<[^>]*>/g, '')).toBe(title);
  expect(renderToStaticMarkup(<Headline text={'<b>&"'} />)).toBe('&lt;b&gt;&amp;&quot;');
});

test('what is no markup stays plain: titles, descriptions, data', async () => {
  const issue = `## 产业要闻\n\n### ${title}\n\n正文。\n\n来源：光明日报\n`;
  const archive = await readArchive(contentFolderWith({ '2025-03-31.md': issue }));
  const props = issuePage(archive, { date: '2025-03-31' });
  if (props === undefined) throw new Error('there is no such issue');
  const Issue = pageComponents.issue;
  const markup = renderToStaticMarkup(
    <PageBody {...props}>
      <Issue {...props} />
    </PageBody>,
  );
  const headings = showPage(markup).elements.filter(({ tagName }) => tagName === 'h3');
  expect(itemsOf(archive.issues[0] ?? { sections: [] }).map((item) => item.title)).toEqual([title]);
  expect(headings).toHaveLength(1);
  expect(showPage(markup).text).toContain(squeeze(title));
  // With all `<wbr>` in elements that are shown, none is left in an attribute, a title or a script.
  const unshown = markup.match(/<(title|script)[^>]*>.*?<\/\1>|<(?:meta|link)[^>]*>/gs) ?? [];
  expect(unshown.length).toBeGreaterThan(5);
  expect(unshown.filter((each) => /wbr|lang="en"|\u200b/.test(each))).toEqual([]);
  expect(unshown.join('')).toContain(title.slice(0, 20));
});

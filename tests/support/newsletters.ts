import { newsletterLinkShapes } from './newsletter-link-shapes.ts';
import type { Story } from './newsletter-shape.ts';
import { newsletterShapes } from './newsletter-shapes.ts';

type Group = { section: string; stories: Story[] };

/** A newsletter as it comes to an editor, and what a person would count in it. */
export type Newsletter = {
  name: string;
  text: string;
  sections: number;
  items: number;
  sources: number;
  /** Pieces of text that must all be in the issue. */
  pieces: string[];
};

const story = (title: string, text: string, source: string, path: string): Story => ({
  title,
  text,
  source,
  url: `https://news.example.net/${path}`,
});

const NEWS: Group[] = [
  {
    section: '新闻和社区',
    stories: [
      story(
        '新编译器提速三成',
        '项目组3月25日公布测试结果，编译时间缩短31.5%。内存占用也降到2.4GB。',
        '光明日报',
        'compiler',
      ),
      story(
        '开源基金会公布年报',
        '年报显示，去年收入为1,269万元，同比增长11.8%。新增项目42个。',
        '证券日报',
        'report',
      ),
      story(
        '两家平台互认登记',
        '双方约定，自5月1日起互认登记证书。首批覆盖8个省份。',
        '羊城晚报',
        'register',
      ),
    ],
  },
  {
    section: '提案与规则',
    stories: [
      story(
        '标准草案征求意见',
        '草案共六章，意见截止到4月30日。其中第3章规定了标识方法。',
        '北京日报',
        'draft',
      ),
      story(
        '法院判赔一百五十二万元',
        '法院认定平台应知侵权，判赔152万元。双方均未上诉。',
        '封面新闻',
        'court',
      ),
    ],
  },
];

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

/** Newsletters of all shapes, each with what a person would count in it. */
export const newsletters: Newsletter[] = Object.entries({
  ...newsletterShapes,
  ...newsletterLinkShapes,
}).map(([name, shape]) => {
  const { gap = '\n\n', ending = 'md', head = '', foot = '' } = shape;
  const blocks = NEWS.flatMap(({ section, stories }, index) => [
    shape.section(section, index),
    ...stories.map((each, at) => shape.story(each, at)),
  ]);
  const isFront = head.startsWith('---');
  const text = [head, isFront || ending === 'html' ? '' : '发布时间：2025-03-31', ...blocks, foot]
    .filter((block) => block !== '')
    .join(gap);
  const stories = NEWS.flatMap((group) => group.stories);
  const isBrief = name === 'links alone';
  return {
    name: `${name}.${ending}`,
    text: `${text}\n`,
    sections: NEWS.length,
    items: stories.length,
    sources: shape.sources ?? stories.length,
    pieces: [
      ...NEWS.map((group) => group.section),
      ...stories.flatMap((each) => (isBrief ? [each.title] : [each.title, each.text])),
    ].map(letters),
  };
});

import { pieces } from './pieces.ts';
import { type PageParts, type Shape, type Surroundings, shapes } from './shapes.ts';

/** What a host answered. */
export type PageAnswer = { status: number; url: string; permanent: boolean; html: string };

/** Two answers of an address, one after the other, and what has changed between them; `undefined`: nothing has. */
export type PagePair = {
  name: string;
  before: PageAnswer;
  after: PageAnswer;
  change: 'figure' | 'headline' | 'added' | 'removed' | 'moved' | 'gone' | undefined;
};

export const ADDRESS = 'https://news.example/2025/0703/c1.html';
const FIRST: Surroundings = {
  advert: '夏日大促，全场五折起！数量有限，先到先得。',
  comments: 35,
  related: ['某地查处盗版教材案', '版权服务站进校园', '三部门部署专项行动'],
  today: '2025年7月4日 星期五',
};
const LATER: Surroundings = {
  advert: '新款手机上市，以旧换新最高补贴2000元。',
  comments: 1280,
  related: [
    '短剧平台清理违规内容',
    '某公司发布年报营收128亿元',
    '博览会下月开幕',
    '专家谈人工智能',
  ],
  today: '2025年10月9日 星期四',
};

const answer = (html: string, more: Partial<PageAnswer> = {}): PageAnswer => ({
  status: 200,
  url: ADDRESS,
  permanent: false,
  html,
  ...more,
});

const ADDED = '另据了解，有关部门已约谈相关负责人，要求一周内提交整改报告。';
const ADDED_ENGLISH = 'The regulator later said that it would hold a public hearing in the autumn.';
const REMOVED = [
  '该文章已删除',
  '抱歉，您访问的页面不存在，5秒后返回首页',
  '内容已下线',
  '此内容因违规无法查看，文章已被发布者删除',
  'Sorry, the page you requested was not found',
];

/** Each kind of change: what it makes of a page, and what is to be told of it. */
const kinds: Record<
  string,
  { change: PagePair['change']; make: (page: PageParts, shape: Shape, index: number) => PageAnswer }
> = {
  'another advert': {
    change: undefined,
    make: (page, shape) => answer(shape({ ...page, around: { ...FIRST, advert: LATER.advert } })),
  },
  'more comments': {
    change: undefined,
    make: (page, shape) =>
      answer(shape({ ...page, around: { ...FIRST, comments: LATER.comments } })),
  },
  'other related links, another day': {
    change: undefined,
    make: (page, shape) =>
      answer(shape({ ...page, around: { ...FIRST, related: LATER.related, today: LATER.today } })),
  },
  'other markup and white space': {
    change: undefined,
    make: (page, shape) =>
      answer(
        shape({ ...page, paragraphs: page.paragraphs.map(rewrap) }).replaceAll('><', '>\n\t<'),
      ),
  },
  'everything around it': {
    change: undefined,
    make: (page, shape) => answer(shape({ ...page, around: LATER })),
  },
  'a figure': {
    change: 'figure',
    make: (page, shape) =>
      answer(
        shape({ ...page, paragraphs: page.paragraphs.map((text) => text.replace('1024', '1042')) }),
      ),
  },
  'a headline': {
    change: 'headline',
    make: (page, shape) =>
      answer(shape({ ...page, headline: `${page.headline.slice(0, -2)}有变` })),
  },
  'a paragraph more': {
    change: 'added',
    make: (page, shape) => {
      const added = /\p{Script=Han}/u.test(page.headline) ? ADDED : ADDED_ENGLISH;
      return answer(shape({ ...page, paragraphs: [...page.paragraphs, added], around: LATER }));
    },
  },
  moved: {
    change: 'moved',
    make: (page, shape) =>
      answer(shape(page), { url: 'https://www.news.example/archive/c1.html', permanent: true }),
  },
  'taken down with 200': {
    change: 'gone',
    make: (page, shape, index) =>
      answer(
        shape({ ...page, headline: '提示', paragraphs: [REMOVED[index] ?? ''], row: ['', ''] }),
      ),
  },
};

/** The same text with markup and white space in it. */
function rewrap(text: string): string {
  return text.replace(/^(.{6})(.{4})/, '$1<strong>$2</strong>').replace(/([，。])/g, '$1\n');
}

/** Every kind of change on every shape of page: fifty pairs. */
export const pairs: PagePair[] = Object.entries(kinds).flatMap(([kind, { change, make }]) =>
  Object.entries(shapes).flatMap(([name, shape], index) => {
    const piece = pieces[index];
    if (piece === undefined) return [];
    const page = { ...piece, around: FIRST };
    const before = answer(shape(page));
    return [{ name: `${kind}, ${name}`, before, after: make(page, shape, index), change }];
  }),
);

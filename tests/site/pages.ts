/** One address of each kind of page of the shipped content, with what its title begins with. */
export const pages = [
  { kind: 'front page', path: '/', title: '版权周报 · ', h1: '版权周报' },
  {
    kind: 'issue',
    path: '/issues/2025-03-31',
    title: '版权周报 2025年3月31日 第1期',
    h1: '版权周报 2025年3月31日',
  },
  { kind: 'section', path: '/sections/industry', title: '产业要闻 · 版权周报', h1: '产业要闻' },
  {
    kind: 'section year',
    path: '/sections/industry/2025',
    title: '产业要闻 2025年 · 版权周报',
    h1: '产业要闻',
  },
  { kind: 'sources', path: '/sources', title: '来源 · 版权周报', h1: '来源' },
  { kind: 'source', path: '/sources/光明日报', title: '光明日报 · 版权周报', h1: '光明日报' },
  {
    kind: 'source of one item',
    path: '/sources/mint/2025',
    title: 'Mint 2025年 · 版权周报',
    h1: 'Mint',
  },
  { kind: 'topics', path: '/topics', title: '主题 · 版权周报', h1: '主题' },
  { kind: 'topic', path: '/topics/ai', title: '人工智能 · 版权周报', h1: '人工智能' },
  { kind: 'archive', path: '/archive', title: '往期 · 版权周报', h1: '往期' },
  { kind: 'archive year', path: '/archive/2025', title: '2025年往期 · 版权周报', h1: '往期' },
  { kind: 'search', path: '/search', title: '检索 · 版权周报', h1: '检索' },
  { kind: 'clipping', path: '/clipping', title: '选编 · 版权周报', h1: '选编' },
  { kind: 'offline', path: '/offline', title: '没有网络 · 版权周报', h1: '没有网络' },
  { kind: 'about', path: '/about', title: '关于版权周报', h1: '关于版权周报' },
  { kind: 'not found', path: '/nowhere', title: '没有这个页面 · 版权周报', h1: '没有这个页面' },
] as const;

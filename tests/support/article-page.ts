/** A page as a publisher might write it, and what it says. */
export type ArticlePage = {
  name: string;
  address: string;
  html: string;
  title: string;
  publisher: string | undefined;
  day: string | undefined;
};

export const TEXT = [
  '某市版权部门近日公布一批作品登记数据，摄影作品与美术作品占到总量的七成以上，登记数量比上年同期增长。',
  '有关负责人表示，将继续完善登记服务，缩短办理时间，方便创作者在线提交材料，并加强对侵权盗版行为的打击力度。',
  '业内人士认为，登记证书在维权中可以作为初步证据，创作者应当保存好底稿、原件和发表记录，以备需要时使用。',
];
export const ENGLISH = [
  'A district court ruled that the use of the works at issue needs a licence, and sent the question of damages to a jury.',
  'The company said that it would appeal. The decision is the third of its kind this year, and lawyers expect more of them.',
];

/** The body of a page: navigation, headline, a line below it, the text, a sidebar with other days. */
export function body(title: string, line: string, text: readonly string[] = TEXT): string {
  return `<body><div class="top">今天是2031年1月2日 星期四 <a href="/">首页</a> <a href="/news">新闻</a></div>
<div class="main"><h1>${title}</h1><div class="info">${line}</div>
<div class="content">${text.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}</div></div>
<div class="side"><ul><li><a href="/1">另一条消息</a> 2030-01-01</li><li><a href="/2">又一条消息</a> 2030-02-02</li></ul></div>
<div class="foot">版权所有 2002-2031</div></body>`;
}

/** A part of a made-up page. */
export function page(head: string, rest: string, lang = 'zh-CN'): string {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">${head}</head>${rest}</html>`;
}

/** A part of a made-up page. */
export function linked(value: unknown): string {
  return `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
}

export const T = '某市前三季度作品登记数量增长两成';
export const E = 'Court rules on training with licensed works';

/** What someone is accused of, in the words of a page, and the words by which a text says so. */
type Conduct = { name: string; words: RegExp };

/** What AI companies are accused of. */
const OF_AI: readonly Conduct[] = [
  { name: '训练AI', words: /训练(?!营|班|基地|场|馆|赛)/ },
  {
    name: '抓取内容',
    words:
      /抓取|爬取|爬虫|(?:逐字|逐段|大段|直接|擅自)?(?:复制|照搬|摘录)[^，。；]{0,6}(?:文章|报道|内容|词条|教材|新闻|章节|原文|段落|条目)/,
  },
  {
    name: '克隆声音',
    words: /克隆[^，。；]{0,4}声|声音克隆|(?:仿冒|模仿|盗用)[^，。；]{0,4}(?:声音|嗓音)/,
  },
  { name: '生成侵权内容', words: /生成[^，。；]{0,60}(?:角色|图像|图片|副本|形象|视频|歌词|歌曲)/ },
];

/** What those are accused of who use a work of another. */
const OF_WORKS: readonly Conduct[] = [
  { name: '外挂私服', words: /外挂|私服/ },
  { name: '抄袭', words: /抄袭|剽窃|换皮|实质性相似|洗稿/ },
  { name: '泄露', words: /泄露|泄密|外泄|偷跑/ },
  { name: '盗播', words: /盗播|盗录|盗版|盗链|上传|(?:擅自|非法)(?:转播|传播|搬运)/ },
];

/** What an AI company is accused of in a text. */
export function aiConductsIn(text: string): string[] {
  return namesIn(text, OF_AI);
}

/** What is done to a work by a text: the first of these that it tells of. */
export function workConductIn(text: string): string | undefined {
  return namesIn(text, OF_WORKS)[0];
}

function namesIn(text: string, conducts: readonly Conduct[]): string[] {
  return conducts.filter(({ words }) => words.test(text)).map(({ name }) => name);
}

/**
 * What stands among the paragraphs of a page and is none of the article: counters, bylines, adverts, links to other
 * articles. Each pattern is held against the start of a sentence, after NFKC and without white space.
 */
const FURNITURE: readonly RegExp[] = [
  // Counters: 阅读：1.2万, 35条评论, 已有35人参与.
  /^(?:总)?(?:阅读|浏览|评论|点击|点赞|转发|分享|收藏|播放|观看|热度|人气|跟帖|参与)(?:量|数|人数|次数)?[:(|]?\d/,
  /^(?:已有|共有|共|累计)?[\d.,万]+(?:余|多)?(?:人|条|次|个|位)?(?:评论|参与|跟帖|点赞|阅读|浏览|赞|收藏|转发|分享|看过|在看|推荐|观看|播放|喜欢|围观|views|comments|likes|shares|reads)/,
  /^(?:views|comments|likes|shares|reads):?\d/,
  // The time at which the page was made, and times that count from now.
  /^(?:本页|页面|网页|最后|最近)?(?:更新|生成|打印|访问|发布|发表|刷新)(?:时间|日期|于)?[:于]?(?:\d{4}[-年/.]|\d+(?:秒|分钟|小时|天)前|刚刚|今天|昨天)/,
  /^(?:\d+(?:秒|分钟|小时|天|周|个月)前|刚刚|今天是|现在是|当前时间|北京时间\d{4})/,
  /^(?:lastupdated|updated|published|printed):?(?:on|at)?:?[a-z]*\d/,
  // Who made it.
  /^[[(【]?(?:责任编辑|责编|编辑|校对|审核|审校|监制|主编|值班编委|来源|稿源|作者|记者|通讯员|实习生|摄影|图源|标签|关键词|栏目|频道)[:|】]/,
  // Adverts and what asks readers to do something.
  /^[[(【]?(?:广告|推广|赞助|商业推广|赞助内容|推荐广告|ad|ads|advert|advertisement|sponsored|promoted)(?:[\])】:|,。!]|by|内容|信息|$)/,
  /^(?:扫码|扫一扫|长按|扫描)(?:.{0,12})(?:二维码|下载|关注|加入|订阅)/,
  /^(?:请)?(?:点击|点此|立即|马上|打开|下载|戳)(?:.{0,14})(?:客户端|app|下载|查看更多|阅读全文|领取|抢购|购买|报名|注册)/,
  /^(?:更多精彩|更多内容|更多资讯|更多新闻)(?:.{0,12})(?:关注|下载|点击|请|尽在)/,
  /^(?:欢迎|敬请)?(?:关注|订阅|添加)(?:我们|本报|本站|官方)?.{0,12}(?:公众号|微信号|微博|视频号|服务号|订阅号)/,
  /^(?:subscribe|signup|signin|login|downloadour|followus|readmore|clickhere|acceptcookies|weusecookies)/,
  // Links to other articles.
  /^[[(【]?(?:相关|推荐|延伸|热门|更多|精彩|猜你喜欢|大家都在看|热点|编辑推荐|今日推荐|为您推荐|上一篇|下一篇|related|recommended|mostread|morefrom|readnext)(?:阅读|新闻|推荐|文章|链接|报道|内容|资讯|话题|articles|stories|news)?[:】|]/,
  // The notices of a site.
  /^(?:版权声明|免责声明|特别声明|声明|未经(?:书面)?(?:授权|许可|本(?:报|网|站)).{0,8}(?:转载|使用)|本文(?:仅代表|不代表|来自|转载自)|本网站.{0,10}(?:cookie|浏览)|copyright|©|allrightsreserved)/,
];

/** Whether a sentence is none of the article. @param plain the sentence after NFKC, in lower case, without white space */
export function isFurniture(plain: string): boolean {
  return FURNITURE.some((pattern) => pattern.test(plain));
}

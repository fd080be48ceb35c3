/** What clauses say of events: words that tell that one is held, begins, ends, or was named before. */

export const HELD =
  /举办(?![地权方国城])|举行(?!地)|召开|开展|组织|展开|进行|主题为|时间为|[暂拟]?定于|定在|安排在|安排于|排在|[将拟]于|开市|开集|展出|在[^，]{1,16}(?:亮相|登场|见面)|开讲|主讲|移师|开赛|举槌|集中|参加|亮相|拉开|登陆|登场|上演|落户|落地|走进|走入|走遍|走上|面向[^，]{1,12}开放|免费开放|对外开放|与[^，]{1,8}见面|[专特增]设|线上直播|同期举[办行]|开锣|开营|开班|开课|迎客|迎来|如期|接力|实施|开唱|开演|办(?=第|首届|一场|了)/u;
export const BEGINS =
  /起(?:，|在全\p{Script=Han}{1,2})?为期|开幕|启动|启幕|揭幕|开馆|开启|开始|发车|起航|启航|首发|开展(?=$|，)|拉开帷幕|拉开序幕|揭开帷幕|打响|开锣|出发|启程|起步|首站/u;
export const ENDS =
  /闭幕|落幕|结束|收官|闭馆|收尾|告终|谢幕|撤展|结业|结班|[结闭]营|截止|(?:展期|开放|持续|运行|延续|进行|办|延长|延期|展出|展览)(?:至|到)/u;
/** The time is that of something else: a paper, a report, a figure, entries, tickets, or another gathering. */
export const OTHER =
  /印发|发布(?!会|仪式|式)|公布|通报|出台|签署|报道|数据显示|预热|报名|投稿|截止|申报|征稿|注册(?![证商资])|预约|招募|开票|售票|开售|预售|登记(?![证表书])|申领|发函|作出|判决|揭晓|结果|名单/u;

/** A word for the event that was named before: 大会24日开幕. */
export const AGAIN =
  /^(?:\d{4}年)?(?:本届|此次|该|本次|据悉|整个|全部|这次|今年的?)?(大会|论坛|展览|活动|专项行动|专项整治|专项治理|专项检查|专项执法|专项工作|整治行动|整治|行动|博览会|峰会|年会|会议|大赛|比赛|赛事|展会|特展|书展|宣传周|宣传月|艺术节|音乐节|电影节|读书节|培训班|研修班|训练营|仪式|列车|展期|会期|赛期|档期|时间|主题列车|嘉年华|交易会|研讨会|巡展|巡演|讲座|沙龙|征集活动|评选|考试|说明会|路演|\p{Script=Han}{1,2}[节周赛展](?=将|于|定|在|[明今]年|下月|\d))/u;
/** Words for any event. */
export const ANY_EVENT = /^(?:展期|会期|赛期|档期|时间|活动|会议|行动|比赛|赛事)$/u;
/** A clause without a subject that goes on about the event: 时间为5月至11月, 至26日结束. */
export const GOES_ON =
  /^(?:(?:具体|举办|活动|开展)?(?:时间|日期)(?:仍|确定|暂定|初定)?(?:为|定于|定在|是)|展期|会期|为期|并?[将拟]?(?:持续|运行|延续|进行|开放|展出)?(?:至|到)|自|从)/u;
/** 6月至11月在全国开展: a span at the beginning, and what is done in it. */
export const SPAN_HELD =
  /^(?:分[^，]{1,6}|陆续|先后)?(?:[上下]午|晚)?(?:[在于][^，]{1,20}?)?(?:正式|全面)?(?:开展|铺开|推开|推进|举行|举办|进行|展开|展出|实施|召开|启幕|开幕|开市|开讲|开赛|揭幕|登场|(?:集中|重点|严厉|全面)?(?:整治|治理|打击|清理|清查|查处|检查|排查|巡查))/u;
/** 决定自3月至8月，在全国开展…: the time is that of what the next clause does. */
export const GOES_WITH =
  /^(?:在[^，]{1,12})?(?:联合|集中|组织)?(?:开展|举办|举行|部署|实施|启动|组织)/u;
/** A gathering that was moved to another day. Of an exhibition it is the end that is moved. */
export const MOVED = /(?:延期|改期|推迟|提前|顺延|改)(?:至|到|在|于)/u;
export const ONLY_END =
  /^(?:[次翌]日|\d{1,2}日|(?:\d{4}年|明年|次年|今年)?(?:\d{1,2}|本|下|下个)月(?:\d{1,2}日|底|初|末|中旬|下旬)?)[^，]{0,4}(?:收官|结束|闭幕|落幕|收尾)/u;

/** Parts of an event that have no name of their own, as the subject or the object of a clause. */
const PARTS =
  '启动仪式|开幕式|闭幕式|颁奖典礼|颁奖仪式|总决赛|半决赛|决赛|复赛|初赛|颁奖礼|开幕礼|开幕典礼|揭幕仪式|闭幕典礼|首发式|签约仪式';
export const PART = new RegExp(`^(?:其中|首场)?(${PARTS})`, 'u');
export const PART_HELD = new RegExp(`(?:举行|举办)(${PARTS})$`, 'u');

/** What a notice is about: 关于开展“清源”专项整治的通知. */
export const NOTICE =
  /《关于(?:组织|联合|共同|深入|做好|继续){0,2}(?:开展|举办|启动|实施|召开|举行|组织|印发|做好)([^《》]{4,40}?)(?:(?<!专项)工作)?(?:实施方案|工作方案|方案)?的(?:通知|公告|通告|函|意见|决定)》/gu;

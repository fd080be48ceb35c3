/** Pages with status 200 that show no article. Texts are compared without white space and marks, in lower case. */

const DELETED =
  /(?:文章|内容|页面|网页|信息|新闻|稿件|帖子|资源|链接|视频|作品|报道)(?:可能|或许)?(?:已|已经|现已)?(?:被|遭|由)?(?:作者|发布者|发布方|管理员|系统|原作者|删除者)?(?:自行|主动)?(?:删除|删掉|下线|下架|移除|撤下|撤回|失效|不存在|找不到|未找到|过期|撤稿|屏蔽)|(?:不存在|已删除|找不到|无法找到|没有找到|未找到)(?:的|该|此|这个|您)?(?:要|访问|查看|请求的)*(?:页面|文章|内容|网页|资源|信息)|(?:访问|查看|浏览|请求|寻找|查找|要找)的.{0,12}(?:不存在|已删除|已被删除|找不到|无法找到|已下线|已失效|飞走了|走丢了|丢失)|^(?:错误|error|http)?404|404(?:notfound|页面|错误|error|找不到)|(?:page|article|story|content|post)(?:you(?:arelookingfor|requested|werelookingfor))?(?:is|was|has|hasbeen|could|couldnot|can|does)?(?:be)?(?:notfound|not(?:be)?found|nolonger(?:available|exists?|here)|beenremoved|beendeleted|removed|deleted|doesntexist|notexist|unavailable)|(?:cant|cannot|couldnt|couldnot)find(?:the|that|this)(?:page|article|story)/;

const CHALLENGE =
  /justamoment|checkingyourbrowser|attentionrequired|verif(?:y|ying)(?:that)?youarehuman|captcha|accessdenied|(?:enable|turnon)javascript|areyouarobot|unusualtraffic|securitycheck|人机(?:身份)?验证|安全(?:验证|检查|检测)|滑动验证|拖动滑块|请?(?:完成|通过|进行)(?:下方|以下|安全)?验证|访问(?:过于|太|太过)?频繁|操作(?:过于|太)?频繁|请(?:输入|填写)验证码|异常(?:流量|访问|请求)|访问(?:被|受)(?:拒绝|阻断|限制|拦截)|请开启javascript|浏览器(?:正在)?(?:检查|检测)|web应用防火墙/;

const WALL =
  /请?(?:先)?(?:登录|登陆|注册)(?:后|以后|之后)?(?:再)?(?:查看|阅读|访问|继续|可见|浏览)|(?:登录|订阅|付费|购买|开通会员)(?:后|即可|可)(?:阅读|查看|继续)|会员(?:专享|可见|专属)|(?:subscribe|login|signin|register)to(?:continue|read|view|keep)|subscribersonly|alreadyasubscriber/;

/** A sign in the text of a page that it is no article. */
export type Notice = 'deleted' | 'challenge' | 'login';

/** What a page without an article says. @param text its title, headings and text */
export function readNotice(text: string): Notice | undefined {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, LOOKED_AT);
  if (CHALLENGE.test(plain)) return 'challenge';
  if (DELETED.test(plain)) return 'deleted';
  return WALL.test(plain) ? 'login' : undefined;
}

/** A notice stands near the top. */
const LOOKED_AT = 600;

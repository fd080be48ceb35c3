import { type Element, elementText } from './elements.ts';

/** Elements that are never a part of an article. */
const NEVER = new Set([
  ...['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'object', 'embed', 'ins'],
  ...['nav', 'footer', 'aside', 'form', 'button', 'select', 'textarea', 'dialog', 'menu'],
]);

/** Words in a class or an id, in English and in Pinyin, of adverts, links, comments, counters and sharing. */
const WORDS =
  /(?:^|[\s_-])(?:ads?(?:box|wrap\w*|area|slot|unit|block|container|space|content|by\w*)?|adv|advert\w*|adsense|gg|guanggao|banner|promo\w*|sponsor\w*|recommend\w*|rec|tuijian|related?|relate\w*|xiangguan|hot|hots?|rank\w*|ranking|paihang|comments?|pinglun|reply|replies|discuss\w*|share|sharing|social|fenxiang|sidebar|side|footer|foot|nav|navbar|breadcrumbs?|crumbs?|menu|copyright|disclaimer|shengming|qrcode|ewm|erweima|download|popup|modal|cookie\w*|login|subscribe|newsletter|toolbar|tools?|tags?|keywords?|counter|count|views?|stat|stats|meta|more|prev|next|pager|pagination|widget|outbrain|taboola|hidden|weather)(?:[\s_-]|\d*$|\d+[\s_-])/i;

export type PassOver = (element: Element) => boolean;

/** Whether an element is of a kind that no article has. */
export function isNeverArticle({ tagName }: Element): boolean {
  return NEVER.has(tagName);
}

/** Whether an element is none of the article: by its kind, its name, or because nobody sees it. */
export function isFurnitureElement(element: Element): boolean {
  const { tagName, attrs } = element;
  if (NEVER.has(tagName)) return true;
  if (tagName === 'html' || tagName === 'body' || tagName === 'meta') return false;
  if (isLabelled(element)) return true;
  return attrs.some(({ name, value }) => {
    if (name.startsWith('data-ad-') || name === 'data-ad') return true;
    if (name === 'hidden') return true;
    if (name === 'aria-hidden') return value === 'true';
    if (name === 'style') return /display\s{0,9}:\s{0,9}none/i.test(value);
    if (name === 'role') return /^(?:navigation|complementary|banner|contentinfo)$/.test(value);
    return (name === 'class' || name === 'id') && WORDS.test(spread(value));
  });
}

/** `relatedNews` as `related-News`: names of several words are written in both ways. */
function spread(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, '-');
}

/** What stands over adverts, links and comments where their elements have no names. */
const LABEL =
  /^[[(【（]?(?:广告|推广|赞助|商业推广|推荐|相关阅读|推荐阅读|延伸阅读|相关新闻|相关推荐|相关文章|相关链接|热门推荐|热门文章|热点推荐|猜你喜欢|为你推荐|大家都在看|最新评论|网友评论|精彩评论|评论|评论区|advertisement|sponsored|related|related (?:articles|stories)|recommended|comments|most read|read next)[\])】）:：]?$/i;
/** An element with more letters holds other things than what its label says. */
const MOST_LABELLED = 600;

/** So many nodes of an element are looked at for a label: elements may be nested without end. */
const LOOKED_AT = 60;

/** Whether the first thing in an element is such a label. */
function isLabelled(element: Element): boolean {
  for (const child of element.childNodes.slice(0, LOOKED_AT)) {
    const text =
      'value' in child
        ? child.value.trim()
        : 'tagName' in child
          ? elementText(child, LOOKED_AT)
          : '';
    if (text === '') continue;
    return LABEL.test(text) && elementText(element).length < MOST_LABELLED;
  }
  return false;
}

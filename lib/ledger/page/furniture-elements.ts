import { type Element, elementText } from './elements.ts';

/** Elements that are never a part of an article. */
const NEVER = new Set([
  ...['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'object', 'embed', 'ins'],
  ...['nav', 'footer', 'aside', 'form', 'button', 'select', 'textarea', 'dialog', 'menu'],
]);

/**
 * Words in a class or an id, in English and in Pinyin: of adverts, links to other pages, comments, counters, sharing.
 * A name may have a number behind it: `ad-2`.
 */
const WORDS = new Set([
  ...['ad', 'ads', 'adv', 'adbox', 'adarea', 'adslot', 'adunit', 'adblock', 'adspace', 'adcontent'],
  ...['adcontainer', 'gg', 'guanggao', 'banner', 'rec', 'tuijian', 'related', 'xiangguan', 'hot'],
  ...['hots', 'paihang', 'comment', 'comments', 'pinglun', 'reply', 'replies', 'share', 'sharing'],
  ...['social', 'fenxiang', 'sidebar', 'side', 'foot', 'footer', 'nav', 'navbar', 'breadcrumb'],
  ...['breadcrumbs', 'crumb', 'crumbs', 'menu', 'copyright', 'disclaimer', 'shengming', 'qrcode'],
  ...[
    'ewm',
    'erweima',
    'download',
    'popup',
    'modal',
    'login',
    'subscribe',
    'newsletter',
    'toolbar',
  ],
  ...['tool', 'tools', 'tag', 'tags', 'keyword', 'keywords', 'counter', 'count', 'view', 'views'],
  ...['stat', 'stats', 'meta', 'more', 'prev', 'next', 'pager', 'pagination', 'widget', 'outbrain'],
  ...['taboola', 'hidden', 'weather', 'rank', 'ranking'],
]);
/** How such words begin that have many endings: `advertisement`, `recommendations`. */
const BEGINNINGS = [
  'advert',
  'adsby',
  'adwrap',
  'promo',
  'sponsor',
  'recommend',
  'relate',
  'discuss',
  'cookie',
];

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
    return (name === 'class' || name === 'id') && wordsIn(value).some(isFurnitureWord);
  });
}

/** The words of a class or an id: `relatedNews`, `related_news` and `related-news2` have the same. */
function wordsIn(name: string): string[] {
  return name
    .replace(/(?<=[a-z])(?=[A-Z])/g, '-')
    .toLowerCase()
    .split(/[^a-z]+/);
}

function isFurnitureWord(word: string): boolean {
  return WORDS.has(word) || BEGINNINGS.some((beginning) => word.startsWith(beginning));
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

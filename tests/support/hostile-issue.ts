import { PICTURE } from './documents.ts';

/** An issue with hostile text in every place, and with every kind of block that an item may have. */
export const HOSTILE_TITLE = `甲<b>&"'公司]]>𠮷野家😀&nbsp;`;
const CONTROL = '控\u0001制\u0008字\u001f符\u007f';

export const hostileIssue = `---
number: 7
title: 特刊 <script>&"' ]]>
summary: 导语 <b>&"' ]]> 😀
editor: 张<三>&
---

刊首 [本期](#k)，[站外](https://example.com/?a=1&b=<c>)，[坏址](http://[)，[空]()。

| 左 | 中 | 右 |
| :- | :-: | -: |
| 甲 & | \`]]>\` | <b> |

## 产业要闻

### ${HOSTILE_TITLE.replace('&nbsp;', '&amp;nbsp;')} {#k}

正文 <b>&"' ]]> 😀 𠮷 ${CONTROL}，**强调**，*着重*，[链接](https://example.com/a%zz?x="y"|z[1]#a#b)。

1. 一
   - 二之一

     二之一续
2. 二

5) 五
6) 六

999999999. 九
1. 十

> 引文
>
> - 引文里的列表

> 更正（2025-04-02）：\`数字\`有误。

\`\`\`
<pre> ]]> &
  缩进
\`\`\`

#### 小标题 <i>

---

![本站的图](/issues/2025-03-31/a.png) [![链接里的图](a.png)](https://example.com/) ![](b.png)

![没有的图](/issues/2025-03-31/none.png) ![站外的图](https://example.com/c.png) [![链接里的站外图](https://example.com/d.png)](https://example.com/)

![跳出](/issues/..%2f..%2f..%2fetc/passwd) ![](data:image/png;base64,AAAA)

| 年份 |
| - |

来源：[证券日报](https://example.com/r?a=1&b=2) 2025-03-26、光明日报

### 乙事

见[甲事](/issues/2025-03-31#k)、[栏目](/issues/2025-03-31#industry)与[上期](/issues/2025-03-24)。

来源：[证券日报](<https://example.com/文 章?q="版权"|#段>)

## 海外传真

### 2025年的事 {#2025年}

正文。

来源：光明日报
`;

/** The pictures that the hostile issue shows of the site's own, by their paths in `public/`; one is none. */
export const hostilePictures = {
  '/issues/2025-03-31/a.png': PICTURE,
  '/issues/2025-03-31/b.png': Buffer.from('no picture'),
  '/issues/a.png': PICTURE,
};

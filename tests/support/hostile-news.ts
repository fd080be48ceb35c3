/** U+0000 to U+001F but the ends of lines. */
const CONTROL = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code))
  .filter((char) => !/[\r\n]/.test(char))
  .join('');
const HOSTILE = `甲\\<b>&"'公司]]>𠮷野家😀👩‍👩‍👧‍👦${CONTROL}乙`;

/** Issues whose items have several sources, corrections and links, and hostile titles and texts. */
export const hostileNews: Record<string, string> = {
  '2025-03-31.md': `---
number: 7
title: "特刊 <b>&\\"' ]]> \\x01\\x1f"
summary: "导语 <b>&\\"' ]]> 😀 \\x01\\x1f"
editor: "张<三>& \\x02"
---

刊首${HOSTILE}。

## 产业要闻

### ${HOSTILE}

第一段讲AI${HOSTILE}末，见[公告](https://example.com/notice?a=1&b=2)与[上期](/issues/2025-03-24)。

第二段有**加重**和*着重*。

> 更正（2025-04-02）：应为${HOSTILE}。

来源：[证券日报](<https://example.com/文 章?x="1"&y=<2>#段>) 2025-03-26、光明日报 2025-03-27；[羊城晚报](https://example.com/y)、北京日报

### 又一条${HOSTILE} {#again}

${HOSTILE}

来源：某<报>&

## 海外传真

### ]]>

一段。

来源：[封面新闻](https://example.com/c)、证券日报
`,
  '2024-12-30.md': `## 资讯速递

### 旧事

一段，讲营收。

来源：证券日报 2024-12-28、[光明日报](https://example.com/g)
`,
};

/** An issue with every kind of block, and with text that would break a format which does not escape it. */
export const hostileIssue = `---
number: 7
summary: 导语有<b>、&amp;、"引号"与'单引号'，还有]]>。
editor: 甲 <b>
---

开头一段，带[链接](https://example.com/lead)。

## 产业要闻

### 题目有\\<b>&"' 与 ]]> 和 𠮷野家 👩‍👩‍👧‍👦 {#formats}

一段有*着重*、**加重**和\`<code> &amp;\`的话，见[公告](https://example.com/notice?a=1&b=2)与[上期](/issues/2025-03-24)，又见[公告](https://example.com/notice?a=1&b=2)，]]>\u0001\u0008\u001f。

- 第一点
- 第二点

  第二点的第二段

3. 三
4. 四

> 引文。

| 年份 | 数量 |
|---|--:|
| 2023 | 1 |

\`\`\`
if (a < b)  {
  c
}
\`\`\`

![图一 "引"](/issues/2025-03-31/a.png)

![](https://example.com/b.png)

> 更正（2025-04-02）：应为八元。

来源：[证券日报](https://example.com/a?x=1&y=2) 2025-03-26、光明日报 2025-03-27；羊城晚报

### 另一条

另一段。

来源：北京日报

## 资讯速递

### 第三条

第三段。

来源：[封面新闻](https://example.com/c)
`;

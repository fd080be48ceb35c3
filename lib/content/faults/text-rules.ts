import { ISSUE, type Rule } from './rule.ts';

/** Rules for the text of titles and items: headings, punctuation, characters, links, lists, images. */
export const textRules = {
  'title-markup': {
    severity: 'warning',
    invalid: ISSUE.replace('### 快手发布财报', '### [快手发布财报](https://example.com/a)'),
    valid: ISSUE,
  },
  'title-long': {
    severity: 'error',
    invalid: ISSUE.replace('快手发布财报', '快手发布财报'.repeat(34)),
    valid: ISSUE.replace('快手发布财报', '快手发布财报'.repeat(33)),
  },
  'heading-style': {
    severity: 'warning',
    fixable: true,
    invalid: ISSUE.replace('## 产业', '# 产业'),
    valid: ISSUE,
  },
  'punctuation-half-width': {
    severity: 'warning',
    fixable: true,
    invalid: ISSUE.replace('财报。', '财报,营收8,805元。'),
    valid: ISSUE.replace('财报。', '财报，营收8,805元。'),
  },
  'bracket-unpaired': {
    severity: 'error',
    invalid: ISSUE.replace('财报。', '《财报。'),
    valid: ISSUE.replace('财报。', '《财报》（2024）：1)营收。'),
  },
  /** A mark that shows the text after it from right to left. */
  'text-direction': {
    severity: 'error',
    fixable: true,
    invalid: ISSUE.replace('财报。', '财报\u202Efdp.exe。'),
    valid: ISSUE.replace('财报。', '财报\u200Fעברית\u200E。'),
  },
  'character-invisible': {
    severity: 'warning',
    fixable: true,
    invalid: ISSUE.replace('财报。', '财\u200B报。'),
    valid: ISSUE.replace('财报。', '财报👩\u200D👩\u200D👧。'),
  },
  /** U+FFFD: a program could not decode a character. */
  'character-lost': {
    severity: 'error',
    invalid: ISSUE.replace('财报。', '财\uFFFD。'),
    valid: ISSUE.replace('财报。', '财报？。'),
  },
  /** More combining marks on a letter than any script needs. */
  'marks-piled': {
    severity: 'error',
    invalid: ISSUE.replace('财报。', `财报${'\u0301'.repeat(9)}。`),
    valid: ISSUE.replace('财报。', `财报（Vie\u0323\u0302t Nam、မြွှော့်、1\uFE0F\u20E3）。`),
  },
  'html-raw': {
    severity: 'error',
    invalid: ISSUE.replace('财报。', '财报<br>。'),
    valid: ISSUE.replace('财报。', '**财报**。'),
  },
  'link-unsafe': {
    severity: 'error',
    invalid: ISSUE.replace('财报。', '[财报](javascript:alert)。'),
    valid: ISSUE.replace('财报。', '[财报](https://example.com/a)。'),
  },
  'link-malformed': {
    severity: 'error',
    invalid: ISSUE.replace('财报。', '[财报]（https://example.com/a）。'),
    valid: ISSUE.replace('财报。', '[财报](https://example.com/a)[1]（2025年）。'),
  },
  'link-tracking': {
    severity: 'warning',
    fixable: true,
    invalid: ISSUE.replace('财报。', '[财报](https://example.com/a?utm_source=x)。'),
    valid: ISSUE.replace('财报。', '[财报](https://example.com/a?id=1)。'),
  },
  /** Markup of other systems, which pages show as it is typed. */
  'markup-unread': {
    severity: 'warning',
    invalid: ISSUE.replace('财报。', '财报~~草稿~~。'),
    valid: ISSUE.replace('财报。', '财报**要点**，约3~5页，见[1]。'),
  },
  'quote-without-blank': {
    severity: 'warning',
    invalid: ISSUE.replace('财报。\n', '财报。\n\n>50%的用户。\n'),
    valid: ISSUE.replace('财报。\n', '财报。\n\n> 50%的用户。\n'),
  },
  /** A line that Markdown takes into the list or quote above it. */
  'line-taken-in': {
    severity: 'warning',
    invalid: ISSUE.replace('财报。\n', '财报。\n\n> 引文。\n正文。\n'),
    valid: ISSUE.replace('财报。\n', '财报。\n\n> 引文。\n\n正文。\n'),
  },
  /** A number that is not the one that pages show. */
  'list-number': {
    severity: 'warning',
    invalid: ISSUE.replace('财报。\n', '财报。\n\n1. 营收\n3. 利润\n'),
    valid: ISSUE.replace('财报。\n', '财报。\n\n2. 营收\n3. 利润\n'),
  },
  'item-in-code': {
    severity: 'error',
    invalid: ISSUE.replace('财报。\n', '财报。\n\n```\n【标题】正文。\n```\n'),
    valid: ISSUE.replace('财报。\n', '财报。\n\n```\n代码\n```\n'),
  },
  'picture-missing': {
    severity: 'error',
    invalid: ISSUE.replace('财报。', '财报。![营收图](/issues/2025-03-31/a.png)'),
    valid: ISSUE.replace('财报。', '财报。![刊徽](/icon-192.png)![图](https://example.com/a.png)'),
  },
  'image-without-alt': {
    severity: 'warning',
    invalid: ISSUE.replace('财报。', '财报。![](/icon-192.png)'),
    valid: ISSUE.replace('财报。', '财报。![营收图](/icon-192.png)'),
  },
} as const satisfies Record<string, Rule>;

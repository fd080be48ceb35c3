import { GOOD, type Rule } from './rule.ts';

/** What may be amiss in the text, wherever it stands: headings, marks, characters, links, images. */
export const textRules = {
  'title-markup': {
    severity: 'warning',
    breaks: GOOD.replace('### 快手发布财报', '### [快手发布财报](https://example.com/a)'),
    keeps: GOOD,
  },
  'title-long': {
    severity: 'error',
    breaks: GOOD.replace('快手发布财报', '快手发布财报'.repeat(34)),
    keeps: GOOD.replace('快手发布财报', '快手发布财报'.repeat(33)),
  },
  'heading-style': {
    severity: 'warning',
    fixable: true,
    breaks: GOOD.replace('## 产业', '# 产业'),
    keeps: GOOD,
  },
  'punctuation-half-width': {
    severity: 'warning',
    fixable: true,
    breaks: GOOD.replace('财报。', '财报,营收8,805元。'),
    keeps: GOOD.replace('财报。', '财报，营收8,805元。'),
  },
  'bracket-unpaired': {
    severity: 'error',
    breaks: GOOD.replace('财报。', '《财报。'),
    keeps: GOOD.replace('财报。', '《财报》（2024）：1)营收。'),
  },
  'text-direction': {
    severity: 'error',
    fixable: true,
    breaks: GOOD.replace('财报。', '财报\u202Efdp.exe。'),
    keeps: GOOD.replace('财报。', '财报\u200Fעברית\u200E。'),
  },
  'character-invisible': {
    severity: 'warning',
    fixable: true,
    breaks: GOOD.replace('财报。', '财\u200B报。'),
    keeps: GOOD.replace('财报。', '财报👩\u200D👩\u200D👧。'),
  },
  'character-lost': {
    severity: 'error',
    breaks: GOOD.replace('财报。', '财\uFFFD。'),
    keeps: GOOD.replace('财报。', '财报？。'),
  },
  'marks-piled': {
    severity: 'error',
    breaks: GOOD.replace('财报。', `财报${'\u0301'.repeat(9)}。`),
    keeps: GOOD.replace('财报。', `财报（Vie\u0323\u0302t Nam、မြွှော့်、1\uFE0F\u20E3）。`),
  },
  'html-raw': {
    severity: 'error',
    breaks: GOOD.replace('财报。', '财报<br>。'),
    keeps: GOOD.replace('财报。', '**财报**。'),
  },
  'link-unsafe': {
    severity: 'error',
    breaks: GOOD.replace('财报。', '[财报](javascript:alert)。'),
    keeps: GOOD.replace('财报。', '[财报](https://example.com/a)。'),
  },
  'link-malformed': {
    severity: 'error',
    breaks: GOOD.replace('财报。', '[财报]（https://example.com/a）。'),
    keeps: GOOD.replace('财报。', '[财报](https://example.com/a)[1]（2025年）。'),
  },
  'link-tracking': {
    severity: 'warning',
    fixable: true,
    breaks: GOOD.replace('财报。', '[财报](https://example.com/a?utm_source=x)。'),
    keeps: GOOD.replace('财报。', '[财报](https://example.com/a?id=1)。'),
  },
  'markup-unread': {
    severity: 'warning',
    breaks: GOOD.replace('财报。', '财报~~草稿~~。'),
    keeps: GOOD.replace('财报。', '财报**要点**，约3~5页，见[1]。'),
  },
  'quote-without-blank': {
    severity: 'warning',
    breaks: GOOD.replace('财报。\n', '财报。\n\n>50%的用户。\n'),
    keeps: GOOD.replace('财报。\n', '财报。\n\n> 50%的用户。\n'),
  },
  'line-taken-in': {
    severity: 'warning',
    breaks: GOOD.replace('财报。\n', '财报。\n\n> 引文。\n正文。\n'),
    keeps: GOOD.replace('财报。\n', '财报。\n\n> 引文。\n\n正文。\n'),
  },
  'list-number': {
    severity: 'warning',
    breaks: GOOD.replace('财报。\n', '财报。\n\n1. 营收\n3. 利润\n'),
    keeps: GOOD.replace('财报。\n', '财报。\n\n2. 营收\n3. 利润\n'),
  },
  'item-in-code': {
    severity: 'error',
    breaks: GOOD.replace('财报。\n', '财报。\n\n```\n【标题】正文。\n```\n'),
    keeps: GOOD.replace('财报。\n', '财报。\n\n```\n代码\n```\n'),
  },
  'picture-missing': {
    severity: 'error',
    breaks: GOOD.replace('财报。', '财报。![营收图](/issues/2025-03-31/a.png)'),
    keeps: GOOD.replace('财报。', '财报。![刊徽](/icon-192.png)![图](https://example.com/a.png)'),
  },
  'image-without-alt': {
    severity: 'warning',
    breaks: GOOD.replace('财报。', '财报。![](/icon-192.png)'),
    keeps: GOOD.replace('财报。', '财报。![营收图](/icon-192.png)'),
  },
} as const satisfies Record<string, Rule>;

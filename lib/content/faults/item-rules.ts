import { ISSUE, OTHER_ISSUE, type Rule, STORY } from './rule.ts';

/** Rules for sections and items: their titles, ids and sources. */
export const itemRules = {
  'section-unknown': {
    severity: 'error',
    invalid: ISSUE.replace('产业要闻', '产业新闻'),
    valid: ISSUE.replace('产业要闻', '产业'),
  },
  'section-duplicate': {
    severity: 'error',
    invalid: `${ISSUE}\n${OTHER_ISSUE}`,
    valid: `${ISSUE}\n${OTHER_ISSUE.replace('产业要闻', '资讯速递')}`,
  },
  'section-empty': {
    severity: 'warning',
    invalid: `${ISSUE}\n## 资讯速递\n`,
    valid: ISSUE,
  },
  'item-outside-section': {
    severity: 'error',
    invalid: `### 淘宝发布新规\n\n淘宝发布了新规。\n\n来源：证券日报\n\n${ISSUE}`,
    valid: ISSUE,
  },
  'item-without-title': {
    severity: 'error',
    invalid: '## 产业要闻\n\n快手发布了财报。（来源：证券日报）\n',
    valid: '## 产业要闻\n\n【快手发布财报】快手发布了财报。（来源：证券日报）\n',
  },
  'item-empty': {
    severity: 'error',
    invalid: '## 产业要闻\n\n【快手发布财报】（来源：证券日报）\n',
    valid: '## 产业要闻\n\n【快手发布财报】详见财报。（来源：证券日报）\n',
  },
  'attribution-missing': {
    severity: 'error',
    invalid: '## 产业要闻\n\n【快手发布财报】快手发布了财报，数据来源于公告。\n',
    valid: '## 产业要闻\n\n【快手发布财报】快手发布了财报，数据来源于公告。（来源：证券日报）\n',
  },
  'attribution-malformed': {
    severity: 'error',
    invalid: '## 产业要闻\n\n【快手发布财报】快手发布了财报。（来源：）\n',
    valid: '## 产业要闻\n\n【快手发布财报】快手发布了财报。(来源:证券日报)\n',
  },
  /** The word 来源 stands twice. */
  'attribution-nested': {
    severity: 'warning',
    fixable: true,
    invalid: '## 产业要闻\n\n【快手发布财报】快手发布了财报。（来源：（来源：证券日报））\n',
    valid: '## 产业要闻\n\n【快手发布财报】快手发布了财报。（来源：证券日报）\n',
  },
  'source-unknown': {
    severity: 'warning',
    invalid: ISSUE.replace('证券日报', '证券月报'),
    valid: ISSUE,
  },
  'id-duplicate': {
    severity: 'error',
    invalid: `${ISSUE.replace('财报\n\n快', '财报 {#a}\n\n快')}\n### 淘宝发布新规 {#a}\n\n新规。\n\n来源：证券日报\n`,
    valid: `${ISSUE.replace('财报\n\n快', '财报 {#a}\n\n快')}\n### 淘宝发布新规 {#b}\n\n新规。\n\n来源：证券日报\n`,
  },
  'id-invalid': {
    severity: 'error',
    invalid: ISSUE.replace('财报\n\n快', '财报 {#快手 2024}\n\n快'),
    valid: ISSUE.replace('财报\n\n快', '财报 {#kuaishou-2024}\n\n快'),
  },
  /** An item of an earlier issue has the same title. */
  'title-repeated': {
    severity: 'warning',
    invalid: { '2025-03-24.md': ISSUE, '2025-03-31.md': ISSUE },
    valid: { '2025-03-24.md': OTHER_ISSUE, '2025-03-31.md': ISSUE },
  },
  /** An item of an earlier issue has nearly the same text. */
  'story-repeated': {
    severity: 'warning',
    invalid: {
      '2025-03-24.md': ISSUE.replace('快手发布了财报。', STORY),
      '2025-03-31.md': OTHER_ISSUE.replace('淘宝发布了新规。', STORY),
    },
    valid: {
      '2025-03-24.md': ISSUE.replace('快手发布了财报。', STORY),
      '2025-03-31.md': OTHER_ISSUE.replace(
        '淘宝发布了新规。',
        '快手发布2024年财报之后，淘宝发布了新规，对卖家上传的假图分级处罚。',
      ),
    },
  },
  /** An item of an earlier issue cites the same address. */
  'source-repeated': {
    severity: 'warning',
    invalid: {
      '2025-03-24.md': ISSUE.replace('证券日报', '[证券日报](https://example.com/a)'),
      '2025-03-31.md': OTHER_ISSUE.replace('证券日报', '[证券日报](https://example.com/a)'),
    },
    valid: {
      '2025-03-24.md': ISSUE.replace('证券日报', '[证券日报](https://example.com/a)'),
      '2025-03-31.md': OTHER_ISSUE.replace('证券日报', '[证券日报](https://example.com/b)'),
    },
  },
  /** The source was published long before the issue, or after it. */
  'date-outside-week': {
    severity: 'warning',
    invalid: ISSUE.replace('证券日报', '证券日报 2025-02-01'),
    valid: ISSUE.replace('证券日报', '证券日报 2025-03-26'),
  },
} as const satisfies Record<string, Rule>;

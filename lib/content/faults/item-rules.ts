import { GOOD, GOOD_TOO, type Rule, STORY } from './rule.ts';

/** What may be amiss with sections and items, their titles, ids and sources. */
export const itemRules = {
  'section-unknown': {
    severity: 'error',
    breaks: GOOD.replace('产业要闻', '产业新闻'),
    keeps: GOOD.replace('产业要闻', '产业'),
  },
  'section-duplicate': {
    severity: 'error',
    breaks: `${GOOD}\n${GOOD_TOO}`,
    keeps: `${GOOD}\n${GOOD_TOO.replace('产业要闻', '资讯速递')}`,
  },
  'section-empty': {
    severity: 'warning',
    breaks: `${GOOD}\n## 资讯速递\n`,
    keeps: GOOD,
  },
  'item-outside-section': {
    severity: 'error',
    breaks: `### 淘宝发布新规\n\n淘宝发布了新规。\n\n来源：证券日报\n\n${GOOD}`,
    keeps: GOOD,
  },
  'item-without-title': {
    severity: 'error',
    breaks: '## 产业要闻\n\n快手发布了财报。（来源：证券日报）\n',
    keeps: '## 产业要闻\n\n【快手发布财报】快手发布了财报。（来源：证券日报）\n',
  },
  'item-empty': {
    severity: 'error',
    breaks: '## 产业要闻\n\n【快手发布财报】（来源：证券日报）\n',
    keeps: '## 产业要闻\n\n【快手发布财报】详见财报。（来源：证券日报）\n',
  },
  'attribution-missing': {
    severity: 'error',
    breaks: '## 产业要闻\n\n【快手发布财报】快手发布了财报，数据来源于公告。\n',
    keeps: '## 产业要闻\n\n【快手发布财报】快手发布了财报，数据来源于公告。（来源：证券日报）\n',
  },
  'attribution-malformed': {
    severity: 'error',
    breaks: '## 产业要闻\n\n【快手发布财报】快手发布了财报。（来源：）\n',
    keeps: '## 产业要闻\n\n【快手发布财报】快手发布了财报。(来源:证券日报)\n',
  },
  'attribution-nested': {
    severity: 'warning',
    fixable: true,
    breaks: '## 产业要闻\n\n【快手发布财报】快手发布了财报。（来源：（来源：证券日报））\n',
    keeps: '## 产业要闻\n\n【快手发布财报】快手发布了财报。（来源：证券日报）\n',
  },
  'source-unknown': {
    severity: 'warning',
    breaks: GOOD.replace('证券日报', '证券月报'),
    keeps: GOOD,
  },
  'id-duplicate': {
    severity: 'error',
    breaks: `${GOOD.replace('财报\n\n快', '财报 {#a}\n\n快')}\n### 淘宝发布新规 {#a}\n\n新规。\n\n来源：证券日报\n`,
    keeps: `${GOOD.replace('财报\n\n快', '财报 {#a}\n\n快')}\n### 淘宝发布新规 {#b}\n\n新规。\n\n来源：证券日报\n`,
  },
  'id-invalid': {
    severity: 'error',
    breaks: GOOD.replace('财报\n\n快', '财报 {#快手 2024}\n\n快'),
    keeps: GOOD.replace('财报\n\n快', '财报 {#kuaishou-2024}\n\n快'),
  },
  'title-repeated': {
    severity: 'warning',
    breaks: { '2025-03-24.md': GOOD, '2025-03-31.md': GOOD },
    keeps: { '2025-03-24.md': GOOD_TOO, '2025-03-31.md': GOOD },
  },
  'story-repeated': {
    severity: 'warning',
    breaks: {
      '2025-03-24.md': GOOD.replace('快手发布了财报。', STORY),
      '2025-03-31.md': GOOD_TOO.replace('淘宝发布了新规。', STORY),
    },
    keeps: {
      '2025-03-24.md': GOOD.replace('快手发布了财报。', STORY),
      '2025-03-31.md': GOOD_TOO.replace(
        '淘宝发布了新规。',
        '快手发布2024年财报之后，淘宝发布了新规，对卖家上传的假图分级处罚。',
      ),
    },
  },
  'source-repeated': {
    severity: 'warning',
    breaks: {
      '2025-03-24.md': GOOD.replace('证券日报', '[证券日报](https://example.com/a)'),
      '2025-03-31.md': GOOD_TOO.replace('证券日报', '[证券日报](https://example.com/a)'),
    },
    keeps: {
      '2025-03-24.md': GOOD.replace('证券日报', '[证券日报](https://example.com/a)'),
      '2025-03-31.md': GOOD_TOO.replace('证券日报', '[证券日报](https://example.com/b)'),
    },
  },
  'date-outside-week': {
    severity: 'warning',
    breaks: GOOD.replace('证券日报', '证券日报 2025-02-01'),
    keeps: GOOD.replace('证券日报', '证券日报 2025-03-26'),
  },
} as const satisfies Record<string, Rule>;

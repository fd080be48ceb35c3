/**
 * Every rule of the format: its severity, whether `npm run fix` mends it, and two inputs. `breaks` has
 * exactly one fault and it is this rule's; `keeps` has none. Both run as tests of the rule
 * (tests/unit/rules.test.ts), against the registries of tests/support/registries.ts. An input is the
 * text of `2025-03-31.md`, or several files by name, text or bytes.
 */
export type Rule = {
  severity: 'error' | 'warning';
  fixable?: true;
  /** What was public before, for a rule about what must stay. */
  before?: Example;
  breaks: Example;
  keeps: Example;
};

export type Example = string | Record<string, string | Uint8Array>;

const GOOD = '## 产业要闻\n\n### 快手发布财报\n\n快手发布了财报。\n\n来源：证券日报\n';
const STORY =
  '快手3月25日发布2024年财报，全年营收1269亿元，同比增长11.8%，广告与直播仍是收入的两大来源。';
const GOOD_TOO = '## 产业要闻\n\n### 淘宝发布新规\n\n淘宝发布了新规。\n\n来源：证券日报\n';

/** 产业 as GBK has it. */
const GBK = Uint8Array.of(0xb2, 0xfa, 0xd2, 0xb5);

export const rules = {
  'encoding-invalid': {
    severity: 'error',
    breaks: { '2025-03-31.md': GBK },
    keeps: GOOD,
  },
  'front-matter-invalid': {
    severity: 'error',
    breaks: `---\nnumber: 一\n---\n\n${GOOD}`,
    keeps: `---\nnumber: 1\n---\n\n${GOOD}`,
  },
  'date-invalid': {
    severity: 'error',
    breaks: { '2025-02-30.md': GOOD },
    keeps: { '2025-02-28.md': GOOD },
  },
  'date-mismatch': {
    severity: 'error',
    breaks: `---\ndate: 2025-04-01\n---\n\n${GOOD}`,
    keeps: `---\ndate: 2025-03-31\n---\n\n${GOOD}`,
  },
  'number-duplicate': {
    severity: 'error',
    breaks: {
      '2025-03-24.md': `---\nnumber: 1\n---\n\n${GOOD_TOO}`,
      '2025-03-31.md': `---\nnumber: 1\n---\n\n${GOOD}`,
    },
    keeps: {
      '2025-03-24.md': `---\nnumber: 1\n---\n\n${GOOD_TOO}`,
      '2025-03-31.md': `---\nnumber: 2\n---\n\n${GOOD}`,
    },
  },
  'number-gap': {
    severity: 'warning',
    breaks: {
      '2025-03-24.md': `---\nnumber: 1\n---\n\n${GOOD_TOO}`,
      '2025-03-31.md': `---\nnumber: 3\n---\n\n${GOOD}`,
    },
    keeps: { '2025-03-24.md': GOOD_TOO, '2025-03-31.md': `---\nnumber: 3\n---\n\n${GOOD}` },
  },
  'issue-empty': { severity: 'error', breaks: '', keeps: GOOD },
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
  'title-markup': {
    severity: 'warning',
    breaks: GOOD.replace('### 快手发布财报', '### [快手发布财报](https://example.com/a)'),
    keeps: GOOD,
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
  'image-without-alt': {
    severity: 'warning',
    breaks: GOOD.replace('财报。', '财报。![](/issues/2025-03-31/a.png)'),
    keeps: GOOD.replace('财报。', '财报。![营收图](/issues/2025-03-31/a.png)'),
  },
  'markup-excessive': {
    severity: 'error',
    breaks: GOOD.replace('来源', `${'> '.repeat(40)}引文\n\n来源`),
    keeps: GOOD.replace('来源', '> > 引文\n\n来源'),
  },
  'registry-invalid': {
    severity: 'error',
    breaks: { 'topics.yml': '- { id: x, name: 甲, description: 乙 }\n', '2025-03-31.md': GOOD },
    keeps: GOOD,
  },
  'redirect-invalid': {
    severity: 'error',
    breaks: { 'redirects.yml': '/archive: /about\n', '2025-03-31.md': GOOD },
    keeps: { 'redirects.yml': '/old: /about\n', '2025-03-31.md': GOOD },
  },
  'permalink-removed': {
    severity: 'error',
    before: GOOD,
    breaks: GOOD.replace('快手发布财报', '快手公布财报'),
    keeps: GOOD.replace('快手发布财报\n', '快手公布财报 {#n637z3}\n'),
  },
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof rules;

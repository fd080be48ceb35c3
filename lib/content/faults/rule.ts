/**
 * A rule of the issue format, which `check` applies: its severity, whether `npm run fix` mends it, and two examples.
 * `invalid` has exactly one fault, which is one of this rule; `valid` has none.
 */
export type Rule = {
  severity: 'error' | 'warning';
  fixable?: true;
  /** What was public before, for a rule about addresses that must not change. */
  before?: Example;
  invalid: Example;
  valid: Example;
};

/** The text of `2025-03-31.md`, or several files by name, as text or bytes. */
export type Example = string | Record<string, string | Uint8Array>;

/** An issue without a fault. Most examples are made from it. */
export const ISSUE = '## 产业要闻\n\n### 快手发布财报\n\n快手发布了财报。\n\n来源：证券日报\n';
/** A text long enough to be compared with those of other issues. */
export const STORY =
  '快手3月25日发布2024年财报，全年营收1269亿元，同比增长11.8%，广告与直播仍是收入的两大来源。';
/** A second issue without a fault, with another story. */
export const OTHER_ISSUE =
  '## 产业要闻\n\n### 淘宝发布新规\n\n淘宝发布了新规。\n\n来源：证券日报\n';

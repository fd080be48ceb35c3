/**
 * What a rule of the format is: its severity, whether `npm run fix` mends it, and two inputs. `breaks` has exactly one
 * fault and it is this rule's; `keeps` has none. An input is the text of `2025-03-31.md`, or several files by name,
 * text or bytes.
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

/** Issues that keep every rule: what the examples of a rule are made of. */
export const GOOD = '## 产业要闻\n\n### 快手发布财报\n\n快手发布了财报。\n\n来源：证券日报\n';
export const STORY =
  '快手3月25日发布2024年财报，全年营收1269亿元，同比增长11.8%，广告与直播仍是收入的两大来源。';
export const GOOD_TOO = '## 产业要闻\n\n### 淘宝发布新规\n\n淘宝发布了新规。\n\n来源：证券日报\n';

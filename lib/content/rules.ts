import { fileRules } from './rules/file-rules.ts';
import { itemRules } from './rules/item-rules.ts';
import { textRules } from './rules/text-rules.ts';

/**
 * Every rule of the format: its severity, whether `npm run fix` mends it, and two inputs. `breaks` has
 * exactly one fault and it is this rule's; `keeps` has none. Both run as tests of the rule
 * (tests/unit/rules.test.ts), against the registries of tests/support/registries.ts. An input is the
 * text of `2025-03-31.md`, or several files by name, text or bytes.
 */
export const rules = { ...fileRules, ...itemRules, ...textRules };

export type RuleId = keyof typeof rules;

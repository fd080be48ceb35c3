import { fileRules } from './file-rules.ts';
import { itemRules } from './item-rules.ts';
import { textRules } from './text-rules.ts';

/**
 * Every rule of the format. The examples run as tests of the rule (tests/unit/rules.test.ts), against the registries
 * of tests/support/registries.ts.
 */
export const rules = { ...fileRules, ...itemRules, ...textRules };

export type RuleId = keyof typeof rules;

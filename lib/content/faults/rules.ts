import { fileRules } from './file-rules.ts';
import { itemRules } from './item-rules.ts';
import { textRules } from './text-rules.ts';

/**
 * Every rule of the issue format. The examples of each are run as its tests (tests/unit/content/rules.test.ts), with the
 * registries of tests/support/registries.ts.
 */
export const rules = { ...fileRules, ...itemRules, ...textRules };

export type RuleId = keyof typeof rules;

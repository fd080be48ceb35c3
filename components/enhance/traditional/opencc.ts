import characters from 'opencc-js/dict/STCharacters';
import phrases from 'opencc-js/dict/STPhrases';
import regional from 'opencc-js/dict/STPhrases_GeneratedFromRegionalPhrases';
import variants from 'opencc-js/dict/TWVariants';
import variantPhrases from 'opencc-js/dict/TWVariantsPhrases';
import { Table } from './convert.ts';

/** OpenCC's `s2tw`: traditional characters by phrases, in the forms that readers in Taiwan know; words stay. */
const steps = [
  new Table(`${regional}|${phrases}`, characters),
  new Table(variantPhrases, variants),
];

export function toTraditional(text: string): string {
  return steps.reduce((converted, table) => table.convert(converted), text);
}

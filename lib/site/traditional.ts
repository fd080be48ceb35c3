import TRADITIONAL from 'opencc-js/dict/TSCharacters';

/**
 * Traditional characters and their simplified forms (the table of OpenCC). Left out are those that simplified texts
 * use too, as in 乾隆, and those outside the BMP, which would change the length of a text.
 */
export const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  TRADITIONAL.split('|').flatMap((entry): [string, string][] => {
    const [traditional = '', simplified = ''] = entry.split(' ');
    const isKept =
      traditional.length === 1 && simplified.length === 1 && !/[乾著藉]/.test(traditional);
    return isKept && traditional !== simplified ? [[traditional, simplified]] : [];
  }),
);

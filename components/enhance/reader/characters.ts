import { load } from '../page/load.ts';

/**
 * Shows the page in the characters of the setting `han`: the simplified ones in which it is written, or traditional
 * ones. The tables for those are loaded on use, because they are large and few readers need them.
 */
export async function showCharacters(): Promise<void> {
  const { dataset, lang } = document.documentElement;
  if (dataset.han === undefined && lang !== 'zh-Hant') return;
  const traditional = await load<typeof import('../traditional.ts')>('traditional');
  // The reader may have chosen again by now.
  if (dataset.han === undefined) traditional.showAsWritten();
  else await traditional.showTraditional();
}

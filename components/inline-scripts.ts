/**
 * Sets the colour scheme and text size that the reader chose before anything is painted. Where the
 * browser closes its storage, asking throws and the page stays as it is.
 */
export const keptSettings = `try{for(let k of ['theme','size']){let v=localStorage.getItem('dibao.'+k);if(v)document.documentElement.dataset[k]=v}}catch(e){if(!(e instanceof DOMException))throw e}`;

/** A page that the reader is about to open, says the pointer, is rendered before the click. */
export const speculationRules = JSON.stringify({
  prerender: [{ where: { href_matches: '/*' }, eagerness: 'moderate' }],
});

/** What stands inline in every page and runs there: a page's policy has to allow each of them by its hash. */
export const inlineScripts: readonly string[] = [keptSettings, speculationRules];

/**
 * Sets the colours, sizes and characters that the reader chose (see `SETTINGS`), before anything is painted. If the
 * browser forbids storage, reading from it throws, and the page stays as it is.
 */
export const settingsScript = `try{for(let k of ['theme','size','leading','han']){let v=localStorage.getItem('dibao.'+k);if(v)document.documentElement.dataset[k]=v}}catch(e){if(!(e instanceof DOMException))throw e}`;

/** Tells the browser to render a page before the click, when the pointer rests on its link. */
export const speculationRules = JSON.stringify({
  prerender: [{ where: { href_matches: '/*' }, eagerness: 'moderate' }],
});

/** The inline scripts of every page. The page's Content-Security-Policy has to allow each by its hash. */
export const inlineScripts: readonly string[] = [settingsScript, speculationRules];

/** What each attack tries; the same words stand in the names of the tests. */
export type Attack = { kind: string; text: string };

/** A host that no page of ours asks for anything: a request to it is a fault of the page. */
export const FOREIGN = 'evil.example';
/** The script that an attack tries to run. Playwright reports the dialog. */
export const RUN = 'alert(1)';
export const of = (kind: string, texts: readonly string[]): Attack[] =>
  texts.map((text) => ({ kind, text }));

/** Adds style rules to the page, once however often: those of what a script loaded on use shows. */
export function adoptStyles(rules: string): void {
  if (adopted.has(rules)) return;
  adopted.add(rules);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets.push(sheet);
}

const adopted = new Set<string>();

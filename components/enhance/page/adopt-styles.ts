/** Adds style rules to the page, for a script that is loaded on use. The same rules are added only once. */
export function adoptStyles(rules: string): void {
  if (adopted.has(rules)) return;
  adopted.add(rules);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets.push(sheet);
}

const adopted = new Set<string>();

import { readFileSync, writeFileSync } from 'node:fs';

/** How many pages a build says that it rendered and kept. */
export function countsOf(stdout: string): { rendered: number; kept: number } {
  const [, rendered, kept] = /(\d+) rendered, (\d+) kept/.exec(stdout) ?? [];
  return { rendered: Number(rendered), kept: Number(kept) };
}

/** Replaces words in a file that must be there. */
export function edit(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  writeFileSync(file, text.replaceAll(from, to));
}

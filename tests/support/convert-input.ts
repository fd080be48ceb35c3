import { convertIssues, type Imported } from '#lib/editor/import/convert.ts';

/**
 * The issue of an input that holds one.
 * @throws Failure as `convertIssues` does
 */
export async function convertInput(...input: Parameters<typeof convertIssues>): Promise<Imported> {
  const [imported, ...others] = await convertIssues(...input);
  if (imported !== undefined && others.length === 0) return imported;
  throw new Error(`${input[0].name} holds ${others.length + 1} issues, and the test expects one.`);
}

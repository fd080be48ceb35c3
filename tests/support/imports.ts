import type { Imported } from '#lib/editor/import/convert.ts';
import { convertInput } from '#tests/support/convert-input.ts';
import { testRegistries } from '#tests/support/registries.ts';
import { paragraph, wordWith } from '#tests/support/word.ts';

const registries = testRegistries();

/** Imports a text that is called `name`, of 2025-03-31 unless it says otherwise. */
export function importText(text: string | Buffer, name = '2025-03-31.txt'): Promise<Imported> {
  return convertInput({ name, bytes: Buffer.from(text) }, registries);
}

export const errorsOf = ({ diagnostics }: Imported) =>
  diagnostics.messages.filter(({ fatal }) => fatal).map(String);
export const rulesOf = ({ diagnostics }: Imported) =>
  diagnostics.messages.map(({ ruleId }) => ruleId);
/** The sections and items of an issue, as a reader sees them. */
export const outline = ({ issue }: Imported) =>
  issue?.sections.map(({ section, items }) => ({
    section: section.name,
    items: items.map(({ title, text, attributions }) => ({
      title,
      text,
      sources: attributions.map(({ source }) => source.name),
    })),
  }));
export const titlesOf = (imported: Imported) =>
  outline(imported)?.flatMap(({ items }) => items.map(({ title }) => title));

/** An import of one item, and the body of that item in Markdown. */
export type ImportedBody = Imported & { body: string };

/** Imports a Word document with one item that has this in its text. */
export async function importWordBody(
  inside: string,
  rest: Parameters<typeof wordWith>[1] = {},
): Promise<ImportedBody> {
  const whole = `${paragraph('产业要闻')}${paragraph('【甲事】')}${inside}${paragraph('（来源：证券日报）')}`;
  return bodyOf(await importText(await wordWith(whole, rest), '2025-03-31.docx'));
}

/** Imports a page with one item that has this in its text; `head` stands above all. */
export async function importPageBody(inside: string, head = ''): Promise<ImportedBody> {
  const page = `<html><head>${head}</head><body><h2>产业要闻</h2><p>【甲事】</p>${inside}<p>（来源：证券日报）</p></body></html>`;
  return bodyOf(await importText(page, '2025-03-31.html'));
}

function bodyOf(imported: Imported): ImportedBody {
  const [, body] = /### 甲事\n\n([\s\S]*?)\n*来源：证券日报\n$/.exec(imported.text) ?? [];
  if (body === undefined) throw new Error(`the item was not recognised:\n${imported.text}`);
  return { ...imported, body };
}

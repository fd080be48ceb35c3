import { convertInput, type Imported } from '#lib/editor/import/convert.ts';
import { testRegistries } from '#tests/support/registries.ts';

const registries = testRegistries();

/** Imports a text that is called `name`, of 2025-03-31 unless it says otherwise. */
export function importText(text: string | Buffer, name = '2025-03-31.txt'): Promise<Imported> {
  return convertInput({ name, bytes: Buffer.from(text) }, registries);
}

export const errorsOf = ({ diagnostics }: Imported) =>
  diagnostics.messages.filter(({ fatal }) => fatal).map(String);
export const rulesOf = ({ diagnostics }: Imported) =>
  diagnostics.messages.map(({ ruleId }) => ruleId);
/** What a reader sees of an issue, places aside. */
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

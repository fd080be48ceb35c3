import type { Archive } from '#lib/content/archive.ts';
import { readDeskEntries } from '#lib/content/registries/desk.ts';
import { permalinkOf } from '#lib/site/permalink.ts';

/** An archive with the entries of a `desk.yml`, which may call an item by its title: `<某条>`. */
export function withDesk(archive: Archive, text: string): Archive {
  const addresses = new Map(
    archive.issues.flatMap((issue) =>
      issue.sections.flatMap(({ items }) =>
        items.map((item) => [item.title, permalinkOf({ issue, item })] as const),
      ),
    ),
  );
  const written = text.replace(/<([^>]+)>/g, (_, title: string) => addresses.get(title) ?? title);
  const { value, diagnostics } = readDeskEntries({ path: 'desk.yml', text: written });
  const faults = diagnostics.messages.map(({ reason }) => reason);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return { ...archive, desk: value };
}

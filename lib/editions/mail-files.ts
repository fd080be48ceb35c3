import type { Archive } from '#lib/content/archive.ts';
import { editionTypes } from '#lib/site/edition-types.ts';
import { paths } from '#lib/site/paths.ts';
import type { FileSource } from '#lib/site/public-file.ts';
import type { Letter } from './mail/letter.ts';

/** Every issue as a mail: its HTML as a page, and the whole message as an `.eml` file. */
export function mailFiles({
  issues,
  site,
}: Archive): (FileSource<'mail', Letter> | FileSource<'message', Letter>)[] {
  return issues.flatMap((issue) => {
    const props = (): Letter => ({ issue, site });
    return [
      {
        path: paths.mail(issue.date),
        kind: 'edition',
        type: 'text/html; charset=utf-8',
        writer: 'mail',
        props,
      },
      {
        path: paths.edition(issue.date, 'eml'),
        kind: 'edition',
        type: editionTypes.eml,
        writer: 'message',
        props,
      },
    ];
  });
}

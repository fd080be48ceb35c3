import type { Archive } from '#lib/content/archive.ts';
import { editionTypes } from '#lib/site/edition-types.ts';
import { paths } from '#lib/site/paths.ts';
import { type PublicFile, publicFile } from '#lib/site/public-file.ts';
import { mailHtml } from './mail/html.ts';
import type { Letter } from './mail/letter.ts';

/** Every issue as a mail: what a client shows of it, and the message itself. */
export function mailFiles({ issues, site }: Archive): PublicFile[] {
  return issues.flatMap((issue) => {
    const props = (): Letter => ({ issue, site });
    return [
      publicFile({
        path: paths.mail(issue.date),
        kind: 'edition',
        type: 'text/html; charset=utf-8',
        props,
        write: mailHtml,
      }),
      publicFile({
        path: paths.edition(issue.date, 'eml'),
        kind: 'edition',
        type: editionTypes.eml,
        props,
        write: async (letter) => {
          // Every command and the proxy load this list, and none of them writes a message.
          const { mailMessage } = await import('./mail/message.ts');
          return mailMessage(letter);
        },
      }),
    ];
  });
}

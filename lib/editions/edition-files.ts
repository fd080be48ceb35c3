import type { Archive } from '#lib/content/archive.ts';
import { editionTypes } from '#lib/site/edition-types.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import { type PublicFile, publicFile } from '#lib/site/public-file.ts';
import { bookFiles } from './book-files.ts';
import { issueJson, issueList } from './json/issue-json.ts';
import { llmsText } from './llms.ts';
import { mailFiles } from './mail-files.ts';

/** Every edition, and what leads programs to them. */
export function editionFiles(archive: Archive): PublicFile[] {
  const { issues, site } = archive;
  const texts = issues.flatMap((issue) => [
    publicFile({
      path: paths.edition(issue.date, 'md'),
      kind: 'edition',
      type: editionTypes.md,
      props: () => ({ issue, site }),
      write: async () => {
        // Loaded when it is wanted: every command imports the list of files.
        const { issueMarkdown } = await import('./markdown/issue-markdown.ts');
        return issueMarkdown(issue, site);
      },
    }),
    publicFile({
      path: paths.edition(issue.date, 'json'),
      kind: 'edition',
      type: editionTypes.json,
      // The names of topics and sources are in it beside the issue.
      props: () => ({ issue, site, topics: archive.topics }),
      write: () => JSON.stringify(issueJson(archive, issue)),
    }),
  ]);
  return [...texts, ...bookFiles(archive), ...mailFiles(archive), ...indexFiles(archive)];
}

function indexFiles(archive: Archive): PublicFile[] {
  const schema = absoluteUrl(archive.site.origin, paths.issueSchema());
  return [
    publicFile({
      path: paths.issueList(),
      kind: 'data',
      type: editionTypes.json,
      props: () => issueList(archive),
      write: (list) => JSON.stringify(list),
    }),
    publicFile({
      path: paths.issueSchema(),
      kind: 'data',
      type: 'application/json',
      props: () => schema,
      write: async (id) => {
        const { issueJsonSchema } = await import('./json/schema.ts');
        return JSON.stringify(issueJsonSchema(id), null, 2);
      },
    }),
    publicFile({
      path: paths.llms(),
      kind: 'data',
      type: 'text/plain; charset=utf-8',
      props: () => llmsText(archive),
      write: (text) => text,
    }),
  ];
}

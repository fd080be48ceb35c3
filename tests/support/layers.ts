/** The one folder of lib/content that may read files. */
const FOLDER = 'lib/content/folder/';

/** The scripts of the page on which editors write. */
const BROWSER = 'lib/editor/edit/browser/';

/** Who imports whom: each layer, which files are in it, and what they must never import. */
export const layers: { name: string; files: (path: string) => boolean; never: RegExp }[] = [
  {
    name: 'lib/site is the ground: nothing of ours',
    files: (path) => path.startsWith('lib/site/'),
    never: /^(lib\/(?!site\/)|app\/|components\/|next|react)/,
  },
  {
    name: 'lib/citations writes citations, in the browser too: nothing of ours',
    files: (path) => path.startsWith('lib/citations/'),
    never: /^(node:|next|react|app\/|components\/|lib\/(?!citations\/))/,
  },
  {
    name: 'lib/content parses: no files, no framework',
    files: (path) => path.startsWith('lib/content/') && !path.startsWith(FOLDER),
    never:
      /^(node:fs|next|react|app\/|components\/|lib\/(?!content\/|desk\/(corrections\/desk-entry|facts|read-|reported|words)|references\/|site\/|system\/memo|threads\/terms\/)|lib\/content\/folder\/)/,
  },
  {
    name: 'lib/content/folder reads and caches an archive: no framework',
    files: (path) => path.startsWith(FOLDER),
    never: /^(next|react|app\/|components\/|lib\/(?!content\/|site\/|system\/))/,
  },
  {
    name: 'lib/references reads texts: no files, no framework, no packages but of dates',
    files: (path) => path.startsWith('lib/references/'),
    never: /^(node:|next|react|remark|gray-matter|app\/|components\/|lib\/(?!references\/|site\/))/,
  },
  {
    name: 'lib/threads reads issues: no files, no framework, no parser, no packages',
    files: (path) => path.startsWith('lib/threads/'),
    never:
      /^(node:|next|react|remark|gray-matter|app\/|components\/|lib\/(?!content\/(issue|queries)|references\/|site\/|system\/memo|threads\/))/,
  },
  {
    name: 'lib/desk is pure: no files, no framework, no parser, no pages',
    files: (path) => path.startsWith('lib/desk/'),
    never:
      /^(node:|next|react|remark|gray-matter|app\/|components\/|lib\/(?!content\/(issue|queries)|desk\/|references\/(clauses\/|courts\/places|documents\/document-type|plain-chinese|reference)|site\/|system\/memo))/,
  },
  {
    name: 'lib/views are pure: no files, no framework, no parser',
    files: (path) => path.startsWith('lib/views/'),
    never:
      /^(node:|next|react|remark|gray-matter|app\/|components\/|lib\/(?!cards\/|citations\/|content\/|desk\/|editions\/|references\/reference|search\/|site\/|syndication\/|system\/memo|threads\/|views\/))/,
  },
  {
    name: 'lib/syndication is pure: no files, no framework, no parser of issues, no pages',
    files: (path) => path.startsWith('lib/syndication/'),
    never:
      /^(node:|next|react|remark|gray-matter|app\/|components\/|lib\/(?!content\/(issue|queries)|desk\/|site\/|syndication\/|system\/memo|threads\/))/,
  },
  {
    name: 'lib/editions/markdown writes what lib/content reads, and asks it',
    files: (path) => path.startsWith('lib/editions/markdown/'),
    never:
      /^(node:|next|react|remark|gray-matter|app\/|components\/|lib\/(?!content\/(issue|correction|faults\/diagnostics|markdown|prose\/excess)|editions\/markdown\/|site\/))/,
  },
  {
    name: 'lib/editions are pure: no files, no framework, no parser of issues, no pages',
    files: (path) => path.startsWith('lib/editions/') && !path.startsWith('lib/editions/markdown/'),
    never:
      /^(node:(?!zlib$)|next|react|remark|gray-matter|app\/|components\/|lib\/(?!content\/(issue|queries)|editions\/|site\/|syndication\/|system\/hash))/,
  },
  {
    name: 'lib/cards draws: no framework, no parser, no pages',
    files: (path) => path.startsWith('lib/cards/'),
    never:
      /^(next|remark|gray-matter|app\/|components\/|lib\/(?!cards\/|content\/(issue|queries)|site\/))/,
  },
  {
    name: 'lib/cards: no files where they are listed, only where they are drawn',
    files: (path) => /^lib\/cards\/(card|card-files|layout)\.ts$/.test(path),
    never: /^(node:|satori|@resvg)/,
  },
  {
    name: 'components take data: no archive, no parser, no files',
    files: (path) => path.startsWith('components/'),
    never:
      /^(node:|remark|gray-matter|app\/|lib\/content\/(?!issue)|lib\/(?!citations\/|content\/|editions\/docx\/(parts|styles)|search\/(?!character-table|shards)|site\/|views\/))/,
  },
  {
    name: 'what runs in the browser: no Node, no framework, no address it does not ask for',
    files: (path) =>
      /^(components\/enhance\/|lib\/(citations\/[a-z0-9-]+|search\/(?!character-table|shards)[a-z-]+|editions\/docx\/(parts|styles))\.ts$)/.test(
        path,
      ),
    never:
      /^(node:|next|remark|gray-matter|app\/|lib\/(?!citations\/|editions\/docx\/(parts|styles)|site\/(?!paths|traditional)|search\/(?!character-table|shards)))/,
  },
  {
    name: 'lib/search is pure',
    files: (path) => path.startsWith('lib/search/'),
    never:
      /^(node:|next|react|remark|gray-matter|app\/|components\/|lib\/(editor|publish|setup)\/)/,
  },
  {
    name: 'app routes: no parser, no files, no commands',
    files: (path) => path.startsWith('app/') || path === 'proxy.ts',
    never: /^(node:fs|remark|gray-matter|lib\/(editor|publish|setup)\/)/,
  },
  {
    name: 'lib/system is about processes and disks: nothing of ours',
    files: (path) => path.startsWith('lib/system/'),
    never: /^(next|react|app\/|components\/|lib\/(?!system\/))/,
  },
  {
    name: 'lib/web asks for pages: nothing of ours but the ground',
    files: (path) => path.startsWith('lib/web/'),
    never: /^(next|react|app\/|components\/|lib\/(?!site\/|system\/|web\/))/,
  },
  {
    name: 'lib/check reports faults: no pages, no command, no press',
    files: (path) => path.startsWith('lib/check/'),
    never: /^(next|react|app\/|components\/|lib\/(bundle|editor|publish|setup)\/)/,
  },
  {
    name: 'lib/bundle has our code bundled, and imports none of what it bundles',
    files: (path) => path.startsWith('lib/bundle/'),
    never:
      /^(next|react|app\/|components\/|lib\/(?!bundle\/|setup\/|site\/|system\/|views\/page-table))/,
  },
  {
    name: 'lib/publish prints what is bundled for it: no pages, no command of editors',
    files: (path) => path.startsWith('lib/publish/'),
    never: /^(next|react|app\/|components\/|lib\/editor\/)/,
  },
  {
    name: 'lib/editor: no pages, no press',
    files: (path) => path.startsWith('lib/editor/'),
    never: /^(next|react|app\/|components\/|lib\/publish\/)/,
  },
  {
    name: 'lib/editor/edit/browser runs in the browser: no Node, no command, no parser',
    files: (path) => path.startsWith(BROWSER),
    never:
      /^(node:|diff|zod|app\/|components\/|lib\/(?!content\/attribution\/source-words|editor\/edit\/browser\/))/,
  },
  {
    name: 'CodeMirror is for the page on which editors write',
    files: (path) => !path.startsWith(BROWSER),
    never: /^(@codemirror|@lezer)\//,
  },
];

/** Files from which a layer may import types, and nothing else, though `never` forbids them. */
export const typesOnly: Record<string, RegExp> = {
  'lib/views/': /^lib\/content\/(archive|issue)/,
  'lib/desk/': /^lib\/content\/archive/,
  'lib/search/': /^lib\/content\/archive/,
  'lib/threads/': /^lib\/content\/archive/,
  'lib/syndication/': /^lib\/content\/archive/,
  'lib/editions/': /^lib\/content\/archive/,
  'lib/cards/': /^lib\/content\/archive/,
  'components/': /^lib\/(content|views)\//,
  [BROWSER]: /^lib\/(content\/faults\/fault-list|editor\/edit\/messages)/,
};

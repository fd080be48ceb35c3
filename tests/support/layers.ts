/** What in lib/content reads files. */
const READERS =
  /^lib\/content\/(archive|content-files|public-folder|read-issues|issue-cache|parse-and-keep)\.ts$/;

/** Who imports whom: each layer, which files are in it, and what they must never import. */
export const layers: { name: string; files: (path: string) => boolean; never: RegExp }[] = [
  {
    name: 'lib/site is the ground: nothing of ours',
    files: (path) => path.startsWith('lib/site/'),
    never: /^(lib\/(?!site\/)|app\/|components\/|next|react)/,
  },
  {
    name: 'lib/content parses: no files, no framework',
    files: (path) => path.startsWith('lib/content/') && !READERS.test(path),
    never:
      /^(node:fs|next|react|app\/|components\/|lib\/(?!content\/|desk\/read-|references\/|site\/|threads\/terms\/)|lib\/site\/kept-files|lib\/content\/(archive|content-files|read-issues|issue-cache|parse-and-keep))/,
  },
  {
    name: 'the archive and what is kept of it are read: no framework',
    files: (path) => READERS.test(path),
    never: /^(next|react|app\/|components\/|lib\/(?!content\/|site\/))/,
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
      /^(node:|next|react|remark|gray-matter|app\/|components\/|lib\/(?!content\/(issue|queries)|references\/|site\/|threads\/))/,
  },
  {
    name: 'lib/desk is pure: no files, no framework, no parser, no pages',
    files: (path) => path.startsWith('lib/desk/'),
    never:
      /^(node:|next|react|remark|gray-matter|app\/|components\/|lib\/(?!content\/(issue|queries)|desk\/|references\/reference|site\/|syndication\/tag-uri))/,
  },
  {
    name: 'lib/views are pure: no files, no framework, no parser',
    files: (path) => path.startsWith('lib/views/'),
    never:
      /^(node:|next|react|remark|gray-matter|app\/|components\/|lib\/(?!cards\/|content\/|desk\/|editions\/|references\/reference|search\/|site\/|syndication\/|threads\/|views\/))/,
  },
  {
    name: 'lib/syndication is pure: no files, no framework, no parser of issues, no pages',
    files: (path) => path.startsWith('lib/syndication/'),
    never:
      /^(node:|next|react|remark|gray-matter|app\/|components\/|lib\/(?!content\/(issue|queries)|desk\/|site\/|syndication\/|threads\/))/,
  },
  {
    name: 'lib/editions/markdown writes what lib/content reads, and asks it',
    files: (path) => path.startsWith('lib/editions/markdown/'),
    never:
      /^(node:|next|react|remark|gray-matter|app\/|components\/|lib\/(?!content\/(issue|correction|diagnostics|markdown|prose\/excess)|editions\/markdown\/|site\/))/,
  },
  {
    name: 'lib/editions are pure: no files, no framework, no parser of issues, no pages',
    files: (path) => path.startsWith('lib/editions/') && !path.startsWith('lib/editions/markdown/'),
    never:
      /^(node:(?!zlib$)|next|react|remark|gray-matter|app\/|components\/|lib\/(?!content\/(issue|queries)|editions\/|site\/|syndication\/))/,
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
      /^(node:|remark|gray-matter|app\/|lib\/content\/(?!issue)|lib\/(?!content\/|editions\/docx\/(parts|styles)|search\/find|site\/|views\/))/,
  },
  {
    name: 'what runs in the browser: no Node, no framework, no address it does not ask for',
    files: (path) =>
      /^(components\/enhance\/|lib\/(search\/find|editions\/docx\/(parts|styles))\.ts$)/.test(path),
    never:
      /^(node:|next|remark|gray-matter|app\/|lib\/(?!editions\/docx\/(parts|styles)|site\/(?!paths)|search\/find))/,
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
    name: 'lib/system is about processes and disks: of ours nothing but the ground',
    files: (path) => path.startsWith('lib/system/'),
    never: /^(next|react|app\/|components\/|lib\/(?!site\/|system\/))/,
  },
  {
    name: 'lib/bundle has our code bundled, and imports none of what it bundles',
    files: (path) => path.startsWith('lib/bundle/'),
    never: /^(next|react|app\/|components\/|lib\/(?!bundle\/|setup\/|site\/|views\/page-table))/,
  },
  {
    name: 'lib/publish prints what is bundled for it, and knows no command of editors but check',
    files: (path) => path.startsWith('lib/publish/'),
    never:
      /^(next|react|app\/|components\/|lib\/editor\/(?!arguments|check\.|memory|permalinks\/|read-folder))/,
  },
  {
    name: 'lib/editor: no pages, no press',
    files: (path) => path.startsWith('lib/editor/'),
    never: /^(next|react|app\/|components\/|lib\/publish\/)/,
  },
];
/** What a layer may take of another as types alone. */
export const typesOnly: Record<string, RegExp> = {
  'lib/views/': /^lib\/content\/(archive|issue)/,
  'lib/content/': /^lib\/content\/(archive|public-folder)/,
  'lib/desk/': /^lib\/content\/archive/,
  'lib/search/': /^lib\/content\/archive/,
  'lib/threads/': /^lib\/content\/archive/,
  'lib/syndication/': /^lib\/content\/archive/,
  'lib/editions/': /^lib\/content\/(archive|public-folder)/,
  'lib/cards/': /^lib\/content\/archive/,
  'components/': /^lib\/(content|views)\//,
};

import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** What in lib/content reads files. */
const READERS = /^lib\/content\/(archive|public-folder|snapshot|issue-cache)\.ts$/;

/** Who imports whom: each layer, which files are in it, and what they must never import. */
const layers: { name: string; files: (path: string) => boolean; never: RegExp }[] = [
  {
    name: 'lib/site is the ground: nothing of ours',
    files: (path) => path.startsWith('lib/site/'),
    never: /^(lib\/(?!site\/)|app\/|components\/|next|react)/,
  },
  {
    name: 'lib/content parses: no files, no framework',
    files: (path) => path.startsWith('lib/content/') && !READERS.test(path),
    never:
      /^(node:fs|next|react|app\/|components\/|lib\/(?!content\/|references\/|site\/)|lib\/site\/kept-files|lib\/content\/(archive|snapshot|issue-cache))/,
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
      /^(node:|next|react|remark|gray-matter|app\/|components\/|lib\/(?!content\/(issue|queries)|editions\/|site\/|syndication\/))/,
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
    never: /^(node:|satori|@resvg|fast-png)/,
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
    name: 'lib/publish and lib/editor ask for pages, they hold none',
    files: (path) => /^lib\/(publish|editor)\//.test(path),
    never: /^(react|app\/|components\/)/,
  },
];
/** What a layer may take of another as types alone. */
const typesOnly: Record<string, RegExp> = {
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

const sources = ['app', 'components', 'lib'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
);
sources.push('proxy.ts');

type Import = { target: string; isType: boolean };

function importsOf(path: string): Import[] {
  const text = readFileSync(join(root, path), 'utf8');
  const statements = text.matchAll(
    /^(?:import|export)\s+(type\s)?(?:([^'";]*?)\sfrom\s+)?'([^']+)'/gms,
  );
  const dynamic = text.matchAll(/\bimport\(\s*'([^']+)'/g);
  return [
    ...Array.from(statements, ([, type, names, from]) => ({
      target: resolve(path, from ?? ''),
      isType: type !== undefined || /^\{(\s*type\s[^,}]+,?)+\s*\}$/.test(names ?? ''),
    })),
    ...Array.from(dynamic, ([, from]) => ({ target: resolve(path, from ?? ''), isType: false })),
  ];
}

function resolve(path: string, from: string): string {
  if (from.startsWith('#')) return from.slice(1);
  return from.startsWith('.') ? posix.join(posix.dirname(path), from) : from;
}

function mayAsType(path: string, { target, isType }: Import): boolean {
  const layer = Object.keys(typesOnly).find((prefix) => path.startsWith(prefix));
  return isType && layer !== undefined && typesOnly[layer]?.test(target) === true;
}

describe('imports', () => {
  test('are found', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(importsOf('lib/content/archive.ts').map(({ target }) => target)).toContain(
      'node:fs/promises',
    );
    expect(importsOf('app/about/page.tsx').map(({ target }) => target)).toContain(
      'app/page-route.tsx',
    );
  });

  test.each(layers)('$name', ({ files, never }) => {
    const own = sources.filter(files);
    expect(own.length).toBeGreaterThan(0);
    const wrong = own.flatMap((path) =>
      importsOf(path)
        .filter((each) => never.test(each.target) && !mayAsType(path, each))
        .map(({ target }) => `${path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('name Node by its prefix, so that a layer can refuse it', () => {
    const bare = sources.flatMap((path) =>
      importsOf(path).filter(({ target }) => isBuiltin(target) && !target.startsWith('node:')),
    );
    expect(bare).toEqual([]);
  });

  test('of packages are only those that a layer may use', () => {
    const allowed: [layer: RegExp, packages: RegExp][] = [
      [/^components\/enhance\//, /^(docx|react)$/],
      [/^(components|app)\/|^proxy\.ts$/, /^(next(\/.*)?|react|esbuild|node:path)$/],
      [/^lib\/(desk|references|threads|views|search)\//, /^$/],
      [
        /^lib\/cards\//,
        /^(@resvg\/resvg-wasm|fast-png|react|satori|node:(fs\/promises|module|path))$/,
      ],
      [/^lib\/syndication\//, /^(feedsmith|ical-generator|parse5|schema-dts)$/],
      [/^lib\/editions\/json\//, /^zod$/],
      [/^lib\/editions\/markdown\//, /^(mdast(-util-.*)?|parse5|unist-util-visit|yaml)$/],
      [/^lib\/editions\/docx\//, /^(docx|fflate|hast)$/],
      [/^lib\/editions\/epub\//, /^(hast|xast|xastscript|xast-util-to-xml)$/],
      [
        /^lib\/editions\//,
        /^(fflate|hast|hast-util-from-parse5|image-size|nodemailer(\/.*)?|parse5)$/,
      ],
      [/^lib\/site\//, /^(@date-fns\/tz|date-fns(\/.*)?|node:(crypto|fs|path))$/],
    ];
    const wrong = sources.flatMap((path) => {
      const [, packages] = allowed.find(([layer]) => layer.test(path)) ?? [];
      const foreign = importsOf(path).filter(
        ({ target }) => !/^(app|components|lib)\//.test(target),
      );
      return foreign
        .filter(
          ({ target }) =>
            packages !== undefined && !packages.test(target) && !target.endsWith('.css'),
        )
        .map(({ target }) => `${path} imports ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  test('of routes take the archive alone from where issues are parsed', () => {
    const wrong = sources
      .filter((path) => path.startsWith('app/') || path === 'proxy.ts')
      .flatMap((path) => importsOf(path).map(({ target }) => target))
      .filter((target) => target.startsWith('lib/content/') && target !== 'lib/content/archive.ts');
    expect(wrong).toEqual([]);
  });

  test('go to files that are not barrels', () => {
    const barrels = sources.filter((path) => /(^|\/)index\.tsx?$/.test(path));
    expect(barrels).toEqual([]);
  });

  test('never make a page need React in the browser', () => {
    const client = sources.filter((path) =>
      /['"]use client['"]/.test(readFileSync(join(root, path), 'utf8')),
    );
    expect(client).toEqual([]);
  });
});

describe('files', () => {
  test.each(['app', 'components', 'lib', 'tests'])('of %s hold at most 250 lines', (folder) => {
    const long = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(tsx?|css|cjs)$/.test(name))
      .map((name) => ({
        name,
        lines: readFileSync(join(root, folder, name), 'utf8').split('\n').length,
      }))
      .filter(({ lines }) => lines > 251);
    expect(long).toEqual([]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { layers, typesOnly } from '#tests/support/layers.ts';

const root = join(import.meta.dirname, '../../..');

const sources = ['app', 'components', 'lib'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
);
sources.push('proxy.ts');

type Import = { target: string; isType: boolean };

/** What each source file imports. */
const graph = new Map(sources.map((path) => [path, readImports(path)]));

function importsOf(path: string): Import[] {
  return graph.get(path) ?? [];
}

function readImports(path: string): Import[] {
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

/** What of the content routes may import: the type of an archive, and what loads it. */
const FOR_ROUTES = /^lib\/content\/(archive|folder\/load-archive)\.ts$/;

/** The files through which a file imports itself, in their order; `undefined` where it does not. */
function circleFrom(start: string): string | undefined {
  const seen = new Set<string>();
  const ways = [[start]];
  for (let way = ways.pop(); way !== undefined; way = ways.pop()) {
    for (const { target } of importsOf(way.at(-1) ?? start)) {
      if (target === start) return [...way, start].join(' > ');
      if (seen.has(target) || !graph.has(target)) continue;
      seen.add(target);
      ways.push([...way, target]);
    }
  }
  return undefined;
}

describe('imports', () => {
  test('are found', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(importsOf('lib/content/folder/read-issues.ts').map(({ target }) => target)).toContain(
      'node:fs',
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
      [/^components\/enhance\//, /^(docx|lean-qr(\/extras\/svg)?|opencc-js\/dict\/\w+|react)$/],
      [/^components\/print-page\.tsx$/, /^react(-dom\/server)?$/],
      [/^components\//, /^react$/],
      [/^app\/|^proxy\.ts$/, /^(next(\/.*)?|react)$/],
      [/^lib\/site\/traditional\.ts$/, /^opencc-js\/dict\/TSCharacters$/],
      [/^lib\/(desk|references|threads|views|search)\//, /^$/],
      [/^lib\/cards\//, /^(@resvg\/resvg-js|react|satori|node:(fs\/promises|module|path|zlib))$/],
      [/^lib\/syndication\//, /^(feedsmith|parse5|schema-dts)$/],
      [/^lib\/editions\/json\//, /^zod$/],
      [/^lib\/editions\/markdown\//, /^(mdast(-util-.*)?|parse5|unist-util-visit|yaml)$/],
      [/^lib\/editions\/docx\//, /^(docx|fflate|hast|node:zlib|xast|xastscript)$/],
      [/^lib\/editions\/epub\//, /^(hast|xast|xastscript)$/],
      [
        /^lib\/editions\//,
        /^(fflate|hast|hast-util-from-parse5|image-size|nodemailer(\/.*)?|parse5|xast)$/,
      ],
      [/^lib\/site\//, /^(@date-fns\/tz|date-fns(\/.*)?|node:path)$/],
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
      .filter((target) => target.startsWith('lib/content/') && !FOR_ROUTES.test(target));
    expect(wrong).toEqual([]);
  });

  test('never lead back to where they began', () => {
    const circles = sources.flatMap((path) => circleFrom(path) ?? []);
    expect(circles).toEqual([]);
  });

  test('go to files that are not barrels', () => {
    const barrels = sources.filter((path) => /(^|\/)index\.tsx?$/.test(path));
    expect(barrels).toEqual([]);
  });

  test('of components take no hook of React, and none is async: each is a function of its props', () => {
    const wrong = sources
      .filter((path) => /^components\/(?!enhance\/).*\.tsx$/.test(path))
      .filter((path) => /\buse[A-Z]\w*\(|\basync\b/.test(readFileSync(join(root, path), 'utf8')));
    expect(wrong).toEqual([]);
  });

  test('never make a page need React in the browser', () => {
    const client = sources.filter((path) =>
      /['"]use client['"]/.test(readFileSync(join(root, path), 'utf8')),
    );
    expect(client).toEqual([]);
  });
});

describe('files', () => {
  test.each(['app', 'components', 'lib', 'tests'])('of %s have at most 200 lines', (folder) => {
    const long = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(tsx?|css|cjs)$/.test(name))
      .map((name) => {
        const text = readFileSync(join(root, folder, name), 'utf8');
        return { name, lines: text.trimEnd().split('\n').length };
      })
      .filter(({ lines }) => lines > 200);
    expect(long).toEqual([]);
  });
});

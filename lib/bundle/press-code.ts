import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stop } from 'esbuild';
import { cachedBundle, hashOfFiles } from '#lib/setup/cached-bundle.cjs';
import { scriptNames } from '#lib/site/browser-paths.ts';
import { type PageKind, pageTable } from '#lib/views/page-table.ts';
import { bundlePages } from './pages.ts';
import { bundleScripts } from './scripts.ts';
import { bundleWriters, WORKER } from './writers.ts';

/** The code that renders the pages of a kind. */
export type PageCode = {
  /** The hash of everything but the props that a page is made from, in hex. */
  hash: string;
  styles: string;
  /** Renders a page as readers get it. The props are those that the view of this kind makes. */
  print: (props: object) => string;
};

/** The code that makes the pages, files and scripts of the site, with the hashes that go into cache keys. */
export type PressCode = {
  pageCode: (kind: PageKind) => PageCode;
  /** The inline scripts of every page. */
  inlineScripts: readonly string[];
  /** The code that writes files: its hash in hex, and the module that a worker thread runs. */
  writers: { hash: string; worker: string };
  /** The scripts of the site, by their names. */
  scripts: ReadonlyMap<string, string>;
};

/** The hashes of the pages' components, by their names, and of the code that writes files. */
type Index = { pages: Record<string, string>; writers: string };

const INDEX = 'index.json';
const SCRIPTS = ['service-worker', ...scriptNames];

/**
 * Loads the code that makes the pages, files and scripts of the site. esbuild bundles it, which takes 0.4 s; the
 * bundle is cached until the code changes.
 * @param root the project's folder
 * @throws Error when the code cannot be bundled, or the bundle cannot be written below `node_modules`
 */
export async function readPressCode(root: string): Promise<PressCode> {
  const inputs = hashOfFiles(root, ['components', 'lib', 'package-lock.json'], (file) =>
    /\.(tsx?|cjs|css)$/.test(file),
  );
  const folder = await cachedBundle(root, 'press', inputs, (part) => makePressCode(root, part));
  const index: Index = JSON.parse(await readFile(join(folder, INDEX), 'utf8'));
  const pages = new Map<string, PageCode>();
  let inlineScripts: readonly string[] = [];
  for (const [name, hash] of Object.entries(index.pages)) {
    const module = await loadPage(folder, name);
    const styles = (await readFile(join(folder, 'pages', `${name}.css`), 'utf8')).trim();
    pages.set(name, { hash, styles, print: (props) => module.print(props, styles) });
    // They are the same for all components.
    inlineScripts = module.inlineScripts;
  }
  const scripts = SCRIPTS.map(
    async (name): Promise<[string, string]> => [
      name,
      await readFile(join(folder, 'scripts', `${name}.js`), 'utf8'),
    ],
  );
  return {
    pageCode(kind) {
      const code = pages.get(pageTable[kind].component);
      if (code === undefined) throw new Error(`${folder} has no code for the pages of ${kind}`);
      return code;
    },
    inlineScripts,
    writers: { hash: index.writers, worker: join(folder, 'writers', `${WORKER}.mjs`) },
    scripts: new Map(await Promise.all(scripts)),
  };
}

/** The exports of a component's bundle; see `bundlePages`. */
type PageModule = {
  print: (props: object, styles: string) => string;
  inlineScripts: readonly string[];
};

function loadPage(folder: string, name: string): Promise<PageModule> {
  return import(pathToFileURL(join(folder, 'pages', `${name}.mjs`)).href);
}

/** How many bundles are being made in this process. */
let bundling = 0;

async function makePressCode(root: string, folder: string): Promise<void> {
  bundling += 1;
  try {
    await bundleAll(root, folder);
  } finally {
    bundling -= 1;
    // esbuild runs as a process of its own. Without this it would run for as long as a host serves, and take 100 MB.
    if (bundling === 0) await stop();
  }
}

async function bundleAll(root: string, folder: string): Promise<void> {
  const components = new Set(Object.values(pageTable).map(({ component }) => component));
  const [pages, writers, scripts] = await Promise.all([
    bundlePages(root, [...components], join(folder, 'pages')),
    bundleWriters(root, join(folder, 'writers')),
    bundleScripts(root, SCRIPTS),
  ]);
  await mkdir(join(folder, 'scripts'));
  for (const [name, text] of scripts) await writeFile(join(folder, 'scripts', `${name}.js`), text);
  const index: Index = { pages, writers };
  await writeFile(join(folder, INDEX), JSON.stringify(index));
}

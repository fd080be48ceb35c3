import { join } from 'node:path';
import { build } from 'esbuild';
import { scriptNames } from '#lib/site/paths.ts';

export const dynamic = 'force-dynamic';

const bundles = new Map<string, Promise<string>>();

/** `/scripts/site.js`: a script of the site, bundled from `components/enhance/site.ts`. */
export async function GET(_: Request, { params }: { params: Promise<{ name: string }> }) {
  const file = (await params).name;
  const name = scriptNames.find((known) => `${known}.js` === file);
  if (name === undefined) return new Response('Not found', { status: 404 });
  const known = process.env.NODE_ENV === 'production' ? bundles.get(name) : undefined;
  const bundle = known ?? bundleScript(name);
  bundles.set(name, bundle);
  return new Response(await bundle, {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
  });
}

async function bundleScript(name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [
      join(/* turbopackIgnore: true */ process.cwd(), 'components/enhance', `${name}.ts`),
    ],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    // What is loaded on use has an address of its own.
    external: ['/scripts/*'],
  });
  return outputFiles[0]?.text ?? '';
}

import { join } from 'node:path';
import { build } from 'esbuild';

const bundles = new Map<string, Promise<string>>();

/** A script of the site, bundled from `components/enhance`; once a process where code does not change. */
export async function scriptResponse(name: string): Promise<Response> {
  const known = process.env.NODE_ENV === 'production' ? bundles.get(name) : undefined;
  const bundle = known ?? bundleScript(name);
  bundles.set(name, bundle);
  return new Response(await bundle, {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
  });
}

async function bundleScript(name: string): Promise<string> {
  const entry = join(/* turbopackIgnore: true */ process.cwd(), 'components/enhance', `${name}.ts`);
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    loader: { '.css': 'text' },
  });
  return outputFiles[0]?.text ?? '';
}

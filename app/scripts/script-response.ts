import { bundleScripts } from '#lib/bundle/scripts.ts';

const bundles = new Map<string, Promise<Map<string, string>>>();

/** The answer with a script of the site. In production each script is bundled only once. */
export async function scriptResponse(name: string): Promise<Response> {
  const known = process.env.NODE_ENV === 'production' ? bundles.get(name) : undefined;
  const bundle = known ?? bundleScripts(/* turbopackIgnore: true */ process.cwd(), [name]);
  bundles.set(name, bundle);
  return new Response((await bundle).get(name), {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
  });
}

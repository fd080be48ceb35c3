import { loadArchive } from '#lib/content/folder/load-archive.ts';
import { addressesOf, isFile } from '#lib/views/addresses.ts';

type Params = Record<string, string | string[]>;

/** The route that answers for every file made of the archive. */
const FILES = '/files/[...path]';

/** What Next asks a route for when it exports a site: the parameters of every address that the route answers for. */
export function staticParams(route: string): () => Promise<Params[]> {
  return async () => {
    const addresses = addressesOf(await loadArchive());
    if (route === FILES)
      return addresses.filter(isFile).map(({ path }) => ({ path: stepsOf(path).slice(1) }));
    const steps = route.split('/');
    return addresses
      .filter((address) => !isFile(address))
      .map(({ path }) => paramsOf(steps, stepsOf(path)))
      .filter((params) => params !== undefined);
  };
}

function stepsOf(path: string): string[] {
  return decodeURI(path).split('/');
}

/** The steps of an address by their names in a route; `undefined` where the route is another's. */
function paramsOf(route: readonly string[], path: readonly string[]): Params | undefined {
  if (route.length !== path.length) return undefined;
  const params: Params = {};
  for (const [place, step] of route.entries()) {
    const [, name] = /^\[(\w+)\]$/.exec(step) ?? [];
    const own = path[place];
    if (own === undefined || (name === undefined && own !== step)) return undefined;
    if (name !== undefined) params[name] = own;
  }
  return params;
}

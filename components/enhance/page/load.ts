import * as paths from '#lib/site/browser-paths.ts';

/** Loads a script of the site. `Module` is the type of the file that the script is bundled from. */
export function load<Module>(name: paths.ScriptName): Promise<Module> {
  return import(paths.script(name));
}

import * as paths from '#lib/site/browser-paths.ts';

/** Loads a script of ours on use; `Module` is the type of the file that it is bundled from. */
export function load<Module>(name: paths.ScriptName): Promise<Module> {
  return import(paths.script(name));
}

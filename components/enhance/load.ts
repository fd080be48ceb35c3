import { paths, type ScriptName } from '#lib/site/paths.ts';

/** Loads a script of ours on use; `Module` is the type of the file that it is bundled from. */
export function load<Module>(name: ScriptName): Promise<Module> {
  return import(paths.script(name));
}

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runWhole } from '../whole-process.ts';
import type { Builder } from './sites.ts';

/** Eleventy, which the project does not have: it is installed for the measurement alone. */
const PACKAGE = '@11ty/eleventy@3';

/** The issues by Eleventy, an index and a page each; `undefined` where it cannot be installed. */
export function eleventy(folder: string): Builder | undefined {
  const tool = join(folder, 'eleventy');
  mkdirSync(tool);
  writeFileSync(join(tool, 'package.json'), '{ "type": "module", "private": true }');
  const args = ['install', '--no-audit', '--no-fund', '--no-save', PACKAGE];
  if (spawnSync('npm', args, { cwd: tool, stdio: 'ignore' }).status !== 0) return undefined;
  return {
    name: 'Eleventy, an index and the issues alone',
    prepare: (project) => {
      cpSync(join(import.meta.dirname, '../eleventy'), project, { recursive: true });
      writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
    },
    out: (project) => join(project, 'out'),
    clean: (project) => rmSync(join(project, 'out'), { recursive: true, force: true }),
    build(project, content) {
      // It takes no input from outside of its folder.
      cpSync(join(content, 'issues'), join(project, 'issues'), { recursive: true });
      const bin = join(tool, 'node_modules/@11ty/eleventy/cmd.cjs');
      return runWhole([bin, '--input', 'issues', '--output', 'out', '--quiet'], { cwd: project });
    },
  };
}

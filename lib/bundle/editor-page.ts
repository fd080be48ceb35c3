import { join } from 'node:path';
import { build, stop } from 'esbuild';
import { browserOptions } from './browser-options.ts';

/** The files of the page on which editors write. Texts, ready to be served. */
export type EditorPageFiles = { script: string; style: string };

const FOLDER = 'lib/editor/edit/browser';

/**
 * Bundles the script and the style sheet of the page on which editors write. It takes some 0.2 s. No page of the site
 * has them.
 */
export async function bundleEditorPage(root: string): Promise<EditorPageFiles> {
  try {
    const { outputFiles } = await build({
      absWorkingDir: root,
      entryPoints: [join(FOLDER, 'editor.ts'), join(FOLDER, 'editor.css')],
      outdir: join(root, 'edit'),
      ...browserOptions,
      // The texts of licences stand in node_modules.
      legalComments: 'none',
    });
    const textOf = (ending: string) =>
      outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
    return { script: textOf('.js'), style: textOf('.css') };
  } finally {
    // esbuild runs as a process of its own, and nothing else is bundled while editors write.
    await stop();
  }
}

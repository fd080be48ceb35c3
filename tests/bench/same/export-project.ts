import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Where a copy of the project finds the parameters of its routes. */
const PARAMS = 'lib/views/static-params.ts';

/**
 * Changes a copy of the project so that `next build` exports all its addresses: the same routes, views and
 * components, with a list of parameters for each route. Nothing else of the press is done: pages are as large as
 * Next makes them, nothing is compressed, and the files lie in `/files`.
 */
export function makeExported(project: string): void {
  cpSync(join(import.meta.dirname, 'static-params.ts'), join(project, PARAMS));
  // An export has no server for redirects and headers.
  rmSync(join(project, 'proxy.ts'));
  edit(join(project, 'next.config.ts'), (config) =>
    config
      .replace(/\n {2}headers: async [\s\S]*?\n {2}\],/, '')
      .replace('poweredByHeader: false,', "poweredByHeader: false,\n  output: 'export',"),
  );
  const app = join(project, 'app');
  for (const entry of readdirSync(app, { withFileTypes: true, recursive: true })) {
    if (!/^(layout|page|route)\.tsx?$/.test(entry.name)) continue;
    const route = `/${relative(app, entry.parentPath)}`;
    edit(join(entry.parentPath, entry.name), (code) => {
      const still = code.replace("dynamic = 'force-dynamic'", "dynamic = 'force-static'");
      if (!route.includes('[')) return still;
      return `import { staticParams } from '#${PARAMS}';\n${still}\nexport const generateStaticParams = staticParams('${route}');\n`;
    });
  }
}

function edit(file: string, change: (text: string) => string): void {
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, change(text));
}

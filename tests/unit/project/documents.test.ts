import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', 'lib/publish/README.md', 'tests/README.md'];

/** A path of the project between backticks; what stands for a name, `<name>` or `…`, is none. */
const PATH = /`((?:app|components|content|lib|public|tests)\/[\w./-]*)`/g;
/** The target of a link that stays in the project. */
const LINK = /\]\((?!https?:|#)([^)#]+)/g;

test.each(DOCUMENTS)('%s names files and folders that exist', (document) => {
  const text = readFileSync(join(root, document), 'utf8');
  const paths = Array.from(text.matchAll(PATH), ([, path = '']) => path);
  const links = Array.from(text.matchAll(LINK), ([, path = '']) => join(dirname(document), path));
  const missing = [...paths, ...links].filter((path) => !existsSync(join(root, path)));
  expect(missing).toEqual([]);
});

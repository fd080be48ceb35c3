import type { Nodes, Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse, parseFragment } from 'parse5';
import { Failure } from '#lib/system/failure.ts';

/** The functions that read the tree are recursive. Pages are about sixty elements deep. */
const DEEPEST = 400;
/**
 * As many as in a book. The parser repeats a tag that is never closed in every paragraph, so their number may explode.
 */
const MOST = 500_000;

/**
 * The tree of a page, or of a piece of one, as browsers make it (HTML, 13.2).
 * @throws Failure where it is nested too deeply, or has too many elements
 */
export function parsePage(html: string, name: string): Root {
  let depth = 0;
  let count = 0;
  const refuse = (what: string) =>
    new Failure(`${name} has ${what}: copy its text and give that to \`npm run import -- -\`.`, 2);
  const treeAdapter = {
    ...defaultTreeAdapter,
    onItemPush() {
      depth += 1;
      count += 1;
      if (depth > DEEPEST) throw refuse(`elements nested ${DEEPEST} deep`);
      if (count > MOST) throw refuse('more elements than a page may have');
    },
    onItemPop() {
      depth -= 1;
    },
  };
  const options = { treeAdapter, scriptingEnabled: false };
  const tree: DefaultTreeAdapterMap['node'] = /<(html|body)[\s>]/i.test(html)
    ? parse(html, options)
    : parseFragment(html, options);
  const root: Nodes = fromParse5(tree);
  return root.type === 'root' ? root : { type: 'root', children: [] };
}

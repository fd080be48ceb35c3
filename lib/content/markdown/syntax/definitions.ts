import type { Definition, Root, RootContent } from 'mdast';
import { definition } from 'micromark-core-commonmark';
import type { Extension } from 'micromark-util-types';
import type { Position } from 'unist';
import { visit } from 'unist-util-visit';
import { lineAhead } from './line-ahead.ts';

const LEFT_BRACKET = 91;

declare module 'mdast' {
  interface LinkData {
    /** Where the address is typed, if it is not typed in the link. */
    definition?: Position;
  }
  interface ImageData {
    /** Where the address is typed, if it is not typed in the image. */
    definition?: Position;
  }
}

/** `[公告]: https://example.com/a`. Other addresses than these are words: `[注]: 全文`. */
export const DEFINITION = /^\[(?!\^)[^[\]]+\]:[ \t]*<?(?:https?:\/\/|mailto:|\/)/i;

const definitionAhead = lineAhead(
  (character) => character === '[',
  (line) => DEFINITION.test(line),
);

/** Definitions of links, where what is defined is an address: `[注]: 全文` is text. */
export const definitionsOfAddresses: Extension = {
  disable: { null: ['definition'] },
  contentInitial: {
    [LEFT_BRACKET]: {
      ...definition,
      name: 'definitionOfAddress',
      tokenize(effects, ok, nok) {
        return effects.check(
          definitionAhead,
          definition.tokenize.call(this, effects, ok, nok),
          nok,
        );
      },
    },
  },
};

/**
 * Puts links and images in the place of references to definitions. A definition that nothing refers to becomes the
 * text that was typed: no page shows definitions.
 */
export function resolveReferences(root: Root, text: string): void {
  if (!text.includes(']:')) return;
  const definitions = new Map<string, Definition>();
  visit(root, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  if (definitions.size === 0) return;
  const used = new Set<Definition>();
  visit(root, ['linkReference', 'imageReference'], (node, index, parent) => {
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return;
    const found = definitions.get(node.identifier);
    if (found === undefined || parent === undefined || index === undefined) return;
    used.add(found);
    const { url, title } = found;
    const { position } = node;
    const data = found.position && { definition: found.position };
    const target = {
      url,
      title: title ?? null,
      ...(position && { position }),
      ...(data && { data }),
    };
    parent.children[index] =
      node.type === 'linkReference'
        ? { type: 'link', children: node.children, ...target }
        : { type: 'image', alt: node.alt ?? null, ...target };
  });
  visit(root, 'definition', (node, index, parent) => {
    if (parent === undefined || index === undefined) return undefined;
    parent.children.splice(index, 1, ...(used.has(node) ? [] : [asTyped(node, text)]));
    return index + (used.has(node) ? 0 : 1);
  });
}

function asTyped({ position }: Definition, text: string): RootContent {
  const value = text.slice(position?.start.offset, position?.end.offset);
  const place = position === undefined ? {} : { position };
  return { type: 'paragraph', children: [{ type: 'text', value, ...place }], ...place };
}

import type { Definition, Root, RootContent } from 'mdast';
import { definition as definitionSyntax } from 'micromark-core-commonmark';
import type { Extension } from 'micromark-util-types';
import type { Position } from 'unist';
import { visit } from 'unist-util-visit';
import { lineAhead } from './line-ahead.ts';

const LEFT_BRACKET = 91;

declare module 'mdast' {
  interface LinkData {
    /** Where the address stands in the file, if it is not in the link itself. */
    definition?: Position;
  }
  interface ImageData {
    /** Where the address stands in the file, if it is not in the image itself. */
    definition?: Position;
  }
}

/** A line that defines a link: `[公告]: https://example.com/a`. `[注]: 全文` is none. */
export const DEFINITION = /^\[(?!\^)[^[\]]+\]:[ \t]*<?(?:https?:\/\/|mailto:|\/)/i;

const definitionAhead = lineAhead(
  (character) => character === '[',
  (line) => DEFINITION.test(line),
);

/** Recognises definitions of links only if they have an address: `[注]: 全文` is text. */
export const definitionsOfAddresses: Extension = {
  disable: { null: ['definition'] },
  contentInitial: {
    [LEFT_BRACKET]: {
      ...definitionSyntax,
      name: 'definitionOfAddress',
      tokenize(effects, ok, nok) {
        return effects.check(
          definitionAhead,
          definitionSyntax.tokenize.call(this, effects, ok, nok),
          nok,
        );
      },
    },
  },
};

/**
 * Replaces references to definitions by links and images, and removes the definitions. A definition without a reference
 * becomes text: pages do not show definitions, and nothing may be lost.
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
    const definition = definitions.get(node.identifier);
    if (definition === undefined || parent === undefined || index === undefined) return;
    used.add(definition);
    const { url, title } = definition;
    const { position } = node;
    const data = definition.position && { definition: definition.position };
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

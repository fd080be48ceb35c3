import type { Block } from '../../blocks/block.ts';
import { readDateline } from '../dateline.ts';
import { isTitle } from '../items/title-end.ts';
import { readPrefix, readSectionPrefix } from '../prefix.ts';
import { findSection, type PublicationNames } from '../publication-names.ts';
import { isSourceLine, isSourceStart } from '../source-line.ts';
import { type Below, beginsItem, isListOfOneItem } from './below.ts';

const LONGEST_NAME = 14;

/**
 * Finds the lines that are sections by what stands below them. Of the lines of one kind, all are sections or none is.
 */
export function findSectionLines(
  blocks: readonly Block[],
  { name, sections }: PublicationNames,
): Set<Block> {
  const lines = new Set<Block>();
  const sentences = new Set<string>();
  const kinds = new Map<string, { block: Block; below: Below | 'same' }[]>();
  for (const [index, block] of blocks.entries()) {
    const kind = kindOf(block);
    if (kind === undefined) {
      // Numbers that also stand before sentences count items.
      const look = block.node.type === 'paragraph' && readPrefix(block.text)?.count?.look;
      if (look) sentences.add(`number ${look}`);
      continue;
    }
    // No section is empty: right below the name of a section stands the title of an item.
    const above = blocks[index - 1]?.text;
    const isItem = above !== undefined && findSection(above, sections) !== undefined;
    const below =
      isItem || isListOfOneItem(blocks, index + 1)
        ? 'text'
        : belowLine(kind, blocks[index + 1], blocks[index + 2]);
    const line = { block, below };
    const same = kinds.get(kind);
    if (same === undefined) kinds.set(kind, [line]);
    else same.push(line);
  }
  for (const [kind, below] of kinds) {
    if (sentences.has(kind)) continue;
    const isSame = below.filter((line) => line.below === 'same');
    const items = below.filter((line) => line.below === 'items');
    const isMost = items.length * 2 > below.length - isSame.length;
    for (const { block } of [...isSame, ...(isMost ? items : [])]) {
      const isNamed = findSection(block.text, sections) !== undefined;
      if (!isNamed && !readDateline(block.text, name).isAlone) lines.add(block);
    }
  }
  return lines;
}

/** The kind of a short line that may name a section: bold, in brackets, with a number of some look, or with a sign. */
function kindOf({ node, text }: Block): string | undefined {
  if (node.type !== 'paragraph' || text.includes('\n')) return undefined;
  const prefix = readSectionPrefix(text);
  const name = text.slice(prefix?.text.length ?? 0);
  const bare = name.replace(/[【】［］[\]*\s]/g, '');
  if (!isTitle(bare) || bare.length > LONGEST_NAME || /[。！？，、；：:,;.!?]$/.test(bare))
    return undefined;
  if (isSourceStart(text) || isSourceLine(text) || CONTENTS_HEADING.test(bare)) return undefined;
  const [only, ...others] = node.children;
  if (/^【[^【】]+】$/.test(text.trim())) return 'brackets';
  if (prefix?.count !== undefined) return `number ${prefix.count.look}`;
  if (prefix?.ornament !== undefined) return 'sign';
  return only?.type === 'strong' && others.length === 0 ? 'bold' : undefined;
}

/** Lines that announce a table of contents. */
export const CONTENTS_HEADING =
  /^[^\p{L}\p{N}]*(?:本期|本周|今日)?(?:目录|目次|要目|目錄|导读|内容导航|内容提要|toc|contents|table of contents)[^\p{L}\p{N}]*$/iu;

/** What stands below a line; `same` where that is a single other line of its kind. */
function belowLine(kind: string, next: Block | undefined, then: Block | undefined): Below | 'same' {
  if (next === undefined) return 'nothing';
  const nextKind = kindOf(next);
  if (nextKind === kind && (kind === 'bold' || kind === 'brackets')) {
    return then !== undefined && kindOf(then) === undefined ? 'same' : 'text';
  }
  if (nextKind !== undefined && nextKind !== kind) return 'items';
  if (next.node.type === 'heading') return 'items';
  if (beginsItem(next, true)) return nextKind === kind ? 'text' : 'items';
  // A bare title below a numbered name, with its text below it.
  const isBareTitle =
    next.node.type === 'paragraph' && isTitle(next.text) && !/[，；：:。]$/.test(next.text);
  const hasText = then !== undefined && (then.text.includes('。') || isSourceLine(then.text));
  return kind.startsWith('number') && isBareTitle && hasText ? 'items' : 'text';
}

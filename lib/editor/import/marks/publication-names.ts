import type { Section, Source } from '#lib/content/issue.ts';
import type { NameIndex } from '#lib/content/names.ts';
import { readDateline } from './dateline.ts';
import { isFootnote } from './footnotes.ts';
import { isAddressLine } from './items/item-link.ts';
import { readPrefix, readSectionPrefix } from './prefix.ts';
import { isSourceLine, trailingSourceAt } from './source-line.ts';

/** The name of the publication, its sections, and the publishers that it lists. */
export type PublicationNames = {
  name: string;
  sections: NameIndex<Section>;
  sources: NameIndex<Source>;
};

/**
 * What a line in a paragraph is although no blank line separates it: the name of a section, another paragraph of one
 * line, the first line of a paragraph, or the last one. `undefined` for any other line.
 */
export type LineTest = (line: string) => 'section' | 'alone' | 'first' | 'last' | undefined;

/** Makes the test of the lines in a text of a publication. */
export function lineTester({ name, sections }: PublicationNames): LineTest {
  return (line) => {
    const text = line.trim();
    if (findSection(text, sections) !== undefined) return 'section';
    if (readDateline(text, name).isAlone) return 'alone';
    if (/^[#＃]{2,3}\s*[^#＃\s]/.test(text) || isSourceLine(text)) return 'alone';
    if (isAddressLine(text)) return 'alone';
    const source = trailingSourceAt(text);
    if (source === 0) return 'alone';
    const isOpening = text.startsWith('【') || readPrefix(text) !== undefined || isFootnote(text);
    if (isOpening) return source === -1 ? 'first' : 'alone';
    return source === -1 ? undefined : 'last';
  };
}

/** The name of a section in a line, and the number or ornament before it. */
export type SectionName = { name: string; prefix: string };

/** The name of a listed section in a line, without brackets and number; `undefined` where the line is none. */
export function findSection(line: string, sections: NameIndex<Section>): SectionName | undefined {
  // A line that ends like a sentence is one, however short.
  if (line.length >= 100 || /[。！？；，]\s*$/.test(line)) return undefined;
  const prefix = readSectionPrefix(line)?.text ?? '';
  for (const before of new Set(['', prefix])) {
    const name = line.slice(before.length);
    if (sections.find(name) === undefined) continue;
    return {
      name: name.replace(/^[^\p{L}\p{N}]+|(?<=[\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, ''),
      prefix: before,
    };
  }
  return undefined;
}

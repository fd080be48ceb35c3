import type { Section, Source } from '#lib/content/issue.ts';
import type { NameIndex } from '#lib/content/names.ts';
import { readPrefix, readSectionPrefix } from './count.ts';
import { readDateline } from './dateline.ts';
import { isFootnote } from './footnotes.ts';
import { isAddressLine } from './item-link.ts';
import { isSourceLine, sourceBehind } from './source-line.ts';

/** What the publication is called, its sections, and the publishers it knows. */
export type PublicationNames = {
  name: string;
  sections: NameIndex<Section>;
  sources: NameIndex<Source>;
};

/**
 * Whether a line is a section's name, is something else alone, begins a paragraph or ends one, though its
 * author left no blank line there.
 */
export type LineTest = (line: string) => 'section' | 'alone' | 'first' | 'last' | undefined;

/** The test of the lines of a publication. */
export function lineTester({ name, sections }: PublicationNames): LineTest {
  return (line) => {
    const text = line.trim();
    if (findSection(text, sections) !== undefined) return 'section';
    if (readDateline(text, name).isAlone) return 'alone';
    if (/^[#＃]{2,3}\s*[^#＃\s]/.test(text) || isSourceLine(text)) return 'alone';
    if (isAddressLine(text)) return 'alone';
    const source = sourceBehind(text);
    if (source === 0) return 'alone';
    const isOpening = text.startsWith('【') || readPrefix(text) !== undefined || isFootnote(text);
    if (isOpening) return source === -1 ? 'first' : 'alone';
    return source === -1 ? undefined : 'last';
  };
}

/** A section's name in a line, and the number or ornament before it. */
export type SectionName = { name: string; prefix: string };

/** The name of a section as it stands in a line, without brackets and a number; `undefined` if none does. */
export function findSection(line: string, sections: NameIndex<Section>): SectionName | undefined {
  // What ends as a sentence does is one, however short.
  if (line.length >= 100 || /[。！？；，]\s*$/.test(line)) return undefined;
  const prefix = readSectionPrefix(line)?.typed ?? '';
  for (const typed of new Set(['', prefix])) {
    const name = line.slice(typed.length);
    if (sections.find(name) === undefined) continue;
    return {
      name: name.replace(/^[^\p{L}\p{N}]+|(?<=[\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, ''),
      prefix: typed,
    };
  }
  return undefined;
}

import { posix } from 'node:path';
import type { Relationship } from './relationships.ts';
import { type Parts, pack } from './unpack.ts';
import { readXml, writeXml, type Xml, xml } from './xml.ts';

const MAIN = 'word/document.xml';
const NAMESPACES = 'http://schemas.openxmlformats.org';

/**
 * A Word document anew, with what its converter reads alone and nothing in it that leads nowhere: the
 * text, styles and numbering, pictures, and the types of their files.
 */
export function repack(
  parts: Parts,
  root: Xml,
  relationships: ReadonlyMap<string, Relationship>,
): Promise<Buffer> {
  const kept = new Map([[MAIN, writeXml(root)]]);
  const types = parts.get('[Content_Types].xml');
  if (types !== undefined) kept.set('[Content_Types].xml', check(types, '[Content_Types].xml'));
  const links: Xml[] = [];
  for (const [id, { type, part }] of relationships) {
    const bytes = part === undefined ? undefined : parts.get(part);
    if (part === undefined || bytes === undefined) continue;
    if (!/^(styles|numbering|image)$/.test(type)) continue;
    kept.set(part, type === 'image' ? bytes : check(bytes, part));
    links.push(link(id, type, part));
  }
  kept.set('word/_rels/document.xml.rels', writeLinks(links));
  kept.set('_rels/.rels', writeLinks([link('main', 'officeDocument', MAIN)]));
  return pack(kept);
}

/** Some XML as it is, once it was seen to be sound. */
function check(bytes: Buffer, part: string): Buffer {
  readXml(bytes, posix.basename(part));
  return bytes;
}

function link(id: string, type: string, part: string): Xml {
  const kind = `${NAMESPACES}/officeDocument/2006/relationships/${type}`;
  return xml('Relationship', { Id: id, Type: kind, Target: `/${part}` });
}

function writeLinks(links: Xml[]): Buffer {
  const namespace = `${NAMESPACES}/package/2006/relationships`;
  return writeXml(xml('Relationships', { xmlns: namespace }, ...links));
}

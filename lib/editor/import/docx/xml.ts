import sax from 'sax';
import { Failure } from '#lib/system/failure.ts';

/** An element of a document, named by the usual prefix of its namespace whatever the file calls it. */
export type Xml = { name: string; attributes: Record<string, string>; children: (Xml | string)[] };

/** How the namespaces of the format begin, in its Strict form too, and the year in them. */
const ORIGIN = /^http:\/\/(schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml)\/|\/2006(?=\/|$)/g;
/** The prefixes that elements have here, by the rest of their namespace. */
const PREFIXES: Record<string, string> = {
  'wordprocessingml/main': 'w',
  'officeDocument/relationships': 'r',
  'officeDocument/math': 'm',
  'drawingml/wordprocessingDrawing': 'wp',
  'drawingml/main': 'a',
  'drawingml/picture': 'pic',
  'drawingml/chart': 'c',
  'drawingml/diagram': 'dgm',
  'package/relationships': 'rel',
  'markup-compatibility': 'mc',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'http://schemas.microsoft.com/office/drawing/2014/chartex': 'cx',
};
/** The functions that read the tree are recursive. Word's own documents are about forty elements deep. */
const DEEPEST = 250;
const LARGEST = 16 * 1024 * 1024;

/**
 * The root of an XML file in a document.
 * @throws Failure where it is too large or too deep, or has a document type, which ECMA-376-2 8.2.2 forbids; the error
 * of the library where it is not well formed
 */
export function readXml(bytes: Buffer, name: string): Xml {
  if (bytes.length > LARGEST) throw refuse(name, 'has more text than an issue has');
  const parser = sax.parser(true, { xmlns: true });
  const top: Xml = { name: '', attributes: {}, children: [] };
  const open = [top];
  parser.onopentag = (tag) => {
    if (open.length > DEEPEST) throw refuse(name, `has parts nested ${DEEPEST} deep`);
    const attributes: Record<string, string> = {};
    for (const each of Object.values(tag.attributes)) {
      if (typeof each === 'string' || each.prefix === 'xmlns') continue;
      attributes[nameOf(each)] = each.value;
    }
    const element: Xml = {
      name: 'uri' in tag ? nameOf(tag) : tag.name,
      attributes,
      children: [],
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  };
  parser.onclosetag = () => {
    open.pop();
  };
  parser.ontext = parser.oncdata = (text) => {
    open.at(-1)?.children.push(text);
  };
  parser.ondoctype = () => {
    throw refuse(name, 'has a document type, which Word does not write');
  };
  parser.onerror = (error) => {
    throw error;
  };
  parser.write(decodeXml(bytes)).close();
  const root = top.children.find((child) => typeof child !== 'string');
  if (root === undefined) throw new Error('a part of it is empty');
  return root;
}

/** XML is in UTF-8 or, with a byte order mark, in UTF-16 (XML 1.0, 4.3.3). What is in neither throws. */
function decodeXml(bytes: Buffer): string {
  const mark = bytes.toString('latin1', 0, 2);
  const encoding = mark === '\xff\xfe' ? 'utf-16le' : mark === '\xfe\xff' ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}

function refuse(name: string, what: string): Failure {
  return new Failure(`${name} ${what}: copy its text into a new document.`, 2);
}

function nameOf({ uri, local, name }: { uri: string; local: string; name: string }): string {
  if (uri === '') return name;
  return `${PREFIXES[uri.replace(ORIGIN, '')] ?? '?'}:${local}`;
}

/** Makes an element. */
export function xml(
  name: string,
  attributes: Xml['attributes'],
  ...children: Xml['children']
): Xml {
  return { name, attributes, children };
}

/** All elements of these names in an element, in order, those inside of one left out. */
export function findAll(root: Xml, ...names: string[]): Xml[] {
  return root.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return names.includes(child.name) ? [child] : findAll(child, ...names);
  });
}

/** The first child of an element that has this name. */
export function childOf(node: Xml | undefined, name: string): Xml | undefined {
  return node?.children.find((child): child is Xml => isElement(child) && child.name === name);
}

/** The `w:val` of the first child with this name. */
export function valOf(node: Xml | undefined, name: string): string | undefined {
  return childOf(node, name)?.attributes['w:val'];
}

/** All text in an element. */
export function textOf(node: Xml | string): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('');
}

/** Whether a child is an element and not text. */
export function isElement(node: Xml | string): node is Xml {
  return typeof node !== 'string';
}

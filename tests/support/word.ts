import JSZip from 'jszip';

const NAMESPACES = Object.entries({
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  m: 'http://schemas.openxmlformats.org/officeDocument/2006/math',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  c: 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  wpg: 'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup',
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
})
  .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
  .join('');
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A run with a text, and with properties such as `<w:b/>`. */
export const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
/** A paragraph of runs and the like; a text alone is one. */
export const paragraph = (inside: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr>${inside.startsWith('<') ? inside : run(inside)}</w:p>`;

type Rest = {
  /** Other parts by their paths: what a root element holds, or bytes. */
  parts?: Record<string, string | Buffer>;
  /** Relationships of the document: type and target by their ids; an address is outside of it. */
  links?: Record<string, [type: string, target: string]>;
};

/** A Word document with this in its body: what programs other than Word and the like may write. */
export function wordWith(body: string, { parts = {}, links = {} }: Rest = {}): Promise<Buffer> {
  const archive = new JSZip();
  const put = (name: string, content: string) =>
    archive.file(name, `<?xml version="1.0" encoding="UTF-8"?>${content}`);
  put(
    '[Content_Types].xml',
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
      <Default Extension="emf" ContentType="image/x-emf"/></Types>`,
  );
  put('_rels/.rels', relationships({ rId1: ['officeDocument', 'word/document.xml'] }));
  put('word/_rels/document.xml.rels', relationships(links));
  put('word/document.xml', `<w:document${NAMESPACES}><w:body>${body}</w:body></w:document>`);
  for (const [name, content] of Object.entries(parts)) {
    if (typeof content === 'string') put(name, content.replace(/^<[\w:]+/, `$&${NAMESPACES}`));
    else archive.file(name, content);
  }
  // The best compression takes ten times as long, and documents of 100 MB are made.
  const compressionOptions = { level: 1 };
  return archive.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', compressionOptions });
}

/** A style of Word by its id, with properties such as `<w:strike/>`. */
export const style = (id: string, kind: string, properties: string, rest = '') =>
  `<w:style w:type="${kind}" w:styleId="${id}"><w:name w:val="${id}"/>${rest}<w:rPr>${properties}</w:rPr></w:style>`;

/** The parts and links of a document that has these styles. */
export const withStyles = (...styles: string[]): Rest => ({
  parts: { 'word/styles.xml': `<w:styles>${styles.join('')}</w:styles>` },
  links: { s: ['styles', 'styles.xml'] },
});

function relationships(links: Record<string, [type: string, target: string]>): string {
  const all = Object.entries(links).map(([id, [type, target]]) => {
    const mode = /^\w+:/.test(target) ? ' TargetMode="External"' : '';
    return `<Relationship Id="${id}" Type="${TYPE}/${type}" Target="${target}"${mode}/>`;
  });
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
}

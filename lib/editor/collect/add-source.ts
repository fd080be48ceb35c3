import { isSeq, parseDocument, stringify } from 'yaml';
import { Failure } from '#lib/system/failure.ts';

/**
 * Adds a publisher at the end of the text of sources.yml. All that is there stays, byte for byte.
 * @throws Failure where the file is not a list in lines of YAML
 */
export function addSource(text: string, name: string, url: string): string {
  const { contents, errors } = parseDocument(text);
  const isLines = contents === null || (isSeq(contents) && contents.flow !== true);
  if (errors.length > 0 || !isLines)
    throw new Failure(
      'sources.yml cannot be read, so nothing can be added to it: npm run check says what to mend.',
      2,
    );
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const indent = /^([ \t]*)- /m.exec(text)?.[1] ?? '';
  const lines = stringify([{ name, url }], { lineWidth: 0 })
    .trimEnd()
    .split('\n')
    .map((line) => indent + line);
  const before = text === '' || text.endsWith('\n') ? text : `${text}${end}`;
  return `${before}${lines.join(end)}${end}`;
}

import { expect, test } from 'vitest';
import { decodeText } from '#lib/web/decode-text.ts';

const UTF8 = new TextEncoder().encode('<title>版权，周报</title>');
/** 版权，周报 in GB18030, for which Node has no encoder. */
const GB = new Uint8Array([0xb0, 0xe6, 0xc8, 0xa8, 0xa3, 0xac, 0xd6, 0xdc, 0xb1, 0xa8]);

function joined(...parts: (string | Uint8Array)[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part))));
}

test.each<[string, Uint8Array, string | undefined, string]>([
  ['UTF-8 without a name', UTF8, undefined, '版权，周报'],
  [
    'UTF-8 with a BOM and a wrong header',
    joined('\uFEFF', UTF8),
    'text/html; charset=gbk',
    '版权，周报',
  ],
  ['UTF-8 that is called Latin-1', UTF8, 'text/html; charset=ISO-8859-1', '版权，周报'],
  [
    'UTF-8 with one lost byte',
    joined(UTF8, '很长的正文'.repeat(20), new Uint8Array([0xe7])),
    undefined,
    '很长的正文',
  ],
  ['GB18030 without a name', GB, 'text/html', '版权，周报'],
  [
    'GB18030 that is called UTF-8',
    joined('<p class="a">', GB, '</p>'),
    'text/html; charset=utf-8',
    '版权，周报',
  ],
  ['GB18030 that is called Latin-1', GB, 'text/html; charset=ISO-8859-1', '版权，周报'],
  ['GB18030 by the header', GB, 'text/html; charset="GB2312"', '版权，周报'],
  ['GB18030 by the page', joined('<meta charset=gbk>', GB), undefined, '版权，周报'],
  [
    'GB18030 by http-equiv',
    joined('<meta http-equiv="Content-Type" content="text/html; charset=gb2312">', GB),
    undefined,
    '版权，周报',
  ],
  [
    'Big5 by the header',
    new Uint8Array([0xaa, 0xa9, 0xc5, 0x76]),
    'text/html; charset=big5',
    '版權',
  ],
  [
    'Latin-1',
    joined(
      "Le droit d'auteur: caf",
      new Uint8Array([0xe9]),
      ' et th',
      new Uint8Array([0xe9, 0xe2]),
      'tre pr',
      new Uint8Array([0xe9]),
      's',
    ),
    'text/html; charset=iso-8859-1',
    'café',
  ],
  ['UTF-16', new Uint8Array([0xff, 0xfe, 0x48, 0x72]), undefined, '版'],
  ['an unknown name', UTF8, 'text/html; charset=nonsense', '版权，周报'],
])('%s', (_, bytes, contentType, expected) => {
  expect(decodeText(bytes, contentType)).toContain(expected);
});

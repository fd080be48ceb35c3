import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { Failure } from '#lib/system/failure.ts';
import { convertInput } from '#tests/support/convert-input.ts';
import { testRegistries } from '#tests/support/registries.ts';
import { paragraph, wordWith } from '#tests/support/word.ts';

const registries = testRegistries();

describe('a Word document is refused with one sentence:', () => {
  async function refusalOf(bytes: Promise<Buffer>): Promise<string> {
    const error: unknown = await bytes
      .then((whole) => convertInput({ name: 'a.docx', bytes: whole }, registries, '2025-03-31'))
      .catch((thrown: unknown) => thrown);
    if (!(error instanceof Failure)) throw error;
    expect(error.exitCode).toBe(2);
    expect(error.message).not.toContain('\n');
    expect(error.message).toMatch(/^a\.docx/);
    return error.message;
  }

  test('a document that unpacks to more than it may, whatever size it states', async () => {
    const bomb = await wordWith(paragraph('甲。'), {
      parts: { 'word/media/1.png': Buffer.alloc(101 * 1024 * 1024) },
    });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    const declared = Buffer.alloc(4);
    declared.writeUInt32LE(101 * 1024 * 1024);
    const small = Buffer.from('01000000', 'hex');
    for (let at = bomb.indexOf(declared); at !== -1; at = bomb.indexOf(declared))
      small.copy(bomb, at);
    expect(await refusalOf(Promise.resolve(bomb))).toMatch(/unpacks to more than 100 MB/);
  });

  test('one with more text than an issue, nested too deep, or with a document type', async () => {
    expect(await refusalOf(wordWith(paragraph('甲'.repeat(6_000_000))))).toMatch(/more text than/);
    const deep = (depth: number) =>
      wordWith(
        `${'<w:sdt><w:sdtContent>'.repeat(depth)}${paragraph('甲。')}${'</w:sdtContent></w:sdt>'.repeat(depth)}`,
      );
    expect(await refusalOf(deep(100_000))).toMatch(/nested 250 deep/);
    const archive = await JSZip.loadAsync(await wordWith(paragraph('甲&x;')));
    const text = await archive.file('word/document.xml')?.async('string');
    const entity = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
    archive.file('word/document.xml', String(text).replace('?>', `?>${entity}`));
    expect(await refusalOf(archive.generateAsync({ type: 'nodebuffer' }))).toMatch(/document type/);
  });

  test('one whose parts were changed', async () => {
    const whole = await wordWith(paragraph('甲'.repeat(500)));
    // Amid what document.xml was packed to.
    const at = whole.indexOf('word/document.xml') + 60;
    const broken = Buffer.concat([whole.subarray(0, at), Buffer.alloc(9), whole.subarray(at + 9)]);
    expect(await refusalOf(Promise.resolve(broken))).toMatch(
      /is damaged or not a Word document \([^:()]+\): /,
    );
  });

  test('one that refers to another', async () => {
    const whole = wordWith('<w:altChunk r:id="a"/>', {
      parts: { 'word/a.html': Buffer.from('<p>甲</p>') },
      links: { a: ['aFChunk', 'a.html'] },
    });
    expect(await refusalOf(whole)).toMatch(/holds another document.*save it as \.docx again/);
  });
});

test('a damaged document is refused, or gives the very same text', async () => {
  const whole = await wordWith(`${paragraph('产业要闻')}${paragraph('【甲事】全国登记1269件。')}`, {
    parts: {
      'word/footnotes.xml': `<w:footnotes><w:footnote w:id="2">${paragraph('注。')}</w:footnote></w:footnotes>`,
    },
    links: { a: ['footnotes', 'footnotes.xml'] },
  });
  const importBytes = async (bytes: Buffer) =>
    (await convertInput({ name: 'a.docx', bytes }, registries, '2025-03-31')).text;
  const expected = await importBytes(whole);
  expect(expected).toContain('全国登记1269件');
  const outcomes = { refused: 0, same: 0 };
  // Every ninth byte, each time another bit, and whole bytes.
  for (let at = 0; at < whole.length; at += 9) {
    for (const mask of [1 << ((at / 9) % 8), 0xff]) {
      const damaged = Buffer.from(whole);
      damaged.writeUInt8(damaged.readUInt8(at) ^ mask, at);
      const text = await importBytes(damaged).catch((error: unknown) => {
        if (!(error instanceof Failure)) throw error;
        expect(error.message).toMatch(/^a\.docx .*\.$/);
        return undefined;
      });
      if (text === undefined) outcomes.refused += 1;
      else {
        expect(text, `byte ${at} with ${mask}`).toBe(expected);
        outcomes.same += 1;
      }
    }
  }
  expect(outcomes.refused).toBeGreaterThan(outcomes.same);
});

import { parseFragment, serialize } from 'parse5';
import { describe, expect, test } from 'vitest';
import { markEnglish } from '#lib/site/mark-english.ts';
import { splitEnglish } from '#lib/site/split-english.ts';
import { fc } from '#tests/support/properties.ts';

const runsOf = (text: string) =>
  splitEnglish(text).flatMap((part) => (part.isEnglish ? [part.text] : []));

describe('English in a Chinese text', () => {
  test.each<[string, string[]]>([
    ['Acme Works诉Sample AI案开审', ['Acme Works', 'Sample AI']],
    ['动画片THE LITTLE ROBOTS上映', ['THE LITTLE ROBOTS']],
    ['推出Pay as You Go（按量付费）', ['Pay as You Go']],
    ['Baker & Baker Inc.起诉', ['Baker & Baker Inc.']],
    ['手机Sample 15 Pro Max发售', ['Sample 15 Pro Max']],
    ['《Rights, Wrongs and Robots》出版', ['Rights, Wrongs and Robots']],
    ['O’Neil Press的书', ['O’Neil Press']],
    ['The Sample 2025年报道', ['The Sample']],
  ])('is found in %s', (text, runs) => {
    expect(runsOf(text)).toEqual(runs);
  });

  test.each([
    ['a single word', '起诉Acme侵犯版权'],
    ['a word with a number', 'Sample 3上线'],
    ['abbreviations', '用AI PC和AI APP'],
    ['an address', '见 example.org/a b 和 name@example.org hello'],
    ['a run that may be of another language', '意大利Casa della Musica与德国Haus der Kunst'],
    ['words with letters that English lacks', '法国Société Générale'],
  ])('is not %s', (_, text) => {
    expect(runsOf(text)).toEqual([]);
  });

  test('leaves the text as it is', () => {
    const words = fc.constantFrom(
      'Acme',
      'Works',
      ' ',
      ', ',
      '&',
      '版权',
      '’',
      '2025',
      '.',
      'a',
      'é',
    );
    const texts = fc.array(words, { maxLength: 30 }).map((each) => each.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const parts = splitEnglish(text);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        expect(parts.filter((part) => part.text === '')).toEqual([]);
      }),
    );
  });
});

describe('English in the HTML of an item', () => {
  test('is marked in texts alone', () => {
    const html =
      '<p>据Acme Works称，<a href="/a b c" title="Sample Press > x">Sample Press</a>和<code>npm run it now</code></p>';
    expect(markEnglish(html)).toBe(
      '<p>据<span lang="en">Acme Works</span>称，<a href="/a b c" title="Sample Press > x"><span lang="en">Sample Press</span></a>和<code>npm run it now</code></p>',
    );
  });

  test('changes nothing but for these elements, character references included', () => {
    const pieces = fc.constantFrom(
      ...[
        '<p>',
        '</p>',
        '<strong>',
        '</strong>',
        '<pre><code>',
        '</code></pre>',
        '<img alt="An Odd > Sign">',
      ],
      ...['Acme Works', '某', ' ', '&#x26;', '&#x3C;b>', 'T', 'Sample', ' & ', '&lt;', '<br>'],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        // Sanitized HTML is what a parser makes of it.
        const html = serialize(parseFragment(parts.join('')));
        const marked = markEnglish(html);
        expect(marked.replace(/<span lang="en">(.*?)<\/span>/g, '$1')).toBe(html);
        expect(serialize(parseFragment(marked))).toBe(marked);
      }),
    );
  });
});

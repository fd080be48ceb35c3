import { fc } from './properties.ts';

const WORDS = Array.from('版权周报产业动向发布平台作品音乐影视游戏文学商标专利法院判决');
const word = fc
  .array(fc.constantFrom(...WORDS, '2025', '8.5%', 'AI', '10⁶'), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(''));
/** Characters beside which Markdown reads every mark of emphasis as one. */
const han = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(''));
const sentence = word.map((text) => `${text}。`);
const url = fc.constantFrom('https://example.com/a', 'https://example.com/b?c=1#d');
/** Text with every inline mark of Markdown; no two marks begin or end at the same place. */
const line = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: sentence },
      han.map((text) => `**${text}**`),
      han.map((text) => `*${text}*`),
      fc.tuple(han, han, han).map(([a, b, c]) => `**${a}*${b}*${c}**`),
      fc.tuple(han, han, han).map(([a, b, c]) => `*${a}**${b}**${c}*`),
      word.map((text) => `\`${text}\``),
      fc.tuple(word, url).map(([text, to]) => `[${text}](${to})`),
      fc.tuple(han, han, url).map(([a, b, to]) => `[${a}**${b}**${a}](${to} "${b}")`),
      fc.tuple(han, han, url).map(([a, b, to]) => `[${a}\`${b}\`${a}](${to})`),
      fc.tuple(han, han, url).map(([a, b, to]) => `**${a}[${b}](${to})${a}**`),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join('，'));
const paragraph = fc
  .tuple(line, fc.option(line, { freq: 4, nil: undefined }))
  .map(([first, second]) => (second === undefined ? first : `${first}\\\n${second}`));

const indented = (text: string, marker: string) =>
  text
    .split('\n')
    .map((each, at) =>
      at === 0 ? marker + each : each === '' ? '' : ' '.repeat(marker.length) + each,
    )
    .join('\n');
const quoted = (text: string) => text.replace(/^/gm, '> ').replace(/ +$/gm, '');

const code = fc
  .tuple(fc.constantFrom('', 'js'), fc.array(word, { minLength: 1, maxLength: 3 }))
  .map(([language, lines]) => `\`\`\`${language}\n${lines.join('\n  ')}\n\`\`\``);
const table = fc
  .tuple(
    fc.constantFrom('-', ':-', ':-:', '-:'),
    fc.array(fc.tuple(line, line), { minLength: 1, maxLength: 3 }),
  )
  .map(([side, rows]) => {
    const [head = '', ...others] = rows.map(([one, other]) => `| ${one} | ${other} |`);
    return [head, `| ${side} | - |`, ...others].join('\n');
  });
const heading = fc
  .tuple(fc.constantFrom('####', '#####', '######'), word)
  .map(([marks, text]) => `${marks} ${text}`);

/** The blocks of an item's text in Markdown: everything that the format has, nested in each other. */
const { blocks } = fc.letrec<{ blocks: string; block: string; list: string }>((tie) => ({
  list: fc
    .record({
      marker: fc.constantFrom('-', '1.', '3.', '7)'),
      entries: fc.array(fc.tuple(paragraph, fc.option(tie('block'), { freq: 2, nil: undefined })), {
        minLength: 1,
        maxLength: 3,
      }),
      isLoose: fc.boolean(),
    })
    .map(({ marker, entries, isLoose }) =>
      entries
        .map(([first, rest], at) => {
          const number = Number.parseInt(marker, 10);
          const own = Number.isNaN(number) ? marker : `${number + at}${marker.slice(-1)}`;
          const inside = rest === undefined ? first : `${first}${isLoose ? '\n\n' : '\n'}${rest}`;
          return indented(inside, `${own} `);
        })
        .join(isLoose ? '\n\n' : '\n'),
    ),
  block: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'blocks' },
    paragraph,
    tie('list'),
    fc.array(tie('block'), { minLength: 1, maxLength: 2 }).map((all) => quoted(all.join('\n\n'))),
    code,
    table,
    heading,
    fc.constant('---'),
  ),
  blocks: fc
    .tuple(paragraph, fc.array(tie('block'), { maxLength: 5 }))
    .map(([first, others]) => [first, ...others].join('\n\n')),
}));

export { blocks as richBlocks };

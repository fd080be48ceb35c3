import { fold } from '#lib/site/fold.ts';

/** What an editor asks for in a line. Numbers are those of the list, from 1 on. */
export type LineCommand =
  | { act: 'take' | 'decline' | 'keep'; numbers: number[] }
  | { act: 'section'; name: string }
  | { act: 'undo' | 'list' | 'all' | 'end' }
  | { fault: string };

const WORDS: Readonly<Record<string, 'undo' | 'list' | 'all' | 'end'>> = {
  u: 'undo',
  l: 'list',
  a: 'all',
  q: 'end',
  '': 'end',
};
const ACTS: Readonly<Record<string, 'decline' | 'keep'>> = {
  d: 'decline',
  // The key of the page.
  x: 'decline',
  k: 'keep',
};

/**
 * Reads a line: `1 3 5-7` takes, `d 2 4-6` declines, `k 8` keeps, `s 栏目` names the section of what is taken from now on,
 * `u` undoes, `l` and `a` list, `q` or an empty line ends. Full width and Chinese separators are understood.
 * @param count how many candidates there are
 */
export function readLineCommand(line: string, count: number): LineCommand {
  const words = line.trim();
  const [, letter = '', rest = ''] = /^([a-z]?)(?![a-z])(.*)$/s.exec(fold(words)) ?? [];
  const word = fold(words);
  const act = WORDS[word];
  if (act !== undefined) return { act };
  if (letter === 's') {
    const name = words.slice(1).trim();
    return name === '' ? { fault: '写上栏目的名称，如 s 产业要闻' } : { act: 'section', name };
  }
  const numbers = readNumbers(rest, count);
  if (numbers === undefined)
    return { fault: `读不懂“${words}”：写 1 到 ${count} 的数，如 1 3 5-7，或 d 2 4-6` };
  const decided = ACTS[letter];
  if (letter !== '' && decided === undefined) return { fault: `没有“${letter}”这个命令` };
  return { act: decided ?? 'take', numbers };
}

function readNumbers(text: string, count: number): number[] | undefined {
  const parts = text.split(/[\s,、;]+/).filter(Boolean);
  if (parts.length === 0) return undefined;
  const numbers: number[] = [];
  for (const part of parts) {
    const [, first = '', last = first] = /^(\d{1,6})(?:[-~–—](\d{1,6}))?$/.exec(part) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (first === '' || from < 1 || to < from || to > count) return undefined;
    for (let number = from; number <= to; number += 1) numbers.push(number);
  }
  return [...new Set(numbers)];
}

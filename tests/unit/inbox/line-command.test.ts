import { expect, test } from 'vitest';
import { readLineCommand } from '#lib/editor/inbox/terminal-command.ts';

test.each([
  ['1', { act: 'take', numbers: [1] }],
  ['1 3 5-7', { act: 'take', numbers: [1, 3, 5, 6, 7] }],
  ['１，３、５－７', { act: 'take', numbers: [1, 3, 5, 6, 7] }],
  ['3 3 2-4', { act: 'take', numbers: [3, 2, 4] }],
  ['d 2 4-6', { act: 'decline', numbers: [2, 4, 5, 6] }],
  ['d2', { act: 'decline', numbers: [2] }],
  ['x 9', { act: 'decline', numbers: [9] }],
  ['D 9', { act: 'decline', numbers: [9] }],
  ['k 8', { act: 'keep', numbers: [8] }],
  ['s 产业要闻', { act: 'section', name: '产业要闻' }],
  ['s Focus', { act: 'section', name: 'Focus' }],
  ['u', { act: 'undo' }],
  ['l', { act: 'list' }],
  ['a', { act: 'all' }],
  [' Q ', { act: 'end' }],
  ['', { act: 'end' }],
])('%j is %j', (line, command) => {
  expect(readLineCommand(line, 9)).toEqual(command);
});

test.each([
  '0',
  '10',
  '1-10',
  '7-5',
  'd',
  'k',
  'd x',
  '1 zwei',
  'dd 1',
  's',
  'y 1',
  '1-2-3',
  '999999999',
])('%j is not understood, and no number of it is taken', (line) => {
  expect(readLineCommand(line, 9)).toHaveProperty('fault');
});

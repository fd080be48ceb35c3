import { expect, test } from 'vitest';
import { explainAnswer } from '#lib/web/fetch-answer.ts';
import { fetchPage } from '#lib/web/fetch-page.ts';

test.each([
  ['file:///etc/passwd', 'only http and https addresses are read'],
  ['http://2130706433/', 'it leads to this machine or a private network'],
  ['abc', 'it is no address of a page'],
])('says why %s was not read', async (address, words) => {
  const answer = await fetchPage(address, { agent: 'test' });
  if (answer.kind !== 'refused') throw new Error(answer.kind);
  expect(explainAnswer(answer)).toContain(words);
});

import type { Site } from '#lib/site/site.ts';
import { parseText, testRegistries } from './registries.ts';

/** The publication for tests, which says nothing of mail. */
export const { site } = testRegistries();

/** The same with a sender and both ways to leave. */
export const mailed: Site = {
  ...site,
  mail: {
    from: { name: '试刊，编辑部', address: 'digest@digest.example' },
    unsubscribe: {
      https: 'https://digest.example/leave?address={address}&list=1',
      mailto: 'leave@digest.example',
    },
  },
};

/** The issue that a text is. */
export function issueOf(text: string) {
  const { issue } = parseText(text);
  if (issue === undefined) throw new Error('the text is no issue');
  return issue;
}

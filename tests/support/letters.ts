import type { Site } from '#lib/site/site.ts';
import { parseText, testRegistries } from './registries.ts';

/** The publication for tests, without settings for mail. */
export const { site } = testRegistries();

/** The same with a sender and both ways to unsubscribe. */
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

/** Parses the text of an issue. */
export function issueOf(text: string) {
  const { issue } = parseText(text);
  if (issue === undefined) throw new Error('the text is no issue');
  return issue;
}

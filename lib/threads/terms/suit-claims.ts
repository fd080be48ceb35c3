import { fold } from '#lib/site/fold.ts';
import { aiConductsIn } from './conducts.ts';
import { readDefendants } from './defendants.ts';
import { isAdversarial, plaintiffsIn } from './plaintiffs.ts';
import type { ItemParts, Term } from './term.ts';

/** Sentences that tell of another suit, as reports do at their end. */
const OF_ANOTHER_SUIT = /类似|同类|另外|另案|另有|另据|另一|也因|亦因|已因/;
/** What is trained, generates or clones is an AI, even where a text does not say so. */
const ABOUT_AI = /AI|人工智能|模型|聊天机器人|训练|生成|克隆/;

/**
 * Terms of suits about AI that uses the works of others, in training or in answers. A suit gives two terms. One joins
 * suits against one company for one conduct, whoever sues. The other joins suits of one kind of plaintiffs for one
 * conduct, whichever AI company they sue.
 * The title says that there is a suit and against whom; where it does not say what for, the text does.
 */
export function readSuitClaims({ title, lead, rest }: ItemParts): Term[] {
  const text = lead + rest;
  if (!isAdversarial(title)) return [];
  const inTitle = aiConductsIn(title);
  const conducts = inTitle.length > 0 ? inTitle : aiConductsIn(ownSentences(text));
  const plaintiffs = ABOUT_AI.test(`${title}${text}`) ? plaintiffsIn(title, text) : [];
  const place = 'title';
  return conducts.flatMap((conduct): Term[] => [
    ...plaintiffs.map((plaintiff): Term => {
      const label = `${plaintiff}就${conduct}提起的诉讼`;
      return { key: `plaintiffs ${plaintiff} ${conduct}`, kind: 'plaintiffs', label, place };
    }),
    ...readDefendants(title).map((name): Term => {
      const label = `${name}被指${conduct}`;
      return { key: `defendant ${fold(name)} ${conduct}`, kind: 'defendant', label, place };
    }),
  ]);
}

function ownSentences(text: string): string {
  return text
    .split(/(?<=[。；\n])/)
    .filter((sentence) => !OF_ANOTHER_SUIT.test(sentence))
    .join('');
}

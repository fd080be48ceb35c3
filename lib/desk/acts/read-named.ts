import { stateOf, statesIn } from '../states.ts';
import type { Named, Place, Reading } from './act-reading.ts';
import { addFact } from './add-fact.ts';
import { articlesIn, withoutPaper, withoutPart } from './follow-ups.ts';
import { listsOf, statesOfTreaty } from './names/act-lists.ts';
import type { ActName } from './names/act-names.ts';
import { isInPlan, isOfPlan } from './names/plans.ts';
import { isForce, stepOf } from './steps/act-day.ts';
import { stepBefore } from './steps/steps-before.ts';
import {
  adoptsAmendment,
  afterOtherVerb,
  amendedBefore,
  amendsBill,
  hasStart,
  isAside,
  isChanged,
  isMeans,
  isOfCompany,
  isOfYear,
  isOpenDraft,
  isOtherPaper,
  toldAfter,
  wordsBefore,
} from './told.ts';

/** Reads a clause that names acts. @returns the last act that it names */
export function readNamed(
  names: readonly ActName[],
  place: Place,
  reading: Reading,
): Named | undefined {
  const { clause, sentence } = place;
  if (isOfCompany(clause)) return undefined;
  let subject: Named | undefined;
  for (const group of listsOf(names, clause)) {
    const [first] = group;
    const last = group.at(-1);
    if (first === undefined || last === undefined) continue;
    const acts = group.map((name): Named => ({ ...name, state: stateOfAct(name, place, reading) }));
    reading.named.push(...acts);
    subject = acts.at(-1);
    reading.group = acts;
    const [from, to] = [first.start - clause.start, last.end - clause.start];
    const next = names.find(({ start }) => start >= last.end)?.start ?? clause.end;
    const beforeWords = wordsBefore(clause, from, place.previous);
    const words = clause.masked.slice(to, next - clause.start);
    const rest = withoutPart(withoutPaper(words));
    const before = isMeans(words) || isOtherPaper(words) ? undefined : stepBefore(beforeWords);
    const after = toldAfter(beforeWords, words, rest);
    const isUntold = before === undefined && after.length === 0;
    if (isUntold && isAside(beforeWords) && !isChanged(words)) subject = undefined;
    const isRelative = /(?:发布|印发|公布|出台|颁布|通过|签署|制定|下发|施行|实施|生效)的$/u.test(
      beforeWords,
    );
    for (const act of acts) {
      const isBackground = isRelative && after.length === 0;
      const isListed = isInPlan(beforeWords, clause, sentence, reading.input);
      if (isUntold && (isListed || isOfPlan(words, sentence)))
        addFact(act, { step: 'proposed', to: from }, place, reading);
      if (isUntold && isOpenDraft(act, clause, reading.input.text))
        addFact(act, { step: 'consultation', to: from }, place, reading);
      const amended = isUntold ? amendedBefore(act, beforeWords, place.previous) : undefined;
      if (amended !== undefined && place.previous !== undefined)
        addFact(
          act,
          { step: 'deliberation', to: amended },
          { ...place, clause: place.previous },
          reading,
        );
      if (before !== undefined)
        addFact(
          act,
          {
            step:
              isListed && before.step === 'deliberation'
                ? 'proposed'
                : amendsBill(act, words) && before.step === 'adopted'
                  ? 'deliberation'
                  : stepOf(before.step, act, clause, sentence),
            from: afterOtherVerb(beforeWords, before.at),
            to: Math.min(before.at, from),
            isBackground,
          },
          place,
          reading,
        );
      for (const { step: told, at } of after) {
        const isPart = rest !== withoutPaper(words);
        if (isPart && told === 'repealed') continue;
        const whole = told === 'adopted' && adoptsAmendment(act, words) ? 'deliberation' : told;
        const step = stepOf(
          isPart && told === 'in force' ? 'partly in force' : whole,
          act,
          clause,
          sentence,
        );
        const end = to + at + words.length - rest.length;
        const part = isPart ? articlesIn({ masked: words }) : undefined;
        const isAfter = isForce(step)
          ? !hasStart(beforeWords)
          : isRelative || isOfYear(beforeWords);
        const start = isAfter ? to : 0;
        addFact(act, { step, from: start, to: end, part }, place, reading);
      }
    }
  }
  return subject;
}

/** An act that an international organisation publishes belongs to no state. */
const INTERNATIONAL =
  /国际标准化组织|国际电工委员会|国际电信联盟|世界知识产权组织|世界贸易组织|世贸组织|联合国|教科文组织|(?<![A-Z])(?:ISO|IEC|WIPO|WTO|ITU)(?![A-Z])/u;

/** Words of the gazette of Taiwan. */
const OF_TAIWAN = /预告(?:订定|修正|修订|制定)|令(?:修正|制定)公布|公告订定/u;

/** 在斯特拉斯堡全会上: where a house meets is not its state. */
const VENUE = /在[\p{Script=Han}]{2,6}?(?=全会|全体会议|会议|召开|举行|开会)/gu;

function stateOfAct(
  name: ActName,
  { clause, sentence }: Place,
  reading: Reading,
): string | undefined {
  if (/^欧洲(?!专利公约|人权公约)/u.test(name.name)) return '欧盟';
  if (name.type === 'treaty') {
    // The other party of 访问越南，并与该国……签署 stands in the clause before.
    const isWith = /^(?:并|还|又|随后|会上|会后|当天|同日){0,2}(?:与|同|和)/u.test(clause.masked);
    const own = isWith ? undefined : statesOfTreaty(`${name.name}${clause.text}`, name.name);
    return (
      own ?? statesOfTreaty(`${name.name}${sentence.text.slice(0, clause.end - sentence.start)}`)
    );
  }
  // 香港《……条例》: the words right before the name say whose it is.
  const before = clause.text.slice(0, name.start - clause.start);
  const [, region] = /(香港|澳门|台湾)(?:特区|地区|现行|的|新)?$/u.exec(before) ?? [];
  if (region !== undefined) return `中国${region}`;
  // Hong Kong and Macau have a 立法会, and their papers do not say of which place it is.
  if (/立法会/u.test(clause.text) && statesIn(clause.text).length === 0)
    return /澳门/u.test(reading.input.title + reading.input.text) ? '中国澳门' : '中国香港';
  if (OF_TAIWAN.test(clause.masked)) return '中国台湾';
  const state = stateOf([name.name, clause.text.replace(VENUE, ''), sentence.text]);
  return state ?? (INTERNATIONAL.test(clause.text) ? undefined : reading.stateOfItem());
}

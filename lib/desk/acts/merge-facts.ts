import type { ActFact } from '../facts.ts';

/** The name in a title may be short: 深圳数据产权条例 is 深圳经济特区数据产权登记条例 of the text. */
export function withFullNames(facts: readonly ActFact[]): ActFact[] {
  const inText = new Set(
    facts.filter(({ clause }) => clause?.part === 'text').map(({ name }) => name),
  );
  const named = facts.map((fact) => {
    if (fact.clause?.part === 'text' || inText.has(fact.name)) return fact;
    const full =
      [...inText].find((name) => isShortened(fact.name.replace(fact.state ?? '', ''), name)) ??
      onlyOne(fact, facts);
    return full === undefined ? fact : { ...fact, name: full };
  });
  return withoutHeadlines(named);
}

/** 条例出台 in a title is no publication, if the text tells what was done: it was adopted. */
function withoutHeadlines(facts: readonly ActFact[]): ActFact[] {
  const told = new Set(
    facts.flatMap(({ name, clause }) => (clause?.part === 'text' ? [name] : [])),
  );
  return facts.filter(
    ({ name, step, day, clause }) =>
      clause?.part === 'text' ||
      (step !== 'published' && step !== 'draft') ||
      day !== undefined ||
      !told.has(name),
  );
}

/** The only act of the text of which the same is told: 与某国的版权协定 is 《某国与某国版权互认协定》. */
function onlyOne({ name, type, step }: ActFact, facts: readonly ActFact[]): string | undefined {
  const names = new Set(
    facts.flatMap((fact) => {
      const isAlike = fact.clause?.part === 'text' && fact.type === type && fact.step === step;
      return isAlike && kindOf(fact.name) === kindOf(name) ? [fact.name] : [];
    }),
  );
  const [only] = names;
  return names.size === 1 ? only : undefined;
}

/** The kind of an act, by the last character of its name. A bill (法案) counts as a law (法). */
function kindOf(name: string): string {
  return name.replace(/法案$/u, '法').slice(-1);
}

/** Whether a name holds only characters of a longer one, in its order, and ends as it does. */
function isShortened(short: string, full: string): boolean {
  // 新闻议价激励法 is 新闻议价激励法案, 省级条例 that of the province.
  if (full.endsWith('法案') && short.endsWith('法'))
    return isShortened(`${short}案`, full) || full === `${short}案`;
  if (short.length >= full.length || short.slice(-2) !== full.slice(-2)) return false;
  let at = 0;
  const bare = short.replace(/^(省|市)级/u, '$1');
  for (const char of full) if (char === bare.charAt(at)) at += 1;
  return at === bare.length;
}

/** Each step of an act once. A step with a day replaces one without or of its month only; two days are two steps. */
export function withoutRepeats(read: readonly ActFact[]): ActFact[] {
  const facts = read.map((fact, at) =>
    fact.step === 'repealed' ? withDayOfSuccessor(fact, read, at) : fact,
  );
  const dated = new Set(
    facts.flatMap((fact) =>
      fact.day === undefined ? [] : [stepIn(fact), `${stepIn(fact)} in ${fact.day.slice(0, -3)}`],
    ),
  );
  const found = new Map<string, ActFact>();
  for (const fact of facts) {
    const undated = stepIn(fact);
    if (fact.day === undefined && dated.has(undated)) continue;
    // 5月起施行 in the title is 5月1日 of the text.
    if (dated.has(`${undated} in ${fact.day}`)) continue;
    const key = `${undated} ${fact.day ?? ''}`;
    if (!found.has(key)) found.set(key, fact);
  }
  return [...found.values()];
}

/** Two states may have laws of one name: 《著作权法》. */
function stepIn({ name, type, state, step }: ActFact): string {
  return `${name} ${type === 'law' ? state : ''} ${step}`;
}

/** 《……》同时废止: an act is repealed on the day on which the new one of the item applies. */
function withDayOfSuccessor(fact: ActFact, facts: readonly ActFact[], at: number): ActFact {
  const successor = facts.find(
    ({ name, step, day }, place) =>
      name !== fact.name &&
      step === 'in force' &&
      day !== undefined &&
      (place < at || fact.day === undefined),
  );
  return successor?.day === undefined ? fact : { ...fact, day: successor.day };
}

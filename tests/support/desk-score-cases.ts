import type { CaseFact } from '#lib/desk/facts.ts';
import { caseSums } from '#lib/desk/words.ts';
import type { CaseLabel, LabelledItem } from './desk-labels.ts';
import { isNamed, plain, splitStep, type Tally } from './desk-tally.ts';

/** Compares the cases that were read in an item with those that the reader lists. */
export function scoreCases(
  tally: Tally,
  at: string,
  read: readonly CaseFact[],
  item: LabelledItem,
): void {
  const open = [...item.cases];
  const pairs = read.map((fact) => {
    const best = open
      .map((label) => ({ label, likeness: likeness(fact, label) }))
      .sort((a, b) => b.likeness - a.likeness)[0];
    const isOnly = read.length === 1 && item.cases.length === 1;
    if (best === undefined || (best.likeness <= 0 && !isOnly)) return { fact, label: undefined };
    open.splice(open.indexOf(best.label), 1);
    return { fact, label: best.label };
  });
  for (const { fact, label } of pairs) {
    const allowed = item.maybe.cases.filter(
      (maybe) => label !== undefined || likeness(fact, maybe) > 0 || item.cases.length === 0,
    );
    if (label === undefined && allowed.length > 0) continue;
    scoreCase(
      tally,
      at,
      factsOfCase(fact),
      label === undefined ? [] : factsOfLabel(label),
      allowed.flatMap(factsOfLabel),
    );
  }
  for (const label of open) scoreCase(tally, at, [], factsOfLabel(label), []);
}

/** One thing that is said of a case. */
type CaseFactLine = { kind: string; value: string };

function scoreCase(
  tally: Tally,
  at: string,
  read: readonly CaseFactLine[],
  labels: readonly CaseFactLine[],
  allowed: readonly CaseFactLine[],
): void {
  tally.compare(
    read,
    labels,
    allowed,
    (a, b) => {
      if (a.kind !== b.kind) return false;
      if (a.kind === '步骤' || a.kind === '日期') return a.value === b.value;
      if (a.kind === '法域') return b.value.split(' | ').includes(a.value);
      if (a.kind === '金额') return isSum(a.value, b.value);
      if (a.kind === '法院')
        return b.value.split('|').some((name) => court(a.value) === court(name));
      return isNamed(a.value, b.value, 3);
    },
    ({ kind, value }) => `${at}: ${kind} ${value}`,
  );
}

function factsOfCase(fact: CaseFact): CaseFactLine[] {
  const line = (kind: string) => (value: string) => ({ kind, value });
  return [
    ...(fact.name === undefined ? [] : [line('名称')(fact.name)]),
    ...fact.plaintiffs.map(line('原告')),
    ...fact.defendants.map(line('被告')),
    ...fact.courts.map(line('法院')),
    ...fact.numbers.map(line('案号')),
    ...(fact.state === undefined ? [] : [line('法域')(fact.state)]),
    ...fact.steps.map(({ step }) => line('步骤')(step)),
    ...fact.steps.flatMap(({ step, day }) =>
      day === undefined ? [] : [line('日期')(`${step} ${day}`)],
    ),
    ...fact.sums.map(({ role, words }) => line('金额')(`${caseSums[role]} ${words}`)),
    ...fact.sentences.map(({ words }) => line('刑期')(words)),
  ];
}

function factsOfLabel(label: CaseLabel): CaseFactLine[] {
  const line = (kind: string) => (value: string) => ({ kind, value });
  const steps = label.steps.map(splitStep);
  return [
    ...(label.name === undefined || !/[“"]/.test(label.name) ? [] : [line('名称')(label.name)]),
    ...label.plaintiffs.map(line('原告')),
    ...label.defendants.map(line('被告')),
    ...label.courts.map(line('法院')),
    ...label.numbers.map(line('案号')),
    ...(label.of === undefined ? [] : [line('法域')(label.of)]),
    ...steps.map(({ step }) => line('步骤')(step)),
    ...steps.flatMap(({ step, day }) =>
      day === undefined ? [] : [line('日期')(`${step} ${day}`)],
    ),
    ...label.sums.map(line('金额')),
    ...label.sentences.map(line('刑期')),
  ];
}

/** Whether two sums have one role and one amount: 索赔 新臺幣2,000萬元 and 索赔 2000万元. */
function isSum(read: string, label: string): boolean {
  const [role = ''] = label.split(' ');
  const amount = (words: string) =>
    plain(words).replace(/^(?:新台币|港币|人民币|共计|约|近|逾)/, '');
  return (
    read.startsWith(`${role} `) &&
    label
      .slice(role.length)
      .split('|')
      .some((words) => amount(words) === amount(read.slice(role.length)))
  );
}

/** The name of a court without what reports leave out: 美国, 联邦, 地区, the city before a district. */
function court(name: string): string {
  return plain(name)
    .replace(/^(?:美国|英国|德国|法国|日本|韩国|印度|加拿大|澳大利亚|荷兰|新加坡|中国)(?=.{4})/, '')
    .replace(/联邦|地区|知识产权法庭$/g, '')
    .replace(/^.*市(?=.*[区县]人民法院)/, '');
}

/** How much a case that was read and a labelled one have in common. */
function likeness(fact: CaseFact, label: CaseLabel): number {
  const common = (read: readonly string[], labels: readonly string[]) =>
    read.filter((name) => labels.some((other) => isNamed(name, other, 6))).length;
  return (
    (fact.name !== undefined && label.name !== undefined && isNamed(fact.name, label.name)
      ? 4
      : 0) +
    common(fact.numbers, label.numbers) * 4 +
    common(fact.plaintiffs, label.plaintiffs) * 2 +
    common(fact.defendants, label.defendants) * 2 +
    common(fact.courts, label.courts)
  );
}

import type { Reference, Span, WithReferences } from '#lib/references/reference.ts';
import type { NamedAct } from './facts.ts';

/** Reads the acts that an item names, each once. The first stage that the title or the text gives counts. */
export function readActs(item: WithReferences): NamedAct[] {
  const named = new Map<string, NamedAct>();
  let last: { act: NamedAct; span: Span } | undefined;
  for (const reference of item.references) {
    const { span } = reference;
    const read = actIn(amendedBy(reference, item) ?? reference, reference);
    if (read !== undefined) {
      const act = named.get(read.name) ?? read;
      act.stage ??= read.stage;
      named.set(act.name, act);
      last = { act, span };
    } else if (reference.kind === 'date' && isStart(reference.role)) {
      if (last !== undefined && isForWhole(item, last.span, span))
        last.act.appliesFrom ??= reference.from;
    }
  }
  return [...named.values()];
}

/** @param staged the reference whose stage counts: the act itself, or the decision that amends it */
function actIn(reference: Reference, staged: Reference): NamedAct | undefined {
  if (reference.kind !== 'document' || staged.kind !== 'document') return undefined;
  const { name, type } = reference;
  if (type === 'report' || type === 'work') return undefined;
  return { name, type, stage: staged.stage, appliesFrom: undefined };
}

const AMENDS = /^关于修[改订正].+的决定$/u;

/** The act that a decision amends. In 《关于修改〈专利法〉的决定》通过, the stage is that of 专利法. */
function amendedBy(decision: Reference, { references }: WithReferences): Reference | undefined {
  if (decision.kind !== 'document' || !AMENDS.test(decision.name)) return undefined;
  const { part, start, end } = decision.span;
  return references.find(
    ({ kind, span }) =>
      kind === 'document' && span.part === part && span.start > start && span.end < end,
  );
}

/** Whether a day is for the whole act before it. In 《人工智能法案》有关条款8月2日起实施 it is only for a part. */
function isForWhole(item: WithReferences, act: Span, day: Span): boolean {
  if (act.part !== day.part) return true;
  const between = item[act.part].slice(act.end, day.start);
  return !/条款|第[\d一二三四五六七八九十百、至]+[条章]/u.test(between);
}

function isStart(role: string): boolean {
  return role === 'applies from' || role === 'in force';
}

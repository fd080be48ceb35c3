import { z } from 'zod';
import {
  aboutList,
  label,
  listedItems,
  named,
  partialDate,
  report,
  stepOf,
  told,
} from './schema-parts.ts';

/*
 * The lists of laws, cases and events, from which the published schemas are made. Fields may be added but never
 * removed or changed, so that a program that reads a list today can read those of later years.
 */

const actStep = stepOf([
  'proposed',
  'draft',
  'consultation',
  'deliberation',
  'adopted',
  'signed',
  'approved',
  'published',
  'partly in force',
  'in force',
  'repealed',
]);

const act = named.extend({
  type: z.enum(['law', 'regulation', 'interpretation', 'policy', 'standard', 'treaty']),
  typeLabel: label,
  state: z.string().optional().describe('the state or the union whose act it is'),
  stage: actStep.shape.step.describe('where it stands on the day of the newest issue'),
  stageLabel: label,
  steps: z.array(actStep).min(1),
  ...listedItems.shape,
});

export const lawsSchema = aboutList.extend({
  laws: z.array(act).describe('those that were last in the news come first'),
});
export type LawsJson = z.infer<typeof lawsSchema>;

const caseStep = stepOf([
  'suit filed',
  'indicted',
  'accepted by the court',
  'hearing',
  'preliminary injunction',
  'injunction denied',
  'ruling',
  'first-instance judgment',
  'judgment',
  'appeal judgment',
  'affirmed on appeal',
  'changed on appeal',
  'remanded',
  'retrial judgment',
  'final judgment',
  'effective',
  'settlement awaiting approval',
  'settled',
  'withdrawn',
  'enforced',
]);

const sum = report.extend({
  role: z.enum(['claim', 'award', 'fine', 'settlement']),
  roleLabel: label,
  amount: z.number(),
  currency: z.string().describe('ISO 4217'),
  words: z.string().describe('the sum as the item writes it'),
});

const names = z.array(z.string());

const oneCase = named.extend({
  plaintiffs: names,
  defendants: names.describe('the accused too'),
  state: z.string().optional().describe('the state whose courts hear it'),
  courts: names,
  numbers: names.describe('case numbers, in the form of the courts'),
  sums: z.array(sum),
  sentences: names.describe('prison terms, in the words of the items'),
  steps: z.array(caseStep).min(1),
  ...listedItems.shape,
});

export const casesSchema = aboutList.extend({
  cases: z.array(oneCase).describe('those that were last in the news come first'),
});
export type CasesJson = z.infer<typeof casesSchema>;

const event = named.extend({
  id: z.string().describe('its UID in the calendar files'),
  kind: z.enum(['event', 'campaign', 'deadline', 'in force', 'hearing']),
  kindLabel: label,
  from: partialDate.optional().describe('left out where it is not known, and for a deadline'),
  to: partialDate.optional().describe('left out where it is not known; for a single day as `from`'),
  yearBasis: z
    .enum(['written', 'word', 'ahead', 'past', 'nearest'])
    .describe('whether the item writes the year or a word for it; the others are inferred'),
  yearNote: z.string().optional().describe('how the year was inferred'),
  ...told.shape,
});

export const eventsSchema = aboutList.extend({
  events: z.array(event).describe('in the order of their first days'),
});
export type EventsJson = z.infer<typeof eventsSchema>;

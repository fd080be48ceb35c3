import { z } from 'zod';
import type {
  CaseCorrection,
  DeskEntry,
  ItemCorrection,
  JoinEntry,
} from '#lib/desk/corrections/desk-entry.ts';
import { fold } from '#lib/site/fold.ts';
import { isDecodable } from '#lib/site/redirects.ts';
import { type Diagnostics, firstOccurrence } from '../faults/diagnostics.ts';
import type { TextFile } from '../text-file.ts';
import { YamlFile } from '../yaml/yaml-file.ts';
import { actStep, actType, caseNumber, caseStep, caseSum, days, eventKind } from './desk-fields.ts';
import { permalink, text } from './fields.ts';

/** A name in the lists. The marks of a title, 《》, may stand around it. */
const listedName = text.max(120).transform((name) => /^《([^《》]+)》$/u.exec(name)?.[1] ?? name);
const was = listedName.optional().describe('不改时列出的名称，改名时写');
const state = text.max(60).optional().describe('国家、地区或欧盟');

const lawSchema = z.strictObject({
  name: listedName.describe('法规的名称，不用书名号'),
  was,
  of: state,
  kind: actType.optional().describe('法律、法规与规章、司法解释、政策文件、标准与指南、条约与协定'),
  steps: z
    .array(actStep)
    .optional()
    .describe('经过，如 通过 2025-06-27；写了就代替读出的全部经过，[] 表示只是提到'),
});

const caseSchema = z
  .strictObject({
    name: listedName.optional().describe('案件的名称；不写就用“甲诉乙案”'),
    was,
    plaintiffs: z.array(text).optional().describe('原告'),
    defendants: z.array(text).optional().describe('被告、被告人'),
    courts: z.array(text).optional().describe('审理的法院'),
    of: state,
    numbers: z.array(caseNumber).optional().describe('案号'),
    steps: z.array(caseStep).optional().describe('经过，如 一审 2025-06-23'),
    sums: z.array(caseSum).optional().describe('金额，如 判赔 15亿美元'),
    sentences: z.array(text).optional().describe('刑期'),
  })
  .refine(hasIdentity, 'expected was, name, plaintiffs, defendants or numbers: which case it is');

function hasIdentity({ was, name, plaintiffs, defendants, numbers }: CaseCorrection): boolean {
  return [was, name, plaintiffs?.[0], defendants?.[0], numbers?.[0]].some((each) => each);
}

const eventSchema = z.strictObject({
  name: listedName.describe('活动、纪念日等的名称'),
  was,
  kind: eventKind.optional().describe('活动、期间、截止、施行、开庭；不写就是活动'),
  days: days
    .optional()
    .describe(
      '一天 2025-04-26，起止 2025-05..2025-11，没有结束日的 2025-09..，没有开始日的 ..2025-05-04',
    ),
});

const itemSchema = z.strictObject({
  item: permalink.describe('条目的永久链接，如 /issues/2025-03-31/k3x9qa；一个条目只写一项'),
  laws: z.array(lawSchema).default([]).describe('法规'),
  cases: z.array(caseSchema).default([]).describe('案件'),
  events: z.array(eventSchema).default([]).describe('日程'),
  hide: z.array(listedName).default([]).describe('不列出的法规、案件、日程，写列出的名称'),
  apart: z.boolean().default(false).describe('这一条报道的案件另成一案，不并到更早的案件里'),
}) satisfies z.ZodType<ItemCorrection>;

/** The address of the page of a law or a case, with or without the address of the site before it. */
const PAGE = /^(?:https?:\/\/[^/\s]+)?\/(laws|cases)\/([^/\s?#]+)$/;
const ADDRESS = 'expected addresses of laws, or of cases, such as /cases/2025-03-31-k3x9qa';

const joinSchema = z
  .strictObject({
    join: z
      .array(z.string(ADDRESS).regex(PAGE, ADDRESS).refine(isDecodable, ADDRESS))
      .min(1, ADDRESS)
      .transform((addresses, context): JoinEntry['join'] => {
        const pages = addresses.map((address) => PAGE.exec(address) ?? []);
        const ids = [...new Set(pages.map(([, , id = '']) => decodeURIComponent(id)))];
        const [list, other] = new Set(pages.map(([, each]) => each));
        if (other === undefined && (list === 'laws' || list === 'cases')) return { list, ids };
        context.addIssue(ADDRESS);
        return z.NEVER;
      })
      .describe('同一法规或同一案件的网页地址，并成最早的一个'),
    name: listedName.optional().describe('名称；只改名称时 join 里写一个地址'),
  })
  .refine(({ join, name }) => join.ids.length > 1 || name !== undefined, {
    error: 'expected a second address, or a name for the first',
    // An address with a fault has left `join` without a value.
    when: ({ issues }) => issues.length === 0,
  });

/** What `desk.yml` may contain. */
export const deskSchema = z.array(z.union([itemSchema, joinSchema]));

/** Reads the value of one correction of an item, as it stands in `desk.yml` under laws, cases or events. */
export const correctionSchemas = { laws: lawSchema, cases: caseSchema, events: eventSchema };

/** Reads `desk.yml`, which may be missing. Entries with a fault are left out. */
export function readDeskEntries(file: TextFile | undefined): {
  value: DeskEntry[];
  diagnostics: Diagnostics;
} {
  const yaml = YamlFile.open(file ?? { path: 'desk.yml', text: '' }, 'desk.yml');
  const value: DeskEntry[] = [];
  const firstPlaces = new Map<string, (string | number)[]>();
  for (let index = 0; index < yaml.listLength; index += 1) {
    const isJoin = yaml.has([index, 'join']);
    const entry = yaml.check<DeskEntry>([index], isJoin ? joinSchema : itemSchema);
    if (entry === undefined) continue;
    const named = namesIn(entry).map(({ name, shown, at }) => {
      const place = [index, ...at];
      const first = firstPlaces.get(name);
      firstPlaces.set(name, first ?? place);
      return { shown, place, first };
    });
    const repeated = named.filter(({ first }) => first !== undefined);
    for (const { shown, place, first = [] } of repeated) {
      const cause = firstOccurrence(yaml.path, 'first here', yaml.pointOf(first));
      yaml.report(
        'registry-invalid',
        `Unexpected second \`${shown}\`, expected it once`,
        place,
        cause,
      );
    }
    const torn = hiddenAndCorrected(entry);
    for (const at of torn)
      yaml.report(
        'registry-invalid',
        'Unexpected name under hide that is also corrected in this entry, expected one of the two',
        [index, 'hide', at],
      );
    if (repeated.length + torn.length === 0) value.push(entry);
  }
  return { value, diagnostics: yaml.diagnostics };
}

/** What no two entries may speak of: an item, or the page of a law or a case. `at` is the place in the entry. */
function namesIn(entry: DeskEntry): { name: string; shown: string; at: (string | number)[] }[] {
  if ('item' in entry) return [{ name: entry.item, shown: entry.item, at: ['item'] }];
  const { list, ids } = entry.join;
  return ids.map((id, at) => ({
    name: `${list} ${id}`,
    shown: `/${list}/${id}`,
    at: ['join', at],
  }));
}

/** The positions of names under `hide` that the entry corrects too. */
function hiddenAndCorrected(entry: DeskEntry): number[] {
  if (!('item' in entry)) return [];
  const { laws, cases, events, hide } = entry;
  const corrected = new Set(
    [...laws, ...cases, ...events].flatMap(({ name }) => (name === undefined ? [] : fold(name))),
  );
  return hide.flatMap((name, at) => (corrected.has(fold(name)) ? at : []));
}

import { parse, stringify, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { correctionSchemas } from '#lib/content/registries/desk.ts';
import { lowerFirst } from '#lib/content/yaml/read-yaml.ts';
import type { Listed } from '#lib/desk/listed.ts';

/** A correction as `desk.yml` has it. */
export type WrittenCorrection = Record<string, string | string[]>;

/** What is listed as one line of YAML, which an editor changes: `{ name: 数据法, steps: [ 通过 2025-06-27 ] }`. */
export function writeLine({ written }: Listed): string {
  return stringify(written, { collectionStyle: 'flow', lineWidth: 0 }).trimEnd();
}

const lineSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/**
 * Reads the line that an editor made of `writeLine`: only what she changed, and what tells what it is about.
 * `correction` is `undefined` where she changed nothing.
 * @returns a fault in one sentence where the line cannot be read
 */
export function readLine(
  listed: Listed,
  line: string,
): { correction: WrittenCorrection | undefined } | { fault: string } {
  const fields = parseLine(line);
  if (typeof fields === 'string') return { fault: fields };
  const checked = correctionSchemas[listed.list].safeParse({ was: listed.name, ...fields });
  const [issue] = checked.error?.issues ?? [];
  if (issue !== undefined) {
    const at = issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
    return { fault: `${at}${lowerFirst(issue.message)}` };
  }
  const changes = Object.entries({ ...emptied(listed, fields), ...fields }).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(listed.written[name]),
  );
  if (changes.length === 0) return { correction: undefined };
  const name = typeof fields.name === 'string' ? fields.name : undefined;
  return {
    correction: {
      ...(name === undefined ? {} : { name }),
      ...(name === listed.name ? {} : { was: listed.name }),
      ...Object.fromEntries(changes.filter(([field]) => field !== 'name')),
    },
  };
}

/** The lists that an editor took out of the line. */
function emptied({ written }: Listed, fields: WrittenCorrection): WrittenCorrection {
  const lost = Object.entries(written).filter(
    ([name, value]) => typeof value !== 'string' && fields[name] === undefined,
  );
  return Object.fromEntries(lost.map(([name]) => [name, []]));
}

function parseLine(line: string): WrittenCorrection | string {
  try {
    // All values are texts: a year alone is no number here.
    const fields = lineSchema.safeParse(parse(line, { schema: 'failsafe' }));
    return fields.success
      ? fields.data
      : 'expected one line such as { name: 某法, steps: [通过 2025-06-27] }';
  } catch (error) {
    if (error instanceof YAMLParseError)
      return lowerFirst(error.message.split('\n')[0] ?? '').replace(/:$/, '');
    throw error;
  }
}

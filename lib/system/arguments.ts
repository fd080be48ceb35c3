import { type ParseArgsConfig, parseArgs } from 'node:util';
import { Failure } from './failure.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** What stands behind a command's name: its options by name, and the other words in their order. */
export type Arguments = { values: Record<string, string | boolean | undefined>; words: string[] };

/**
 * Reads the arguments of a command; with `--help` prints its usage instead.
 * @param most how many words it takes besides its options
 * @returns `undefined` when the usage was printed and there is nothing left to do
 * @throws Failure for an option or a word that the command does not take, or an option that npm took
 */
export function readArguments(
  args: string[],
  usage: string,
  options: Options,
  most: number,
): Arguments | undefined {
  const { values, positionals } = parse(args, usage, options);
  if (values.help === true) {
    console.log(usage);
    return undefined;
  }
  for (const name of Object.keys(options)) if (values[name] === undefined) refuseKeptByNpm(name);
  if (positionals.length > most) {
    throw new Failure(`Unexpected "${positionals[most]}".\n\n${usage}`, 2);
  }
  return { values, words: positionals };
}

/** What stands before `--` npm keeps to itself, in a variable: without its --dry-run a command would write. */
function refuseKeptByNpm(name: string): void {
  if (!process.env[`npm_config_${name.replaceAll('-', '_')}`]) return;
  const command = process.env.npm_lifecycle_event ?? '…';
  throw new Failure(
    `--${name} went to npm and not to the command: npm run ${command} -- --${name}, behind two hyphens.`,
    2,
  );
}

function parse(
  args: string[],
  usage: string,
  options: Options,
): { values: Arguments['values']; positionals: string[] } {
  try {
    const all = { ...options, help: { type: 'boolean' as const, short: 'h' } };
    const { values, positionals } = parseArgs({ args, options: all, allowPositionals: true });
    // No option of ours takes several values.
    const single = Object.entries(values).map(([name, value]) => [name, [value].flat().at(-1)]);
    return { values: Object.fromEntries(single), positionals };
  } catch (error) {
    // Node's own sentence for an unknown option or a value that is wanting.
    if (error instanceof TypeError) throw new Failure(`${error.message}\n\n${usage}`, 2);
    throw error;
  }
}

import { type ParseArgsConfig, parseArgs } from 'node:util';
import { Failure } from './failure.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** The arguments of a command: its options by name, and the other words in their order. */
export type Arguments = { values: Record<string, string | boolean | undefined>; words: string[] };

/**
 * Reads the arguments of a command. With `--help` it prints the usage instead.
 * @param most the most words that the command takes besides its options
 * @returns `undefined` when the usage was printed and there is nothing left to do
 * @throws Failure for an option or a word that the command does not take, and for an option that went to npm
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
  for (const name of Object.keys(options)) if (values[name] === undefined) refuseIfNpmTookIt(name);
  if (positionals.length > most) {
    throw new Failure(`Unexpected "${positionals[most]}".\n\n${usage}`, 2);
  }
  return { values, words: positionals };
}

/** A whole number from the command line. @throws Failure for another text, and below `least` */
export function readNumber(
  values: Arguments['values'],
  name: string,
  usual: number,
  least: number,
): number {
  const value = values[name];
  if (value === undefined) return usual;
  const number = Number(value);
  if (/^\d+$/.test(String(value)) && number >= least) return number;
  throw new Failure(
    `Unexpected --${name} "${value}", expected a whole number of ${least} or more.`,
    2,
  );
}

/**
 * npm takes options before `--` for its own, and sets a variable for each. A command that went on without its
 * `--dry-run` would write files.
 */
function refuseIfNpmTookIt(name: string): void {
  if (!process.env[`npm_config_${name.replaceAll('-', '_')}`]) return;
  const command = process.env.npm_lifecycle_event ?? '…';
  throw new Failure(
    `--${name} went to npm and not to the command. Write two hyphens before it: npm run ${command} -- --${name}`,
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
    // The message is Node's, for an unknown option or a missing value.
    if (error instanceof TypeError) throw new Failure(`${error.message}\n\n${usage}`, 2);
    throw error;
  }
}

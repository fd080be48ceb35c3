import { contentFolder } from '#lib/content/archive.ts';
import { Failure } from '#lib/site/failure.ts';
import { type Arguments, readArguments } from './arguments.ts';
import { type CheckOptions, checkContent } from './check.ts';
import { type Format, formats } from './report.ts';

const USAGE = `Usage: npm run check -- [FILE…] [--format text|json|github] [--strict] [--since WHAT]

Tells every fault in the content folder, or in the issues that are named, each with its place.
  --format  text for people, json for programs, github for the annotations of a workflow
  --strict  warnings count as errors
  --since   what was public before and must not be lost: a sitemap's file or address, or a git revision
Exit code: 1 when there is an error.`;

const OPTIONS = {
  format: { type: 'string' },
  strict: { type: 'boolean' },
  since: { type: 'string' },
} as const;

/** `npm run check` */
export async function run(args: string[]): Promise<void> {
  const read = readArguments(args, USAGE, OPTIONS, Number.POSITIVE_INFINITY);
  if (read === undefined) return;
  const { report, errors } = await checkContent(contentFolder(), optionsOf(read));
  console.log(report);
  if (errors > 0) process.exitCode = 1;
}

function optionsOf({ values, words }: Arguments): CheckOptions {
  const { since } = values;
  const options = {
    files: words,
    format: readFormat(values.format),
    strict: values.strict === true,
  };
  return typeof since === 'string' ? { ...options, since } : options;
}

function readFormat(value: string | boolean | undefined): Format {
  const format = formats.find((each) => each === (value ?? 'text'));
  if (format !== undefined) return format;
  throw new Failure(`Unexpected format "${value}", expected one of ${formats.join(', ')}.`, 2);
}

import type { Arguments } from '#lib/system/arguments.ts';
import { Failure } from '#lib/system/failure.ts';

/** The address of a service from the command line. @throws Failure for what is no address */
export function readService(values: Arguments['values'], name: string): string | undefined {
  const value = values[name];
  if (value === undefined) return undefined;
  if (typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value)) return value;
  throw new Failure(`Unexpected --${name} "${value}", expected an address such as https://…`, 2);
}

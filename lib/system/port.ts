import { Failure } from './failure.ts';

const DEFAULT_PORT = 3000;

/** The port that `PORT` names, or 3000 without it. @throws Failure when it is no port */
export function readPort(value: string | undefined): number {
  if (value === undefined || value === '') return DEFAULT_PORT;
  const port = Number(value);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Failure(`PORT must be a number from 1 to 65535, and it is "${value}".`, 2);
}

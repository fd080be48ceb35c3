import { hasCode } from '#lib/system/failure.ts';
import type { Fetched } from '../ask-page.ts';
import { PrivateHost } from './public-address.ts';

/** An answer is larger than a page may be. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

type NoResponse = Exclude<Fetched, { kind: 'response' }>;

/** Why there is no answer. @throws what has nothing to do with the network */
export function faultOf(error: unknown): NoResponse {
  if (error instanceof PrivateHost) return { kind: 'none', why: 'private', again: false };
  if (error instanceof TooLarge) return { kind: 'none', why: 'too-large', again: false };
  // EAI_AGAIN: the name server did not answer, which says nothing about the host.
  if (hasCode(error, 'ENOTFOUND')) return { kind: 'no-host' };
  if (hasCode(error, 'EAI_AGAIN')) return { kind: 'none', why: 'dns', again: true };
  if (!(error instanceof Error && 'code' in error)) throw error;
  const code = String(error.code);
  if (code.startsWith('Z_') || code.startsWith('ERR__ERROR') || code.startsWith('HPE_'))
    return { kind: 'none', why: 'unreadable', again: false };
  if (/CERT|TLS|SSL|SIGNATURE|ALTNAME/.test(code))
    return { kind: 'none', why: 'certificate', again: false };
  return { kind: 'none', why: 'no-answer', again: true };
}

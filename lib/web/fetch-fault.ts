import type { FailedReason } from './fetch-answer.ts';
import { EncodingError, SizeError } from './read-body.ts';

/** Reasons by the codes of Node's errors (https://nodejs.org/api/errors.html, `tls`, `zlib`), or their beginnings. */
const REASONS: readonly [RegExp, FailedReason][] = [
  [/^(?:ENOTFOUND|EAI_|ENODATA|ESERVFAIL)/, 'unknown-host'],
  [/^(?:CERT_|ERR_TLS_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH)/, 'certificate'],
  [/^(?:Z_|ERR_BROTLI|ERR__ERROR_|ERR_PADDING)/, 'encoding'],
  [/^HPE_/, 'protocol'],
  [/^(?:E[A-Z]+|ERR_SSL_.*|EPROTO|ERR_STREAM_PREMATURE_CLOSE)$/, 'connection'],
];

/** Why a request failed; `undefined` for an error that neither the network nor the server causes. */
export function reasonOf(error: unknown): FailedReason | undefined {
  if (error instanceof SizeError) return 'size';
  if (error instanceof EncodingError) return 'encoding';
  if (!(error instanceof Error)) return undefined;
  if (!('code' in error)) return undefined;
  const code = String(error.code);
  return REASONS.find(([pattern]) => pattern.test(code))?.[1];
}

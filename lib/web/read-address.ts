import ipaddr from 'ipaddr.js';
import type { RefusedReason } from './fetch-answer.ts';
import { isPublicAddress } from './public-address.ts';

/** Names that never leave a machine or a home network (RFC 6761, 6762, 8375, 9476; ICANN's `internal`). */
const LOCAL_NAME = /(?:^|\.)(?:localhost|localdomain|local|internal|home\.arpa|lan|alt)$/;

/**
 * Reads an address that may be asked for. Numbers in any notation (2130706433, 0x7f.1, 0177.0.0.1) are read as browsers
 * read them (https://url.spec.whatwg.org/#host-parsing). What a name leads to is checked when it is looked up.
 */
export function readAddress(address: string, allowPrivate: boolean): URL | RefusedReason {
  if (!URL.canParse(address)) return 'malformed';
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'scheme';
  if (url.username !== '' || url.password !== '') return 'credentials';
  if (!allowPrivate && isPrivateHost(url.hostname)) return 'private';
  url.hash = '';
  return url;
}

function isPrivateHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (ipaddr.isValid(host)) return !isPublicAddress(host);
  // A name without a dot is one of the network here.
  return !host.includes('.') || LOCAL_NAME.test(host);
}

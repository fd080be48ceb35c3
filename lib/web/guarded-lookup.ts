import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** A name leads to an address that is not public. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
}

/**
 * A `lookup` for a connection that fails for names of private networks. The connection goes to the address that was
 * checked, so a name server that gives another address the next time (DNS rebinding) gains nothing.
 * @param lookup asks the name server
 */
export function guardLookup(lookup: LookupFunction = systemLookup): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, options, (error, found, family) => {
      if (error !== null) return callback(error, found, family);
      const addresses = typeof found === 'string' ? [found] : found.map(addressOf);
      // One private address among several is enough to refuse: which of them is used is not decided here.
      if (addresses.length > 0 && addresses.every(isPublicAddress))
        return callback(null, found, family);
      callback(new PrivateAddressError(`${hostname} is ${addresses.join(', ')}`), found, family);
    });
  };
}

function addressOf({ address }: LookupAddress): string {
  return address;
}

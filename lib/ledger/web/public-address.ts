import { type LookupAddress, lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Addresses that are no host's on the public internet: https://www.iana.org/assignments/iana-ipv4-special-registry. */
const PRIVATE_4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15'],
  ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
];
/** All that is outside 2000::/3 is not public; in it these are not, or they hold an IPv4 address. */
const PRIVATE_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const list = new BlockList();
for (const [family, ranges] of [
  ['ipv4', PRIVATE_4],
  ['ipv6', PRIVATE_6],
] as const)
  for (const range of ranges) {
    const [net = '', bits] = range.split('/');
    list.addSubnet(net, Number(bits), family);
  }
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');

/** A host is not on the public internet. */
export class PrivateHost extends Error {
  override readonly name = 'PrivateHost';
}

/** Whether an IP address is one of the public internet. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !list.check(address, 'ipv4');
  return isIP(address) === 6 && global6.check(address, 'ipv6') && !list.check(address, 'ipv6');
}

/** Looks a host up as Node does, and refuses one that has an address that is not public. */
export const lookUpPublic: LookupFunction = (host, options, callback) => {
  lookup(host, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    const [first] = addresses ?? [];
    if (error !== null || first === undefined) return callback(error, '');
    if (!addresses.every(({ address }) => isPublicAddress(address)))
      return callback(new PrivateHost(`${host} is not on the public internet`), '');
    if (options.all === true) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

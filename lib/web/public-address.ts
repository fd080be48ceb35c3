import ipaddr from 'ipaddr.js';

/** All that is given out to networks that the whole internet reaches (RFC 4291, 2.4; IANA). */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an IP address is one that the whole internet reaches: no loopback, private, link-local, shared, multicast or
 * reserved address, in IPv4, in IPv6, or as IPv4 inside IPv6.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // `process` reads an IPv4-mapped address (::ffff:127.0.0.1) as the IPv4 address in it.
  const ip = ipaddr.process(address);
  if (ip instanceof ipaddr.IPv4) return ip.range() === 'unicast';
  // NAT64 (RFC 6052): networks without IPv4 reach it through addresses that end in the IPv4 address.
  if (ip.range() === 'rfc6052') return isPublicAddress(ip.toByteArray().slice(12).join('.'));
  return ip.match(GLOBAL_UNICAST) && ip.range() === 'unicast';
}

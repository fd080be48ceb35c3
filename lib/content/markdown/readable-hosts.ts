import { isDecodable } from '#lib/site/redirects.ts';

/** The address of a link or picture whose host has an escape, in HTML that the sanitizer wrote. */
const ESCAPED_HOST = /(<a href="|<img src=")(https?:\/\/[^"/?#%]*%[^"]*)(?=")/g;
/** Escapes of characters past ASCII. */
const ESCAPES = /(?:%[89A-F][\dA-F])+/gi;

/**
 * HTML in which addresses with an international host, https://例子.中国/路径, stand with their letters. What writes
 * HTML escapes all that is not ASCII. But no host may hold an escape (https://url.spec.whatwg.org/#valid-host-string):
 * programs other than browsers do not find it, and a reader who copies the address cannot read it. Forms that take
 * ASCII alone, such as mail and e-books, translate the host.
 */
export function withReadableHosts(html: string): string {
  return html.replace(ESCAPED_HOST, (whole, before: string, address: string) => {
    const readable = address.replace(ESCAPES, (escapes) => {
      const letters = isDecodable(escapes) ? decodeURI(escapes) : '';
      return /^[\p{L}\p{N}\p{M}]+$/u.test(letters) ? letters : escapes;
    });
    return URL.canParse(readable) ? before + readable : whole;
  });
}

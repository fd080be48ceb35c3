import { isDecodable } from '#lib/site/redirects.ts';

/** The address of a link or picture whose host has an escape, in HTML that the sanitizer wrote. */
const ESCAPED_HOST = /(<a href="|<img src=")(https?:\/\/[^"/?#%]*%[^"]*)(?=")/g;
/** Escapes of characters that are not ASCII. */
const ESCAPES = /(?:%[89A-F][\dA-F])+/gi;

/**
 * Writes international hosts in their own letters, https://例子.中国/路径, in HTML. remark-html escapes all characters of an
 * address that are not ASCII. But a host must not contain escapes (https://url.spec.whatwg.org/#valid-host-string):
 * programs other than browsers cannot open such an address, and readers who copy it cannot read it. Editions that need
 * ASCII, such as mail and e-books, convert the host themselves.
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

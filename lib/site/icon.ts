/**
 * The site's mark as an SVG. `public/favicon.svg` has the same, with a title. Commas stand where a blank would do as
 * well, because a blank takes three bytes in an address.
 */
export const mark =
  "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0,0,32,32'><rect width='32' height='32' rx='3' fill='#b3261e'/><path stroke='#fbf8f1' stroke-width='2.4' d='M7,6v20m4.5,0V6M16,6v20m4.5-8V6M25,6v20m-4.5-2.5V26'/></svg>";

/**
 * The mark in a `data:` address (RFC 2397). Pages carry it instead of a link to the file: the headers of the answer
 * alone would be twice as long, on the first visit of a reader who comes from a search.
 */
export const iconAddress = `data:image/svg+xml,${escapeData(mark)}`;

/**
 * A text as it may stand in a `data:` address: everything but the characters of a URI (RFC 3986) is percent-encoded.
 * So is `'`, which HTML would write as five characters.
 */
function escapeData(text: string): string {
  return text.replace(/[^\w\-.~:/?@!$&()*+,;=]/gu, (character) =>
    character === "'" ? '%27' : encodeURIComponent(character),
  );
}

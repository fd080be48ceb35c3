/** An article as its fingerprint is made: its headline, and its paragraphs without the furniture of the page. */
export type ArticleText = { headline: string; paragraphs: readonly string[] };

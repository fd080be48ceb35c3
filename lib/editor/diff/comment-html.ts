/*
 * A comment on GitHub is Markdown, but everything of the content is written into HTML blocks: in these Markdown has no
 * meaning, so no star or bracket of a text needs an escape. `<del>` and `<ins>` are struck through and underlined there.
 * `~~` and `**` would not do: they do not work beside Chinese punctuation.
 */

/** A character of no width. GitHub looks for names, numbers and addresses in the text that a browser would show. */
const BREAK = '&#8203;';

/**
 * Plain text as HTML in one line. Nothing in it is markup, and GitHub finds none of what it would link in it:
 * `@name`, `#12`, `GH-12`, addresses, hashes of commits; nor an emoji (`:name:`).
 */
export function escapeForComment(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/[@#＠＃]/g, `$&${BREAK}`)
    .replace(/:(?=[/\w+-])/g, `:${BREAK}`)
    .replace(/www(?=\.)/gi, `$&${BREAK}`)
    .replace(/gh(?=-\d)/gi, `$&${BREAK}`)
    .replace(/[0-9a-f]{6}(?=[0-9a-f])/gi, `$&${BREAK}`)
    .replace(/\r\n|[\r\n\u2028\u2029]/g, '<br>');
}

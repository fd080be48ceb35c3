import { escapeHtml } from '#lib/syndication/html.ts';
import type { InlineFormat } from '../restyle.ts';

/** Vermilion with a contrast of 3:1 both to a light background and to a dark one. */
const ACCENT = '#c8362b';
const GREY = 'rgba(128,128,128,.5)';
const SERIF = "'Songti SC','Noto Serif CJK SC','Source Han Serif SC',SimSun,serif";
const SANS = "system-ui,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif";

/**
 * The styles of a mail. They set no colour of text and no background: in dark mode a mail program sets its own, and if
 * it inverted ours, the result could be grey on grey. Softer text is made so by its opacity.
 */
export const STYLES = {
  name: `margin:0;font-family:${SERIF};font-size:30px;line-height:1.35`,
  ownTitle: `margin:8px 0 0;font-family:${SERIF};font-size:22px;line-height:1.35`,
  dateline:
    'margin:4px 0 24px;padding-bottom:12px;border-bottom:3px double;font-size:14px;line-height:1.75',
  summary: 'margin:0 0 16px;font-size:17px;line-height:1.75',
  section: `margin:40px 0 0;padding-left:10px;border-left:4px solid ${ACCENT};font-family:${SERIF};font-size:22px;line-height:1.35`,
  title: `margin:28px 0 8px;font-family:${SERIF};font-size:19px;line-height:1.4`,
  source: 'margin:0 0 16px;font-size:14px;line-height:1.75;opacity:.75',
  footer: `margin:40px 0 0;padding-top:16px;border-top:1px solid ${GREY}`,
  small: 'margin-bottom:8px;font-size:13px;line-height:1.75;opacity:.75',
  /** A headline needs no underline: readers expect it to be a link. */
  plainLink: 'color:inherit;text-decoration:none',
} as const;

const TEXT = 'margin:0 0 12px;font-size:17px;line-height:1.75';
const CELL = `padding:4px 8px;border:1px solid ${GREY}`;

export const MAIL_FORMAT: InlineFormat = {
  styles: {
    p: TEXT,
    // Chinese has no italics, and mail clients know no dots below.
    em: 'font-style:normal;border-bottom:2px dotted',
    code: 'font-family:monospace',
    pre: 'margin:0 0 12px;font-family:monospace;font-size:14px;line-height:1.6',
    blockquote: `margin:0 0 12px;padding-left:12px;border-left:3px solid ${GREY}`,
    correction: `margin:0 0 12px;padding-left:12px;border-left:3px solid ${ACCENT};font-size:17px;line-height:1.75`,
    ul: `${TEXT};padding-left:24px`,
    ol: `${TEXT};padding-left:24px`,
    table: 'margin:0 0 12px;border-collapse:collapse;font-size:15px;line-height:1.6',
    th: CELL,
    td: CELL,
    hr: `margin:12px 0;border:0;border-top:1px solid ${GREY}`,
  },
  link: (text, address) => `<a href="${escapeHtml(address)}" style="${LINK}">${text}</a>`,
  picture: ({ address, alt }) =>
    `<img src="${escapeHtml(address)}" alt="${escapeHtml(alt)}" style="max-width:100%;height:auto">`,
};

/** A mail program's own blue for links is readable on one background alone. */
const LINK = 'color:inherit;text-decoration:underline';

/** A link to an absolute address. `text` is plain text. */
export function link(address: string, text: string, style: string = LINK): string {
  return `<a href="${escapeHtml(address)}" style="${style}">${escapeHtml(text)}</a>`;
}

/** An element with an inline style; `content` is HTML. */
export function block(name: string, style: string | undefined, content: string): string {
  return `<${name}${style === undefined ? '' : ` style="${escapeHtml(style)}"`}>${content}</${name}>`;
}

/** Invisible characters behind the preheader, so that a mail program shows no more text after it in its list. */
const FILLER = '&#8199;&#65279;&#847;'.repeat(40);

/**
 * The HTML document of a mail: one column of at most 640 pixels. The preheader is the text that a mail program shows in
 * its list beside the subject. Outlook lays out only tables, and takes the width of the column from the attribute.
 */
export function page(language: string, title: string, preheader: string, content: string): string {
  const table = 'role="presentation" cellpadding="0" cellspacing="0" border="0"';
  return `<!doctype html>
<html lang="${escapeHtml(language)}" style="color-scheme:light dark">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
</head>
<body style="margin:0;padding:0">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all" aria-hidden="true">${escapeHtml(preheader)}${FILLER}</div>
<table ${table} width="100%" style="width:100%"><tr><td align="center" style="padding:24px 16px">
<table ${table} width="640" style="width:100%;max-width:640px"><tr><td align="left" style="font-family:${SANS};text-align:left;word-wrap:break-word;word-break:break-word">
${content}
</td></tr></table>
</td></tr></table>
</body>
</html>
`;
}

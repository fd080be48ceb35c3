/**
 * The style sheet of a book. It leaves colours, sizes and the font of the text to the reader, and sets the layout of
 * Chinese text (https://www.w3.org/TR/clreq/).
 */
export const styleSheet = `
html { line-height: 1.75; }
body {
  hanging-punctuation: none;
  line-break: strict;
  overflow-wrap: break-word;
  text-align: justify;
  text-autospace: normal;
  text-spacing-trim: trim-start;
}
h1, h2, h3, h4, h5, .name {
  font-family: "Songti SC", "Source Han Serif SC", "Noto Serif CJK SC", SimSun, serif;
  text-align: start;
}
h1, h2, h3, h4, h5 {
  break-after: avoid;
  line-height: 1.4;
  page-break-after: avoid;
  text-wrap: balance;
}
h1 { font-size: 1.5em; margin: 1em 0; }
h2 { font-size: 1.2em; margin: 2em 0 0.75em; }
h3, h4, h5 { font-size: 1em; margin: 1.5em 0 0.5em; }
p { margin: 0; text-indent: 2em; }
li, td, th, dd { text-align: start; }
dt { font-weight: bold; }
li > p, td > p { text-indent: 0; }
em {
  font-style: normal;
  -webkit-text-emphasis: filled dot;
  text-emphasis: filled dot;
  -webkit-text-emphasis-position: under right;
  text-emphasis-position: under right;
}
a { color: inherit; }
blockquote { border-inline-start: 0.2em solid; margin: 1em 0; padding-inline-start: 1em; }
blockquote p { text-indent: 0; }
pre { overflow-wrap: break-word; white-space: pre-wrap; }
img { display: block; height: auto; margin: 1em auto; max-width: 100%; }
table { border-collapse: collapse; margin: 1em 0; width: 100%; }
th, td { border: 1px solid; padding: 0.25em 0.5em; }
hr { border: 0; border-top: 1px solid; margin: 1.5em 25%; }
.sources, .permalink { font-size: 0.85em; text-align: end; text-indent: 0; }
.sources { margin-top: 0.5em; }
.masthead { border-bottom: 3px double; margin: 2em 0 1.5em; padding-bottom: 1em; text-align: center; }
.masthead h1 { margin: 0.25em 0; text-align: center; }
.masthead p { text-indent: 0; }
.masthead .name {
  text-align: center;
  font-size: 2.25em;
  font-weight: bold;
  letter-spacing: 0.1em;
  line-height: 1.3;
}
.summary { font-weight: bold; margin-bottom: 1em; }
.colophon dd { margin: 0 0 0.75em 2em; }
nav ol { list-style: none; margin: 0; padding-inline-start: 1em; }
nav a { text-decoration: none; }
`.trimStart();

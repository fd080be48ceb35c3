/** The colour of the paper: `--paper` of the light palette in components/styles/tokens.css, for files that read no CSS. */
export const PAPER = '#fbf8f1';

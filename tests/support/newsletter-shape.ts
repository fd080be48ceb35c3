/** A piece of news, which each shape writes in its own way. All of it is made up. */
export type Story = { title: string; text: string; source: string; url: string };

/** The parts of a newsletter: how a section, a story and what stands between them are written. */
export type Shape = {
  section: (name: string, index: number) => string;
  story: (story: Story, index: number) => string;
  head?: string;
  gap?: string;
  ending?: 'md' | 'txt' | 'html';
  /** How many sources a person would count; left out where every item names one. */
  sources?: number;
  foot?: string;
};

export const source = ({ source: name }: Story) => `来源：${name}`;
export const bracketed = ({ source: name }: Story) => `（来源：${name}）`;
export const linked = ({ title, url }: Story) => `[${title}](${url})`;
export const NUMERALS = '一二三四五六七八九';
export const CIRCLED = '①②③④⑤';
export const SIGNS = ['🔥', '📚', '🚀'];
export const hash = (marks: string) => (name: string) => `${marks} ${name}`;
export const bold = (name: string) => `**${name}**`;
export const numeral = (name: string, index: number) => `${NUMERALS[index]}、${name}`;

/** Where in the file of an issue a string may stand, and the file in which it does. */
export type Place = {
  name: string;
  write: (attack: string) => string;
  /** Whether Markdown makes an element or an attribute of its own here. */
  shapes?: true;
};

const inBody = (block: (attack: string) => string) => (attack: string) =>
  `## 产业要闻\n\n### 标题\n\n正文。\n\n${block(attack)}\n\n来源：证券日报\n`;
const inFront = (key: string) => (attack: string) =>
  // A JSON string is one in YAML too, and holds all that may stand in a string.
  `---\n${key}: ${JSON.stringify(attack)}\n---\n\n${inBody(() => '')('')}`;

export const places: readonly Place[] = [
  { name: 'a paragraph', write: inBody((attack) => attack) },
  {
    name: 'the text of a link',
    shapes: true,

    write: inBody((attack) => `[${attack}](https://example.com/)`),
  },
  { name: 'the address of a link', write: inBody((attack) => `[甲](${attack})`) },
  {
    name: 'the address of a link, in <>',

    write: inBody((attack) => `[甲](<${attack}>)`),
  },
  {
    name: 'the title of a link',
    shapes: true,

    write: inBody((attack) => `[甲](https://example.com/ "${attack}")`),
  },
  { name: 'a definition', write: inBody((attack) => `[甲][乙]\n\n[乙]: ${attack}`) },
  {
    name: 'the text of a picture',

    write: inBody((attack) => `![${attack}](/favicon.svg)`),
  },
  { name: 'the address of a picture', write: inBody((attack) => `![甲](${attack})`) },
  {
    name: 'the address of a picture, in <>',
    shapes: true,

    write: inBody((attack) => `![甲](<${attack}>)`),
  },
  {
    name: 'the address of a picture in a link',
    write: inBody((attack) => `[![甲](${attack})](${attack})`),
  },
  { name: 'a small heading', write: inBody((attack) => `#### ${attack}`) },
  { name: 'emphasis', write: inBody((attack) => `**${attack}**与*${attack}*`) },
  { name: 'a list', write: inBody((attack) => `- ${attack}\n  1. ${attack}`) },
  { name: 'a quote', write: inBody((attack) => `> ${attack}`) },
  { name: 'a correction', write: inBody((attack) => `> 更正（2025-04-02）：${attack}`) },
  {
    name: 'a cell',
    shapes: true,

    write: inBody((attack) => `| 甲 | ${attack} |\n|---|---|\n| ${attack} | 乙 |`),
  },
  { name: 'code', write: inBody((attack) => `\`\`${attack}\`\``) },
  { name: 'a block of code', write: inBody((attack) => `\`\`\`\n${attack}\n\`\`\``) },
  {
    name: 'the language of code',
    shapes: true,

    write: inBody((attack) => `\`\`\`${attack}\n甲\n\`\`\``),
  },
  { name: 'the lead', write: (attack) => `${attack}\n\n${inBody(() => '')('')}` },
  {
    name: 'the name of a section',
    write: (attack) => `## ${attack}\n\n### 标题\n\n正文。（来源：证券日报）\n`,
  },
  {
    name: 'a title',
    write: (attack) => `## 产业要闻\n\n### ${attack}\n\n正文。\n\n来源：证券日报\n`,
  },
  {
    name: 'a title in brackets',
    write: (attack) => `## 产业要闻\n\n【${attack}】正文。（来源：证券日报）\n`,
  },
  {
    name: 'an id',
    write: (attack) => `## 产业要闻\n\n### 标题 {#${attack}}\n\n正文。（来源：证券日报）\n`,
  },
  {
    name: 'the name of a source',
    write: (attack) => `## 产业要闻\n\n### 标题\n\n正文。\n\n来源：${attack}\n`,
  },
  {
    name: 'the name of a source in a link',
    write: (attack) =>
      `## 产业要闻\n\n### 标题\n\n正文。\n\n来源：[${attack}](https://example.com/)\n`,
  },
  {
    name: 'the address of a source',
    write: (attack) => `## 产业要闻\n\n### 标题\n\n正文。\n\n来源：[证券日报](${attack})\n`,
  },
  {
    name: 'the bare address of a source',
    write: (attack) =>
      `## 产业要闻\n\n### 标题\n\n正文。\n\n来源：证券日报 https://example.com/${attack}\n`,
  },
  { name: 'the title in the front matter', write: inFront('title') },
  { name: 'the summary', write: inFront('summary') },
  { name: 'the editor', write: inFront('editor') },
  { name: 'the number', write: inFront('number') },
  { name: 'the day', write: inFront('date') },
  {
    name: 'a key of the front matter',
    write: (attack) => `---\n${JSON.stringify(attack)}: 甲\n---\n\n${inBody(() => '')('')}`,
  },
  {
    name: 'front matter as it is',
    write: (attack) => `---\ntitle: ${attack}\n---\n\n${inBody(() => '')('')}`,
  },
];

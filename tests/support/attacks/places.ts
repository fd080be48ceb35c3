/** Where in the file of an issue a string may stand, and the file in which it does. */
export type Place = {
  name: string;
  write: (attack: string) => string;
  /** The item that it stands in, where all of the file is a section with that item. */
  writeItem?: (attack: string) => string;
  /** Whether Markdown makes an element or an attribute of its own here. */
  shapes?: true;
};

/** A file of one section that holds these items. */
export const sectionOf = (items: string) => `## 产业要闻\n\n${items}`;
const inItem = (writeItem: (attack: string) => string) => ({
  writeItem,
  write: (attack: string) => sectionOf(writeItem(attack)),
});
const inBody = (block: (attack: string) => string) =>
  inItem((attack) => `### 标题\n\n正文。\n\n${block(attack)}\n\n来源：证券日报\n`);
const whole = inBody(() => '').write('');
const inFront = (key: string) => (attack: string) =>
  // A JSON string is one in YAML too, and holds all that may stand in a string.
  `---\n${key}: ${JSON.stringify(attack)}\n---\n\n${whole}`;

export const places: readonly Place[] = [
  { name: 'a paragraph', ...inBody((attack) => attack) },
  {
    name: 'the text of a link',
    shapes: true,

    ...inBody((attack) => `[${attack}](https://example.com/)`),
  },
  { name: 'the address of a link', ...inBody((attack) => `[甲](${attack})`) },
  {
    name: 'the address of a link, in <>',

    ...inBody((attack) => `[甲](<${attack}>)`),
  },
  {
    name: 'the title of a link',
    shapes: true,

    ...inBody((attack) => `[甲](https://example.com/ "${attack}")`),
  },
  { name: 'a definition', ...inBody((attack) => `[甲][乙]\n\n[乙]: ${attack}`) },
  {
    name: 'the text of a picture',

    ...inBody((attack) => `![${attack}](/favicon.svg)`),
  },
  { name: 'the address of a picture', ...inBody((attack) => `![甲](${attack})`) },
  {
    name: 'the address of a picture, in <>',
    shapes: true,

    ...inBody((attack) => `![甲](<${attack}>)`),
  },
  {
    name: 'the address of a picture in a link',
    ...inBody((attack) => `[![甲](${attack})](${attack})`),
  },
  { name: 'a small heading', ...inBody((attack) => `#### ${attack}`) },
  { name: 'emphasis', ...inBody((attack) => `**${attack}**与*${attack}*`) },
  { name: 'a list', ...inBody((attack) => `- ${attack}\n  1. ${attack}`) },
  { name: 'a quote', ...inBody((attack) => `> ${attack}`) },
  { name: 'a correction', ...inBody((attack) => `> 更正（2025-04-02）：${attack}`) },
  {
    name: 'a cell',
    shapes: true,

    ...inBody((attack) => `| 甲 | ${attack} |\n|---|---|\n| ${attack} | 乙 |`),
  },
  { name: 'code', ...inBody((attack) => `\`\`${attack}\`\``) },
  { name: 'a block of code', ...inBody((attack) => `\`\`\`\n${attack}\n\`\`\``) },
  {
    name: 'the language of code',
    shapes: true,

    ...inBody((attack) => `\`\`\`${attack}\n甲\n\`\`\``),
  },
  { name: 'the lead', write: (attack) => `${attack}\n\n${whole}` },
  {
    name: 'the name of a section',
    write: (attack) => `## ${attack}\n\n### 标题\n\n正文。（来源：证券日报）\n`,
  },
  {
    name: 'a title',
    ...inItem((attack) => `### ${attack}\n\n正文。\n\n来源：证券日报\n`),
  },
  {
    name: 'a title in brackets',
    ...inItem((attack) => `【${attack}】正文。（来源：证券日报）\n`),
  },
  {
    name: 'an id',
    ...inItem((attack) => `### 标题 {#${attack}}\n\n正文。（来源：证券日报）\n`),
  },
  {
    name: 'the name of a source',
    ...inItem((attack) => `### 标题\n\n正文。\n\n来源：${attack}\n`),
  },
  {
    name: 'the name of a source in a link',
    ...inItem((attack) => `### 标题\n\n正文。\n\n来源：[${attack}](https://example.com/)\n`),
  },
  {
    name: 'the address of a source',
    ...inItem((attack) => `### 标题\n\n正文。\n\n来源：[证券日报](${attack})\n`),
  },
  {
    name: 'the bare address of a source',
    ...inItem((attack) => `### 标题\n\n正文。\n\n来源：证券日报 https://example.com/${attack}\n`),
  },
  { name: 'the title in the front matter', write: inFront('title') },
  { name: 'the summary', write: inFront('summary') },
  { name: 'the editor', write: inFront('editor') },
  { name: 'the number', write: inFront('number') },
  { name: 'the day', write: inFront('date') },
  {
    name: 'a key of the front matter',
    write: (attack) => `---\n${JSON.stringify(attack)}: 甲\n---\n\n${whole}`,
  },
  {
    name: 'front matter as it is',
    write: (attack) => `---\ntitle: ${attack}\n---\n\n${whole}`,
  },
];

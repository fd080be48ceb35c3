import { registryTexts } from '#tests/support/registries.ts';

const LONG = 'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft';
const MARKUP =
  '</script><script>document.title="broken"</script><img src=x onerror="alert(1)">&amp;';

const CASE = '（2023）京73民初123号';

/** An item as an editor writes it. */
const item = (title: string, text: string, sources = '证券日报') =>
  `### ${title}\n\n${text}\n\n来源：${sources}\n`;
const issue = (...items: string[]) => `## 产业要闻\n\n${items.join('\n')}`;

/**
 * Named examples of what the components are given, hostile text among them, each an issue of its own: the
 * browser tests open them and run axe on them (tests/site/examples.spec.ts).
 */
export const examples: { name: string; date: string; text: string; holds: string }[] = [
  {
    name: 'Issue with nothing but one item',
    date: '2025-01-06',
    text: issue(item('只有一条', '一句话。')),
    holds: '一句话。',
  },
  {
    name: 'Issue with number, title, summary, editor and lead',
    date: '2025-01-13',
    text: `---\nnumber: 2\ntitle: 自己的标题\nsummary: 导语一句。\neditor: 编辑部\n---\n\n开头一段。\n\n${issue(item('有头有尾', '正文。'))}`,
    holds: '开头一段。',
  },
  {
    name: 'Item whose title and text are one long Latin word',
    date: '2025-01-20',
    text: issue(item(LONG, LONG, LONG)),
    holds: LONG,
  },
  {
    name: 'Item whose text looks like markup',
    date: '2025-01-27',
    text: issue(item(`题 \\${MARKUP}`, `文 \\${MARKUP.replaceAll('<', '\\<')}`, '证券日报')),
    holds: 'document.title="broken"',
  },
  {
    name: 'Item of right-to-left text, emoji, rare characters and combining marks',
    date: '2025-02-03',
    text: issue(item('عنوان 👩‍👩‍👧‍👦 𠮷野家', 'ﬁ é ‮翻转‬ 𰻝𰻝面。')),
    holds: '𰻝𰻝面',
  },
  {
    name: 'Attributions: five, with addresses and days',
    date: '2025-02-10',
    text: issue(
      item(
        '多个来源',
        '正文。',
        `[证券日报](https://example.com/${LONG}) 2025-02-08、光明日报 2025-02-09、羊城晚报、北京日报、MARQUES（Class 46）`,
      ),
    ),
    holds: '2025-02-08',
  },
  {
    name: 'Prose: list, quote, table, picture, emphasis, code, correction',
    date: '2025-02-17',
    text: issue(
      item(
        '各种文字',
        `一段有*着重*、**加重**和\`代码\`的话。\n\n- 一\n- 二\n\n> 引文。\n\n| 表 | ${LONG} |\n|---|---|\n| 1 | 2 |\n\n![标志](/favicon.svg)\n\n> 更正（2025-02-18）：应为三。`,
      ),
    ),
    holds: '应为三。',
  },
  {
    name: 'Contents of a section without items',
    date: '2025-02-24',
    text: `${issue(item('有一条', '正文。'))}\n## 资讯速递\n`,
    holds: '本期没有内容。',
  },
  {
    name: 'Issue of forty items',
    date: '2025-03-03',
    text: issue(...Array.from({ length: 40 }, (_, index) => item(`第${index}条`, '正文讲AI。'))),
    holds: '第39条',
  },
  {
    name: 'Law, case, days and sum that are long or look like markup',
    date: '2025-03-10',
    text: issue(
      item(
        `《${LONG}条例》公布`,
        `《\\${MARKUP.replaceAll('<', '\\<')}办法（征求意见稿）》公开征求意见，截至4月20日。《${LONG}条例》自2025年5月1日起施行。`,
      ),
      item(
        `${LONG}诉出版社案宣判 {#hostile}`,
        `北京知识产权法院就${CASE}作出判决，${LONG}赔偿\\${MARKUP.replaceAll('<', '\\<')}152万余元。另案将于2025年4月2日开庭。`,
        LONG,
      ),
    ),
    holds: CASE,
  },
  {
    name: 'Thread of an item that looks like markup',
    date: '2025-03-17',
    text: issue(item(`\\${MARKUP.replaceAll('<', '\\<')}后续`, `${CASE}的被告不服，已经上诉。`)),
    holds: '脉络',
  },
];

/** The content folder that shows them: file names and texts. */
export const exampleFiles: Record<string, string> = {
  ...registryTexts,
  ...Object.fromEntries(examples.map(({ date, text }) => [`issues/${date}.md`, text])),
};

/**
 * The forms of an issue that are filled in: `#{1:…}` are the places. VS Code has the same ones in
 * `.vscode/issue.code-snippets`, and a test compares the two. `TODAY` is the day on which it is used.
 */
export const snippets: { word: string; form: string; detail: string }[] = [
  {
    word: 'xiaoxi',
    form: '### #{1:标题}\n\n#{2:正文。}\n\n来源：#{3:媒体}#{4: 2025-01-01}\n',
    detail: '一条消息：标题、正文、来源',
  },
  {
    word: 'xiaoxi2',
    form: '【#{1:标题}】 #{2:正文。}（来源：#{3:媒体}）\n',
    detail: '一条消息：标题在方头括号里，来源在段末',
  },
  {
    word: 'laiyuan',
    form: '来源：[#{1:媒体}](#{2:https://}) #{3:2025-01-01}',
    detail: '来源一行：媒体、原文地址、原文日期',
  },
  {
    word: 'gengzheng',
    form: '> 更正（TODAY）：#{1:原文有误，应为……}',
    detail: '更正，放在这条消息的来源之前',
  },
  {
    word: 'qikan',
    form: '---\nnumber: #{1:1}\nsummary: #{2:导语}\ndraft: true\n---\n\n#{}',
    detail: '期号、导语、草稿',
  },
];

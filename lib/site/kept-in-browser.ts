/**
 * What the site's scripts keep in a reader's browser: the keys of its storage, and what readers are told of each on
 * the page 关于. The scripts keep nothing under another key.
 */
export const keptInBrowser = {
  theme: '配色',
  size: '字号',
  leading: '行距',
  han: '简体或繁體',
  keys: '单键快捷键的开关',
  rate: '朗读的速度和声音',
  voice: '朗读的速度和声音',
  watch: '关注词',
  clips: '选编的条目',
  seen: '上次访问的时间',
  since: '上次访问的时间',
  'newest-issue': '那时最新的一期',
  'since-issue': '那时最新的一期',
} as const;

export type KeptKey = keyof typeof keptInBrowser;

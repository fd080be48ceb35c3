/** The keys that move through a page, with what each does, as readers are told. */
export const keys: readonly (readonly [key: string, what: string])[] = [
  ['j', '下一条'],
  ['k', '上一条'],
  ['n', '下一期'],
  ['p', '上一期'],
  ['/', '检索'],
  ['?', '快捷键'],
];

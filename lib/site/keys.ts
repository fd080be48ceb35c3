/** The keys that move through a page, with what each does, as readers are told. */
export const keys: readonly (readonly [key: string, what: string])[] = [
  ['j', '下一条'],
  ['k', '上一条'],
  ['n', '下一期；消息自己的网页上是下一条'],
  ['p', '上一期；消息自己的网页上是上一条'],
  ['/', '检索'],
  ['?', '快捷键'],
];

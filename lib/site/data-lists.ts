/** What the site lists for programs, each list in a file of its own. */
export const dataListNames = ['laws', 'cases', 'events', 'entities', 'threads'] as const;
export type DataListName = (typeof dataListNames)[number];

/** What a reader calls each list: the name of the page that shows the same. */
export const dataListLabels: Readonly<Record<DataListName, string>> = {
  laws: '法规',
  cases: '案件',
  events: '日程',
  entities: '机构与法规',
  threads: '脉络',
};

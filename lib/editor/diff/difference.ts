import type { IsoDate } from '#lib/site/dates.ts';

/** A piece of a text that both versions have, or only one of them. */
export type Run = { kind: 'same' | 'removed' | 'added'; text: string };

/** A part of an issue or an item, such as its title, with its former and its present text. */
export type FieldChange = { field: string; runs: readonly Run[] };

export type ChangeKind = 'new' | 'removed' | 'changed';

/** An item that differs. All strings are plain text. `notes` say what no text shows, such as another place. */
export type ItemDifference = {
  kind: ChangeKind;
  id: string;
  title: string;
  section: string;
  notes: readonly string[];
  fields: readonly FieldChange[];
};

/** An issue that differs. Of a new issue and of a removed one, `items` have no fields: all of their text differs. */
export type IssueDifference = {
  kind: ChangeKind;
  date: IsoDate;
  title: string;
  /** Whether readers see the issue today. */
  state: IssueState;
  fields: readonly FieldChange[];
  items: readonly ItemDifference[];
};

export const issueStates = { public: '已公开', draft: '草稿', coming: '未到日子' } as const;
export type IssueState = keyof typeof issueStates;

/** `2025年3月31日`. It does without date-fns, which is larger than all other scripts of a page together. */
export function formatDay(date: string): string {
  return new Date(`${date}T00:00`).toLocaleDateString('zh-CN', { dateStyle: 'long' });
}

/** The day of a moment in the reader's time zone, `YYYY-MM-DD`, which is how Swedish writes dates. */
export function toIsoDay(moment: Date): string {
  return moment.toLocaleDateString('sv-SE');
}

/** `2025年3月31日`. date-fns would weigh more than all else that a page loads. */
export function formatDay(date: string): string {
  return new Date(`${date}T00:00`).toLocaleDateString('zh-CN', { dateStyle: 'long' });
}

/** Today where the reader is, `YYYY-MM-DD`; so writes Swedish its days. */
export function toIsoDay(moment: Date): string {
  return moment.toLocaleDateString('sv-SE');
}

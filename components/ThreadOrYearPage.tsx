import type { ThreadProps, ThreadsProps } from '#lib/views/threads.ts';
import { ThreadPage } from './ThreadPage.tsx';
import { ThreadsPage } from './ThreadsPage.tsx';

/** What stands below `/threads`: one thread, or those of a year. */
export function ThreadOrYearPage(props: ThreadProps | ThreadsProps) {
  return 'items' in props ? <ThreadPage {...props} /> : <ThreadsPage {...props} />;
}

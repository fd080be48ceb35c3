import type { ThreadProps, ThreadsProps } from '#lib/views/threads.ts';
import { ThreadPage } from './ThreadPage.tsx';
import { ThreadsPage } from './ThreadsPage.tsx';

/** A page below `/threads`: one thread, or the threads of a year. */
export function ThreadOrYearPage(props: ThreadProps | ThreadsProps) {
  return 'items' in props ? <ThreadPage {...props} /> : <ThreadsPage {...props} />;
}

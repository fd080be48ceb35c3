import { hasCode } from './failure.ts';

/** Whether a process of this number runs on this machine. */
export function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    if (hasCode(error, 'ESRCH')) return false;
    // A process of another user is one all the same.
    if (hasCode(error, 'EPERM')) return true;
    throw error;
  }
}

import { hasCode } from './failure.ts';

/** Whether a process with this number runs on this machine. */
export function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    if (hasCode(error, 'ESRCH')) return false;
    // It is the process of another user.
    if (hasCode(error, 'EPERM')) return true;
    throw error;
  }
}

import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';

/** Worker threads, one for each core; they start when there is work. */
export class ThreadPool {
  readonly threads = availableParallelism();
  readonly #pool = new Piscina({
    minThreads: 0,
    maxThreads: this.threads,
    idleTimeout: Number.POSITIVE_INFINITY,
  });

  /**
   * Has a thread call a function with plain data.
   * @param module the file that exports the function
   * @throws Error as that does
   */
  run<Task, Result>(module: string, name: string, task: Task): Promise<Result> {
    return this.#pool.run(task, { filename: module, name });
  }

  async stop(): Promise<void> {
    await this.#pool.destroy();
  }
}

import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { withItsCode } from './thread-errors.ts';

/** Worker threads, one for each core; they start when there is work. */
export class ThreadPool {
  readonly threads = availableParallelism();
  #running = 0;
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
  async run<Task, Result>(module: string, name: string, task: Task): Promise<Result> {
    this.#running += 1;
    try {
      return await this.#pool.run(task, { filename: module, name });
    } catch (error) {
      throw withItsCode(error);
    } finally {
      this.#running -= 1;
    }
  }

  /** How many tasks are running or waiting. */
  get running(): number {
    return this.#running;
  }

  /**
   * Has each thread call a function that loads what its work will need. This thread does not wait. An error is not
   * reported here, because the first work that needs the same code throws it again.
   */
  makeReady(module: string, name: string): void {
    const each = Array.from({ length: this.threads }, () => this.run(module, name, undefined));
    void Promise.allSettled(each);
  }

  async stop(): Promise<void> {
    await this.#pool.destroy();
  }
}

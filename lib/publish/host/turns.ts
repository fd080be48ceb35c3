import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** How many requests may always wait on one connection. */
const MOST_ON_ONE = 100;
/** How many may wait on all connections together before the limit for one applies. They take about 40 MB. */
const MOST_ON_ALL = 10_000;

type Waiting = { response: ServerResponse; start: () => void };

/**
 * Makes the requests of a connection wait for each other. A client may send many requests without waiting for an
 * answer (RFC 9112, 9.3.2), and then read slowly or leave. If all answers began at once, each would hold an open file
 * or its bytes until the ones before it are sent.
 */
export class Turns {
  readonly #queues = new WeakMap<Socket, Waiting[]>();
  #waiting = 0;

  /**
   * Starts an answer once all earlier ones on its connection have been sent. If the client leaves before that, the
   * answer never starts. A connection on which too many requests wait is closed.
   */
  take(socket: Socket, response: ServerResponse, start: () => void): void {
    // An earlier request that arrived together with this one had the connection closed.
    if (socket.destroyed) return;
    const queue = this.#queueOf(socket);
    queue.push({ response, start });
    this.#waiting += 1;
    if (queue.length === 1) this.#begin(socket, queue);
    else if (queue.length > MOST_ON_ONE && this.#waiting > MOST_ON_ALL) socket.destroy();
  }

  #queueOf(socket: Socket): Waiting[] {
    const known = this.#queues.get(socket);
    if (known !== undefined) return known;
    const queue: Waiting[] = [];
    this.#queues.set(socket, queue);
    socket.once('close', () => this.#drop(queue));
    return queue;
  }

  #begin(socket: Socket, queue: Waiting[]): void {
    const [first] = queue;
    if (first === undefined) return;
    // The connection was closed after the answer before this one.
    if (socket.destroyed || !socket.writable) {
      this.#drop(queue);
      return;
    }
    first.response.once('close', () => {
      if (queue[0] !== first) return;
      queue.shift();
      this.#waiting -= 1;
      this.#begin(socket, queue);
    });
    first.start();
  }

  #drop(queue: Waiting[]): void {
    this.#waiting -= queue.length;
    queue.length = 0;
  }
}

import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** How many requests may wait on a connection in any case. */
const OWN = 100;
/** More may wait on one while no more than this wait on all connections together; they take about 40 MB. */
const SHARED = 10_000;

type Waiting = { response: ServerResponse; start: () => void };

/**
 * Has the requests of a connection answered one after another. A client may send many at once (RFC 9112, 9.3.2) and
 * read slowly or leave: an answer that waits behind another must not hold an open file or bytes meanwhile.
 */
export class Turns {
  readonly #queues = new WeakMap<Socket, Waiting[]>();
  #waiting = 0;

  /**
   * Starts an answer when all earlier ones on its connection have been sent, or never, where the client leaves before
   * that. A connection with too many requests in wait is closed.
   */
  take(socket: Socket, response: ServerResponse, start: () => void): void {
    // The connection was closed after an earlier request, with which this one had arrived.
    if (socket.destroyed) return;
    const queue = this.#queueOf(socket);
    queue.push({ response, start });
    this.#waiting += 1;
    if (queue.length === 1) this.#begin(socket, queue);
    else if (queue.length > OWN && this.#waiting > SHARED) socket.destroy();
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

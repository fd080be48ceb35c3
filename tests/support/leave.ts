import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** How clients behave that disconnect before they have read everything. */
export type Leaving = {
  connections: number;
  /** What each client sends when it connects. */
  bytes: string;
  /** Whether it reads a part of the answer. */
  reads: boolean;
  /** How long it stays connected, in ms. */
  stays: number;
};

/** Opens connections, sends the same over each, and breaks them all off. */
export async function leave(
  port: number,
  { connections, bytes, reads, stays }: Leaving,
): Promise<void> {
  const sockets = await Promise.all(
    Array.from({ length: connections }, () => open(port, bytes, reads)),
  );
  await wait(stays);
  await Promise.all(sockets.map(close));
}

async function open(port: number, bytes: string, reads: boolean): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  // A host may close a connection first.
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  if (reads) socket.once('data', () => socket.pause());
  socket.write(bytes);
  return socket;
}

async function close(socket: Socket): Promise<void> {
  if (socket.closed) return;
  const closed = once(socket, 'close');
  socket.destroy();
  await closed;
}

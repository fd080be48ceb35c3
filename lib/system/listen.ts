import type { Server } from 'node:http';
import { createServer as createTcpServer, type Server as TcpServer } from 'node:net';
import { hasCode } from './failure.ts';

/**
 * How long the head of a request may be, in bytes. A search for 2,000 characters is 18,000 bytes long as a browser
 * sends it, and what else browsers send takes 1 to 3 KB. Node's own bound is 16 KiB.
 */
export const mostHead = 22 * 1024;

/** Listens where it is told; a host of `undefined` means loopback alone, in both its forms. */
export async function listen(
  server: Server,
  port: number,
  host: string | undefined,
): Promise<void> {
  await listenOn(server, port, host ?? '127.0.0.1');
  if (host !== undefined) return;
  // Its connections are the server's, with the same patience.
  const twin = createTcpServer((socket) => server.emit('connection', socket));
  try {
    await listenOn(twin, port, '::1');
    server.on('close', () => twin.close());
  } catch (error) {
    // A machine without IPv6 has no second form.
    if (hasCode(error, 'EADDRNOTAVAIL', 'EAFNOSUPPORT')) return;
    server.close();
    throw error;
  }
}

function listenOn(server: TcpServer, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

import type { Server } from 'node:http';
import { createServer as createTcpServer, type Server as TcpServer } from 'node:net';
import { hasCode } from './failure.ts';

/**
 * The longest head of a request, in bytes. A search for 2,000 Chinese characters is 18,000 bytes long, and the other
 * headers of browsers take 1 to 3 KB. Node's default is 16 KiB.
 */
export const mostHead = 22 * 1024;

/** Makes a server listen. If `host` is `undefined`, it listens at the loopback addresses of IPv4 and IPv6 only. */
export async function listen(
  server: Server,
  port: number,
  host: string | undefined,
): Promise<void> {
  await listenOn(server, port, host ?? '127.0.0.1');
  if (host !== undefined) return;
  // A server can listen at one address. A second one passes its connections on, with the same time limits.
  const twin = createTcpServer((socket) => server.emit('connection', socket));
  try {
    await listenOn(twin, port, '::1');
    server.on('close', () => twin.close());
  } catch (error) {
    // The machine has no IPv6.
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

import { Agent, get } from 'node:http';

/** The result of a load: the number of answers, and the faults. */
export type Load = { answers: number; faults: string[] };

/**
 * Requests addresses in turn over a number of connections, which stay open, until `isOver` is true: each once at least.
 * @param sound whether an answer is right
 */
export async function load(
  origin: string,
  paths: readonly string[],
  connections: number,
  isOver: () => boolean,
  sound: (status: number, body: Buffer) => boolean,
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const result: Load = { answers: 0, faults: [] };
  let turn = 0;
  const work = async () => {
    do {
      const path = paths[turn % paths.length] ?? '/';
      turn += 1;
      const fault = await ask(agent, origin + path, sound);
      if (fault === undefined) result.answers += 1;
      else result.faults.push(`${path} ${fault}`);
    } while (!isOver());
  };
  await Promise.all(Array.from({ length: connections }, work));
  agent.destroy();
  return result;
}

function ask(
  agent: Agent,
  url: string,
  sound: (status: number, body: Buffer) => boolean,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const request = get(url, { agent, headers: { 'Accept-Encoding': 'br' } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', (error) => resolve(error.message));
      response.on('end', () => {
        const { statusCode = 0 } = response;
        resolve(sound(statusCode, Buffer.concat(chunks)) ? undefined : `answered ${statusCode}`);
      });
    });
    request.on('error', (error) => resolve(error.message));
  });
}

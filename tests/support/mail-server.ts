import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';

type Reply = { code: number; text: string } | 'lost' | undefined;

type Behaviour = {
  /** TLS from the first byte, with a certificate that nobody trusts. */
  secure?: boolean;
  password?: string;
  /** The answer to a sender or a recipient; `undefined` accepts it, `lost` ends the connection. */
  sender?: (address: string) => Reply;
  recipient?: (address: string) => Reply;
  /** The answer to a complete letter; a promise delays it. */
  letter?: (to: string) => Reply | Promise<Reply>;
};

/** Starts an SMTP server for one test. It counts its sessions and collects the letters that it accepted. */
export async function mailServer({ secure, password, ...behaviour }: Behaviour = {}) {
  const taken: { to: string; message: string }[] = [];
  let sessions = 0;
  let logins = 0;
  const answer = (reply: Reply, id: string, done: (error?: Error | null) => void) => {
    if (reply === 'lost') {
      for (const connection of server.connections) {
        if (connection.id === id) connection._socket.destroy();
      }
    } else if (reply === undefined) done();
    else done(Object.assign(new Error(reply.text), { responseCode: reply.code }));
  };
  const server = new SMTPServer({
    secure: secure === true,
    // No STARTTLS, so that the tests can read the dialogue.
    disabledCommands: password === undefined ? ['AUTH', 'STARTTLS'] : ['STARTTLS'],
    authOptional: password === undefined,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    logger: false,
    onConnect(_, done) {
      sessions += 1;
      done();
    },
    onAuth(given, _, done) {
      logins += 1;
      if (given.password === password) done(null, { user: given.username });
      else done(new Error('Invalid username or password'));
    },
    onMailFrom: ({ address }, { id }, done) => answer(behaviour.sender?.(address), id, done),
    onRcptTo: ({ address }, { id }, done) => answer(behaviour.recipient?.(address), id, done),
    onData(stream, { id, envelope }, done) {
      const to = envelope.rcptTo.map(({ address }) => address).join();
      const take = async () => {
        const message = await text(stream);
        const reply = await behaviour.letter?.(to);
        // The letter was accepted, also where the connection is lost before the answer.
        if (reply === undefined || reply === 'lost') taken.push({ to, message });
        answer(reply, id, done);
      };
      void take();
    },
  });
  // Some tests break the connection off: that is no error of the server.
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = listening.address() as AddressInfo;
  return {
    taken,
    to: () => taken.map(({ to }) => to),
    sessions: () => sessions,
    /** How often a client sent a password. */
    logins: () => logins,
    url: (user = '') => `smtp${secure ? 's' : ''}://${user}127.0.0.1:${port}`,
  };
}

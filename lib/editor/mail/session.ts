import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { Failure } from '#lib/system/failure.ts';
import type { Server } from './server.ts';

/**
 * What became of one letter. `sending` is the doubtful one: it was handed over whole, and the connection was
 * lost before the server said whether it took it. After `lost` the session is of no more use.
 */
export type Outcome = {
  state: 'accepted' | 'rejected' | 'deferred' | 'unsent' | 'sending';
  reply: string;
  lost: boolean;
  /** Whether it is the sender that the server refuses, and so would with every letter. */
  sender: boolean;
};

/**
 * A session with a mail server, letter by letter. It is nodemailer's connection and not its transports: those
 * send again by themselves what they lost sight of, and nobody could tell whether something came twice.
 */
export class Session {
  private constructor(readonly connection: SMTPConnection) {}

  /** @throws Failure when the server is not there, its TLS is not to be trusted, or it refuses the login */
  static async open({ auth, ...server }: Server): Promise<Session> {
    const connection = new SMTPConnection({
      ...server,
      greetingTimeout: 30_000,
      socketTimeout: 120_000,
    });
    await new Promise<void>((resolve, reject) => {
      // Later errors come to whom they concern as well, and this listener keeps them from ending the program.
      connection.on('error', reject);
      connection.connect((error) => (error === undefined ? resolve() : reject(error)));
    }).catch((error: unknown) => {
      throw refusal(error, `The mail server ${server.host}:${server.port} cannot be used`);
    });
    if (auth !== undefined) {
      await promisify(connection.login.bind(connection))({
        credentials: auth,
      }).catch((error: unknown) => {
        connection.close();
        throw refusal(error, `The mail server ${server.host} refuses the user of SMTP_URL`);
      });
    }
    return new Session(connection);
  }

  /** Sends one letter; never throws for what the server or the network does. */
  async send(envelope: { from: string; to: string }, message: string): Promise<Outcome> {
    const source = Readable.from([Buffer.from(message)]);
    let handedOver = false;
    source.once('end', () => {
      handedOver = true;
    });
    const { connection } = this;
    const outcome = await new Promise<Outcome>((resolve) => {
      connection.send({ from: envelope.from, to: [envelope.to] }, source, (error, info) =>
        resolve(error ? outcomeOf(error, handedOver) : accepted(info?.response)),
      );
    });
    // What was begun for a refused letter is not to be that of the next one.
    if (outcome.state !== 'accepted' && !outcome.lost) {
      await promisify(connection.reset.bind(connection))().catch(() => {
        outcome.lost = true;
      });
    }
    return outcome;
  }

  close(): void {
    this.connection.quit();
  }
}

type SmtpError = SMTPConnection.SMTPError;

function accepted(reply = ''): Outcome {
  return { state: 'accepted', reply, lost: false, sender: false };
}

/** RFC 5321, 4.2.1: 4yz is put off, 5yz refused for good; 421 ends the session besides. */
function outcomeOf(error: SmtpError, handedOver: boolean): Outcome {
  const code = error.responseCode ?? 0;
  const reply = error.response ?? error.message;
  const sender = error.command === 'MAIL FROM';
  if (code >= 400 && code < 600) {
    const state = sender ? 'unsent' : code < 500 ? 'deferred' : 'rejected';
    return { state, reply, lost: code === 421, sender };
  }
  return { state: handedOver ? 'sending' : 'unsent', reply, lost: true, sender: false };
}

/** A server that is not there is no fault of the setting; its TLS and its password are. */
function refusal(error: unknown, sentence: string): Failure {
  if (!(error instanceof Error && 'code' in error)) throw error;
  // A certificate that fails from the first byte on is told by what OpenSSL calls it.
  const cause = 'originalCode' in error ? String(error.originalCode) : '';
  const isSetting =
    ['ETLS', 'EAUTH', 'ENOAUTH'].includes(String(error.code)) || /CERT|TLS|SSL|VERIFY/.test(cause);
  return new Failure(`${sentence} (${error.message}).`, isSetting ? 2 : 1);
}

import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { Failure } from '#lib/system/failure.ts';
import type { MailServer } from './server.ts';

/** What became of one letter. */
export type LetterOutcome = {
  /** As in `journal.ts`. `sending`: the whole letter was sent, and the connection was lost before the reply. */
  state: 'accepted' | 'rejected' | 'deferred' | 'unsent' | 'sending';
  /** The reply of the server, or an error message. */
  reply: string;
  /** Whether the connection was lost, so that the session can send no more letters. */
  lost: boolean;
  /** Whether the server refuses the sender, and so every letter. */
  senderRefused: boolean;
};

/**
 * A session with a mail server, which sends one letter after another. It uses nodemailer's connection, not its
 * transports: a transport sends a letter again by itself after an error, so a subscriber might get it twice.
 */
export class Session {
  private constructor(readonly connection: SMTPConnection) {}

  /** @throws Failure when the server does not answer, its certificate is not trusted, or it refuses the login */
  static async open({ auth, ...server }: MailServer): Promise<Session> {
    const connection = new SMTPConnection({
      ...server,
      greetingTimeout: 30_000,
      socketTimeout: 120_000,
    });
    await new Promise<void>((resolve, reject) => {
      // Later errors reach the callback of `send` too. Without this listener they would end the program.
      connection.on('error', reject);
      connection.connect((error) => (error === undefined ? resolve() : reject(error)));
    }).catch((error: unknown) => {
      throw failureOf(error, `The mail server ${server.host}:${server.port} cannot be used`);
    });
    if (auth !== undefined) {
      await promisify(connection.login.bind(connection))({
        credentials: auth,
      }).catch((error: unknown) => {
        connection.close();
        throw failureOf(error, `The mail server ${server.host} refuses the user of SMTP_URL`);
      });
    }
    return new Session(connection);
  }

  /** Sends one letter; never throws for what the server or the network does. */
  async send(envelope: { from: string; to: string }, message: string): Promise<LetterOutcome> {
    const source = Readable.from([Buffer.from(message)]);
    let handedOver = false;
    source.once('end', () => {
      handedOver = true;
    });
    const { connection } = this;
    const outcome = await new Promise<LetterOutcome>((resolve) => {
      connection.send({ from: envelope.from, to: [envelope.to] }, source, (error, info) =>
        resolve(error ? outcomeOf(error, handedOver) : accepted(info?.response)),
      );
    });
    // RSET (RFC 5321, 4.1.1.5): the next letter must not begin in the middle of a refused one.
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

function accepted(reply = ''): LetterOutcome {
  return { state: 'accepted', reply, lost: false, senderRefused: false };
}

/** RFC 5321, 4.2.1: 4yz is a temporary refusal, 5yz a permanent one; 421 also ends the session. */
function outcomeOf(error: SmtpError, handedOver: boolean): LetterOutcome {
  const code = error.responseCode ?? 0;
  const reply = error.response ?? error.message;
  const senderRefused = error.command === 'MAIL FROM';
  if (code >= 400 && code < 600) {
    const state = senderRefused ? 'unsent' : code < 500 ? 'deferred' : 'rejected';
    return { state, reply, lost: code === 421, senderRefused };
  }
  return { state: handedOver ? 'sending' : 'unsent', reply, lost: true, senderRefused: false };
}

/** Exit code 2 for what the user has to change in the settings (TLS, password), 1 where the server does not answer. */
function failureOf(error: unknown, sentence: string): Failure {
  if (!(error instanceof Error && 'code' in error)) throw error;
  // For a wrong certificate with smtps:, only OpenSSL's own code says what is wrong.
  const cause = 'originalCode' in error ? String(error.originalCode) : '';
  const isSetting =
    ['ETLS', 'EAUTH', 'ENOAUTH'].includes(String(error.code)) || /CERT|TLS|SSL|VERIFY/.test(cause);
  return new Failure(`${sentence} (${error.message}).`, isSetting ? 2 : 1);
}

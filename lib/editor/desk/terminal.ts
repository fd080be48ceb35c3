import { createInterface, emitKeypressEvents } from 'node:readline';
import type { ReadStream } from 'node:tty';

/** A terminal in which the command asks the editor: it prints text and reads a key or an edited line. */
export type Terminal = {
  print: (text: string) => void;
  /** The next key, such as `y` or `return`; `undefined` for Ctrl-C, Ctrl-D, or the end of the input. */
  key: () => Promise<string | undefined>;
  /** A line that is there to be changed, as it is when Enter is pressed; `undefined` for Ctrl-C or the end. */
  line: (text: string) => Promise<string | undefined>;
};

type Key = { name?: string; sequence?: string; ctrl?: boolean };

/** The terminal that this process was started in. */
export function openTerminal(input: ReadStream, output: NodeJS.WritableStream): Terminal {
  emitKeypressEvents(input);
  return {
    print: (text) => output.write(`${text}\n`),
    key: () =>
      new Promise((resolve) => {
        const finish = (key: string | undefined) => {
          input.off('keypress', press);
          input.off('end', end);
          input.setRawMode(false);
          input.pause();
          resolve(key);
        };
        const press = (_: string | undefined, { name, sequence, ctrl }: Key) => {
          if (ctrl === true && (name === 'c' || name === 'd')) finish(undefined);
          else finish(name ?? sequence);
        };
        const end = () => finish(undefined);
        input.on('keypress', press);
        input.on('end', end);
        // Without raw mode a key is only seen after Enter, and Ctrl-C would end the process.
        input.setRawMode(true);
        input.resume();
      }),
    line: (text) =>
      new Promise((resolve) => {
        const line = createInterface({ input, output });
        line.on('close', () => resolve(undefined));
        line.on('SIGINT', () => line.close());
        line.question('', (written) => {
          resolve(written);
          line.close();
        });
        line.write(text);
      }),
  };
}

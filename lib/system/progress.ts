/** Says what a command is doing, and what it has done. */
export type Progress = { step: (text: string) => void; done: (text: string) => void };

/** One line that is written over on a terminal; elsewhere only what is done is printed. */
export function terminalProgress(): Progress {
  const { isTTY } = process.stdout;
  const clear = () => {
    if (isTTY) process.stdout.write('\r\u001B[K');
  };
  return {
    step(text) {
      clear();
      if (isTTY) process.stdout.write(text);
    },
    done(text) {
      clear();
      console.log(text);
    },
  };
}

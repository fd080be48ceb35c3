/** Prints the progress of a command: `step` while it works, `done` for results. */
export type Progress = { step: (text: string) => void; done: (text: string) => void };

/** On a terminal, steps overwrite each other in one line. Elsewhere only results are printed. */
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

import { Failure, runCommand } from '#lib/system/failure.ts';

type Command = { run: (args: string[]) => Promise<void> };

/** The commands for editors, each loaded only when it is run, so that none waits for another's libraries. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  check: () => import('./check-command.ts'),
  preview: () => import('./preview-command.ts'),
  import: () => import('./import-command.ts'),
  fix: () => import('./fix-command.ts'),
  new: () => import('./new-command.ts'),
  mail: () => import('./mail-command.ts'),
};

await runCommand(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  const load = COMMANDS[name];
  if (load === undefined) {
    throw new Failure(
      `There is no command "${name}", only ${Object.keys(COMMANDS).join(', ')}.`,
      2,
    );
  }
  await (await load()).run(args);
});

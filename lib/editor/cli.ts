import { Failure, runCommand } from '#lib/system/failure.ts';

type Command = { run: (args: string[]) => Promise<void> };

/** The commands for editors. Each is loaded only when it runs, so that it does not load the libraries of others. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  check: () => import('./check-command.ts'),
  preview: () => import('./preview-command.ts'),
  edit: () => import('./edit-command.ts'),
  import: () => import('./import-command.ts'),
  fix: () => import('./fix-command.ts'),
  new: () => import('./new-command.ts'),
  add: () => import('./add-command.ts'),
  mail: () => import('./mail-command.ts'),
  desk: () => import('./desk-command.ts'),
  sources: () => import('./sources-command.ts'),
  inbox: () => import('./inbox-command.ts'),
  diff: () => import('./diff-command.ts'),
};

await runCommand(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  const load = COMMANDS[name];
  if (load === undefined) {
    throw new Failure(
      `There is no command "${name}". The commands are ${Object.keys(COMMANDS).join(', ')}.`,
      2,
    );
  }
  await (await load()).run(args);
});

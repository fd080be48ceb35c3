import { contentFolder } from '#lib/content/archive.ts';
import { Failure, runCommand } from '#lib/site/failure.ts';
import { checkContent } from './check.ts';

const USAGE = 'Usage: npm run check';

await runCommand(async () => {
  const [command, ...rest] = process.argv.slice(2);
  if (command !== 'check' || rest.length > 0) throw new Failure(USAGE, 2);
  const { report, errors } = await checkContent(contentFolder());
  console.log(report);
  if (errors > 0) process.exitCode = 1;
});

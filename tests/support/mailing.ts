import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { callCommand } from './call-command.ts';
import { contentFolderWith, sampleIssue } from './content-folder.ts';
import { registryTexts } from './registries.ts';

const root = join(import.meta.dirname, '../..');
const script = ['lib/setup/run.cjs', 'lib/editor/cli.ts'];

/** The publication for tests with a sender. */
export const mailedSite = `${registryTexts['site.yml']}mail: { from: 试刊 <digest@digest.example> }\n`;
export const people = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}@example.com`);

/** A content folder with one issue and a list of subscribers beside it, for one test. */
export function folderWith(list = people.join('\n'), files: Record<string, string> = {}) {
  const folder = contentFolderWith({
    'site.yml': mailedSite,
    '2025-03-31.md': sampleIssue(1),
    ...files,
  });
  const recipients = join(folder, 'recipients.txt');
  writeFileSync(recipients, list);
  const journal = `${recipients}.2025-03-31.sent`;
  const command = ['mail', '2025-03-31'];
  const toList = ['--to', recipients, '--pause', '0'];
  const environment = (url: string) => ({ CONTENT_DIR: folder, SMTP_URL: url });
  return {
    folder,
    recipients,
    journal,
    /** The steps in the journal. */
    states: () =>
      readFileSync(journal, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
        .map(({ address, state }) => `${address} ${state}`),
    /** Runs the command to its end, with the list of subscribers. */
    mail: (url: string, ...args: string[]) =>
      callCommand([...command, ...toList, ...args], environment(url)),
    /** The same without the list. */
    mailWithout: (url: string, ...args: string[]) =>
      callCommand([...command, ...args], environment(url)),
    /** The same with a list on standard input. @returns what it printed */
    mailPiped: async (url: string, list: string, ...args: string[]) => {
      const child = spawn(process.execPath, [...script, ...command, ...args], {
        cwd: root,
        env: { ...process.env, SITE_ORIGIN: '', ...environment(url) },
      });
      child.stdin.end(list);
      const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
      return stdout + stderr;
    },
    /** Starts the command, and does not wait for its end. */
    start: (url: string) =>
      spawn(process.execPath, [...script, ...command, ...toList], {
        cwd: root,
        env: { ...process.env, SITE_ORIGIN: '', ...environment(url) },
        stdio: ['ignore', 'ignore', 'pipe'],
      }),
  };
}

/** A promise and the function that resolves it. */
export function withResolvers() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve: () => resolve() };
}

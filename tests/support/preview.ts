import { spawn } from 'node:child_process';
import { once } from 'node:events';

const PATIENCE = 60_000;

/** `editing` is the address of the page on which the issue is edited. */
export type Preview = { address: string; editing: string; stop: () => Promise<void> };

/** Starts `npm run preview` of an issue's file on a port and waits until it names its address. */
export async function startPreview(folder: string, file: string, port: number): Promise<Preview> {
  const child = spawn(
    process.execPath,
    ['lib/setup/run.cjs', 'lib/editor/cli.ts', 'preview', file, '--no-open'],
    { env: { ...process.env, CONTENT_DIR: folder, PORT: String(port), SITE_ORIGIN: '' } },
  );
  const stop = async () => {
    if (child.exitCode !== null) return;
    const closed = once(child, 'close');
    child.kill('SIGTERM');
    await closed;
  };
  const addresses = await new Promise<{ address: string; editing: string }>((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`no preview: ${said}`)), PATIENCE);
    const hear = (chunk: Buffer) => {
      said += chunk;
      const [, address, editing] =
        /Previewing \S+ on (\S+) .*\nEditing on (\S+)\n/.exec(said) ?? [];
      if (address === undefined || editing === undefined) return;
      clearTimeout(timer);
      resolve({ address, editing });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('close', () => reject(new Error(said)));
  });
  return { ...addresses, stop };
}

import { join } from 'node:path';
import { ArchiveReader } from '#lib/content/folder/read-archive.ts';
import type { Job } from '#lib/publish/job.ts';
import { Press } from '#lib/publish/press.ts';
import type { Progress } from '#lib/system/progress.ts';

const root = join(import.meta.dirname, '../..');

/** The settings for the press to print the site of a content folder. */
export function jobOf(content: string, places: Pick<Job, 'out' | 'cache'> & Partial<Job>): Job {
  return { root, content, indexNowKey: undefined, publicBefore: undefined, ...places };
}

/** Collects the output of a press in one text. */
export class Said implements Progress {
  text = '';

  step(): void {}

  done(text: string): void {
    this.text += `${text}\n`;
  }
}

/** Prints the site of a content folder even if it has errors. @returns the folder of the site, below `folder` */
export async function printAnyway(content: string, folder: string): Promise<string> {
  const { archive } = await new ArchiveReader(content).read({ compare: false });
  if (archive === undefined) throw new Error(`${content} has no site.yml that can be used`);
  const job = jobOf(content, { out: join(folder, 'out'), cache: join(folder, 'cache') });
  const press = await Press.open(job);
  await press.printArchive(archive, new Said());
  await press.stop();
  return job.out;
}

import { join } from 'node:path';
import { ArchiveReader } from '#lib/content/folder/read-archive.ts';
import type { Job } from '#lib/publish/job.ts';
import { Press } from '#lib/publish/press.ts';
import type { Progress } from '#lib/system/progress.ts';
import { type Address, isFile } from '#lib/views/addresses.ts';

/** The kinds of files that every page asks for. */
const OF_PAGES = new Set<string>(['icon', 'manifest']);
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

/**
 * Prints the pages of a content folder even if it has errors. Of its editions only the mail, which is a page too, is
 * printed, and no feed: of many large issues they take most of the time.
 * @param isAsked whether a page is printed; without it all are
 * @returns the folder of the site, below `folder`
 */
export async function printAnyway(
  content: string,
  folder: string,
  isAsked: (page: Address) => boolean = () => true,
): Promise<string> {
  const { archive } = await new ArchiveReader(content).read({ compare: false });
  if (archive === undefined) throw new Error(`${content} has no site.yml that can be used`);
  const job = jobOf(content, {
    out: join(folder, 'out'),
    cache: join(folder, 'cache'),
    excerpt: {
      holds: (address) =>
        isFile(address) && !address.path.endsWith('/mail')
          ? OF_PAGES.has(address.kind)
          : isAsked(address),
      // The pages with the attacks are among the largest there are: compressed well they take twice the time.
      quality: 1,
    },
  });
  const press = await Press.open(job);
  await press.printArchive(archive, new Said());
  await press.stop();
  return job.out;
}

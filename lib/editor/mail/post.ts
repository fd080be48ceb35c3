import { join, relative } from 'node:path';
import { orFailure } from '#lib/check/read-folder.ts';
import { ArchiveReader } from '#lib/content/folder/read-archive.ts';
import type { Issue } from '#lib/content/issue.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import type { Mailbox, Site } from '#lib/site/site.ts';
import { Failure } from '#lib/system/failure.ts';
import { isLoopback } from './server.ts';

/** An issue that is sent as mail, and its sender. */
export type Mailing = { issue: Issue; site: Site; from: Mailbox };

type Allowed = {
  /** Drafts and issues of later days. */
  unpublished: boolean;
  /** Links that work only on this machine. */
  local: boolean;
};

/**
 * Reads the issue of a day, to send it.
 * @throws Failure when there is none, it may not be sent, or site.yml names no sender
 */
export async function readMailing(
  folder: string,
  date: IsoDate,
  allowed: Allowed,
): Promise<Mailing> {
  const reading = new ArchiveReader(folder).read({ includeUnpublished: true, compare: false });
  const { archive, diagnostics } = await orFailure(folder, reading);
  const registry = relative('', join(folder, 'site.yml'));
  if (archive === undefined) {
    throw new Failure(`${registry} cannot be used: npm run check shows why.`, 2);
  }
  const path = `issues/${date}.md`;
  const file = relative('', join(folder, path));
  const faults = diagnostics.find((each) => each.path === path)?.messages ?? [];
  if (faults.some(({ fatal }) => fatal)) {
    throw new Failure(`${file} has errors: npm run check -- ${file} shows them.`, 2);
  }
  const issue = archive.issues.find((each) => each.date === date);
  if (issue === undefined)
    throw new Failure(`There is no issue of ${date}: ${file} does not exist.`, 2);
  if (!allowed.unpublished && (issue.draft || issue.date > archive.today)) {
    const what = issue.draft
      ? 'is a draft'
      : `is not public before ${archive.site.publishTime} on ${issue.date}`;
    throw new Failure(`${file} ${what}: only --test-to sends it.`, 2);
  }
  const { site } = archive;
  if (!allowed.local && isLoopback(new URL(site.origin).hostname)) {
    throw new Failure(
      `Nobody else can open links to ${site.origin}: set origin in ${registry}, or SITE_ORIGIN.`,
      2,
    );
  }
  const from = site.mail?.from;
  if (from === undefined) {
    throw new Failure(
      `${registry} names no sender: add mail.from, such as ${site.name} <digest@example.org>.`,
      2,
    );
  }
  return { issue, site, from };
}

import { readRegistryFiles } from '#lib/content/archive.ts';
import { parseRegistries, type Registries } from '#lib/content/registries.ts';
import { Failure, hasCode } from '#lib/site/failure.ts';

/**
 * What `read` reads of a content folder.
 * @throws Failure when the folder cannot be read
 */
export async function readFolder<T>(folder: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof TypeError && error.message.includes('SITE_ORIGIN'))
      throw new Failure(error.message, 2);
    if (!hasCode(error, 'ENOENT', 'ENOTDIR', 'EACCES')) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(
      `The content folder ${folder} cannot be read (${reason}): it must hold site.yml and a folder issues; CONTENT_DIR names another.`,
      2,
    );
  }
}

/**
 * The registries of a content folder, without its issues.
 * @throws Failure when the folder cannot be read or its site.yml is unusable
 */
export async function readRegistries(folder: string): Promise<Registries> {
  const { registries, diagnostics } = parseRegistries(
    await readFolder(folder, () => readRegistryFiles(folder)),
  );
  if (registries !== undefined) return registries;
  const fault = diagnostics.flatMap(({ messages }) => messages)[0];
  throw new Failure(`site.yml cannot be used: ${fault?.reason ?? 'it is empty'}.`, 2);
}

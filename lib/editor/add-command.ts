import { join } from 'node:path';
import { readArticle } from '#lib/article/read-article.ts';
import { readUtf8, readWholeArchive } from '#lib/check/read-folder.ts';
import { contentFolder } from '#lib/content/folder/content-files.ts';
import { readArguments } from '#lib/system/arguments.ts';
import { Failure } from '#lib/system/failure.ts';
import { displayPath } from '#lib/system/working-folder.ts';
import { decodeText } from '#lib/web/decode-text.ts';
import { explainAnswer } from '#lib/web/fetch-answer.ts';
import { fetchPage, userAgent } from '#lib/web/fetch-page.ts';
import { applyChanges } from './change.ts';
import { collectArticle, type Texts } from './collect/collect-article.ts';
import { openDraft } from './collect/open-draft.ts';
import { readInput } from './import/read-input.ts';

const USAGE = `Usage: npm run add -- URL… [--section SECTION] [--add-source] [--quote] [--dry-run]

Reads the page of each report, and adds an item with its title and its source to the newest draft; where there
is none, to a new one, made as npm run new makes it. The text is for you to write: the page's is not copied.
- reads addresses from standard input, one a line.

  --section SECTION  the name or the id of a section; without it, the first one of sections.yml
  --add-source       adds publishers that sources.yml does not list
  --quote            keeps the first two sentences in a note that is never published
  --allow-private    reads pages of this machine and of private networks too
  --dry-run          shows the changes and writes nothing

  npm run add -- https://example.org/a --section industry

Exit code: 0 when all were added, 1 when some pages could not be read, 2 when nothing was done.`;

const OPTIONS = {
  section: { type: 'string' },
  'add-source': { type: 'boolean' },
  quote: { type: 'boolean' },
  'allow-private': { type: 'boolean' },
  'dry-run': { type: 'boolean' },
} as const;

/** More addresses in one call are a mistake. */
const MOST = 200;

/** `npm run add` */
export async function run(args: string[]): Promise<void> {
  const read = readArguments(args, USAGE, OPTIONS, MOST);
  if (read === undefined) return;
  const { values, words } = read;
  const addresses = (await Promise.all(words.map(addressesOf))).flat();
  if (addresses.length === 0) throw new Failure(`Expected the address of a report.\n\n${USAGE}`, 2);
  if (addresses.length > MOST)
    throw new Failure(`Unexpected ${addresses.length} addresses, expected at most ${MOST}.`, 2);
  const folder = contentFolder();
  const archive = await readWholeArchive(folder);
  const draft = await openDraft(folder, archive);
  const sources = join(folder, 'sources.yml');
  const before: Texts = { issue: draft.text, sources: await readUtf8(sources) };
  let texts = before;
  let failed = 0;
  for (const address of addresses) {
    const article = await readPage(address, archive.site, values['allow-private'] === true);
    if (typeof article === 'string') {
      failed += 1;
      console.error(`${address} was not added: ${article}.`);
      continue;
    }
    const collected = collectArticle(archive, texts, article, address, {
      ...(typeof values.section === 'string' && { section: values.section }),
      addSource: values['add-source'] === true,
      quote: values.quote === true,
    });
    texts = collected.texts;
    console.log(collected.said.join('\n'));
  }
  if (failed > 0) process.exitCode = 1;
  if (texts.issue === before.issue) return;
  const changes = [
    { path: draft.path, content: texts.issue, isUpdate: draft.before !== undefined },
    ...(texts.sources === before.sources
      ? []
      : [{ path: sources, content: texts.sources, isUpdate: true }]),
  ];
  await applyChanges(changes, { dryRun: values['dry-run'] === true });
  if (values['dry-run'] !== true) console.log(`${displayPath(draft.path)} was written.`);
}

async function addressesOf(word: string): Promise<string[]> {
  if (word !== '-') return [word];
  const { bytes } = await readInput('-');
  return bytes
    .toString('utf8')
    .split(/\s+/)
    .filter((line) => /^https?:/i.test(line));
}

/** The article of a page, or why there is none. */
async function readPage(
  address: string,
  { origin, timeZone }: { origin: string; timeZone: string },
  allowPrivate: boolean,
) {
  const answer = await fetchPage(address, { agent: userAgent(origin), allowPrivate });
  if (answer.kind === 'refused' || answer.kind === 'failed') return explainAnswer(answer);
  if (answer.kind === 'unchanged') return 'the host sent no page';
  if (answer.status >= 400) return `the host answered ${answer.status}`;
  const { contentType = 'text/html' } = answer.headers;
  if (!/html|xml|text\/plain/i.test(contentType)) return `it is no page but ${contentType}`;
  const article = readArticle(decodeText(answer.bytes, contentType), answer.address, { timeZone });
  if (article.obstacle === undefined && article.title !== undefined) return article;
  return article.obstacle === undefined ? 'the page has no title' : OBSTACLES[article.obstacle];
}

const OBSTACLES = {
  challenge:
    'the host wants to see that a person reads it; open it in a browser and write the item by hand',
  'sign-in': 'the page asks to sign in',
  missing: 'the page says that the report is not there',
};

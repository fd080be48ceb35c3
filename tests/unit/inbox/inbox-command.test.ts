import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { keyOf } from '#lib/editor/inbox/candidates/report.ts';
import { runInbox } from '#lib/editor/inbox-command.ts';
import { callCommand } from '#tests/support/call-command.ts';
import { contentFolderWith, temporaryFolder } from '#tests/support/content-folder.ts';
import { type FeedsFor, publicationIn } from '#tests/support/inbox.ts';

const FIRST = 'https://example.com/1';
const SECOND = 'https://example.com/2';
const [ONE, TWO] = [keyOf(FIRST), keyOf(SECOND)];
const FEEDS = {
  甲报: [
    { title: '某公司发布AI模型', url: FIRST, date: '2025-03-30' },
    { title: '去年营收增长三成', url: SECOND },
  ],
  乙网: { fault: 'answered 404' },
};

/** The command in a publication, and what it prints. */
function commandIn(feeds: FeedsFor = FEEDS) {
  const publication = publicationIn(temporaryFolder(), feeds);
  const inbox = async (...args: string[]) => {
    const printed = { out: '', err: '' };
    const spies = [
      vi.spyOn(console, 'log').mockImplementation((text) => {
        printed.out += `${text}\n`;
      }),
      vi.spyOn(console, 'error').mockImplementation((text) => {
        printed.err += `${text}\n`;
      }),
      vi.spyOn(process.stdout, 'write').mockReturnValue(true),
    ];
    try {
      await runInbox(args, publication.places, undefined);
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
    return printed;
  };
  return { ...publication, inbox };
}

describe('npm run inbox', () => {
  test('lists the candidates with their keys, and each feed that cannot be read in a line', async () => {
    const { inbox, folder } = commandIn();
    const listed = `${TWO} 去年营收增长三成 · 甲报 日子不明 · 业绩（营收）\n${ONE} 某公司发布AI模型 · 甲报 3月30日 · 人工智能（AI）\n`;
    const err = 'https://feeds.example/1 (乙网): answered 404\n';
    expect(await inbox()).toEqual({ out: listed, err });
    expect(await inbox('--list')).toEqual({ out: listed, err });
    expect(existsSync(join(folder, 'inbox.tsv'))).toBe(false);
  });

  test('prints them as JSON, stories of reports', async () => {
    const stories: unknown = JSON.parse((await commandIn().inbox('--json')).out);
    expect(stories).toEqual([
      [
        {
          key: TWO,
          title: '去年营收增长三成',
          url: SECOND,
          source: '甲报',
          words: ['业绩（营收）'],
          kept: false,
        },
      ],
      [
        {
          key: ONE,
          title: '某公司发布AI模型',
          url: FIRST,
          source: '甲报',
          day: '2025-03-30',
          words: ['人工智能（AI）'],
          kept: false,
        },
      ],
    ]);
  });

  test('decides by keys without reading a feed again', async () => {
    const { inbox, issue, decisions, places } = commandIn();
    await inbox('--list');
    places.fetchFeed = () => Promise.reject(new Error('a feed was read'));
    const { out } = await inbox('--take', ONE, '--decline', `${TWO},`, '--section', 'industry');
    expect(out).toContain('“某公司发布AI模型” → ');
    expect(out).toContain('1 declined, 0 kept.\n');
    expect(issue('2025-03-31')).toContain(
      `## 产业要闻\n\n### 某公司发布AI模型\n\n来源：[甲报](${FIRST})`,
    );
    expect(decisions()).toContain(`${TWO}\t2025-03-31\tdeclined`);
  });

  test('decides nothing where one of the keys is none', async () => {
    const { inbox, folder } = commandIn();
    await inbox('--list');
    await expect(inbox('--decline', ONE, '--keep', '3')).rejects.toThrow(
      'There is no candidate 3: npm run inbox -- --list --all lists them with their keys.',
    );
    expect(existsSync(join(folder, 'inbox.tsv'))).toBe(false);
  });

  test('says that there is nothing, and that nothing could be read', async () => {
    expect((await commandIn({ 甲报: [] }).inbox()).out).toBe('There is no candidate.\n');
    await expect(commandIn({ 乙网: FEEDS.乙网 }).inbox()).rejects.toThrow(
      'None of the 1 feeds could be read.',
    );
  });

  test('lists what it knows where no feed can be read', async () => {
    const { inbox, places } = commandIn();
    await inbox('--list');
    places.fetchFeed = async () => ({ fault: 'getaddrinfo ENOTFOUND' });
    const { out, err } = await inbox('--list');
    expect(out.split('\n')).toHaveLength(3);
    expect(err.split('\n')).toHaveLength(3);
  });

  test('says what to do where no source has a feed', async () => {
    const { code, stderr } = await callCommand(['inbox'], {
      CONTENT_DIR: contentFolderWith({}),
      BUILD_CACHE: temporaryFolder(),
    });
    expect([code, stderr]).toEqual([
      2,
      'sources.yml names no feed: add feed: https://… to a source.\n',
    ]);
  });
});

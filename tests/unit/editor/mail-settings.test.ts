import { describe, expect, test } from 'vitest';
import { fileAt } from '#lib/views/addresses.ts';
import { contentFolderWith, sampleIssue } from '#tests/support/content-folder.ts';
import { readArchive } from '#tests/support/feeds.ts';
import { registryTexts } from '#tests/support/registries.ts';

describe('mail in site.yml', () => {
  const withMail = async (lines: string) =>
    readArchive(
      contentFolderWith({
        'site.yml': `${registryTexts['site.yml']}${lines}`,
        '2025-03-31.md': sampleIssue(1),
      }),
    );

  test('names the sender and how to leave', async () => {
    const archive = await withMail(
      'mail:\n  from: 试刊 <digest@例子.example>\n  unsubscribe: { mailto: leave@digest.example }\n',
    );
    expect(archive.site.mail?.from).toEqual({
      name: '试刊',
      address: 'digest@xn--fsqu00a.example',
    });
    const message = await fileAt(archive, '/issues/2025-03-31.eml')?.write();
    expect(message).toContain('List-Unsubscribe: <mailto:leave@digest.example>\r\n');
    expect(message).toMatch(/^From: =\?UTF-8\?B\?.*\?= <digest@xn--fsqu00a\.example>\r$/m);
  });

  test.each([
    'mail: { from: 试刊 }\n',
    'mail: { from: "a@b.example, c@d.example" }\n',
    'mail: { unsubscribe: {} }\n',
    'mail: { unsubscribe: { https: "http://digest.example/leave" } }\n',
    'mail: { unsubscribe: { mailto: "leave" } }\n',
    'mail: { sender: a@b.example }\n',
  ])('is refused as %j', async (lines) => {
    await expect(withMail(lines)).rejects.toThrow('has no usable site.yml');
  });
});

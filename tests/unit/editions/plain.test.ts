import { describe, expect, test } from 'vitest';
import { llmsText } from '#lib/editions/llms.ts';
import { mailText } from '#lib/editions/mail/text.ts';
import { separateAddresses } from '#lib/editions/plain.ts';
import { contentFolderWith } from '#tests/support/content-folder.ts';
import { readArchive } from '#tests/support/feeds.ts';
import { registryTexts } from '#tests/support/registries.ts';

describe('an address in plain text', () => {
  test.each([
    ['公告（https://example.com/a）', '公告（https://example.com/a ）'],
    ['https://example.com/a?b=1&c=2、光明日报', 'https://example.com/a?b=1&c=2 、光明日报'],
    ['见http://example.com。', '见http://example.com 。'],
    [
      '“https://example.com/%E4%BE%8B”与《https://example.com/#b》',
      '“https://example.com/%E4%BE%8B ”与《https://example.com/#b 》',
    ],
    ['https://example.com/a😀', 'https://example.com/a 😀'],
    ['［图：https://example.com/a.png］', '［图：https://example.com/a.png ］'],
    [
      'https://example.com/a，https://example.com/b',
      'https://example.com/a ，https://example.com/b',
    ],
    // These stay as they are: a blank is there, or the address may go on.
    ['见 https://example.com/a 。', '见 https://example.com/a 。'],
    ['https://example.com/a', 'https://example.com/a'],
    ['https://example.com/a\n）', 'https://example.com/a\n）'],
    ['(https://example.com/a).', '(https://example.com/a).'],
    ['https://example.com/著作权。', 'https://example.com/著作权。'],
    ['比例为3:2。', '比例为3:2。'],
  ])('is separated from the mark behind it: %s', (text, separated) => {
    expect(separateAddresses(text)).toBe(separated);
    expect(separateAddresses(separated)).toBe(separated);
  });

  test('is separated so in a letter and in llms.txt', async () => {
    const folder = contentFolderWith({
      'site.yml': registryTexts['site.yml'].replace(
        '转载请注明来源。',
        '转载见https://digest.example/about。',
      ),
      '2025-03-31.md': `---
summary: 见https://example.com/summary，一句。
---

导语见[公告](https://example.com/lead)。

## 产业要闻

### 甲

正文见[公告](https://example.com/a)，又见https://example.com/b；![图一](https://example.com/c.png)。

来源：[光明日报](https://example.com/d)、[证券日报](https://example.com/e) 2025-03-30、羊城晚报
`,
    });
    const archive = await readArchive(folder);
    const [issue] = archive.issues;
    if (issue === undefined) throw new Error('there is no issue');
    for (const text of [mailText({ issue, site: archive.site }), llmsText(archive)]) {
      expect(text).toContain('https://');
      for (const [address] of text.matchAll(/https?:\/\/[^\s)]+/g))
        expect(address).toMatch(/^[!-~]+$/);
    }
  });
});

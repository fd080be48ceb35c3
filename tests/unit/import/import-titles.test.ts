import { expect, test } from 'vitest';
import { convertInput } from '#tests/support/convert-input.ts';
import { testRegistries } from '#tests/support/registries.ts';

test('preformatted text in a title is one line of text', async () => {
  const page = '<h1><pre>1. ---\n</pre></h1><h2><b>甲<pre>```\n乙</pre></b></h2><p>丙</p>';
  const { text: written } = await convertInput(
    { name: 'a.html', bytes: Buffer.from(page) },
    testRegistries(),
    '2025-03-31',
  );
  expect(written).toContain('1. ---');
  expect(written).toContain('甲``` 乙');
  expect(written).not.toMatch(/^```/m);
});

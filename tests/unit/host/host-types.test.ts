import { expect, test } from 'vitest';
import { writeHeaders } from '#lib/publish/host-files/cloudflare.ts';
import { headerRules } from '#lib/publish/host-files/header-rules.ts';
import { matchesPattern } from '#lib/site/path-patterns.ts';
import { outputFile } from '#lib/site/paths.ts';
import { addressesOf, isFile } from '#lib/views/addresses.ts';
import { nothingInline } from '#tests/support/inline.ts';
import { readShipped } from '#tests/support/shipped.ts';

/** The rules of `_headers` as Cloudflare reads them: every rule that fits adds its values, `!` takes back. */
function headersAt(path: string): [name: string, value: string][] {
  let given: [name: string, value: string][] = [];
  for (const rule of rules) {
    const [pattern = '', ...lines] = rule.trim().split('\n');
    if (!matchesPattern(decodeURI(pattern), path)) continue;
    for (const line of lines) {
      const [, gone] = /^ +! (.*)$/.exec(line) ?? [];
      const [name = '', value = ''] = line.trim().split(/: (.*)/);
      if (gone === undefined) given.push([name, value]);
      else given = given.filter(([its]) => its !== gone);
    }
  }
  return given;
}

const rules = writeHeaders(headerRules(nothingInline, [])).split('\n\n');

/** Endings whose media type every host knows. */
const KNOWN = /\.(html|json|png|webmanifest)$/;

test('no header of a file is set twice, and Content-Type is its media type', async () => {
  const archive = await readShipped();
  const files = addressesOf(archive).filter(isFile);
  expect(files.length).toBeGreaterThan(300);
  for (const { path, type } of files) {
    const given = headersAt(path);
    const names = given.map(([name]) => name);
    expect(new Set(names).size, path).toBe(names.length);
    const header = new Map(given).get('Content-Type');
    if (header === undefined) expect(outputFile(path)).toMatch(KNOWN);
    else expect(header, path).toBe(type);
  }
});

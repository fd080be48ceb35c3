import { describe, expect, test } from 'vitest';
import { parseRegistryTexts, registryTexts } from '#tests/support/registries.ts';

/** The settings of `site.yml` with more lines, or the place and the reason of each fault. */
function read(lines: string) {
  const { registries, diagnostics } = parseRegistryTexts({
    ...registryTexts,
    'site.yml': `${registryTexts['site.yml']}${lines}`,
  });
  const faults = diagnostics.flatMap(({ messages }) => messages);
  return { site: registries?.site, faults: faults.map(({ line, reason }) => ({ line, reason })) };
}

/** The first line behind those of the publication for tests. */
const NEXT = registryTexts['site.yml'].split('\n').length;

describe('what an institution says of itself', () => {
  test('is read from site.yml', () => {
    const { site, faults } = read(`frequency: 每周一期
editors: [甲编辑部, 乙编辑部]
contact: { email: desk@example.org, url: "https://example.org/r?t={title}&a={address}", address: 某市某路1号 }
icp: 京ICP备00000000号-1
publicSecurity: 京公网安备00000000000000号
publicSecurityEmblem: /beian.png
newsLicence: "00000000000"
responsibleEditor: 某某
complaints: { phone: 010-00000000, email: complaints@example.org }
`);
    expect(faults).toEqual([]);
    expect(site).toMatchObject({
      frequency: '每周一期',
      editors: ['甲编辑部', '乙编辑部'],
      contact: { email: 'desk@example.org', url: 'https://example.org/r?t={title}&a={address}' },
      complaints: { phone: '010-00000000' },
    });
  });

  test.each([
    ['contact: { email: desk }', 'expected a mail address'],
    ['contact: { url: "http://example.org/" }', 'expected an address such as https://'],
    ['publicSecurity: 京公网安备', 'expected a number such as'],
    ['publicSecurityEmblem: beian.png', 'expected the path of a picture'],
    ['publicSecurityEmblem: //example.org/beian.png', 'expected the path of a picture'],
    ['complaints: {}', 'expected phone or email'],
    ['complaints: { phone: 拨打 }', 'expected a telephone number'],
    ['editors: []', ''],
    ['frequency: ""', 'expected some text'],
  ])('%s is a fault with its place', (line, reason) => {
    const { faults } = read(`${line}\n`);
    expect(faults).toEqual([{ line: NEXT, reason: expect.stringContaining(reason) }]);
  });
});

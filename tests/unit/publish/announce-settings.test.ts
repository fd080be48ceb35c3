import { describe, expect, test } from 'vitest';
import { isPublicOrigin, readSettings } from '#lib/publish/announce/settings.ts';

const origin = 'https://digest.example';

describe('what is announced', () => {
  test.each(['https://版权.中国', 'https://www.dibao.cn', 'http://news.dibao.cn:8080'])(
    'is of a site that others can reach: %s',
    (site) => {
      expect(isPublicOrigin(new URL(site).origin)).toBe(true);
    },
  );

  test.each([
    'http://localhost:3000',
    'http://a.localhost',
    'http://127.0.0.1',
    'http://[::1]:3000',
    'http://192.168.1.5',
    'https://nas',
    'https://nas.local',
    'https://example.org',
    'https://www.example.com',
    'https://digest.example',
    'https://a.test.',
  ])('leaves out a site that services cannot reach: %s', (site) => {
    expect(isPublicOrigin(new URL(site).origin)).toBe(false);
  });

  test('goes to the services themselves, unless the environment names others', () => {
    const keys = { INDEXNOW_KEY: 'a1b2c3d4', BAIDU_TOKEN: 'x' };
    const placesOf = (environment: Record<string, string>) =>
      readSettings(environment, origin).services.map(({ endpoint, hasOtherEndpoint }) => [
        endpoint,
        hasOtherEndpoint,
      ]);
    expect(placesOf(keys)).toEqual([
      ['https://api.indexnow.org/indexnow', false],
      ['http://data.zz.baidu.com/urls', false],
    ]);
    const elsewhere = 'https://yandex.com/indexnow';
    expect(placesOf({ INDEXNOW_KEY: 'a1b2c3d4', INDEXNOW_ENDPOINT: elsewhere })).toEqual([
      [elsewhere, true],
    ]);
  });

  test.each([
    ['INDEXNOW_KEY', 'secret1'],
    ['INDEXNOW_KEY', 'secret/../x'],
    ['INDEXNOW_KEY', `${'secret'.repeat(21)}sss`],
    ['BAIDU_TOKEN', 'secret&site=x'],
    ['BAIDU_TOKEN', 'secret\n'],
  ])('needs a well-formed key, and a malformed %s is not printed', (name, value) => {
    const reading = () => readSettings({ [name]: value }, origin);
    expect(reading).toThrow(
      new RegExp(`^${name} is malformed: it must be .*, and nothing else\\.$`),
    );
    expect(reading).not.toThrow(/secret/);
  });

  test.each(['baidu', 'ftp://a.example/x'])('needs an address for a service: %s', (value) => {
    expect(() => readSettings({ BAIDU_ENDPOINT: value }, origin)).toThrow(
      `BAIDU_ENDPOINT is "${value}": expected an address such as https://example.org/x.`,
    );
  });
});

import { isIP } from 'node:net';
import { Failure } from '#lib/system/failure.ts';
import { baidu } from './baidu.ts';
import { indexNow } from './index-now.ts';
import type { Service } from './service.ts';

type Environment = Record<string, string | undefined>;

export type Settings = {
  services: (Service & {
    /** Whether the environment names another place for it than its own. */
    isElsewhere: boolean;
  })[];
  /** Which services are not told for want of a key, a sentence each. */
  skipped: string[];
};

/**
 * The services as the environment sets them.
 * @throws Failure when a key or an address in it is malformed
 */
export function readSettings(environment: Environment, origin: string): Settings {
  const token = readValue(environment, 'BAIDU_TOKEN', /^[\w-]+$/, 'letters, digits, - and _');
  const known = [
    {
      name: 'IndexNow',
      make: indexNow,
      variable: 'INDEXNOW_KEY',
      secret: indexNowKey(environment),
      endpoint: readEndpoint(environment, 'INDEXNOW_ENDPOINT'),
    },
    {
      name: 'Baidu',
      make: baidu,
      variable: 'BAIDU_TOKEN',
      secret: token,
      endpoint: readEndpoint(environment, 'BAIDU_ENDPOINT'),
    },
  ];
  const settings: Settings = { services: [], skipped: [] };
  for (const { name, make, variable, secret, endpoint } of known) {
    if (secret === undefined) settings.skipped.push(`${name} is not told: ${variable} is not set.`);
    else {
      const service = make(origin, secret, endpoint);
      settings.services.push({ ...service, isElsewhere: endpoint !== undefined });
    }
  }
  return settings;
}

/**
 * The key by which IndexNow knows the site, which has to be a file of it.
 * @returns `undefined` where none is set
 * @throws Failure when it is malformed: https://www.indexnow.org/documentation
 */
export function indexNowKey(environment: Environment): string | undefined {
  const form = /^[a-zA-Z0-9-]{8,128}$/;
  return readValue(environment, 'INDEXNOW_KEY', form, '8 to 128 of a-z, A-Z, 0-9 and -');
}

/** @throws Failure that does not tell the value, which may be a secret */
function readValue(environment: Environment, name: string, form: RegExp, expected: string) {
  const value = environment[name];
  if (!value) return undefined;
  if (form.test(value)) return value;
  throw new Failure(`${name} is malformed: expected ${expected}, and nothing else.`, 2);
}

function readEndpoint(environment: Environment, name: string): string | undefined {
  const value = environment[name];
  if (!value) return undefined;
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return value;
  throw new Failure(`${name} is "${value}": expected an address such as https://example.org/x.`, 2);
}

/** Names that are nobody's: RFC 2606, 6761, 6762 and 9476, and those of local networks. */
const RESERVED =
  /(^|\.)(localhost|local|localdomain|lan|home|internal|intranet|private|test|invalid|alt|example|example\.(com|net|org)|home\.arpa)$/;

/** Whether others on the internet may find a site at an origin: one of a name that can be theirs. */
export function isPublicOrigin(origin: string): boolean {
  const host = new URL(origin).hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  return isIP(host) === 0 && host.includes('.') && !RESERVED.test(host);
}

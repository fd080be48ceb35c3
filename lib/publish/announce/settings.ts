import { isIP } from 'node:net';
import { Failure } from '#lib/system/failure.ts';
import { baidu } from './baidu.ts';
import { indexNow } from './index-now.ts';
import type { Service } from './service.ts';

type Environment = Record<string, string | undefined>;

export type Settings = {
  services: (Service & {
    /** Whether the environment names another endpoint than the service's own. */
    hasOtherEndpoint: boolean;
  })[];
  /** The services for which there is no key, a sentence each. */
  skipped: string[];
};

/**
 * Reads from the environment which services are used.
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
    if (secret === undefined)
      settings.skipped.push(`${name} was left out: ${variable} is not set.`);
    else {
      const service = make(origin, secret, endpoint);
      settings.services.push({ ...service, hasOtherEndpoint: endpoint !== undefined });
    }
  }
  return settings;
}

/**
 * The site's key for IndexNow. The site has to publish it in a file.
 * @returns `undefined` where none is set
 * @throws Failure when it is malformed: https://www.indexnow.org/documentation
 */
export function indexNowKey(environment: Environment): string | undefined {
  const form = /^[a-zA-Z0-9-]{8,128}$/;
  return readValue(environment, 'INDEXNOW_KEY', form, '8 to 128 of a-z, A-Z, 0-9 and -');
}

/** @throws Failure without the value, which may be a secret */
function readValue(environment: Environment, name: string, form: RegExp, expected: string) {
  const value = environment[name];
  if (!value) return undefined;
  if (form.test(value)) return value;
  throw new Failure(`${name} is malformed: it must be ${expected}, and nothing else.`, 2);
}

function readEndpoint(environment: Environment, name: string): string | undefined {
  const value = environment[name];
  if (!value) return undefined;
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return value;
  throw new Failure(`${name} is "${value}": expected an address such as https://example.org/x.`, 2);
}

/** Names that nobody can register: those of RFC 2606, 6761, 6762 and 9476, and those of local networks. */
const RESERVED =
  /(^|\.)(localhost|local|localdomain|lan|home|internal|intranet|private|test|invalid|alt|example|example\.(com|net|org)|home\.arpa)$/;

/** Whether a site at an origin can be reached from the internet: its host is a name that someone can register. */
export function isPublicOrigin(origin: string): boolean {
  const host = new URL(origin).hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  return isIP(host) === 0 && host.includes('.') && !RESERVED.test(host);
}

import { z } from 'zod';
import { parseJson } from '#lib/site/parse-json.ts';
import { countOf, type Reply, type Service, shortened } from './service.ts';

const ENDPOINT = 'http://data.zz.baidu.com/urls';

/** What Baidu answers: https://ziyuan.baidu.com/college/courseinfo?id=267&page=2 (链接提交). */
const success = z.object({
  remain: z.number().int().nonnegative(),
  success: z.number().int().nonnegative(),
  not_same_site: z.array(z.string()).default([]),
  not_valid: z.array(z.string()).default([]),
});
const error = z.object({ error: z.number(), message: z.string() });
const reply = z.union([success, error]);

/** How many addresses a report lists. */
const NAMED = 5;

/** Baidu's API for submitting addresses (普通收录, API 提交). The site has to be registered there with this origin. */
export function baidu(origin: string, token: string, endpoint = ENDPOINT): Service {
  const address = new URL(endpoint);
  // In Baidu's own examples the site is not percent-encoded.
  address.search = `?site=${origin}&token=${token}`;
  return {
    name: 'Baidu',
    endpoint,
    most: 2000,
    takesRemoved: false,
    secret: token,
    request: (urls) => ({ address: address.href, type: 'text/plain', body: urls.join('\n') }),
    read: readReply,
  };
}

function readReply({ status, text }: { status: number; text: string }, sent: number): Reply {
  const read = reply.safeParse(parseJson(text));
  if (!read.success)
    return { refused: `it answered ${status} with something unexpected: ${shortened(text)}` };
  if ('message' in read.data) return { refused: meaningOf(read.data) };
  const { success: took, remain, not_same_site, not_valid } = read.data;
  const faults = [
    ...faultsOf('not of the site that BAIDU_TOKEN is for', not_same_site),
    ...faultsOf('not valid', not_valid),
  ];
  const unexplained = sent - took - not_same_site.length - not_valid.length;
  if (unexplained > 0)
    faults.push(`${countOf(unexplained)} not taken, for a reason that it does not name`);
  return { took, remain, notes: [`it takes ${remain} more today`], faults };
}

function meaningOf({ error: code, message }: z.infer<typeof error>): string {
  const meaning: Record<string, string> = {
    'over quota': 'it takes no more addresses of this site today',
    'site error': 'the site is not registered at Baidu with this origin',
    'token is not valid': 'BAIDU_TOKEN is not the one that Baidu gave this site',
  };
  return [`it answered ${code}`, shortened(message), meaning[message]].filter(Boolean).join(': ');
}

function faultsOf(what: string, urls: readonly string[]): string[] {
  if (urls.length === 0) return [];
  const named = urls.slice(0, NAMED).map(shortened).join(' ');
  const more = urls.length > NAMED ? ` and ${urls.length - NAMED} more` : '';
  return [`${countOf(urls.length)} ${what}: ${named}${more}`];
}

import { absoluteUrl, paths } from '#lib/site/paths.ts';
import { type Reply, type Service, shortened } from './service.ts';

const ENDPOINT = 'https://api.indexnow.org/indexnow';

/** What each status means. https://www.indexnow.org/documentation */
const REFUSALS: Record<number, string> = {
  400: 'the request is malformed',
  403: 'the key is not accepted: the site must serve it at /INDEXNOW_KEY.txt, where npm run build writes it if INDEXNOW_KEY is set',
  422: 'the addresses are not of the site that the key is for',
  429: 'it takes no more addresses for now',
};

/** IndexNow: Bing, Yandex, Seznam, Naver and others. Each of them shares the addresses with the rest. */
export function indexNow(origin: string, key: string, endpoint = ENDPOINT): Service {
  const { host } = new URL(origin);
  const keyLocation = absoluteUrl(origin, paths.indexNowKey(key));
  return {
    name: 'IndexNow',
    endpoint,
    most: 10_000,
    takesRemoved: true,
    secret: key,
    request: (urlList) => ({
      address: endpoint,
      type: 'application/json; charset=utf-8',
      body: JSON.stringify({ host, key, keyLocation, urlList }),
    }),
    read: readReply,
  };
}

function readReply({ status, text }: { status: number; text: string }, sent: number): Reply {
  if (status === 200) return { took: sent, notes: [], faults: [] };
  if (status === 202) return { took: sent, notes: ['it has not checked the key yet'], faults: [] };
  const meaning = REFUSALS[status];
  return {
    refused: [`it answered ${status}`, meaning, shortened(text)].filter(Boolean).join(': '),
  };
}

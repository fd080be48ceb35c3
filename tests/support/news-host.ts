import { type Behaviour, standInWeb, type WebRequest } from './stand-in-web.ts';

/** What a stand-in for the host of a publisher answers at a path. */
export type Reply = Behaviour | ((request: WebRequest) => Behaviour);

/** A stand-in for the host of a publisher, on 127.0.0.1. Paths that it does not know are 404. */
export type NewsHost = {
  url: (path: string) => string;
  /** The paths that were asked for until now, in order. */
  asked: () => string[];
};

/**
 * Starts a stand-in for one test.
 * @param replies may be changed while it runs
 * @param slow how long it takes to answer, in ms
 */
export async function startNewsHost(
  replies: Record<string, Reply>,
  { slow = 0 }: { slow?: number } = {},
): Promise<NewsHost> {
  const pages = Object.keys(replies).map((path) => {
    const page = (request: WebRequest): Behaviour => {
      const reply = replies[path] ?? { status: 404 };
      return { slow, ...(typeof reply === 'function' ? reply(request) : reply) };
    };
    return [path, page] as const;
  });
  const { origin, requests } = await standInWeb(Object.fromEntries(pages));
  return { url: (path) => `${origin}${path}`, asked: () => requests.map(({ path }) => path) };
}

/** A page with an article. */
export function articlePage(headline: string, ...paragraphs: string[]): string {
  const text = paragraphs.map((each) => `<p>${each}</p>`).join('');
  return `<html><head><title>${headline}_某报</title></head><body><h1>${headline}</h1><div>${text}</div></body></html>`;
}

/** An answer that leads to another address. */
export function redirectTo(location: string, status = 301): Reply {
  return { status, headers: { Location: location } };
}

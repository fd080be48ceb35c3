const API = new URL('../api/', location.href);

/**
 * Asks the server for something about an issue. With a body it is a POST. An answer with status 409 that is JSON is an
 * answer too.
 * @throws Error with the sentence of the server, or one that says that it does not answer
 */
export async function ask<Reply>(
  word: string,
  name: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<Reply> {
  const post = {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  };
  const init = { ...(body === undefined ? {} : post), ...(signal && { signal }) };
  const response = await fetch(new URL(`${word}/${encodeURIComponent(name)}`, API), init).catch(
    (error: unknown) => {
      if (!(error instanceof TypeError)) throw error;
      throw new Error('预览已经停止：文字还在页面上，重新启动以后再保存。');
    },
  );
  const isJson = response.headers.get('Content-Type')?.startsWith('application/json') === true;
  if (!isJson) throw new Error(await response.text());
  return response.json();
}

import { serveNext } from '#lib/publish/next-process.ts';

/** Has Next serve the content of `CONTENT_DIR` as the press has it serve, and says where. */
const args = ['start', '--hostname', '127.0.0.1', '--port', '0'];
const { origin } = await serveNext(process.cwd(), args, {});
console.log(origin);

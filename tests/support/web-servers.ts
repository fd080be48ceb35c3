import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A running nginx or Caddy on loopback. */
export type WebServer = { origin: string; stop: () => Promise<void> };

const BROTLI = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
/** nginx, Caddy and rclone, where they are installed. */
export const nginx = { path: '/usr/sbin/nginx', brotli: existsSync(BROTLI) };
export const caddy = { path: '/usr/bin/caddy' };
export const rclone = { path: '/usr/bin/rclone' };
export const has = ({ path }: { path: string }) => existsSync(path);

/** A port of loopback that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('there is no port');
  return address.port;
}

/** An nginx of one server block, each of its files in a folder of its own. */
export function startNginx(folder: string, port: number, block: string): Promise<WebServer> {
  const config = join(folder, `nginx-${port}.conf`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name}-${port};`)
    .join(' ');
  writeFileSync(
    config,
    `daemon off; master_process off; worker_rlimit_nofile 4096; pid ${folder}/${port}.pid;
error_log ${folder}/${port}.log;
${nginx.brotli ? `load_module ${BROTLI};` : ''}
events { worker_connections 2048; }
http { access_log off; ${temporary} ${block} }
`,
  );
  return start(nginx.path, ['-c', config, '-e', `${folder}/${port}.log`], port, {});
}

/** The directives that a server block needs besides the built nginx.conf. */
export const nginxSite = (port: number, out: string) =>
  `server { listen 127.0.0.1:${port}; root ${out}; ${nginx.brotli ? 'brotli_static on;' : ''} include ${out}/nginx.conf; }`;

export function startCaddy(folder: string, port: number, out: string): Promise<WebServer> {
  const args = ['run', '--config', join(out, 'Caddyfile'), '--adapter', 'caddyfile'];
  return start(caddy.path, args, port, {
    SITE_ADDRESS: `http://127.0.0.1:${port}`,
    SITE_ROOT: out,
    XDG_DATA_HOME: folder,
    XDG_CONFIG_HOME: folder,
    CADDY_ADMIN: `unix/${folder}/caddy.sock`,
  });
}

/** The complaint of a program about its configuration; empty where there is none. */
export function complaint(path: string, args: string[]): string {
  const { status, stderr } = spawnSync(path, args, { encoding: 'utf8' });
  return status === 0 ? '' : stderr;
}

async function start(
  path: string,
  args: string[],
  port: number,
  environment: Record<string, string>,
): Promise<WebServer> {
  const child = spawn(path, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...environment },
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said = (said + chunk).slice(-2000);
  });
  const origin = `http://127.0.0.1:${port}`;
  for (let round = 0; round < 200; round += 1) {
    if (child.exitCode !== null) break;
    const answered = await fetch(origin).catch(() => undefined);
    if (answered !== undefined) return { origin, stop: () => stop(child) };
    await wait(50);
  }
  await stop(child);
  throw new Error(`${path} does not serve: ${said}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  await closed;
}

/** The names of all files below a folder, sorted. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** The files of a release that a host serves, without compressed copies and without configuration for hosts. */
export function publishedFiles(release: string): string[] {
  return filesBelow(release).filter(
    (name) => !/\.(br|gz)$|^_|^(nginx\.conf|Caddyfile|rclone\.sh)$/.test(name),
  );
}

import { paths } from '#lib/site/paths.ts';
import type { Move } from './cloudflare.ts';
import { type HeaderRule, headersFor } from './header-rules.ts';
import { hiddenPattern, quoted, regExpOf } from './patterns.ts';

/**
 * The Caddyfile of the site (https://caddyserver.com/docs/caddyfile). Caddy reads two variables: it listens at
 * SITE_ADDRESS, and serves the folder SITE_ROOT.
 */
export function writeCaddy(rules: readonly HeaderRule[], moves: readonly Move[]): string {
  const notFound = {
    ...headersFor(rules, paths.notFound()),
    'Content-Type': 'text/html; charset=utf-8',
  };
  return `# Written by npm run build: SITE_ADDRESS=example.org SITE_ROOT=/srv/site/out caddy run --config out/Caddyfile
{$SITE_ADDRESS::8080} {
	root * {$SITE_ROOT:/srv/site/out}
	route {
		header -Server
${rules.map(headerLines).join('\n')}
${moves.map(moveLines).join('\n')}
		@malformed path_regexp \\x00
		error @malformed 400
		@hidden path_regexp ${backquoted(`${hiddenPattern}|^${paths.notFound()}$`)}
		error @hidden 404
		@method not method GET HEAD
		header @method Allow "GET, HEAD"
		error @method 405
		@outside expression {http.request.uri}.startsWith("//")
		error @outside 404
		@index path_regexp ^/(.*/)?index\\.html$
		route @index {
			uri strip_suffix index.html
			redir * {uri} 308
		}
		@html path_regexp \\.html$
		route @html {
			uri strip_suffix .html
			redir * {uri} 308
		}
		@slash path_regexp ^/.+/$
		route @slash {
			uri strip_suffix /
			redir * {uri} 308
		}
		try_files {path} {path}.html
		file_server {
			precompressed br gzip
			index index.html
		}
	}
	handle_errors {
		@page expression {http.error.status_code} == 404
		route @page {
${Object.entries(notFound)
  .map(([name, value]) => `			header ${name} ${quoted(value)}`)
  .join('\n')}
			rewrite * ${paths.notFound()}.html
			file_server {
				precompressed br gzip
				status 404
			}
		}
		respond "{http.error.status_code} {http.error.status_text}" {http.error.status_code}
	}
}
`;
}

function headerLines({ pattern, headers }: HeaderRule, index: number): string {
  const matcher = `@headers${index}`;
  const lines = Object.entries(headers).map(
    ([name, value]) => `\t\theader ${matcher} ${name} ${quoted(value)}`,
  );
  return [`\t\t${matcher} path_regexp ${backquoted(regExpOf(pattern))}`, ...lines].join('\n');
}

function moveLines({ from, to }: Move, index: number): string {
  const matcher = `@moved${index}`;
  return `\t\t${matcher} path_regexp ${backquoted(regExpOf(decodeURIComponent(from)))}\n\t\tredir ${matcher} ${quoted(to)} 308`;
}

/** A regular expression in backquotes: only between these does Caddy leave a backslash as it is. */
function backquoted(expression: string): string {
  return `\`${expression.replaceAll('`', '\\x60')}\``;
}

import type { NextConfig } from 'next';

/**
 * What `next start` says alone. Next's own scripts stand in the page, so that no policy can name them; the
 * printed site, which has none of them, is held to more: lib/publish/host-files/header-rules.ts.
 */
const HEADERS = {
  'Content-Security-Policy':
    "object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'",
  'Permissions-Policy': 'camera=(),geolocation=(),microphone=()',
  'Referrer-Policy': 'strict-origin',
  'Strict-Transport-Security': 'max-age=63072000',
  'X-Content-Type-Options': 'nosniff',
};

/** They bring a program or WebAssembly of their own, which cannot be bundled. */
const PROGRAMS = ['esbuild', 'satori', '@resvg/resvg-wasm'];

/** What parses and writes on the server: loaded from where it lies, it need not be compiled at every build. */
const LIBRARIES = [
  'docx',
  'fast-png',
  'feedsmith',
  'fflate',
  'gray-matter',
  'hast-util-from-parse5',
  'hast-util-sanitize',
  'ical-generator',
  'image-size',
  'jszip',
  'leven',
  'mdast-util-gfm-table',
  'mdast-util-to-markdown',
  'mdast-util-to-string',
  'micromark-extension-gfm-table',
  'nodemailer',
  'parse5',
  'remark',
  'remark-cjk-friendly',
  'remark-html',
  'unist-util-visit',
  'vfile',
  'vfile-location',
  'vfile-message',
  'xast-util-to-xml',
  'xastscript',
  'yaml',
  'zod',
];

const config: NextConfig = {
  poweredByHeader: false,
  headers: async () => [
    {
      source: '/:path*',
      headers: Object.entries(HEADERS).map(([key, value]) => ({ key, value })),
    },
  ],
  reactStrictMode: true,
  // Types are checked by `npm test`, once, over the whole project.
  typescript: { ignoreBuildErrors: true },
  // Title and metadata must stand in the head of a dynamically rendered page, for everyone.
  htmlLimitedBots: /.*/,
  serverExternalPackages: [...PROGRAMS, ...LIBRARIES],
  // It would stand over the faults in an editor's preview.
  devIndicators: false,
  experimental: {
    // The styles travel in the page: one request before the first paint.
    inlineCss: true,
    // The code is compiled when it has changed, and then most of what was kept is of no use.
    turbopackFileSystemCacheForBuild: false,
    // What runs on the server alone is compiled a tenth sooner as it is, and its faults can be read.
    serverMinification: false,
    // A request costs nothing where there is none: each page carries its own styles and no others.
    cssChunking: { type: 'graph', requestCost: 0 },
  },
};

export default config;

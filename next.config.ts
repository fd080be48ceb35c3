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
  // They bring a program or WebAssembly of their own, which cannot be bundled.
  serverExternalPackages: ['esbuild', 'satori', '@resvg/resvg-wasm'],
  // It would stand over the faults in an editor's preview.
  devIndicators: false,
  experimental: {
    // The styles travel in the page: one request before the first paint.
    inlineCss: true,
    // A request costs nothing where there is none: each page carries its own styles and no others.
    cssChunking: { type: 'graph', requestCost: 0 },
  },
};

export default config;

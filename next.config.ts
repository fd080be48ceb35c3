import type { NextConfig } from 'next';

/**
 * What Next says in its answers. Next's own scripts stand in the page, so that no policy can name them; the
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
const PROGRAMS = ['esbuild', 'satori', '@resvg/resvg-js'];

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
  serverExternalPackages: PROGRAMS,
  // It would stand over the faults in an editor's preview.
  devIndicators: false,
  experimental: {
    // The styles travel in the page: one request before the first paint.
    inlineCss: true,
    // To write it takes 14 s, and `npm run server` compiles when the code has changed.
    turbopackFileSystemCacheForBuild: false,
  },
};

export default config;

import type { NextConfig } from 'next';

/**
 * The headers of Next's answers. Next puts inline scripts into its pages that differ each time, so its policy cannot
 * restrict scripts. The printed site has a stricter policy: lib/publish/host-files/header-rules.ts.
 */
const HEADERS = {
  'Content-Security-Policy': `object-src 'none';base-uri 'none';form-action 'self';frame-ancestors ${framedBy()}`,
  'Permissions-Policy': 'camera=(),geolocation=(),microphone=()',
  'Referrer-Policy': 'strict-origin',
  'Strict-Transport-Security': 'max-age=63072000',
  'X-Content-Type-Options': 'nosniff',
};

/** Who may show a page in a frame: in an editor's preview the page on which issues are edited, and nobody else. */
function framedBy(): string {
  const { NODE_ENV, PREVIEW_EVENTS } = process.env;
  return (NODE_ENV === 'development' && PREVIEW_EVENTS) || "'none'";
}

/** `npm test` sets it: its Next is asked for pages, and how small its scripts are is of no matter to them. */
const isQuick = process.env.QUICK_BUILD === 'yes';

/** These packages contain a native program or WebAssembly, which cannot be bundled. */
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
  // `npm test` checks the types of the whole project.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: PROGRAMS,
  // Next's indicator would cover the faults in an editor's preview.
  devIndicators: false,
  experimental: {
    // With the styles in the page, the first paint needs only one request.
    inlineCss: true,
    // Writing this cache takes 14 s, and `npm run server` compiles only when the code has changed.
    turbopackFileSystemCacheForBuild: false,
    // A quarter of the time to compile.
    turbopackMinify: !isQuick,
    turbopackSourceMaps: !isQuick,
  },
};

export default config;

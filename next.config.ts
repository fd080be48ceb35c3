import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
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

/** How esbuild bundles what browsers load: small modules, in memory. */
export const browserOptions = {
  bundle: true,
  write: false,
  minify: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
} as const;

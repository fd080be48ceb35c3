'use strict';

// Runs a TypeScript command of ours: `node lib/setup/run.cjs lib/publish/cli.ts start`.
// This file and ready.cjs run before anything is installed, and on any version of Node. So both are plain CommonJS in
// the syntax of 2015.

const path = require('path');
const url = require('url');
const ready = require('./ready.cjs');

const root = path.resolve(__dirname, '..', '..');
const script = process.argv[2] || 'lib/publish/cli.ts';

try {
  const options = { dev: script.indexOf('tests/') === 0 };
  ready.requireNode(options);
  ready.install(root, options);
} catch (error) {
  if (!(error instanceof ready.NotReady)) throw error;
  console.error(error.message);
  process.exit(1);
}

const command = path.join(root, script);
process.argv.splice(1, 2, command);
require('./bundle.cjs')
  .fileToRun(root, script)
  .then((file) => import(url.pathToFileURL(file).href))
  .catch((error) => {
    console.error(error);
    process.exit(1);
  });

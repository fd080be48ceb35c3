'use strict';

// Loaded into each Next that the press starts: a press that is killed outright cannot stop it, and it would hold
// its port, its memory and `.next` for good. The press holds the other end of its input, which then closes.

// What Next starts itself inherits the flag, but has another parent.
if (process.env.DIBAO_PRESS === String(process.ppid)) {
  process.stdin.on('end', () => process.exit(1));
  process.stdin.resume();
  // It ends by itself too, when it is done.
  if ('unref' in process.stdin) process.stdin.unref();
}

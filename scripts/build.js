import { build, buildIfStale } from './build-if-stale.js';

await (process.argv.includes('--if-stale') ? buildIfStale() : build()).catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});

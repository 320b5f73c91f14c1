#!/usr/bin/env node
if (Number.parseInt(process.versions.node) < 24) {
  console.error(`slipway: this is Node ${process.versions.node}. Install Node 24 or newer.`);
  process.exit(1);
}
const { main } = await import('../lib/index.js');
process.exitCode = await main(process.argv.slice(2));

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { wording } from '../wording.ts';

/** A scan in a separate process, and a registry that never answers. */

let folder: string;
let server: Server;
let host: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scan-'));
  server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  writeFileSync(
    join(folder, 'slipway.yml'),
    `app: shop
images: {shop: {repository: "${host}/shop"}}
environments: {production: {namespace: shop, manifests: [deploy/], workload: Deployment/shop}}
`,
  );
  writeFileSync(join(folder, 'trivy'), '#!/bin/sh\necho Version: 0.74.0\n', { mode: 0o755 });
  mkdirSync(join(folder, 'database/db'), { recursive: true });
  writeFileSync(join(folder, 'database/db/trivy.db'), '');
  const metadata = JSON.stringify({ Version: 2, UpdatedAt: new Date().toISOString() });
  writeFileSync(join(folder, 'database/db/metadata.json'), metadata);
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

it.each(['SIGINT', 'SIGTERM'] as const)(
  'a scan stops on %s while it downloads, and reports it',
  async signal => {
    const cli = join(import.meta.dirname, '../../src/slipway.ts');
    const images = JSON.stringify({ shop: `sha256:${'0'.repeat(64)}` });
    const child = spawn(process.execPath, [cli, 'scan', '--images', images, '--trivy-database', 'database'], {
      cwd: folder,
      env: { PATH: `${folder}:${process.env.PATH}`, HOME: folder },
    });
    let out = '';
    child.stdout.on('data', chunk => {
      out += chunk;
    });
    const ended = once(child, 'close');
    await Promise.race([once(server, 'request'), ended]);
    child.kill(signal);
    expect(await ended).toEqual([1, null]);
    expect(out).toMatch(/^verdict=fail$/m);
    expect(out.split('\n')).toContainEqual(wording('reason='));
  },
);

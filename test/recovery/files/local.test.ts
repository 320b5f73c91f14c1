import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withLocalRestic } from '../../../src/recovery/files/local.ts';
import { wording } from '../../wording.ts';

let folder: string;
let server: Server;
let asked: string[];
const path = process.env.PATH;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-'));
  asked = [];
  server = createServer(({ url = '' }, answer) => {
    asked.push(url);
    answer.writeHead(503).end();
  });
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready));
});
afterEach(async () => {
  process.env.PATH = path;
  server.close();
  await rm(folder, { recursive: true });
});

/** Simulates a runner with a restic of that version. */
async function on(version: string) {
  await writeFile(join(folder, 'restic'), `#!/bin/sh\necho "restic ${version} compiled with go"\n`, {
    mode: 0o755,
  });
  process.env.PATH = `${folder}:${path}`;
  return withLocalRestic(
    {
      env: {
        ...{ PATH: process.env.PATH, RUNNER_TEMP: folder, RUNNER_TOOL_CACHE: join(folder, 'cache') },
        SLIPWAY_TOOL_MIRRORS: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      },
      signal: new AbortController().signal,
      report: () => undefined,
    },
    exec => exec(['restic', 'version']),
  );
}

describe('restic on this machine', () => {
  it.each(['0.18.0', '0.18.9'])('is used when its version is supported: %s', async version => {
    expect((await on(version)).stdout).toContain(`restic ${version}`);
    expect(asked).toEqual([]);
    expect(readdirSync(folder)).toEqual(['restic']);
  });

  it('is downloaded from the mirrors when the installed one is older, as on Ubuntu 24.04', async () => {
    await expect(on('0.17.3')).rejects.toThrow(wording('503'));
    expect(asked[0]).toMatch(/^\/github\.com\/restic\/restic\/releases\/download\/v0\.18\.1\/.*\.bz2$/);
    expect(existsSync(join(folder, 'cache', 'restic'))).toBe(false);
    expect(readdirSync(folder)).toEqual(['restic']);
  });
});

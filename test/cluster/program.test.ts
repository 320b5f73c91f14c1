import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { provideKubectl } from '../../src/cluster/program.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kubectl-'));
  vi.stubEnv('PATH', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe('kubectl', () => {
  it('is the one on the PATH, without a check of its version', async () => {
    writeFileSync(join(folder, 'kubectl'), '#!/bin/sh\ntouch "$0.asked"\n', { mode: 0o755 });
    await provideKubectl({ SLIPWAY_TOOL_MIRRORS: 'http://127.0.0.1:65535' });
    expect(existsSync(join(folder, 'kubectl.asked'))).toBe(false);
    expect(process.env.PATH).toBe(folder);
  });

  it('security 12: is not the one on the PATH where pinned tools are demanded', async () => {
    writeFileSync(join(folder, 'kubectl'), '#!/bin/sh\n', { mode: 0o755 });
    const env = { SLIPWAY_TOOLS: 'pinned', SLIPWAY_TOOL_MIRRORS: 'http://127.0.0.1:65535' };
    await expect(provideKubectl({ ...env, RUNNER_TOOL_CACHE: join(folder, 'cache') })).rejects.toThrow(
      /65535/,
    );
  });

  it('is never another version than the pinned one, and is downloaded once for simultaneous callers', async () => {
    const asked: string[] = [];
    const server = createServer(({ url = '' }, answer) => {
      asked.push(url);
      answer.end('#!/bin/sh\necho evil\n');
    });
    await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready));
    const mirror = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const env = {
      SLIPWAY_TOOL_MIRRORS: mirror,
      RUNNER_TEMP: folder,
      RUNNER_TOOL_CACHE: join(folder, 'cache'),
    };
    const refused = expect(Promise.all([provideKubectl(env), provideKubectl(env)])).rejects;
    await refused.toThrow(/has the checksum \S+, not the pinned /);
    expect(asked).toEqual([
      expect.stringMatching(/^\/dl\.k8s\.io\/release\/v1\.36\.3\/bin\/linux\/\w+\/kubectl$/),
    ]);
    expect(process.env.PATH).toBe(folder);
    expect(readdirSync(folder).filter(name => name.startsWith('slipway-kubectl-'))).toEqual([]);
    server.close();
  });
});

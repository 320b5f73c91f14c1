import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dieWithParent } from '../../src/toolkit/child.ts';

describe('a program that is bound to this process', () => {
  let folder: string;
  const program = (name: string) => writeFileSync(join(folder, name), '', { mode: 0o755 });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'child-'));
    vi.stubEnv('PATH', folder);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  it('is started by the setpriv of util-linux', () => {
    program('setpriv');
    expect(dieWithParent('kubectl', ['proxy'])).toEqual([
      join(folder, 'setpriv'),
      ['--pdeathsig', 'KILL', '--', 'kubectl', 'proxy'],
    ]);
  });

  it('is started alone where there is none, or only that of BusyBox', () => {
    expect(dieWithParent('kubectl', ['proxy'])).toEqual(['kubectl', ['proxy']]);
    program('busybox');
    symlinkSync(join(folder, 'busybox'), join(folder, 'setpriv'));
    expect(dieWithParent('kubectl', ['proxy'])).toEqual(['kubectl', ['proxy']]);
  });
});

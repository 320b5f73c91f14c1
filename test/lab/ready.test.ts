import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Lab, labOf } from '../../lab/lab.ts';
import { locked } from '../../lab/lock.ts';
import { forgetReady, isReady, markReady, untilPartsReady } from '../../lab/ready.ts';

const patience = 0;
let cache = '';
let lab: Lab;
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'lab-ready-'));
  lab = labOf('test', cache);
});
afterEach(() => rmSync(cache, { recursive: true, force: true }));

describe('a part of a lab', () => {
  it('is ready after `up` has marked it, until `up` works on it again', () => {
    expect(isReady(lab, 'trivy')).toBe(false);
    markReady(lab, 'trivy');
    expect(isReady(lab, 'trivy')).toBe(true);
    expect(isReady(lab, 'gateway')).toBe(false);
    forgetReady(lab);
    expect(isReady(lab, 'trivy')).toBe(false);
  });

  it('is not waited for if it is ready, even without a running `up`', async () => {
    markReady(lab, 'trivy');
    await untilPartsReady(lab, ['trivy'], { patience });
  });

  it('is waited for as long as an `up` works on it', async () => {
    await locked(
      lab.lock,
      () => {},
      async () => {
        const waiting = untilPartsReady(lab, ['trivy', 'gateway']);
        markReady(lab, 'trivy');
        await Promise.resolve();
        markReady(lab, 'gateway');
        await waiting;
      },
    );
  });

  it('is not waited for after the `up` that builds it has died', async () => {
    mkdirSync(join(cache, 'labs'), { recursive: true });
    writeFileSync(lab.lock, '999999999 1\n');
    markReady(lab, 'trivy');
    await expect(untilPartsReady(lab, ['trivy', 'gateway'], { patience })).rejects.toThrow(
      'the lab test has no gateway: no `up` is running',
    );
  });

  it('is not waited for after an abort', async () => {
    const stop = new AbortController();
    const waiting = untilPartsReady(lab, ['gateway'], {
      patience: Number.POSITIVE_INFINITY,
      signal: stop.signal,
    });
    stop.abort();
    await expect(waiting).rejects.toThrow('abort');
  });
});

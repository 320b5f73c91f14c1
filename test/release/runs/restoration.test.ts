import { describe, expect, it } from 'vitest';
import type { Deployment } from '../../../src/cluster/objects.ts';
import { type Astray, isThere, together } from '../../../src/release/runs/restoration.ts';
import { labels } from '../../../src/release/workloads/naming.ts';
import { deployment, release, template } from '../objects.ts';

const workload: Astray = { ref: { kind: 'Deployment', name: 'shop' }, before: { template: {} } };
const worker: Astray = { ref: { kind: 'Deployment', name: 'worker' }, before: { template: {} } };
const late: Astray = { ref: { kind: 'Deployment', name: 'late' }, before: null };

/** Waits that end when the test says so, and what was done in its order. */
function way(refused?: string) {
  const done: string[] = [];
  const ends: Record<string, (problem?: string) => void> = {};
  return {
    done,
    end: (name: string, problem?: string) => ends[name]?.(problem),
    write: async ({ ref: { name }, before }: Astray) => {
      if (name === refused) throw new Error(`${name} is paused`);
      done.push(`write ${name}`);
      return before !== null;
    },
    follow: ({ ref: { name } }: Astray, signal: AbortSignal) => {
      done.push(`wait for ${name}`);
      return new Promise<string | undefined>(resolve => {
        ends[name] = resolve;
        signal.addEventListener('abort', () => {
          done.push(`no wait for ${name}`);
          resolve(undefined);
        });
      });
    },
  };
}

const soon = () => new Promise(resolve => setImmediate(resolve));

describe('a workload and its workers that are put back', () => {
  it('are written in their order and waited for side by side; what goes is not waited for', async () => {
    const all = way();
    const ended = together([workload, worker, late], all);
    await soon();
    expect(all.done).toEqual([
      'write shop',
      'write worker',
      'write late',
      'wait for shop',
      'wait for worker',
    ]);
    all.end('worker');
    expect(await Promise.race([ended.then(() => 'over'), soon().then(() => 'open')])).toBe('open');
    all.end('shop');
    expect(await ended).toBeUndefined();
  });

  it('end with the first that does not come up, and nobody waits for the others any more', async () => {
    const all = way();
    const ended = together([workload, worker], all);
    await soon();
    all.end('shop', 'it crashes');
    expect(await ended).toBe('it crashes');
    expect(all.done.at(-1)).toBe('no wait for worker');
  });

  it('are left alone where the workload cannot be written', async () => {
    const all = way('shop');
    await expect(together([workload, worker], all)).rejects.toThrow('shop is paused');
    expect(all.done).toEqual([]);
  });
});

describe('a workload is the release that a rollback aims at', () => {
  const target = { ...release(3), outcome: { template: template('acme/shop:3') } } as never;
  const live = (image: string, number = '3'): Deployment =>
    deployment({
      metadata: { annotations: { [labels.release]: number } },
      spec: { template: template(image) },
    });

  it('when it has its number and its template', () => {
    expect(isThere(live('acme/shop:3'), target)).toBe(true);
    expect(isThere(live('acme/shop:3', '2'), target)).toBe(false);
    expect(isThere(undefined, target)).toBe(false);
  });

  it('not when `kubectl set image` has changed its template since, which leaves the number', () => {
    expect(isThere(live('acme/shop:hotfix'), target)).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { type Astray, together } from '../../../src/release/runs/restoration.ts';

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

import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { bothOf, eachOf, mapOf, serialQueue } from '../../src/toolkit/parallel.ts';

describe('work on each item', () => {
  it('runs up to a limit, and returns results in the order of the items', async () => {
    let [running, most] = [0, 0];
    const made = await mapOf([30, 10, 20, 5], 2, async wait => {
      running += 1;
      most = Math.max(most, running);
      await sleep(wait);
      running -= 1;
      return `${wait}`;
    });
    expect(made).toEqual(['30', '10', '20', '5']);
    expect(most).toBe(2);
  });

  it('starts no more after an error, which is thrown when running work has ended', async () => {
    const [begun, ended]: number[][] = [[], []];
    const work = eachOf([1, 2, 3, 4], 2, async each => {
      begun?.push(each);
      if (each === 1) throw new Error('one');
      await sleep(20);
      ended?.push(each);
    });
    await expect(work).rejects.toThrow('one');
    expect([begun, ended]).toEqual([[1, 2], [2]]);
  });
});

it('a queue runs one piece of work after the other, and continues after an error', async () => {
  const turn = serialQueue();
  const order: string[] = [];
  const pass = (name: string, wait: number) =>
    turn(async () => {
      order.push(`${name} begins`);
      await sleep(wait);
      if (name === 'b') throw new Error(name);
      order.push(`${name} ends`);
    });
  const all = await Promise.allSettled([pass('a', 20), pass('b', 5), pass('c', 1)]);
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(order).toEqual(['a begins', 'a ends', 'b begins', 'c begins', 'c ends']);
});

describe('two pieces of work', () => {
  const signal = new AbortController().signal;

  it('run at once', async () => {
    const order: string[] = [];
    const work = (name: string, ms: number) => async () => {
      order.push(`${name} begins`);
      await sleep(ms);
      return name;
    };
    expect(await bothOf(signal, work('one', 20), work('other', 10))).toEqual(['one', 'other']);
    expect(order).toEqual(['one begins', 'other begins']);
  });

  it('both end if one fails, with its error', async () => {
    let ended = false;
    const one = async (until: AbortSignal) => {
      await new Promise(resolve => until.addEventListener('abort', resolve, { once: true }));
      await sleep(10);
      ended = true;
      throw new Error('cancelled');
    };
    const other = async () => {
      throw new Error('full disk');
    };
    await expect(bothOf(signal, one, other)).rejects.toThrow('full disk');
    expect(ended).toBe(true);
  });

  it('end when the run is cancelled', async () => {
    const cancelling = new AbortController();
    const work = (until: AbortSignal) => sleep(10_000, undefined, { signal: until });
    const both = bothOf(cancelling.signal, work, work);
    cancelling.abort();
    await expect(both).rejects.toThrow(/abort/);
  });
});

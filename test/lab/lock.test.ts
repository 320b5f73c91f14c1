import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { locked, once, processIn, processNow } from '../../lab/lock.ts';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'lock-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

describe('a lock', () => {
  it('has one holder at a time', async () => {
    const order: string[] = [];
    const work = (name: string) =>
      locked(
        join(directory, 'l'),
        once(() => order.push(`${name} waits`)),
        async () => {
          order.push(`${name} in`);
          await new Promise(resolve => setTimeout(resolve, 50));
          order.push(`${name} out`);
        },
      );
    await Promise.all([work('a'), work('b')]);
    expect(order).toEqual(['a in', 'b waits', 'a out', 'b in', 'b out']);
    expect(existsSync(join(directory, 'l'))).toBe(false);
  });

  it.each(['', '999999999 1', `${process.pid} 1`])('of a dead holder (%j) is free', async holder => {
    writeFileSync(join(directory, 'l'), holder);
    await expect(
      locked(
        join(directory, 'l'),
        () => expect.unreachable(),
        async () => 'in',
      ),
    ).resolves.toBe('in');
  });
});

describe('a process id', () => {
  it('of a process that started at another time is not ours', () => {
    const me = processNow(process.pid);
    writeFileSync(join(directory, 'p'), `${process.pid} ${me?.start}\nready\n`);
    expect(processIn(join(directory, 'p'))).toEqual(me);
    writeFileSync(join(directory, 'p'), `${process.pid} 12\n`);
    expect(processIn(join(directory, 'p'))).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { trafficFirst } from '../../src/release/engine.ts';

describe('traffic and journal', () => {
  it('writes the journal only when the patch of the traffic was accepted', async () => {
    const told: string[] = [];
    let accept = () => {};
    const sent = new Promise<void>(resolve => {
      accept = resolve;
    }).then(() => told.push('traffic'));
    const done = trafficFirst(sent, async () => told.push('journal'));
    await Promise.resolve();
    expect(told).toEqual([]);
    accept();
    await done;
    expect(told).toEqual(['traffic', 'journal']);
  });

  it('writes the journal of a patch that was refused too, and fails as it did', async () => {
    const told: string[] = [];
    const refused = Promise.reject(new Error('403'));
    await expect(trafficFirst(refused, async () => told.push('journal'))).rejects.toThrow('403');
    expect(told).toEqual(['journal']);
  });
});

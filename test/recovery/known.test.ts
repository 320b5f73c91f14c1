import { describe, expect, it } from 'vitest';
import { measureKnown } from './known.ts';

/** Longer than anything here: a busy machine is no outage. */
const patience = 2000;
const looks = {
  probes: { every: 20, patience },
  markers: { every: 10, patience },
  good: 5,
};

describe('the measurement of a known outage and loss', () => {
  it.each(['refuses', 'hangs', 'errors'] as const)(
    'contains them, whatever the load of the machine: the service %s',
    async how => {
      const known = await measureKnown({ ...looks, away: 150, behind: 80, how });
      const { outage, loss, truth, error, naive, failedAt, cutAt, firstLostAt = Number.NaN } = known;
      console.log(
        `${how}: RTO ${truth.rto} ms, off by ${error.rto}; RPO ${truth.rpo} ms, off by ${error.rpo}; script wall time ${naive.scriptWallTime} ms, backup age ${naive.backupAge} ms`,
      );
      if (outage.kind !== 'over' || loss.point.kind !== 'lost') throw new Error(outage.kind);
      // A probe was bad at the lower bound, and one was good at the upper one: the outage ended in between.
      expect(outage.atLeast).toBeLessThanOrEqual(truth.rto + 1);
      expect(outage.rto).toBeGreaterThanOrEqual(truth.rto - 1);
      // The last marker that exists came before the copy was cut off, the first lost one after it.
      expect(loss.point.milliseconds).toBeGreaterThanOrEqual(truth.rpo - 1);
      expect(firstLostAt).toBeGreaterThanOrEqual(cutAt - 1);
      expect(failedAt - loss.point.milliseconds).toBeLessThanOrEqual(firstLostAt);
      expect(loss.findings.filter(({ wrong }) => wrong)).toEqual([]);
      // The usual simple measures are off by more than ours.
      expect(Math.abs(naive.scriptWallTime - truth.rto)).toBeGreaterThan(Math.abs(error.rto));
    },
  );
});

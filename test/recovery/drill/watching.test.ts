import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { steadyClock } from '../../../src/recovery/drill/clock.ts';
import { startProber } from '../../../src/recovery/drill/prober.ts';
import { startWriter } from '../../../src/recovery/drill/writer.ts';
import { type Marker, markerHash, parseLedger } from '../../../src/recovery/ledger.ts';
import { measureLoss } from '../../../src/recovery/loss.ts';
import { measureOutage } from '../../../src/recovery/outage.ts';
import { wording } from '../../wording.ts';

const now = steadyClock();
const hang = () => new Promise<never>(() => undefined);

describe('the writer of markers', () => {
  it('records each marker before it is sent and after it is acknowledged, numbered without a gap', async () => {
    let ledger = '';
    const stored: Marker[] = [];
    const writer = startWriter({
      ...{ runId: 'run', every: 5, patience: 100, now },
      append: line => {
        ledger += line;
      },
      send: async marker => {
        expect(ledger.trimEnd().split('\n').at(-1)).toContain(`"seq":${marker.seq},`);
        stored.push(marker);
      },
    });
    await sleep(60);
    const entries = await writer.stop();
    expect(entries.length).toBeGreaterThan(2);
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, i) => i + 1));
    expect(parseLedger(ledger)).toEqual({ entries, cut: false });
    expect(stored.every(marker => markerHash(marker) === marker.sha256)).toBe(true);
    expect(measureLoss({ ledger: entries, recovered: stored, failedAt: now(), every: 5 }).lost).toEqual([]);
  });

  it('does not count a marker as acknowledged that failed or timed out, even if an answer comes later', async () => {
    const kinds = ['fails', 'hangs', 'late', 'good'] as const;
    const signals: boolean[] = [];
    const writer = startWriter({
      ...{ runId: 'run', every: 1, patience: 20, now, append: () => undefined },
      send: async ({ seq }, signal) => {
        const kind = kinds[seq - 1] ?? 'good';
        if (kind === 'fails') throw new Error('no primary');
        signal.addEventListener('abort', () => signals.push(true));
        if (kind === 'hangs') await hang();
        if (kind === 'late') await sleep(40);
      },
    });
    while (writer.entries().length < 4) await sleep(5);
    const [failed, hung, late, good] = await writer.stop();
    expect(failed).toMatchObject({ error: 'no primary' });
    for (const each of [hung, late]) expect(each).toMatchObject({ error: wording('20') });
    expect([failed, hung, late].every(each => each?.ackedAt === undefined)).toBe(true);
    expect(good?.ackedAt).toBeTypeOf('number');
    expect(signals).toHaveLength(2);
  });
});

describe('the prober', () => {
  it('measures an outage to within one probe, though its first probes hang', async () => {
    let [down, since, until] = [false, 0, 0];
    const prober = startProber({
      ...{ every: 5, patience: 60, now },
      probe: async signal => {
        if (down) await Promise.race([hang(), sleep(1_000, undefined, { signal })]);
        return undefined;
      },
    });
    await sleep(40);
    [down, since] = [true, now()];
    await sleep(120);
    [down, until] = [false, now()];
    await sleep(150);
    const outage = measureOutage({
      samples: await prober.stop(),
      injectedAt: since,
      every: 5,
      consecutive: 5,
    });
    if (outage.kind !== 'over') throw new Error(outage.kind);
    // The machine may be busy with other tests.
    expect(Math.abs(outage.rto - (until - since))).toBeLessThan(60);
    expect(outage.reason).toEqual(wording('60'));
  });

  it('reports the fault, the error or the timeout of a probe', async () => {
    const answers = [async () => 'status 503', async () => Promise.reject(new Error('refused')), hang];
    let turn = 0;
    const prober = startProber({
      ...{ every: 10, patience: 15, now },
      probe: () => answers[turn++ % 3]!(),
    });
    while (turn < 3) await sleep(5);
    const samples = await prober.stop();
    expect(samples.slice(0, 3).map(({ ok, reason }) => [ok, reason])).toEqual([
      [false, 'status 503'],
      [false, 'refused'],
      [false, wording('15')],
    ]);
  });
});

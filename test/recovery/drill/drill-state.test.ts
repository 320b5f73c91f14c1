import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256Of } from '../../../src/recovery/checksum.ts';
import {
  type DrillState,
  packLedger,
  parseState,
  serializeState,
} from '../../../src/recovery/drill/drill-state.ts';
import type { LedgerEntry } from '../../../src/recovery/ledger.ts';
import { levels } from '../../../src/recovery/levels.ts';
import type { Lsn } from '../../../src/recovery/postgres/wal.ts';
import { search } from '../../search.ts';
import { wording } from '../../wording.ts';

const begun = Date.parse('2026-11-26T09:00:00Z');
const order = sha256Of('the order');
const demanded = { run: 'restore-01234567', namespace: 'uid-1', order };

const entries = (count: number): LedgerEntry[] =>
  Array.from({ length: count }, (_, index) => ({
    seq: index + 1,
    sentAt: begun + 100 * index,
    ...(index % 7 === 3 ? { error: 'no answer within 5000 ms' } : { ackedAt: begun + 100 * index + 4 }),
    sha256: sha256Of(randomBytes(8)),
  }));

function state(changes: Partial<DrillState> = {}): DrillState {
  return {
    ...{ schema: 1, ...demanded, seed: 'restore-01234567', set: '20261126-090000', startedAt: begun },
    ...{ jobs: 2, holder: 'a-b', at: begun + 3_600_000, free: true },
    phaseTimes: [
      { phase: 'provision', from: begun + 60_000, to: begun + 70_000 },
      { phase: 'restore', from: begun + 70_000, to: begun + 80_000 },
      { phase: 'queue', from: begun + 80_000, to: begun + 90_000 },
      { phase: 'restore', from: begun + 90_000, to: begun + 99_000 },
    ],
    done: {
      lost: { at: begun + 60_000 },
      raised: { pod: 'pod-1' },
      proved: [{ level: 'L0', what: 'repository 1 is fresh', state: 'passed', sentence: 'it is' }],
      chosen: {
        backup: {
          ...{ label: '20261126-080000F', repository: 1, endedAt: begun - 1000, size: 4_000_000_000_000 },
          ...{ startLsn: 0x30_0000_0028n as Lsn, stopLsn: 0x30_0000_0100n as Lsn },
        },
        target: { kind: 'lsn', lsn: 0x31_0000_0000n as Lsn, exclusive: true },
        timeline: 3,
        spans: [
          { timeline: 1, begin: 0n as Lsn, end: 0x20_0000_0000n as Lsn },
          { timeline: 3, begin: 0x20_0000_0000n as Lsn },
        ],
        last: '000000030000003100000000',
      },
    },
    ...changes,
  };
}

const kept = (of: DrillState, ledger?: Uint8Array) => parseState(serializeState(of), ledger, demanded);

describe('the state of a drill', () => {
  it('is parsed back to the same value', () => {
    expect(kept(state())).toEqual(state());
  });

  it('is parsed back to the same value, with its ledger', () => {
    const ledger = entries(500);
    const packed = packLedger(ledger);
    const { done } = state();
    const whole = state({
      ledger: sha256Of(packed),
      done: { ...done, lost: { ...done.lost, ledger } },
    });
    const text = serializeState(whole);
    expect(text).not.toContain('sentAt');
    expect(parseState(text, packed, demanded)).toEqual(whole);
  });

  const lsn = fc.bigInt(1n, 2n ** 63n).map(each => each as Lsn);
  const target = fc.oneof(
    fc.constant({ kind: 'latest' } as const),
    fc.record({ kind: fc.constant('lsn' as const), lsn, exclusive: fc.boolean() }),
  );
  const levelChecks = fc.array(
    fc.record(
      {
        level: fc.constantFrom(...levels),
        what: fc.string({ minLength: 1, maxLength: 50 }),
        state: fc.constantFrom('passed' as const, 'failed' as const, 'skipped' as const),
        sentence: fc.string({ maxLength: 100 }),
        took: fc.nat(),
      },
      { requiredKeys: ['level', 'what', 'state', 'sentence'] },
    ),
    { maxLength: 5 },
  );
  const moment = fc.integer({ min: begun + 60_000, max: begun + 3_600_000 });
  const done = fc.record({
    lost: fc.record(
      { at: moment, archived: fc.constant('0000000100000000000000A7') },
      { requiredKeys: ['at'] },
    ),
    raised: fc.constant({ pod: 'pod-1' }),
    proved: levelChecks,
    vacant: fc.array(fc.constantFrom('uploads', 'mail'), { maxLength: 2 }),
    chosen: fc.record({
      backup: fc.record({
        label: fc.constant('20261126-080000F_20261126-090000I'),
        ...{ repository: fc.integer({ min: 1, max: 256 }), endedAt: fc.nat(), size: fc.maxSafeNat() },
        ...{ startLsn: lsn, stopLsn: lsn },
      }),
      target,
      timeline: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constant('current' as const)),
    }),
    compared: levelChecks,
    onward: fc.constant(true as const),
    restored: fc.record({
      levelChecks,
      backup: fc.record({
        ...{ label: fc.constant('20261126-080000F'), repository: fc.constant('near') },
        ...{ endedAt: fc.nat(), bytes: fc.maxSafeNat() },
      }),
      at: moment,
    }),
    served: fc.record({
      levelChecks,
      outage: fc.oneof(
        fc.record({
          ...{
            kind: fc.constant('over' as const),
            from: moment,
            to: moment,
            rto: fc.nat(),
            atLeast: fc.nat(),
          },
          notes: fc.constant(['the prober paused']),
        }),
        fc.record({
          ...{ kind: fc.constant('unresolved' as const), from: moment, atLeast: fc.nat() },
          ...{ why: fc.constant('nobody looked'), notes: fc.constant([]), reason: fc.constant('no') },
        }),
      ),
    }),
    inspected: levelChecks,
  });

  it('is parsed back to the same value for any completed steps', () => {
    fc.assert(
      fc.property(done, all => {
        expect(kept(state({ done: all }))).toEqual(state({ done: all }));
      }),
      search(200),
    );
  });

  it('is parsed, or rejected with an explanation, after any change', () => {
    const text = serializeState(state());
    const change = fc.tuple(fc.nat({ max: text.length }), fc.nat({ max: 20 }), fc.string({ maxLength: 12 }));
    fc.assert(
      fc.property(change, ([at, cut, more]) => {
        const changed = text.slice(0, at) + more + text.slice(at + cut);
        try {
          expect(parseState(changed, undefined, demanded)).toMatchObject({ schema: 1, ...demanded });
        } catch (error) {
          expect(String(error)).toMatch(/UserError: .*\brestore-01234567/);
        }
      }),
      search(2000),
    );
  });

  it.each<[string, (of: Record<string, unknown>) => void, string]>([
    ['belongs to another drill', each => (each.run = 'restore-7'), wording('restore-7')],
    ['was written in another namespace', each => (each.namespace = 'uid-2'), wording('namespace')],
    ['was written with another slipway.yml', each => (each.order = sha256Of('x')), wording('slipway.yml')],
    ['has another schema version', each => (each.schema = 2), wording('schema')],
    ['has an unknown key', each => (each.run_this = ['sh', '-c', 'true']), wording('run_this')],
    ['has times that run backwards', each => (each.startedAt = begun + 10_000_000), wording()],
    [
      'has its phases in the wrong order',
      each =>
        (each.phaseTimes = [
          { phase: 'start', from: begun, to: begun },
          { phase: 'restore', from: begun, to: begun },
        ]),
      wording('restore', 'start'),
    ],
    [
      'has a step without the step that it needs',
      each => (each.done = { lost: { at: begun + 1 }, restored: undefined, inspected: [] }),
      wording('inspected'),
    ],
    [
      'names a backup by an invalid label',
      each =>
        (((each.done as DrillState['done']).chosen!.backup as { label: string }).label = '--config=/tmp/x'),
      wording('done.chosen.backup.label'),
    ],
  ])('is rejected if it %s', (_, change, problem) => {
    const changed = JSON.parse(serializeState(state()));
    change(changed);
    expect(() => parseState(JSON.stringify(changed), undefined, demanded)).toThrow(problem);
  });

  it('is neither written nor parsed if it is too large', () => {
    const many = Array.from({ length: 900 }, () => ({
      ...({ level: 'L3', what: 'x', state: 'failed' } as const),
      sentence: 'x'.repeat(1000),
    }));
    const large = state({ done: { ...state().done, proved: many } });
    expect(() => serializeState(large)).toThrow(wording());
    expect(() => parseState(' '.repeat(600_000), undefined, demanded)).toThrow(wording('restore-01234567'));
  });
});

describe('the ledger in the state of a drill', () => {
  const { done } = state();
  const withLedger = (packed: Uint8Array) =>
    state({ ledger: sha256Of(packed), done: { ...done, lost: { ...done.lost } } });
  const read = (packed: Uint8Array, by = withLedger(packed)) =>
    parseState(serializeState(by), packed, demanded);

  it('fits for six minutes of ten markers a second, and is rejected with an explanation for more than an hour', () => {
    expect(packLedger(entries(6 * 600)).length).toBeLessThan(200_000);
    expect(() => packLedger(entries(40_000))).toThrow(/\b40000\b.*\b\d+ bytes/);
  });

  it('is rejected if it is missing, another one, damaged, truncated or far too long', () => {
    const packed = packLedger(entries(20));
    const by = withLedger(packed);
    expect(() => parseState(serializeState(by), undefined, demanded)).toThrow(wording('restore-01234567'));
    expect(() => read(packLedger(entries(20)), by)).toThrow(wording('restore-01234567'));
    expect(() => read(packed.slice(0, -9))).toThrow(wording('restore-01234567'));
    expect(() => read(gzipSync('{"seq":1'))).toThrow(wording('restore-01234567'));
    expect(() => read(gzipSync(Buffer.alloc(20_000_000, '\n')))).toThrow(wording('restore-01234567'));
    expect(() => read(gzipSync('{"seq":"1"}\n'))).toThrow(wording('line 1'));
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PodCounts, Tick } from '../../../src/analysis/tick.ts';
import { chunks, join, largestChunk, readRecord } from '../../../src/decision/chunks.ts';
import {
  endRecord,
  noteFact,
  noteMoment,
  notePods,
  noteRun,
  noteTick,
  noteTurn,
  noteVerdict,
  startRecord,
} from '../../../src/decision/record.ts';
import { mergedTicks, reduce } from '../../../src/decision/reduction.ts';
import type { DecisionRecord } from '../../../src/decision/schema.ts';
import { UserError } from '../../../src/toolkit/errors.ts';
import { anyText } from '../../report/texts.ts';
import { search } from '../../search.ts';
import { wording } from '../../wording.ts';

const empty = startRecord({
  at: 1_000,
  app: 'shop',
  environment: 'production',
  namespace: 'shop',
  workload: 'Deployment/shop',
  release: 7,
  baseline: 6,
  images: { shop: 'ghcr.io/acme/shop@sha256:1' },
  by: { run: 'run 1', actor: 'ada' },
  token: 3,
  doing: 'deploy',
  strategy: { kind: 'rolling', deadline: 60_000 as never },
});

describe('a record of a release that came from another environment', () => {
  it('keeps the verification that allowed it, and what was forced', () => {
    for (const promotion of [
      { environment: 'staging', release: 12, verifiedAt: '2026-11-25T12:00:00.000Z', soak: 3_600_000 },
      { environment: 'staging', soak: 0, forced: { reason: 'the fix of an outage', against: 'nothing' } },
    ]) {
      const record: DecisionRecord = { ...empty, promotion };
      expect(join(chunks(reduce(record))).promotion).toEqual(promotion);
    }
    expect(empty).not.toHaveProperty('promotion');
  });
});

const go = { verdict: 'continue', reason: 'not yet' } as const;
const pods = (count: number, name = 'pod'): PodCounts[] =>
  Array.from({ length: count }, (_, index) => ({ pod: `${name}-${index}`, total: index, bad: [index % 3] }));
const tickOf = (at: number, count = 2): Tick => ({
  at,
  stage: 0,
  weight: 5,
  readings: { errors: { kind: 'counts', canary: pods(count, 'c'), baseline: pods(count, 'b') } },
});
const withTicks = (count: number, podsOfEach = 2) => {
  let record = empty;
  for (let index = 0; index < count; index += 1)
    record = noteTick(record, tickOf(index, podsOfEach), undefined, go);
  return record;
};
const sentence = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return error.sentence;
    throw error;
  }
  return 'accepted';
};

/** Records with all sorts of texts and numbers. */
const anyRecord = fc
  .record({
    text: anyText(400),
    reasons: fc.array(fc.string({ unit: 'grapheme', maxLength: 100 }), { maxLength: 8 }),
    ticks: fc.array(
      fc.record({
        at: fc.nat(),
        count: fc.nat({ max: 12 }),
        pod: fc.string({ unit: 'grapheme', maxLength: 30 }),
      }),
      { maxLength: 30 },
    ),
  })
  .map(({ text, reasons, ticks }): DecisionRecord => {
    let record: DecisionRecord = { ...empty, images: { [`x${text}`]: text } };
    for (const reason of reasons) record = noteMoment(record, { at: 1, phase: 'stepping', reason });
    for (const { at, count, pod } of ticks) {
      const readings = { [`m${pod}`]: { kind: 'counts' as const, canary: pods(count, pod), baseline: [] } };
      record = noteTick(record, { at, stage: 1, weight: 25, readings }, undefined, go);
    }
    return record;
  });

describe('a decision record in chunks', () => {
  it('is read unchanged, whatever is in it and however small the chunks are', () => {
    fc.assert(
      fc.property(anyRecord, fc.integer({ min: 4_000, max: 20_000 }), (record, size) => {
        const parts = chunks(record, size);
        expect(join(parts)).toEqual(JSON.parse(JSON.stringify(record)));
        for (const text of Object.values(parts)) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(size);
      }),
      search(60),
    );
  });

  it('changes only in its head and its last chunk when a tick is added, so that the others are written once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), count => {
        const record = withTicks(count, 6);
        const before = chunks(record, 3_000);
        const after = chunks(noteTick(record, tickOf(count, 6), undefined, go), 3_000);
        const changed = Object.keys(before).filter(name => before[name] !== after[name]);
        const last = Object.keys(before).at(-1);
        expect(changed.filter(name => !name.startsWith('head') && name !== last)).toEqual([]);
      }),
      search(30),
    );
  });

  it('says how many ticks are missing', () => {
    const parts = chunks(withTicks(40), 3_000);
    const { 'ticks-001': _lost, ...rest } = parts;
    expect(sentence(() => join(rest))).toEqual(wording('40'));
  });

  it('may have one tick more than its head knows: ticks are written first', () => {
    const before = chunks(withTicks(3));
    const after = chunks(withTicks(4));
    expect(join({ ...after, 'head-000': before['head-000']! }).ticks).toHaveLength(4);
  });

  it('ignores other keys among its chunks', () => {
    expect(join({ ...chunks(withTicks(3)), other: 'x', __proto__: 'y' } as never).ticks).toHaveLength(3);
  });
});

describe('a record that grows', () => {
  it('sums the pods of a tick when there are thousands, and says so', () => {
    const record = withTicks(1, 4_000);
    const [reading] = Object.values(record.ticks[0]!.readings);
    expect(reading).toMatchObject({ canary: [{ pod: '4000 pods', total: 7_998_000 }] });
    expect(record.reduced).toEqual([wording('64 KiB')]);
    for (const text of Object.values(chunks(record)))
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(largestChunk);
  });

  it('keeps its first and its newest moments, verdicts and facts', () => {
    let record = empty;
    for (let at = 0; at < 1000; at += 1) {
      record = noteMoment(record, { at, phase: 'stepping', step: at, weight: 5 });
      record = noteFact(record, at, { kind: 'restart', detail: `${at} ${'x'.repeat(5_000)}` });
      record = noteVerdict(record, { at, stage: at }, go);
      record = notePods(record, [{ pod: `p${at}`, track: 'canary', ready: true, restarts: 0 }]);
    }
    for (const list of [record.timeline, record.facts, record.verdicts]) {
      expect(list[0]?.at).toBe(0);
      expect(list.at(-1)?.at).toBe(999);
    }
    expect(Buffer.byteLength(JSON.stringify(record))).toBeLessThan(200_000);
  });

  it('keeps every request when it is reduced, until it fits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 60 }),
        fc.integer({ min: 3_000, max: 30_000 }),
        (count, bytes) => {
          const record = withTicks(count, 7);
          const small = reduce(record, bytes);
          expect(Buffer.byteLength(JSON.stringify(small))).toBeLessThanOrEqual(bytes);
          expect(totals(small)).toEqual(totals(record));
          expect(small.reduced.length > 0).toBe(small.ticks !== record.ticks);
        },
      ),
      search(30),
    );
  });

  it('sums pods before it sums ticks', () => {
    const record = withTicks(30, 40);
    const small = reduce(record, 30_000);
    expect(small.ticks).toHaveLength(30);
    expect(small.reduced).not.toContain(mergedTicks);
  });

  it('knows after which tick something happened, even if ticks were summed', () => {
    let record = withTicks(7);
    record = noteTurn(record, { at: 6, stage: 1 });
    for (let at = 7; at < 40; at += 1) record = noteTick(record, tickOf(at), undefined, go);
    record = noteVerdict(record, { at: 40, stage: 1 }, { verdict: 'pass', reason: 'good' });
    const small = reduce(record, 4_500);
    expect(small.reduced).toContain(mergedTicks);
    expect(small.verdicts.at(-1)!.after).toBe(small.ticks.length);
    const [turn] = small.turns;
    expect(small.ticks.slice(0, turn!.after).every(({ at }) => at <= 7)).toBe(true);
    expect(small.ticks.slice(turn!.after).every(({ at }) => at > 6)).toBe(true);
  });

  it('never has a number that JSON cannot express', () => {
    const evidence = { harm: -Infinity, metrics: { errors: { harm: Number.NaN, pass: Infinity } } };
    const record = noteTick(empty, tickOf(1), evidence, go);
    expect(record.ticks[0]!.evidence).toEqual({ harm: -700, metrics: { errors: { harm: -700, pass: 700 } } });
    expect(readRecord(JSON.stringify(record))).toEqual(record);
  });

  it('has a fact once, with the time at which it was first seen, however long its text is', () => {
    const fact = { kind: 'restart', pod: 'a', detail: 'x'.repeat(5_000) } as const;
    let record = noteFact(noteFact(empty, 5, fact), 6, fact);
    expect(record.facts.map(({ at }) => at)).toEqual([5]);
    record = noteFact(record, 7, { ...fact, pod: 'b' });
    expect(record.facts.map(({ at }) => at)).toEqual([5, 7]);
  });

  it('has the facts of a tick among its facts', () => {
    const fact = { kind: 'gateway-errors', detail: 'the gateway itself answered' } as const;
    const record = noteTick(empty, tickOf(9), undefined, go, { at: 9, facts: [fact] });
    expect(record.facts).toEqual([{ at: 9, fact }]);
  });

  it('keeps the last known fields of a pod that is gone, and says that it is', () => {
    const well = { pod: 'a', track: 'canary', ready: true, restarts: 0 } as const;
    let record = notePods(empty, [well, { ...well, pod: 'b', restarts: 3 }]);
    record = notePods(record, [{ ...well, ready: false }]);
    expect(record.pods).toEqual([
      { ...well, ready: false },
      { ...well, pod: 'b', restarts: 3, gone: true },
    ]);
    expect(readRecord(JSON.stringify(record)).pods).toEqual(record.pods);
  });

  it('that needed action is not over when another run continues it', () => {
    const held = endRecord(empty, { at: 9, state: 'needs-action', reason: 'nothing is shown', weight: 5 });
    const on = noteRun(held, { at: 10, by: { run: 'run 2', actor: 'bob' }, token: 4, doing: 'judged' });
    expect(on).not.toHaveProperty('end');
    expect(on.runs).toHaveLength(2);
  });

  it('adds a verdict only when it changes', () => {
    let record = withTicks(5);
    expect(record.verdicts).toHaveLength(1);
    record = noteTick(record, tickOf(9), undefined, { verdict: 'pass', reason: 'good' });
    expect(record.verdicts.map(({ verdict }) => verdict.verdict)).toEqual(['continue', 'pass']);
  });
});

describe('a file that is not a decision record', () => {
  const good = endRecord(withTicks(2), { at: 9, state: 'promoted', reason: 'good', serves: 7, weight: 100 });
  const changed = (changes: object) => JSON.stringify({ ...good, ...changes });

  it('is distinguished from one', () => {
    expect(readRecord(JSON.stringify(good))).toEqual(good);
  });

  it('is not one with keys of a later version', () => {
    expect(readRecord(changed({ later: 1 })).release).toBe(7);
  });

  it.each<[string, string, RegExp]>([
    ['not JSON', 'not { json', wording('decision.json')],
    ['another schema', changed({ schema: 2 }), wording('2', '1')],
    ['another file', '{"a": 1}', wording('schema')],
    ['a list', '[]', wording()],
    ['a weight of 200 %', changed({ end: { ...good.end, weight: 200 } }), wording('end.weight')],
    [
      'a tick without readings',
      changed({ ticks: [{ at: 1, stage: 0, weight: 5 }] }),
      wording('ticks.0.readings'),
    ],
  ])('is refused in one sentence: %s', (_, text, wanted) => {
    const said = sentence(() => readRecord(text));
    expect(said).toEqual(wanted);
    expect(said).not.toContain('\n');
  });
});

/** Requests and bad ones of each metric and track. */
function totals({ ticks }: DecisionRecord) {
  const sums = new Map<string, number>();
  for (const { readings } of ticks) {
    for (const [name, reading] of Object.entries(readings)) {
      if (reading.kind !== 'counts') continue;
      for (const track of ['canary', 'baseline'] as const) {
        for (const { total, bad } of reading[track]) {
          [total, ...bad].forEach((value, index) => {
            const key = `${name} ${track} ${index}`;
            sums.set(key, (sums.get(key) ?? 0) + value);
          });
        }
      }
    }
  }
  return Object.fromEntries(sums);
}

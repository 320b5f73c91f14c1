import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LedgerEntry, type Marker, makeMarker } from '../../src/recovery/ledger.ts';
import { type LossInput, measureLoss, pointText } from '../../src/recovery/loss.ts';
import { atLeast, search } from '../search.ts';
import { wording } from '../wording.ts';

/** Marker 1 is sent at 1000 and acknowledged at 1005, marker 2 at 2000 and so on. */
const marker = (seq: number, changes: Partial<Marker> = {}): Marker => ({
  ...makeMarker(seq, 'run', seq * 1000, `payload ${seq}`),
  ...changes,
});
const sent = (seq: number, acked = true): LedgerEntry => ({
  seq,
  sentAt: seq * 1000,
  ...(acked ? { ackedAt: seq * 1000 + 5 } : { error: 'timeout' }),
  sha256: marker(seq).sha256,
});
const upTo = <Each>(last: number, make: (seq: number) => Each) =>
  Array.from({ length: last }, (_, index) => make(index + 1));
const measure = (changes: Partial<LossInput>) =>
  measureLoss({
    ledger: upTo(10, seq => sent(seq)),
    recovered: upTo(10, seq => marker(seq)),
    failedAt: 10_500,
    every: 1000,
    ...changes,
  });
const kinds = (changes: Partial<LossInput>) => measure(changes).findings.map(({ kind }) => kind);
const recovered = (...seqs: number[]) => seqs.map(seq => marker(seq));

describe('the loss', () => {
  it('is at most one interval when every acknowledged marker exists, because nothing was observed in between', () => {
    const loss = measure({});
    expect(loss).toEqual({ point: { kind: 'none', atMost: 1000 }, demanded: 10, lost: [], findings: [] });
    expect(pointText(loss.point)).toEqual(wording('1s'));
  });

  it('is the time from the answer to the last recovered marker to the failure, and a number of markers', () => {
    const { point, lost, findings } = measure({ recovered: recovered(1, 2, 3, 4, 5, 6, 7) });
    expect(point).toEqual({ kind: 'lost', milliseconds: 10_500 - 7005 });
    expect(lost).toEqual([8, 9, 10]);
    expect(findings).toEqual([
      {
        kind: 'lost',
        seqs: [8, 9, 10],
        wrong: false,
        sentence: wording('3', '3s495ms', '8', '10'),
      },
    ]);
  });

  it('reaches back to the first gap, whatever exists after it', () => {
    const { point, findings } = measure({ recovered: recovered(1, 2, 3, 5, 6, 9) });
    expect(point).toEqual({ kind: 'lost', milliseconds: 10_500 - 3005 });
    expect(findings.find(({ kind }) => kind === 'gap')).toEqual({
      kind: 'gap',
      seqs: [4, 7, 8],
      wrong: true,
      sentence: wording('4', '7', '8'),
    });
  });

  it('is at least the time since the first marker when none exists', () => {
    const { point } = measure({ recovered: [] });
    expect(point).toEqual({ kind: 'all', atLeast: 10_500 - 1005 });
    expect(pointText(point)).toEqual(wording('9s495ms'));
  });

  it('is not measured when no marker was acknowledged', () => {
    const { point, findings } = measure({ ledger: [sent(1, false)], recovered: [] });
    expect(point).toEqual({ kind: 'unmeasured' });
    expect(pointText(point)).toEqual(wording());
    expect(findings).toMatchObject([{ kind: 'unmeasured', wrong: true }]);
  });

  it('counts what was acknowledged after the failure', () => {
    const { point, lost } = measure({ recovered: recovered(1, 2, 3, 4, 5, 6, 7, 8, 9), failedAt: 9500 });
    expect(lost).toEqual([10]);
    expect(point).toEqual({ kind: 'lost', milliseconds: 10_005 - 9005 });
  });

  it('is a lost end, and not a gap, where a new primary took over while the writer continued', () => {
    const missing = { recovered: recovered(1, 2, 3, 4, 5, 9, 10), failedAt: 7500 };
    expect(kinds(missing)).toEqual(['lost', 'gap']);
    const { point, lost, findings } = measure({ ...missing, takenOverAt: 8500 });
    expect(findings.map(({ kind, wrong }) => [kind, wrong])).toEqual([['lost', false]]);
    expect(lost).toEqual([6, 7, 8]);
    // The old primary acknowledged until it was really gone.
    expect(point).toEqual({ kind: 'lost', milliseconds: 8005 - 5005 });
    expect(kinds({ recovered: recovered(1, 2, 4, 5, 9, 10), failedAt: 7500, takenOverAt: 8500 })).toEqual([
      'lost',
      'gap',
    ]);
  });

  it('is wrong where the new primary had acknowledged it', () => {
    const { findings } = measure({ recovered: recovered(1, 2, 3, 4, 5, 6, 7, 8, 9), takenOverAt: 8500 });
    expect(findings.map(({ kind, wrong }) => [kind, wrong])).toEqual([
      ['lost', false],
      ['gap', true],
    ]);
  });

  it('needs an interval above zero', () => {
    expect(() => measure({ every: 0 })).toThrow(RangeError);
  });
});

describe('a commit without an acknowledgement', () => {
  const ledger = [...upTo(9, seq => sent(seq)), sent(10, false)];

  it('is no loss when it does not exist', () => {
    expect(measure({ ledger, recovered: upTo(9, seq => marker(seq)) })).toMatchObject({
      point: { kind: 'none' },
      findings: [],
    });
  });

  it('is in doubt when it exists, which is not wrong', () => {
    expect(measure({ ledger }).findings).toMatchObject([{ kind: 'in-doubt', seqs: [10], wrong: false }]);
  });

  it('is also in doubt when the end of the ledger is truncated', () => {
    expect(measure({ ledger: ledger.slice(0, 9) }).findings).toMatchObject([
      { kind: 'in-doubt', seqs: [10] },
    ]);
  });

  it('between acknowledged ones does not interrupt a run', () => {
    const holed = upTo(10, seq => sent(seq, seq !== 4));
    expect(measure({ ledger: holed, recovered: recovered(1, 2, 3, 5, 6, 7, 8, 9, 10) }).point).toEqual({
      kind: 'none',
      atMost: 1000,
    });
  });
});

describe('a recovered marker', () => {
  const others = upTo(9, seq => marker(seq));

  it.each([
    ['its content is another', marker(10, { payload: 'payload X' })],
    ['its hash is another', marker(10, { sha256: marker(9).sha256 })],
    ['it is of another run', makeMarker(10, 'other', 10_000, 'payload 10')],
    ['it was sent at another time', makeMarker(10, 'run', 10_001, 'payload 10')],
  ])('is not as sent when %s', (_, changed) => {
    expect(measure({ recovered: [...others, changed] }).findings).toEqual([
      { kind: 'corrupt', seqs: [10], wrong: true, sentence: wording('1', '10') },
    ]);
  });

  it('is not as sent when it occurs twice', () => {
    expect(kinds({ recovered: [...others, marker(10), marker(10)] })).toEqual(['corrupt']);
  });

  it('that the ledger does not list belongs to another database', () => {
    const ledger = upTo(10, seq => sent(seq)).filter(({ seq }) => seq !== 4);
    expect(measure({ ledger }).findings).toMatchObject([{ kind: 'unknown', seqs: [4], wrong: true }]);
  });
});

describe('a recovery to a point in time', () => {
  it('must contain what was acknowledged before it, and nothing that was sent after it', () => {
    expect(measure({ target: 7500, recovered: recovered(1, 2, 3, 4, 5, 6, 7) })).toEqual({
      point: { kind: 'none', atMost: 1000 },
      demanded: 7,
      lost: [],
      findings: [],
    });
  });

  it('that ignored its target is detected', () => {
    const { findings } = measure({ target: 7500 });
    expect(findings).toMatchObject([{ kind: 'beyond-target', seqs: [8, 9, 10], wrong: true }]);
    expect(findings[0]?.sentence).toEqual(wording('8', '10'));
  });

  it('that went one transaction too far is detected', () => {
    expect(kinds({ target: 7500, recovered: recovered(1, 2, 3, 4, 5, 6, 7, 8) })).toEqual(['beyond-target']);
  });

  it('that stopped too early has lost the time in between, measured to the target and not to the failure', () => {
    const { point, lost } = measure({ target: 7500, recovered: recovered(1, 2, 3, 4, 5) });
    expect(lost).toEqual([6, 7]);
    expect(point).toEqual({ kind: 'lost', milliseconds: 7500 - 5005 });
  });

  it('may or may not contain what was in flight at the target', () => {
    for (const last of [6, 7])
      expect(measure({ target: 7003, recovered: upTo(last, seq => marker(seq)) })).toMatchObject({
        point: { kind: 'none' },
        demanded: 6,
        findings: [],
      });
  });

  it('requires a marker that was acknowledged at the target, and permits one that was sent at it', () => {
    expect(measure({ target: 7005, recovered: recovered(1, 2, 3, 4, 5, 6) }).lost).toEqual([7]);
    expect(kinds({ target: 7000, recovered: recovered(1, 2, 3, 4, 5, 6, 7) })).toEqual([]);
  });

  it('leaves open what is within the clock skew of the target', () => {
    const near = { target: 7999, skew: 50 };
    expect(kinds({ ...near, recovered: recovered(1, 2, 3, 4, 5, 6, 7, 8) })).toEqual([]);
    expect(kinds({ target: 7040, skew: 50, recovered: recovered(1, 2, 3, 4, 5, 6) })).toEqual([]);
    expect(kinds({ target: 7500, skew: 50, recovered: recovered(1, 2, 3, 4, 5, 6, 7, 8) })).toEqual([
      'beyond-target',
    ]);
  });

  it('after the failure requires everything up to the failure', () => {
    expect(measure({ target: 60_000, recovered: recovered(1, 2, 3, 4, 5, 6, 7, 8) }).point).toEqual({
      kind: 'lost',
      milliseconds: 10_500 - 8005,
    });
  });
});

/** What happens to each marker: whether it is acknowledged, whether it is recovered, and how. */
const histories = fc.record({
  markers: fc.array(
    fc.record({
      pause: fc.integer({ min: 1, max: 1000 }),
      took: fc.option(fc.integer({ min: 1, max: 300 }), { nil: undefined }),
      is: fc.constantFrom('there', 'there', 'there', 'there', 'gone', 'altered'),
    }),
    { maxLength: 25 },
  ),
  // How many of the last ones are lost, as with an asynchronous standby.
  tail: fc.nat(4),
  failure: fc.nat(400),
  target: fc.option(fc.nat(15_000), { nil: undefined }),
});

describe('for any fate of the markers', () => {
  const build = ({
    markers,
    tail,
    failure,
    target,
  }: typeof histories extends fc.Arbitrary<infer T> ? T : never) => {
    let clock = 1000;
    const all = markers.map(({ pause, took, is }, index) => {
      clock += pause;
      const sentAt = clock;
      clock += took ?? 300;
      const ackedAt = took === undefined ? undefined : clock;
      return {
        made: makeMarker(index + 1, 'run', sentAt, 'p'),
        sentAt,
        ackedAt,
        is: index >= markers.length - tail ? 'gone' : is,
      };
    });
    const input: LossInput = {
      ledger: all.map(({ made, sentAt, ackedAt }) => ({
        seq: made.seq,
        sentAt,
        ...(ackedAt === undefined ? {} : { ackedAt }),
        sha256: made.sha256,
      })),
      recovered: all.flatMap(({ made, is }) =>
        is === 'gone' ? [] : [is === 'altered' ? { ...made, payload: 'q' } : made],
      ),
      failedAt: clock + failure,
      ...(target === undefined ? {} : { target }),
      every: 100,
    };
    return { all, input };
  };

  it('the figures equal those of a line-by-line comparison of both lists', () => {
    let losses = 0;
    fc.assert(
      fc.property(histories, history => {
        const { all, input } = build(history);
        const { target = Number.POSITIVE_INFINITY } = input;
        const lost: number[] = [];
        const gaps: number[] = [];
        let [demanded, broken, start]: [number, boolean, number | undefined] = [0, false, undefined];
        let firstDemanded: number | undefined;
        for (const { made, ackedAt, is } of all) {
          if (ackedAt === undefined || ackedAt > target) continue;
          demanded += 1;
          firstDemanded ??= ackedAt;
          if (is === 'gone') {
            lost.push(made.seq);
            broken = true;
          } else {
            gaps.splice(0, gaps.length, ...lost);
            if (!broken) start = ackedAt;
          }
        }
        const end = Math.min(input.failedAt, target);
        const loss = measureLoss(input);
        const found = (kind: string) => loss.findings.find(each => each.kind === kind)?.seqs ?? [];
        expect(loss.demanded).toBe(demanded);
        expect(loss.lost).toEqual(lost);
        expect(found('lost')).toEqual(lost);
        expect(found('gap')).toEqual(gaps);
        expect(found('corrupt')).toEqual(
          all.filter(({ is }) => is === 'altered').map(({ made }) => made.seq),
        );
        expect(found('beyond-target')).toEqual(
          all.filter(({ is, sentAt }) => is !== 'gone' && sentAt > target).map(({ made }) => made.seq),
        );
        expect(found('in-doubt')).toEqual(
          all
            .filter(({ is, ackedAt, sentAt }) => is !== 'gone' && ackedAt === undefined && sentAt <= target)
            .map(({ made }) => made.seq),
        );
        expect(found('unknown')).toEqual([]);
        if (firstDemanded === undefined) expect(loss.point).toEqual({ kind: 'unmeasured' });
        else if (lost.length === 0) expect(loss.point).toEqual({ kind: 'none', atMost: 100 });
        else if (start === undefined)
          expect(loss.point).toEqual({ kind: 'all', atLeast: end - firstDemanded });
        else expect(loss.point).toEqual({ kind: 'lost', milliseconds: end - start });
        losses += Number(loss.point.kind === 'lost');
      }),
      search(2000),
    );
    expect(losses).toBeGreaterThan(atLeast(200));
  });

  it('additional recovered markers never make the loss larger', () => {
    const size = (input: LossInput) => {
      const { point } = measureLoss(input);
      return point.kind === 'lost' ? point.milliseconds : point.kind === 'all' ? Number.POSITIVE_INFINITY : 0;
    };
    fc.assert(
      fc.property(histories, fc.nat(), (history, which) => {
        const { all, input } = build(history);
        const gone = all.filter(({ is }) => is === 'gone');
        const back = gone[which % Math.max(1, gone.length)];
        if (back === undefined) return;
        const more = { ...input, recovered: [...input.recovered, back.made] };
        expect(size(more)).toBeLessThanOrEqual(size(input));
      }),
    );
  });

  it('a target at a quiet moment leaves no marker open: exactly those before it must exist', () => {
    let moments = 0;
    fc.assert(
      fc.property(histories, fc.nat(10_000), (history, near) => {
        const { input } = build(history);
        const target = quietMoment(input.ledger, near);
        if (target === undefined) return;
        moments += 1;
        const demanded = input.ledger.filter(({ ackedAt }) => ackedAt !== undefined && ackedAt <= target);
        const sentBefore = input.ledger.filter(({ sentAt }) => sentAt <= target);
        expect(demanded).toEqual(sentBefore);
      }),
    );
    expect(moments).toBeGreaterThan(30);
  });
});

/**
 * Returns the moment nearest to `near` at which no marker was in flight, halfway between an acknowledgement and the next send: as the
 * target of a point-in-time recovery, it puts every marker clearly before or after it. Undefined when there is none.
 * @param near ms since 1970.
 */
function quietMoment(entries: readonly LedgerEntry[], near: number): number | undefined {
  const inOrder = entries.toSorted((a, b) => a.sentAt - b.sentAt);
  const moments: number[] = [];
  // After a marker without an answer no moment is quiet: it may have been committed at any time.
  let answered = inOrder[0]?.ackedAt;
  for (const { sentAt, ackedAt } of inOrder.slice(1)) {
    if (answered === undefined) break;
    if (sentAt - answered >= 2) moments.push(Math.floor((answered + sentAt) / 2));
    answered = ackedAt === undefined ? undefined : Math.max(answered, ackedAt);
  }
  return moments.sort((a, b) => Math.abs(a - near) - Math.abs(b - near))[0];
}

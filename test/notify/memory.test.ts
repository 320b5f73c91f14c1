import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type EventKind,
  type EventOutcome,
  eventKinds,
  isLasting,
  outcomes,
} from '../../src/notify/event.ts';
import {
  bounded,
  formatMemory,
  type Memory,
  mostInADay,
  parseMemory,
  remembering,
  withStateEnded,
} from '../../src/notify/memory.ts';
import type { Notice } from '../../src/notify/message.ts';
import { generator } from '../report/rollouts.ts';
import { atLeast, search } from '../search.ts';
import { wording } from '../wording.ts';
import { notice } from './events.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** Why a notice is not sent; undefined if it is. */
const withheld = (...of: Parameters<typeof bounded>) => {
  const sent = bounded(...of);
  return typeof sent === 'string' ? sent : undefined;
};

/** Written once, because this takes longer than the rest. */
const written = new Map(
  eventKinds.flatMap(kind =>
    outcomes.map(outcome => [`${kind} ${outcome}`, notice({ kind, outcome })] as const),
  ),
);

/** Whether the most in a day is not for it. */
const isUrgent = (kind: EventKind, outcome: EventOutcome) =>
  outcome === 'rolled-back' || written.get(`${kind} ${outcome}`)?.severity === 'critical';

/** Returns which events are sent, each with the hour at which it happens. */
const sentOf = (events: readonly (readonly [EventKind, EventOutcome, number])[], remember = true) => {
  let memory: Memory = {};
  return events.filter(([kind, outcome, at]) => {
    const message = written.get(`${kind} ${outcome}`)!;
    if (withheld(memory, message, at * hour) !== undefined) return false;
    // Through the file, as in another run.
    if (remember) memory = parseMemory(formatMemory(remembering(memory, message, at * hour)));
    return true;
  });
};
const hours = (events: Parameters<typeof sentOf>[0], remember?: boolean) =>
  sentOf(events, remember).map(([, , at]) => at);

describe('a scheduled state', () => {
  it('is sent when it changes, and once a day while it is bad', () => {
    const nights = [0, 1, 2, 3, 4, 5, 6].map(n => n * 24);
    const outcome = (n: number): EventOutcome => (n >= 48 && n < 120 ? 'failure' : 'success');
    expect(hours(nights.map(n => ['backup', outcome(n), n]))).toEqual([48, 72, 96, 120]);
    // Every ten minutes.
    const sweeps = Array.from({ length: 6 * 30 }, (_, n) => ['sweep', 'failure', n / 6] as const);
    expect(hours(sweeps)).toEqual([0, 20]);
  });

  it('is sent every night while it is bad, however much later or earlier a run begins', () => {
    const nights = [2, 26.1, 49.95, 72, 99, 121.5].map(n => ['backup', 'failure', n] as const);
    expect(sentOf(nights)).toEqual(nights);
  });

  it('that was good in between is sent again, though no receiver got the success', () => {
    const [failure, success] = (['failure', 'success'] as const).map(outcome =>
      notice({ kind: 'backup', outcome }),
    ) as [Notice, Notice];
    const told = remembering({}, failure, 0);
    const over = parseMemory(formatMemory(withStateEnded(told, success)));
    expect(withheld(told, failure, hour)).toEqual(wording('20 hours'));
    expect([failure, success].map(each => withheld(over, each, hour))).toEqual([undefined, undefined]);
    // Once: the second message about it is remembered as the first.
    expect(withheld(remembering(over, failure, hour), failure, 2 * hour)).toEqual(wording('20 hours'));
    expect(withStateEnded(over, success)).toBe(over);
    expect(withStateEnded({}, success)).toEqual({});
  });

  it('is sent for every failure, and never for a success, without a memory', () => {
    expect(
      hours(
        [
          ['backup', 'success', 0],
          ['backup', 'failure', 1],
          ['backup', 'failure', 2],
          ['backup', 'success', 3],
        ],
        false,
      ),
    ).toEqual([1, 2]);
  });
});

describe('a release', () => {
  it('is sent once for each end', () => {
    expect(
      hours([
        ['release', 'success', 1],
        ['release', 'success', 1],
      ]),
    ).toEqual([1]);
    expect(
      hours([
        ['release', 'paused', 0],
        ['release', 'needs-action', 1],
        ['release', 'rolled-back', 2],
      ]),
    ).toEqual([0, 1, 2]);
  });

  it('has its own messages, whatever happened to others', () => {
    const memory = remembering({}, notice({ release: '41', outcome: 'success' }), 0);
    expect(withheld(memory, notice({ release: '42', outcome: 'success' }), 1)).toBeUndefined();
    expect(withheld(memory, notice({ release: '41', outcome: 'success' }), 1)).toEqual(wording('20 hours'));
  });
});

describe('the health of releases', () => {
  /** Sends what is not withheld; returns it. */
  const told = (all: readonly (readonly [EventOutcome, string, number])[]) => {
    let memory: Memory = {};
    return all.filter(([outcome, release, at]) => {
      const message = notice({ kind: 'monitor', outcome, release });
      if (withheld(memory, message, at * hour) !== undefined) return false;
      memory = parseMemory(formatMemory(remembering(memory, message, at * hour)));
      return true;
    });
  };

  it('is sent for a second bad release within a day, and when it is good again', () => {
    const all = [
      ['degraded', '8', 0],
      ['degraded', '8', 1],
      ['degraded', '9', 2],
      ['success', '10', 3],
      ['success', '10', 4],
    ] as const;
    expect(told(all)).toEqual([all[0], all[2], all[3]]);
  });

  it('of one release does not use up the messages of the next', () => {
    const flaps = Array.from(
      { length: 20 },
      (_, n) => [n % 2 === 0 ? 'degraded' : 'success', '8', n / 10] as const,
    );
    expect(told(flaps)).toHaveLength(mostInADay);
    expect(told([...flaps, ['degraded', '9', 3]]).at(-1)).toEqual(['degraded', '9', 3]);
  });
});

describe('what is urgent', () => {
  const full = () => {
    let memory: Memory = {};
    for (let n = 0; n < mostInADay; n += 1) {
      const outcome = n % 2 === 0 ? 'paused' : 'cancelled';
      memory = remembering(memory, notice({ outcome }), n * hour);
    }
    return memory;
  };

  it('is never withheld because of other messages', () => {
    const at = 7 * hour;
    expect(withheld(full(), notice({ outcome: 'paused' }), at)).toEqual(wording('within a day'));
    for (const outcome of ['rolled-back', 'failure', 'needs-action'] as const)
      expect(withheld(full(), notice({ outcome }), at)).toBeUndefined();
  });

  it('is sent for every rollback, and every one that failed', () => {
    for (const changes of [{ outcome: 'rolled-back' }, { kind: 'rollback', outcome: 'failure' }] as const) {
      const memory = remembering({}, notice(changes), 0);
      expect(withheld(memory, notice(changes), hour)).toBeUndefined();
    }
  });

  it('does not push out what is counted', () => {
    let memory = full();
    for (let n = 0; n < 30; n += 1)
      memory = remembering(memory, notice({ outcome: 'failure' }), 7 * hour + n);
    expect(withheld(memory, notice({ outcome: 'paused' }), 8 * hour)).toEqual(wording('within a day'));
  });

  it('is not repeated by each sweep', () => {
    const waits = notice({ outcome: 'needs-action' });
    expect(withheld(remembering({}, waits, 0), waits, hour)).toEqual(wording('20 hours'));
  });
});

describe('the last message of a day', () => {
  it('says that further ones are held back', () => {
    let memory: Memory = {};
    const texts = Array.from({ length: mostInADay }, (_, n) => {
      const message = notice({ kind: 'monitor', outcome: n % 2 === 0 ? 'degraded' : 'success' });
      const sent = bounded(memory, message, n * hour);
      memory = remembering(memory, message, n * hour);
      return typeof sent === 'string' ? sent : sent.next;
    });
    expect(texts.at(-1)).toEqual(wording('held back until tomorrow'));
    expect(texts.filter(text => text.includes('held back'))).toHaveLength(1);
    const urgent = notice({ kind: 'monitor', outcome: 'needs-action' });
    expect(bounded(memory, urgent, 7 * hour)).toEqual(urgent);
  });
});

describe('a thousand releases', () => {
  /** Ends as the workflows report them: most succeed; some wait for a person, while a sweep looks after them every ten minutes. */
  const endsOf = (chance: () => number): EventOutcome[] => {
    const first = chance();
    if (first < 0.7) return ['success', ...(chance() < 0.1 ? (['success'] as const) : [])];
    if (first < 0.85) return ['rolled-back'];
    const waits = first < 0.95 ? 'needs-action' : 'paused';
    const sweeps = Array.from({ length: Math.floor(300 * chance()) }, () => waits);
    return [...sweeps, chance() < 0.5 ? 'success' : 'rolled-back', 'cancelled', 'failure'];
  };

  it('send at most six messages each, and less than two on average', () => {
    const chance = generator(22);
    let memory: Memory = {};
    let at = 0;
    const counts = Array.from({ length: 1_000 }, (_, release) => {
      let count = 0;
      for (const outcome of endsOf(chance)) {
        at += hour / 6;
        const message = { ...written.get(`release ${outcome}`)!, key: `shop/production/release/${release}` };
        if (withheld(memory, message, at) !== undefined) continue;
        memory = remembering(memory, message, at);
        count += 1;
      }
      return count;
    });
    expect(Math.max(...counts)).toBeLessThanOrEqual(mostInADay);
    expect(Math.min(...counts)).toBe(1);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThan(2_000);
  });
});

describe('any history', () => {
  const event = fc.tuple(
    fc.constantFrom<EventKind[]>('release', 'backup', 'alert'),
    fc.constantFrom(...outcomes),
    fc.nat({ max: 20 }),
  );
  const history = fc.array(event, { minLength: 40, maxLength: 120, size: 'max' }).map(all => {
    let at = 0;
    return all.map(([kind, outcome, minutes]) => {
      at += minutes / 60;
      return [kind, outcome, at] as const;
    });
  });

  it(`sends at most ${mostInADay} messages about one subject in a day, besides urgent ones`, () => {
    let full = 0;
    fc.assert(
      fc.property(history, events => {
        const byKind = Map.groupBy(
          sentOf(events).filter(([kind, outcome]) => !isUrgent(kind, outcome)),
          ([kind]) => kind,
        );
        const counts = [...byKind.values()].flatMap(sent =>
          sent.map(([, , from]) => sent.filter(([, , at]) => at >= from && at < from + 24).length),
        );
        expect(Math.max(0, ...counts)).toBeLessThanOrEqual(mostInADay);
        full += counts.filter(count => count === mostInADay).length;
      }),
      search(1000),
    );
    expect(full).toBeGreaterThan(atLeast(10));
  });

  it('tells every last state, unless the day is full', () => {
    fc.assert(
      fc.property(history, events => {
        const sent = sentOf(events);
        for (const kind of eventKinds) {
          const own = events.filter(([each]) => each === kind);
          const last = own.at(-1);
          const told = sent.filter(([each]) => each === kind);
          const quiet = isLasting(kind) && last?.[1] === 'success' && told.length === 0;
          const counted = told.filter(
            ([, outcome, at]) => at > (last?.[2] ?? 0) - 24 && !isUrgent(kind, outcome),
          );
          const isFull = last !== undefined && !isUrgent(kind, last[1]) && counted.length >= mostInADay;
          if (last !== undefined && !quiet && !isFull) expect(told.at(-1)?.[1]).toBe(last[1]);
        }
      }),
      search(1000),
    );
  });

  it('forgets what is old, and keeps a bounded file', () => {
    const base = notice();
    let memory: Memory = {};
    for (let release = 1; release <= 700; release += 1)
      memory = remembering(memory, { ...base, key: `shop/production/release/${release}` }, release);
    expect(Object.keys(memory)).toHaveLength(500);
    expect(formatMemory(memory).length).toBeLessThan(50_000);
    expect(Object.keys(remembering(memory, notice({ release: '999' }), 31 * day))).toEqual([
      'shop/production/release/999',
    ]);
  });
});

describe('a damaged file', () => {
  it('from the future holds nothing back', () => {
    const memory = remembering({}, notice(), 10 * day);
    expect(withheld(memory, notice(), day)).toBeUndefined();
  });

  it.each([
    '',
    '{',
    '[]',
    '{"sent": []}',
    '{"sent": {"a": "b", "c": [{"outcome": "good", "at": 1}, {"at": "x"}]}}',
  ])('is like none: %s', text => {
    const memory = parseMemory(text);
    expect(withheld(memory, notice(), 0)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { checkDeletion } from '../../src/logs/deletion.ts';
import type { LogLevel } from '../../src/logs/levels.ts';
import { checkRetention } from '../../src/logs/retention.ts';
import type { LogLine, LogStore, StoredLines } from '../../src/logs/store.ts';

const now = Date.parse('2026-11-30T12:00:00Z');
const day = 86_400_000;

/** A line of this level that was written so many days ago. */
const line = (level: LogLevel, age: number): LogLine => ({
  ...{ at: now - age * day, pod: 'shop-1', container: 'shop', level, text: 'x', fields: {} },
});

/** A store with these lines. */
const storeOf = (lines: readonly LogLine[], more: Partial<StoredLines> = {}): LogStore => ({
  name: 'the log store logs',
  search: async ({ from, to }) => ({
    ok: true,
    value: {
      lines: lines.filter(({ at }) => at >= from && at < to),
      ...{ truncated: false, partial: undefined, ...more },
    },
  }),
  count: async () => ({ ok: false, detail: 'it does not count' }),
});

const days = new Map<LogLevel, number>([
  ['debug', 7],
  ['info', 30],
  ['error', 90],
]);
const deletion = (store: LogStore, age: number | undefined, kept = days) =>
  checkDeletion(
    kept,
    { store, namespace: 'shop', now: () => now, span: 900_000 },
    age === undefined ? undefined : now - age * day,
  );
const fresh = [line('info', 0), line('error', 0)];

describe('M6: what a store has deleted', () => {
  it('is shown by lines that are gone, of the levels that the application writes', async () => {
    expect(await deletion(storeOf([...fresh, line('info', 29)]), 40)).toEqual({
      verdict: 'pass',
      reason: 'lines at level info are gone after their retention',
    });
    expect(await deletion(storeOf(fresh), 100)).toMatchObject({
      reason: expect.stringContaining('info, error'),
    });
  });

  it.each<[string, LogStore, number | undefined, string]>([
    ['a line that is too old', storeOf([...fresh, line('info', 33)]), 40, 'level info are still there'],
    ['a workload that is too young', storeOf(fresh), 31, 'is 31 days old'],
    ['a workload whose age is not known', storeOf(fresh), undefined, 'when the workload was created'],
    [
      'a level that the application does not write',
      storeOf([line('error', 0)]),
      40,
      'is due for deletion yet',
    ],
    ['a store that answers in part', storeOf(fresh, { partial: 'a shard failed' }), 40, 'a shard failed'],
    ['more lines than can be read', storeOf(fresh, { truncated: true }), 40, 'too many lines'],
    [
      'a store that does not answer',
      { ...storeOf([]), search: async () => ({ ok: false, detail: 'it is away' }) },
      40,
      'it is away',
    ],
  ])('is not known with %s', async (_, store, age, why) => {
    expect(await deletion(store, age)).toEqual({ verdict: 'unknown', reason: expect.stringContaining(why) });
  });

  it('is not known without a policy that names days', async () => {
    expect(await deletion(storeOf(fresh), 400, new Map())).toMatchObject({
      verdict: 'unknown',
      reason: 'no policy says for how long lines are kept',
    });
  });

  it('is looked at only if the files are good', async () => {
    const scene = {
      store: storeOf(fresh),
      namespace: 'shop',
      allowDebug: false,
      now: () => now,
      span: 900_000,
    };
    const file = (enabled: boolean) => ({
      path: 'loki.yaml',
      text: `compactor: { retention_enabled: ${enabled} }\nlimits_config: { retention_period: 240h }\n`,
    });
    const born = now - 20 * day;
    expect(await checkRetention([file(true)], scene, born)).toMatchObject({
      verdict: 'pass',
      deleted: { verdict: 'pass' },
    });
    const bad = await checkRetention([file(false)], scene, born);
    expect([bad.verdict, bad.deleted]).toEqual(['fail', undefined]);
  });
});

import { describe, expect, it } from 'vitest';
import { expireBackups } from '../../../src/recovery/postgres/expiring.ts';
import type { RetentionPolicy } from '../../../src/recovery/retention.ts';
import { expiredSets } from '../../../src/recovery/set-retention.ts';
import { setId } from '../../../src/recovery/sets.ts';
import { wording } from '../../wording.ts';
import { manifest } from '../backups.ts';
import { type Kept, Model } from './model.ts';

/**
 * Three years of a database, day by day: a backup and a set every night, and expiry by the policy. A full backup is 10 GB, a day of WAL
 * 1 GB in one segment, an incremental backup 0.5 GB, and a differential one 0.5 GB for each day since the full one.
 */

const day = 86_400_000;
const begin = Date.UTC(2024, 0, 1, 3);
const years = 3;

/** The backup of each day of the week; 0 is the day of the full backup. */
const schedules = {
  'incremental upon incremental': () => 'incr',
  'differential every day': () => 'diff',
  'differential every other day, incremental between': weekday => (weekday % 2 === 0 ? 'diff' : 'incr'),
} satisfies Record<string, (weekday: number) => Kept['type']>;

const two = 2 * day;
const policies: Record<string, RetentionPolicy> = {
  'within 2d, daily 7, weekly 5, monthly 12': { window: two, daily: 7, weekly: 5, monthly: 12 },
  'within 2d, monthly 12': { window: two, monthly: 12 },
  'within 14d': { window: 14 * day },
  'within 2d, weekly 8, yearly 2': { window: two, weekly: 8, yearly: 2 },
};

interface Figures {
  /** The maximum of each year, in bytes of backups and of WAL. */
  readonly most: { readonly backups: number; readonly wal: number; readonly count: number }[];
  readonly oldest: number;
}

async function simulate(
  kindOf: (weekday: number) => Kept['type'],
  policy: RetentionPolicy | undefined,
): Promise<Figures> {
  const model = new Model({ retention: { full: 28, type: 'time' } });
  const most = Array.from({ length: years }, () => ({ backups: 0, wal: 0, count: 0 }));
  let sets: { id: string; label: string; manifest: ReturnType<typeof manifest> }[] = [];
  for (let number = 0; number < years * 365; number += 1) {
    const at = begin + number * day;
    model.wal.add(number);
    const made = next(model.backups, number, at, kindOf);
    model.backups = [...model.backups, made];
    sets.push({ id: setId(at), label: made.label, manifest: manifest({ at }) });
    if (policy !== undefined) {
      const goes = new Set(expiredSets(sets, policy, at));
      sets = sets.filter(({ id }) => !goes.has(id));
      const { signal } = new AbortController();
      const asked = { exec: model.exec, place: { stanza: 'shop', repository: 1 }, signal };
      const { problems } = await expireBackups({
        ...{ ...asked, name: 'near', locked: undefined },
        by: {
          ...{ made: made.label, owner: 'shop/production', policy, now: at },
          needed: new Set(sets.map(({ label }) => label)),
          named: new Set(),
        },
        report: () => undefined,
      });
      expect(problems).toEqual([]);
      requireAllFiles(model, made, sets, number);
    }
    const year = most[Math.floor(number / 365)]!;
    year.backups = Math.max(year.backups, sum(model.backups));
    year.wal = Math.max(year.wal, model.wal.size * 1e9);
    year.count = Math.max(year.count, model.backups.length);
  }
  return { most, oldest: Math.round((begin + years * 365 * day - model.backups[0]!.at) / day) };
}

const sum = (backups: readonly Kept[]) => backups.reduce((all, { bytes }) => all + bytes, 0);

function next(
  backups: readonly Kept[],
  number: number,
  at: number,
  kindOf: (weekday: number) => Kept['type'],
): Kept {
  const weekday = number % 7;
  const type = weekday === 0 ? 'full' : kindOf(weekday);
  const full = backups.findLast(each => each.type === 'full');
  const prior = type === 'full' ? undefined : type === 'diff' ? full : backups.at(-1);
  const stamp = setId(at).replace('T', '-').replace('Z', '');
  return {
    label: type === 'full' ? `${stamp}F` : `${full?.label}_${stamp}${type === 'diff' ? 'D' : 'I'}`,
    ...{ type, at, startWal: number, stopWal: number },
    ...(prior === undefined ? {} : { prior: prior.label }),
    annotations: { 'slipway-owner': 'shop/production' },
    bytes: type === 'full' ? 10e9 : type === 'diff' ? weekday * 0.5e9 : 0.5e9,
  };
}

/** The newest chain, which this run has proved, and that of each kept set, with all WAL from there on. */
function requireAllFiles(model: Model, made: Kept, sets: readonly { label: string }[], last: number) {
  const all = new Map(model.backups.map(each => [each.label, each]));
  for (const label of [made.label, ...sets.map(each => each.label)])
    for (let at: string | undefined = label; at !== undefined; at = all.get(at)?.prior)
      if (!all.has(at)) throw new Error(`${at} is gone, and ${label} needs it`);
  for (let segment = model.backups[0]!.startWal; segment <= last; segment += 1)
    if (!model.wal.has(segment)) throw new Error(`segment ${segment} is gone`);
}

const gigabytes = (bytes: number) => Math.round(bytes / 1e9);

describe('recovery 3: three years of backups', () => {
  it('fill any disk if nothing is removed', async () => {
    const { most } = await simulate(schedules['incremental upon incremental'], undefined);
    expect(most.map(({ backups, wal }) => gigabytes(backups + wal))).toEqual([1051, 2093, 3134]);
  });

  it.each(
    Object.keys(schedules).flatMap(schedule =>
      Object.keys(policies).map(policy => [schedule, policy] as const),
    ),
  )('%s, %s: need a limited disk, and always keep the newest verified chain', async (schedule, name) => {
    const { most, oldest } = await simulate(schedules[schedule as keyof typeof schedules], policies[name]);
    const [, second, third] = most.map(({ backups, wal }) => backups + wal);
    // Weeks and months overlap differently each year, by a chain at most.
    expect(third).toBeLessThan((second ?? 0) + 20e9);
    const { backups, wal, count } = most[2]!;
    const figures = `${name}; full every week, ${schedule}: at most ${count} backups, ${gigabytes(backups)} GB, and ${gigabytes(wal)} GB of WAL; the oldest is ${oldest} days old`;
    expect(figures).toEqual(wording());
  });
});

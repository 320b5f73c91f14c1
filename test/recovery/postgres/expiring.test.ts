import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArchive } from '../../../src/recovery/postgres/archive.ts';
import { folderIn } from '../../../src/recovery/postgres/disk.ts';
import {
  type BackupsExpiry,
  type Deciding,
  expireBackups,
  judgeBackups,
  rootsOf,
} from '../../../src/recovery/postgres/expiring.ts';
import { parseInfo } from '../../../src/recovery/postgres/info.ts';
import { parseSegment, usualSize } from '../../../src/recovery/postgres/wal.ts';
import type { RetentionPolicy } from '../../../src/recovery/retention.ts';
import { atLeast, search } from '../../search.ts';
import { wording } from '../../wording.ts';
import { type Configuration, type Kept, Model } from './model.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 26, 12);
const stamp = (at: number) =>
  new Date(at)
    .toISOString()
    .replaceAll(/[-:]|\..*/g, '')
    .replace('T', '-');

/** A backup of so many days ago that depends on another. */
const backup = (age: number, type: Kept['type'] = 'full', upon?: Kept, changes: Partial<Kept> = {}): Kept => {
  const at = now - age * day;
  const full = upon?.label.slice(0, 16) ?? `${stamp(at)}F`;
  const segment = Math.round(900 - age);
  return {
    label: type === 'full' ? `${stamp(at)}F` : `${full}_${stamp(at)}${type === 'diff' ? 'D' : 'I'}`,
    ...{ type, at, bytes: type === 'full' ? 10e9 : 1e9, startWal: segment, stopWal: segment + 1 },
    ...(upon === undefined ? {} : { prior: upon.label }),
    annotations: { 'slipway-owner': 'shop/production' },
    ...changes,
  };
};

const world = (
  backups: readonly Kept[],
  by: Partial<Deciding> = {},
  { configuration = {}, locked }: { configuration?: Configuration; locked?: number } = {},
) => {
  const model = new Model(configuration);
  model.backups = backups.toSorted((a, b) => a.at - b.at);
  for (let number = 1; number <= 910; number += 1) model.wal.add(number);
  const said: string[] = [];
  const task: BackupsExpiry = {
    exec: model.exec,
    place: { stanza: 'shop', repository: 1 },
    ...{ name: 'near', locked, signal: new AbortController().signal },
    by: {
      ...{ made: model.backups.at(-1)?.label ?? '', owner: 'shop/production', now },
      ...{ needed: new Set<string>(), named: new Set<string>(), policy: { daily: 2 }, ...by },
    },
    report: line => void said.push(line),
  };
  return { model, said, task, expire: () => expireBackups(task) };
};
const labels = (model: Model) => model.backups.map(({ label }) => label);

const old = backup(40);
const oldIncremental = backup(39, 'incr', old);
const month = backup(20);
const monthIncremental = backup(19, 'incr', month);
const newest = backup(2);
const made = backup(0, 'incr', newest);
const all = [old, oldIncremental, month, monthIncremental, newest, made];

describe('recovery 3: backups that no set needs', () => {
  it('are removed, and a set of a year ago keeps only the backups that it needs', async () => {
    const { model, expire } = world(all, { needed: new Set([oldIncremental.label]) });
    expect(await expire()).toEqual({ problems: [], notes: [] });
    expect(labels(model)).toEqual([old, oldIncremental, newest, made].map(({ label }) => label));
    // The backups that are kept can be recovered as before.
    expect(Math.min(...model.wal)).toBe(old.startWal);
    expect(model.wal.size).toBe(910 - old.startWal + 1);
  });

  it('are removed with the WAL from before those that are left', async () => {
    const { model, said, expire } = world(all);
    await expire();
    expect(labels(model)).toEqual([newest.label, made.label]);
    expect(Math.min(...model.wal)).toBe(newest.startWal);
    expect(said).toEqual([wording(old.label, oldIncremental.label), wording(month.label)]);
  });

  it.each(['count', 'time'] as const)('are removed whatever pgBackRest would keep by a %s', async type => {
    const { model, expire } = world(
      all,
      { needed: new Set([month.label]) },
      { configuration: { retention: { full: 1, type } } },
    );
    await expire();
    expect(labels(model)).toEqual([month, newest, made].map(({ label }) => label));
    // By its count it would have kept WAL of the newest backup only, by its time all WAL.
    expect(Math.min(...model.wal)).toBe(month.startWal);
    expect(model.wal.size).toBe(910 - month.startWal + 1);
  });

  it('are kept if another run has based a backup on them in the meantime', async () => {
    const { model, expire } = world(all);
    const surprise = backup(0.5, 'incr', monthIncremental);
    model.before = command => {
      if (!command.some(each => each.includes(month.label)) || model.backups.includes(surprise))
        return undefined;
      model.backups.push(surprise);
      return undefined;
    };
    expect((await expire()).problems).toEqual([wording(month.label, surprise.label)]);
    expect(labels(model)).toContain(month.label);
    // No rule keeps it: the next run judges it again.
    expect((await expire()).problems).toEqual([]);
  });

  it('are kept if pgBackRest would also remove a backup that must be kept', async () => {
    const { model, expire } = world(all);
    model.before = command => {
      if (!command.includes('--dry-run') || !command.some(each => each.startsWith('--set=')))
        return undefined;
      const stdout = `P00   INFO: [DRY-RUN] repo1: expire adhoc backup set ${old.label}, ${made.label}`;
      return { code: 0, stdout, stderr: '' };
    };
    expect((await expire()).problems).toEqual([wording(old.label, made.label)]);
    expect(labels(model)).toHaveLength(all.length);
  });

  it('fail the run if they cannot be removed', async () => {
    const { model, expire } = world(all);
    model.before = command =>
      command.at(-1) === 'expire' && !command.includes('--dry-run')
        ? { code: 39, stdout: '', stderr: 'ERROR: [039]: HTTP request failed with 403 (Forbidden)' }
        : undefined;
    expect((await expire()).problems).toEqual([wording(old.label, '403')]);
    // After one failure the others are not tried.
    expect(model.asked.filter(each => each.includes('--set='))).toHaveLength(2);
  });

  it('fail the run if they still exist afterwards', async () => {
    const { model, expire } = world([old, newest, made]);
    model.before = command =>
      command.at(-1) === 'expire' && !command.includes('--dry-run')
        ? { code: 0, stdout: '', stderr: '' }
        : undefined;
    expect((await expire()).problems).toEqual([wording(old.label)]);
  });

  it('are kept in a locked repository, and reported when their lock has ended', async () => {
    const locked = world(all, {}, { locked: 30 * day });
    expect(await locked.expire()).toEqual({ problems: [], notes: [wording('2', '11.0 GB', old.label)] });
    expect(labels(locked.model)).toHaveLength(all.length);
    expect(await world(all, {}, { locked: 90 * day }).expire()).toEqual({ problems: [], notes: [] });
  });

  it('are kept and reported if another application made them', async () => {
    const annotations = { 'slipway-owner': 'crm/production' };
    const { model, expire } = world([{ ...old, annotations }, oldIncremental, month, newest, made]);
    expect(await expire()).toEqual({
      problems: [],
      notes: [wording('1 backup', '10.0 GB', 'crm/production')],
    });
    expect(labels(model)).toEqual([old, newest, made].map(({ label }) => label));
  });

  it('are removed without the WAL of any kept full backup, however many backups other runs make in the meantime', async () => {
    const { model, expire } = world(all, { needed: new Set([old.label]) }, {});
    let made = 0;
    model.before = command => {
      if (!command.includes('--dry-run') || !command.some(each => each.startsWith('--set=')))
        return undefined;
      made += 1;
      model.backups.push(backup(-made / 24, 'full', undefined, { annotations: {} }));
      return undefined;
    };
    expect((await expire()).problems).toEqual([]);
    expect(made).toBeGreaterThan(1);
    expect(labels(model)).toContain(old.label);
    expect(Math.min(...model.wal)).toBe(old.startWal);
    expect(model.wal.size).toBe(910 - old.startWal + 1);
  });

  it('are kept and reported if they have no owner annotation', async () => {
    const { model, expire } = world([{ ...old, annotations: {} }, oldIncremental, month, newest, made]);
    expect(await expire()).toEqual({ problems: [], notes: [wording('1 backup', '10.0 GB', old.label)] });
    expect(labels(model)).toEqual([old, newest, made].map(({ label }) => label));
  });

  it('are removed without an annotation if a set of ours named them, or a backup that depends on them', async () => {
    const plain = all.map(each => ({ ...each, annotations: {} }));
    const { model, expire } = world(plain, { named: new Set([oldIncremental.label]) });
    expect(await expire()).toEqual({
      problems: [],
      notes: [wording('2 backups', '11.0 GB', monthIncremental.label)],
    });
    expect(labels(model)).toEqual([month, monthIncremental, newest, made].map(({ label }) => label));
  });

  it.each([true, false])(
    'wait for the next run while another backup holds the lock, in a dry run: %s',
    async dryRun => {
      const { model, expire } = world(all);
      model.before = command =>
        command.some(each => each.startsWith('--set=')) && command.includes('--dry-run') === dryRun
          ? { code: 50, stdout: '', stderr: 'ERROR: [050]: unable to acquire lock on file' }
          : undefined;
      expect(await expire()).toEqual({ problems: [], notes: [wording(old.label)] });
      expect(labels(model)).toHaveLength(all.length);
    },
  );

  it('are removed even if the clock of the database is ahead of ours', async () => {
    const ahead = backup(-0.01, 'incr', newest);
    const { model, expire } = world([old, newest, ahead]);
    await expire();
    expect(labels(model)).toEqual([newest.label, ahead.label]);
  });

  it('are kept if the backup of this run no longer exists', async () => {
    const { model, expire } = world(all, { made: '20261126-110000F' });
    expect((await expire()).problems).toEqual([wording('20261126-110000F')]);
    expect(labels(model)).toHaveLength(all.length);
  });
});

describe('recovery 3: the disk of a repository', () => {
  const disk = async (free: number, options = '') =>
    (await world([newest, made], {}, { configuration: { options, disk: { size: 100e9, free } } }).expire())
      .problems;

  it('fails the run if a tenth of it is free, or less than the next full backup takes', async () => {
    expect(await disk(40e9)).toEqual([]);
    expect(await disk(9e9)).toEqual([wording('/srv/repo', '9.0 GB of 100.0 GB', '10.0 GB')]);
    const small = world(
      [backup(0, 'full', undefined, { bytes: 60e9 })],
      {},
      {
        configuration: { disk: { size: 100e9, free: 50e9 } },
      },
    );
    expect((await small.expire()).problems).toEqual([wording('50.0 GB of 100.0 GB', '60.0 GB')]);
  });

  it.each(['--repo1-type=s3', '--repo1-host=backups'])('is not checked with %s', async option => {
    expect(await disk(1e9, option)).toEqual([]);
  });

  it('is checked in a locked repository, too', async () => {
    const { expire } = world(
      [newest, made],
      {},
      {
        locked: 30 * day,
        configuration: { disk: { size: 100e9, free: 1e9 } },
      },
    );
    expect((await expire()).problems).toEqual([wording('1.0 GB')]);
  });

  it('is checked if nothing may be removed, and if the removal fails', async () => {
    const full = { configuration: { disk: { size: 100e9, free: 1e9 } } };
    const { model, task } = world(all, {}, full);
    expect((await expireBackups({ ...task, by: undefined })).problems).toEqual([wording('1.0 GB')]);
    expect(labels(model)).toHaveLength(all.length);
    const gone = world(all, { made: '20261126-110000F' }, full);
    expect((await gone.expire()).problems).toEqual([wording('20261126-110000F'), wording('1.0 GB')]);
  });

  it('is that of the folder that pgBackRest prints', () => {
    const begin = readFileSync(join(import.meta.dirname, 'fixtures', 'expire-settings.txt'), 'utf8');
    expect(folderIn(begin, 1)).toBe('/srv/repo');
    // It does not print default values.
    expect(folderIn(begin, 2)).toBe('/var/lib/pgbackrest');
    expect(() => folderIn('', 1)).toThrow(wording());
  });

  it('is reported as unknown if it cannot be checked', async () => {
    const { model, expire } = world([newest, made]);
    model.before = ([program]) =>
      program === 'df' ? { code: 1, stdout: '', stderr: 'df: /srv/repo: Permission denied' } : undefined;
    expect(await expire()).toEqual({ problems: [], notes: [wording('Permission denied')] });
  });
});

/** Full backups at intervals, and differential or incremental ones in between, as pgBackRest makes them; sets name some of them. */
const histories = fc
  .array(
    fc.record({
      hours: fc.integer({ min: 1, max: 100 }),
      type: fc.constantFrom<Kept['type']>('full', 'diff', 'incr', 'incr', 'incr'),
      needed: fc.integer({ min: 0, max: 9 }).map(each => each === 0),
      other: fc.integer({ min: 0, max: 19 }).map(each => each === 0),
    }),
    { minLength: 2, maxLength: 40 },
  )
  .map(written => {
    let age = written.reduce((sum, { hours }) => sum + hours, 0) / 24;
    const backups: Kept[] = [];
    for (const { hours, type, other } of written) {
      age -= hours / 24;
      const upon =
        type === 'full'
          ? undefined
          : type === 'diff'
            ? backups.findLast(each => each.type === 'full')
            : backups.at(-1);
      const annotations = { 'slipway-owner': other ? 'crm/production' : 'shop/production' };
      backups.push(backup(age, upon === undefined ? 'full' : type, upon, { annotations }));
    }
    const needed = new Set(backups.flatMap(({ label }, at) => (written[at]?.needed ? [label] : [])));
    return { backups, needed };
  });
const places = fc.option(fc.nat(6), { nil: 0 });
const policies: fc.Arbitrary<RetentionPolicy> = fc.record({
  ...{ daily: places, weekly: places, monthly: places, yearly: places },
  window: fc.nat(10 * day),
});

describe('recovery 3: for any repository and any policy', () => {
  const judged = ({ backups, needed }: { backups: Kept[]; needed: Set<string> }, policy: RetentionPolicy) => {
    const { model } = world(backups);
    const by = {
      ...{ made: labels(model).at(-1) ?? '', owner: 'shop/production', needed, policy, now },
      named: new Set<string>(),
    };
    return model.exec(['info']).then(({ stdout }) => {
      const stanza = parseInfo(stdout, 'shop');
      const { kept, expired } = judgeBackups(stanza.backups, undefined, by);
      return {
        goes: expired,
        all: model.backups,
        kept: new Set(kept.map(({ backup: { label } }) => label)),
        newest: model.backups.at(-1) as Kept,
      };
    });
  };
  const chain = (each: Kept, backups: readonly Kept[]): Kept[] => {
    const prior = backups.find(({ label }) => label === each.prior);
    return prior === undefined ? [each] : [each, ...chain(prior, backups)];
  };
  const run = (
    check: (found: Awaited<ReturnType<typeof judged>>, needed: Set<string>, policy: RetentionPolicy) => void,
  ) =>
    fc.assert(
      fc.asyncProperty(histories, policies, async (history, policy) =>
        check(await judged(history, policy), history.needed, policy),
      ),
      search(1000),
    );

  it('the newest verified chain is kept', async () => {
    await run(({ all, kept, newest: last }) => {
      for (const { label } of chain(last, all)) expect(kept).toContain(label);
    });
  });

  it('no backup is removed that a kept one depends on, and some are removed', async () => {
    let gone = 0;
    await run(({ all, kept, goes }) => {
      gone += goes.length;
      for (const each of all)
        if (kept.has(each.label)) for (const { label } of chain(each, all)) expect(kept).toContain(label);
    });
    expect(gone).toBeGreaterThan(atLeast(500));
  });

  it('no backup is removed that a set needs, that is in the window, newer than the newest full one, or of another owner', async () => {
    await run(({ all, kept, newest: last }, needed, { window = 0 }) => {
      const full = chain(last, all).at(-1)!;
      for (const each of all)
        if (
          needed.has(each.label) ||
          each.at > now - window ||
          each.at >= full.at ||
          each.annotations?.['slipway-owner'] === 'crm/production'
        )
          expect(kept).toContain(each.label);
    });
  });

  it('one backup is kept for each day, week, month and year of the policy, and all WAL from the oldest kept one on', async () => {
    await fc.assert(
      fc.asyncProperty(histories, policies, async ({ backups, needed }, policy) => {
        const { model, expire } = world(backups, { needed, policy });
        const before = model.backups;
        expect((await expire()).problems).toEqual([]);
        const periods = {
          daily: (at: number) => new Date(at).toISOString().slice(0, 10),
          monthly: (at: number) => new Date(at).toISOString().slice(0, 7),
          yearly: (at: number) => new Date(at).toISOString().slice(0, 4),
        };
        for (const [name, of] of Object.entries(periods)) {
          const count = policy[name as 'daily'] ?? 0;
          const wanted = [...new Set(before.map(({ at }) => of(at)))].slice(before.length === 0 ? 0 : -count);
          if (count > 0)
            for (const period of wanted) expect(model.backups.some(({ at }) => of(at) === period)).toBe(true);
        }
        const from = model.backups[0]!.startWal;
        for (let number = from; number <= 910; number += 1)
          if (!model.wal.has(number)) throw new Error(`segment ${number} is lost`);
      }),
      search(300),
    );
  });

  it('pgBackRest removes exactly the judged backups, by one command for each chain', async () => {
    await fc.assert(
      fc.asyncProperty(histories, policies, async (history, policy) => {
        const { kept, goes } = await judged(history, policy);
        const { model, expire } = world(history.backups, { needed: history.needed, policy });
        await expire();
        expect(new Set(labels(model))).toEqual(kept);
        expect(model.asked.filter(each => each.includes('--set='))).toHaveLength(2 * rootsOf(goes).length);
      }),
      search(300),
    );
  });
});

describe('the repository in memory', () => {
  const recorded = (name: string) =>
    readFileSync(join(import.meta.dirname, 'fixtures', `expire-${name}.txt`), 'utf8');
  const number = (name: string | null) => parseSegment(name, usualSize)?.number ?? 0;
  const archive = ['--repo1-retention-archive-type=full', '--repo1-retention-archive'];
  const command = (set: string, fulls?: number) => [
    ...['pgbackrest', `--set=${set}`, '--dry-run'],
    ...(fulls === undefined ? [] : [archive[0] ?? '', `${archive[1]}=${fulls}`]),
    'expire',
  ];

  it.each<[string, string[], Configuration['retention']?]>([
    ['oldest', command('20261129-024925F', 4)],
    ['full', command('20261129-024940F', 4)],
    ['middle', command('20261129-024925F_20261129-024932I', 5)],
    ['leaf', command('20261129-024925F_20261129-024936I', 5)],
    ['unknown', command('20261129-000000F', 5)],
    // Without our WAL options pgBackRest leaves gaps between kept backups, or never removes any WAL.
    ['count', command('20261129-024940F'), { full: 2, type: 'count' }],
    ['time', command('20261129-024925F'), { full: 365, type: 'time' }],
  ])(
    'prints for %s what pgBackRest 2.45 printed',
    async (name, asked, retention = { full: 2, type: 'count' }) => {
      const model = new Model({ retention });
      model.backups = parseInfo(recorded('info'), 'shop').backups.map(each => ({
        ...{ label: each.label, type: each.type, at: each.endedAt, bytes: each.repositoryCopied },
        ...{ startWal: number(each.startWal), stopWal: number(each.stopWal) },
        ...(each.prior === undefined ? {} : { prior: each.prior }),
      }));
      for (const { segment } of parseArchive(recorded('archive'), usualSize).segments)
        model.wal.add(segment.number);
      const lines = (text: string) => text.split('\n').filter(each => / repo1: /.test(each));
      expect(lines((await model.exec(asked)).stdout)).toEqual(lines(recorded(name)));
      expect(lines(recorded(name)).length).toBeGreaterThan(0);
    },
  );
});

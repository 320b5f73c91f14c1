import type { Recovery } from '../../../config/recovery.ts';
import { digestsIn } from '../../../image/mentions.ts';
import type { DatabaseRows } from '../../../recovery/declared.ts';
import type { BackupManifest } from '../../../recovery/manifest.ts';
import { missingRedis, missingSourcesIn } from '../../../recovery/missing-sources.ts';
import { maxClockSkew } from '../../../toolkit/duration.ts';
import { UntrustedDocument, type UserError } from '../../../toolkit/errors.ts';
import { found, type Judgements, metUnless, type RuleJudgement, unknown } from '../../judgement.ts';
import { judgeDrills, type ReportedDrill } from './drills.ts';

/** What the store of a repository keeps of backups. */
interface StoredSets {
  readonly repository: string;
  /** Of the newest set; undefined if there is none. */
  readonly manifest: BackupManifest | undefined;
  /** Why that set has no trusted signature; an error that is no `UntrustedDocument` says why that cannot be decided here. */
  readonly refusal?: UserError | undefined;
  /** When each set was begun; ms since 1970. */
  readonly sets: readonly number[];
}

/** What the stores of backups keep. */
export interface RecoveryEvidence {
  readonly stores: readonly StoredSets[];
  /** Also those of reports. */
  readonly drills: readonly ReportedDrill[];
  readonly schedule: readonly DatabaseRows[];
  /** Images of the live release. */
  readonly images: readonly string[];
  readonly namespace: string;
}

const day = 86_400_000;
const days = (ms: number) => `${Math.floor(ms / day)} days`;

/** Judges the newest backup set of each store, the drills and the schedule. Pure. @param now ms since 1970. */
export function judgeRecovery(evidence: RecoveryEvidence, recovery: Recovery, now: number): Judgements {
  const { stores, drills, schedule } = evidence;
  // A disaster may leave any one of them, so the worst counts.
  const ofStores = stores.flatMap(({ repository, manifest, refusal, sets }) => {
    const judged = manifest === undefined ? noSet : judgeSet(manifest, sets, evidence, recovery, now);
    const verb = refusal instanceof UntrustedDocument ? 'would' : 'may';
    const refused = refusal && unknown(`a restore ${verb} refuse the newest backup set: ${refusal.sentence}`);
    return Object.entries(judged).map(
      ([rule, each]) => [rule, { ...(refused || each), object: `Repository/${repository}` }] as const,
    );
  });
  const byRule = Map.groupBy(ofStores, ([rule]) => rule);
  return {
    ...Object.fromEntries([...byRule].map(([rule, all]) => [rule, all.map(([, each]) => each)])),
    'schedule-targets': schedule.map(({ database, rows }) => {
      const open = rows.flatMap(each => (each.kind === 'uncovered' ? [each] : []));
      return metUnless(
        open.map(({ sentence }) => `${database}: ${sentence}`),
        `the schedule of ${database} can meet its targets`,
        open[0]?.help,
      );
    }),
    ...judgeDrills(drills, recovery, now),
  };
}

const nothing = metUnless('the store holds no finished backup set', '', 'run `slipway backup`');
const noSet: Readonly<Record<string, RuleJudgement>> = {
  'backup-complete': nothing,
  'backup-fresh': nothing,
};

function judgeSet(
  set: BackupManifest,
  sets: StoredSets['sets'],
  { images, namespace }: RecoveryEvidence,
  recovery: Recovery,
  now: number,
): Readonly<Record<string, RuleJudgement>> {
  const age = now - set.at;
  const usual = Math.min(...Object.values(recovery.databases).map(each => each.incremental), 7 * day);
  const labels = set.databases.flatMap(({ backups }) => backups.map(({ label }) => label));
  const dated = (what: string, pattern: RegExp, most: number): RuleJudgement => {
    if (labels.length === 0) return unknown('the set has no pgBackRest database');
    const times = labels.flatMap(label => {
      const [, y, m, d] = pattern.exec(label) ?? [];
      return y === undefined ? [] : [Date.parse(`${y}-${m}-${d}T00:00:00Z`)];
    });
    const oldest = Math.min(...times);
    const is = times.length === 0 ? 'missing' : `${days(now - oldest)} old`;
    return metUnless(
      times.length === 0 || now - oldest > most + day ? `the newest ${what} backup is ${is}` : [],
      `a ${what} backup is at most ${days(most)} old`,
      'see the last runs of `backup`',
    );
  };
  const kept = digestsIn(set.images.join('\n'));
  const lost = images.filter(image => digestsIn(image).some(digest => !kept.includes(digest)));
  const objects = Object.values(set.clusterObjects).reduce((sum, count) => sum + count, 0);
  const state =
    set.objectStores.length +
    (set.redis ?? []).length +
    set.volumes.filter(({ covered }) => covered === 'files' || covered === 'snapshot').length;
  const stored = set.objectStores.map(({ name }) => name);
  const lostState = [
    ...missingRedis(set, recovery).map(name => `the Redis ${name}`),
    ...Object.keys(recovery.buckets).flatMap(name => (stored.includes(name) ? [] : `the bucket ${name}`)),
  ];
  return {
    'backup-fresh': metUnless(
      age > 1.5 * usual ? `the newest backup set is ${days(age)} old` : [],
      `the newest backup set is ${Math.floor(Math.max(0, age) / 3_600_000)} hours old`,
      'see the last runs of `backup`',
    ),
    'backup-scheduled': judgeSchedule(
      sets.filter(at => at <= now + maxClockSkew),
      1.5 * usual,
    ),
    'backup-complete': metUnless(
      missingSourcesIn(set, recovery, namespace),
      'the newest set has all that slipway.yml declares',
      'correct `recovery` in slipway.yml, and back up again',
    ),
    'backup-volumes': metUnless(
      set.volumes
        .filter(({ covered }) => covered === 'not')
        .map(({ pvc }) => `the volume ${pvc} has no backup`),
      'every volume is backed up, or declared as not needed',
      'declare how the volume is backed up',
    ),
    'backup-full': dated('full', /(\d{4})(\d\d)(\d\d)-\d{6}F/, 7 * day),
    'backup-incremental': dated('daily', /(\d{4})(\d\d)(\d\d)-\d{6}[FID]$/, day),
    'backup-configuration': metUnless(
      objects === 0 ? 'the set has no object of the cluster' : [],
      `the set has ${objects} objects of the cluster`,
      'set `recovery.objects.export`',
    ),
    'backup-images':
      images.length === 0
        ? unknown('the images of the live release are not known')
        : metUnless(
            lost.map(image => `the set does not name ${image}`),
            'the set names the images of the live release',
            'back up after each release',
          ),
    'backup-state':
      lostState.length === 0 && state === 0
        ? unknown('the set has no bucket, no Redis and no volume with state')
        : metUnless(
            lostState.map(name => `${name} is not in the set`),
            `the set has ${state} buckets, Redis and volumes`,
            'see the last run of `backup`',
          ),
  };
}

/** One set may have been made by hand. Older ones may have been deleted, so the newest two must do. */
function judgeSchedule(sets: readonly number[], most: number): RuleJudgement {
  const [last = 0, before] = sets.toSorted((a, b) => b - a);
  if (before === undefined)
    return found('unknown', 'the store holds one backup set, which shows no schedule', {
      remedy: 'let `backup` run on its schedule, as backup.yml does',
    });
  return metUnless(
    last - before > most ? `the newest two backup sets are ${days(last - before)} apart` : [],
    'the newest two backup sets follow the schedule',
    'find out why `backup` did not run',
  );
}

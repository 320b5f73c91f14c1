import type { Recovery } from '../../../config/recovery.ts';
import { digestsIn } from '../../../image/mentions.ts';
import type { DatabaseRows } from '../../../recovery/declared.ts';
import type { HistoryEntry } from '../../../recovery/history.ts';
import type { BackupManifest } from '../../../recovery/manifest.ts';
import { missingSourcesIn } from '../../../recovery/missing-sources.ts';
import { type ScenarioId, scenarios } from '../../../recovery/scenario.ts';
import type { RequirementAssessment } from '../../assessment.ts';
import type { RequirementId } from '../../requirement.ts';
import { problemIn, type Showing, showing } from '../showing.ts';

/** What the stores of backups keep. */
export interface RecoveryEvidence {
  /** The newest set; undefined if there is none. */
  readonly manifest: BackupManifest | undefined;
  readonly drills: readonly HistoryEntry[];
  readonly schedule: readonly DatabaseRows[];
  /** Images of the live release. */
  readonly images: readonly string[];
  readonly namespace: string;
}

const day = 86_400_000;
const days = (ms: number) => `${Math.floor(ms / day)} days`;

/** Requirements that a passed drill of a scenario shows. */
const shownBy: Readonly<Record<ScenarioId, readonly RequirementId[]>> = {
  restore: ['D3'],
  pod: ['D14'],
  node: ['D14'],
  zone: ['D15'],
  region: ['D3', 'D16'],
  total: ['D3', 'D17'],
  ...{ corruption: [], rot: [], secrets: [], 'far-down': [] },
  ...{ 'container-kill': ['H5'], 'pod-loss': ['H6'], 'zone-drain': ['H6'], autoscaling: ['P6'] },
  'bad-release': [],
};

/** Drills of how many scenarios count as many. */
const many = 4;

/** Judges the newest backup set, the drills and the schedule. Pure. @param now ms since 1970. */
export function judgeRecovery(
  { manifest, drills, schedule, images, namespace }: RecoveryEvidence,
  recovery: Recovery,
  now: number,
  asked: Showing,
): RequirementAssessment[] {
  return [
    ...(manifest === undefined
      ? asked.either(
          ['D1', 'D2', 'D4'],
          'backup-complete',
          '',
          'the stores hold no finished backup set',
          'run `slipway backup`',
        )
      : judgeSet(manifest)),
    ...schedule.flatMap(({ database, rows }) => {
      const open = rows.flatMap(each => (each.kind === 'uncovered' ? [each] : []));
      return asked.either(
        'D18',
        'schedule-targets',
        `the schedule of ${database} can meet its targets`,
        problemIn(open.map(({ sentence }) => `${database}: ${sentence}`)),
        open[0]?.help,
      );
    }),
    ...judgeDrills(drills, recovery, now),
  ];

  function judgeSet(set: BackupManifest): RequirementAssessment[] {
    const { either, unknown } = asked;
    const { databases } = recovery;
    const age = now - set.at;
    const usual = Math.min(...Object.values(databases).map(({ incremental }) => incremental), 7 * day);
    const labels = set.databases.flatMap(({ backups }) => backups.map(({ label }) => label));
    const newest = (pattern: RegExp) =>
      labels.flatMap(label => {
        const [, y, m, d] = pattern.exec(label) ?? [];
        return y === undefined ? [] : [Date.parse(`${y}-${m}-${d}T00:00:00Z`)];
      });
    const late = (times: readonly number[], most: number, what: string) =>
      times.some(at => now - at > most + day) || times.length === 0
        ? `the newest ${what} backup is ${times.length === 0 ? 'missing' : `${days(now - Math.min(...times))} old`}`
        : undefined;
    const dated = (id: RequirementId, rule: string, what: string, times: readonly number[], most: number) =>
      labels.length === 0
        ? unknown(id, rule, 'the set has no database of pgBackRest')
        : either(
            id,
            rule,
            `a ${what} backup is at most ${days(most)} old`,
            late(times, most, what),
            'look at the last runs of `backup`',
          );
    const gaps = missingSourcesIn(set, recovery, namespace);
    const bare = set.volumes.filter(({ covered }) => covered === 'not');
    const kept = digestsIn(set.images.join('\n'));
    const lost = images.filter(image => digestsIn(image).some(digest => !kept.includes(digest)));
    const objects = Object.values(set.clusterObjects).reduce((sum, count) => sum + count, 0);
    const state =
      set.objectStores.length +
      set.volumes.filter(({ covered }) => covered === 'files' || covered === 'snapshot').length;
    return [
      ...either(
        'D2',
        'backup-fresh',
        `the newest backup set is ${Math.floor(age / 3_600_000)} hours old`,
        age > 1.5 * usual ? `the newest backup set is ${days(age)} old` : undefined,
        'find out why `backup` did not run',
      ),
      ...either(
        ['D1', 'D4'],
        'backup-complete',
        'the newest set has all that slipway.yml declares',
        problemIn(gaps),
        'correct `recovery` in slipway.yml, and back up again',
      ),
      ...either(
        'D4',
        'backup-volumes',
        'every volume is backed up, or declared as not needed',
        problemIn(bare.map(({ pvc }) => `nothing backs the volume ${pvc} up`)),
        'declare how the volume is backed up',
      ),
      ...dated('D5', 'backup-full', 'full', newest(/(\d{4})(\d\d)(\d\d)-\d{6}F/), 7 * day),
      ...dated('D6', 'backup-incremental', 'daily', newest(/(\d{4})(\d\d)(\d\d)-\d{6}[FID]$/), day),
      ...either(
        'D8',
        'backup-configuration',
        `${objects} objects of the cluster are in the set`,
        objects === 0 ? 'no object of the cluster is in the set' : undefined,
        'set `recovery.objects.export`',
      ),
      ...(images.length === 0
        ? unknown('D9', 'backup-images', 'the images of the live release are not known')
        : either(
            'D9',
            'backup-images',
            'the set names the images of the live release',
            problemIn(lost.map(image => `the set does not name ${image}`)),
            'back up after each release',
          )),
      ...(state === 0
        ? unknown('D10', 'backup-state', 'the set has no bucket and no volume with state')
        : either('D10', 'backup-state', `${state} buckets and volumes are in the set`, undefined)),
    ];
  }
}

function judgeDrills(
  drills: readonly HistoryEntry[],
  { drills: settings }: Recovery,
  now: number,
): RequirementAssessment[] {
  const within = settings?.due?.within ?? {};
  const rows = scenarios.flatMap(({ id, every }) => {
    const last = drills.filter(({ scenario }) => scenario === id).toSorted((a, b) => b.at - a.at)[0];
    return last === undefined ? [] : [{ id, last, most: within[id] ?? 1.5 * Math.max(every, 7) * day }];
  });
  const fresh = rows.filter(({ last, most }) => last.verdict === 'pass' && now - last.at <= most);
  const { either, unknown } = showing('the records of drills', 'the stores of backups', now);
  const overdue = Object.keys(within).filter(id => !fresh.some(each => each.id === id));
  if (rows.length === 0) return [];
  return [
    ...rows.flatMap(({ id, last, most }) => {
      const { either, unknown } = showing(`the drill ${id}`, 'the stores of backups', last.at);
      const ids = shownBy[id];
      if (now - last.at > most)
        return unknown(
          ids,
          `drill-${id}`,
          `the last drill of ${id} is ${days(now - last.at)} old, and ${days(most)} are allowed`,
        );
      if (last.verdict === 'pass') return either(ids, `drill-${id}`, `the drill ${id} passed`, undefined);
      return last.verdict === 'breach' || last.verdict === 'fail'
        ? either(ids, `drill-${id}`, '', `the drill ${id} ended as ${last.verdict}`, 'see its report')
        : unknown(ids, `drill-${id}`, `the last drill of ${id} was ${last.verdict}`);
    }),
    ...either(
      'D11',
      'drill-due',
      `${fresh.length} scenarios were rehearsed in time`,
      fresh.length === 0
        ? 'no scenario was rehearsed in time'
        : problemIn(overdue.map(id => `the drill ${id} is overdue`)),
      'run the drill',
    ),
    ...either(
      'D12',
      'drill-variety',
      `${fresh.map(({ id }) => id).join(', ')} passed`,
      fresh.length < many ? `${fresh.length} scenarios passed in time, and ${many} count as many` : undefined,
      'rehearse more scenarios',
    ),
    ...(fresh.length === 0
      ? unknown('D13', 'drill-measured', 'no drill passed in time')
      : either(
          'D13',
          'drill-measured',
          'the time to recover was measured',
          fresh.some(({ last }) => last.rto !== undefined)
            ? undefined
            : 'no drill measured the time to recover',
          'set `drills.application`',
        )),
  ];
}

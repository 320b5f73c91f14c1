import type { RequirementId } from '../../../src/assess/requirement.ts';
import type { StepName } from './evidence-plan.ts';

/** Shortfalls of what runs: which steps are made again, and what must then not be met. running-causes.ts and release-causes.ts cause each. */

export interface RunningSeed {
  /** Those that follow from others are not named. */
  readonly ids: readonly RequirementId[];
  /** Steps that are made again; the report always is. */
  readonly again: readonly StepName[];
}

/** @param ids separated by spaces. */
const breaks = (ids: string, ...again: StepName[]): RunningSeed => ({
  ids: ids.split(' ') as RequirementId[],
  again,
});

export const runningSeeds = {
  'an image that was never released': breaks('Z2 C2 I2'),
  'a platform without an image': breaks('I8'),
  'a Redis that is in no backup': breaks('D1 D3 D4 D10'),
  'a drill that is overdue': breaks('D11'),
  'no cap of the month': breaks('Z7', 'cost'),
  'no cap of a task': breaks('P4', 'cost'),
  'a price that is not known': breaks('P7', 'cost'),
  'pools larger than the database': breaks('P11', 'cost'),
  'a number of pods that follows no load': breaks('P6 P8', 'cost'),
  'a histogram that nothing exports': breaks('P1 M9', 'monitor'),
  'a cost that nothing counts': breaks('P2', 'monitor'),
  'behavior that no alert watches': breaks('S11', 'monitor'),
  'a level that is kept forever': breaks('M6', 'logs'),
  'no tags for the branch': breaks('I9', 'build'),
  'an image above its budget': breaks('I2 C2', 'build'),
  'an exporter that is down': breaks('M1', 'monitor'),
  'a cache that nothing measures': breaks('M1 P3', 'monitor'),
  'rules that are not loaded': breaks('M2 M9 C16 S11', 'monitor'),
  'a receiver that refuses': breaks('M2 M3 M4 M11', 'alerts test'),
  'pods that are not scraped': breaks('A2 M1 C16', 'monitor'),
  'a dashboard that is gone': breaks('M2 M3 C16'),
  'plain lines': breaks('M5', 'logs'),
  'secrets in lines': breaks('M8', 'logs'),
  'lines that are lost on their way': breaks('M7', 'logs'),
  'logins that nothing counts': breaks('S11', 'alerts security-events'),
  'a release that degrades': breaks('C7', 'monitor'),
  'a database that refuses connections': breaks('A2 A3 A5', 'verify'),
  'standbys that stopped': breaks('H3 D7', 'replication'),
  'an archive that fails': breaks('H3 D7', 'replication'),
  'a copy with another row': breaks('H7', 'replication'),
  'another key than that of the stored values': breaks('K1 K4', 'keys'),
  'a plain value in an encrypted column': breaks('K2 K5', 'backup', 'keys'),
  'a token in a text': breaks('K5', 'backup', 'keys'),
  'a masked copy with a value that survived': breaks('S10', 'backup', 'restore'),
  'an entry of the audit chain that was changed': breaks('S11', 'audit'),
  'no backup set': breaks('D1 D2 D3 D4'),
  'an old backup set': breaks('D2'),
  'a full backup of three weeks ago': breaks('D5'),
  'a daily backup of three days ago': breaks('D6'),
  'a set without objects of the cluster': breaks('D1 D3 D4 D8'),
  'a set without the live images': breaks('D9'),
  'few scenarios': breaks('D1 D2 D3 D4 D12'),
  'drills that measure nothing': breaks('D1 D2 D3 D4 D11 D12 D13'),
  'a machine whose loss costs data': breaks('D14', 'replication'),
  'a zone that comes back too late': breaks('D15'),
  'a region that comes back too late': breaks('D3 D4 D16'),
  'a whole that comes back too late': breaks('D3 D4 D17'),
  'a bad release that nothing notices': breaks('C11'),
  'an update that stops every pod': breaks('C10'),
  'a plan that is refused': breaks('C1', 'plan'),
  'a test that fails': breaks('C3', 'test'),
  'a vulnerable package': breaks('C4', 'build'),
  // It leaves a gap in the WAL of the repository.
  'a repository without encryption and compression': breaks('S9 P9', 'keys', 'cost'),
} as const satisfies Record<string, RunningSeed>;

/** Those that make releases, which come last: what follows has another live version. */
export const releaseSeeds = {
  'a base image that has moved': breaks('I6', 'stale'),
  'a pod that runs another image': breaks('A6'),
  'an image that the registry lost': breaks('A4 A6 D9'),
  'a record that was deleted': breaks('C5'),
  'a release that is not signed': breaks('Z5'),
  'a canary that gets all requests at once': breaks('C9'),
  'a release by hand': breaks('Z3'),
} as const satisfies Record<string, RunningSeed>;

/** Shortfalls in the files that are found only when the cluster has them, too: their rules ask only the cluster. */
export const seedsInCluster: readonly string[] = [
  'no quota',
  'no default limits',
  'no NetworkPolicy',
  'a NetworkPolicy that allows everyone',
  'no limit of memory',
];

/** What no seed breaks on the lab, and why. */
export const unbroken: Partial<Record<RequirementId, string>> = {
  Z8: 'it is a property of Slipway',
  A7: 'it is a property of Slipway',
  C12: 'it is a property of Slipway',
  C13: 'it is a property of Slipway',
  C15: 'it is a property of Slipway',
  C8: 'a release that fails is rolled back, as it should be; only a rollback that fails breaks it',
  C17: 'the log store of the lab keeps the lines from before a shortfall',
  M10: 'a silence must outlive its release by a day, and Alertmanager takes none that began in the past',
  M12: 'a rollback by an alert fails only if the cluster fails meanwhile',
};

import type { MetricSource } from '../../analysis/prometheus.ts';
import type { Status } from '../../release/status.ts';
import { drillTooOld } from '../last-success.ts';

/** Reasons against a drill now, one sentence each without a full stop. An unknown answer is a reason, too. */

/** The state of an environment's rollout, as the command `status` reports it. */
export type Rollout = Pick<Status, 'state' | 'candidate'>;

/** A Prometheus that knows the firing alerts, queried as the gate does. Never throws. */
export interface Alerts extends Pick<MetricSource, 'query'> {
  /** The query; each series above 0 is a firing alert. */
  readonly firing: string;
}

/** Hours of the day in UTC, from `from` to before `to`; across midnight if `to` is smaller. */
export interface Hours {
  readonly from: number;
  readonly to: number;
}

/** Returns a reason outside the allowed hours. @param now ms since 1970. Pure. */
export function hoursObstacle(hours: Hours | undefined, now: number): string[] {
  if (hours === undefined) return [];
  const { from, to } = hours;
  const hour = new Date(now).getUTCHours();
  const inside = from <= to ? hour >= from && hour < to : hour >= from || hour < to;
  const clock = (each: number) => `${String(each).padStart(2, '0')}:00`;
  return inside ? [] : [`drills are allowed only from ${clock(from)} to ${clock(to)} UTC`];
}

const why: Readonly<Record<Exclude<Rollout['state'], 'idle'>, string>> = {
  running: 'is in progress',
  paused: 'is paused',
  'needs-action': 'needs action',
  interrupted: 'was interrupted: its run has ended',
};

/** Returns a reason unless the environment is idle. Pure. */
export function rolloutObstacle(name: string, { state, candidate }: Rollout): string[] {
  if (state === 'idle') return [];
  const what = candidate === undefined ? 'a rollout' : `the rollout of release ${candidate}`;
  return [`${what} in ${name} ${why[state] ?? 'is in an unknown state'}`];
}

/** Reads the status of a rollout and returns its obstacle; a status that cannot be read is an obstacle, too. */
export async function rolloutObstacles(name: string, read: () => Promise<Rollout>): Promise<string[]> {
  try {
    return rolloutObstacle(name, await read());
  } catch (error) {
    return [
      `the rollout status of ${name} cannot be read (${error instanceof Error ? error.message : String(error)})`,
    ];
  }
}

/** Returns the critical alerts that are firing, but not that a drill is due. Without a source there is no obstacle; a source without an answer is one. */
export async function alertObstacles(source: Alerts | undefined): Promise<string[]> {
  if (source === undefined) return [];
  const answer = await source.query(source.firing);
  if (!answer.ok) return [`the critical alerts cannot be read from Prometheus (${answer.detail})`];
  const names = answer.value
    .filter(({ samples }) => (samples.at(-1)?.[1] ?? 0) > 0)
    .map(({ labels }) => labels.alertname ?? 'without a name')
    .filter(name => name !== drillTooOld);
  return [...new Set(names)].sort().map(name => `the critical alert ${name} is firing`);
}

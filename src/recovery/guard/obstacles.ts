/** What speaks against a drill now, a sentence each without its full stop. What is not known speaks against it, too. */

/** Where the rollout of an environment stands: what `status` of a release says. */
export interface Rollout {
  readonly state: 'idle' | 'running' | 'waiting' | 'needs-action' | 'left';
  readonly candidate?: number;
}

/** Who knows which alerts fire: a Prometheus, asked as gates ask theirs. It throws nothing. */
export interface Alerts {
  /** What is asked: each series above 0 is an alert. */
  readonly firing: string;
  query(promql: string): Promise<
    | {
        readonly ok: true;
        readonly value: readonly {
          readonly labels: Readonly<Record<string, string>>;
          readonly samples: readonly (readonly [at: number, value: number])[];
        }[];
      }
    | { readonly ok: false; readonly detail: string }
  >;
}

/** Hours of the day in UTC, from the first to before the second; over midnight when that is the smaller one. */
export interface Hours {
  readonly from: number;
  readonly to: number;
}

/** @param now ms since 1970. Pure. */
export function hoursObstacle(hours: Hours | undefined, now: number): string[] {
  if (hours === undefined) return [];
  const { from, to } = hours;
  const hour = new Date(now).getUTCHours();
  const inside = from <= to ? hour >= from && hour < to : hour >= from || hour < to;
  const clock = (each: number) => `${String(each).padStart(2, '0')}:00`;
  return inside
    ? []
    : [`drills are allowed from ${clock(from)} to ${clock(to)} UTC, and it is not that time`];
}

/** A rollout that is under way, waits, is held or was left. Pure. */
export function rolloutObstacle(name: string, status: Rollout): string[] {
  const { state, candidate } = status;
  const what = candidate === undefined ? 'a rollout' : `the rollout of release ${candidate}`;
  switch (state) {
    case 'idle':
      return [];
    case 'running':
      return [`${what} in ${name} is under way`];
    case 'waiting':
      return [`${what} in ${name} waits for somebody`];
    case 'needs-action':
      return [`${what} in ${name} is stuck`];
    case 'left':
      return [`${what} in ${name} was left by who moved it`];
  }
}

/** As rolloutObstacle, of a status that is asked for; that it cannot be read is one. */
export async function rolloutObstacles(name: string, read: () => Promise<Rollout>): Promise<string[]> {
  try {
    return rolloutObstacle(name, await read());
  } catch (error) {
    return [
      `whether a rollout in ${name} is under way cannot be told (${error instanceof Error ? error.message : String(error)})`,
    ];
  }
}

/** Critical alerts that fire. A Prometheus that is not asked is none; one that does not answer is an obstacle. */
export async function alertObstacles(source: Alerts | undefined): Promise<string[]> {
  if (source === undefined) return [];
  const answer = await source.query(source.firing);
  if (!answer.ok) return [`whether a critical alert fires cannot be told (${answer.detail})`];
  const names = answer.value
    .filter(({ samples }) => (samples.at(-1)?.[1] ?? 0) > 0)
    .map(({ labels }) => labels.alertname ?? 'without a name');
  return [...new Set(names)].sort().map(name => `the critical alert ${name} is firing`);
}

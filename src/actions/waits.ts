import type { Cluster } from '../cluster/port.ts';
import { needsPerson, pausePolicyOf, pauseRemedy, pauseSentence } from '../release/rollout/pause.ts';
import { status } from '../release/status.ts';
import { recordedEnvironment } from '../release/store/recorded-environment.ts';
import { ReleaseStore } from '../release/store/releases.ts';
import type { PauseReason } from '../release/store/schema.ts';
import { formatTime } from '../toolkit/duration.ts';
import { whoMayRun } from '../toolkit/operations.ts';
import type { ActionRequest } from './session.ts';

/** A rollout that waits for a person. */
export interface WaitsForPerson {
  readonly for: Extract<PauseReason, 'resume' | 'approval'>;
  /** Whether a step of slipway.yml waits; otherwise the gate could not judge the candidate. */
  readonly planned: boolean;
  /** Percentage of traffic to the candidate. */
  readonly weight: number;
  /** Which release waits, since when, why, until when, and who may answer. */
  readonly why: string;
  readonly remedy: string;
}

/** Says what the rollout waits for; undefined if a run works on it, or it waits for no person. */
export async function waitsForPerson(
  cluster: Cluster,
  { config, environment, environmentName }: ActionRequest,
): Promise<WaitsForPerson | undefined> {
  const found = await status(cluster, { config, environment });
  const { state, candidate, weight = 0, waitingFor } = found;
  if (state !== 'paused' || candidate === undefined || waitingFor === undefined || !needsPerson(waitingFor))
    return undefined;
  const releases = await new ReleaseStore(cluster, environment.namespace, config.app).list();
  const record = releases.find(each => each.record.release === candidate)?.record;
  const { strategy } = recordedEnvironment(record, environmentName, environment);
  const until = Date.parse(found.until ?? '');
  const pauseTimeout = pausePolicyOf(strategy)?.pauseTimeout;
  const paused =
    pauseTimeout === undefined ? 'is paused' : `has been paused since ${formatTime(until - pauseTimeout)}`;
  const traffic = `release ${candidate} has ${weight} % of the traffic`;
  const parts = [
    `${traffic} and ${paused}`,
    `It ${pauseSentence({ for: waitingFor, until })}`,
    whoMayRun(),
    ...(found.reason === undefined ? [] : [`Reason: ${found.reason}`]),
  ];
  return {
    for: waitingFor,
    planned: found.planned === true,
    weight,
    why: parts.join('. '),
    remedy: pauseRemedy(waitingFor, candidate),
  };
}

import type { Cluster } from '../cluster/port.ts';
import type { RolloutRequest } from '../release/rollout/context.ts';
import type { Host } from '../toolkit/host.ts';
import type { ActionRequest } from './session.ts';

/** Silences in Alertmanager, if `monitoring.silence` in slipway.yml asks for them. What fails is only a warning. */

/**
 * Runs an action that advances a rollout, silences the alerts of the application meanwhile, and removes the silence afterwards.
 * @param work gets a part of its request.
 */
export async function silenced<Result>(
  cluster: Cluster,
  request: ActionRequest,
  host: Host,
  work: (quiet: Pick<RolloutRequest, 'onRollout'>) => Promise<Result>,
): Promise<Result> {
  const asked = await silencesOf(cluster, request);
  if (asked === undefined) return work({});
  const { silencerOf, silenceFor, api, place, longest } = asked;
  const silencer = silencerOf(api, place, message => host.annotate('warning', { title: 'silence', message }));
  const onRollout: RolloutRequest['onRollout'] = ({ candidate, deadline }) => {
    const subject = { ...place, release: candidate, run: request.origin.run };
    silencer.open(silenceFor(subject, { now: cluster.now(), longest, deadline }));
  };
  return work({ onRollout }).finally(() => silencer.close());
}

/** Removes the silences of dead runs that began before that time; ms since 1970. Call it while no run advances a rollout. */
export async function removeLeftSilences(
  cluster: Cluster,
  request: ActionRequest,
  host: Host,
  before: number,
): Promise<void> {
  const asked = await silencesOf(cluster, request);
  if (asked === undefined) return;
  const done = await asked.sweepSilences(asked.api, asked.place, before);
  if (!done.ok) host.annotate('warning', { title: 'silence', message: done.detail });
  else if (done.value !== undefined) host.report(done.value);
}

/** Imports the code only if slipway.yml asks for silences. */
async function silencesOf(cluster: Cluster, { config, environmentName, environment, env }: ActionRequest) {
  const { silence: longest, alertmanager } = environment.monitoring ?? {};
  if (longest === undefined || alertmanager === undefined) return undefined;
  const code = await import('../monitoring/alerts/silence.ts');
  const { alertmanagerOf } = await import('../monitoring/alerts/alertmanager-api.ts');
  const { namespace } = environment;
  const place = { app: config.app, environment: environmentName, namespace };
  return { ...code, api: alertmanagerOf(alertmanager, cluster, env), place, longest };
}

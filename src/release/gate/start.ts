import type { GateRunner, RolloutContext } from '../rollout/context.ts';
import type { Snapshot } from '../rollout/informers.ts';
import type { RolloutSpec } from '../rollout/spec.ts';
import { factsGate } from './facts.ts';
import { MetricGate } from './runner.ts';
import type { GateParts, Gating } from './setup.ts';
import { openSources } from './sources.ts';

/** The part of a rollout's context that the gate needs. */
type GateContext = Pick<RolloutContext, 'cluster' | 'spec' | 'sources'> &
  Pick<GateParts, 'decisions' | 'store' | 'informers'>;

/** Returns the gate of a run: with metrics if one was set up, otherwise with facts alone. */
export async function startGate(
  run: GateContext,
  { env, report }: { env: NodeJS.ProcessEnv; report: (line: string) => void },
): Promise<GateRunner> {
  const { cluster, spec, decisions, store, sources, informers } = run;
  const gating = store.rollout.gate as Gating | undefined;
  if (gating === undefined || sources === undefined)
    return factsGate(
      spec.watchMs,
      decisions,
      spec.strategy === 'canary' || gating !== undefined || sources !== undefined,
    );
  return new MetricGate({
    source: openSources(sources, cluster, env),
    store,
    informers,
    decisions,
    gating,
    isSet: snapshot =>
      snapshot.rollout?.phase === 'watching' ||
      spec.router.setWeight(snapshot, snapshot.rollout?.weight ?? 0).length === 0,
    shareOf: o => candidateShare(spec, o),
    report,
  });
}

/**
 * Returns the candidate's share of the traffic, 0 to 100, as the route or the pods split it: 1 canary pod of 3 gives 33, even if the
 * weight is 5. During the watch it is the weight in the state, because the candidate has become the stable workload. Pure.
 */
export function candidateShare({ router }: Pick<RolloutSpec, 'router'>, snapshot: Snapshot): number {
  const { phase, weight = 0 } = snapshot.rollout ?? {};
  return phase === 'watching' ? weight : router.weight(snapshot);
}

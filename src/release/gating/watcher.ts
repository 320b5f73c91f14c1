import { prometheusOf } from '../../analysis/prometheus.ts';
import type { RolloutSpec } from '../engine/course.ts';
import type { GateRunner, RolloutContext } from '../engine/drive.ts';
import { bystander } from '../engine/watching.ts';
import type { Snapshot } from '../engine/world.ts';
import type { GateParts, Gating } from './gate-parts.ts';
import { GateWatcher } from './gating.ts';

/** What judging needs of a run. */
export type Watched = Pick<RolloutContext, 'cluster' | 'course' | 'prometheus'> &
  Pick<GateParts, 'dossier' | 'keeper' | 'world'>;

/** Who judges: statistics where a gate was set up, facts alone where none was. */
export async function watcherOf(
  run: Watched,
  { env, report }: { env: NodeJS.ProcessEnv; report: (line: string) => void },
): Promise<GateRunner> {
  const { cluster, course, dossier, keeper, prometheus, world } = run;
  const gating = keeper.journal.gate as Gating | undefined;
  if (gating === undefined || prometheus === undefined)
    return bystander(
      course.watchMs,
      dossier,
      course.strategy === 'canary' || gating !== undefined || prometheus !== undefined,
    );
  return new GateWatcher({
    source: prometheusOf(prometheus, cluster, env),
    keeper,
    world,
    dossier,
    gating,
    isSet: o =>
      o.journal?.phase === 'watching' || course.router.shift(o, o.journal?.weight ?? 0).length === 0,
    shareOf: o => candidateShare(course, o),
    report,
  });
}

/**
 * The candidate's share of the traffic, 0 to 100, as the route or the pods give it: 1 canary pod of 3 gives 33, although 5 was asked
 * for. During the watch the journal's weight counts, because the candidate has become the workload. Pure.
 */
export function candidateShare({ router }: Pick<RolloutSpec, 'router'>, o: Snapshot): number {
  const { phase, weight = 0 } = o.journal ?? {};
  return (phase === 'watching' ? undefined : router.weight(o)) ?? weight;
}

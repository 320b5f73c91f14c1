import { prometheusOf } from '../../analysis/prometheus.ts';
import type { Drive, Watcher } from '../engine/drive.ts';
import { bystander } from '../engine/watching.ts';
import { type GateParts, GateWatcher, type Gating } from './gating.ts';

/** What judging needs of a run. */
export type Watched = Pick<Drive, 'cluster' | 'course' | 'prometheus'> &
  Pick<GateParts, 'dossier' | 'keeper' | 'world'>;

/** Who judges: statistics where a gate was set up, facts alone where none was. */
export async function watcherOf(
  run: Watched,
  { env, report }: { env: NodeJS.ProcessEnv; report: (line: string) => void },
): Promise<Watcher> {
  const { cluster, course, dossier, keeper, prometheus, world } = run;
  const gating = keeper.journal.gate as Gating | undefined;
  if (gating === undefined || prometheus === undefined) return bystander(course.watchMs, dossier);
  return new GateWatcher({
    source: prometheusOf(prometheus, cluster, env),
    keeper,
    world,
    dossier,
    gating,
    isSet: o =>
      o.journal?.phase === 'watching' || course.router.shift(o, o.journal?.weight ?? 0).length === 0,
    shareOf: o =>
      (o.journal?.phase === 'watching' ? undefined : course.router.weight(o)) ?? o.journal?.weight ?? 0,
    report,
  });
}

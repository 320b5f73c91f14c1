import type { HorizontalPodAutoscaler } from '../../cluster/objects.ts';
import { counted } from '../../toolkit/count.ts';
import { formatDuration } from '../../toolkit/duration.ts';
import { UserError } from '../../toolkit/errors.ts';
import type { DrillFacts } from '../drill-report.ts';
import { levelCheckOf } from '../levels.ts';
import type { DisruptedSystem, Disruption } from './disruption.ts';
import { requestsCheck } from './disruption.ts';
import { recordStep } from './facts.ts';
import type { DrillProgress } from './live-system.ts';
import { pause } from './patience.ts';
import type { PhaseRecorder } from './phase-recorder.ts';
import { runDrill } from './run-drill.ts';

/** A drill that breaks nothing: load must make an autoscaler add pods, and remove them when the load has ended. */

/** Returns why the drill would show nothing; undefined if it would show something. Pure. */
export function notScalable({ metadata, spec, status }: HorizontalPodAutoscaler): string | undefined {
  const name = metadata?.name ?? '';
  const active = status?.conditions?.find(({ type }) => type === 'ScalingActive');
  if (active?.status !== 'True' || (status?.currentMetrics ?? []).length === 0)
    return `${name} has no metrics${active?.message ? `: ${active.message}` : ''}`;
  const { currentReplicas = 0, desiredReplicas = 0 } = status ?? {};
  if (currentReplicas !== desiredReplicas)
    return `${name} is scaling from ${currentReplicas} to ${desiredReplicas}`;
  return desiredReplicas >= (spec?.maxReplicas ?? 0)
    ? `${name} is at its maximum of ${counted(desiredReplicas, 'pod')} already`
    : undefined;
}

type ScalingSystem = Pick<DisruptedSystem, 'now' | 'report' | 'prepare' | 'look' | 'startLoad' | 'clear'> & {
  autoscaler(): Promise<HorizontalPodAutoscaler>;
};

/** Runs the drill. Never throws: the result contains the error. */
export function drillAutoscaling(drill: Disruption, system: ScalingSystem): Promise<DrillFacts> {
  return runDrill(drill, system, async (progress, recorder) => {
    const hpa = await system.autoscaler();
    const why = notScalable(hpa);
    if (why !== undefined) progress.skipped = why;
    else await scaled(drill, system, progress, recorder, hpa);
  });
}

async function scaled(
  drill: Disruption,
  system: ScalingSystem,
  progress: DrillProgress,
  recorder: PhaseRecorder,
  hpa: HorizontalPodAutoscaler,
): Promise<void> {
  const { signal, pace, rejoinTimeout, load: plan } = drill;
  const { now } = system;
  const load = system.startLoad?.();
  if (load === undefined || plan === undefined)
    throw new UserError('the drill sends no requests', 'add `drills.load`');
  const desired = async () => (await system.autoscaler()).status?.desiredReplicas ?? 0;
  const was = hpa.status?.desiredReplicas ?? 0;
  /** @returns how long it took; undefined if it did not happen. */
  const until = async (done: (replicas: number) => boolean, isLate: () => boolean) => {
    const from = now();
    for (;;) {
      if (done(await desired())) return now() - from;
      if (isLate()) return undefined;
      await pause(pace.probes.every, signal);
    }
  };
  try {
    recordStep(drill, progress, 'scale-up');
    progress.injectedAt = now();
    system.report(`sending ${plan.rate} requests per second until the autoscaler adds pods`);
    const up = await recorder.during('detect', () => until(replicas => replicas > was, load.isOver));
    const samples = await load.stop();
    progress.mustNotice = { noticed: up !== undefined, what: 'the load' };
    progress.levelChecks.push(
      levelCheckOf('L0', 'metrics', [], `${hpa.metadata?.name} has them; desired replicas: ${was}`),
      levelCheckOf(
        'L1',
        'scale-up',
        up === undefined
          ? [`${counted(samples.length, 'request')} did not raise the desired replicas above ${was}`]
          : [],
        `more replicas desired ${formatDuration(up ?? 0)} after the load began`,
      ),
    );
    if (up === undefined) return;
    recordStep(drill, progress, 'scale-down');
    const end = now() + rejoinTimeout;
    const down = await recorder.during('verify', () =>
      until(
        replicas => replicas <= was,
        () => now() >= end,
      ),
    );
    progress.levelChecks.push(
      levelCheckOf(
        'L2',
        'scale-down',
        down === undefined
          ? [`more than ${was} replicas are still desired ${formatDuration(rejoinTimeout)} after the load`]
          : [],
        `${counted(was, 'replica')} desired ${formatDuration(down ?? 0)} after the load ended`,
      ),
      requestsCheck(samples, plan),
    );
  } finally {
    await load.stop();
  }
}

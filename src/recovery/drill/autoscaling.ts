import type { HorizontalPodAutoscaler, Pod } from '../../cluster/objects.ts';
import { counted } from '../../toolkit/count.ts';
import { formatDuration } from '../../toolkit/duration.ts';
import { UserError } from '../../toolkit/errors.ts';
import { isLiving, isReady } from '../../workloads/pods.ts';
import type { DrillFacts } from '../drill-report.ts';
import { checkFor } from '../levels.ts';
import { type DisruptedSystem, type Disruption, requestsCheck } from './disruption.ts';
import { recordStep } from './facts.ts';
import type { DrillProgress } from './live-system.ts';
import { pause } from './patience.ts';
import type { PhaseRecorder } from './phase-recorder.ts';
import { runDrill } from './run-drill.ts';

/** A drill that breaks nothing: load must make an autoscaler add pods, and remove them when the load has ended. */

/** Returns why the drill would show nothing; undefined if it would show something. Pure. */
export function notScalable({ metadata, spec, status }: HorizontalPodAutoscaler): string | undefined {
  const name = `HorizontalPodAutoscaler/${metadata?.name}`;
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

const readyIn = (pods: readonly Pod[]) => pods.filter(pod => isLiving(pod) && isReady(pod)).length;

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
  const was = hpa.status?.desiredReplicas ?? 0;
  /** @returns how long it took; undefined if it did not happen. */
  const until = async (done: (pods: readonly Pod[]) => boolean, isLate: () => boolean) => {
    const from = now();
    for (;;) {
      if (done((await system.look()).pods)) return now() - from;
      if (isLate()) return undefined;
      await pause(pace.probes.every, signal);
    }
  };
  try {
    recordStep(drill, progress, 'scale-up');
    progress.injectedAt = now();
    system.report(`sending ${plan.rate} requests per second until the autoscaler adds pods`);
    const up = await recorder.during('detect', () => until(pods => readyIn(pods) > was, load.isOver));
    const samples = await load.stop();
    progress.mustNotice = { noticed: up !== undefined, what: 'the load (the autoscaler added no ready pod)' };
    progress.levelChecks.push(
      checkFor(
        'L0',
        'metrics',
        undefined,
        `HorizontalPodAutoscaler/${hpa.metadata?.name} has metrics; desired replicas: ${was}`,
      ),
      checkFor(
        'L1',
        'scale-up',
        up === undefined
          ? `${counted(samples.length, 'request')} brought no more than ${counted(was, 'ready pod')}`
          : undefined,
        `more pods ready ${formatDuration(up ?? 0)} after the load began`,
      ),
    );
    if (up === undefined) return;
    recordStep(drill, progress, 'scale-down');
    const end = now() + rejoinTimeout;
    const down = await recorder.during('verify', () =>
      until(
        pods => pods.length <= was,
        () => now() >= end,
      ),
    );
    progress.levelChecks.push(
      checkFor(
        'L2',
        'scale-down',
        down === undefined
          ? `${formatDuration(rejoinTimeout)} after the load ended, the autoscaler had not scaled down to ${counted(was, 'pod')}`
          : undefined,
        `${counted(was, 'pod')} left ${formatDuration(down ?? 0)} after the load ended`,
      ),
      requestsCheck(samples, plan),
    );
  } finally {
    await load.stop();
  }
}

import type { Environment, Strategy } from '../../config/types.ts';
import { counted } from '../../toolkit/count.ts';
import { timeSpan } from '../../toolkit/duration.ts';
import { promotionWeight, routerKind, weightsOf } from '../../traffic/routers.ts';
import { granularity } from '../../traffic/service-routers.ts';
import { servingProblem } from '../../workloads/controllers.ts';
import { titleOf } from '../../workloads/kinds.ts';
import { labels } from '../../workloads/naming.ts';
import { workersOf } from '../../workloads/workers.ts';
import { mostCanaryPods } from './capacity.ts';
import type { LiveState } from './preflight.ts';

/**
 * Returns the configured strategy, or rolling where there is nothing to compare with: for a first release, for pods without the track
 * label, and for a baseline that is down or in the middle of an update. A release over one that needs action is rolling, too, because only that one's canary may
 * be able to take the traffic. Pure.
 */
export function strategyFor(
  { strategy, workload }: Environment,
  {
    liveWorkload: live,
    needsAction,
  }: Pick<LiveState, 'liveWorkload'> & Partial<Pick<LiveState, 'needsAction'>>,
): { kind: Strategy['kind']; why?: string } {
  const { kind } = strategy;
  if (kind === 'rolling') return { kind };
  const instead = (why: string) => ({ kind: 'rolling' as const, why: `rolling instead of ${kind}: ${why}` });
  if (live === undefined) return instead('it is the first release');
  if (live.spec?.template?.metadata?.labels?.[labels.track] === undefined) {
    return instead(`the pods do not have the label ${labels.track} yet`);
  }
  if (needsAction !== undefined)
    return instead(`release ${needsAction} needs action, and keeps its traffic until this one is ready`);
  const problem = servingProblem(live);
  if (problem !== undefined)
    return instead(`${titleOf(workload)} ${problem}, so there is nothing to compare with`);
  return { kind };
}

/**
 * Describes the steps of a release for the plan, with the weights that are possible where the number of pods splits the traffic.
 * @param capacity the current number of pods.
 */
export function stepsSentence(environment: Environment, capacity: number): string {
  const { strategy, service, route } = environment;
  switch (strategy.kind) {
    case 'rolling':
      return "Rolling: the workload's own update.";
    case 'blue-green': {
      const by = route === undefined ? `the selector of Service/${service}` : `HTTPRoute/${route.name}`;
      return `Blue-green with ${counted(capacity, 'more pod')}: once they are ready, ${by} gives them all traffic at once, and the old side is kept for ${timeSpan(strategy.watch)}.`;
    }
    case 'canary': {
      const { steps, bake, watch } = strategy;
      const afterHandOver = (least: number) =>
        least > bake['hand-over-after']
          ? `, of which the run waits ${timeSpan(bake['hand-over-after'])} and sweep the rest`
          : '';
      const approved = (approve: boolean) => (approve ? ', then approved by a person' : '');
      const listed = steps.map(({ weight, pause, approve = false }) => {
        const more = `${pause === undefined ? '' : `for at least ${timeSpan(pause)}${afterHandOver(pause)}`}${approved(approve)}`;
        return more === '' ? `${weight} %` : `${weight} % (${more.replace(/^, /, '')})`;
      });
      const weights = `${listed.join(', ')}, then ${bake.weight} % for ${timeSpan(bake.for)}${afterHandOver(bake.for)}${approved(bake.approve)}`;
      const coarse =
        routerKind(environment) === 'replicas' ? granularity(weightsOf(environment), capacity) : undefined;
      const split = coarse ?? (route === undefined ? 'by the number of pods' : `by HTTPRoute/${route.name}`);
      return `Canary: ${weights}. The traffic is split ${split}. Promotion to all traffic, ${promotion(environment, capacity)}; then watched for ${timeSpan(watch)}.`;
    }
  }
}

function promotion(environment: Environment, capacity: number): string {
  const weight = promotionWeight(environment.strategy);
  if (weight === 100) return `with up to ${counted(capacity, 'more pod')} than now`;
  const canary = mostCanaryPods(environment, capacity);
  const kept =
    environment.route === undefined ? counted(canary, 'pod') : `${counted(canary, 'pod')} and ${weight} %`;
  return `in place: the canary keeps its ${kept} while ${titleOf(environment.workload)} is updated, with at most ${counted(canary, 'more pod')} than now, plus the surge of that update`;
}

/** Describes how the workers follow. */
export function workersSentences(environment: Environment, kind: Strategy['kind']): string[] {
  const names = workersOf(environment).map(titleOf);
  if (names.length === 0) return [];
  const when =
    kind === 'rolling' ? 'once the workload is ready' : 'after the verdict, once the workload has it';
  const verb = names.length === 1 ? 'gets' : 'get';
  return [`${names.join(', ')} ${verb} the new version ${when}, without a comparison.`];
}

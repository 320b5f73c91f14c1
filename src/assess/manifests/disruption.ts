import { selectorMatches } from '../../cluster/labels.ts';
import type { Manifest } from '../../cluster/manifests.ts';
import type { KubeObject } from '../../cluster/objects.ts';
import { finding, type Judged, liveFinding, met, notApplicable, overEach, ruleOf, unknown } from '../rule.ts';
import { type AssessedWorkload, type AssessSubject, mayCreate, nameOfManifest, ofKind } from '../subject.ts';
import { longRunning } from '../templates.ts';

/** PodDisruptionBudgets: how many pods a drain of nodes may take away at once. */

const needsBudget = ({ serves, object, least }: AssessedWorkload) =>
  serves && object.kind !== 'DaemonSet' && least > 1;

interface BudgetSpec {
  selector?: unknown;
  minAvailable?: number | string;
  maxUnavailable?: number | string;
}

const specOf = ({ object }: Manifest): BudgetSpec => (object.spec ?? {}) as BudgetSpec;

const budgetsOf = ({ manifests }: AssessSubject, { labels }: AssessedWorkload): Manifest[] =>
  ofKind(manifests, 'PodDisruptionBudget').filter(each => selectorMatches(specOf(each).selector, labels));

const budget = ruleOf('disruption-budget', 'H1', subject => {
  const chosen = subject.workloads.filter(needsBudget);
  const { pods, budgets } = subject.live;
  const idle = ofKind(subject.manifests, 'PodDisruptionBudget').filter(each => {
    const chooses = (labels = {}) => selectorMatches(specOf(each).selector, labels);
    const { matchLabels } = (specOf(each).selector ?? {}) as { matchLabels?: unknown };
    const others = pods.known
      ? pods.value.some(({ metadata }) => chooses(metadata?.labels))
      : mayCreate(subject.manifests, matchLabels);
    return !others && !subject.workloads.some(({ labels }) => chooses(labels));
  });
  const judged = chosen.map(workload => {
    const { title, manifest } = workload;
    const [found] = budgetsOf(subject, workload);
    if (found === undefined) {
      const other = (budgets.known ? budgets.value : []).find(({ spec }) =>
        selectorMatches((spec as BudgetSpec | undefined)?.selector, workload.labels),
      )?.metadata?.name;
      return finding(
        other === undefined
          ? `a node drain may evict all pods of ${title} at once, because it has no PodDisruptionBudget`
          : `PodDisruptionBudget/${other}, which protects ${title} in node drains, is only in the cluster, not in the manifests`,
        'add one with `maxUnavailable: 1`',
        manifest,
      );
    }
    const live = liveBudget(subject, found);
    if (!live.known) return unknown(live.why, title);
    return live.value === undefined
      ? unknown(`${nameOfManifest(found)} is not in the cluster yet`, title)
      : met(`${nameOfManifest(found)} protects ${title} in node drains`, title, [live], title);
  });
  return [
    ...(judged.length === 0 && idle.length === 0
      ? [notApplicable('no workload with several pods gets traffic')]
      : judged),
    ...idle.map(each =>
      finding(
        `${nameOfManifest(each)} selects no workload of the manifests`,
        'make its selector match the labels of the pods',
        each,
        ['spec', 'selector'],
      ),
    ),
  ];
});

const blocked = ruleOf('disruption-blocked', 'H1', subject => {
  // A drain ignores the pods of a DaemonSet.
  const last = subject.workloads.filter(
    each => longRunning.has(each, subject) && each.object.kind !== 'DaemonSet',
  );
  const pairs = ofKind(subject.manifests, 'PodDisruptionBudget').flatMap(found => {
    const limited = last.filter(({ labels }) => selectorMatches(specOf(found).selector, labels));
    return limited.length === 0 ? [] : [{ limited, found }];
  });
  return overEach(pairs, 'no PodDisruptionBudget of a workload is in the manifests', ({ limited, found }) =>
    judgeBudget(subject, limited, found),
  );
});

function judgeBudget(subject: AssessSubject, limited: AssessedWorkload[], found: Manifest): Judged {
  const title = limited.map(each => each.title).join(' and ');
  const least = limited.reduce((sum, each) => sum + each.least, 0);
  const { minAvailable, maxUnavailable } = specOf(found);
  const name = nameOfManifest(found);
  const kept = minAvailable === undefined ? undefined : podsIn(minAvailable, least);
  const lost = maxUnavailable === undefined ? undefined : podsIn(maxUnavailable, least);
  if ((kept !== undefined && least > 0 && kept >= least) || lost === 0)
    return finding(
      `${name} never allows the eviction of a pod of ${title} when it has ${least}, so a node that runs one cannot be drained`,
      'replace the limit with `maxUnavailable: 1`',
      found,
      ['spec', minAvailable === undefined ? 'maxUnavailable' : 'minAvailable'],
    );
  const live = liveBudget(subject, found);
  if (!live.known) return unknown(live.why, name);
  const { disruptionsAllowed, currentHealthy } = (live.value?.status ?? {}) as Record<string, number>;
  if (disruptionsAllowed === undefined) return unknown(`${name} has no status in the cluster yet`, name);
  return disruptionsAllowed === 0
    ? liveFinding(
        `${name} allows no eviction of a pod of ${title} now, with ${currentHealthy ?? 0} healthy`,
        'find out with `kubectl describe pod` why pods are not ready, or lower the limit',
        name,
        live,
      )
    : met(`${name} allows ${disruptionsAllowed} evictions of pods of ${title} now`, name, [live], name);
}

/** Returns a number of pods, or a percentage of them, rounded up; NaN for anything else. */
function podsIn(value: number | string, all: number): number {
  if (typeof value === 'number') return value;
  const percent = /^(\d+)%$/.exec(value)?.[1];
  return percent === undefined ? Number.NaN : Math.ceil((Number(percent) * all) / 100);
}

function liveBudget({ live: { budgets } }: AssessSubject, { name }: Manifest) {
  if (!budgets.known) return budgets;
  const value: KubeObject | undefined = budgets.value.find(({ metadata }) => metadata?.name === name);
  return { ...budgets, value };
}

export const disruptionRules = [budget, blocked];

import { selectorMatches } from '../../cluster/labels.ts';
import type { KubeObject } from '../../cluster/objects.ts';
import { type AssessRule, type Judged, liveShortfall, met, notApplicable, ruleOf, unknown } from '../rule.ts';
import { type AssessedWorkload, type AssessSubject, ofKind } from '../subject.ts';
import { lasts } from '../templates.ts';

/** NetworkPolicies: who may connect to the pods, and where they may connect to. */

const policy = ruleOf('network-policy', 'S6', subject => {
  const chosen = subject.workloads.filter(lasts);
  return chosen.length === 0
    ? [notApplicable('no workload is in the manifests')]
    : chosen.map(workload => judgeOne(workload, subject));
});

function judgeOne({ title, labels }: AssessedWorkload, { live, manifests }: AssessSubject): Judged {
  const limits = ({ spec }: KubeObject) =>
    selectorMatches((spec as { podSelector?: unknown } | undefined)?.podSelector, labels);
  const { networkPolicies } = live;
  if (!networkPolicies.known) return unknown(networkPolicies.why, title);
  if (networkPolicies.value.some(limits))
    return met(`a NetworkPolicy limits the connections of ${title}`, title, [networkPolicies], title);
  const written = ofKind(manifests, 'NetworkPolicy').find(({ object }) => limits(object));
  return written === undefined
    ? liveShortfall(
        `no NetworkPolicy selects the pods of ${title}, so every pod of the cluster may connect to them`,
        'add one that allows only the connections that the application needs',
        title,
        networkPolicies,
      )
    : unknown(`NetworkPolicy/${written.name} is not in the cluster yet`, title);
}

export const networkRules: readonly AssessRule[] = [policy];

import { selectorMatches } from '../../cluster/labels.ts';
import type { KubeObject } from '../../cluster/objects.ts';
import { isMap, mapsIn, textsIn } from '../../toolkit/map.ts';
import { type Judged, liveFinding, met, ruleOf, unknown } from '../rule.ts';
import { type AssessedWorkload, type AssessSubject, ofKind } from '../subject.ts';
import { longRunning, overWorkloads } from '../templates.ts';

/** NetworkPolicies: who may connect to the pods, and where they may connect to. */

const policy = ruleOf('network-policy', 'S6', overWorkloads(longRunning, judgeOne));

function judgeOne({ title, labels }: AssessedWorkload, { live, manifests }: AssessSubject): Judged {
  const { networkPolicies } = live;
  if (!networkPolicies.known) return unknown(networkPolicies.why, title);
  const about = (all: readonly KubeObject[]) => all.map(limitsOf).filter(each => each.selects(labels));
  const found = about(networkPolicies.value);
  const open = found.find(each => each.allowsAll);
  if (open !== undefined)
    return liveFinding(
      `NetworkPolicy/${open.name} allows every pod or address to connect to all ports of ${title}`,
      'allow only the peers and ports that the application needs',
      title,
      networkPolicies,
    );
  if (found.length > 0)
    return met(`a NetworkPolicy limits the connections to ${title}`, title, [networkPolicies], title);
  const [written] = about(ofKind(manifests, 'NetworkPolicy').map(({ object }) => object));
  return written === undefined
    ? liveFinding(
        `no NetworkPolicy limits the connections to the pods of ${title}, so every pod of the cluster may connect to them`,
        'add one that allows only the connections that the application needs',
        title,
        networkPolicies,
      )
    : unknown(`NetworkPolicy/${written.name} is not in the cluster yet`, title);
}

/** What a NetworkPolicy does to the connections to pods. */
function limitsOf({ metadata, spec }: KubeObject) {
  const { podSelector = {}, policyTypes = ['Ingress'], ingress } = (spec ?? {}) as Record<string, unknown>;
  const isEmpty = (list: unknown) =>
    list === undefined || list === null || (Array.isArray(list) && list.length === 0);
  return {
    name: metadata?.name,
    // One for egress alone leaves these connections as they are.
    selects: (labels: AssessedWorkload['labels']) =>
      textsIn(policyTypes).includes('Ingress') && selectorMatches(podSelector, labels),
    allowsAll: mapsIn(ingress).some(
      ({ from, ports }) => isEmpty(ports) && (isEmpty(from) || mapsIn(from).some(isEveryone)),
    ),
  };
}

/** Whether a peer is every pod of the cluster, or every address. */
function isEveryone({ namespaceSelector, podSelector = {}, ipBlock }: Record<string, unknown>): boolean {
  const isAll = (selector: unknown) =>
    isMap(selector) && Object.values(selector).every(part => Object.keys(part ?? {}).length === 0);
  return isMap(ipBlock)
    ? ipBlock.except === undefined && String(ipBlock.cidr).endsWith('/0')
    : isAll(namespaceSelector) && isAll(podSelector);
}

export const networkRules = [policy];

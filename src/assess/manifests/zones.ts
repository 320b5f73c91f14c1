import { selectorMatches, zoneLabel, zoneOf } from '../../cluster/labels.ts';
import type { Node, PodSpec } from '../../cluster/objects.ts';
import { counted } from '../../toolkit/count.ts';
import { eligibleNodes, tolerates } from '../../workloads/pod-resources.ts';
import { isReady } from '../../workloads/pods.ts';
import type { Queried } from '../live.ts';
import { finding, liveFinding, met, notApplicable, ruleOf, unknown } from '../rule.ts';
import { type AssessedWorkload, type AssessSubject, pvcOfOneNode } from '../subject.ts';
import { overPods, overWorkloads, type PodFinding, podFinding, podFindingIf, scaling } from '../templates.ts';

/** Two pods of each workload with traffic in every zone: whether the manifests ask for it, the nodes allow it, and the pods do it. */

const perZone = 2;

const spread = { has: scaling.has, none: 'no workload with replicas gets traffic' };

const zoneReplicas = ruleOf(
  'zone-replicas',
  'H1',
  overWorkloads(spread, ({ title, manifest, autoscaler, least, pods, spec }, subject) => {
    const needed = perZone * subject.zones;
    const eachZone = subject.zones === 1 ? '' : `: two in each of ${subject.zones} zones`;
    if (least < needed) {
      const [where, key] =
        autoscaler === undefined
          ? [manifest, 'replicas']
          : [autoscaler, autoscaler.object.kind === 'ScaledObject' ? 'minReplicaCount' : 'minReplicas'];
      const pvc = pvcOfOneNode(spec, subject);
      const first =
        pvc === undefined
          ? ''
          : `keep the files of PersistentVolumeClaim/${pvc} in a bucket or on a ReadWriteMany volume, because one node at a time can mount it, and `;
      return {
        ...finding(
          `${title} may run with ${counted(least, 'pod')}, but needs ${needed}${eachZone}`,
          `${first}set \`${key}\` to at least ${needed}, or \`assess.zones\` in slipway.yml to the zones that you need`,
          where,
          ['spec', key],
        ),
        // One zone may be lost, but an update or a drain on top of it leaves too few.
        ...(least > 1 && least >= subject.zones ? { level: 'info' as const } : {}),
      };
    }
    if (!pods.known) return unknown(pods.why, title);
    const ready = pods.value.filter(isReady).length;
    const said = `${counted(ready, 'pod')} of ${title} ${ready === 1 ? 'is' : 'are'} ready`;
    return ready < needed
      ? liveFinding(
          `${said}, but ${needed} are needed${eachZone}`,
          `release the manifests, or find out with \`kubectl describe ${title}\` why pods are missing`,
          title,
          pods,
        )
      : met(said, title, [pods], title);
  }),
);

const zoneSpread = ruleOf('zone-spread', 'H1', subject =>
  subject.zones === 1
    ? [notApplicable('`assess.zones` is 1')]
    : overPods(several, { good: 'are spread over zones', findings: spreadLacks })(subject),
);

/** A single pod cannot be spread, and zone-replicas finds it. */
const several = {
  has: ({ scales, least, autoscaler }: AssessedWorkload) => scales && (least > 1 || autoscaler !== undefined),
  none: 'no workload with several pods gets traffic',
};

function spreadLacks(
  { topologySpreadConstraints = [], affinity }: PodSpec,
  { labels, title, least }: AssessedWorkload,
  { zones }: AssessSubject,
): PodFinding[] {
  const { podAntiAffinity: apart } = affinity ?? {};
  const byZone = ({ topologyKey, labelSelector }: PodAffinityTerm) =>
    topologyKey === zoneLabel && selectorMatches(labelSelector, labels);
  if (apart?.requiredDuringSchedulingIgnoredDuringExecution?.some(byZone))
    return podFindingIf(
      least > zones,
      `allows only one pod in each zone by its podAntiAffinity, so not all ${least} can start in ${counted(zones, 'zone')}`,
      'replace the podAntiAffinity with a topologySpreadConstraint',
      ['affinity', 'podAntiAffinity'],
    );
  const written = [...topologySpreadConstraints.entries()].filter(
    ([, { topologyKey }]) => topologyKey === zoneLabel,
  );
  const own = written.filter(([, { labelSelector }]) => selectorMatches(labelSelector, labels));
  const [strict] = own.filter(([, { whenUnsatisfiable }]) => whenUnsatisfiable === 'DoNotSchedule');
  const preferred =
    own.length > 0 ||
    apart?.preferredDuringSchedulingIgnoredDuringExecution?.some(each => byZone(each.podAffinityTerm));
  const path = (index: number | undefined, key: string) =>
    index === undefined ? [] : ['topologySpreadConstraints', index, key];
  if (strict !== undefined)
    return podFindingIf(
      strict[1].maxSkew > 1,
      `allows zones to differ by ${strict[1].maxSkew} pods`,
      'set `maxSkew: 1`',
      path(strict[0], 'maxSkew'),
      'info',
    );
  if (preferred)
    return [
      podFinding(
        'prefers, but does not require, a spread over zones',
        'add a topologySpreadConstraint with `whenUnsatisfiable: DoNotSchedule`',
        path(own[0]?.[0], 'whenUnsatisfiable'),
        'info',
      ),
    ];
  const [other] = written;
  return [
    other === undefined
      ? podFinding(
          'has no topologySpreadConstraint over zones, so all its pods may run in one zone',
          `add a topologySpreadConstraint with \`topologyKey: ${zoneLabel}\` and \`whenUnsatisfiable: DoNotSchedule\``,
        )
      : podFinding(
          'has a topologySpreadConstraint whose labelSelector does not match its own pods',
          `make its labelSelector match the labels of the pods of ${title}`,
          path(other[0], 'labelSelector'),
        ),
  ];
}

type PodAffinityTerm = NonNullable<
  NonNullable<
    NonNullable<PodSpec['affinity']>['podAntiAffinity']
  >['requiredDuringSchedulingIgnoredDuringExecution']
>[number];

const zoneNodes = ruleOf(
  'zone-nodes',
  'H1',
  overWorkloads(spread, ({ title, object, spec }, subject) => {
    const { nodes } = subject.live;
    if (!nodes.known) return unknown(nodes.why, title);
    const usable = eligibleNodes(nodes.value, object).filter(
      node => tolerates(spec, node) && attracts(spec, node),
    );
    const zones = [...new Set(usable.flatMap(node => zoneOf(node) ?? []))].sort();
    return zones.length < subject.zones
      ? liveFinding(
          `the nodes that may run ${title} are in ${counted(zones.length, 'zone')}${listOf(zones)}, not in ${subject.zones}`,
          'add nodes in further zones, or set `assess.zones` in slipway.yml to the zones that you need',
          title,
          nodes,
        )
      : met(`nodes in ${zones.join(', ')} may run ${title}`, counted(usable.length, 'node'), [nodes], title);
  }),
);

const zonePods = ruleOf(
  'zone-pods',
  'H1',
  overWorkloads(spread, ({ title, pods }, subject) => {
    const { nodes } = subject.live;
    if (!nodes.known) return unknown(nodes.why, title);
    if (!pods.known) return unknown(pods.why, title);
    if (pods.value.length === 0) return unknown(`no pod of ${title} runs`, title);
    const counts = podsByZone(pods.value.filter(isReady), nodes);
    const said = [...counts].map(([zone, count]) => `${zone}: ${count}`).join(', ');
    const enough = [...counts.values()].filter(count => count >= perZone).length;
    return enough < subject.zones
      ? liveFinding(
          `${enough === 0 ? `no zone has two ready pods of ${title}, and ${subject.zones} must` : `${title} has two ready pods in ${counted(enough, 'zone')} of ${subject.zones}`} (${said || 'none is ready on a node with a zone'})`,
          'add the missing pods or nodes, and spread the pods: Kubernetes does not when it removes some, but the descheduler does',
          title,
          pods,
        )
      : met(`the ready pods of ${title} by zone are ${said}`, title, [pods, nodes], title);
  }),
);

function podsByZone(
  pods: readonly { spec?: { nodeName?: string } }[],
  nodes: Extract<Queried<readonly Node[]>, { known: true }>,
): Map<string, number> {
  const zones = new Map(nodes.value.map(node => [node.metadata?.name, zoneOf(node)]));
  const found = pods.flatMap(({ spec }) => zones.get(spec?.nodeName) ?? []).sort();
  return new Map([...Map.groupBy(found, zone => zone)].map(([zone, all]) => [zone, all.length]));
}

const listOf = (zones: readonly string[]) => (zones.length === 0 ? '' : ` (${zones.join(', ')})`);

/** Whether the affinity of the pods allows a node: one of its terms must match. Pure. */
function attracts({ affinity }: PodSpec, { metadata }: Node): boolean {
  const terms = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms;
  const { labels = {}, name = '' } = metadata ?? {};
  return (
    terms === undefined ||
    terms.some(
      ({ matchExpressions = [], matchFields = [] }) =>
        matchExpressions.length + matchFields.length > 0 &&
        selectorMatches({ matchExpressions }, labels) &&
        selectorMatches({ matchExpressions: matchFields }, { 'metadata.name': name }),
    )
  );
}

export const zoneRules = [zoneReplicas, zoneSpread, zoneNodes, zonePods];

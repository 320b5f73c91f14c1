import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequirementAssessment } from '../../src/assess/assessment.ts';
import { judgeManifests } from '../../src/assess/judge.ts';
import { type Live, type listed, notQueried } from '../../src/assess/live.ts';
import { Places } from '../../src/assess/places.ts';
import { type AssessSubject, assessSubject, type SubjectOptions } from '../../src/assess/subject.ts';
import { parseManifests } from '../../src/cluster/manifests.ts';
import type { KubeObject, Pod, PodSpec } from '../../src/cluster/objects.ts';
import { envPolicySchema } from '../../src/config/assess.ts';

/** The sample shop, which meets the rules, and a cluster of three zones in which it runs. */

const folder = join(import.meta.dirname, '..', '..', 'examples', 'shop', 'deploy');
export const now = '2026-11-30T12:00:00.000Z';

export type Files = Record<string, string>;

/** Its manifests, by their path. */
export const files = (): Files =>
  Object.fromEntries(
    readdirSync(folder).map(name => [`deploy/${name}`, readFileSync(join(folder, name), 'utf8')]),
  );

/** Changes a text in one of the files; fails when it is not there. */
export function changed(all: Files, file: string, from: string | RegExp, to: string): Files {
  const path = `deploy/${file}`;
  const text = all[path] ?? '';
  const next = text.replace(from, () => to);
  if (next === text) throw new Error(`${from} is not in ${path}`);
  return { ...all, [path]: next };
}

export const manifestsIn = (all: Files) =>
  Object.entries(all).flatMap(([source, text]) => parseManifests(text, source));

export const known = <T>(asked: string, value: T) => ({ known: true, value, asked, at: now }) as const;

/** Lists of the API server, with these objects. */
export const listing = (answers: object) =>
  Object.fromEntries(
    Object.entries(answers).map(([key, value]) => [key, known(`list ${key}`, value)]),
  ) as Pick<Live, keyof typeof listed>;

/** As a release writes it: with the digest. */
function podSpec(): PodSpec {
  const found = manifestsIn(files()).find(({ object }) => object.kind === 'Deployment');
  const { template } = found!.object.spec as { template: { spec: PodSpec } };
  const containers = template.spec.containers.map(each => ({
    ...each,
    image: `${each.image}@sha256:${'0'.repeat(64)}`,
  }));
  return { ...template.spec, containers };
}

/** A running pod of the shop on a node. */
export const pod = (node: string, index: number, seconds = 2): Pod => ({
  metadata: { name: `shop-${index}`, namespace: 'shop', labels: { app: 'shop' } },
  spec: { ...podSpec(), nodeName: node },
  status: {
    phase: 'Running',
    conditions: [
      {
        type: 'Ready',
        status: 'True',
        lastTransitionTime: new Date(Date.parse(now) + seconds * 1000).toISOString(),
      },
    ],
    containerStatuses: [
      {
        ...{ name: 'shop', image: 'shop', imageID: '', ready: true, restartCount: 0 },
        state: { running: { startedAt: now } },
      },
    ],
  },
});

const node = (zone: string): KubeObject => ({
  metadata: { name: `node-${zone}`, labels: { 'topology.kubernetes.io/zone': zone } },
  spec: {},
  status: {
    nodeInfo: { kubeletVersion: 'v1.34.2' },
    conditions: [{ type: 'Ready', status: 'True' }],
  },
});

/** What a cluster that holds the shop answers. */
export function running(): Live {
  const objects = manifestsIn(files()).map(({ object }) => object);
  const own = (kind: string) => objects.filter(each => each.kind === kind);
  const answers: Record<keyof typeof listed, unknown[]> = {
    nodes: ['a', 'b', 'c'].map(node),
    pods: ['a', 'b', 'c', 'a', 'b', 'c'].map((zone, index) => pod(`node-${zone}`, index)),
    deployments: own('Deployment'),
    quotas: [{ metadata: { name: 'all' }, status: { hard: { pods: '40' }, used: { pods: '6' } } }],
    limitRanges: [
      {
        metadata: { name: 'usual' },
        spec: { limits: [{ type: 'Container', default: { 'ephemeral-storage': '1Gi' } }] },
      },
    ],
    budgets: own('PodDisruptionBudget').map(each => ({
      ...each,
      status: { disruptionsAllowed: 2, currentHealthy: 6 },
    })),
    autoscalers: own('HorizontalPodAutoscaler').map(each => ({
      ...each,
      status: { conditions: [{ type: 'ScalingActive', status: 'True' }] },
    })),
    networkPolicies: [
      { metadata: { name: 'shop' }, spec: { podSelector: { matchLabels: { app: 'shop' } } } },
    ],
    ...{ roles: [], roleBindings: [] },
  };
  const served = known(
    'served API versions',
    new Set(['v1', 'apps/v1', 'autoscaling/v2', 'policy/v1', 'gateway.networking.k8s.io/v1']),
  );
  const version = known('the version of the API server', 'v1.35.0');
  const warnings = known('warnings about versions', new Map());
  return { ...listing(answers), served, version, warnings } as Live;
}

/** The same cluster with other answers. */
export const runningWith = (answers: Partial<Record<keyof Live, unknown>>): Live => ({
  ...running(),
  ...listing(answers),
});

export const noCluster = () => notQueried('the cluster was not queried');

export const subject = (all: Files, live: Live, more: Partial<SubjectOptions> = {}): AssessSubject =>
  assessSubject({
    ...{ environment: 'production', namespace: 'shop', zones: 3, manifests: manifestsIn(all) },
    ...{ workload: { kind: 'Deployment', name: 'shop' }, service: 'shop', released: ['127.0.0.1:5000/shop'] },
    ...{ variables: envPolicySchema.parse({}), live, now, ...more },
  });

/** Judges the shop as it is, or with other files, answers or settings. */
export const judged = (
  all: Files = files(),
  live: Live = running(),
  more: Partial<SubjectOptions> = {},
): RequirementAssessment[] =>
  judgeManifests(subject(all, live, more), {}, new Places(new Map(Object.entries(all))));

export const short = (all: readonly RequirementAssessment[]) =>
  all.filter(({ status }) => status === 'not-met');

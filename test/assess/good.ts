import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequirementAssessment } from '../../src/assess/assessment.ts';
import { assessmentsFrom } from '../../src/assess/conformance/assessments-from.ts';
import { judgeApplication } from '../../src/assess/conformance/judges/application.ts';
import { judgePolicy } from '../../src/assess/conformance/judges/policy.ts';
import { judgeManifests } from '../../src/assess/judge.ts';
import type { Live } from '../../src/assess/live.ts';
import { Places } from '../../src/assess/places.ts';
import { assessSubject } from '../../src/assess/subject.ts';
import { type Manifest, parseManifests } from '../../src/cluster/manifests.ts';
import type { Pod, PodSpec } from '../../src/cluster/objects.ts';
import { assessSchema, envPolicySchema } from '../../src/config/assess.ts';
import { parseConfig } from '../../src/config/contents.ts';
import { newestPolicy } from '../../src/config/policy-version.ts';
import { type Checked, checkDockerfile } from '../../src/policy/check.ts';
import { policyReport } from '../../src/policy/report.ts';
import { reviewDockerfiles } from '../../src/policy/review.ts';
import { judgeDeclared } from '../../src/recovery/declared.ts';
import { isReleased, podTemplatesOf, repositoryOf } from '../../src/workloads/kinds.ts';
import { known, listing, now } from './shop.ts';

/** The good application of the lab, as its files say and a cluster that holds it would answer. */

export const goodFolder = join(import.meta.dirname, '../e2e/conformance/good');

/** Texts by their paths, relative to slipway.yml. */
export type AppFiles = Readonly<Record<string, string>>;

const own: AppFiles = Object.fromEntries(
  globSync(['slipway.yml', 'deploy/*.yaml', '*/Dockerfile', '*/.dockerignore'], { cwd: goodFolder }).map(
    path => [path, readFileSync(join(goodFolder, path), 'utf8')],
  ),
);

export const goodFiles = (): AppFiles => own;

export const configIn = (files: AppFiles) => parseConfig(files['slipway.yml'] ?? '', 'slipway.yml');

export const manifestsIn = (files: AppFiles): Manifest[] =>
  Object.entries(files).flatMap(([path, text]) =>
    path.startsWith('deploy/') ? parseManifests(text, path) : [],
  );

const at = Date.parse(now);
const zones = ['a', 'b', 'c'];

/** What a cluster of three zones answers, in which all of the manifests run. */
export function clusterWith(files: AppFiles): Live {
  const manifests = manifestsIn(files);
  const objects = manifests.map(({ object }) => ({ ...object, metadata: { ...object.metadata } }));
  const of = (kind: string) => objects.filter(each => each.kind === kind);
  const answers = {
    nodes: zones.map(zone => ({
      metadata: { name: `node-${zone}`, labels: { 'topology.kubernetes.io/zone': zone } },
      spec: {},
      status: { nodeInfo: { kubeletVersion: 'v1.35.0' }, conditions: [{ type: 'Ready', status: 'True' }] },
    })),
    pods: manifests.flatMap(podsOf),
    deployments: of('Deployment'),
    quotas: of('ResourceQuota').map(each => ({
      ...each,
      status: { hard: (each as { spec?: { hard?: object } }).spec?.hard ?? {}, used: {} },
    })),
    limitRanges: of('LimitRange'),
    budgets: of('PodDisruptionBudget').map(each => ({
      ...each,
      status: { disruptionsAllowed: 2, currentHealthy: 6 },
    })),
    autoscalers: of('HorizontalPodAutoscaler').map(each => ({
      ...each,
      status: { conditions: [{ type: 'ScalingActive', status: 'True' }] },
    })),
    networkPolicies: of('NetworkPolicy'),
    roles: of('Role'),
    roleBindings: of('RoleBinding'),
  };
  const groups = ['v1', 'apps/v1', 'autoscaling/v2', 'policy/v1', 'networking.k8s.io/v1', 'batch/v1'];
  const more = ['rbac.authorization.k8s.io/v1', 'gateway.networking.k8s.io/v1'];
  return {
    ...listing(answers),
    served: known('served API versions', new Set([...groups, ...more])),
    version: known('the version of the API server', 'v1.35.0'),
    warnings: known('warnings about versions', new Map()),
  } as Live;
}

/** The running pods of a workload: two in each zone, with the digests of a release. */
function podsOf({ object, name }: Manifest): Pod[] {
  const [template] = podTemplatesOf(object);
  const spec = template?.spec;
  if (!isReleased(object.kind) || spec === undefined) return [];
  const { replicas = 1 } = (object.spec ?? {}) as { replicas?: number };
  const containers = spec.containers.map(each => ({ ...each, image: pinned(each.image ?? '') }));
  return Array.from({ length: replicas }, (_, index) => ({
    metadata: { name: `${name}-${index}`, namespace: 'shop', labels: template?.metadata?.labels ?? {} },
    spec: { ...spec, containers, nodeName: `node-${zones[index % zones.length]}` } as PodSpec & {
      nodeName: string;
    },
    status: {
      phase: 'Running',
      conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: new Date(at + 2000).toISOString() }],
      containerStatuses: containers.map(each => ({
        ...{ name: each.name, image: each.image, imageID: '', ready: true, restartCount: 0 },
        state: { running: { startedAt: now } },
      })),
    },
  })) as Pod[];
}

/** As a release writes it. */
const pinned = (image: string) =>
  image === repositoryOf(image) ? `${image}@sha256:${'0'.repeat(64)}` : image;

/** Judges everything that manifests, Dockerfiles and slipway.yml say, with a cluster that holds them. */
export function judgedFiles(
  files: AppFiles = goodFiles(),
  live: Live = clusterWith(files),
): RequirementAssessment[] {
  const config = configIn(files);
  const environment = config.environments.production!;
  const manifests = manifestsIn(files);
  const settings = environment.assess ?? assessSchema.parse({});
  const subject = assessSubject({
    ...{ environment: 'production', namespace: environment.namespace, zones: settings.zones },
    ...{ manifests, live, now, workload: environment.workload, service: environment.service },
    released: Object.values(config.images).map(({ repository }) => repository),
    variables: config['env-policy'] ?? envPolicySchema.parse({}),
  });
  const versions = { version: config['policy-version'], newest: newestPolicy };
  const schedule = judgeDeclared(environment.recovery!, new Map([['far', undefined]]));
  const open = schedule.flatMap(({ rows }) => rows.filter(({ kind }) => kind === 'uncovered'));
  return [
    ...judgeManifests(subject, settings.rules, new Places(new Map(Object.entries(files)))),
    ...assessmentsFrom(judgeApplication(manifests, live, versions), 'manifests', 'the cluster', at),
    ...assessmentsFrom(
      {
        'schedule-targets':
          open.length === 0
            ? { status: 'met', what: 'the schedule can meet its targets' }
            : {
                status: 'not-met',
                what: open.map(({ sentence }) => sentence).join('; '),
                remedy: open.map(each => (each.kind === 'uncovered' ? each.help : '')).join('; '),
              },
      },
      'slipway.yml',
      'recovery',
      at,
    ),
    ...assessmentsFrom(policyOf(files), 'the policy', 'the Dockerfiles', at),
  ];
}

/** Judges the Dockerfiles by texts, as `plan` does by files. */
function policyOf(files: AppFiles) {
  const config = configIn(files);
  const checked = Object.entries(config.images).map(
    ([image, { context, dockerfile, args, target, platforms = [] }]): Checked => ({
      ...{
        image,
        path: join(context, dockerfile),
        text: files[join(context, dockerfile)] ?? '',
        args,
        target,
      },
      ...{ platforms, ours: [], allowed: config.policy.bases, ignoreFile: true },
    }),
  );
  const findings = checked.flatMap(each => checkDockerfile(each, config.policy, new Date(at)));
  const images = checked.map(({ image }) => ({ image, managers: image === 'shop' ? ['npm'] : ['go'] }));
  const report = policyReport('shop', { findings, notes: [] }, { what: 'dockerfiles', images }, new Date(at));
  return judgePolicy(JSON.parse(JSON.stringify(report)), config, 'the Dockerfiles alone are read');
}

/** Reads the Dockerfiles of the folder, with the package managers that they run. */
export const reviewed = () =>
  reviewDockerfiles({
    config: configIn(goodFiles()),
    ...{ root: goodFolder, names: ['shop', 'records'], now: new Date(at) },
  });

import { hasLabels } from '../cluster/labels.ts';
import type { Manifest } from '../cluster/manifests.ts';
import type { KubeObject, PodTemplate } from '../cluster/objects.ts';
import type { Config, Environment } from '../config/types.ts';
import { parseRepository } from '../image/reference.ts';
import { waitingProblem, watchdogProblem } from '../release/watchdog/watchdog.ts';
import { mapValues } from '../toolkit/map.ts';
import { prepareManifests, workloadIn } from '../workloads/candidate.ts';
import {
  containersOf,
  podTemplatesOf,
  refOf,
  repositoryOf,
  titleOf,
  type Workload,
} from '../workloads/kinds.ts';
import { kindOfConfiguration, referencesIn } from '../workloads/shipped.ts';
import { withUnlistedWorkers, workersIn } from '../workloads/workers.ts';

/** Something that a release does not prove or cannot restore, and how to fix that. */
export interface CoverageGap {
  gap: string;
  remedy: string;
}

/**
 * Returns what a release does not cover, most serious first. Pure.
 * @param manifests as written.
 * @param live `Kind/name` of configuration that others write, beside what slipway.yml lists.
 * @param autoscaled whether an autoscaler sets the replicas.
 */
export function gapsOf(
  config: Config,
  environment: Environment,
  manifests: Manifest[],
  live: string[] = [],
  autoscaled = false,
): CoverageGap[] {
  const workload = workloadIn(manifests, environment);
  return [
    gapsOfVerify(environment),
    gapsOfProbes(workload),
    gapsOfWorkers(workersIn(manifests, environment), environment),
    gapsOfReplicas(workload, manifests, autoscaled),
    gapsOfImages(config, workload, manifests),
    gapsOfConfiguration(workload, manifests, new Set([...environment.unversioned, ...live])),
    gapOfJudging(environment) ?? [],
  ].flat();
}

function gapOfJudging({ strategy, gate, workload }: Environment): CoverageGap | undefined {
  if (strategy.kind === 'rolling') {
    const watch = 'watch its errors and latency after a release';
    return {
      gap: 'nothing compares the new version with the old one under load: a release that becomes ready and passes its checks stays',
      remedy:
        workload.kind === 'Deployment' ? `use \`strategy: {canary: …}\` with a \`gate\`, or ${watch}` : watch,
    };
  }
  if (strategy.kind === 'blue-green')
    return {
      gap: 'the versions never have traffic at the same time, so they cannot be compared: only hard facts and limits fail a blue-green release',
      remedy: 'use `strategy: {canary: …}` with a `gate` where a small error matters',
    };
  if (gate === 'checks')
    return {
      gap: 'the candidate is judged by its own answers to `verify.checks` and by the state of its pods: errors and delays that only real requests get are not seen',
      remedy: 'add `prometheus` and `metrics` to `gate` once the application has metrics',
    };
  if (gate?.metrics.some(metric => !metric['dry-run'])) return undefined;
  return {
    gap: 'every metric of the gate is a dry run, so its verdicts have no consequence',
    remedy: 'remove `dry-run` from at least one',
  };
}

function gapsOfVerify({ verify }: Environment): CoverageGap[] {
  if (verify === undefined)
    return [{ gap: 'no request proves that it works: `verify` is not set', remedy: 'add `verify.checks`' }];
  const weak = verify.checks.filter(
    ({ type, json, body, headers }) =>
      type === undefined && json === undefined && body === undefined && headers === undefined,
  );
  return weak.map(({ get }) => ({
    gap: `the check of ${get} looks only at the status: any page of any server would pass it`,
    remedy: 'add `type`, `body` or `json` to it',
  }));
}

const unprobed = ({ spec }: Workload) =>
  (spec?.template?.spec?.containers ?? []).filter(({ readinessProbe }) => readinessProbe === undefined);

const gapsOfProbes = (workload: Workload): CoverageGap[] =>
  unprobed(workload).map(({ name }) => ({
    gap: `container ${name} has no readinessProbe: it counts as ready as soon as its process runs, and gets traffic at once`,
    remedy: 'add a readinessProbe',
  }));

function gapsOfWorkers(workers: Workload[], { strategy }: Environment): CoverageGap[] {
  const when = strategy.kind === 'rolling' ? 'once the workload is ready' : 'after the verdict';
  return workers.flatMap(worker => {
    const name = titleOf(refOf(worker));
    if (worker.kind === 'CronJob')
      return {
        gap: `${name} is updated ${when}, but not watched: only its next run shows whether it works`,
        remedy: 'watch its next run after a release',
      };
    const brief = {
      gap: `${name} is updated ${when}, but not compared: a worker stays once it has been ready for ten seconds`,
      remedy: 'watch its errors and the length of its queue after a release',
    };
    if (unprobed(worker).length === 0 || (worker.spec?.minReadySeconds ?? 0) > 0) return brief;
    const blind = {
      gap: `${name} has a container without a readinessProbe: a failure after more than ten seconds is not detected`,
      remedy: 'add a readinessProbe, or set `minReadySeconds`',
    };
    return [brief, blind];
  });
}

function gapsOfReplicas(workload: Workload, manifests: Manifest[], autoscaled: boolean): CoverageGap[] {
  // It has one pod on every node, and draining a node does not evict that.
  if (workload.kind === 'DaemonSet') return [];
  const { replicas = 1, strategy } = workload.spec ?? {};
  const gaps: CoverageGap[] = [];
  if (!autoscaled && replicas < 2)
    gaps.push({
      gap: `${replicas === 1 ? 'a single replica' : 'no replica'}: the loss of one pod or node is an outage`,
      remedy: 'set `replicas` to 2 or more',
    });
  if (strategy?.type === 'Recreate')
    gaps.push({
      gap: 'the strategy Recreate stops every old pod before a new one starts: an outage in each release and each rollback',
      remedy: 'use RollingUpdate if two versions may run side by side',
    });
  // For a single pod, a PodDisruptionBudget either does nothing or blocks each drain.
  if ((autoscaled || replicas > 1) && !manifests.some(({ object }) => protects(object, workload)))
    gaps.push({
      gap: 'no PodDisruptionBudget in the manifests selects its pods: draining nodes may take all of them at once',
      remedy: 'add one',
    });
  return gaps;
}

function protects(object: KubeObject, workload: Workload): boolean {
  if (object.kind !== 'PodDisruptionBudget') return false;
  const { selector } = (object.spec ?? {}) as { selector?: { matchLabels?: Record<string, string> } };
  const labels = workload.spec?.template?.metadata?.labels ?? {};
  return hasLabels(selector?.matchLabels, labels);
}

function gapsOfImages(config: Config, workload: Workload, manifests: Manifest[]): CoverageGap[] {
  const pinned = new Set(Object.values(config.images).map(({ repository }) => parseRepository(repository)));
  const ofWorkload = new Set(containersOf(workload.spec?.template?.spec));
  const all = manifests.flatMap(({ object, name }) =>
    podTemplatesOf(object).flatMap(({ spec }) =>
      containersOf(spec).map(container => ({ container, owner: `${object.kind}/${name}` })),
    ),
  );
  const isLoose = ({ image = '' }: (typeof all)[number]['container']) =>
    image !== '' && !image.includes('@') && !pinned.has(parseRepository(repositoryOf(image)));
  return all
    .filter(({ container }) => isLoose(container))
    .map(({ container, owner }) => ({
      gap: `image ${container.image} of ${owner} is not in slipway.yml: its tag may point to another image tomorrow${ofWorkload.has(container) ? ', and a rollback restores the tag, not the content' : ''}`,
      remedy: 'pin it by its digest, or add it to `images`',
    }));
}

function gapsOfConfiguration(workload: Workload, manifests: Manifest[], live: Set<string>): CoverageGap[] {
  const configuration = manifests.filter(({ object }) => kindOfConfiguration(object) !== undefined);
  const shipped = new Set(configuration.map(({ object, name }) => `${object.kind}/${name}`)).difference(live);
  const { imagePullSecrets: _, ...spec } = workload.spec?.template?.spec ?? {};
  return [...referencesIn([{ spec } as PodTemplate])]
    .filter(name => !shipped.has(name))
    .map(name => {
      const versioned = live.has(name) ? ', or remove it from `unversioned`' : ', or add it to the manifests';
      return {
        gap: `${name} stays live: a rollback does not restore its old values`,
        // Manifests are no place for a Secret.
        remedy: `make sure that both versions can read it${name.startsWith('Secret/') && !live.has(name) ? '' : versioned}`,
      };
    });
}

/**
 * Validates an environment without its cluster: its manifests must hold the workload and every image. Pure.
 * @returns what a release would not cover.
 * @throws UserError when a release is impossible in any cluster.
 */
export function validate(config: Config, written: Environment, manifests: Manifest[]): CoverageGap[] {
  const digest = `sha256:${'0'.repeat(64)}`;
  const images = mapValues(config.images, ({ repository }) => ({ repository, digest }));
  const repositories = Object.values(images).map(({ repository }) => repository);
  const { environment } = withUnlistedWorkers(written, manifests, repositories);
  const undecided = watchdogProblem(environment.strategy) ?? waitingProblem(environment.strategy);
  if (undecided !== undefined) throw undecided;
  prepareManifests(manifests, environment, images);
  return [...gapsOfService(environment, manifests), ...gapsOf(config, environment, manifests)];
}

function gapsOfService({ service }: Environment, manifests: Manifest[]): CoverageGap[] {
  if (
    service === undefined ||
    manifests.some(({ object, name }) => object.kind === 'Service' && name === service)
  )
    return [];
  return [
    {
      gap: `Service/${service} is not in the manifests: a release is refused unless the namespace has it`,
      remedy: 'correct `service` in slipway.yml, or add the Service',
    },
  ];
}

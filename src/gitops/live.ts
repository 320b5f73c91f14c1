import type { Event, Pod } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import type { Environment } from '../config/types.ts';
import type { RegistryClient } from '../registry/client.ts';
import { FailureGrace, nodeIsComing } from '../release/rollout/health.ts';
import { acceptedDigests, observeServed } from '../release/served-digests.ts';
import { shortDigests } from '../toolkit/digest.ts';
import { defined } from '../toolkit/map.ts';
import { printable } from '../toolkit/printable.ts';
import { isComplete, progressText } from '../workloads/controllers.ts';
import { gatherEvidence, sentenceOf } from '../workloads/diagnosis.ts';
import {
  about,
  containersOf,
  kindOf,
  pathTo,
  type Ref,
  repositoryOf,
  templateOf,
  titleOf,
  traitsOf,
  type Workload,
} from '../workloads/kinds.ts';
import { type Revision, selectorOf } from '../workloads/pods.ts';
import { workersOf } from '../workloads/workers.ts';
import { repositoryKey } from './edit.ts';

/** Whether the workloads in the cluster run the images that Git says. Reads only. */

/** `Kind/name` → container → image. */
export type WantedImages = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What is wanted: the images of a release, or exactly what was there before. */
export type Wanted =
  | { readonly images: Readonly<Record<string, string>> }
  | { readonly before: WantedImages };

export type LiveLook =
  | { readonly at: 'served' }
  | { readonly at: 'waiting'; readonly sentence: string }
  | { readonly at: 'failed'; readonly sentence: string };

/** Returns the images of the containers that run an image of the application, by workload. */
export async function imagesNow(
  cluster: Cluster,
  environment: Environment,
  repositories: readonly string[],
): Promise<Record<string, Record<string, string>>> {
  const own = new Set(repositories.map(keyOf));
  const found = await Promise.all(
    refsOf(environment).map(async ref => {
      const live = await cluster.get<Workload>(pathTo(environment.namespace, ref));
      const containers = containersOf(templateOf(live)?.spec).filter(({ image = '' }) =>
        own.has(keyOf(image)),
      );
      return [
        titleOf(ref),
        Object.fromEntries(containers.map(({ name, image = '' }) => [name, image])),
      ] as const;
    }),
  );
  return Object.fromEntries(found.filter(([, containers]) => Object.keys(containers).length > 0));
}

const keyOf = (image: string) => repositoryKey(image) ?? image;

const refsOf = (environment: Environment): Ref[] => [environment.workload, ...workersOf(environment)];

interface LiveContext {
  readonly cluster: Cluster;
  readonly environment: Environment;
  readonly registry?: RegistryClient | undefined;
  report(line: string): void;
}

/** Follows the workloads of an environment until they run what is wanted. */
export class LiveWatch {
  readonly #context: LiveContext;
  readonly #grace = new Map<string, FailureGrace>();

  constructor(context: LiveContext) {
    this.#context = context;
  }

  /** Looks at all workloads once. A failure counts only after its grace period, across calls. */
  async look(wanted: Wanted): Promise<LiveLook> {
    const looks = await Promise.all(refsOf(this.#context.environment).map(ref => this.#lookAt(ref, wanted)));
    return (
      looks.find(({ at }) => at === 'failed') ?? looks.find(({ at }) => at === 'waiting') ?? { at: 'served' }
    );
  }

  async #lookAt(ref: Ref, wanted: Wanted): Promise<LiveLook> {
    const { cluster, environment, registry, report } = this.#context;
    const { namespace } = environment;
    const title = titleOf(ref);
    const live = await cluster.get<Workload>(pathTo(namespace, ref));
    if (live === undefined)
      return { at: 'waiting', sentence: `${title} does not exist in namespace ${namespace}` };
    const { pinned, other } = compare(live, title, wanted);
    if (other !== undefined) return { at: 'waiting', sentence: `${title}: ${other}` };
    const failure = await this.#failureOf(ref, live);
    if (failure !== undefined) return { at: 'failed', sentence: `${title}: ${failure}` };
    if (!isComplete(live)) return { at: 'waiting', sentence: `${title}: ${progressText(live)}` };
    if (kindOf(live) === 'CronJob' || live.spec?.replicas === 0) return { at: 'served' };
    const expected = await acceptedDigests(pinned, registry, report);
    const service = ref === environment.workload ? environment.service : undefined;
    const place = { namespace, ...defined({ service }) };
    const served = await observeServed(cluster, place, live, expected);
    return served.ok ? { at: 'served' } : { at: 'waiting', sentence: `${title}: ${served.reasons[0]}` };
  }

  async #failureOf(ref: Ref, live: Workload): Promise<string | undefined> {
    const { cluster, environment } = this.#context;
    const { namespace } = environment;
    const labelSelector = selectorOf(live);
    const { revisions, refusedInEvents } = traitsOf(kindOf(live));
    if (revisions === undefined) return undefined;
    const [pods, kept, events] = await Promise.all([
      cluster.list<Pod>(pathOf(resources.pod, namespace), { labelSelector }),
      cluster.list<Revision>(pathOf(revisions, namespace), { labelSelector }),
      refusedInEvents ? cluster.list<Event>(pathOf(resources.event, namespace), about(ref)) : { items: [] },
    ]);
    const grace = this.#grace.get(titleOf(ref)) ?? new FailureGrace(nodeIsComing(cluster, namespace));
    this.#grace.set(titleOf(ref), grace);
    const seen = { revisions: kept.items, pods: pods.items, events: events.items };
    const assessment = await grace.assess(live, seen, performance.now());
    if (assessment?.state !== 'failed') return undefined;
    return sentenceOf(assessment.cause, await gatherEvidence(cluster, namespace, assessment.cause));
  }
}

/** Compares the template of a workload. Pure. @returns the images that pods must prove, and what differs. */
export function compare(
  live: Workload,
  title: string,
  wanted: Wanted,
): { pinned: Record<string, string>; other?: string } {
  const containers = containersOf(templateOf(live)?.spec);
  const running = new Set(templateOf(live)?.spec?.containers?.map(({ name }) => name));
  const all =
    'before' in wanted
      ? Object.entries(wanted.before[title] ?? {})
      : containers.flatMap(({ name, image = '' }) =>
          Object.values(wanted.images)
            .filter(each => keyOf(each) === keyOf(image))
            .map((each): [string, string] => [name, each]),
        );
  const wrong = all.find(([name, image]) => {
    const now = containers.find(each => each.name === name)?.image ?? '';
    return image.includes('@') ? now.split('@')[1] !== image.split('@')[1] : now !== image;
  });
  const pinned = Object.fromEntries(all.filter(([name, image]) => running.has(name) && image.includes('@')));
  if (wrong !== undefined) {
    const now = containers.find(({ name }) => name === wrong[0])?.image ?? 'nothing';
    return { pinned, other: `container ${wrong[0]} still has the image ${printable(shortDigests(now))}` };
  }
  if (all.length === 0 && 'images' in wanted)
    return {
      pinned,
      other: `no container has an image of ${Object.values(wanted.images).map(repositoryOf).join(' or ')}`,
    };
  return { pinned };
}

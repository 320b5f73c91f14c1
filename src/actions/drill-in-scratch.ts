import type { Cluster } from '../cluster/port.ts';
import type { Application } from '../recovery/drill/scratch-objects.ts';
import type { DrillFacts } from '../recovery/drill-report.ts';
import { type Guarded, guarded } from '../recovery/guard/guarded.ts';
import { addressOf, type ProbePlan } from '../recovery/scratch/probe.ts';
import { UserError } from '../toolkit/errors.ts';
import { templateOf, type Workload } from '../workloads/kinds.ts';
import type { Ordered } from './drill.ts';
import { declaredIn, placesOf, withGuard, withLeftover } from './drill-guard.ts';
import { offSiteIn } from './drill-off-site-repository.ts';
import type { DrillParts } from './drill-parts.ts';
import type { RunningDrill } from './drill-relay.ts';
import { openStores } from './recovery.ts';

/** Runs a drill in its own namespace, behind the guard. */

export function scratchOf({ drills }: Ordered): NonNullable<Ordered['drills']['scratch']> {
  if (drills.scratch !== undefined) return drills.scratch;
  throw new UserError(
    'the drill has no namespace to restore into: `drills.scratch` is missing',
    'add it to slipway.yml',
  );
}

export interface InScratch {
  readonly workload: Workload;
  readonly manifests: Application['objects'];
  readonly parts: DrillParts | undefined;
}

/** Returns what the guard of a drill in its own namespace checks. @param egress all that the drill may reach. */
export function guardOfScratch(
  order: Ordered,
  egress: Destinations,
  { image, controls }: { readonly image: string; readonly controls?: ProbePlan['positiveControls'] },
) {
  const scratch = scratchOf(order);
  const isOpen = ({ cidr, port }: Destinations[number]) =>
    egress.some(each => each.cidr === cidr && each.port === port);
  const closed = scratch['allow-egress'].filter(each => !isOpen(each));
  return {
    where: 'scratch',
    scratch: { name: scratch.namespace, run: order.run.id, ttl: scratch.ttl, egress },
    probe: {
      image,
      forbidden: [...scratch['must-not-reach'].map(addressOf), ...closed.flatMap(placesOf)],
      positiveControls: controls ?? egress.flatMap(placesOf),
      negativeControls: [],
    },
  } as const;
}

/** Runs `go` in the drill's namespace unless the guard refuses it. In a `region` drill only the off-site repository may be reached. */
export async function inScratch(
  cluster: Cluster,
  order: Ordered,
  { workload, manifests, parts }: InScratch,
  go: Parameters<typeof guarded<DrillFacts | RunningDrill>>[1],
): Promise<DrillFacts | RunningDrill> {
  const scratch = scratchOf(order);
  const repositories = await readers(order, parts?.repositories ?? []);
  const image = templateOf(workload)?.spec?.containers[0]?.image ?? '';
  const own =
    order.scenario.id === 'region'
      ? guardOfScratch(order, offSiteDestinations(order), { image })
      : guardOfScratch(order, scratch['allow-egress'], {
          image,
          controls: scratch['must-reach'].map(addressOf),
        });
  return withGuard(order, cluster, guard =>
    guarded({ ...guard, ...own, repositories, manifests }, go, (seen, left) =>
      'running' in seen ? seen : withLeftover(seen, left),
    ),
  );
}

/**
 * Returns the stores that the drill reads, so that the guard checks that their credentials cannot delete. Those of pgBackRest cannot be
 * checked from here, so with `credentials: read-only` the drill must have its own.
 */
async function readers(order: Ordered, files: readonly string[]): Promise<Guarded['repositories']> {
  const { recovery, config, env, report } = order;
  const { credentials, 'read-only-secrets': others } = scratchOf(order);
  if (credentials === 'read-write') {
    report(
      'the drill reads the repositories with the credentials of backups, which may be able to delete from them',
    );
    return [];
  }
  const own = declaredIn(order).configuration.find(
    ({ kind, name }) => kind === 'Secret' && others[name] === undefined,
  );
  if (own !== undefined)
    throw new UserError(
      `the copy would read its repository with Secret/${own.name}, the read-write credentials of backups`,
      'name a read-only one in `drills.scratch.read-only-secrets`, or set `credentials: read-write` if this is intended',
    );
  const stores = await openStores(recovery, config, env);
  const read = new Set([repositoryNameOf(order), ...files]);
  return [...read].map(name => stores.find(each => each.name === name)?.store ?? unknownStore(name));
}

/** A repository without a store: the permissions of its credentials cannot be checked. */
const unknownStore = (name: string) => ({ name, mayDelete: async () => 'unknown' as const });

/** Returns the repository to restore from: the off-site one after the loss of a region. */
export const repositoryNameOf = (order: Ordered): string =>
  order.scenario.id === 'region' ? offSiteIn(order) : (declaredIn(order).to[0] ?? '');

type Destinations = NonNullable<Ordered['drills']['scratch']>['allow-egress'];

function offSiteDestinations({ drills }: Ordered): Destinations {
  if (drills['off-site'].addresses.length > 0) return drills['off-site'].addresses;
  throw new UserError(
    'the network cannot be restricted to the off-site repository: `drills.off-site.addresses` is missing',
    'add it to slipway.yml',
  );
}

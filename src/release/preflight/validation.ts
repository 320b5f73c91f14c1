import type { Config, Environment } from '../../config/types.ts';
import { waitingProblem, watchdogProblem } from '../watchdog/watchdog.ts';
import { prepareManifests } from '../workloads/candidate.ts';
import type { Manifest } from '../workloads/manifests.ts';
import { withUnlistedWorkers } from '../workloads/workers.ts';
import { type Gap, gapsOf } from './coverage.ts';

/**
 * What can be said of an environment without its cluster: that its manifests hold the workload and every image, and what
 * is not covered. Pure.
 * @throws UserError when a release of them is impossible anywhere.
 */
export function validate(config: Config, written: Environment, manifests: Manifest[]): Gap[] {
  const images = Object.entries(config.images).map(
    ([name, { repository }]) => [name, { repository, digest: `sha256:${'0'.repeat(64)}` }] as const,
  );
  const repositories = images.map(([, { repository }]) => repository);
  const { environment } = withUnlistedWorkers(written, manifests, repositories);
  const undecided = watchdogProblem(environment.strategy) ?? waitingProblem(environment.strategy);
  if (undecided !== undefined) throw undecided;
  prepareManifests(manifests, environment, Object.fromEntries(images));
  return gapsOf(config, environment, manifests);
}

import type { Config, Environment } from '../../config/types.ts';
import { waitingProblem, watchdogProblem } from '../watchdog/watchdog.ts';
import { prepareManifests } from '../workloads/candidate.ts';
import type { Manifest } from '../workloads/manifests.ts';
import { withUnlistedWorkers } from '../workloads/workers.ts';
import { type CoverageGap, gapsOf } from './coverage.ts';

/**
 * Validates an environment without its cluster: its manifests must hold the workload and every image. Pure.
 * @returns what a release would not cover.
 * @throws UserError when a release is impossible in any cluster.
 */
export function validate(config: Config, written: Environment, manifests: Manifest[]): CoverageGap[] {
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

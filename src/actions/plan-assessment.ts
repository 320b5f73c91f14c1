import { dirname, resolve } from 'node:path';
import type { Manifest } from '../cluster/manifests.ts';
import type { Cluster } from '../cluster/port.ts';
import { configFor } from '../config/load.ts';
import type { Config, Environment } from '../config/types.ts';
import { cell } from '../toolkit/markdown.ts';
import { shellWord } from '../toolkit/shell-word.ts';

/** What a plan says of an assessment: the count and the worst. */
export interface PlannedAssessment {
  readonly lines: readonly string[];
  /** A section of the job summary; empty without findings. */
  readonly summary: string;
}

interface Planned {
  /** Path of slipway.yml. */
  readonly path: string;
  readonly config: Config;
  readonly name: string;
  readonly environment: Environment;
  readonly manifests: readonly Manifest[];
  /** Undefined: what only it can show is unknown. */
  readonly cluster?: Cluster;
}

/** Assesses an environment without the rules of trivy, which take seconds. */
export async function plannedAssessment(planned: Planned): Promise<PlannedAssessment> {
  const { path, config, name: environmentName, environment, manifests, cluster } = planned;
  const { assess, dockerfileRules } = await import('../assess/assess.ts');
  const { notQueried, readLive } = await import('../assess/live.ts');
  const { worstLines } = await import('../report/assess.ts');
  const objects = manifests.map(({ object }) => object);
  const live =
    cluster === undefined
      ? notQueried('the cluster was not queried')
      : await readLive(cluster, environment.namespace, objects);
  const request = {
    config: configFor(config, environment),
    environmentName,
    environment,
    manifests,
    live,
    root: resolve(dirname(path)),
    now: new Date(),
  };
  const { assessments } = await assess(request, undefined);
  // The policy reports those of Dockerfiles.
  const others = assessments.filter(({ rule }) => !dockerfileRules.includes(rule));
  const { configOption } = await import('../setup/quoting.ts');
  const without = cluster === undefined ? ' --query-cluster false' : '';
  const all = `slipway assess --environment ${shellWord(environmentName)}${configOption(path)}${without}`;
  const lines = worstLines(others, all);
  const [head, ...worst] = lines.map(line => cell(line));
  if (head === undefined) return { lines, summary: '' };
  const list = worst.map(line => `- ${line}`).join('\n');
  return { lines, summary: `\n#### Assessment\n\n${head}\n\n${list}\n` };
}

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Lab, REGISTRY } from './lab.ts';
import { ensure, type Part, run } from './process.ts';
import { until } from './progress.ts';

export function buildkitSocket(lab: Lab): string {
  return join(lab.dir, 'buildkit', 'buildkitd.sock');
}

export function buildkit(lab: Lab): Part {
  return {
    name: 'buildkitd',
    where: 'lab',
    command: ['buildkitd', '--config', join(lab.dir, 'buildkit', 'buildkitd.toml')],
  };
}

export function buildkitConfig(lab: Lab): string {
  return `root = "${join(lab.dir, 'buildkit', 'root')}"
[grpc]
  address = ["unix://${buildkitSocket(lab)}"]
[worker.oci]
  enabled = true
  networkMode = "host"
  defaultCgroupParent = "/${lab.id}/buildkit"
[worker.containerd]
  enabled = false
[cdi]
  disabled = true
[registry."${REGISTRY}"]
  http = true
`;
}

export async function startBuildkit(lab: Lab): Promise<void> {
  mkdirSync(join(lab.dir, 'buildkit'), { recursive: true });
  writeFileSync(join(lab.dir, 'buildkit', 'buildkitd.toml'), buildkitConfig(lab));
  await ensure(lab, buildkit(lab));
  await until('buildkitd listens', async () => existsSync(buildkitSocket(lab)), { within: 20_000 });
}

/** Creates the builder that `buildx build` uses through BUILDX_CONFIG and BUILDX_BUILDER. */
export async function createBuilder(lab: Lab): Promise<void> {
  if (existsSync(join(lab.dir, 'buildx', 'instances', lab.id))) return;
  await run(lab, 'lab', [
    'buildx',
    'create',
    '--name',
    lab.id,
    '--driver',
    'remote',
    `unix://${buildkitSocket(lab)}`,
  ]);
}

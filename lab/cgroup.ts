import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = '/sys/fs/cgroup';

export function isUnified(): boolean {
  return existsSync(join(ROOT, 'cgroup.controllers'));
}

/** Returns the root of every hierarchy: a single one in cgroup v2, one per controller in v1. */
function hierarchies(): string[] {
  if (isUnified()) return [ROOT];
  return readdirSync(ROOT, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => join(ROOT, entry.name));
}

/** Returns the cgroup that tracks the lab's own programs. One hierarchy is enough for that. */
function tracking(id: string): string {
  return isUnified()
    ? join(ROOT, id, 'parts')
    : join(ROOT, existsSync(join(ROOT, 'systemd')) ? 'systemd' : 'pids', id);
}

export function trackingProcs(id: string): string {
  return join(tracking(id), 'cgroup.procs');
}

/** Returns the kubelet's `cgroupRoot`. It must exist in every hierarchy before the kubelet starts. */
export function nodeGroup(id: string, node: string): string {
  return `/${id}/${node}`;
}

export function createCgroups(id: string, nodes: readonly string[]): void {
  for (const root of hierarchies()) {
    for (const path of [join(root, id), ...nodes.map(node => join(root, id, node))]) {
      mkdirSync(path, { recursive: true });
      if (isUnified()) delegate(join(path, '..'));
      else inheritCpuset(path);
    }
    if (isUnified()) for (const node of nodes) delegate(join(root, id, node));
    giveShare(join(root, id));
  }
  mkdirSync(tracking(id), { recursive: true });
}

/**
 * Raises the CPU weight of the lab to eight times the default. With the default all pods together get as much CPU as one other process,
 * so on a busy machine they would not start before their probes time out.
 */
function giveShare(path: string): void {
  for (const [file, weight] of [
    ['cpu.shares', '8192'],
    ['cpu.weight', '800'],
  ] as const) {
    const mine = join(path, file);
    if (existsSync(mine)) writeFileSync(mine, weight);
  }
}

/** Copies the cpuset of the parent: cgroup v1 creates it empty, and no process can run in an empty one. */
function inheritCpuset(path: string): void {
  for (const file of ['cpuset.cpus', 'cpuset.mems']) {
    const mine = join(path, file);
    if (existsSync(mine) && readFileSync(mine, 'utf8').trim() === '') {
      writeFileSync(mine, readFileSync(join(path, '..', file)));
    }
  }
}

/** Enables all controllers for children: in cgroup v2 they have only those that their parent enables. */
function delegate(path: string): void {
  const have = readFileSync(join(path, 'cgroup.controllers'), 'utf8').trim().split(' ').filter(Boolean);
  for (const controller of have) {
    try {
      writeFileSync(join(path, 'cgroup.subtree_control'), `+${controller}`);
    } catch {
      // Some controllers cannot be enabled here. The kubelet reports one that it needs.
    }
  }
}

/** Returns every cgroup of the lab, children before their parents. */
export function cgroupsOf(id: string): string[] {
  return hierarchies().flatMap(root => below(join(root, id)));
}

function below(path: string): string[] {
  let children: string[];
  try {
    children = readdirSync(path, { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(entry => join(path, entry.name));
  } catch {
    return [];
  }
  return [...children.flatMap(below), path];
}

export function processesIn(groups: readonly string[]): number[] {
  return groups.flatMap(group => {
    try {
      return readFileSync(join(group, 'cgroup.procs'), 'utf8').split('\n').filter(Boolean).map(Number);
    } catch {
      return [];
    }
  });
}

/** Thaws cgroups, because a frozen process of cgroup v1 cannot be killed. */
export function thaw(groups: readonly string[]): void {
  for (const group of groups) {
    const state = join(group, 'freezer.state');
    if (existsSync(state)) writeFileSync(state, 'THAWED');
  }
}

export function removeCgroups(groups: readonly string[]): void {
  for (const group of groups) {
    try {
      rmdirSync(group);
    } catch {
      // Busy until its last process is reaped; the caller retries.
    }
  }
}

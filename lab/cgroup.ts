import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = '/sys/fs/cgroup';

export function isUnified(): boolean {
  return existsSync(join(ROOT, 'cgroup.controllers'));
}

/** The root of every hierarchy: one with version 2, one a controller with version 1. */
function hierarchies(): string[] {
  if (isUnified()) return [ROOT];
  return readdirSync(ROOT, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => join(ROOT, entry.name));
}

/** The group in which the lab's own programs are found: one hierarchy is enough for that, the others stay as they are. */
function tracking(id: string): string {
  return isUnified()
    ? join(ROOT, id, 'parts')
    : join(ROOT, existsSync(join(ROOT, 'systemd')) ? 'systemd' : 'pids', id);
}

export function trackingProcs(id: string): string {
  return join(tracking(id), 'cgroup.procs');
}

/** The kubelet's `cgroupRoot`; it must exist everywhere before the kubelet starts. */
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
 * By default all pods together weigh as much as one process beside them: on a busy machine they would not even start in the
 * time that their probes have. So the group weighs as much as eight.
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

/** Version 1 starts a cpuset empty, and nothing can run in an empty one. */
function inheritCpuset(path: string): void {
  for (const file of ['cpuset.cpus', 'cpuset.mems']) {
    const mine = join(path, file);
    if (existsSync(mine) && readFileSync(mine, 'utf8').trim() === '') {
      writeFileSync(mine, readFileSync(join(path, '..', file)));
    }
  }
}

/** Version 2 gives a child only the controllers that its parent hands on. */
function delegate(path: string): void {
  const have = readFileSync(join(path, 'cgroup.controllers'), 'utf8').trim().split(' ').filter(Boolean);
  for (const controller of have) {
    try {
      writeFileSync(join(path, 'cgroup.subtree_control'), `+${controller}`);
    } catch {
      // Some cannot be handed on here; the kubelet names the one that it misses.
    }
  }
}

/** Every group of the lab, children before their parents. */
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

/** A frozen process of version 1 does not even die. */
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
      // Busy while its last process is being reaped: the caller tries again.
    }
  }
}

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../src/toolkit/errors.ts';
import { cgroupsOf, processesIn } from './cgroup.ts';
import { type Lab, labOf } from './lab.ts';
import { MARK } from './process.ts';

/** Lists everything that exists of a lab, one line each; empty after `down`. */
export function leftovers(name: string): string[] {
  const lab = labOf(name);
  return [
    ...processesOf(lab).map(pid => `process ${pid}: ${commandOf(pid)}`),
    ...mountsOf(lab).map(path => `mount ${path}`),
    ...cgroupsOf(lab.id).map(path => `cgroup ${path}`),
    ...[lab.netns, lab.dir].filter(existsSync).map(path => `file ${path}`),
    ...lockFilesOf(lab).map(path => `file ${path}`),
  ];
}

/** Returns the processes in the lab's network or cgroups, and those that its `up` started. */
export function processesOf(lab: Lab): number[] {
  const found = new Set(processesIn(cgroupsOf(lab.id)));
  const network = inode(lab.netns);
  const mark = `${MARK}=${lab.dir}`;
  for (const entry of readdirSync('/proc')) {
    const pid = Number(entry);
    if (!pid) continue;
    if (network !== null && inode(`/proc/${pid}/ns/net`) === network) found.add(pid);
    else if (environmentOf(pid).includes(mark)) found.add(pid);
  }
  found.delete(process.pid);
  return [...found].filter(pid => !isZombie(pid));
}

/**
 * Checks that the running processes belong to this lab: names of namespaces and cgroups are global, but each cache has its own labs.
 * @throws UserError if a lab of the same name from another cache is running.
 */
export function requireOurLab(lab: Lab): void {
  const prefix = `${MARK}=`;
  for (const pid of processesOf(lab)) {
    const owner = environmentOf(pid)
      .find(variable => variable.startsWith(prefix))
      ?.slice(prefix.length);
    if (owner !== undefined && owner !== lab.dir) {
      throw new UserError(
        `another lab ${lab.name} is running: its state is in ${owner}`,
        'use another --name, or the SLIPWAY_CACHE of that lab',
      );
    }
  }
}

/** Returns the files of the lab's lock. Names of labs contain no dot, so none of them belongs to another lab. */
export function lockFilesOf(lab: Lab): string[] {
  const parent = dirname(lab.lock);
  if (!existsSync(parent)) return [];
  return readdirSync(parent)
    .map(name => join(parent, name))
    .filter(path => path === lab.lock || path.startsWith(`${lab.lock}.`));
}

/** Returns the mounts below the lab's directory, innermost first. mountinfo escapes a space as \\040. */
export function mountsOf(lab: Lab): string[] {
  return readFileSync('/proc/self/mountinfo', 'utf8')
    .split('\n')
    .map(line => (line.split(' ')[4] ?? '').replaceAll('\\040', ' '))
    .filter(path => path.startsWith(`${lab.dir}/`))
    .reverse();
}

/** Returns the inode number, which identifies a network namespace; null if the path does not exist. */
function inode(path: string): number | null {
  try {
    return statSync(path).ino;
  } catch {
    return null;
  }
}

function environmentOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

function isZombie(pid: number): boolean {
  try {
    return / [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/.*\)/s, ''));
  } catch {
    return true;
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').slice(0, 120);
  } catch {
    return '';
  }
}

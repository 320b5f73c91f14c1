import { existsSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../src/toolkit/errors.ts';
import { cgroupsOf, removeCgroups, thaw } from './cgroup.ts';
import { type Lab, labOf, type Say } from './lab.ts';
import { leftovers, lockFilesOf, mountsOf, processesOf, requireOurLab } from './leftovers.ts';
import { locked, type ProcessId } from './lock.ts';
import { capture } from './process.ts';
import { timed } from './progress.ts';

const PATIENCE = 3_000;

/**
 * Removes a lab in any state. The network namespace is removed after the last process in it, because processes are recognized by it.
 * @throws Error that lists everything that could not be removed.
 */
export async function down({ name, log }: { name: string; log: Say }): Promise<void> {
  const lab = labOf(name);
  const say = timed(log);
  const busy = ({ pid }: ProcessId, waited: number) => {
    // A killed process may need some time to exit.
    if (waited < PATIENCE) return;
    throw new UserError(
      `the lab ${name} cannot be removed: process ${pid} is working on it`,
      'stop that process, or wait until it has ended',
    );
  };
  await locked(lab.lock, busy, async () => {
    requireOurLab(lab);
    await killAll(lab);
    await unmountAll(lab);
    await removeGroups(lab);
    if (existsSync(lab.netns)) await capture('ip', ['netns', 'delete', lab.id], {});
    rmSync(lab.dir, { recursive: true, force: true, maxRetries: 5 });
    // A run that was killed while it took the lock leaves such files.
    for (const path of lockFilesOf(lab)) if (path !== lab.lock) rmSync(path);
  });
  const left = leftovers(name);
  if (left.length > 0) throw new Error(`the lab ${name} is not completely removed:\n${left.join('\n')}`);
  say(`the lab ${name} is down`);
}

/** Kills all processes until two rounds in a row find none, because a killed process may just have started another. */
async function killAll(lab: Lab): Promise<void> {
  let quiet = 0;
  for (let round = 0; round < 400 && quiet < 2; round++) {
    const found = processesOf(lab);
    quiet = found.length === 0 ? quiet + 1 : 0;
    thaw(cgroupsOf(lab.id));
    for (const pid of found) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It has ended already.
      }
    }
    await sleep(25);
  }
}

async function unmountAll(lab: Lab): Promise<void> {
  for (let round = 0; round < 10; round++) {
    const mounts = mountsOf(lab);
    if (mounts.length === 0) return;
    for (const path of mounts) await capture('umount', ['--lazy', path], {}).catch(() => '');
  }
}

async function removeGroups(lab: Lab): Promise<void> {
  for (let round = 0; round < 100; round++) {
    const groups = cgroupsOf(lab.id);
    if (groups.length === 0) return;
    removeCgroups(groups);
    await sleep(20);
  }
}

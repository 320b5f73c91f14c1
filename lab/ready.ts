import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../src/toolkit/errors.ts';
import type { PartName } from './asked.ts';
import type { Lab } from './lab.ts';
import { processIn } from './lock.ts';

/** How long a lab may be without a running `up` before the wait for its parts fails. One `up` may follow another. */
const PATIENCE = 3_000;

/** Returns the file that `up` creates when the part is ready, while it may still build others. */
function mark(lab: Lab, part: PartName): string {
  return join(lab.dir, 'ready', part);
}

export function markReady(lab: Lab, part: PartName): void {
  mkdirSync(join(lab.dir, 'ready'), { recursive: true });
  writeFileSync(mark(lab, part), '');
}

/** Removes all marks. Call it before parts are started or restarted. */
export function forgetReady(lab: Lab): void {
  rmSync(join(lab.dir, 'ready'), { recursive: true, force: true });
}

export function isReady(lab: Lab, part: PartName): boolean {
  return existsSync(mark(lab, part));
}

/**
 * Waits until these parts are ready.
 * @throws UserError if a part is not ready and no `up` is running.
 */
export async function untilPartsReady(
  lab: Lab,
  parts: readonly PartName[],
  { patience = PATIENCE, signal }: { patience?: number; signal?: AbortSignal } = {},
): Promise<void> {
  let worked = Date.now();
  for (;;) {
    if (processIn(lab.lock)) worked = Date.now();
    const missing = parts.filter(part => !isReady(lab, part));
    if (missing.length === 0) return;
    if (Date.now() - worked > patience) {
      throw new UserError(
        `the lab ${lab.name} has no ${missing.join(', ')}: no \`up\` is running`,
        `find out why its last \`up\` has ended, or run scripts/lab up --with ${missing.join(',')} --name ${lab.name}`,
      );
    }
    await sleep(100, undefined, signal && { signal });
  }
}

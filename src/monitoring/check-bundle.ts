import { join } from 'node:path';
import { findOnPath } from '../toolkit/child.ts';
import type { Host } from '../toolkit/host.ts';
import { oneLine } from '../toolkit/printable.ts';
import { ask } from '../toolkit/program.ts';
import { bundleFiles } from './bundle.ts';

/** Commands that check the files, by program. */
const checks = (folder: string): [string, ...string[]][] => [
  ['promtool', 'check', 'rules', join(folder, bundleFiles.rules)],
  ['amtool', 'check-config', join(folder, bundleFiles.alertmanager)],
];

/**
 * Checks the files of a bundle with the programs of Prometheus and Alertmanager, where they are installed.
 * @returns what they found wrong, a sentence each, and whether all of them ran.
 */
export async function checkBundle(
  folder: string,
  { env, report }: Pick<Host, 'env' | 'report'>,
): Promise<{ checked: boolean; faults: string[] }> {
  let checked = true;
  const faults: string[] = [];
  for (const [program, ...args] of checks(folder)) {
    if (findOnPath(program) === undefined) {
      checked = false;
      report(`${args.at(-1)} is not checked: ${program} is not on the PATH`);
      continue;
    }
    const { code, stdout, stderr } = await ask([program, ...args], { env });
    if (code !== 0) faults.push(`${program} says: ${oneLine(`${stdout} ${stderr}`).trim().slice(-300)}`);
  }
  return { checked, faults };
}

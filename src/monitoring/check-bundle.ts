import { join } from 'node:path';
import { severities } from '../config/channels.ts';
import { findOnPath } from '../toolkit/child.ts';
import type { Host } from '../toolkit/host.ts';
import { oneLine } from '../toolkit/printable.ts';
import { ask } from '../toolkit/program.ts';
import { receiverName } from './alert-routing.ts';
import { bundleFiles } from './bundle.ts';
import type { MonitoringSubject } from './subject.ts';

/** Commands that check the files: rules, the configuration of Alertmanager, and which receiver it has for which severity. */
function checks(folder: string, subject: MonitoringSubject): [string, ...string[]][] {
  const alertmanager = join(folder, bundleFiles.alertmanager);
  const own = [`app=${subject.app}`, `environment=${subject.environment}`];
  const route = (receiver: string, ...labels: string[]): [string, ...string[]] => [
    ...(['amtool', 'config', 'routes', 'test', `--config.file=${alertmanager}`] as const),
    ...[`--verify.receivers=${receiver}`, ...own, ...labels],
  ];
  return [
    ['promtool', 'check', 'rules', join(folder, bundleFiles.rules)],
    ['amtool', 'check-config', alertmanager],
    ...severities.map(severity => route(receiverName(subject, severity), `severity=${severity}`)),
    route(receiverName(subject, 'warning')),
  ];
}

/**
 * Checks the files of a bundle with the programs of Prometheus and Alertmanager, where they are installed.
 * @returns what they found wrong, a sentence each, and whether all of them ran.
 */
export async function checkBundle(
  folder: string,
  subject: MonitoringSubject,
  { env, report }: Pick<Host, 'env' | 'report'>,
): Promise<{ checked: boolean; faults: string[] }> {
  const faults: string[] = [];
  const missing = new Set<string>();
  for (const [program, ...args] of checks(folder, subject)) {
    if (findOnPath(program) === undefined) {
      missing.add(program);
      continue;
    }
    const { code, stdout, stderr } = await ask([program, ...args], { env });
    if (code !== 0) faults.push(`${program} says: ${oneLine(`${stdout} ${stderr}`).trim().slice(-300)}`);
  }
  const files = { promtool: bundleFiles.rules, amtool: bundleFiles.alertmanager };
  for (const [program, file] of Object.entries(files))
    if (missing.has(program)) report(`${join(folder, file)} is not checked: ${program} is not on the PATH`);
  return { checked: missing.size === 0, faults };
}

import { join } from 'node:path';
import { severities } from '../config/channels.ts';
import type { AlertSeverity } from '../config/receivers.ts';
import { findOnPath } from '../toolkit/child.ts';
import type { Host } from '../toolkit/host.ts';
import { oneLine } from '../toolkit/printable.ts';
import { runForOutput } from '../toolkit/program.ts';
import { receiverName } from './alert-routing.ts';
import { bundleFiles } from './bundle.ts';
import type { MonitoringSubject } from './subject.ts';

/** Commands that check the files: rules, scrape jobs, the configuration of Alertmanager, and which receiver it has for which severity. */
function checks(folder: string, subject: MonitoringSubject): [string, ...string[]][] {
  const alertmanager = join(folder, bundleFiles.alertmanager);
  const own = [`app=${subject.app}`, `environment=${subject.environment}`];
  const route = (severity: AlertSeverity, ...labels: string[]): [string, ...string[]] => [
    ...(['amtool', 'config', 'routes', 'test', `--config.file=${alertmanager}`] as const),
    ...[`--verify.receivers=${receiverName(subject, severity)}`, ...own, ...labels],
  ];
  return [
    ['promtool', 'check', 'rules', join(folder, bundleFiles.rules)],
    // A file of scrape jobs is a whole configuration, too.
    ['promtool', 'check', 'config', join(folder, bundleFiles.scrape)],
    ['amtool', 'check-config', alertmanager],
    ...severities.map(severity => route(severity, `severity=${severity}`)),
    route('warning'),
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
  const { rules, scrape, alertmanager } = bundleFiles;
  const missing = Object.entries({ promtool: [rules, scrape], amtool: [alertmanager] }).filter(
    ([program]) => findOnPath(program) === undefined,
  );
  for (const [program, files] of missing)
    for (const file of files) report(`${join(folder, file)} is not checked: ${program} is not on the PATH`);
  const faults: string[] = [];
  for (const [program, ...args] of checks(folder, subject)) {
    if (missing.some(([each]) => each === program)) continue;
    const { code, stdout, stderr } = await runForOutput([program, ...args], { env });
    if (code !== 0) faults.push(`${program} says: ${oneLine(`${stdout} ${stderr}`).trim().slice(-300)}`);
  }
  return { checked: missing.length === 0, faults };
}

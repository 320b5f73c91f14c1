import { runProgram } from '../toolkit/program.ts';

/** Returns the scanners to run. Misconfiguration checks all configuration files in the image, which takes 2 to 7 s more. Pure. */
export const scannersOf = ({ misconfiguration }: { readonly misconfiguration: boolean }): string =>
  misconfiguration ? 'vuln,secret,misconfig' : 'vuln,secret';

/** Returns the arguments that scan an image: for all findings, independent of the gate, and without network access. Pure. */
export function scanArguments(layout: string, cache: string, output: string, scanners: string): string[] {
  return [
    'image',
    ...['--input', layout, '--cache-dir', cache, '--format', 'json', '--output', output],
    ...['--scanners', scanners],
    ...['--skip-db-update', '--skip-java-db-update', '--skip-check-update', '--offline-scan'],
    // The deadline is that of the job.
    ...['--skip-version-check', '--disable-telemetry', '--no-progress', '--timeout', '6h'],
  ];
}

export const reportFormats = {
  sarif: 'sarif',
  'cdx.json': 'cyclonedx',
  'spdx.json': 'spdx-json',
  txt: 'table',
} as const;

/** Returns the arguments that convert the JSON report to another format. Pure. */
export function convertArguments(format: string, json: string, output: string, scanners: string): string[] {
  return ['convert', '--scanners', scanners, '--format', format, '--output', output, json];
}

export interface Trivy {
  /** Path of the executable. */
  readonly program: string;
  /**
   * An empty folder, the scanner's home and current folder, so that no credential of the job and no trivy.yaml or .trivyignore of the
   * repository has an effect.
   */
  readonly home: string;
  readonly signal: AbortSignal;
}

/** Returns the environment for the scanner, without tokens and registry logins. */
export function scannerEnvironment(home: string): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH ?? '', HOME: home, TMPDIR: home };
}

export type Ran = { good: true } | { good: false; fault: string };

/** Runs trivy; it is stopped when the run ends or is cancelled. */
export async function runTrivy(trivy: Trivy, args: string[]): Promise<Ran> {
  const { program, home, signal } = trivy;
  const last: string[] = [];
  const code = await runProgram([program, ...args], {
    cwd: home,
    env: scannerEnvironment(home),
    signal,
    print: line => {
      last.push(line);
      if (last.length > kept) last.shift();
    },
  });
  if (signal.aborted) return { good: false, fault: 'cancelled' };
  return code === 0 ? { good: true } : { good: false, fault: faultIn(last.join('\n')) };
}

/** The number of log lines that are kept; the last ones contain the error. */
const kept = 100;

/** Returns the last part of trivy's chain of errors, which names the cause; the parts before name places in its code. */
export function faultIn(said: string): string {
  const lines = said.split('\n').map(line => line.trim());
  const fatal = lines.findLastIndex(line => /\tFATAL\t/.test(line));
  if (fatal < 0) return lines.findLast(line => line !== '') ?? 'it printed nothing';
  const chain = (lines[fatal] ?? '').replace(/^.*?\tFATAL\t(Fatal error\t)?/, '');
  const listed = lines[fatal + 1]?.startsWith('* ') === true ? (lines[fatal + 1] ?? '').slice(2) : undefined;
  return listed ?? chain.split(': ').slice(-2).join(': ');
}

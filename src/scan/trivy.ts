import { runProgram } from '../toolkit/program.ts';

const usual = 'vuln,secret';

/** What trivy looks for. Misconfiguration judges whatever configuration lies in the image, and costs 2 to 7 s more. Pure. */
export const scannersOf = ({ misconfiguration }: { readonly misconfiguration: boolean }): string =>
  misconfiguration ? `${usual},misconfig` : usual;

/** Arguments of the one scan of an image: everything that is found, whatever the gate asks for, and never over the network. Pure. */
export function scanArguments(
  layout: string,
  cache: string,
  output: string,
  scanners: string = usual,
): string[] {
  return [
    'image',
    ...['--input', layout, '--cache-dir', cache, '--format', 'json', '--output', output],
    ...['--scanners', scanners],
    ...['--skip-db-update', '--skip-java-db-update', '--skip-check-update', '--offline-scan'],
    // Our own deadline is that of the job.
    ...['--skip-version-check', '--disable-telemetry', '--no-progress', '--timeout', '6h'],
  ];
}

export const reportFormats = {
  sarif: 'sarif',
  'cdx.json': 'cyclonedx',
  'spdx.json': 'spdx-json',
  txt: 'table',
} as const;

/** Arguments that make another report from the JSON one. Pure. */
export function convertArguments(
  format: string,
  json: string,
  output: string,
  scanners: string = usual,
): string[] {
  return ['convert', '--scanners', scanners, '--format', format, '--output', output, json];
}

export interface Trivy {
  /** Path of the program. */
  readonly program: string;
  /**
   * An empty folder that is the scanner's home and current folder: no credential of the job, and no trivy.yaml or .trivyignore
   * of the repository, changes what it does.
   */
  readonly home: string;
  readonly signal: AbortSignal;
}

/** What a scanner may know of our environment; tokens and registry logins are not among it. */
export function scannerEnvironment(home: string): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH ?? '', HOME: home, TMPDIR: home };
}

export type Ran = { good: true } | { good: false; fault: string };

/** Runs trivy; it ends with us, and when the run is cancelled. */
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

/** Lines of its log, in the last of which it says what is wrong. */
const kept = 100;

/** The last part of trivy's chain of errors, which says what is wrong; the parts before say where in its code. */
export function faultIn(said: string): string {
  const lines = said.split('\n').map(line => line.trim());
  const fatal = lines.findLastIndex(line => /\tFATAL\t/.test(line));
  if (fatal < 0) return lines.findLast(line => line !== '') ?? 'it said nothing';
  const chain = (lines[fatal] ?? '').replace(/^.*?\tFATAL\t(Fatal error\t)?/, '');
  const listed = lines[fatal + 1]?.startsWith('* ') === true ? (lines[fatal + 1] ?? '').slice(2) : undefined;
  return listed ?? chain.split(': ').slice(-2).join(': ');
}

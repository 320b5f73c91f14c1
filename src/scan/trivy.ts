import { UserError } from '../toolkit/errors.ts';
import { runProgram } from '../toolkit/program.ts';

/** The trivy that reports are made for. 0.69.4 to 0.69.6 were published by an attacker; nothing older than `oldest` is run. */
export const pinned = '0.74.0';
const oldest = [0, 70] as const;

interface Archive {
  readonly name: string;
  readonly sha256: string;
}

/** Release archives by platform; each checksum was read alike in several independent public sources. */
export const archives: Readonly<Record<string, Archive>> = {
  'linux-x64': {
    name: `trivy_${pinned}_Linux-64bit.tar.gz`,
    sha256: '2ae6fe3ee734b7fdf11335663e18c75ea12dccc76062f09f164a3b0f8be4371a',
  },
  'linux-arm64': {
    name: `trivy_${pinned}_Linux-ARM64.tar.gz`,
    sha256: 'b94ce1976bbf3c15b514b605ee88be7c6d94a29be2302847ff01cb794d47aad5',
  },
};

export type Choice = { use: 'found'; warning?: string } | { use: 'download'; note?: string };

/**
 * Which trivy to run: the one on the PATH when its release line is the pinned one, else the pinned release; where there is no
 * archive of that, another one that is not too old. Pure.
 * @param found version of the trivy on the PATH, if there is one.
 * @throws UserError when there is none to run.
 */
export function chooseTrivy(found: string | undefined, platform: string): Choice {
  const [major, minor] = parts(found);
  const [pinnedMajor, pinnedMinor] = parts(pinned);
  if (major === pinnedMajor && minor === pinnedMinor) return { use: 'found' };
  const other = found === undefined ? undefined : `trivy ${found} on the PATH is not ${pinned}`;
  if (Object.hasOwn(archives, platform)) {
    return other === undefined ? { use: 'download' } : { use: 'download', note: `${other} and is not used` };
  }
  const remedy = `install trivy ${pinned} and put it on the PATH`;
  if (other === undefined)
    throw new UserError(`there is no trivy on the PATH, and none to download for ${platform}`, remedy);
  if (
    major === undefined ||
    minor === undefined ||
    major < oldest[0] ||
    (major === oldest[0] && minor < oldest[1])
  ) {
    throw new UserError(`${other}, and versions before ${oldest.join('.')} are not run`, remedy);
  }
  return { use: 'found', warning: `${other}: its findings may differ` };
}

/** The version in what `trivy --version` prints; undefined when there is none. */
export function versionIn(text: string): string | undefined {
  return /^Version: v?(\d+\.\d+\.\d+\S*)/m.exec(text)?.[1];
}

function parts(version: string | undefined): (number | undefined)[] {
  return version === undefined ? [] : version.split('.').slice(0, 2).map(Number);
}

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

/** Arguments that download a database. Pure. */
export function downloadArguments(repository: string, cache: string): string[] {
  return [
    'image',
    '--download-db-only',
    ...['--db-repository', repository, '--cache-dir', cache],
    ...['--skip-version-check', '--disable-telemetry', '--no-progress', '--timeout', '15m'],
  ];
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
export function scannerEnvironment(home: string, more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH ?? '', HOME: home, TMPDIR: home, ...more };
}

export type Ran = { good: true } | { good: false; fault: string };

/** Runs trivy; it ends with us, and when the run is cancelled. */
export async function runTrivy(trivy: Trivy, args: string[], more: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const { program, home, signal } = trivy;
  const last: string[] = [];
  const code = await runProgram([program, ...args], {
    cwd: home,
    env: scannerEnvironment(home, more),
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

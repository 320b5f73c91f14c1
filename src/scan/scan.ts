import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { daysOf } from '../config/expiry.ts';
import type { Config } from '../config/types.ts';
import type { RegistryClient } from '../registry/client.ts';
import type { Layout } from '../registry/layout.ts';
import { shortDigests } from '../toolkit/digest.ts';
import { formatTime, maxClockSkew } from '../toolkit/duration.ts';
import { cancelled, innermostCause, UserError } from '../toolkit/errors.ts';
import { withFolder } from '../toolkit/folder.ts';
import { eachOf, mapOf, serialQueue } from '../toolkit/parallel.ts';
import { demandsPinned } from '../toolkit/tools/demand.ts';
import { cacheFolder, findTool } from '../toolkit/tools/find.ts';
import { pins } from '../toolkit/tools/pin.ts';
import { coverageNotes } from './coverage.ts';
import { borrowDatabase, freshDatabase, openDatabase, type VulnerabilityDatabase } from './database.ts';
import { countsOf, findingsOf, type ScanFinding, type SeverityCounts } from './findings.ts';
import { gate, type ScanVerdict, sameKey } from './judge.ts';
import { viewOf } from './layout.ts';
import { mergeReports, normaliseSarif, parseReport, publishable, type TrivyReport } from './report.ts';
import { ageOf } from './summary.ts';
import {
  convertArguments,
  reportFormats,
  runTrivy,
  scanArguments,
  scannerEnvironment,
  scannersOf,
  type Trivy,
} from './trivy.ts';
import type { VexFileStatement } from './vex.ts';

export interface ScanTarget {
  /** Name of the image in slipway.yml. */
  readonly name: string;
  readonly repository: string;
  /** Returns the image as a layout; downloads it into `folder` when it is not on this machine. */
  layout(folder: string): Promise<Layout>;
  /** Returns the deployed image as a layout; undefined when it is not known. */
  deployed?(folder: string): Promise<Layout>;
}

export interface ScanOptions {
  readonly app: string;
  readonly targets: readonly ScanTarget[];
  readonly policy: Config['scan'];
  /** Names of all images in slipway.yml. */
  readonly images: readonly string[];
  readonly vex: readonly VexFileStatement[];
  readonly now: Date;
  /** The client that downloads the database. */
  readonly registry: RegistryClient;
  /** The folder of a database to use unchanged; undefined: the current one is downloaded. */
  readonly database: string | undefined;
  /** The folder for the reports. */
  readonly reports: string;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  /** Called with each layout while it exists, and the name of its image. */
  look?(name: string, layout: Layout): Promise<void>;
  report(line: string): void;
}

export interface ScannedImage {
  readonly name: string;
  readonly reference: string;
  readonly platforms: readonly string[];
  /** Compressed bytes by platform. */
  readonly bytes: Readonly<Record<string, number>>;
  /** The parts that were not covered, one sentence each. */
  readonly uncovered: readonly string[];
}

export interface ScanResult extends ScanVerdict {
  readonly images: readonly ScannedImage[];
  readonly findings: readonly ScanFinding[];
  readonly counts: SeverityCounts;
  readonly database: VulnerabilityDatabase;
  readonly reports: string;
}

/** Concurrency: images, and reports of one image. */
const atOnce = 2;

/**
 * Scans images, writes their reports, and judges the findings.
 * @throws UserError when an image, the scanner or its database is not available; then there is no verdict.
 */
export function scan(options: ScanOptions): Promise<ScanResult> {
  const { app, env, signal, report } = options;
  return withFolder(env, 'scan', async work => {
    const home = join(work, 'home');
    await mkdir(home);
    const given = options.database === undefined ? undefined : await openDatabase(options.database);
    const trivy: Trivy = { program: await findTrivy(options, home, join(work, 'trivy')), home, signal };
    const database =
      given ??
      (await freshDatabase(options.registry, {
        mirrors: options.policy.mirrors,
        cache: cacheFolder(env),
        trustsCache: !demandsPinned(env),
        longest: daysOf(options.policy['max-database-age']),
        folder: join(work, 'database'),
        signal,
        report,
      }));
    requireFresh(database, options.policy['max-database-age'], options.now);
    await borrowDatabase(database, join(work, 'cache'));
    const scanners = scannersOf(options.policy);
    const reports = resolve(options.reports);
    await mkdir(reports, { recursive: true }).catch((error: unknown) => {
      throw new UserError(
        `the folder ${reports} for reports cannot be created: ${innermostCause(error)}`,
        'correct the input `output`',
        { cause: error },
      );
    });

    const turn = serialQueue();
    const scanned = await mapOf(options.targets, atOnce, async target => {
      const layout = await target.layout(join(work, 'layouts', target.name));
      const place = { app, target, layout, trivy, scanners, database, work, reports, turn };
      const found = await together(scanImage(place), options.look?.(target.name, layout));
      const platforms = found.image.platforms.join(', ');
      report(`scanned ${target.name} (${platforms}): ${found.findings.length} findings`);
      return found;
    });
    const images = scanned.map(({ image }) => image);
    const findings = scanned.flatMap(each => each.findings);
    const known = { now: options.now, vex: options.vex, scanned: scannedIn(options) };
    const strict = gate(findings, options.policy, { ...known, deployed: new Map() });
    const deployed = await deployedFindings(options, strict, { trivy, scanners, work, turn });
    const verdict = gate(findings, options.policy, { ...known, deployed });
    for (const { name } of images) {
      const tolerated = verdict.tolerated.filter(({ finding }) => finding.image === name);
      await writeFile(join(reports, `${name}.tolerated.json`), `${JSON.stringify(tolerated, null, 2)}\n`);
    }
    return { ...verdict, images, findings, counts: countsOf(findings), database, reports };
  });
}

/** Waits for both before it throws an error of either: afterward the folder that they use is removed. */
async function together<Result>(one: Promise<Result>, other: Promise<void> | undefined): Promise<Result> {
  const [result, beside] = await Promise.allSettled([one, other]);
  for (const each of [result, beside]) if (each.status === 'rejected') throw each.reason;
  return one;
}

/** Finds trivy. It is asked for its version in an empty environment, because the one on the path is not trusted. */
async function findTrivy(options: ScanOptions, home: string, folder: string): Promise<string> {
  const { env, signal, report } = options;
  const asking = { env: scannerEnvironment(home), cwd: home };
  const [program] = await findTool(pins.trivy, { asking, folder, env, signal, report });
  return program;
}

/** Whether one image of slipway.yml was scanned, or all of them when none is named. */
const scannedIn =
  ({ images, targets }: ScanOptions) =>
  (image: string | undefined) =>
    (image === undefined ? images : [image]).every(each => targets.some(({ name }) => name === each));

/** Scans the deployed images for known findings, but only where these can change the verdict. */
async function deployedFindings(
  { targets, policy, report }: ScanOptions,
  { failing }: ScanVerdict,
  place: Pick<Workplace, 'trivy' | 'scanners' | 'work' | 'turn'>,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const known = new Map<string, ReadonlySet<string>>();
  if (policy.compare !== 'deployed') return known;
  for (const target of targets) {
    const { name, deployed } = target;
    if (!failing.some(each => each.image === name && each.kind !== 'secret')) continue;
    if (deployed === undefined) {
      report(`${name}: its deployed image is not known, so all its findings count as new`);
      continue;
    }
    const layout = await deployed(join(place.work, 'deployed', name));
    const found = findingsOf(name, await scanPlatforms({ ...place, target, layout }));
    known.set(name, new Set(found.filter(each => each.kind !== 'secret').map(sameKey)));
    report(
      `scanned the deployed image of ${name} (${shortDigests(layout.digest)}): ${found.length} findings`,
    );
  }
  return known;
}

interface Workplace {
  app: string;
  target: ScanTarget;
  layout: Layout;
  trivy: Trivy;
  /** The scanners that trivy runs. */
  scanners: string;
  database: VulnerabilityDatabase;
  work: string;
  reports: string;
  /** Serializes the runs of trivy, because its cache, which reads a shared base image only once, does not allow concurrent ones. */
  turn: ReturnType<typeof serialQueue>;
}

async function scanImage(place: Workplace): Promise<{ image: ScannedImage; findings: ScanFinding[] }> {
  const { target, layout, reports } = place;
  const { name } = target;
  const scanned = await scanPlatforms(place);
  if (scanned.length > 1) {
    for (const { platform, report } of scanned) {
      const file = join(reports, `${name}.${platform.replaceAll('/', '-')}.json`);
      await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
    }
  }
  await writeReports(place, mergeReports(scanned.map(each => each.report)));
  return {
    image: {
      name,
      reference: `${target.repository}@${layout.digest}`,
      platforms: scanned.map(each => each.platform),
      bytes: Object.fromEntries(layout.platforms.map(({ platform, bytes }) => [platform, bytes])),
      uncovered: coverageNotes(scanned, place.database.java),
    },
    findings: findingsOf(name, scanned),
  };
}

type Scanning = Pick<Workplace, 'target' | 'layout' | 'trivy' | 'scanners' | 'work' | 'turn'>;

async function scanPlatforms(place: Scanning): Promise<{ platform: string; report: TrivyReport }[]> {
  const { target, layout } = place;
  const scanned: { platform: string; report: TrivyReport }[] = [];
  for (const image of layout.platforms) {
    const report = publishable(await scanPlatform(place, image), `${target.repository}@${layout.digest}`);
    scanned.push({ platform: image.platform, report });
  }
  return scanned;
}

/** Runs the scanner once for a platform. */
async function scanPlatform(
  { target, layout, trivy, scanners, work, turn }: Scanning,
  { platform, manifest }: Layout['platforms'][number],
): Promise<TrivyReport> {
  // A nested index may list a platform twice, and the deployed image may be the one that is scanned.
  await mkdir(join(work, 'views'), { recursive: true });
  const view = await mkdtemp(join(work, 'views', `${target.name}-${manifest.digest.replace(':', '-')}-`));
  const output = `${view}.json`;
  await viewOf(layout.folder, manifest, view);
  // A relative path, because trivy parses the text after ":" or "@" in a path as a tag.
  const input = join('..', 'views', basename(view));
  const ran = await turn(() => runTrivy(trivy, scanArguments(input, join(work, 'cache'), output, scanners)));
  requireSuccess(trivy, ran, `${target.name} (${platform}) could not be scanned`);
  return parseReport(await readFile(output, 'utf8'));
}

/** Converts all other reports from the JSON report, so that they cannot differ from it. */
async function writeReports(
  { app, target, trivy, scanners, reports }: Workplace,
  report: TrivyReport,
): Promise<void> {
  const file = (extension: string) => join(reports, `${target.name}.${extension}`);
  await writeFile(file('json'), `${JSON.stringify(report, null, 2)}\n`);
  await eachOf(Object.entries(reportFormats), atOnce, async ([extension, format]) => {
    const ran = await runTrivy(trivy, convertArguments(format, file('json'), file(extension), scanners));
    requireSuccess(trivy, ran, `the ${format} report of ${target.name} could not be written`);
  });
  await writeFile(file('sarif'), normaliseSarif(await readFile(file('sarif'), 'utf8'), app, target.name));
}

/** Refuses an old database, which lacks the vulnerabilities that were published since, and one that would never become old. */
function requireFresh({ updated }: VulnerabilityDatabase, most: string, now: Date): void {
  const age = now.getTime() - updated.getTime();
  if (age < -maxClockSkew)
    throw new UserError(
      `the vulnerability database is dated ${formatTime(updated.getTime())}, which is in the future`,
      'correct the clock of this machine, or leave out the input `trivy-database` to download the current one',
    );
  if (age <= daysOf(most)) return;
  throw new UserError(
    `the vulnerability database is ${ageOf(updated, now)} old, but \`scan.max-database-age\` allows only ${most}`,
    'name a newer one in the input `trivy-database`, or leave the input out to download the current one',
  );
}

function requireSuccess({ signal }: Trivy, ran: Awaited<ReturnType<typeof runTrivy>>, problem: string): void {
  if (signal.aborted) throw cancelled();
  if (ran.good) return;
  const remedy = /\bdb\b|database/i.test(ran.fault)
    ? 'name a complete trivy database in the input `trivy-database`'
    : 'check whether the image is complete and the disk has free space';
  throw new UserError(`${problem}: ${ran.fault}`, remedy);
}

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { daysOf } from '../config/expiry.ts';
import type { Config } from '../config/types.ts';
import type { RegistryClient } from '../registry/client.ts';
import { findOnPath } from '../toolkit/child.ts';
import { cancelled, UserError } from '../toolkit/errors.ts';
import { eachOf, mapOf, singleFile } from '../toolkit/parallel.ts';
import { demandsPinned } from '../toolkit/tools/demand.ts';
import { cacheFolder } from '../toolkit/tools/download.ts';
import { findTool } from '../toolkit/tools/find.ts';
import { pins } from '../toolkit/tools/pin.ts';
import { coverageNotes } from './coverage.ts';
import { borrowDatabase, type Database, freshDatabase, openDatabase } from './database.ts';
import { type Counts, countsOf, type Finding, findingsOf } from './findings.ts';
import { gate, type Verdict } from './gate.ts';
import { sameKey } from './judge.ts';
import { type Layout, type PlatformImage, viewOf } from './layout.ts';
import { mergeReports, parseReport, publishable, type TrivyReport } from './report.ts';
import { normaliseSarif } from './sarif.ts';
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
import type { Statement } from './vex.ts';

export interface ScanTarget {
  /** Name of the image in slipway.yml. */
  readonly name: string;
  readonly repository: string;
  /** The image as a layout; fetches it into `folder` when it is not on this machine. */
  layout(folder: string): Promise<Layout>;
  /** The same of the image that is deployed, where that is known. */
  deployed?(folder: string): Promise<Layout>;
}

export interface ScanOptions {
  readonly targets: readonly ScanTarget[];
  readonly policy: Config['scan'];
  /** Names of all images in slipway.yml. */
  readonly images: readonly string[];
  readonly vex: readonly Statement[];
  readonly now: Date;
  /** What the database is downloaded by. */
  readonly registry: RegistryClient;
  /** A database to use as it is; undefined: that of today is downloaded. */
  readonly database: string | undefined;
  /** The folder for the reports. */
  readonly reports: string;
  /** Where trivy itself is downloaded from, instead of where it is published. */
  readonly toolMirrors: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  /** Sees each layout while it is there, with the name of its image. */
  look?(name: string, layout: Layout): Promise<void>;
  report(line: string): void;
}

export interface ScannedImage {
  readonly name: string;
  readonly reference: string;
  readonly platforms: readonly string[];
  /** What was not looked at, a sentence each. */
  readonly uncovered: readonly string[];
}

export interface ScanResult extends Verdict {
  readonly images: readonly ScannedImage[];
  readonly findings: readonly Finding[];
  readonly counts: Counts;
  readonly database: Database;
  readonly reports: string;
}

/** Images, and reports of one, that are worked on at the same time. */
const atOnce = 2;

/**
 * Scans images, writes their reports, and judges what was found.
 * @throws UserError when an image, the scanner or its database cannot be had; then there is no verdict.
 */
export async function scan(options: ScanOptions): Promise<ScanResult> {
  const { env, signal, report } = options;
  const work = await mkdtemp(join(env.RUNNER_TEMP || tmpdir(), 'slipway-scan-'));
  try {
    const home = join(work, 'home');
    await mkdir(home);
    const given = options.database === undefined ? undefined : await openDatabase(options.database);
    const trivy: Trivy = { program: await findTrivy(options, home, join(work, 'trivy')), home, signal };
    const database =
      given ??
      (await freshDatabase(options.registry, {
        mirrors: options.policy.mirrors,
        cache: cacheFolder(env, 'trivy'),
        trustsCache: !demandsPinned(env),
        folder: join(work, 'database'),
        signal,
        report,
      }));
    mustBeYoung(database, options.policy['database-age'], options.now);
    await borrowDatabase(database, join(work, 'cache'));
    const scanners = scannersOf(options.policy);
    const reports = resolve(options.reports);
    await mkdir(reports, { recursive: true }).catch((error: unknown) => {
      throw new UserError(`the folder ${reports} for reports cannot be made`, 'correct the `reports` input', {
        cause: error,
      });
    });

    const turn = singleFile();
    const scanned = await mapOf(options.targets, atOnce, async target => {
      const layout = await target.layout(join(work, 'layouts', target.name));
      const place = { target, layout, trivy, scanners, database, work, reports, turn };
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
    return {
      ...gate(findings, options.policy, { ...known, deployed }),
      images,
      findings,
      counts: countsOf(findings),
      database,
      reports,
    };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Both come to their end before either's fault is told: what they work on is removed then. */
async function together<Result>(one: Promise<Result>, other: Promise<void> | undefined): Promise<Result> {
  const [result, beside] = await Promise.allSettled([one, other]);
  for (const each of [result, beside]) if (each.status === 'rejected') throw each.reason;
  return one;
}

/** Asked for its version in an empty environment: it may be anybody's. */
async function findTrivy(options: ScanOptions, home: string, folder: string): Promise<string> {
  const { toolMirrors: mirrors, env, signal, report } = options;
  const onPath = findOnPath('trivy');
  const found = onPath === undefined ? undefined : ([onPath] as const);
  const asking = { env: scannerEnvironment(home), cwd: home };
  const [program] = await findTool(pins.trivy, { found, asking, folder, mirrors, env, signal, report });
  return program;
}

/** What was scanned: one image of slipway.yml, or all of them when none is named. */
const scannedIn =
  ({ images, targets }: ScanOptions) =>
  (image: string | undefined) =>
    (image === undefined ? images : [image]).every(each => targets.some(({ name }) => name === each));

/** What the deployed images have; they are only looked at when it can change the verdict. */
async function deployedFindings(
  { targets, policy, report }: ScanOptions,
  { failing }: Verdict,
  place: Pick<Workplace, 'trivy' | 'scanners' | 'work' | 'turn'>,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const known = new Map<string, ReadonlySet<string>>();
  if (policy.compare !== 'deployed') return known;
  for (const target of targets) {
    const { name, deployed } = target;
    if (!failing.some(each => each.image === name && each.kind !== 'secret')) continue;
    if (deployed === undefined) {
      report(`${name}: no deployed image is named, so everything in it counts as new`);
      continue;
    }
    const layout = await deployed(join(place.work, 'deployed', name));
    const found = findingsOf(name, await scanPlatforms({ ...place, target, layout }));
    known.set(name, new Set(found.filter(each => each.kind !== 'secret').map(sameKey)));
    report(`scanned ${name} as it is deployed (${layout.digest}): ${found.length} findings`);
  }
  return known;
}

interface Workplace {
  target: ScanTarget;
  layout: Layout;
  trivy: Trivy;
  /** What trivy looks for. */
  scanners: string;
  database: Database;
  work: string;
  reports: string;
  /** Trivy's cache, from which images of one base are read once, takes one of them at a time. */
  turn: ReturnType<typeof singleFile>;
}

async function scanImage(place: Workplace): Promise<{ image: ScannedImage; findings: Finding[] }> {
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

/** The one run of the scanner for a platform. */
async function scanPlatform(
  { target, layout, trivy, scanners, work, turn }: Scanning,
  image: PlatformImage,
): Promise<TrivyReport> {
  // An index within an index may hold a platform twice, and what is deployed may be the very image that is scanned.
  await mkdir(join(work, 'views'), { recursive: true });
  const view = await mkdtemp(
    join(work, 'views', `${target.name}-${image.manifest.digest.replace(':', '-')}-`),
  );
  const output = `${view}.json`;
  await viewOf(layout, image, view);
  // Relative, because trivy takes what follows ":" or "@" in a path for a tag.
  const input = join('..', 'views', basename(view));
  const ran = await turn(() => runTrivy(trivy, scanArguments(input, join(work, 'cache'), output, scanners)));
  mustBeGood(trivy, ran, `${target.name} (${image.platform}) could not be scanned`);
  return parseReport(await readFile(output, 'utf8'));
}

/** All other reports are made from the one, so that none can tell another story. */
async function writeReports(
  { target, trivy, scanners, reports }: Workplace,
  report: TrivyReport,
): Promise<void> {
  const file = (extension: string) => join(reports, `${target.name}.${extension}`);
  await writeFile(file('json'), `${JSON.stringify(report, null, 2)}\n`);
  await eachOf(Object.entries(reportFormats), atOnce, async ([extension, format]) => {
    const ran = await runTrivy(trivy, convertArguments(format, file('json'), file(extension), scanners));
    mustBeGood(trivy, ran, `the ${format} report of ${target.name} could not be made`);
  });
  await writeFile(file('sarif'), normaliseSarif(await readFile(file('sarif'), 'utf8'), target.name));
}

/** Of what became known after it was made, an old database knows nothing. */
function mustBeYoung({ updated }: Database, most: string, now: Date): void {
  if (now.getTime() - updated.getTime() <= daysOf(most)) return;
  throw new UserError(
    `the database of vulnerabilities is ${ageOf(updated, now)} old, and \`scan.database-age\` allows ${most}`,
    'name a newer one with the `database` input, or leave that out so that the one of today is downloaded',
  );
}

function mustBeGood({ signal }: Trivy, ran: Awaited<ReturnType<typeof runTrivy>>, problem: string): void {
  if (signal.aborted) throw cancelled();
  if (ran.good) return;
  const remedy = /\bdb\b|database/i.test(ran.fault)
    ? 'name a whole database of trivy with the `database` input'
    : 'see whether the image is whole and the disk has room';
  throw new UserError(`${problem}: ${ran.fault}`, remedy);
}

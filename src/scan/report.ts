import { UserError } from '../toolkit/errors.ts';
import { defined } from '../toolkit/map.ts';

/** The fields of trivy's JSON report (schema 2) that are read here; all others are kept unchanged. */
export interface TrivyReport {
  SchemaVersion: number;
  ArtifactName: string;
  Metadata?: {
    OS?: { Family?: string; Name?: string; EOSL?: boolean };
    RepoDigests?: string[];
    RepoTags?: string[];
    ImageConfig?: Record<string, unknown>;
  };
  Results?: TrivyResult[];
}

export interface TrivyResult {
  Target: string;
  Class?: string;
  Type?: string;
  Packages?: Record<string, unknown>[];
  Vulnerabilities?: TrivyVulnerability[];
  Secrets?: TrivySecret[];
  Misconfigurations?: TrivyMisconfiguration[];
}

export interface TrivyVulnerability {
  VulnerabilityID: string;
  PkgName: string;
  PkgPath?: string;
  InstalledVersion: string;
  FixedVersion?: string;
  Severity: string;
  Title?: string;
  PkgIdentifier?: { PURL?: string };
  /** Names of the same vulnerability by others, such as GHSA-…; of distributions, names of advisories about several. */
  VendorIDs?: string[];
  PublishedDate?: string;
}

export interface TrivySecret {
  RuleID: string;
  Title: string;
  Severity: string;
  StartLine: number;
  Match?: string;
  Code?: unknown;
}

export interface TrivyMisconfiguration {
  ID: string;
  Title: string;
  Message?: string;
  Resolution?: string;
  Severity: string;
  /** `FAIL` for a problem. */
  Status?: string;
  CauseMetadata?: { StartLine?: number; Code?: unknown };
}

/**
 * Parses trivy's JSON report.
 * @throws UserError when it has another schema.
 */
export function parseReport(text: string): TrivyReport {
  const report = JSON.parse(text) as TrivyReport | null;
  if (report?.SchemaVersion !== 2)
    throw new UserError('trivy wrote a report with an unknown schema', 'use trivy 0.74');
  return report;
}

/**
 * Returns the report for publication: named after the image instead of our folder, and without quotes from the image. trivy masks
 * a secret, but prints the lines around it, and the commands and variables of the image with their values. Pure.
 */
export function publishable(report: TrivyReport, reference: string): TrivyReport {
  const { ImageConfig, RepoTags: _tags, ...metadata } = report.Metadata ?? {};
  const { config: _config, history: _history, ...image } = ImageConfig ?? {};
  return {
    ...report,
    ArtifactName: reference,
    Metadata: { ...metadata, ImageConfig: image, RepoDigests: [reference] },
    Results: (report.Results ?? []).map(result => publishableResult(result, report.ArtifactName, reference)),
  };
}

function publishableResult(result: TrivyResult, from: string, to: string): TrivyResult {
  const target = result.Target.startsWith(`${from} (`)
    ? `${to}${result.Target.slice(from.length)}`
    : result.Target;
  const { Secrets: secrets, Misconfigurations: wrong, ...rest } = result;
  return {
    ...withoutCommands(rest),
    Target: target,
    ...defined({
      Secrets: secrets?.map(each => ({ ...withoutCommands(each), Match: '(hidden)', Code: { Lines: null } })),
      Misconfigurations: wrong?.map(each => ({
        ...withoutCommands(each),
        CauseMetadata: { ...each.CauseMetadata, Code: { Lines: null } },
      })),
    }),
  };
}

/** Removes every `CreatedBy`, at any depth. */
function withoutCommands<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (name, each: unknown) => (name === 'CreatedBy' ? undefined : each)),
  ) as T;
}

/**
 * Merges the reports of all platforms; a finding that several have is listed once. Pure.
 * @param reports at least one.
 */
export function mergeReports(reports: readonly TrivyReport[]): TrivyReport {
  const [first, ...rest] = reports;
  if (first === undefined) throw new Error('there is no report to merge');
  if (rest.length === 0) return first;
  const results = new Map<string, TrivyResult>();
  for (const result of reports.flatMap(each => each.Results ?? [])) {
    const key = [result.Class, result.Type, result.Target].join('\n');
    const known = results.get(key);
    results.set(key, known === undefined ? result : mergeResults(known, result));
  }
  return { ...first, Results: [...results.values()] };
}

function mergeResults(a: TrivyResult, b: TrivyResult): TrivyResult {
  const packageKey = (each: Record<string, unknown>) =>
    JSON.stringify([each.ID, each.Name, each.Version, each.FilePath]);
  return {
    ...a,
    ...defined({
      Packages: united(a.Packages, b.Packages, packageKey),
      Vulnerabilities: united(a.Vulnerabilities, b.Vulnerabilities, vulnerabilityKey),
      Secrets: united(a.Secrets, b.Secrets, secretKey),
      Misconfigurations: united(a.Misconfigurations, b.Misconfigurations, misconfigurationKey),
    }),
  };
}

export const vulnerabilityKey = (each: TrivyVulnerability) =>
  [each.VulnerabilityID, each.PkgName, each.InstalledVersion, each.PkgPath ?? ''].join('\n');
export const misconfigurationKey = (each: TrivyMisconfiguration) =>
  [each.ID, each.CauseMetadata?.StartLine ?? 0, each.Message ?? ''].join('\n');
export const secretKey = (each: TrivySecret) => [each.RuleID, each.StartLine].join('\n');

function united<T>(a: T[] | undefined, b: T[] | undefined, key: (each: T) => string): T[] | undefined {
  const known = new Set(a?.map(key));
  return a && b ? [...a, ...b.filter(each => !known.has(key(each)))] : (a ?? b);
}

interface Sarif {
  runs: {
    automationDetails?: { id: string };
    results?: { locations?: { physicalLocation?: { artifactLocation?: { uri?: string } } }[] }[];
  }[];
}

/**
 * Adapts SARIF to GitHub: removes the leading slash that trivy gives to the paths of secrets and validators refuse, and sets a
 * category for each image of an application, because an upload closes the alerts of its category that it lacks. Pure.
 */
export function normaliseSarif(text: string, app: string, image: string): string {
  const sarif = JSON.parse(text) as Sarif;
  for (const run of sarif.runs) {
    run.automationDetails = { id: `slipway-scan/${app}/${image}/` };
    for (const { locations = [] } of run.results ?? []) {
      for (const { physicalLocation } of locations) {
        const artifact = physicalLocation?.artifactLocation;
        if (artifact?.uri !== undefined) artifact.uri = artifact.uri.replace(/^\/+/, '');
      }
    }
  }
  return `${JSON.stringify(sarif, null, 2)}\n`;
}

import { defined, textMap, textsIn } from '../toolkit/map.ts';
import {
  misconfigurationKey,
  secretKey,
  type TrivyMisconfiguration,
  type TrivyReport,
  type TrivyResult,
  type TrivySecret,
  vulnerabilityKey,
} from './report.ts';

/** The worst first. */
export const severities = ['critical', 'high', 'medium', 'low', 'unknown'] as const;
export type Severity = (typeof severities)[number];

export interface ScanFinding {
  readonly kind: 'vulnerability' | 'secret' | 'misconfiguration';
  /** Name of the image in slipway.yml. */
  readonly image: string;
  readonly severity: Severity;
  /** CVE or advisory, or the rule that found a secret or a misconfiguration. */
  readonly id: string;
  readonly title: string;
  /** The package; for a secret or a misconfiguration, the file and line. */
  readonly package: string;
  readonly version: string;
  /** Fixed versions; empty when there is none. */
  readonly fixed: string;
  /** One for each affected platform. */
  readonly occurrences: readonly Occurrence[];
  /** `repository@digest` of the image. */
  readonly reference: string;
  /** Other names of the vulnerability. */
  readonly aliases?: readonly string[];
  /** When the vulnerability was published, in ISO 8601. */
  readonly published?: string;
}

/** A finding on one platform; the purls (purl-spec) of another may differ, such as in `arch`. */
export interface Occurrence {
  readonly platform: string;
  /** Of the package. */
  readonly purl?: string;
  /** Of the program that contains the package, such as the main module of a Go binary. */
  readonly application?: string;
}

export type SeverityCounts = Readonly<Record<Severity, number>>;

/**
 * Collects the findings of an image: each occurrence that trivy lists in a platform, merged over the platforms. Pure.
 */
export function findingsOf(
  image: string,
  reports: readonly { readonly platform: string; readonly report: TrivyReport }[],
): ScanFinding[] {
  const findings = new Map<string, ScanFinding>();
  for (const { platform, report } of reports) {
    // A package in two folders is two findings in trivy's own counts.
    const seen = new Map<string, number>();
    for (const [name, finding, purls] of rows(image, report)) {
      const times = (seen.get(name) ?? 0) + 1;
      seen.set(name, times);
      const key = `${name}\n${times}`;
      const occurrences = [...(findings.get(key)?.occurrences ?? []), { platform, ...purls }];
      findings.set(key, { ...finding, occurrences });
    }
  }
  return [...findings.values()].sort(byWeight);
}

export function countsOf(findings: readonly ScanFinding[]): SeverityCounts {
  const of = (severity: Severity) => findings.filter(each => each.severity === severity).length;
  return Object.fromEntries(severities.map(each => [each, of(each)])) as SeverityCounts;
}

/** Groups findings that differ only in their place, such as a package in many folders. Pure. */
export function distinct(findings: readonly ScanFinding[]): { finding: ScanFinding; places: number }[] {
  const groups = new Map<string, { finding: ScanFinding; places: number }>();
  for (const finding of findings) {
    const key = [finding.image, finding.kind, finding.id, finding.package, finding.version].join('\n');
    const known = groups.get(key);
    groups.set(key, { finding: known?.finding ?? finding, places: (known?.places ?? 0) + 1 });
  }
  return [...groups.values()];
}

type Row = [key: string, Omit<ScanFinding, 'occurrences'>, purls?: Omit<Occurrence, 'platform'>];

function* rows(image: string, report: TrivyReport): Generator<Row> {
  for (const result of report.Results ?? []) {
    const { Class, Type, Target, Vulnerabilities = [], Secrets = [], Misconfigurations = [] } = result;
    // The target of system packages contains our folder, and differs between platforms with different releases.
    const place = Class === 'os-pkgs' ? Type : Target;
    const application = applicationOf(result);
    const common = ({ Severity: severity }: { readonly Severity: string }) => ({
      image,
      severity: severityOf(severity),
      version: '',
      fixed: '',
      reference: report.ArtifactName,
    });
    for (const each of Vulnerabilities) {
      // An advisory of a distribution is about several vulnerabilities, one of GitHub about a single one.
      const aliases = textsIn(each.VendorIDs).filter(name => name.startsWith('GHSA-'));
      const key = ['vulnerability', place, vulnerabilityKey(each)].join('\n');
      yield [
        key,
        {
          ...common(each),
          kind: 'vulnerability',
          id: each.VulnerabilityID,
          title: each.Title ?? '',
          package: each.PkgName,
          version: each.InstalledVersion,
          fixed: each.FixedVersion ?? '',
          ...(aliases.length === 0 ? {} : { aliases }),
          ...defined({ published: each.PublishedDate }),
        },
        defined({ purl: each.PkgIdentifier?.PURL, application }),
      ];
    }
    const inFile = (
      each: TrivySecret | TrivyMisconfiguration,
      { kind, id, line, key }: { kind: 'secret' | 'misconfiguration'; id: string; line: number; key: string },
    ): Row => [
      [kind, place, key].join('\n'),
      { ...common(each), kind, id, title: each.Title, package: `${Target}:${line}` },
    ];
    for (const each of Secrets) {
      const key = secretKey(each);
      yield inFile(each, { kind: 'secret', id: each.RuleID, line: each.StartLine, key });
    }
    for (const each of Misconfigurations) {
      if (each.Status !== undefined && each.Status !== 'FAIL') continue;
      const line = each.CauseMetadata?.StartLine ?? 1;
      yield inFile(each, { kind: 'misconfiguration', id: each.ID, line, key: misconfigurationKey(each) });
    }
  }
}

/** Returns the purl of the only root of the dependencies of a file; everything in the file belongs to it. */
function applicationOf({ Packages = [] }: TrivyResult): string | undefined {
  const [root, ...others] = Packages.filter(({ Relationship }) => Relationship === 'root');
  return others.length > 0 ? undefined : textMap(root?.Identifier).PURL;
}

function severityOf(text: string): Severity {
  return severities.find(each => each === text.toLowerCase()) ?? 'unknown';
}

/** Sorts by severity, then fixable first, then by name, so that the order is the same in every run. */
function byWeight(a: ScanFinding, b: ScanFinding): number {
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    Number(a.fixed === '') - Number(b.fixed === '') ||
    (`${a.package} ${a.id}` < `${b.package} ${b.id}` ? -1 : 1)
  );
}

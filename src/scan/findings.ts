import { misconfigurationKey, secretKey, type TrivyReport, vulnerabilityKey } from './report.ts';

/** Worst first. */
export const severities = ['critical', 'high', 'medium', 'low', 'unknown'] as const;
export type Severity = (typeof severities)[number];

export interface Finding {
  readonly kind: 'vulnerability' | 'secret' | 'misconfiguration';
  /** Name of the image in slipway.yml. */
  readonly image: string;
  readonly severity: Severity;
  /** CVE or advisory, or the rule that found a secret or a misconfiguration. */
  readonly id: string;
  readonly title: string;
  /** The package; of a secret or a misconfiguration, the file with its line. */
  readonly package: string;
  readonly version: string;
  /** Versions that fix it; empty when there is none. */
  readonly fixed: string;
  /** The platforms that have it. */
  readonly platforms: readonly string[];
  /** `repository@digest` of the image. */
  readonly reference: string;
  /** Of the package (purl-spec). */
  readonly purl?: string;
  /** When the vulnerability became known, in ISO 8601. */
  readonly published?: string;
}

export type Counts = Readonly<Record<Severity, number>>;

/**
 * Every finding of an image, as often as trivy lists it in a platform; the same one in several platforms counts once. Pure.
 */
export function findingsOf(
  image: string,
  reports: readonly { readonly platform: string; readonly report: TrivyReport }[],
): Finding[] {
  const findings = new Map<string, Finding>();
  for (const { platform, report } of reports) {
    // A package that lies in two folders is two findings in trivy's own counts.
    const seen = new Map<string, number>();
    for (const [name, finding] of rows(image, report)) {
      const times = (seen.get(name) ?? 0) + 1;
      seen.set(name, times);
      const key = `${name}\n${times}`;
      const platforms = [...(findings.get(key)?.platforms ?? []), platform];
      findings.set(key, { ...finding, platforms });
    }
  }
  return [...findings.values()].sort(byWeight);
}

export function countsOf(findings: readonly Finding[]): Counts {
  const of = (severity: Severity) => findings.filter(each => each.severity === severity).length;
  return {
    critical: of('critical'),
    high: of('high'),
    medium: of('medium'),
    low: of('low'),
    unknown: of('unknown'),
  };
}

/** Those that differ in more than the place: one for a package that lies in many folders. Pure. */
export function distinct(findings: readonly Finding[]): { finding: Finding; places: number }[] {
  const groups = new Map<string, { finding: Finding; places: number }>();
  for (const finding of findings) {
    const key = [finding.image, finding.kind, finding.id, finding.package, finding.version].join('\n');
    const known = groups.get(key);
    groups.set(key, { finding: known?.finding ?? finding, places: (known?.places ?? 0) + 1 });
  }
  return [...groups.values()];
}

function* rows(image: string, report: TrivyReport): Generator<[string, Omit<Finding, 'platforms'>]> {
  for (const result of report.Results ?? []) {
    const { Class, Type, Target, Vulnerabilities = [], Secrets = [], Misconfigurations = [] } = result;
    // The target of system packages names our folder, and differs where platforms differ in their release.
    const place = Class === 'os-pkgs' ? Type : Target;
    for (const each of Vulnerabilities) {
      const key = ['vulnerability', place, vulnerabilityKey(each)].join('\n');
      yield [
        key,
        {
          kind: 'vulnerability',
          image,
          severity: severityOf(each.Severity),
          id: each.VulnerabilityID,
          title: each.Title ?? '',
          package: each.PkgName,
          version: each.InstalledVersion,
          fixed: each.FixedVersion ?? '',
          reference: report.ArtifactName,
          ...(each.PkgIdentifier?.PURL === undefined ? {} : { purl: each.PkgIdentifier.PURL }),
          ...(each.PublishedDate === undefined ? {} : { published: each.PublishedDate }),
        },
      ];
    }
    for (const each of Secrets) {
      yield [
        ['secret', place, secretKey(each)].join('\n'),
        {
          kind: 'secret',
          image,
          severity: severityOf(each.Severity),
          id: each.RuleID,
          title: each.Title,
          package: `${Target}:${each.StartLine}`,
          version: '',
          fixed: '',
          reference: report.ArtifactName,
        },
      ];
    }
    for (const each of Misconfigurations) {
      if (each.Status !== undefined && each.Status !== 'FAIL') continue;
      yield [
        ['misconfiguration', place, misconfigurationKey(each)].join('\n'),
        {
          kind: 'misconfiguration',
          image,
          severity: severityOf(each.Severity),
          id: each.ID,
          title: each.Title,
          package: `${Target}:${each.CauseMetadata?.StartLine ?? 1}`,
          version: '',
          fixed: '',
          reference: report.ArtifactName,
        },
      ];
    }
  }
}

function severityOf(text: string): Severity {
  return severities.find(each => each === text.toLowerCase()) ?? 'unknown';
}

/** Worst first, then what can be fixed, then by name: the same in every run. */
function byWeight(a: Finding, b: Finding): number {
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    Number(a.fixed === '') - Number(b.fixed === '') ||
    (`${a.package} ${a.id}` < `${b.package} ${b.id}` ? -1 : 1)
  );
}

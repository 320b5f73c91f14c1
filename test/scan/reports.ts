import type { ScanContext } from '../../src/scan/judge.ts';
import type { TrivyReport, TrivyResult, TrivySecret, TrivyVulnerability } from '../../src/scan/report.ts';

/** Builders of trivy's JSON, in the format that trivy 0.74 writes. */

export const vulnerability = (over: Partial<TrivyVulnerability> = {}): TrivyVulnerability => ({
  VulnerabilityID: 'CVE-2019-10744',
  PkgName: 'lodash',
  PkgPath: 'app/node_modules/lodash/package.json',
  InstalledVersion: '4.17.4',
  FixedVersion: '4.17.12',
  Severity: 'CRITICAL',
  Title: 'Prototype Pollution in lodash',
  ...over,
});

export const secret = (over: Partial<TrivySecret> = {}): TrivySecret => ({
  RuleID: 'aws-access-key-id',
  Title: 'AWS Access Key ID',
  Severity: 'CRITICAL',
  StartLine: 1,
  Match: 'key = "********************"',
  Code: { Lines: [{ Number: 2, Content: 'password = hunter2', IsCause: false }] },
  ...over,
});

export const trivyReport = (over: Partial<TrivyReport> = {}): TrivyReport => ({
  SchemaVersion: 2,
  ArtifactName: '../views/shop',
  Metadata: { OS: { Family: 'debian', Name: '12.11' } },
  Results: [
    { Target: '../views/shop (debian 12.11)', Class: 'os-pkgs', Type: 'debian', Vulnerabilities: [] },
    { Target: 'Node.js', Class: 'lang-pkgs', Type: 'node-pkg', Vulnerabilities: [vulnerability()] },
  ],
  ...over,
});

/** A Go program as trivy 0.74 reports it: the main module, without a version, is the root. */
export const goProgram = (name: string): TrivyResult => ({
  Target: `usr/bin/${name}`,
  Class: 'lang-pkgs',
  Type: 'gobinary',
  Packages: [
    {
      ID: `example.com/acme/${name}`,
      Name: `example.com/acme/${name}`,
      Identifier: { PURL: `pkg:golang/example.com/acme/${name}`, UID: 'a8ddad2de93d8724' },
      Relationship: 'root',
      DependsOn: ['golang.org/x/text@v0.14.0', 'stdlib@v1.26.8'],
      AnalyzedBy: 'gobinary',
    },
    {
      ID: 'golang.org/x/text@v0.14.0',
      Name: 'golang.org/x/text',
      Identifier: { PURL: 'pkg:golang/golang.org/x/text@v0.14.0', UID: 'aa8e69a755a1a6e4' },
      Version: 'v0.14.0',
      AnalyzedBy: 'gobinary',
    },
  ],
  Vulnerabilities: [
    {
      VulnerabilityID: 'CVE-2099-1',
      VendorIDs: ['GHSA-aaaa-bbbb-cccc', 'DSA-5514-1'],
      PkgName: 'golang.org/x/text',
      PkgIdentifier: { PURL: 'pkg:golang/golang.org/x/text@v0.14.0' },
      InstalledVersion: 'v0.14.0',
      Severity: 'HIGH',
    },
  ],
});

/** The circumstances of a scan without deployed images and VEX documents. */
export const alone = (now: Date): ScanContext => ({
  now,
  vex: [],
  deployed: new Map(),
  scanned: () => true,
});

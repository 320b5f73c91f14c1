import type { TrivyReport, TrivySecret, TrivyVulnerability } from '../../src/scan/report.ts';

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

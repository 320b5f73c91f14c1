import { describe, expect, it } from 'vitest';
import { scanSchema } from '../../src/config/scanning.ts';
import { coverageNotes } from '../../src/scan/coverage.ts';
import { countsOf, distinct, findingsOf, type ScanFinding } from '../../src/scan/findings.ts';
import { gate as gateAt } from '../../src/scan/judge.ts';
import {
  mergeReports,
  normaliseSarif,
  parseReport,
  publishable,
  type TrivyReport,
} from '../../src/scan/report.ts';
import type { ScanResult } from '../../src/scan/scan.ts';
import { ageOf, scanSummary } from '../../src/scan/summary.ts';
import { shortDigests } from '../../src/toolkit/digest.ts';
import { wording } from '../wording.ts';
import { alone, goProgram, secret, trivyReport, vulnerability } from './reports.ts';

const node = (...Vulnerabilities: ReturnType<typeof vulnerability>[]): TrivyReport =>
  trivyReport({ Results: [{ Target: 'Node.js', Class: 'lang-pkgs', Type: 'node-pkg', Vulnerabilities }] });
const found = (...reports: TrivyReport[]) =>
  findingsOf(
    'shop',
    reports.map((report, index) => ({ platform: ['linux/amd64', 'linux/arm64'][index]!, report })),
  );
const policyOf = (written: object) => scanSchema.parse(written);
const now = new Date('2026-11-25T12:00:00Z');
const gate = (findings: readonly ScanFinding[], policy: ReturnType<typeof policyOf>) =>
  gateAt(findings, policy, alone(now));
const reference = `ghcr.io/acme/shop@sha256:${'a'.repeat(64)}`;

describe('findings', () => {
  it('count as often as trivy lists them in a platform', () => {
    const twice = node(vulnerability(), vulnerability(), vulnerability({ PkgPath: 'b/lodash/package.json' }));
    expect(countsOf(found(twice)).critical).toBe(3);
    expect(distinct(found(twice))).toMatchObject([{ places: 3 }]);
  });

  it('count once when several platforms have them, and name those', () => {
    const findings = found(
      node(vulnerability()),
      node(vulnerability(), vulnerability({ VulnerabilityID: 'CVE-2' })),
    );
    expect(findings.map(({ id, occurrences }) => [id, occurrences.map(({ platform }) => platform)])).toEqual([
      ['CVE-2', ['linux/arm64']],
      ['CVE-2019-10744', ['linux/amd64', 'linux/arm64']],
    ]);
  });

  it('keep the purl of each platform', () => {
    const purls = ['amd64', 'arm64'].map(arch => `pkg:deb/debian/lodash@4.17.4?arch=${arch}`);
    const [both] = found(...purls.map(PURL => node(vulnerability({ PkgIdentifier: { PURL } }))));
    expect(both?.occurrences).toEqual([
      { platform: 'linux/amd64', purl: purls[0] },
      { platform: 'linux/arm64', purl: purls[1] },
    ]);
  });

  it('of system packages are the same although the release of a platform differs', () => {
    const of = (release: string) =>
      trivyReport({
        Results: [
          {
            Target: `x (debian ${release})`,
            Class: 'os-pkgs',
            Type: 'debian',
            Vulnerabilities: [vulnerability()],
          },
        ],
      });
    expect(found(of('12.10'), of('12.11'))).toHaveLength(1);
  });

  it('IN 6: name the program that contains the package, and GitHub’s name for the vulnerability', () => {
    const [shop, other] = found(trivyReport({ Results: [goProgram('shop'), goProgram('other')] }));
    expect(shop).toMatchObject({
      occurrences: [{ application: 'pkg:golang/example.com/acme/shop' }],
      aliases: ['GHSA-aaaa-bbbb-cccc'],
    });
    expect(other?.occurrences[0]?.application).toBe('pkg:golang/example.com/acme/other');
    const [root] = goProgram('shop').Packages!;
    const of = (...Packages: object[]) =>
      found(trivyReport({ Results: [{ ...goProgram('shop'), Packages: Packages as never }] }))[0]
        ?.occurrences[0]?.application;
    expect(of(root!, root!)).toBeUndefined();
    expect(of({ Relationship: 'root', Identifier: null })).toBeUndefined();
    expect(of()).toBeUndefined();
  });

  it('are sorted worst first, then fixable first', () => {
    const findings = found(
      node(
        vulnerability({ VulnerabilityID: 'CVE-LOW', Severity: 'LOW' }),
        vulnerability({ VulnerabilityID: 'CVE-ODD', Severity: 'SOMETHING' }),
        vulnerability({ VulnerabilityID: 'CVE-STUCK', FixedVersion: '' }),
        vulnerability({ VulnerabilityID: 'CVE-MENDED' }),
      ),
    );
    expect(findings.map(each => each.id)).toEqual(['CVE-MENDED', 'CVE-STUCK', 'CVE-LOW', 'CVE-ODD']);
    expect(countsOf(findings)).toEqual({ critical: 2, high: 0, medium: 0, low: 1, unknown: 1 });
  });

  it('are misconfigurations with the status FAIL, with their file and line, without the content of the file', () => {
    const wrong = (over: object = {}) => ({
      ID: 'KSV-0017',
      Title: 'Privileged',
      Message: 'Container a should not be privileged',
      Severity: 'HIGH',
      Status: 'FAIL',
      CauseMetadata: { StartLine: 7, Code: { Lines: [{ Number: 7, Content: 'password: hunter2' }] } },
      ...over,
    });
    const report = (...Misconfigurations: ReturnType<typeof wrong>[]) =>
      trivyReport({
        Results: [{ Target: 'app/pod.yaml', Class: 'config', Type: 'kubernetes', Misconfigurations }],
      });
    const both = [
      report(wrong(), wrong({ Status: 'PASS', ID: 'X' })),
      report(wrong(), wrong({ ID: 'KSV-0001' })),
    ];
    expect(found(...both).map(each => [each.kind, each.id, each.package, each.occurrences.length])).toEqual([
      ['misconfiguration', 'KSV-0001', 'app/pod.yaml:7', 1],
      ['misconfiguration', 'KSV-0017', 'app/pod.yaml:7', 2],
    ]);
    const published = mergeReports(both.map(each => publishable(each, reference)));
    expect(published.Results?.[0]?.Misconfigurations).toHaveLength(3);
    expect(JSON.stringify(published)).not.toContain('hunter2');
    const failing = gate(found(report(wrong())), policyOf({ 'fail-on': ['high'], 'only-fixable': true }));
    expect(failing.reason).toEqual(wording('Privileged', 'app/pod.yaml:7', 'shop'));
  });

  it('are empty in a report without results', () => {
    expect(found(trivyReport({ Results: undefined as never }))).toEqual([]);
  });
});

describe('the gate', () => {
  const policy = policyOf({ 'fail-on': ['critical'] });

  it('names the worst finding, its fix, its image, and how many more', () => {
    const findings = found(
      node(
        vulnerability(),
        vulnerability({ VulnerabilityID: 'CVE-2021-1' }),
        vulnerability({ Severity: 'LOW' }),
      ),
    );
    expect(gate(findings, policy)).toMatchObject({
      verdict: 'fail',
      reason: wording('4.17.12', 'shop', '1'),
    });
  });

  it('passes severities that are not listed, and all when none is listed', () => {
    expect(gate(found(node(vulnerability({ Severity: 'HIGH' }))), policy)).toEqual({
      verdict: 'pass',
      reason: '',
      failing: [],
      tolerated: [],
      notes: [],
    });
    expect(gate(found(node(vulnerability())), { ...policy, 'fail-on': [] }).verdict).toBe('pass');
  });

  it('passes unfixable findings with `only-fixable`, but never a secret', () => {
    const fixable = { ...policy, 'only-fixable': true };
    const stuck = vulnerability({ FixedVersion: '' });
    expect(gate(found(node(stuck)), fixable).verdict).toBe('pass');
    expect(gate(found(node(stuck)), policy).reason).toEqual(wording('shop'));
    const leak = trivyReport({ Results: [{ Target: '/app/.env', Class: 'secret', Secrets: [secret()] }] });
    expect(gate(found(leak), fixable)).toMatchObject({
      verdict: 'fail',
      reason: wording('critical', 'AWS Access Key ID', '/app/.env:1', 'shop'),
    });
  });

  it('keeps workflow commands and line breaks out of its sentence', () => {
    const { reason } = gate(found(node(vulnerability({ PkgName: 'a\n::error::b' }))), policy);
    expect(reason).not.toMatch(/\n|^::/);
  });
});

describe('a report that is published', () => {
  const raw = trivyReport({
    Metadata: {
      OS: { Family: 'debian', Name: '12.11' },
      RepoTags: ['x:latest'],
      ImageConfig: {
        architecture: 'amd64',
        config: { Env: ['TOKEN=hunter2'] },
        history: [{ created_by: 'ARG T=hunter2' }],
      },
    },
    Results: [
      {
        Target: '../views/shop (debian 12.11)',
        Class: 'os-pkgs',
        Type: 'debian',
        Vulnerabilities: [{ ...vulnerability(), Layer: { CreatedBy: 'RUN T=hunter2 make' } } as never],
      },
      { Target: '/app/.env', Class: 'secret', Secrets: [secret()] },
    ],
  });

  it('names the image and not our folder', () => {
    const report = publishable(raw, reference);
    expect(report.ArtifactName).toBe(reference);
    expect(report.Metadata?.RepoDigests).toEqual([reference]);
    expect(report.Results?.[0]?.Target).toBe(`${reference} (debian 12.11)`);
    expect(JSON.stringify(report)).not.toContain('views/shop');
  });

  it('quotes nothing of the image: lines around a secret, variables, commands', () => {
    expect(JSON.stringify(raw)).toContain('hunter2');
    expect(JSON.stringify(publishable(raw, reference))).not.toContain('hunter2');
  });

  it('keeps every finding', () => {
    expect(found(publishable(raw, reference)).map(each => each.id)).toEqual(found(raw).map(each => each.id));
  });
});

describe('the report of several platforms', () => {
  it('has shared findings once, and those of single platforms', () => {
    const merged = mergeReports([
      node(vulnerability()),
      node(vulnerability(), vulnerability({ VulnerabilityID: 'CVE-2' })),
    ]);
    expect(merged.Results?.[0]?.Vulnerabilities?.map(each => each.VulnerabilityID)).toEqual([
      'CVE-2019-10744',
      'CVE-2',
    ]);
  });

  it('is the report itself when there is one platform', () => {
    const report = node(vulnerability());
    expect(mergeReports([report])).toBe(report);
  });
});

describe("trivy's report", () => {
  it('of another schema is refused', () => {
    expect(() => parseReport('{"SchemaVersion": 3}')).toThrow(wording());
    expect(() => parseReport('null')).toThrow(wording());
  });
});

describe('SARIF', () => {
  it('loses the leading slash of secrets and gets a category for each image of an application', () => {
    const location = (uri: string) => ({ physicalLocation: { artifactLocation: { uri } } });
    const text = JSON.stringify({
      runs: [{ results: [{ locations: [location('/app/.env'), location('app/a')] }, {}] }],
    });
    expect(JSON.parse(normaliseSarif(text, 'store', 'shop'))).toEqual({
      runs: [
        {
          automationDetails: { id: 'slipway-scan/store/shop/' },
          results: [{ locations: [location('app/.env'), location('app/a')] }, {}],
        },
      ],
    });
  });
});

describe('a gap in the coverage', () => {
  const notes = (report: TrivyReport, java = false) =>
    coverageNotes([{ platform: 'linux/amd64', report }], java);

  it.each<[string, TrivyReport, string[]]>([
    ['a known system with libraries', trivyReport(), []],
    ['nothing known', trivyReport({ Metadata: {}, Results: [] }), [wording()]],
    ['no system', { ...trivyReport(), Metadata: {} }, [wording()]],
    [
      'an old system',
      trivyReport({ Metadata: { OS: { Family: 'debian', Name: '9', EOSL: true } } }),
      [wording('debian 9')],
    ],
    [
      'a system of unknown age',
      trivyReport({ Metadata: { OS: { Family: 'debian', Name: '9', EOSL: 'no' as never } } }),
      [],
    ],
    ['no libraries', trivyReport({ Results: [] }), [wording()]],
    [
      'Java without its index',
      trivyReport({ Results: [{ Target: 'Java', Class: 'lang-pkgs', Type: 'jar' }] }),
      [wording('Java')],
    ],
  ])('is reported for an image with %s', (_name, report, said) => {
    expect(notes(report)).toEqual(said);
  });

  it('is not reported for Java with its index', () => {
    expect(
      notes(trivyReport({ Results: [{ Target: 'Java', Class: 'lang-pkgs', Type: 'jar' }] }), true),
    ).toEqual([]);
  });
});

describe('the summary', () => {
  const policy = policyOf({ 'fail-on': ['critical'] });
  const result = (findings: ReturnType<typeof found>): ScanResult => ({
    ...gate(findings, policy),
    images: [{ name: 'shop', reference, platforms: ['linux/amd64'], bytes: {}, uncovered: ['No library.'] }],
    findings,
    counts: countsOf(findings),
    database: { folder: '/d', updated: new Date('2026-11-20T00:00:00Z'), java: false },
    reports: '/r',
  });

  it('shows the counts, the worst finding with its remedy, the age of the database and the gaps', () => {
    const findings = found(
      node(vulnerability({ Title: '<img src=x>|b' }), vulnerability({ Severity: 'LOW', FixedVersion: '' })),
    );
    expect(
      scanSummary('shop', result(findings), policy, new Date('2026-11-24T06:00:00Z')),
    ).toBe(`### ❌ shop: scan failed

**Why:** critical CVE-2019-10744 in lodash 4.17.4 (fixed in 4.17.12) of image shop

A finding that is critical fails it.

| image | platforms | critical | high | medium | low | unknown |
| --- | --- | --- | --- | --- | --- | --- |
| shop | linux/amd64 | 1 | 0 | 0 | 1 | 0 |

| severity | finding | in | fixed in | image | platforms | what |
| --- | --- | --- | --- | --- | --- | --- |
| critical | CVE-2019-10744 | lodash 4.17.4 | 4.17.12 | shop | linux/amd64 | &lt;img src=x>\\|b (2 places) |

The vulnerability database is 4 days old (2026-11-20 00:00 UTC).

Not covered: configuration files and licenses are not checked.
- shop: No library.

- shop is ${shortDigests(reference)}
`);
  });

  it('stays short for any number of findings', () => {
    const many = Array.from({ length: 20_000 }, (_, index) =>
      vulnerability({ VulnerabilityID: `CVE-${index}` }),
    );
    const text = scanSummary('shop', result(found(node(...many))), policy, new Date());
    expect(text.length).toBeLessThan(20_000);
    expect(text.split('\n')).toContainEqual(wording('And 19980'));
  });

  it('says how many more findings a document tolerates than it lists', () => {
    const findings = found(
      node(
        ...Array.from({ length: 500 }, (_, index) => vulnerability({ VulnerabilityID: `CVE-2026-${index}` })),
      ),
    );
    const vex = { by: 'vex', status: 'fixed', reason: 'fixed', file: 'all.json' } as const;
    const tolerated = findings.map(finding => ({ finding, tolerated: vex }));
    const text = scanSummary('shop', { ...result(findings), tolerated }, policy, new Date());
    expect(text.match(/all\.json/g)).toHaveLength(20);
    expect(text.split('\n')).toContainEqual(wording('480', 'tolerated'));
  });

  it('shows an age in hours, then in days', () => {
    const at = (hours: number) => ageOf(new Date(0), new Date(hours * 3_600_000));
    expect([at(0), at(1), at(47), at(48)]).toEqual(['0 hours', '1 hour', '47 hours', '2 days']);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { provenanceOf } from '../../src/signing/provenance.ts';
import { scanPredicate, statementOf, statementsOf } from '../../src/signing/statement.ts';
import { type Checksums, readChecksums, writeChecksums } from '../../src/toolkit/checksums.ts';
import { UserError } from '../../src/toolkit/errors.ts';
import { wording } from '../wording.ts';

const folder = mkdtempSync(join(tmpdir(), 'slipway-statement-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const digest = `sha256:${'a'.repeat(64)}`;
const subject = { name: 'shop', repository: 'ghcr.io/acme/shop', digest };
const github = {
  GITHUB_ACTIONS: 'true',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_REPOSITORY_ID: '4711',
  GITHUB_REPOSITORY_OWNER_ID: '815',
  GITHUB_REF: 'refs/heads/main',
  GITHUB_SHA: 'c0ffee',
  GITHUB_EVENT_NAME: 'push',
  GITHUB_RUN_ID: '7',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_WORKFLOW_REF: 'acme/shop/.github/workflows/push.yml@refs/heads/main',
  RUNNER_ENVIRONMENT: 'github-hosted',
};
const circumstances = { env: github, workflow: 'slipway/slipway/.github/workflows/build.yml@refs/tags/v1' };

const report = (extension: string, text: string) => writeFileSync(join(folder, `shop.${extension}`), text);

async function refusal(reports: string, sums?: Checksums): Promise<string> {
  try {
    await statementsOf(subject, ['sbom', 'scan'], { folder: reports, ...(sums && { sums }) }, circumstances);
  } catch (error) {
    if (error instanceof UserError) return error.sentence;
    throw error;
  }
  throw new Error('it was said');
}

describe('a statement', () => {
  it('names the image by repository and digest', () => {
    expect(JSON.parse(statementOf(subject, 'https://spdx.dev/Document', { a: 1 }).text)).toEqual({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ name: 'ghcr.io/acme/shop', digest: { sha256: 'a'.repeat(64) } }],
      predicateType: 'https://spdx.dev/Document',
      predicate: { a: 1 },
    });
  });
});

describe('the statement from a report', () => {
  it('contains the report of the scan unchanged', async () => {
    const reference = `ghcr.io/acme/shop@${digest}`;
    report('cdx.json', `{"bomFormat":"CycloneDX","name":"${reference}","version":1.0}`);
    report('spdx.json', `{"spdxVersion":"SPDX-2.3","name":"${reference}"}`);
    report('json', `{"SchemaVersion":2,"ArtifactName":"${reference}","Results":[]}`);
    const said = await statementsOf(subject, ['sbom', 'scan'], { folder }, circumstances);
    expect(said.map(({ type }) => type)).toEqual([
      'https://cyclonedx.org/bom',
      'https://spdx.dev/Document',
      'https://cosign.sigstore.dev/attestation/vuln/v1',
    ]);
    expect(JSON.parse(said[0]!.text).predicate).toEqual({
      bomFormat: 'CycloneDX',
      name: reference,
      version: 1,
    });
  });

  it('security 9: is refused when the report was changed after the scan, whatever digest it names', async () => {
    for (const extension of ['cdx.json', 'spdx.json', 'json']) report(extension, `{"name":"${digest}"}`);
    const written = await writeChecksums(folder);
    const sums = await readChecksums(folder, written);
    expect(await statementsOf(subject, ['sbom', 'scan'], { folder, sums }, circumstances)).toHaveLength(3);
    report('json', `{"name":"${digest}","Results":[]}`);
    expect(await refusal(folder, sums)).toEqual(wording(join(folder, 'shop.json'), 'SHA-256', 'scan'));
    // Not even with a list that matches the changed report, because it is another list.
    const other = await writeChecksums(folder);
    const reading = await readChecksums(folder, written).catch(error => error.sentence);
    expect(reading).toEqual(wording(join(folder, 'checksums.txt'), written, other));
    report('spdx.json', `{"name":"${digest}"}`);
    const fewer = new Map([...sums].filter(([name]) => name !== 'shop.spdx.json'));
    expect(await refusal(folder, fewer)).toEqual(wording(join(folder, 'shop.spdx.json'), 'scan'));
  });

  it('is refused without reports, or with those of another image', async () => {
    expect(await refusal('')).toEqual(wording('slipway.yml', 'SBOM', 'shop'));
    expect(await refusal(join(folder, 'nowhere'))).toEqual(wording('SBOM', 'shop'));
    report('cdx.json', '{"name":"ghcr.io/acme/shop@sha256:bbb"}');
    expect(await refusal(folder)).toEqual(wording());
    report('cdx.json', '[');
    expect(await refusal(folder)).toEqual(wording());
  });
});

describe('the result of a scan', () => {
  it('has findings, version and time, and leaves the packages to the SBOM', () => {
    const predicate = scanPredicate({
      CreatedAt: '2026-11-26T00:11:53.41951053Z',
      Trivy: { Version: '0.74.0' },
      Results: [
        {
          Target: 'Node.js',
          Packages: [{ Name: 'lodash' }],
          Vulnerabilities: [{ VulnerabilityID: 'CVE-1' }],
        },
      ],
    });
    expect(predicate).toMatchObject({
      scanner: {
        uri: 'pkg:github/aquasecurity/trivy',
        version: '0.74.0',
        result: { Results: [{ Target: 'Node.js', Vulnerabilities: [{ VulnerabilityID: 'CVE-1' }] }] },
      },
      metadata: { scanFinishedOn: '2026-11-26T00:11:53.41951053Z' },
    });
    expect(JSON.stringify(predicate)).not.toContain('Packages');
  });
});

describe('the provenance', () => {
  it('of a run on GitHub names commit, workflow and run; the builder is the workflow that was called', () => {
    expect(provenanceOf(subject, circumstances)).toMatchObject({
      buildDefinition: {
        buildType: 'https://actions.github.io/buildtypes/workflow/v1',
        externalParameters: {
          workflow: {
            ref: 'refs/heads/main',
            repository: 'https://github.com/acme/shop',
            path: '.github/workflows/push.yml',
          },
          image: 'shop',
        },
        internalParameters: { github: { repository_id: '4711', event_name: 'push' } },
        resolvedDependencies: [
          { uri: 'git+https://github.com/acme/shop@refs/heads/main', digest: { gitCommit: 'c0ffee' } },
        ],
      },
      runDetails: {
        builder: { id: 'https://github.com/slipway/slipway/.github/workflows/build.yml@refs/tags/v1' },
        metadata: { invocationId: 'https://github.com/acme/shop/actions/runs/7/attempts/2' },
      },
    });
  });

  it('has the started workflow as its builder where none was called', () => {
    expect(provenanceOf(subject, { ...circumstances, workflow: '' })).toMatchObject({
      runDetails: {
        builder: { id: 'https://github.com/acme/shop/.github/workflows/push.yml@refs/heads/main' },
      },
    });
  });

  it('is the same for the same run, so that it is attached once', () => {
    expect(provenanceOf(subject, circumstances)).toEqual(provenanceOf(subject, circumstances));
  });

  it('outside of GitHub has the facts from Git, and the job if there is one', () => {
    const env = { CI_JOB_URL: 'https://gitlab.example/acme/shop/-/jobs/7' };
    const known = { source: 'https://gitlab.example/acme/shop', revision: 'c0ffee' };
    expect(provenanceOf(subject, { env, workflow: '', ...known })).toMatchObject({
      buildDefinition: {
        resolvedDependencies: [
          { uri: 'git+https://gitlab.example/acme/shop', digest: { gitCommit: 'c0ffee' } },
        ],
      },
      runDetails: { metadata: { invocationId: 'https://gitlab.example/acme/shop/-/jobs/7' } },
    });
    expect(provenanceOf(subject, { env: {}, workflow: '' })).toMatchObject({
      buildDefinition: { resolvedDependencies: [] },
    });
  });
});

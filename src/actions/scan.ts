import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { RequestError } from '@octokit/request-error';
import { loadConfig } from '../config/load.ts';
import { pinned } from '../image/reference.ts';
import { reasonOf } from '../policy/finding.ts';
import type { Review } from '../policy/review.ts';
import { fetchLayout, openLayout, readLayout } from '../registry/layout.ts';
import { distinct, severities } from '../scan/findings.ts';
import { sentenceOf } from '../scan/judge.ts';
import { type ScanResult, scan } from '../scan/scan.ts';
import { scanSummary } from '../scan/summary.ts';
import { targetsOf } from '../scan/targets.ts';
import { readVex } from '../scan/vex.ts';
import { writeChecksums } from '../toolkit/checksums.ts';
import { firstOf } from '../toolkit/count.ts';
import { UserError, withRemedy } from '../toolkit/errors.ts';
import { gitHubOf } from '../toolkit/github.ts';
import { defineAction, type Host, optional, setOutputs } from '../toolkit/host.ts';
import * as shared from './inputs.ts';
import { policySummary, publishPolicy } from './policy.ts';
import { registryClient } from './registry.ts';

export const scanAction = defineAction({
  name: 'scan',
  description:
    'Scan images for vulnerabilities and secrets, check their layers, write reports, and fail on findings that slipway.yml does not allow.',
  inputs: {
    config: shared.config,
    images: optional('JSON object that maps image names in slipway.yml to digests.'),
    from: optional(
      'Repositories of the `images`: `candidate`, to which `build` pushes, or `release`.',
      'candidate',
    ),
    layouts: optional('Folder of OCI layouts that `build` wrote with `push: false`, instead of `images`.'),
    'trivy-database': optional(
      'Cache folder of trivy with the vulnerability database to use. Default: the current database is downloaded.',
    ),
    deployed: optional(
      'JSON object that maps image names to deployed digests, for `compare: deployed` in slipway.yml: the output `images` of the action `status`. Default: every finding counts as new.',
    ),
    'issues-token': optional(
      'Token with `issues: write`, for scans of deployed images. A failing image gets an issue, which is closed when the scan passes again. Default: no issues.',
    ),
    'base-report': optional(
      'Path of the `base.json` of an earlier scan, such as that of the branch of a pull request, for the output `comparison`. Default: none; a missing file is no error.',
    ),
    'tool-mirrors': shared.toolMirrors,
    output: optional('Folder for the reports.', 'scan-reports'),
  },
  outputs: {
    app: shared.appOutput,
    verdict: '`pass` or `fail`.',
    images: 'JSON object that maps the names of the scanned images to their digests.',
    failing:
      'JSON object that maps the names of the images that fail the scan to why, in one sentence; `{}` if none does.',
    critical:
      'Number of critical findings, counted once for all platforms, whether they fail the scan or not.',
    high: 'Number of high findings.',
    medium: 'Number of medium findings.',
    low: 'Number of low findings.',
    unknown: 'Number of findings without a severity.',
    tolerated:
      'Number of findings that do not fail the scan because of an exception, a VEX document, the deployed image or the grace period.',
    policy: shared.policyCounts,
    reports:
      'Folder with `<name>.json`, `.sarif`, `.cdx.json`, `.spdx.json`, `.txt` and `.tolerated.json` for each image, one `policy.json`, `base.json`, and `checksums.txt`.',
    'reports-digest':
      'SHA-256 of `checksums.txt`, which lists the SHA-256 of each report; for `sign` in another job.',
    comparison:
      'JSON of the new findings and the sizes compared with `base-report`, for the action `comment`; at most 20 findings. `{}` if nothing was scanned.',
    'database-updated': 'When the vulnerability database was built (ISO 8601).',
    reason:
      'The worst finding that fails the scan and the number of others, in one sentence; otherwise empty.',
  },
  refused: { verdict: 'fail', images: '{}', failing: '{}', policy: '{}', comparison: '{}' },
  recorded: [],
  recordedBy: 'images',
  run: async (inputs, host) => {
    const config = await loadConfig(inputs.config);
    host.output('app', config.app);
    // Before the downloads, so that a cancellation ends them too.
    const signal = host.cancellation();
    const registry = await registryClient({ signal });
    const { asksForImages, concluded, reviewLayout } = await import('../policy/image/review.ts');
    const now = new Date();
    const root = resolve(dirname(inputs.config));
    const seen = new Map<string, Review>();
    const { baseOf, compareWithBase, readBase } = await import('../scan/base.ts');
    // Before the reports are written, perhaps to the same folder.
    const base = await readBase(inputs['base-report']);
    const result = await scan({
      app: config.app,
      targets: await targetsOf(inputs, config.images, {
        fetch: (...what) => fetchLayout(registry, ...what),
        read: readLayout,
      }),
      policy: config.scan,
      images: Object.keys(config.images),
      vex: await readVex(config.scan.vex, root),
      now,
      registry,
      database: inputs['trivy-database'] || undefined,
      reports: inputs.output,
      env: host.env,
      signal,
      look: async (name, { folder }) => {
        if (asksForImages(config.policy))
          seen.set(name, await reviewLayout(name, await openLayout(folder), config, root));
      },
      report: host.report,
    });
    const names = result.images.map(({ name }) => name);
    const looked = names.flatMap(name => seen.get(name) ?? []);
    const review = concluded(looked, config, names, now);
    const digests = result.images.map(({ name, reference }) => [name, pinned(reference).digest] as const);
    const images = digests.flatMap(([image, digest]) => (seen.has(image) ? [{ image, digest }] : []));
    const report = join(result.reports, 'policy.json');
    const about = { app: config.app, config: inputs.config, review, images, now, report };
    const refused = await publishPolicy(host, about);
    const reason = result.reason || (refused ?? '');
    const verdict = reason === '' ? 'pass' : 'fail';
    host.output('verdict', verdict);
    const failing = names.map(name => [name, failureOf(name, result, review)]).filter(([, why]) => why);
    setOutputs(host, { images: Object.fromEntries(digests), failing: Object.fromEntries(failing) });
    for (const severity of severities) host.output(severity, String(result.counts[severity]));
    setOutputs(host, { tolerated: result.tolerated.length, comparison: compareWithBase(result, base) });
    await writeFile(join(result.reports, 'base.json'), JSON.stringify(baseOf(result)));
    const { reports, database } = result;
    // Before the checksums are written, so that the reports are found even if that fails.
    host.output('reports', reports);
    setOutputs(host, {
      'reports-digest': await writeChecksums(reports),
      'database-updated': database.updated.toISOString(),
      reason,
    });
    const summary = scanSummary(config.app, { ...result, verdict, reason }, config.scan, now);
    await host.summary(`${summary}\n${policySummary(review)}\n`);
    await updateIssues(host, inputs['issues-token'], config.app, result);
    for (const note of [...result.notes, ...ignoreNotes(root)]) host.report(`scan: ${note}`);
    host.report(`scan: ${verdict}${reason === '' ? '' : `, ${reason}`}`);
    return verdict === 'pass';
  },
});

/** Returns why an image fails the scan; undefined if it does not. */
const failureOf = (name: string, { failing }: ScanResult, { findings }: Review): string | undefined =>
  firstOf(
    distinct(failing.filter(({ image }) => image === name)).map(({ finding }) => sentenceOf(finding)),
  ) ?? reasonOf(findings.filter(({ images }) => images.includes(name)));

/** Exceptions are only in slipway.yml, with an owner and an expiry date, so warn about ignore files of trivy, which are not read. */
export const ignoreNotes = (root: string): string[] =>
  ['.trivyignore', '.trivyignore.yaml']
    .filter(name => existsSync(join(root, name)))
    .map(name => `${name} has no effect; list its findings in \`scan.exceptions\` of slipway.yml`);

async function updateIssues(host: Host, token: string, app: string, result: ScanResult): Promise<void> {
  const github = gitHubOf(host.env, token);
  if (github === undefined) return;
  const { issuesOf, label } = await import('../scan/issues.ts');
  const { keepIssues } = await import('../toolkit/issues.ts');
  const images = result.images.map(image => ({
    ...image,
    failing: result.failing.filter(each => each.image === image.name),
  }));
  const lines = await keepIssues(github, label, issuesOf(app, images)).catch((error: unknown) => {
    if (!(error instanceof RequestError || error instanceof UserError)) throw error;
    // Only a warning: the images are scanned, and their verdict stands.
    const why =
      error instanceof UserError
        ? error.sentence
        : withRemedy(error.message, 'give the token in `issues-token` the permission `issues: write`');
    host.annotate('warning', { title: 'scan', message: `the issues were not updated: ${why}` });
    return [];
  });
  for (const line of lines) host.report(line);
}

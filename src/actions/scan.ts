import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { loadConfig } from '../config/load.ts';
import type { Review } from '../policy/review.ts';
import { fetchLayout, openLayout, readLayout } from '../registry/layout.ts';
import { severities } from '../scan/findings.ts';
import { type ScanResult, scan } from '../scan/scan.ts';
import { scanSummary } from '../scan/summary.ts';
import { targetsOf } from '../scan/targets.ts';
import { readVex } from '../scan/vex.ts';
import { writeChecksums } from '../toolkit/checksums.ts';
import { gitHubOf } from '../toolkit/github.ts';
import { defineAction, type Host } from '../toolkit/host.ts';
import { parseMirrors } from '../toolkit/tools/pin.ts';
import * as shared from './inputs.ts';
import { policySummary, tellPolicy } from './policy.ts';
import { registryClient } from './registry.ts';

export const scanAction = defineAction({
  name: 'scan',
  description:
    'Scan images for vulnerabilities and secrets, look at what is in their layers, write reports, and hold what was found to slipway.yml.',
  inputs: {
    config: shared.config,
    images: {
      description:
        'JSON map from the names in slipway.yml to digests, which are read from the candidate repositories.',
      default: '',
    },
    from: {
      description:
        'Where the `images` are: `candidate`, the repositories that `build` pushes to, or `release`, those that they are released from.',
      default: 'candidate',
    },
    layouts: {
      description: 'Folder of OCI layouts, as `build` writes them with `push: false`; instead of `images`.',
      default: '',
    },
    database: {
      description:
        'Cache folder of trivy whose database is used as it is. Default: the one of today is downloaded.',
      default: '',
    },
    deployed: {
      description:
        'JSON map from names to the digests that are deployed, as `images` in the output `status` of that action; for `compare: deployed` of slipway.yml. Default: none, so that everything counts as new.',
      default: '',
    },
    'issues-token': {
      description:
        'Token with `issues: write`, for scans of what is deployed: each image has an issue while something fails it, which is closed when nothing does. Default: none.',
      default: '',
    },
    'tool-mirrors': shared.toolMirrors,
    reports: { description: 'Folder for the reports.', default: 'scan-reports' },
  },
  outputs: {
    verdict: '`pass` or `fail`.',
    critical:
      'Number of critical findings, whatever fails the scan; the same in several platforms counts once.',
    high: 'Number of high findings.',
    medium: 'Number of medium findings.',
    low: 'Number of low findings.',
    unknown: 'Number of findings without a severity.',
    tolerated:
      'Number of findings that would fail the scan but for an exception, a VEX document, the deployed image or the time of grace.',
    policy: shared.policyCounts,
    reports:
      'Folder with `<name>.json`, `.sarif`, `.cdx.json`, `.spdx.json` and `.txt` of each image, `policy.json` of all, and `checksums.txt`.',
    'reports-digest':
      'SHA-256 of `checksums.txt`, which lists the SHA-256 of each report; for `sign` in another job.',
    'database-updated': 'When the database of vulnerabilities was made, in ISO 8601.',
    reason: 'The worst finding that fails the scan and how many more, in one sentence; empty when it passes.',
  },
  refused: { verdict: 'fail', policy: '{}' },
  run: async (inputs, host) => {
    const config = await loadConfig(inputs.config);
    // From here on the run hears a cancel, its downloads too.
    const signal = host.cancellation();
    const registry = await registryClient({ signal });
    const { asksForImages, concluded, reviewLayout } = await import('../policy/image/review.ts');
    const now = new Date();
    const root = resolve(dirname(inputs.config));
    const seen = new Map<string, Review>();
    const result = await scan({
      targets: await targetsOf(inputs, config.images, {
        fetch: (reference, folder) => fetchLayout(registry, reference, folder),
        read: readLayout,
      }),
      policy: config.scan,
      images: Object.keys(config.images),
      vex: await readVex(config.scan.vex, root),
      now,
      registry,
      database: inputs.database || undefined,
      reports: inputs.reports,
      toolMirrors: parseMirrors(inputs['tool-mirrors']),
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
    const refused = await tellPolicy(host, {
      app: config.app,
      config: inputs.config,
      review,
      now,
      report: join(result.reports, 'policy.json'),
    });
    const reason = result.reason || (refused ?? '');
    const verdict = reason === '' ? 'pass' : 'fail';
    host.output('verdict', verdict);
    for (const severity of severities) host.output(severity, String(result.counts[severity]));
    host.output('tolerated', String(result.tolerated.length));
    host.output('reports', result.reports);
    host.output('reports-digest', await writeChecksums(result.reports));
    host.output('database-updated', result.database.updated.toISOString());
    host.output('reason', reason);
    const summary = scanSummary(config.app, { ...result, verdict, reason }, config.scan, now);
    await host.summary(`${summary}\n${policySummary(review)}\n`);
    if (result.verdict === 'fail') host.annotate('error', { title: 'scan', message: result.reason });
    await tellIssues(host, inputs['issues-token'], config.app, result);
    for (const note of [...result.notes, ...ignoreNotes(root)]) host.report(`scan: ${note}`);
    host.report(`scan: ${verdict}${reason === '' ? '' : `, ${reason}`}`);
    return verdict === 'pass';
  },
});

/** Findings are tolerated by slipway.yml, where each has an owner and a date, and never by a file that this scan does not read. */
export const ignoreNotes = (root: string): string[] =>
  ['.trivyignore', '.trivyignore.yaml']
    .filter(name => existsSync(join(root, name)))
    .map(name => `${name} has no effect: list its findings in \`scan.exceptions\` of slipway.yml`);

async function tellIssues(host: Host, token: string, app: string, result: ScanResult): Promise<void> {
  const github = gitHubOf(host.env, token);
  if (github === undefined) return;
  const [{ issuesOf, label }, { keepIssues }] = await Promise.all([
    import('../scan/issues.ts'),
    import('../toolkit/issues.ts'),
  ]);
  const images = result.images.map(image => ({
    ...image,
    failing: result.failing.filter(each => each.image === image.name),
  }));
  for (const line of await keepIssues(github, label, issuesOf(app, images))) host.report(line);
}

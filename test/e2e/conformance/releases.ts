import { expect } from 'vitest';
import type { Run } from '../harness.ts';
import type { Place } from './place.ts';

/** Builds and releases of the good application, as a job of GitLab runs them: so that each release has its commit. */

/** The variables of such a job; without them, a release is one by hand. */
export const job = {
  GITLAB_CI: 'true',
  CI: 'true',
  CI_JOB_ID: '7',
  CI_PROJECT_PATH: 'acme/shop',
  CI_COMMIT_SHA: '0123456789abcdef0123456789abcdef01234567',
  CI_COMMIT_BRANCH: 'main',
  CI_DEFAULT_BRANCH: 'main',
  CI_COMMIT_REF_NAME: 'main',
  GITLAB_USER_LOGIN: 'ada',
} as const;

export const production = ['--environment', 'production'] as const;

export function expectGood(run: Run): Run {
  expect({ code: run.code, reason: run.outputs.reason }, run.stderr.slice(-3000)).toMatchObject({ code: 0 });
  return run;
}

/** Builds a version of both images, scans and pushes it, and signs it unless slipway.yml says nothing of signatures. */
export async function buildVersion(place: Place, version: string, isSigned = true): Promise<void> {
  await place.edit('slipway.yml', text =>
    text.replace(/( {4}context: shop\n)( {4}args: .*\n)?/, `$1    args: { VERSION: "${version}" }\n`),
  );
  const built = expectGood(await place.slipway(['build'], job));
  place.images = built.outputs.images ?? '';
  const database = process.env.SLIPWAY_TRIVY_DB ?? '';
  const scan = ['scan', '--images', place.images, '--trivy-database', database, '--output', 'scan-reports'];
  expectGood(await place.slipway(scan, job));
  const tags = built.outputs.tags ?? '';
  expectGood(await place.slipway(['push', '--images', place.images, '--tags', tags], job));
  if (isSigned)
    expectGood(await place.slipway(['sign', '--images', place.images, '--reports', 'scan-reports'], job));
}

const watchdog = '{ image: "127.0.0.1:5000/tools/kubectl:lab" }';
const strategies = {
  rolling: 'strategy: { rolling: { deadline: 10m } }',
  'blue-green': `strategy: { blue-green: { deadline: 10m, watch: 10s, watchdog: ${watchdog} } }`,
  canary: undefined,
} as const;

/** Sets the strategy; the canary is that of the fixture. @returns what puts it back. */
export async function withStrategy(
  place: Place,
  kind: keyof typeof strategies,
): Promise<() => Promise<void>> {
  const written = strategies[kind];
  if (written === undefined) return async () => undefined;
  return place.edit('slipway.yml', text =>
    text.replace(/ {4}strategy:\n( {6,}.*\n)+(?= {4}gate:)/, `    ${written}\n`),
  );
}

/** Releases the last build. @param env the variables of a job; none for a release by hand. */
export async function release(
  place: Place,
  kind: keyof typeof strategies,
  env: Record<string, string> = job,
): Promise<Run[]> {
  const putBack = await withStrategy(place, kind);
  const runs: Run[] = [];
  try {
    runs.push(await place.slipway(['deploy', ...production, '--images', place.images], env));
    if (kind !== 'rolling')
      for (const action of ['gate', 'promote'])
        if (runs.at(-1)?.code === 0) runs.push(await place.slipway([action, ...production], env));
  } finally {
    await putBack();
  }
  return runs;
}

/** Builds and releases a version that must become live and verified. */
export async function releaseVersion(
  place: Place,
  version: string,
  kind: keyof typeof strategies,
): Promise<void> {
  await buildVersion(place, version);
  for (const run of await release(place, kind)) expectGood(run);
  await place.login();
  expectGood(await place.slipway(['verify', ...production], job));
}

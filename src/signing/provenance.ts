import { versionOf } from '../toolkit/version.ts';
import type { Subject } from './statement.ts';

/**
 * The SLSA provenance of an image (https://slsa.dev/spec/v1.1/provenance). It states what the signing job knows: the commit, the
 * trigger and the run. BuildKit's own steps are in BuildKit's provenance, where that is enabled.
 */

/** The circumstances of the run. */
export interface ProvenanceContext {
  readonly env: NodeJS.ProcessEnv;
  /** The commit that was built and its repository, for runs outside of GitHub; undefined when unknown. */
  readonly source?: string;
  readonly revision?: string;
  /** The workflow that this job is part of, such as `acme/build/.github/workflows/build.yml@refs/tags/v1`; empty: the caller's. */
  readonly workflow: string;
}

/** The build type of GitHub's own attestations. */
const githubBuildType = 'https://actions.github.io/buildtypes/workflow/v1';
const buildType = 'https://slipway.dev/buildtypes/run/v1';

/** Builds the provenance predicate of an image. The same run gives the same predicate, so that it is not attached twice. */
export function provenanceOf(subject: Subject, circumstances: ProvenanceContext): object {
  const { env } = circumstances;
  const github = env.GITHUB_ACTIONS === 'true' && env.GITHUB_REPOSITORY !== undefined;
  return {
    buildDefinition: github ? ofGitHub(subject, circumstances) : elsewhere(subject, circumstances),
    runDetails: {
      builder: { id: github ? builderOfGitHub(circumstances) : buildType, version: { slipway: versionOf() } },
      metadata: invocation(env),
    },
  };
}

/** Returns the external parameters, the internal parameters and the dependencies of a run on GitHub. */
function ofGitHub({ name }: Subject, { env }: ProvenanceContext) {
  const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_REPOSITORY: repository = '' } = env;
  const { GITHUB_REF: ref = '', GITHUB_SHA: commit = '', GITHUB_WORKFLOW_REF = '' } = env;
  const path = GITHUB_WORKFLOW_REF.slice(repository.length + 1).replace(/@.*$/, '');
  const source = `${server}/${repository}`;
  return {
    buildType: githubBuildType,
    externalParameters: { workflow: { ref, repository: source, path }, image: name },
    internalParameters: {
      github: {
        event_name: env.GITHUB_EVENT_NAME ?? '',
        repository_id: env.GITHUB_REPOSITORY_ID ?? '',
        repository_owner_id: env.GITHUB_REPOSITORY_OWNER_ID ?? '',
        runner_environment: env.RUNNER_ENVIRONMENT ?? '',
      },
    },
    resolvedDependencies: [{ uri: `git+${source}@${ref}`, digest: { gitCommit: commit } }],
  };
}

function elsewhere({ name }: Subject, { source, revision }: ProvenanceContext) {
  return {
    buildType,
    externalParameters: { image: name, ...(source === undefined ? {} : { source }) },
    internalParameters: {},
    resolvedDependencies:
      source === undefined || revision === undefined
        ? []
        : [{ uri: `git+${source}`, digest: { gitCommit: revision } }],
  };
}

/** Names the reusable workflow that builds, not its caller, which does not decide how the image is built. */
function builderOfGitHub({ env, workflow }: ProvenanceContext): string {
  const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_WORKFLOW_REF = '' } = env;
  return `${server}/${workflow === '' ? GITHUB_WORKFLOW_REF : workflow}`;
}

function invocation(env: NodeJS.ProcessEnv): { invocationId?: string } {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT = '1' } = env;
  if (GITHUB_RUN_ID !== undefined && GITHUB_REPOSITORY !== undefined)
    return {
      invocationId: `${GITHUB_SERVER_URL ?? 'https://github.com'}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}/attempts/${GITHUB_RUN_ATTEMPT}`,
    };
  const elsewhereId = env.CI_JOB_URL ?? env.BUILD_URL;
  return elsewhereId === undefined ? {} : { invocationId: elsewhereId };
}

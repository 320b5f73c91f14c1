/** The CI in which a process runs. */
export type Ci = 'github' | 'gitlab' | 'jenkins';

/** Detects the CI by the variables that it sets for its jobs; undefined at a terminal and elsewhere. Pure. */
export function ciOf(env: NodeJS.ProcessEnv): Ci | undefined {
  if (env.GITHUB_RUN_ID !== undefined && env.GITHUB_REPOSITORY !== undefined) return 'github';
  if (env.GITLAB_CI === 'true' && env.CI_JOB_ID !== undefined) return 'gitlab';
  // Jenkins sets JENKINS_URL and BUILD_URL only if its own URL is configured.
  if (env.BUILD_NUMBER !== undefined && /^jenkins-/.test(env.BUILD_TAG ?? '')) return 'jenkins';
  return undefined;
}

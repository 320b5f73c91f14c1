/** The CI in which a process runs. */
export type Ci = 'github' | 'gitlab' | 'jenkins';

/** By the variables that each of them sets for its jobs; undefined at a terminal and elsewhere. Pure. */
export function ciOf(env: NodeJS.ProcessEnv): Ci | undefined {
  if (env.GITHUB_RUN_ID !== undefined && env.GITHUB_REPOSITORY !== undefined) return 'github';
  if (env.GITLAB_CI === 'true' && env.CI_JOB_ID !== undefined) return 'gitlab';
  // Without an address of its own in its settings Jenkins gives neither JENKINS_URL nor BUILD_URL.
  if (env.BUILD_NUMBER !== undefined && /^jenkins-/.test(env.BUILD_TAG ?? '')) return 'jenkins';
  return undefined;
}

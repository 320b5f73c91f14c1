/** API groups whose objects are queries, such as access reviews. */
const questions = /^\/apis\/(?:authorization|authentication)\.k8s\.io\//;

/** A Lease names its holder, which needs no rollback. A patch of it writes the state of a rollout, except with this field manager. */
const leases = /^\/apis\/coordination\.k8s\.io\//;
export const leaseManager = 'slipway-lease';

export const isDryRun = (path: string): boolean => /[?&]dryRun=/.test(path);

/** Whether a request makes a persistent change. Pure. */
export function isPersistentChange(method: string, path: string): boolean {
  const isHolder = leases.test(path) && (method !== 'PATCH' || path.includes(`fieldManager=${leaseManager}`));
  return (
    method !== 'GET' && !isHolder && !questions.test(path) && !isDryRun(path) && !/\/token(?:\?|$)/.test(path)
  );
}

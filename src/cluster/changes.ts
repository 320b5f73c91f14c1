/** Groups whose objects are questions. */
const questions = /^\/apis\/(?:authorization|authentication)\.k8s\.io\//;

/** Leases say who is at work: that needs no rollback. A patch writes the state of a rollout, but for those of this field manager. */
const leases = /^\/apis\/coordination\.k8s\.io\//;
export const leaseManager = 'slipway-lease';

export const isDryRun = (path: string): boolean => /[?&]dryRun=/.test(path);

/** Whether a request changes something that stays. Pure. */
export function changesSomething(method: string, path: string): boolean {
  const isHolder = leases.test(path) && (method !== 'PATCH' || path.includes(`fieldManager=${leaseManager}`));
  return (
    method !== 'GET' && !isHolder && !questions.test(path) && !isDryRun(path) && !/\/token(?:\?|$)/.test(path)
  );
}

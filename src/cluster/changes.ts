/** Groups whose objects are questions, or say who is at work: nobody has to undo them. */
const passing = /^\/apis\/(?:authorization|authentication|coordination)\.k8s\.io\//;

export const isDryRun = (path: string): boolean => /[?&]dryRun=/.test(path);

/** Whether a request changes something that stays. Pure. */
export function changesSomething(method: string, path: string): boolean {
  return method !== 'GET' && !passing.test(path) && !isDryRun(path) && !/\/token(?:\?|$)/.test(path);
}

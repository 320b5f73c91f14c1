import { execCredential, requestIdToken } from '../cluster/token.ts';
import { defineAction, required } from '../toolkit/host.ts';
import { writeResult } from '../toolkit/standard-output.ts';

/** A command only: kubectl runs it as an exec plugin, and reads the credential from its standard output. */
export const tokenCommand = defineAction({
  name: 'token',
  description:
    'Print a Kubernetes credential with the OIDC token of this GitHub job; for use as a kubectl exec plugin.',
  inputs: { audience: required('Audience that the API server expects.') },
  outputs: {},
  run: async ({ audience }, host) => {
    const token = await requestIdToken(host.env, audience);
    writeResult(`${JSON.stringify(execCredential(token, Date.now()))}\n`);
    return true;
  },
});

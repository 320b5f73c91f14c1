import { execCredential, requestIdToken } from '../cluster/token.ts';
import { defineAction } from '../toolkit/host.ts';

/** No action of its own: kubectl runs it as its exec plugin, and reads the credential from its standard output. */
export const tokenCommand = defineAction({
  name: 'token',
  description:
    'Print a Kubernetes credential from the OIDC token of this GitHub job, as a kubectl exec plugin.',
  inputs: {
    audience: { description: 'The audience that the API server expects.', required: true },
  },
  outputs: {},
  run: async ({ audience }, host) => {
    const token = await requestIdToken(host.env, audience);
    process.stdout.write(`${JSON.stringify(execCredential(token, Date.now()))}\n`);
    return true;
  },
});

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Credentials } from './credentials.ts';
import { AUDIENCE, ISSUER, type Lab } from './lab.ts';
import { ensure, listens, type Part } from './process.ts';

/** What GitHub is to a cluster that trusts it: an OIDC issuer. The API server learns of it by its configuration alone. */
export function oidc({ pki }: Credentials): Part {
  return {
    name: 'oidc',
    where: 'lab',
    // Its certificate is the API server's, which names the lab's address too.
    command: [
      process.execPath,
      '--no-warnings',
      join(import.meta.dirname, 'issuer.ts'),
      pki('apiserver.crt'),
      pki('apiserver.key'),
    ],
  };
}

/** An API server that finds no issuer when it starts asks again only after 10 s, and refuses every token until then. */
export async function startIssuer(lab: Lab, credentials: Credentials): Promise<void> {
  const part = oidc(credentials);
  await ensure(lab, part);
  await listens(lab, part.name, Number(new URL(ISSUER).port));
}

/** As docs/cluster.md tells users to write it, but for the issuer and its authority. */
export function authenticationConfig(ca: string): string {
  const indented = ca
    .trimEnd()
    .split('\n')
    .map(line => `        ${line}`)
    .join('\n');
  return `apiVersion: apiserver.config.k8s.io/v1
kind: AuthenticationConfiguration
jwt:
  - issuer:
      url: ${ISSUER}
      audiences: [${AUDIENCE}]
      certificateAuthority: |
${indented}
    claimValidationRules:
      - expression: claims.repository_owner == "acme"
        message: only workflows of acme
    claimMappings:
      username: { claim: sub, prefix: "github:" }
`;
}

/** The job that a token is for, and how long each token lives, in seconds. */
export interface Job {
  repository: string;
  environment: string;
  life: number;
}

/** What GitHub writes into a token, as far as clusters look at it. Pure. @param now seconds since 1970. */
export function claimsFor(job: Job, audience: string, now: number): Record<string, unknown> {
  const [owner] = job.repository.split('/');
  return {
    iss: ISSUER,
    aud: audience,
    sub: `repo:${job.repository}:environment:${job.environment}`,
    repository: job.repository,
    repository_owner: owner,
    environment: job.environment,
    jti: randomBytes(8).toString('hex'),
    iat: now,
    nbf: now,
    exp: now + job.life,
  };
}

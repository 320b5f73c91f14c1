import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Credentials } from './credentials.ts';
import { AUDIENCE, ISSUER, type Lab } from './lab.ts';
import { ensure, listens, type Part } from './process.ts';

/** The OIDC issuer in the role of GitHub. The API server knows it only from its configuration. */
export function oidc({ pki }: Credentials): Part {
  return {
    name: 'oidc',
    where: 'lab',
    // It uses the API server's certificate, which includes the lab's address.
    command: [
      process.execPath,
      '--no-warnings',
      join(import.meta.dirname, 'issuer.ts'),
      pki('apiserver.crt'),
      pki('apiserver.key'),
    ],
  };
}

/** Starts the issuer before the API server, which otherwise retries only after 10 s and refuses every token until then. */
export async function startIssuer(lab: Lab, credentials: Credentials): Promise<void> {
  const part = oidc(credentials);
  await ensure(lab, part);
  await listens(lab, part.name, Number(new URL(ISSUER).port));
}

/** Returns the configuration from docs/cluster.md, with the lab's issuer and authority. */
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

/** The job of a token, and the lifetime of its tokens in seconds. */
export interface Job {
  repository: string;
  environment: string;
  life: number;
}

/** Returns the claims of a GitHub token that clusters use. Pure. @param now seconds since 1970. */
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

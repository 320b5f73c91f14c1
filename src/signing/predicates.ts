import type { Attestation } from '../config/signing.ts';

/** What can be said of an image: predicate types of in-toto, as cosign names them. */
export const predicates = {
  /** What cosign 3 says when it signs. */
  signature: 'https://sigstore.dev/cosign/sign/v1',
  provenance: 'https://slsa.dev/provenance/v1',
  cyclonedx: 'https://cyclonedx.org/bom',
  spdx: 'https://spdx.dev/Document',
  scan: 'https://cosign.sigstore.dev/attestation/vuln/v1',
  /** That a release of it was verified in an environment. */
  verification: 'https://slipway.dev/attestation/verification/v1',
} as const;

export type Kind = 'signature' | Attestation;

/** The predicate types of which one is enough. */
export const typesOf: Readonly<Record<Kind, readonly string[]>> = {
  signature: [predicates.signature],
  provenance: [predicates.provenance],
  sbom: [predicates.cyclonedx, predicates.spdx],
  scan: [predicates.scan],
};

/** For sentences. */
export const nounOf: Readonly<Record<Kind, string>> = {
  signature: 'signature',
  provenance: 'provenance',
  sbom: 'SBOM',
  scan: 'scan result',
};

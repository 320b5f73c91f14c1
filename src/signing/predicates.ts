import type { Attestation } from '../config/signing.ts';

/** The in-toto predicate types of attestations, with the names that cosign uses. */
export const predicates = {
  /** The predicate of a signature by cosign 3. */
  signature: 'https://sigstore.dev/cosign/sign/v1',
  provenance: 'https://slsa.dev/provenance/v1',
  cyclonedx: 'https://cyclonedx.org/bom',
  spdx: 'https://spdx.dev/Document',
  scan: 'https://cosign.sigstore.dev/attestation/vuln/v1',
  /** States that a release of the image was verified in an environment. */
  verification: 'https://slipway.dev/attestation/verification/v1',
} as const;

export type Kind = 'signature' | Attestation;

/** The predicate types of each kind; one of them is enough. */
export const typesOf: Readonly<Record<Kind, readonly string[]>> = {
  signature: [predicates.signature],
  provenance: [predicates.provenance],
  sbom: [predicates.cyclonedx, predicates.spdx],
  scan: [predicates.scan],
};

/** The name of each kind in messages. */
export const nounOf: Readonly<Record<Kind, string>> = {
  signature: 'signature',
  provenance: 'provenance',
  sbom: 'SBOM',
  scan: 'scan result',
};

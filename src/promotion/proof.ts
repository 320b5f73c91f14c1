import type { Digest } from '../image/reference.ts';
import { jsonMap } from '../toolkit/map.ts';
import { canonical } from '../workloads/naming.ts';

/**
 * Statements that are attached to an image: a proof that a release with it was verified in an environment, and a withdrawal of that
 * proof. Both are small JSON, the same for the same release, so that attaching them again changes nothing. All pure.
 */

export const proofType = 'application/vnd.slipway.verification.v1+json';
export const withdrawalType = 'application/vnd.slipway.withdrawal.v1+json';

/** The image and release of a statement. */
interface About {
  readonly schema: 1;
  readonly app: string;
  readonly environment: string;
  readonly release: number;
  /** Name of the image in slipway.yml. */
  readonly image: string;
  readonly digest: string;
}

/** States that a release was verified. */
export interface Proof extends About {
  /** ISO 8601, by the clock of the cluster in which it was verified. */
  readonly verifiedAt: string;
  /** The run that released it. */
  readonly run: string;
  readonly actor: string;
  readonly commit?: string;
}

/** States that a verified release was rolled back. */
export interface Withdrawal extends About {
  /** As `verifiedAt`. */
  readonly withdrawnAt: string;
  readonly reason: string;
}

export type ProofStatement = Proof | Withdrawal;

/** What a statement must match to be trusted. */
export interface ProofSubject {
  readonly app: string;
  readonly environment: string;
  readonly digest: Digest;
}

/** Returns the statement as an artifact; its annotations serve only as a filter, and are never trusted. */
export function artifactOf(statement: ProofStatement) {
  const { app, environment, release } = statement;
  const isProof = 'verifiedAt' in statement;
  return {
    artifactType: isProof ? proofType : withdrawalType,
    content: Buffer.from(canonical(statement)),
    annotations: {
      [annotation.app]: app,
      [annotation.environment]: environment,
      [annotation.release]: String(release),
      [annotation.at]: isProof ? statement.verifiedAt : statement.withdrawnAt,
    },
  };
}

export const annotation = {
  app: 'dev.slipway.app',
  environment: 'dev.slipway.environment',
  release: 'dev.slipway.release',
  at: 'dev.slipway.at',
} as const;

interface Listed {
  readonly artifactType: string;
  readonly annotations: Readonly<Record<string, string>>;
}

/** Whether a listed entry may be about this; true for one that the registry lists without annotations. */
export function mayBeAbout(
  { artifactType, annotations }: Listed,
  { app, environment }: Pick<ProofSubject, 'app' | 'environment'>,
): boolean {
  const fits = (key: string, value: string) => (annotations[key] ?? value) === value;
  return (
    (artifactType === proofType || artifactType === withdrawalType) &&
    fits(annotation.app, app) &&
    fits(annotation.environment, environment)
  );
}

/** Whether a listed entry may be a proof of this release; true for one that names no release. */
export const isProofOf = ({ artifactType, annotations }: Listed, release: number): boolean =>
  artifactType === proofType && (annotations[annotation.release] ?? String(release)) === String(release);

/** Whether a listed entry is the same as a statement; false for one without annotations. */
export function saysTheSame(entry: Listed, statement: ProofStatement): boolean {
  const { artifactType, annotations } = artifactOf(statement);
  return entry.artifactType === artifactType && canonical(entry.annotations) === canonical(annotations);
}

/** Beginning of the problem of a statement about another application, environment or image, which is not an error. */
export const speaksOfElse = 'is about another ';

/**
 * Parses a statement.
 * @param text of its only layer.
 * @returns the problem as a text when it does not match.
 */
export function readStatement(type: string, text: string, about: ProofSubject): ProofStatement | string {
  const value = jsonMap(text);
  if (value === undefined) return 'is not a JSON object';
  const { schema, app, environment, digest, image, release, ...rest } = value;
  if (schema !== 1) return `has the schema ${shown(schema)}, which this version does not support`;
  for (const [key, found, wanted] of [
    ['app', app, about.app],
    ['environment', environment, about.environment],
    ['digest', digest, about.digest],
  ] as const)
    if (found !== wanted) return `${speaksOfElse}${key}: ${shown(found)}, not ${wanted}`;
  if (typeof release !== 'number' || !Number.isSafeInteger(release) || release < 0)
    return `has no valid release number: ${shown(release)}`;
  if (typeof image !== 'string') return `has no valid image name: ${shown(image)}`;
  const known = { schema: 1, ...about, release, image } as const;
  if (type === withdrawalType) {
    const { withdrawnAt, reason } = rest;
    if (!isMoment(withdrawnAt)) return `has no valid time: ${shown(withdrawnAt)}`;
    return { ...known, withdrawnAt, reason: textOf(reason) };
  }
  const { verifiedAt, run, actor, commit } = rest;
  if (!isMoment(verifiedAt)) return `has no valid time: ${shown(verifiedAt)}`;
  const more = typeof commit === 'string' ? { commit } : {};
  return { ...known, verifiedAt, run: textOf(run), actor: textOf(actor), ...more };
}

/** Signs and reads proofs as the predicates of attestations of the image, beside the artifact. */
export interface SignedProofs {
  /** Reads the predicates of an image, `repository@digest`, that a required signer has signed. */
  read(reference: string): Promise<readonly unknown[]>;
  /** Signs a proof and attaches it. */
  add(reference: string, proof: Proof): Promise<void>;
}

/** Provides them while `use` runs. */
export type ProofSigning = <Result>(use: (signedProofs: SignedProofs) => Promise<Result>) => Promise<Result>;

export const isSigned = (proof: ProofStatement, predicates: readonly unknown[]): boolean =>
  predicates.some(each => canonical(each) === canonical(proof));

/** Returns the withdrawal of a proof: it is about the same release, and later. */
export const withdrawalOf = (proof: Proof, withdrawals: readonly Withdrawal[]): Withdrawal | undefined =>
  withdrawals.find(
    ({ release, withdrawnAt }) =>
      release === proof.release && Date.parse(withdrawnAt) >= Date.parse(proof.verifiedAt),
  );

const textOf = (value: unknown) => (typeof value === 'string' ? value : 'unknown');

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** As `Date.prototype.toISOString` writes it. */
function isMoment(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  );
}

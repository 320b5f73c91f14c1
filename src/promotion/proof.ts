import type { Digest } from '../image/reference.ts';
import { canonical } from '../release/workloads/naming.ts';
import { isMap } from '../toolkit/map.ts';

/**
 * What is attached to an image: that a release of it was verified somewhere, and that this was withdrawn. Both are small JSON,
 * the same for the same release, so that attaching them again changes nothing. All pure.
 */

export const proofType = 'application/vnd.slipway.verification.v1+json';
export const withdrawalType = 'application/vnd.slipway.withdrawal.v1+json';

/** Of which image of which release it speaks. */
interface About {
  readonly schema: 1;
  readonly app: string;
  readonly environment: string;
  readonly release: number;
  /** Its name in slipway.yml. */
  readonly image: string;
  readonly digest: string;
}

/** That a release was verified. */
export interface Proof extends About {
  /** ISO 8601, by the clock of the cluster in which it was. */
  readonly verifiedAt: string;
  /** What released it. */
  readonly run: string;
  readonly actor: string;
  readonly commit?: string;
}

/** That a release which had been verified was rolled back. */
export interface Withdrawal extends About {
  /** As `verifiedAt`. */
  readonly withdrawnAt: string;
  readonly reason: string;
}

export type Statement = Proof | Withdrawal;

/** What must be the same in whatever is believed of an image. */
export interface Subject {
  readonly app: string;
  readonly environment: string;
  readonly digest: Digest;
}

/** The statement as an artifact; its annotations are there to choose by, and are never believed. */
export function artifactOf(statement: Statement) {
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

/** Whether an entry of a list may speak of this; one that a registry lists without annotations may. */
export function mayBeAbout(
  { artifactType, annotations }: Listed,
  { app, environment }: Pick<Subject, 'app' | 'environment'>,
): boolean {
  const fits = (key: string, value: string) => (annotations[key] ?? value) === value;
  return (
    (artifactType === proofType || artifactType === withdrawalType) &&
    fits(annotation.app, app) &&
    fits(annotation.environment, environment)
  );
}

/** Whether an entry says that this release was verified; one that names no release may. */
export const isProofOf = ({ artifactType, annotations }: Listed, release: number): boolean =>
  artifactType === proofType && (annotations[annotation.release] ?? String(release)) === String(release);

/** Whether an entry says the same as a statement; only one with annotations is known to. */
export function saysTheSame(entry: Listed, statement: Statement): boolean {
  const { artifactType, annotations } = artifactOf(statement);
  return entry.artifactType === artifactType && canonical(entry.annotations) === canonical(annotations);
}

/** How a problem begins when a statement is about another application, environment or image: that is no mistake. */
export const speaksOfElse = 'is of the ';

/**
 * Reads what is attached to an image.
 * @param text of its only layer.
 * @returns what is wrong with it, as a text, when it does not speak of this.
 */
export function readStatement(type: string, text: string, about: Subject): Statement | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'is not JSON';
  }
  if (!isMap(value)) return 'is not a map';
  const { schema, app, environment, digest, image, release, ...rest } = value;
  if (schema !== 1) return `is of schema ${shown(schema)}, which this version does not know`;
  for (const [key, found, wanted] of [
    ['app', app, about.app],
    ['environment', environment, about.environment],
    ['digest', digest, about.digest],
  ] as const)
    if (found !== wanted) return `${speaksOfElse}${key} ${shown(found)}, not of ${wanted}`;
  if (typeof release !== 'number' || !Number.isSafeInteger(release) || release < 0)
    return `names no release, but ${shown(release)}`;
  if (typeof image !== 'string') return `names no image, but ${shown(image)}`;
  const known = { schema: 1, ...about, release, image } as const;
  if (type === withdrawalType) {
    const { withdrawnAt, reason } = rest;
    if (!isMoment(withdrawnAt)) return `names no moment, but ${shown(withdrawnAt)}`;
    return { ...known, withdrawnAt, reason: textOf(reason) };
  }
  const { verifiedAt, run, actor, commit } = rest;
  if (!isMoment(verifiedAt)) return `names no moment, but ${shown(verifiedAt)}`;
  const more = typeof commit === 'string' ? { commit } : {};
  return { ...known, verifiedAt, run: textOf(run), actor: textOf(actor), ...more };
}

/** Proofs are signed beside the artifact, as the predicate of a statement about the image. */
export interface Seals {
  /** The predicates that are signed at an image, `repository@digest`, by whoever must have signed it. */
  read(reference: string): Promise<readonly unknown[]>;
  /** Signs a proof and attaches it. */
  add(reference: string, proof: Proof): Promise<void>;
}

/** Goes on with what signs and verifies proofs for as long as `use` takes. */
export type Sealing = <Result>(use: (seals: Seals) => Promise<Result>) => Promise<Result>;

export const isSealed = (proof: Statement, predicates: readonly unknown[]): boolean =>
  predicates.some(each => canonical(each) === canonical(proof));

/** A proof counts for as long as nothing later withdraws the same release. */
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

import type { Attestation, Signing } from '../config/signing.ts';
import type { Digest } from '../image/reference.ts';
import type { RegistryClient } from '../registry/client.ts';
import { UserError } from '../toolkit/errors.ts';
import { mapOf } from '../toolkit/parallel.ts';
import { attachBundles, attachLegacy, type SignedStatement } from './attach.ts';
import { readAttached, type SignedAttachment } from './attached.ts';
import { type Cosign, type SigningKey, sign } from './cosign.ts';
import { simplePayload } from './legacy.ts';
import { predicates } from './predicates.ts';
import type { ProvenanceContext } from './provenance.ts';
import { type Reports, type Statement, type Subject, statementOf, statementsOf } from './statement.ts';

export interface SignOptions {
  readonly images: Readonly<Record<string, { readonly repository: string; readonly digest: Digest }>>;
  readonly attestations: readonly Attestation[];
  readonly format: Signing['format'];
  readonly reports: Reports;
  readonly circumstances: ProvenanceContext;
  readonly key: SigningKey;
  readonly cosign: Cosign;
  readonly registry: RegistryClient;
  /** Whether an attached signature or attestation is valid and accepted. */
  holds(attached: SignedAttachment, image: Subject): Promise<boolean>;
  report(line: string): void;
}

/** The predicate types that were attached to an image. */
export interface Signed {
  readonly repository: string;
  readonly digest: Digest;
  readonly made: readonly string[];
  /** Those from an earlier run that are still valid. */
  readonly kept: readonly string[];
}

/** Concurrency: images, and statements of one image. */
const atOnce = { images: 4, statements: 2 };

/**
 * Signs images, and attests what slipway.yml names. All statements are built before the first is signed; those of an image are
 * attached together, and an identical statement of an earlier run is not repeated.
 * @throws UserError when an image or a report is missing, cosign fails, or a registry refuses.
 */
export async function signImages(options: SignOptions): Promise<Record<string, Signed>> {
  const { images, attestations, reports, circumstances, registry, report } = options;
  const tasks: { subject: Subject & { digest: Digest }; statements: Statement[] }[] = [];
  for (const [name, image] of Object.entries(images)) {
    const subject = { name, ...image };
    await requireImage(registry, subject);
    const said = await statementsOf(subject, attestations, reports, circumstances);
    tasks.push({ subject, statements: [statementOf(image, predicates.signature, {}), ...said] });
  }
  const signed = await mapOf(tasks, atOnce.images, async ({ subject, statements }) => {
    const image = await signImage(options, subject, statements);
    for (const type of image.made) report(`${subject.name}: ${type} is signed and attached`);
    for (const type of image.kept) report(`${subject.name}: ${type} is already attached`);
    return [subject.name, image] as const;
  });
  return Object.fromEntries(signed);
}

async function signImage(
  options: SignOptions,
  subject: Subject & { digest: Digest },
  statements: readonly Statement[],
): Promise<Signed> {
  const { registry, format } = options;
  const { repository, digest } = subject;
  const types = statements.map(({ type }) => type);
  const there = await readAttached(registry, repository, digest, types);
  const missing = await mapOf(statements, atOnce.statements, async statement => {
    for (const each of there)
      if (saysTheSame(each, statement, options) && (await options.holds(each, subject))) return [];
    return [await signStatement(options, subject, statement)];
  });
  const signed = missing.flat();
  if (format === 'legacy') await attachLegacy(registry, subject, signed);
  else if (signed.length > 0) await attachBundles(registry, subject, signed, new Date().toISOString());
  const made = signed.map(({ type }) => type);
  return { repository, digest, made, kept: types.filter(type => !made.includes(type)) };
}

async function signStatement(
  { cosign, key, format }: SignOptions,
  { repository, digest }: Subject & { digest: Digest },
  { type, text }: Statement,
): Promise<SignedStatement> {
  const payload =
    format === 'legacy' && type === predicates.signature ? simplePayload(repository, digest) : undefined;
  const bundle = await sign(cosign, key, payload === undefined ? { statement: text } : { payload });
  return { type, payload, bundle };
}

/** Whether an attached statement has the same form and the same text. */
function saysTheSame(
  { format, payload, bundle, claim }: SignedAttachment,
  { type, text }: Statement,
  options: SignOptions,
): boolean {
  if (format !== options.format || claim.type !== type) return false;
  if (payload !== undefined) return true;
  return Buffer.from(bundle.dsseEnvelope?.payload ?? '', 'base64').toString('utf8') === text;
}

async function requireImage(registry: RegistryClient, { name, repository, digest }: Subject): Promise<void> {
  if ((await registry.manifest(repository, digest)) !== undefined) return;
  throw new UserError(
    `the image "${name}" with the digest ${digest} is not in ${repository}`,
    'push it there first, or set `from: candidate` if it is in its candidate repository',
  );
}

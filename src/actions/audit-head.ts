import { z } from 'zod';
import type { AuditEntry } from '../audit/chain.ts';
import { trustOf } from '../config/signing.ts';
import type { Config, Environment } from '../config/types.ts';
import type { SetOwner } from '../recovery/sets.ts';
import type { Document } from '../signing/document.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Host } from '../toolkit/host.ts';
import { jsonIn } from '../toolkit/map.ts';
import { documentSigner, verifySigned } from './documents.ts';

/** Signs the head of the audit chain with `signing` of slipway.yml, so that a user who can write the chain cannot rewrite it unnoticed. */

/** Where the signed heads are kept. */
export interface HeadPlace {
  /** Returns the newest one. @returns `seq` by its name, where it has one. */
  readHead(): Promise<{ readonly text: string; readonly seq?: number } | undefined>;
  /** @param seq number of the last entry. */
  writeHead(seq: number, text: string): Promise<void>;
}

export interface HeadRequest {
  readonly place: HeadPlace;
  readonly owner: SetOwner;
  readonly config: Config;
  readonly environment: Environment;
  readonly inputs: { readonly config: string; readonly head: string };
  readonly host: Host;
}

const storedSchema = z.strictObject({
  /** The signed text. */
  head: z.string().max(2000),
  /** The signature, as a Sigstore bundle. */
  bundle: z.string().max(1_000_000),
});
const headSchema = z.object({
  seq: z.int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.iso.datetime(),
});

const documentOf = (owner: SetOwner, text: string): Document => ({
  name: `the head of the audit chain of ${owner.app} in ${owner.environment}`,
  content: new TextEncoder().encode(text),
  type: 'https://slipway.dev/audit-head/v1',
  about: { app: owner.app, environment: owner.environment },
});

/** Whether this environment signs heads, and verifies them. */
const isSigned = ({ config, environment }: HeadRequest): boolean =>
  config.signing !== undefined && trustOf(config, environment.trust) !== undefined;

export interface HeadFound {
  /** Why the chain does not continue the one whose head was signed last, in sentences. */
  readonly faults: readonly string[];
  /** Whether its last entry is the signed head. */
  readonly current: boolean;
  /** Number of the last entry that the signed head, or a noted one, protects; undefined where nothing is signed. */
  readonly protectedSeq?: number;
}

/** Compares the chain with the head that was signed last. Reads only. */
export async function compareHead(entries: readonly AuditEntry[], request: HeadRequest): Promise<HeadFound> {
  const { place, owner, inputs, config, environment, host } = request;
  const last = entries.at(-1);
  const noted = entries.find(each => each.hash === inputs.head)?.seq ?? 0;
  const found = (...faults: string[]): HeadFound => ({ faults, current: false });
  if (!isSigned(request)) return found();
  const newest = await place.readHead();
  if (newest === undefined)
    return noted === (last?.seq ?? 0)
      ? { faults: [], current: false, protectedSeq: noted }
      : found(
          'no head of the chain is signed: `export` signs it if the input `head` is the last one that was noted',
        );
  const stored = storedSchema.safeParse(jsonIn(newest.text));
  const head = headSchema.safeParse(jsonIn(stored.data?.head ?? ''));
  if (!stored.success || !head.success) return found('the signed head of the chain is not readable');
  const signal = host.cancellation();
  try {
    const document = documentOf(owner, stored.data.head);
    await verifySigned(document, stored.data.bundle, { config, environment, inputs, host, signal });
  } catch (error) {
    if (!(error instanceof UserError) || signal.aborted) throw error;
    return found(error.sentence);
  }
  const { seq, hash, at } = head.data;
  if (newest.seq !== undefined && newest.seq !== seq)
    return found(`the newest signed head has the name of entry ${newest.seq}, and is that of entry ${seq}`);
  if (entries[seq - 1]?.hash === hash)
    return { faults: [], current: hash === last?.hash, protectedSeq: Math.max(seq, noted) };
  return found(
    `the chain does not extend its head that was signed at ${at} (entry ${seq}): it was truncated or rewritten`,
  );
}

/** Signs the last entry, if the environment signs heads. */
export async function signHead({ seq, hash }: AuditEntry, at: string, request: HeadRequest): Promise<void> {
  if (!isSigned(request)) return;
  const { place, owner, config, inputs, host } = request;
  const head = JSON.stringify({ seq, hash, at });
  const sign = documentSigner({ config, path: inputs.config, host, signal: host.cancellation() });
  const bundle = await sign(documentOf(owner, head));
  await place.writeHead(seq, `${JSON.stringify({ head, bundle })}\n`);
}

import { dirname, resolve } from 'node:path';
import type { Trust } from '../config/signing.ts';
import type { Config, Environment } from '../config/types.ts';
import type { RegistryClient } from '../registry/client.ts';
import type { Vouched } from '../signing/judge.ts';
import { nounOf } from '../signing/predicates.ts';
import type { Host } from '../toolkit/host.ts';
import { parseMirrors } from '../toolkit/tools/pin.ts';

interface Asked {
  /** Path of slipway.yml. */
  readonly config: string;
  readonly 'tool-mirrors': string;
}

interface Asking {
  readonly config: Config;
  readonly environment: Environment | undefined;
  readonly images: Readonly<Record<string, { readonly repository: string; readonly digest: string }>>;
  readonly registry: RegistryClient;
  readonly host: Pick<Host, 'env' | 'report'>;
}

/**
 * What the images of a release prove, by name, where slipway.yml demands anything of them. Writes nothing.
 * @throws UserError for the first image that lacks something.
 */
export async function vouchedFor(
  inputs: Asked,
  { config, environment, images, registry, host }: Asking,
): Promise<Readonly<Record<string, Vouched>>> {
  // Not before it is needed.
  const { trustOf } = await import('../config/signing.ts');
  const trust = trustOf(config, environment?.trust);
  if (trust === undefined) return {};
  const [{ withCosign }, { vouchFor }] = await Promise.all([
    import('../signing/cosign.ts'),
    import('../signing/vouch.ts'),
  ]);
  const { env, report } = host;
  // A signal that ends us ends cosign, too.
  const { signal } = new AbortController();
  const toolMirrors = parseMirrors(inputs['tool-mirrors']);
  return withCosign({ toolMirrors, env, signal, report }, cosign => {
    const now = Date.now();
    return vouchFor(images, { ...trustOptions(inputs.config, config, trust), registry, cosign, env, now });
  });
}

export function trustOptions(path: string, config: Config, trust: Trust) {
  return { trust, publicLog: config.signing?.['public-log'] === true, root: resolve(dirname(path)) };
}

/** A sentence for each image. */
export function vouchedSentences(vouched: Readonly<Record<string, Vouched>>): string[] {
  return Object.values(vouched).map(({ reference, by, attested }) => {
    const said = attested.length === 0 ? '' : `, with ${attested.map(kind => nounOf[kind]).join(', ')}`;
    return `${reference} is signed by ${by}${said}`;
  });
}

/** As a record keeps it. */
export const signaturesOf = (vouched: Readonly<Record<string, Vouched>>) =>
  Object.fromEntries(
    Object.entries(vouched).map(([name, { by, attested }]) => [name, { by, attested: [...attested] }]),
  );

/** JSON for the output `signed`. */
export const signedOutput = (vouched: Readonly<Record<string, Vouched>>): string =>
  JSON.stringify(Object.fromEntries(Object.entries(vouched).map(([name, { by }]) => [name, by])));

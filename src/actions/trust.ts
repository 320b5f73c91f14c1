import { dirname, resolve } from 'node:path';
import type { Trust } from '../config/signing.ts';
import type { Config, Environment } from '../config/types.ts';
import { parseReference } from '../image/reference.ts';
import type { RegistryClient } from '../registry/client.ts';
import type { RequireSigned } from '../release/preflight/rollback-checks.ts';
import type { Vouched } from '../signing/judge.ts';
import { nounOf } from '../signing/predicates.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Host } from '../toolkit/host.ts';
import { parseMirrors } from '../toolkit/tools/pin.ts';
import { registryClient } from './registry.ts';

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
  return trust === undefined ? {} : vouched(inputs, trust, { config, images, registry, host });
}

async function vouched(
  inputs: Asked,
  trust: Trust,
  { config, images, registry, host }: Omit<Asking, 'environment'>,
): Promise<Readonly<Record<string, Vouched>>> {
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

/**
 * What a rollback demands of images that only a record says were released; undefined where slipway.yml demands no signatures. Attestations
 * are not demanded: a scan may be too old now.
 * @param force why an image may be put back although nothing shows that it is signed.
 */
export async function signatureDemand(
  inputs: Asked,
  {
    config,
    environment,
    force,
    host,
  }: Pick<Asking, 'config' | 'environment' | 'host'> & { force: string | undefined },
): Promise<RequireSigned | undefined> {
  const { trustOf } = await import('../config/signing.ts');
  const trust = trustOf(config, environment?.trust);
  if (trust === undefined) return undefined;
  return async references => {
    if (references.length === 0) return;
    try {
      const images = Object.fromEntries(references.map(each => [each, pinnedPlace(each)]));
      await vouched(inputs, signatureAlone(trust), {
        config,
        images,
        registry: await registryClient(),
        host,
      });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const problem = `only a record says that the image was released, and ${error.message}`;
      if (force === undefined)
        throw new UserError(
          problem,
          'find out who wrote that record, and deploy the version that you want; or say in `force` why it may be put back',
        );
      host.report(`warning: ${problem}. It is put back all the same: ${force}`);
    }
  };
}

function pinnedPlace(image: string): { repository: string; digest: string } {
  const { repository, digest } = parseReference(image);
  if (digest !== undefined) return { repository, digest };
  throw new UserError(`${image} is not pinned by digest`, 'deploy that version again');
}

/** The run that rolls back does not know from which branch or tag the image was signed. Pure. */
function signatureAlone({ 'scan-age': _, ...trust }: Trust): Trust {
  const { key, identity } = trust;
  const signer = key === undefined ? { identity: { ref: ['refs/heads/*', 'refs/tags/*'], ...identity } } : {};
  return { ...trust, ...signer, attestations: [] };
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

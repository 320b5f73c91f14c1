import { z } from 'zod';
import { daysSchema, fileNameSchema, text } from './grammar.ts';

/** The parts of slipway.yml about signatures: how images are signed, and what an image must prove before it is released. */

export const attestations = ['provenance', 'sbom', 'scan'] as const;

/** What is said of an image beside the signature: where it comes from, what is in it, what a scan found. */
export type Attestation = (typeof attestations)[number];

const remoteKey = '(awskms|gcpkms|azurekms|hashivault)://[\\x21-\\x7e]+';

/** Whether a key is kept by a service, which hands out the public half of it, too. */
export const isKmsKey = (key: string): boolean => new RegExp(`^${remoteKey}$`).test(key);

const privateKeySchema = text(
  new RegExp(`^(env://[A-Za-z_][A-Za-z0-9_]*|${remoteKey}|(?!.*://)[^\\p{Cc}]+)$`, 'u'),
  {
    problem: 'is not a key',
    remedy:
      'write env://NAME, the address of a key service such as awskms:///alias/shop, or the path of a file',
  },
);

const publicKeySchema = text(
  new RegExp(`^(env://[A-Za-z_][A-Za-z0-9_]*|${remoteKey}|(?!/)(?!.*://)[^\\p{Cc}]+)$`, 'u'),
  {
    problem: 'is not a public key',
    remedy:
      'write the path of a file relative to slipway.yml, such as cosign.pub, or the address of a key service',
  },
);

const attestationsSchema = z.array(
  z.enum(attestations, { error: 'is no attestation; write provenance, sbom or scan' }),
);

export const signingSchema = z.strictObject({
  key: privateKeySchema.exactOptional().meta({
    description:
      'The private key: `env://NAME` for a variable that holds it, the address of a key service, or a file. Its password is in COSIGN_PASSWORD. Default: none; the identity of the workflow signs, with a certificate for that moment.',
    example: 'env://COSIGN_PRIVATE_KEY',
  }),
  attest: attestationsSchema.prefault([...attestations]).meta({
    description: 'What is said of each image beside the signature.',
    example: ['provenance', 'sbom', 'scan'],
  }),
  format: z
    .enum(['bundle', 'legacy'], { error: 'is not a format; write bundle or legacy' })
    .prefault('bundle')
    .meta({
      description:
        'How signatures are kept: `bundle`, as cosign 3 does, or `legacy` for verifiers that know only the tags of cosign 2.',
      example: 'legacy',
    }),
  'public-log': z.boolean({ error: 'is neither true nor false' }).exactOptional().meta({
    description:
      'Whether signatures may stand in the public transparency log, with the name of the image and of the repository. Default: only those of a public repository that signs without a key.',
    example: true,
  }),
  services: fileNameSchema.exactOptional().meta({
    description:
      'A signing configuration of cosign, relative to slipway.yml, that names your own services. Default: those of Sigstore for everybody.',
    example: '.slipway/signing-config.json',
  }),
});

const patternSchema = (noun: string, example: string) =>
  text(/^[\x21-\x7e]+$/, {
    problem: `is not ${noun}`,
    remedy: `write it with "*" for what varies, such as ${example}`,
  });

const identityFields = z.strictObject({
  issuer: text(/^(https:\/\/[^\s/@?#]+|http:\/\/(localhost|127\.0\.0\.1)(:[0-9]{1,5})?)(\/[^\s?#]*)?$/, {
    problem: 'is not an issuer',
    remedy: 'write its address, such as https://token.actions.githubusercontent.com',
  })
    .exactOptional()
    .meta({
      description:
        'Who vouches for the identity. Default: GitHub Actions, of the server that runs the release.',
      example: 'https://gitlab.com',
    }),
  repository: text(/^https:\/\/[^\s@?#]+[^\s/@?#]$/, {
    problem: 'is not the address of a repository',
    remedy: 'write it as its page has it, such as https://github.com/acme/shop',
  })
    .exactOptional()
    .meta({
      description:
        'The repository whose workflow signed. Default: the one that releases; of another issuer than GitHub none where a `subject` is named.',
      example: 'https://github.com/acme/shop',
    }),
  'repository-id': z
    .int({ error: 'is not a number; write what `gh api repos/acme/shop --jq .id` says' })
    .positive({ error: 'is not a number; write what `gh api repos/acme/shop --jq .id` says' })
    .exactOptional()
    .meta({
      description: 'Its number, which stays its own when somebody else gets its name.',
      example: 123456789,
    }),
  ref: z
    .array(patternSchema('a ref', 'refs/heads/main'))
    .min(1, { error: 'is empty; list at least one pattern, such as `- refs/heads/*`' })
    .exactOptional()
    .meta({
      description:
        'From what it was signed; `*` matches anything. Default: the default branch, and the branch or tag that releases.',
      example: ['refs/heads/main', 'refs/tags/v*'],
    }),
  subject: patternSchema('a subject', 'https://github.com/acme/shop/.github/workflows/*')
    .exactOptional()
    .meta({
      description:
        'The identity itself, such as the workflow that signs; `*` matches anything. Default: any of the repository.',
      example: 'https://github.com/slipway/slipway/.github/workflows/build.yml@refs/tags/v*',
    }),
});

export const trustSchema = z.strictObject({
  signed: z.boolean({ error: 'is neither true nor false' }).prefault(true).meta({
    description: 'Whether an image must be signed at all; `false`: nothing is asked of it.',
    example: false,
  }),
  key: publicKeySchema.exactOptional().meta({
    description:
      'The public key: a file relative to slipway.yml, the address of a key service, or `env://NAME`. Default: that of `signing.key` where a key service keeps it.',
    example: 'cosign.pub',
  }),
  identity: identityFields.exactOptional().meta({
    description: 'Instead of it: who must have signed. Default: the repository that releases.',
    example: { repository: 'https://github.com/acme/shop', 'repository-id': 123456789 },
  }),
  attestations: attestationsSchema.exactOptional().meta({
    description: 'What must be said of an image, by whoever signed it. Default: what `signing` attests.',
    example: ['provenance', 'sbom', 'scan'],
  }),
  'scan-age': daysSchema.exactOptional().meta({
    description: 'How old the attested scan may be. Default: any age.',
    example: '30d',
  }),
  root: fileNameSchema.exactOptional().meta({
    description:
      'A trusted root of cosign, relative to slipway.yml: whose certificates, logs and timestamps count. Whatever it names is demanded. Default: Sigstore for everybody, which cosign asks for.',
    example: '.slipway/trusted-root.json',
  }),
});

export type Signing = z.output<typeof signingSchema>;
type Written = z.output<typeof trustSchema>;

/** What images must prove, with the defaults that follow from how they are signed. */
export interface Trust extends Omit<Written, 'signed' | 'attestations'> {
  readonly attestations: readonly Attestation[];
}

interface Trusting {
  readonly signing?: Signing;
  readonly trust?: Written;
}

/**
 * What images must prove, where `own` is what an environment says beside what the file does; undefined: nothing. Who signs images
 * verifies them, unless slipway.yml says otherwise. Pure.
 */
export function trustOf({ signing, trust }: Trusting, own?: Written): Trust | undefined {
  const whole = { ...(trust ?? { signed: signing !== undefined }), ...own };
  const { signed, key: _key, identity: _identity, attestations: named, ...rest } = whole;
  if (!signed) return undefined;
  return { ...rest, ...signerOf(own, trust, signing), attestations: named ?? signing?.attest ?? [] };
}

/**
 * By whom it must be signed that an image was verified somewhere; undefined where slipway.yml signs or demands nothing. `signing` signs it, also
 * where another pipeline signs the images. Pure.
 */
export function trustOfProofs(config: Trusting, own?: Written): Trust | undefined {
  const trust = trustOf(config, own);
  const { signing } = config;
  if (trust === undefined || signing === undefined) return undefined;
  const { key, identity: _, ...rest } = trust;
  if (signing.key === undefined) return key === undefined ? trust : rest;
  return key === undefined && isKmsKey(signing.key) ? { ...rest, key: signing.key } : trust;
}

/** A key or an identity, never both: what an environment says of either replaces both. */
function signerOf(
  own: Written | undefined,
  whole: Written | undefined,
  signing: Signing | undefined,
): Pick<Trust, 'key' | 'identity'> {
  for (const { key, identity } of [own ?? {}, whole ?? {}] as Pick<Trust, 'key' | 'identity'>[]) {
    if (key !== undefined) return { key };
    if (identity !== undefined) return { identity };
  }
  return signing?.key !== undefined && isKmsKey(signing.key) ? { key: signing.key } : {};
}

/** What cannot be, in `trust` of the file or of one of its environments. Pure. */
export function trustProblems(
  config: Trusting & {
    readonly environments: Readonly<
      Record<string, { readonly trust?: Written; readonly requires?: unknown }>
    >;
  },
): { path: string[]; message: string }[] {
  const places = [
    { path: ['trust'], written: config.trust },
    ...Object.entries(config.environments).map(([name, { trust }]) => ({
      path: ['environments', name, 'trust'],
      written: trust,
    })),
  ];
  const wrong = places.flatMap(({ path, written }) =>
    written === undefined ? [] : problemsOf(path, written),
  );
  if (wrong.length > 0) return wrong;
  return config.signing === undefined ? unsignedProofs(config) : signingProblems(config, config.signing);
}

/** Environments that demand signatures and require what nothing would sign: that another environment verified an image. */
function unsignedProofs(config: Parameters<typeof trustProblems>[0]): { path: string[]; message: string }[] {
  return Object.entries(config.environments).flatMap(([name, { trust, requires }]) => {
    if (requires === undefined || trustOf(config, trust) === undefined) return [];
    const message =
      'counts only what is signed, since `trust` demands signatures, and nothing signs that an image was verified; add `signing: {}`, or `signing: {key: …}`';
    return [{ path: ['environments', name, 'requires'], message }];
  });
}

/** What of `signing` nothing in `trust` fits. */
function signingProblems(
  config: Parameters<typeof trustProblems>[0],
  { key, services }: Signing,
): { path: string[]; message: string }[] {
  const trusts = Object.values(config.environments).flatMap(({ trust }) => trustOf(config, trust) ?? []);
  if (key !== undefined && trusts.some(each => each.key === undefined && each.identity === undefined)) {
    const message =
      'signs with a key, and nothing says with which public key releases are verified; add `trust: {key: cosign.pub}`';
    return [{ path: ['signing'], message }];
  }
  if (services !== undefined && config.trust?.root === undefined) {
    const message = 'names services that nobody trusts; add `trust: {root: .slipway/trusted-root.json}`';
    return [{ path: ['signing', 'services'], message }];
  }
  return [];
}

function problemsOf(path: string[], { key, identity }: Written): { path: string[]; message: string }[] {
  if (identity === undefined) return [];
  if (key !== undefined)
    return [{ path: [...path, 'identity'], message: 'stands beside `key`; keep one of the two' }];
  const { repository, 'repository-id': id } = identity;
  const here = [...path, 'identity'];
  if (repository !== undefined && id === undefined)
    return [
      {
        path: [...here, 'repository'],
        message:
          'has a name that somebody else may get one day; add its `repository-id`, which `gh api repos/OWNER/NAME --jq .id` tells',
      },
    ];
  if (repository === undefined && id !== undefined)
    return [
      { path: [...here, 'repository-id'], message: 'is of no repository; add `repository: https://…`' },
    ];
  return [];
}

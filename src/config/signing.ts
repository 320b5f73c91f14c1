import { z } from 'zod';
import { booleanSchema, daysSchema, fileNameSchema, listSchema, text } from './formats.ts';
import { type PlacedProblem, placed } from './placed-problem.ts';

/** The schemas of `signing` and `trust`: how images are signed, and what an image must prove before it is released. */

export const attestations = ['provenance', 'sbom', 'scan'] as const;

/** A statement about an image besides its signature: its provenance, its SBOM, or the findings of a scan. */
export type Attestation = (typeof attestations)[number];

const remoteKey = '(awskms|gcpkms|azurekms|hashivault)://[\\x21-\\x7e]+';

/** Whether a key is in a KMS, which also provides its public key. */
export const isKmsKey = (key: string): boolean => new RegExp(`^${remoteKey}$`).test(key);

const privateKeySchema = text(
  new RegExp(`^(env://[A-Za-z_][A-Za-z0-9_]*|${remoteKey}|(?!.*://)[^\\p{Cc}]+)$`, 'u'),
  {
    problem: 'is not a key',
    remedy: 'write env://NAME, the URI of a KMS key such as awskms:///alias/shop, or the path of a file',
  },
);

const publicKeySchema = text(
  new RegExp(`^(env://[A-Za-z_][A-Za-z0-9_]*|${remoteKey}|(?!/)(?!.*://)[^\\p{Cc}]+)$`, 'u'),
  {
    problem: 'is not a public key',
    remedy: 'write the path of a file relative to slipway.yml, such as cosign.pub, or the URI of a KMS key',
  },
);

const attestationsSchema = z.array(
  z.enum(attestations, { error: 'is not an attestation; write provenance, sbom or scan' }),
);

export const signingSchema = z.strictObject({
  key: privateKeySchema.exactOptional().meta({
    description:
      'The private key: `env://NAME`, a KMS URI (`awskms://`, `gcpkms://`, `azurekms://`, `hashivault://`), or a file; its password is in COSIGN_PASSWORD. Default: keyless, by the identity of the workflow.',
    example: 'env://COSIGN_PRIVATE_KEY',
  }),
  attestations: attestationsSchema.prefault([...attestations]).meta({
    description: 'The attestations of each image besides its signature.',
    example: ['provenance', 'sbom', 'scan'],
  }),
  format: z
    .enum(['bundle', 'legacy'], { error: 'is not a format; write bundle or legacy' })
    .prefault('bundle')
    .meta({
      description: 'How signatures are stored: as in cosign 3 (`bundle`) or cosign 2 (`legacy`).',
      example: 'legacy',
    }),
  'public-log': booleanSchema().exactOptional().meta({
    description:
      'Whether the public transparency log may record signatures, with the names of image and repository. Default: only keyless, of a public repository.',
    example: true,
  }),
  services: fileNameSchema.exactOptional().meta({
    description: 'A cosign signing configuration with your own services. Default: those of Sigstore.',
    example: '.slipway/signing-config.json',
  }),
});

const patternSchema = (noun: string, example: string) =>
  text(/^[\x21-\x7e]+$/, {
    problem: `is not ${noun}`,
    remedy: `write it with "*" as a wildcard, such as ${example}`,
  });

const identityFields = z.strictObject({
  issuer: text(/^(https:\/\/[^\s/@?#]+|http:\/\/(localhost|127\.0\.0\.1)(:[0-9]{1,5})?)(\/[^\s?#]*)?$/, {
    problem: 'is not an issuer',
    remedy: 'write its address, such as https://token.actions.githubusercontent.com',
  })
    .exactOptional()
    .meta({
      description: 'The OIDC issuer. Default: GitHub Actions on the server that runs the release.',
      example: 'https://gitlab.com',
    }),
  repository: text(/^https:\/\/[^\s@?#]+[^\s/@?#]$/, {
    problem: 'is not the address of a repository',
    remedy: 'write the address of its page, such as https://github.com/acme/shop',
  })
    .exactOptional()
    .meta({
      description:
        'The repository whose workflow signed, with its `repository-id`. Default: the one that releases; none for another issuer with a `subject`.',
      example: 'https://github.com/acme/shop',
    }),
  'repository-id': z
    .int({ error: 'is not the ID of a repository; write the output of `gh api repos/acme/shop --jq .id`' })
    .positive({
      error: 'is not the ID of a repository; write the output of `gh api repos/acme/shop --jq .id`',
    })
    .exactOptional()
    .meta({
      description: 'The ID of the repository, which is never reused: `gh api repos/acme/shop --jq .id`.',
      example: 123456789,
    }),
  ref: listSchema(
    patternSchema('a ref', 'refs/heads/main'),
    'is empty; list at least one pattern, such as `- refs/heads/*`',
  )
    .exactOptional()
    .meta({
      description:
        'The Git refs that may sign, with `*`. Default: the default branch, and the ref that releases.',
      example: ['refs/heads/main', 'refs/tags/v*'],
    }),
  subject: patternSchema('a subject', 'https://github.com/acme/shop/.github/workflows/*')
    .exactOptional()
    .meta({
      description:
        'The subject of the certificate, such as the signing workflow, with `*`. Default: any workflow of the repository.',
      example: 'https://github.com/slipway/slipway/.github/workflows/build.yml@refs/tags/v*',
    }),
});

export const trustSchema = z.strictObject({
  signed: booleanSchema().prefault(true).meta({
    description: 'Whether images must be signed; `false` verifies nothing.',
    example: false,
  }),
  key: publicKeySchema.exactOptional().meta({
    description: 'The public key: a file, a KMS URI, or `env://NAME`. Default: `signing.key` in a KMS.',
    example: 'cosign.pub',
  }),
  identity: identityFields.exactOptional().meta({
    description: 'Instead of `key`: who must have signed. Default: the repository that releases.',
    example: { repository: 'https://github.com/acme/shop', 'repository-id': 123456789 },
  }),
  attestations: attestationsSchema.exactOptional().meta({
    description:
      'The attestations that an image must have, from the same signer. Default: those of `signing`.',
    example: ['provenance', 'sbom', 'scan'],
  }),
  'max-scan-age': daysSchema.exactOptional().meta({
    description: 'How old the attested scan may be. Default: any age.',
    example: '30d',
  }),
  root: fileNameSchema.exactOptional().meta({
    description:
      'A cosign trusted root: the CAs, logs and timestamp authorities to require. Default: that of Sigstore.',
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
 * Returns what images must prove, where `own` is the `trust` of an environment; undefined: nothing. With `signing`, images are also
 * verified, unless slipway.yml says otherwise. Pure.
 */
export function trustOf({ signing, trust }: Trusting, own?: Written): Trust | undefined {
  const whole = { ...(trust ?? { signed: signing !== undefined }), ...own };
  const { signed, key: _key, identity: _identity, attestations: named, ...rest } = whole;
  if (!signed) return undefined;
  return { ...rest, ...signerOf(own, trust, signing), attestations: named ?? signing?.attestations ?? [] };
}

/**
 * Returns who must have signed the proof that an environment verified an image; undefined where slipway.yml signs or demands nothing. Where
 * `trust` names a key and `signing` is keyless, or `trust` an identity and `signing` a key in a KMS, another pipeline signs the images, and
 * `signing` the proof. Pure.
 */
export function trustOfProofs(config: Trusting, own?: Written): Trust | undefined {
  const trust = trustOf(config, own);
  const { signing } = config;
  if (trust === undefined || signing === undefined) return undefined;
  const { key, identity: _, ...rest } = trust;
  if (signing.key === undefined) return key === undefined ? trust : rest;
  return key === undefined && isKmsKey(signing.key) ? { ...rest, key: signing.key } : trust;
}

/**
 * Returns who must have signed a backup set, an archive or an audit head; undefined where slipway.yml demands nothing. They are signed like
 * proofs. Without `signing`, none that is unsigned is trusted: any user who can write to the store could have made it. Pure.
 */
export const trustOfDocuments = (config: Trusting, own?: Written): Trust | undefined =>
  trustOfProofs(config, own) ?? trustOf(config, own);

/** Returns a key or an identity, never both: either one in an environment replaces both of the file. */
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

interface TrustingParts extends Trusting {
  readonly environments: Readonly<Record<string, { readonly trust?: Written; readonly requires?: unknown }>>;
}

/** Returns contradictions in `trust` of the file or of one of its environments. Pure. */
export function trustProblems(config: TrustingParts): PlacedProblem[] {
  const wrong = [
    ...problemsOf(['trust'], config.trust),
    ...Object.entries(config.environments).flatMap(([name, { trust }]) =>
      problemsOf(['environments', name, 'trust'], trust),
    ),
  ];
  if (wrong.length > 0) return wrong;
  return config.signing === undefined ? unsignedProofs(config) : signingProblems(config, config.signing);
}

/** Returns environments that demand signatures and have `requires`, although nothing signs the proof that images were verified. */
const unsignedProofs = (config: TrustingParts): PlacedProblem[] =>
  Object.entries(config.environments).flatMap(([name, { trust, requires }]) =>
    requires === undefined || trustOf(config, trust) === undefined
      ? []
      : placed(
          ['environments', name, 'requires'],
          'needs signed proofs because `trust` requires signatures, but nothing signs that an image was verified; add `signing: {}`, or `signing: {key: …}`',
        ),
  );

/** Returns settings of `signing` that `trust` has no counterpart for. */
function signingProblems(config: TrustingParts, { key, services }: Signing): PlacedProblem[] {
  const trusts = Object.values(config.environments).flatMap(({ trust }) => trustOf(config, trust) ?? []);
  if (key !== undefined && trusts.some(each => each.key === undefined && each.identity === undefined))
    return placed(
      ['signing'],
      'signs with a key, but releases have no public key to verify with; add `trust: {key: cosign.pub}`',
    );
  return services !== undefined && config.trust?.root === undefined
    ? placed(
        ['signing', 'services'],
        'names services that no root trusts; add `trust: {root: .slipway/trusted-root.json}`',
      )
    : [];
}

function problemsOf(path: string[], { key, identity }: Partial<Written> = {}): PlacedProblem[] {
  if (identity === undefined) return [];
  const here = [...path, 'identity'];
  if (key !== undefined) return placed(here, 'is set together with `key`; keep one of the two');
  const { repository, 'repository-id': id } = identity;
  if (repository !== undefined && id === undefined)
    return placed(
      [...here, 'repository'],
      'has a name that another owner may get later; add its `repository-id`, the output of `gh api repos/OWNER/NAME --jq .id`',
    );
  return repository === undefined && id !== undefined
    ? placed([...here, 'repository-id'], 'has no repository; add `repository: https://…`')
    : [];
}

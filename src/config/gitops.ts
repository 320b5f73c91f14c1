import { z } from 'zod';
import { isMap } from '../toolkit/map.ts';
import { durationSchema, fileNameSchema, labelSchema, listSchema, text } from './formats.ts';
import { type PlacedProblem, placed } from './placed-problem.ts';

/** The schema of `delivery`: a release is a commit, which a GitOps controller brings to the cluster. */

/** Plain HTTP only to this machine, because a token is sent along. */
const repository =
  /^(https:\/\/[^\s/@?#]+\/[^\s?#]+|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:[0-9]{1,5})?\/[^\s?#]+|ssh:\/\/([\w.-]+@)?[^\s/@?#-][^\s/@?#]*\/[^\s?#]+|[\w.-]+@[\w.-]+:[^\s?#-][^\s?#]*|file:\/\/\/[^\s?#]+)$/;

/** A part of what `git check-ref-format` allows. */
const branch = /^(?!.*(\.\.|\/\/|@\{|\.lock(\/|$)))[A-Za-z0-9_][A-Za-z0-9_./+-]*(?<![./])$/;

const keyPathSchema = text(/^[^\s.,[\]{}\p{Cc}]+(\.[^\s.,[\]{}\p{Cc}]+)*$/u, {
  problem: 'is not the path of a value',
  remedy: 'write names with dots between them, such as image.digest',
});

const forms = ['digest', 'tag', 'reference'] as const;

const valuesSchema = z
  .strictObject({
    values: fileNameSchema.meta({
      description: 'A Helm values file, relative to the root of the repository.',
      example: 'charts/shop/values.yaml',
    }),
    digest: keyPathSchema.exactOptional().meta({
      description: 'The value that gets the digest: `sha256:…`.',
      example: 'image.digest',
    }),
    tag: keyPathSchema.exactOptional().meta({
      description:
        'The value that gets a tag with the digest, for charts that write `repository:tag`: `<12 characters of the digest>@sha256:…`.',
      example: 'image.tag',
    }),
    reference: keyPathSchema.exactOptional().meta({
      description: 'The value that gets `repository@sha256:…`.',
      example: 'image',
    }),
    of: labelSchema('the name of an image').exactOptional().meta({
      description: 'The image in slipway.yml. Default: the only one.',
      example: 'shop',
    }),
  })
  .check(({ value, issues }) => {
    const given = forms.filter(form => value[form] !== undefined);
    if (given.length === 1) return;
    const problem = given.length === 0 ? 'lacks the value to change' : `has ${given.join(' and ')}`;
    const message = `${problem}; write one of \`digest\`, \`tag\` and \`reference\`, such as \`digest: image.digest\``;
    issues.push({ code: 'custom', message, input: value });
  });

const name = (noun: string) =>
  text(/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/, {
    problem: `is not the name of ${noun}`,
    remedy: 'use lower-case letters, digits, "-" and "."',
    longest: 253,
  });

const controllerSchema = z
  .strictObject({
    argocd: z
      .strictObject({
        name: name('an Application').meta({ description: 'The Application.', example: 'shop' }),
        namespace: labelSchema('a namespace').prefault('argocd').describe('Its namespace.'),
      })
      .exactOptional()
      .meta({ description: 'An Application of Argo CD.', example: { name: 'shop' } }),
    flux: z
      .strictObject({
        kustomization: name('a Kustomization').exactOptional().meta({
          description: 'A Flux Kustomization.',
          example: 'shop',
        }),
        helmrelease: name('a HelmRelease').exactOptional().meta({
          description: 'Or a Flux HelmRelease.',
          example: 'shop',
        }),
        namespace: labelSchema('a namespace').prefault('flux-system').describe('Its namespace.'),
      })
      .refine(
        ({ kustomization, helmrelease }) => (kustomization === undefined) !== (helmrelease === undefined),
        {
          error:
            'needs one of `kustomization` and `helmrelease`; write the name of the object, such as `kustomization: shop`',
        },
      )
      .exactOptional()
      .meta({ description: 'An object of Flux.', example: { kustomization: 'shop' } }),
  })
  .refine(({ argocd, flux }) => (argocd === undefined) !== (flux === undefined), {
    error: 'needs one of `argocd` and `flux`; write `argocd: {name: shop}` or `flux: {kustomization: shop}`',
  });

const gitopsSchema = z.strictObject({
  repository: text(repository, {
    problem: 'is not the address of a Git repository without a password',
    remedy:
      'write https://host/path, ssh://git@host/path or git@host:path; the token comes from `gitops-token`',
  })
    .exactOptional()
    .meta({
      description: 'The Git repository that the controller reads. Default: the repository of slipway.yml.',
      example: 'https://github.com/acme/cluster',
    }),
  branch: text(branch, { problem: 'is not the name of a branch', remedy: 'write a name such as main' })
    .prefault('main')
    .describe('Its branch that the controller reads.'),
  files: listSchema(
    z.union([fileNameSchema, valuesSchema], {
      error:
        'is neither a path nor a file of values; write `- deploy/kustomization.yaml` or `- {values: charts/shop/values.yaml, digest: image.digest}`',
    }),
    'is empty; list at least one file, such as `- deploy/kustomization.yaml`',
  ).meta({
    description:
      'The files to change, relative to the root of that repository: a `kustomization.yaml` (its `images:`), manifests (`image:` of containers), or Helm values.',
    example: ['apps/shop/kustomization.yaml'],
  }),
  by: z.enum(['push', 'pull-request']).prefault('push').meta({
    description:
      '`push`: commits to the branch. `pull-request`: opens one at GitHub, and waits until it is merged.',
    example: 'pull-request',
  }),
  'merge-timeout': durationSchema.prefault('30m').meta({
    description:
      'How long a run waits for the merge of a pull request; then the release is paused, and `sweep` continues it.',
    example: '1h',
  }),
  timeout: durationSchema
    .prefault('15m')
    .describe(
      'How long the controller and the pods may take to roll a commit out; after that, the commit is reverted.',
    ),
  controller: controllerSchema.exactOptional().meta({
    description:
      'The object of the controller, whose errors then end a release early. Default: only the workload is observed.',
    example: { argocd: { name: 'shop' } },
  }),
});

export const deliverySchema = z.strictObject({
  gitops: gitopsSchema.meta({
    description: 'A release is a commit in a Git repository, which Argo CD or Flux brings to the cluster.',
    example: { files: ['apps/shop/kustomization.yaml'] },
  }),
});

export type GitOps = z.output<typeof gitopsSchema>;

const withController = '; remove it, and use what the controller has';

/** Keys without an effect beside `delivery`, and why. */
const notWithGitOps: Readonly<Record<string, string>> = {
  strategy:
    'leaves it to the controller; remove it, limit a rollout by `delivery.gitops.timeout`, and split the traffic with Argo Rollouts or Flagger',
  gateway: 'changes no route; remove it',
  gate: `splits no traffic${withController}`,
  hooks: `runs no hooks${withController}`,
  unversioned: 'applies no ConfigMaps or Secrets; remove it',
  'take-over': `writes no objects${withController}`,
};

/** Returns a problem at each key that contradicts the `delivery` of its environment. Pure. @param written slipway.yml without defaults. */
export function deliveryConflicts(written: unknown): PlacedProblem[] {
  const environments = isMap(written) && isMap(written.environments) ? written.environments : {};
  return Object.entries(environments).flatMap(([name, environment]) =>
    isMap(environment) && environment.delivery !== undefined
      ? Object.entries(notWithGitOps)
          .filter(([key]) => environment[key] !== undefined)
          .flatMap(([key, why]) =>
            placed(['environments', name, key], `does not work with \`delivery.gitops\`, which ${why}`),
          )
      : [],
  );
}

interface Delivering {
  readonly delivery?: { readonly gitops: Pick<GitOps, 'files'> };
  readonly requires?: { readonly environment: string };
}

/** Returns problems with `delivery` in environments: an image that is unknown or not named, or a proof that would never come. Pure. */
export function deliveryProblems(
  environments: Readonly<Record<string, Delivering>>,
  images: Readonly<Record<string, unknown>>,
): PlacedProblem[] {
  const names = Object.keys(images);
  return Object.entries(environments).flatMap(([environment, { delivery, requires }]) => {
    const required = requires === undefined ? undefined : environments[requires.environment];
    const unproved =
      required?.delivery === undefined
        ? []
        : placed(
            [environment, 'requires', 'environment'],
            'is delivered by `gitops`, which attaches no proofs to images; remove `requires`',
          );
    const files = (delivery?.gitops.files ?? []).flatMap((file, index) => {
      if (typeof file === 'string') return [];
      const path = [environment, 'delivery', 'gitops', 'files', index];
      if (file.of === undefined)
        return names.length === 1
          ? []
          : placed(path, `does not say which image it is; add \`of: ${names[0]}\``);
      return names.includes(file.of)
        ? []
        : placed([...path, 'of'], `is not an image of this file; choose one of ${names.join(', ')}`);
    });
    return [...unproved, ...files];
  });
}

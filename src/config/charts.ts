import { z } from 'zod';
import { labelSchema, listSchema, manifestPathSchema, text } from './formats.ts';

/** The schemas of `manifests`, whose entries are paths or charts of Helm, and of `take-over`. */

const registryChart = 'oci:\\/\\/[A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]{1,5})?(\\/[a-z0-9]+([._-]+[a-z0-9]+)*)+';

const chartSchema = z
  .strictObject({
    helm: text(new RegExp(`^(${registryChart}|(?!\\/)(?!.*:\\/\\/)[^\\\\\\p{Cc}]+)$`, 'u'), {
      problem: 'is neither a folder nor a chart in an OCI registry',
      remedy:
        'write a path relative to slipway.yml, or an address such as oci://registry.example.com/charts/shop',
    }).meta({
      description: 'The folder of a chart, or its address in an OCI registry (`oci://…`).',
      example: 'charts/shop',
    }),
    version: text(/^[0-9]+\.[0-9]+\.[0-9]+([-+][0-9A-Za-z.+-]+)?(@sha256:[0-9a-f]{64})?$/, {
      problem: 'is not an exact version',
      remedy: 'write three numbers, such as 1.4.2, or the same with the digest: 1.4.2@sha256:<digest>',
    })
      .exactOptional()
      .meta({
        description:
          'The exact version, required in a registry; with the digest (`1.4.2@sha256:…`), each release renders the same chart.',
        example: '1.4.2',
      }),
    values: z
      .array(manifestPathSchema)
      .exactOptional()
      .meta({
        description: 'Values files; a later one overrides an earlier one.',
        example: ['values.yaml', 'values-production.yaml'],
      }),
    set: z
      .record(
        text(/^[^\s=,{}\p{Cc}]+$/u, {
          problem: 'is not the path of a value',
          remedy: 'write names with dots between them, such as image.tag',
        }),
        z.union([z.string(), z.number(), z.boolean()], {
          error: 'is neither text, a number, true nor false; write lists and maps into a file of `values`',
        }),
      )
      .exactOptional()
      .meta({
        description: 'Single values, which override the files.',
        example: { 'ingress.enabled': true },
      }),
    release: labelSchema('the name of a Helm release', 53).exactOptional().meta({
      description: 'The name of the release that the templates see. Default: `app`.',
      example: 'shop',
    }),
  })
  .check(({ value, issues }) => {
    const remote = value.helm.startsWith('oci://');
    if (remote === (value.version !== undefined)) return;
    const message = remote
      ? 'lacks `version`; add one, such as `version: 1.4.2`; with the digest, `1.4.2@sha256:…`, each release renders the same chart'
      : 'is only for a chart in a registry; remove it, because the folder has one version';
    issues.push({ code: 'custom', message, path: remote ? [] : ['version'], input: value });
  });

export const manifestsSchema = listSchema(
  z.union([manifestPathSchema, chartSchema], {
    error: 'is neither a path nor a chart; write `- deploy/` or `- helm: charts/shop`',
  }),
  'is empty; list at least one file or folder, such as `- deploy/`',
);

export const takeOverSchema = z.strictObject({
  helm: labelSchema('the name of a Helm release', 53).meta({
    description: 'The Helm release whose objects Slipway takes over.',
    example: 'shop',
  }),
});

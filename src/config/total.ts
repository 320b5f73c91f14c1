import { z } from 'zod';
import { addressSchema, environmentVariableSchema, imageReferenceSchema, text } from './grammar.ts';
import { regionSchema } from './repositories.ts';
import { waySchema } from './scratch.ts';

/** The part of `drills` that says where everything comes back from an offline archive, when it is rehearsed. */
export const totalSchema = z.strictObject({
  registry: text(/^[A-Za-z0-9]([A-Za-z0-9._:/-]{0,250}[A-Za-z0-9])?$/, {
    problem: 'is no registry',
    remedy: 'write its host with what is before the names of images, such as registry.example.com/shop-drill',
  }).meta({
    description: 'The registry that the images are brought to, and that the cluster pulls from.',
    example: 'registry.example.com/shop-drill',
  }),
  bucket: addressSchema.meta({
    description: 'A bucket for drills alone, empty the first time; each drill empties it.',
    example: 'https://s3.eu-central-1.amazonaws.com/acme-drill',
  }),
  region: regionSchema(),
  login: environmentVariableSchema.prefault('DRILL').meta({
    description: 'What the environment variables with its login begin with, as of a store.',
    example: 'DRILL',
  }),
  at: z
    .array(waySchema)
    .min(1, { error: 'is empty; name the way to the bucket, such as `- 192.0.2.9:443`' })
    .meta({
      description: 'Where the bucket is, as a network policy sees it: nothing else may be reached.',
      example: ['192.0.2.9:443'],
    }),
  image: imageReferenceSchema.exactOptional().meta({
    description: 'With a shell, by which the isolation is tried. Default: that of the database as it lives.',
    example:
      'registry.example.com/probe@sha256:2d0c7a7bfa3a4ac9d9bb0f6a6a5f6c8c5c5ad5dff2e1fdd1a7ca0f7fb1f0b0aa',
  }),
});

import { z } from 'zod';
import {
  addressSchema,
  environmentVariableSchema,
  imageReferenceSchema,
  listSchema,
  text,
} from './formats.ts';
import { regionSchema } from './repositories.ts';
import { destinationSchema } from './scratch.ts';

/** The schema of `total` in `drills`: where a drill restores everything from an offline archive. */
export const totalSchema = z.strictObject({
  registry: text(/^[A-Za-z0-9]([A-Za-z0-9._:/-]{0,250}[A-Za-z0-9])?$/, {
    problem: 'is not a registry',
    remedy: 'write its host and the prefix of image names, such as registry.example.com/shop-drill',
  }).meta({
    description: 'The registry to copy images to, which the cluster pulls from.',
    example: 'registry.example.com/shop-drill',
  }),
  bucket: addressSchema.meta({
    description: 'A bucket for drills only, empty the first time; each drill empties it.',
    example: 'https://s3.eu-central-1.amazonaws.com/acme-drill',
  }),
  region: regionSchema(),
  'credentials-prefix': environmentVariableSchema
    .prefault('DRILL')
    .describe('The prefix of the environment variables with its credentials, as for a store.'),
  addresses: listSchema(
    destinationSchema,
    'is empty; list the address of the bucket, such as `- 192.0.2.9:443`',
  ).meta({
    description: 'The addresses of the bucket: nothing else may be reached.',
    example: ['192.0.2.9:443'],
  }),
  image: imageReferenceSchema.exactOptional().meta({
    description: 'An image with a shell, which tests the isolation. Default: that of the live database.',
    example:
      'registry.example.com/probe@sha256:2d0c7a7bfa3a4ac9d9bb0f6a6a5f6c8c5c5ad5dff2e1fdd1a7ca0f7fb1f0b0aa',
  }),
});

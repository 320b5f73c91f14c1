import { z } from 'zod';
import { fileNameSchema, serverSchema } from './formats.ts';

/** The schema of `cluster`: an API server that accepts GitHub's OIDC tokens. */

export const clusterSchema = z.strictObject({
  server: serverSchema.meta({
    description: 'The address of the API server.',
    example: 'https://api.cluster.example.com:6443',
  }),
  ca: fileNameSchema.exactOptional().meta({
    description:
      'The PEM file with the CA certificate of the API server, relative to slipway.yml. Default: the CA certificates of the system.',
    example: 'deploy/cluster-ca.pem',
  }),
  audience: z
    .string()
    .regex(/^[\x21-\x7e]+$/, {
      error: 'is not an audience; write the one that the API server was configured with',
    })
    .meta({
      description: 'The audience of the GitHub OIDC token that the API server accepts.',
      example: 'shop-production',
    }),
});

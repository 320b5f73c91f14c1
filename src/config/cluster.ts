import { z } from 'zod';
import { fileNameSchema, serverSchema } from './formats.ts';

/** The schema of `cluster`: an API server that accepts GitHub's OIDC tokens. */

export const clusterSchema = z.strictObject({
  server: serverSchema.meta({
    description: 'The address of the API server.',
    example: 'https://api.cluster.example.com:6443',
  }),
  ca: fileNameSchema.exactOptional().meta({
    description: 'The CA certificate of the API server, as PEM. Default: those of the system.',
    example: 'deploy/cluster-ca.pem',
  }),
  audience: z
    .string()
    .regex(/^[\x21-\x7e]+$/, {
      error: 'is not an audience; write the one that the API server was configured with',
    })
    .meta({
      description: 'The audience of the OIDC token that the API server accepts.',
      example: 'shop-production',
    }),
});

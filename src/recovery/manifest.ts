import type { z } from 'zod';
import type { manifestSchema } from './manifest-schema.ts';

/** The contents of a backup, as it lists them; see manifest-schema.ts. */
export type BackupManifest = z.infer<typeof manifestSchema>;
export type Database = BackupManifest['databases'][number];
export type Table = Database['tables'][number];
/** A database outside of the cluster. */
export type Managed = NonNullable<BackupManifest['managed']>[number];

/** What `keys` loads, as one chunk. */

export * from '../cluster/exec.ts';
export * from '../keys/at-rest.ts';
export * from '../keys/columns.ts';
export * from '../keys/judge.ts';
export * from '../keys/rotation.ts';
export * from '../keys/scan.ts';
export * from '../keys/session.ts';
export * from '../recovery/fernet.ts';
export * from '../recovery/postgres/info.ts';
export * from '../recovery/postgres/pgbackrest.ts';

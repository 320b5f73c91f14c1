/** What `audit` loads, as one chunk. */

export * from '../audit/chain.ts';
export * from '../audit/records.ts';
export * from './audit-head.ts';

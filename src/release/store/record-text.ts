import { UserError } from '../../toolkit/errors.ts';
import { type ReleaseRecord, schemaProblem } from './schema.ts';

const maxBytes = 256 * 1024;

/** A record before its creation, which sets its time. */
export type NewRecord = Omit<ReleaseRecord, 'at'>;

/**
 * Returns the stored text of a record.
 * @throws UserError when it is larger than 256 KiB, or could not be read again.
 */
export function recordText(record: NewRecord): string {
  const text = JSON.stringify(record);
  const problem = schemaProblem('record', { at: new Date(0).toISOString(), ...JSON.parse(text) });
  if (problem !== undefined)
    throw new UserError(`cannot record the release: ${problem}`, 'correct the manifests of this application');
  const bytes = Buffer.byteLength(text);
  if (bytes <= maxBytes) return text;
  throw new UserError(
    `the record of this release takes ${Math.ceil(bytes / 1024)} KiB, but at most 256 KiB can be stored`,
    'move large objects such as dashboards out of the manifests of this application',
  );
}

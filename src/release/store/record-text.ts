import type { Manifest } from '../../cluster/manifests.ts';
import type { KubeObject } from '../../cluster/objects.ts';
import { UserError } from '../../toolkit/errors.ts';
import { type ReleaseRecord, schemaProblem } from './schema.ts';

const maxBytes = 256 * 1024;

/** A record before its creation, which sets its time. */
export type NewRecord = Omit<ReleaseRecord, 'at'>;

/**
 * Returns the stored text of a record.
 * @throws UserError when it is larger than 256 KiB, or could not be read again.
 */
export function textOf(record: NewRecord): string {
  const text = JSON.stringify(record);
  const problem = schemaProblem('record', { at: new Date(0).toISOString(), ...JSON.parse(text) });
  if (problem !== undefined)
    throw new UserError(`cannot record the release: ${problem}`, 'correct the manifests of this application');
  const bytes = Buffer.byteLength(text);
  if (bytes <= maxBytes) return text;
  throw new UserError(
    `the record of this release has ${Math.ceil(bytes / 1024)} KiB, but at most 256 KiB can be stored`,
    'move large objects such as dashboards out of the manifests of this application',
  );
}

/** Returns the manifests for a record: without the values of Secrets, and without the data of shipped copies, which exist as objects. */
export function recordable(manifests: Manifest[]): KubeObject[] {
  return manifests.map(({ object }) => {
    if (object.kind !== 'Secret' && !(object.kind === 'ConfigMap' && object.immutable === true))
      return object;
    const { data: _data, stringData: _stringData, binaryData: _binaryData, ...rest } = object;
    // The output of `kubectl get -o yaml` repeats the values in kubectl's annotation.
    const { [lastApplied]: _applied, ...annotations } = object.metadata?.annotations ?? {};
    return object.metadata?.annotations === undefined
      ? rest
      : { ...rest, metadata: { ...object.metadata, annotations } };
  });
}

const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

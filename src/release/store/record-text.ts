import type { KubeObject } from '../../cluster/objects.ts';
import { UserError } from '../../toolkit/errors.ts';
import type { Manifest } from '../workloads/manifests.ts';
import { type ReleaseRecord, schemaProblem } from './schema.ts';

const maxBytes = 256 * 1024;

/** A record that is not created yet: its time is that of its creation. */
export type NewRecord = Omit<ReleaseRecord, 'at'>;

/**
 * A record as it is stored.
 * @throws UserError when that is more than 256 KiB, or could not be read again.
 */
export function textOf(record: NewRecord): string {
  const text = JSON.stringify(record);
  const problem = schemaProblem('record', { at: new Date(0).toISOString(), ...JSON.parse(text) });
  if (problem !== undefined)
    throw new UserError(`cannot record the release: ${problem}`, 'correct the manifests of this application');
  const bytes = Buffer.byteLength(text);
  if (bytes <= maxBytes) return text;
  throw new UserError(
    `the record of this release has ${Math.ceil(bytes / 1024)} KiB, at most 256 are kept`,
    'move large objects such as dashboards out of the manifests of this application',
  );
}

/** What of the manifests may stand in a record: never the value of a Secret; shipped copies live as objects. */
export function recordable(manifests: Manifest[]): KubeObject[] {
  return manifests.map(({ object }) => {
    if (object.kind !== 'Secret' && !(object.kind === 'ConfigMap' && object.immutable === true))
      return object;
    const { data: _data, stringData: _stringData, binaryData: _binaryData, ...rest } = object;
    // What `kubectl get -o yaml` wrote out has the values once more in kubectl's annotation.
    const { [lastApplied]: _applied, ...annotations } = object.metadata?.annotations ?? {};
    return object.metadata?.annotations === undefined
      ? rest
      : { ...rest, metadata: { ...object.metadata, annotations } };
  });
}

const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

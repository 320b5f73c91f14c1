import { describe, expect, it } from 'vitest';
import {
  dryRunRefusalOf,
  fixedFieldsChanged,
  fixedFieldsProblem,
} from '../../../src/release/preflight/dry-run.ts';
import { wording } from '../../wording.ts';
import { deployment, manifest, statefulSet } from '../objects.ts';

const claim = (spec: object = {}, metadata: object = {}) => ({
  metadata: { name: 'data', ...metadata },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, ...spec },
});
const live = statefulSet({
  spec: {
    serviceName: 'shop',
    podManagementPolicy: 'OrderedReady',
    // As the server fills it in.
    volumeClaimTemplates: [
      { ...claim({ volumeMode: 'Filesystem' }), kind: 'PersistentVolumeClaim', status: { phase: 'Pending' } },
    ],
  },
});
const changed = (spec: object) =>
  fixedFieldsChanged(
    statefulSet({ spec: { serviceName: 'shop', volumeClaimTemplates: [claim()], ...spec } }),
    live,
  );

describe('an immutable field', () => {
  it('is the same when only defaults are left out', () => {
    expect(changed({})).toEqual([]);
    expect(changed({ podManagementPolicy: 'OrderedReady' })).toEqual([]);
    expect(
      changed({ volumeClaimTemplates: [claim({ resources: { requests: { storage: '1024Mi' } } })] }),
    ).toEqual([]);
  });

  it.each([
    ['spec.serviceName', { serviceName: 'other' }],
    ['spec.serviceName', { serviceName: undefined }],
    ['spec.podManagementPolicy', { podManagementPolicy: 'Parallel' }],
    ['spec.volumeClaimTemplates', { volumeClaimTemplates: [] }],
    ['spec.volumeClaimTemplates', { volumeClaimTemplates: [claim({}, { name: 'other' })] }],
    [
      'spec.volumeClaimTemplates',
      { volumeClaimTemplates: [claim({ resources: { requests: { storage: '2Gi' } } })] },
    ],
    ['spec.volumeClaimTemplates', { volumeClaimTemplates: [claim({ storageClassName: 'fast' })] }],
  ])('is named: %s, %o', (field, spec) => {
    expect(changed(spec)).toEqual([field]);
  });

  it('is none that may be changed', () => {
    expect(changed({ replicas: 7, minReadySeconds: 5, revisionHistoryLimit: 1 })).toEqual([]);
  });

  it('is reported with the remedy, in one sentence for all of them', () => {
    const next = statefulSet({ spec: { serviceName: 'other', podManagementPolicy: 'Parallel' } });
    expect(fixedFieldsProblem(next, live)).toMatchObject({
      message: wording(
        'StatefulSet/shop',
        'spec.serviceName',
        'spec.podManagementPolicy',
        'spec.volumeClaimTemplates',
      ),
      remedy: wording(),
    });
  });
});

describe('the error of the server about such a field', () => {
  const objection =
    "spec: Forbidden: updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template' are forbidden";
  const refused = (object: ReturnType<typeof statefulSet>, said = objection) =>
    dryRunRefusalOf({ manifest: manifest(object as never), live: live as never, objection: said })?.sentence;

  it('is replaced by one with the name of the field', () => {
    const next = statefulSet({ spec: { serviceName: 'other', volumeClaimTemplates: [claim()] } });
    expect(refused(next)).toEqual(wording('StatefulSet/shop', 'spec.serviceName'));
  });

  it('is passed on when no known field differs, and when it is about another one', () => {
    const same = statefulSet({ spec: { serviceName: 'shop', volumeClaimTemplates: [claim()] } });
    expect(refused(same)).toEqual(wording(`${objection}`, 'StatefulSet/shop', 'deploy/shop.yaml'));
    const other = statefulSet({ spec: { serviceName: 'other' } });
    expect(refused(other, 'too long')).toEqual(wording('StatefulSet/shop', 'too long', 'deploy/shop.yaml'));
    expect(fixedFieldsChanged(deployment(), deployment())).toEqual([]);
  });
});

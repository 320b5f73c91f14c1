import { describe, expect, it } from 'vitest';
import { MissingPermission } from '../../src/cluster/errors.ts';
import { resources } from '../../src/cluster/resources.ts';
import { withoutReportedPermissions } from '../../src/plan/preview.ts';
import { nameOfPermission, permissionsProblem } from '../../src/release/permissions/access.ts';
import { objectionTo } from '../../src/release/preflight/dry-run.ts';
import { UserError } from '../../src/toolkit/errors.ts';
import { configMap } from '../release/objects.ts';
import { wording } from '../wording.ts';

const permission = { verb: 'patch', resource: resources.secret };
const grant = (allowed: boolean) => ({ permission, name: nameOfPermission(permission), allowed });
const lacking = new MissingPermission('patch secrets in namespace shop');

describe('a problem of plan', () => {
  it('that follows from a missing permission is not reported again when missing permissions are reported', () => {
    expect(permissionsProblem([grant(false)], 'shop')).toBeInstanceOf(MissingPermission);
    expect(withoutReportedPermissions([lacking], [grant(true), grant(false)])).toEqual([]);
  });

  it('about a permission is reported when the review found none missing, because deploy would be refused', () => {
    expect(withoutReportedPermissions([lacking], [grant(true)])).toEqual([lacking]);
    expect(withoutReportedPermissions([lacking], [])).toEqual([lacking]);
  });

  it('of another kind is reported, whatever its text', () => {
    const quoted = new UserError(
      'the cluster refuses ConfigMap/a: the credential is not allowed to say so',
      'fix it',
    );
    expect(withoutReportedPermissions([quoted], [grant(false)])).toEqual([quoted]);
  });
});

describe('an object that the server refuses', () => {
  const manifest = configMap('settings', {});

  it('for a missing permission is reported with that permission and its remedy', () => {
    expect(objectionTo({ manifest, live: undefined, objection: lacking.message, lacking })).toBe(lacking);
  });

  it('for any other reason is reported with its name and its file', () => {
    expect(objectionTo({ manifest, live: undefined, objection: 'too long' })?.sentence).toEqual(
      wording('ConfigMap/settings', 'too long', 'deploy/shop.yaml'),
    );
    expect(objectionTo({ manifest, live: undefined, objection: undefined })).toBeUndefined();
  });
});

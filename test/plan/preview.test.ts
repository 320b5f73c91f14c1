import { describe, expect, it } from 'vitest';
import { MissingRight } from '../../src/cluster/errors.ts';
import { resources } from '../../src/cluster/resources.ts';
import { untold } from '../../src/plan/preview.ts';
import { objectionTo } from '../../src/release/preflight/rehearsal.ts';
import { nameOfRight, rightsProblem } from '../../src/release/rights/access.ts';
import { UserError } from '../../src/toolkit/errors.ts';
import { configMap } from '../release/objects.ts';
import { wording } from '../wording.ts';

const right = { verb: 'patch', resource: resources.secret };
const grant = (allowed: boolean) => ({ right, name: nameOfRight(right), allowed });
const lacking = new MissingRight('patch secrets in namespace shop');

describe('a problem of plan', () => {
  it('that follows from a missing right is not reported again when missing rights are reported', () => {
    expect(rightsProblem([grant(false)], 'shop')).toBeInstanceOf(MissingRight);
    expect(untold([lacking], [grant(true), grant(false)])).toEqual([]);
  });

  it('about a right is reported when the review found none missing, because deploy would be refused', () => {
    expect(untold([lacking], [grant(true)])).toEqual([lacking]);
    expect(untold([lacking], [])).toEqual([lacking]);
  });

  it('of another kind is reported, whatever its text', () => {
    const quoted = new UserError(
      'the cluster refuses ConfigMap/a: the credential is not allowed to say so',
      'fix it',
    );
    expect(untold([quoted], [grant(false)])).toEqual([quoted]);
  });
});

describe('an object that the server refuses', () => {
  const manifest = configMap('settings', {});

  it('for a missing right is reported with that right and its remedy', () => {
    expect(objectionTo({ manifest, live: undefined, objection: lacking.message, lacking })).toBe(lacking);
  });

  it('for any other reason is reported with its name and its file', () => {
    expect(objectionTo({ manifest, live: undefined, objection: 'too long' })?.sentence).toEqual(
      wording('ConfigMap/settings', 'too long', 'deploy/shop.yaml'),
    );
    expect(objectionTo({ manifest, live: undefined, objection: undefined })).toBeUndefined();
  });
});

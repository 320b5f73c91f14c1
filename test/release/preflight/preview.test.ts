import { describe, expect, it } from 'vitest';
import { MissingRight } from '../../../src/cluster/errors.ts';
import { resources } from '../../../src/cluster/resources.ts';
import { untold } from '../../../src/release/preflight/preview.ts';
import { objectionTo } from '../../../src/release/preflight/rehearsal.ts';
import { nameOfRight, rightsProblem } from '../../../src/release/rights/access.ts';
import { UserError } from '../../../src/toolkit/errors.ts';
import { wording } from '../../wording.ts';
import { configMap } from '../objects.ts';

const right = { verb: 'patch', resource: resources.secret };
const grant = (allowed: boolean) => ({ right, name: nameOfRight(right), allowed });
const lacking = new MissingRight('patch secrets in namespace shop');

describe('a problem of plan', () => {
  it('that a missing right leads to is not told again where rights are told of', () => {
    expect(rightsProblem([grant(false)], 'shop')).toBeInstanceOf(MissingRight);
    expect(untold([lacking], [grant(true), grant(false)])).toEqual([]);
  });

  it('is told where the review of rights knew nothing of it: deploy would be refused', () => {
    expect(untold([lacking], [grant(true)])).toEqual([lacking]);
    expect(untold([lacking], [])).toEqual([lacking]);
  });

  it('of another kind is told whatever its words', () => {
    const quoted = new UserError('the cluster refuses ConfigMap/a: the credential may not say so', 'fix it');
    expect(untold([quoted], [grant(false)])).toEqual([quoted]);
  });
});

describe('an object that the server does not take', () => {
  const manifest = configMap('settings', {});

  it('for a right that is lacking is refused for that right, with its remedy', () => {
    expect(objectionTo({ manifest, live: undefined, objection: lacking.message, lacking })).toBe(lacking);
  });

  it('for anything else is refused by its name, and its file is to be corrected', () => {
    expect(objectionTo({ manifest, live: undefined, objection: 'too long' })?.sentence).toEqual(
      wording('ConfigMap/settings', 'too long', 'deploy/shop.yaml'),
    );
    expect(objectionTo({ manifest, live: undefined, objection: undefined })).toBeUndefined();
  });
});

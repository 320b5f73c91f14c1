import { describe, expect, it } from 'vitest';
import { MissingPermission, missingPermissionIn } from '../../src/cluster/errors.ts';
import { wording } from '../wording.ts';

const status = (message: string) => JSON.stringify({ reason: 'Forbidden', message });

describe('a denial by the API server', () => {
  it.each([
    [
      'secrets is forbidden: User "ann" cannot list resource "secrets" in API group "" in the namespace "shop"',
      wording('list', 'secrets', 'shop'),
    ],
    [
      'nodes is forbidden: User "ann" cannot list resource "nodes" in API group "" at the cluster scope',
      wording('list', 'nodes'),
    ],
    [
      'deployments.apps "shop" is forbidden: User "ann" cannot patch resource "deployments/scale" in API group "apps" in the namespace "shop"',
      wording('patch', 'deployments.apps/scale', 'shop'),
    ],
  ])('names the missing permission: %s', (message, sentence) => {
    const error = missingPermissionIn(403, status(message));
    expect(error).toBeInstanceOf(MissingPermission);
    expect(error?.sentence).toEqual(sentence);
  });

  it.each([
    [403, 'pods "shop" is forbidden: violates PodSecurity "restricted:latest"'],
    [
      409,
      'secrets is forbidden: User "ann" cannot list resource "secrets" in API group "" in the namespace "shop"',
    ],
  ])('does not name a permission: %i %s', (code, message) => {
    expect(missingPermissionIn(code, status(message))).toBeUndefined();
  });
});

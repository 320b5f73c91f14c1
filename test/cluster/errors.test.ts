import { describe, expect, it } from 'vitest';
import { denial, MissingRight } from '../../src/cluster/errors.ts';

const status = (message: string) => JSON.stringify({ reason: 'Forbidden', message });

describe('a denial by the API server', () => {
  it.each([
    [
      'secrets is forbidden: User "ann" cannot list resource "secrets" in API group "" in the namespace "shop"',
      'the credential may not list secrets in namespace shop; grant it with a Role',
    ],
    [
      'nodes is forbidden: User "ann" cannot list resource "nodes" in API group "" at the cluster scope',
      'the credential may not list nodes; grant it',
    ],
    [
      'deployments.apps "shop" is forbidden: User "ann" cannot patch resource "deployments/scale" in API group "apps" in the namespace "shop"',
      'the credential may not patch deployments.apps/scale in namespace shop; grant it',
    ],
  ])('names the right that is lacking: %s', (message, sentence) => {
    const error = denial(403, status(message));
    expect(error).toBeInstanceOf(MissingRight);
    expect(error?.sentence.startsWith(sentence), error?.sentence).toBe(true);
  });

  it.each([
    [403, 'pods "shop" is forbidden: violates PodSecurity "restricted:latest"'],
    [
      409,
      'secrets is forbidden: User "ann" cannot list resource "secrets" in API group "" in the namespace "shop"',
    ],
  ])('is none: %i %s', (code, message) => {
    expect(denial(code, status(message))).toBeUndefined();
  });
});

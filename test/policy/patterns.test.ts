import { describe, expect, it } from 'vitest';
import { matchesBase, matchesLine, matchesPath } from '../../src/policy/patterns.ts';

describe('a pattern of slipway.yml', () => {
  it.each([
    ['docker', './docker/app/Dockerfile', true],
    ['docker', 'docker-old/Dockerfile', false],
    ['docker/*/Dockerfile', 'docker/app/Dockerfile', true],
    ['docker/*/Dockerfile', 'docker/app/web/Dockerfile', false],
    ['docker/**/Dockerfile', 'docker/Dockerfile', true],
    ['docker/**/Dockerfile', 'docker/app/web/Dockerfile', true],
    ['**/Dockerfile', 'Dockerfile', true],
    ['*.dev', 'Dockerfile.dev', true],
    ['*.dev', 'Dockerfile-dev', false],
    ['*constructor', 'constructor', true],
  ])('of a path: %s, %s: %s', (pattern, path, matches) => {
    expect(matchesPath(pattern, path)).toBe(matches);
  });

  it.each([
    ['RUN curl *', 'RUN  curl\t-k https://example.com', true],
    ['RUN curl', 'RUN curl -k', false],
    ['RUN [a-z] (x)', 'RUN [a-z] (x)', true],
  ])('of a line: %s, %s: %s', (pattern, line, matches) => {
    expect(matchesLine(pattern, line)).toBe(matches);
  });

  it.each([
    ['node:*-slim', 'docker.io/library/node', '24-slim', true],
    ['node:*-slim', 'docker.io/library/node', '24', false],
    ['node', 'docker.io/library/node', undefined, true],
    ['ghcr.io/acme/*', 'ghcr.io/acme/base', undefined, true],
    ['ghcr.io/acme/*', 'ghcr.io/acme/team/base', undefined, false],
    ['ghcr.io/**/base', 'ghcr.io/acme/team/base', undefined, true],
    ['ghcr.io/**/base', 'ghcr.io/base', undefined, false],
    ['**/base:latest', 'ghcr.io/acme/base', undefined, true],
  ])('of a base image: %s, %s, %s: %s', (pattern, repository, tag, matches) => {
    expect(matchesBase(pattern, { repository, ...(tag === undefined ? {} : { tag }) })).toBe(matches);
  });
});

import { describe, expect, it } from 'vitest';
import { dockerfileRules as levels } from '../../src/config/rules.ts';
import { dockerfileRules } from '../../src/policy/rules.ts';
import { only } from './checked.ts';

describe('the rules on Dockerfiles', () => {
  it('are complete, each once', () => {
    // Two rules are about the ignore comments themselves; policy/ignores.ts implements them.
    const names = [...dockerfileRules.map(({ name }) => name), 'ignore-comment', 'ignore-unused'];
    expect(names.sort()).toEqual(Object.keys(levels).sort());
  });

  it.each(dockerfileRules)('$name: finds something in its bad example, at a line of it', rule => {
    const found = only(rule.name, rule.bad, rule.facts);
    expect(found.length).toBeGreaterThan(0);
    for (const each of found) {
      const line = Number(each.split(':')[1]);
      expect(line).toBeGreaterThanOrEqual(1);
      expect(line).toBeLessThanOrEqual(rule.bad.split('\n').length);
    }
  });

  it.each(dockerfileRules)('$name: finds nothing in its good example', rule => {
    expect(only(rule.name, rule.good, rule.facts)).toEqual([]);
  });

  it.each(dockerfileRules)(
    '$name: has a description in whole sentences, and a remedy without a full stop',
    rule => {
      expect(rule.title).toMatch(/^[A-Z.a-z].*[^.]$/);
      expect(rule.finds).toMatch(/\.$/);
      expect(rule.remedy).toMatch(/[^.]$/);
      expect(rule.remedy).not.toContain('\n');
    },
  );

  it('treat quotes that a shell passes on as part of a value', () => {
    const insecure = (line: string) => only('insecure-download', `FROM debian:13.1-slim\n${line}`);
    expect(insecure(String.raw`RUN export GOINSECURE=\"\"`)).toHaveLength(1);
    expect(insecure('RUN export GOINSECURE=""')).toEqual([]);
    expect(insecure('ENV GOINSECURE=""')).toEqual([]);
    expect(insecure('ENV GOSUMDB="off"')).toHaveLength(1);
  });

  it.each([
    'FROM ${BASE%-dev}',
    'FROM $UNKNOWN',
    'FROM Evil/Image',
    'FROM docker-image://evil:1',
    'FROM node:24-slim\nRUN --mount=type=bind,From=evil:1,target=/m true',
    'FROM node:24-slim\nRUN --mount=type=bind,"from=evil:1",target=/m true',
    'FROM node:24-slim\nCOPY --from="evil:1" /a /a',
    'FROM node:24-slim\nCOPY --from=$UNKNOWN /a /a',
  ])('let no image past the list of allowed ones: %s', dockerfile => {
    const text = `ARG BASE=evil:1-dev\n${dockerfile}`;
    expect(only('base-allowed', text, { allowed: ['node:*-slim'] })).toHaveLength(1);
    expect(only('base-allowed', text)).toEqual([]);
  });

  it('allow a stage in quotes, and mounts without an image', () => {
    const text =
      'FROM node:24-slim AS build\nRUN --mount=type=cache,target=/c true\nFROM node:24-slim\nCOPY --from="build" /a /a\nRUN --mount=type=bind,From=build true';
    expect(only('base-allowed', text, { allowed: ['node:*-slim'] })).toEqual([]);
  });
});

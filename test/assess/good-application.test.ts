import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { needsOf, notApplicableReasons, sourceOf } from '../../src/assess/conformance/demands.ts';
import { type RequirementId, requirementIds } from '../../src/assess/requirement.ts';
import { poolsOf } from '../../src/cost/connections.ts';
import { demandsIn } from '../../src/cost/demand.ts';
import { settingsIn } from '../../src/cost/settings.ts';
import { evidencePlan, notApplicable, type StepName, stepNames } from '../e2e/conformance/evidence-plan.ts';
import { configIn, goodFiles, judgedFiles, manifestsIn, reviewed } from './good.ts';
import { short } from './shop.ts';

/** The application that the lab shows to meet everything, as far as files and a cluster without processes can show it. */

describe('the good application', () => {
  it('has no finding', () => {
    expect(short(judgedFiles()).map(({ id, rule, what }) => `${id} ${rule}: ${what}`)).toEqual([]);
  });

  it('leaves nothing unknown in a cluster that holds it', () => {
    const open = judgedFiles().filter(({ status }) => status === 'unknown');
    expect(open.map(({ id, rule, what }) => `${id} ${rule}: ${what}`)).toEqual([]);
  });

  it('has Dockerfiles without a finding, which install by npm and go', async () => {
    const { findings, notes, read } = await reviewed();
    expect(findings.map(({ rule, message, place }) => [rule, message, place])).toEqual([]);
    expect(notes).toEqual([]);
    expect(read).toEqual([
      { image: 'shop', managers: ['npm'] },
      { image: 'records', managers: ['go'] },
    ]);
  });

  it('limits the cost of a task, and opens fewer connections than its database accepts', () => {
    const environment = configIn(goodFiles()).environments.production!;
    const manifests = manifestsIn(goodFiles());
    const demands = demandsIn(manifests, 'production', environment);
    const { connections, 'task-cap': cap = '' } = environment.cost!;
    const [pool] = poolsOf(connections!, demands, manifests, environment);
    // As in test/database/settings.ts, of which three are kept for administrators.
    expect(connections?.max).toBe(60);
    expect(pool).toMatchObject({
      workload: 'Deployment/records',
      pods: 7,
      surge: 3,
      size: 4,
      connections: 40,
    });
    expect(settingsIn(demands, cap, manifests)).toContainEqual({ of: 'Deployment/shop', value: '0.25' });
  });

  it('accepts no finding by an exception', () => {
    expect(goodFiles()['slipway.yml']).not.toContain('exceptions:');
  });
});

/** The source of evidence that each step gives; the step `report` asks those that need no other step. */
const given: Readonly<Record<StepName, readonly string[]>> = {
  ...(Object.fromEntries(stepNames.map(name => [name, [name.split(' ')[0]]])) as Record<StepName, string[]>),
  report: ['registry', 'schedule'],
};

/** What a requirement needs: each is a list of sources of which one is enough, or another requirement. */
const sourcesOf = (id: RequirementId): string[][] =>
  needsOf(id).map(need =>
    need.startsWith('=')
      ? [need]
      : need
          .replace('*', '')
          .split('|')
          .map(rule => sourceOf(rule)),
  );

describe('the plan of its evidence', () => {
  it('has each requirement once', () => {
    expect(Object.keys(evidencePlan).sort()).toEqual([...requirementIds].sort());
    expect(requirementIds).toHaveLength(112);
  });

  it.each(requirementIds)('names for %s the sources that a report asks for, and no other', id => {
    const planned = evidencePlan[id];
    if (notApplicableReasons[id] !== undefined) {
      expect(planned).toEqual(['Slipway']);
      expect(notApplicable[id]).toBeDefined();
      return;
    }
    const offers = planned.map(each => (each.startsWith('=') ? [each] : (given[each as StepName] ?? [])));
    const needed = sourcesOf(id);
    for (const oneOf of needed)
      expect(
        offers.flat().some(each => oneOf.includes(each)),
        `${id} needs ${oneOf}`,
      ).toBe(true);
    for (const offer of offers)
      expect(
        offer.some(each => needed.flat().includes(each)),
        `${id} does not need ${offer}`,
      ).toBe(true);
  });

  it.each(Object.entries(notApplicableReasons))('names a test of Slipway that exists for %s', (_, what) => {
    for (const [path = ''] of what.matchAll(/\b(test|docs)\/[\w/.-]+\.(ts|md)/g))
      expect(existsSync(join(import.meta.dirname, '../..', path)), path).toBe(true);
  });

  it('leaves at most seven requirements that are not met', () => {
    expect(112 - Object.keys(notApplicable).length).toBeGreaterThanOrEqual(105);
  });
});

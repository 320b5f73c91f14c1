import { describe, expect, it } from 'vitest';
import { conformanceReport } from '../../src/assess/conformance/report.ts';
import { requirementIds } from '../../src/assess/requirement.ts';
import { requirementsPage } from '../../src/report/requirements-page.ts';
import { wording } from '../wording.ts';
import { judged, now } from './shop.ts';

const request = {
  ...{
    app: 'shop',
    environment: 'production',
    by: 'slipway',
    notes: [],
    failedSources: {},
    now: Date.parse(now),
  },
};

describe('a report by assess alone', () => {
  it('decides every requirement, and calls met only what the cluster showed', () => {
    const { requirements, counts } = conformanceReport({
      ...request,
      shown: [{ of: 'assess', at: request.now, counts: 1000, assessments: judged() }],
    });
    expect(requirements.map(({ id }) => id)).toEqual(requirementIds);
    expect(counts['not-met']).toBe(0);
    expect(requirements.filter(({ status }) => status === 'met').map(({ id }) => id)).toEqual([
      'K7',
      'H1',
      'H4',
      'H8',
      'P5',
      'P6',
      'S5',
      'S6',
      'C14',
    ]);
  });
});

describe('a requirement', () => {
  const shown = [{ of: 'assess', at: request.now, counts: 1000, assessments: judged() }];
  const decided = (id: string, changes: object) =>
    conformanceReport({ ...request, shown, ...changes }).requirements.find(each => each.id === id);

  it('is unknown as soon as slipway.yml turns off one of its rules', () => {
    expect(decided('H4', {})?.status).toBe('met');
    expect(decided('I5', { off: ['probe-startup'] })?.status).toBe(decided('I5', {})?.status);
    for (const [id, rule] of [
      ['I5', 'KSV-0014'],
      ['S5', 'KSV-0046'],
      ['S9', 'etcd-encryption'],
    ] as const)
      expect(decided(id, { off: [rule] })).toMatchObject({
        status: 'unknown',
        what: expect.stringContaining(rule),
      });
    expect(decided('H4', { off: ['probe-startup'] })).toMatchObject({
      status: 'unknown',
      what: wording('probe-startup'),
      remedy: wording('assess.exceptions'),
    });
  });

  it('that needs three zones does not apply to fewer', () => {
    expect(decided('H1', { zones: 3 })?.status).toBe('met');
    expect(decided('H1', { zones: 1 })).toMatchObject({
      status: 'not-applicable',
      what: wording('assess.zones'),
    });
    expect(decided('H4', { zones: 1 })?.status).toBe('met');
  });

  it('that needs three zones stays not met with fewer', () => {
    const [first, ...rest] = judged().filter(({ id }) => id === 'H1');
    const short = [
      {
        of: 'assess',
        at: request.now,
        counts: 1000,
        assessments: [{ ...first, status: 'not-met' }, ...rest],
      },
    ];
    expect(decided('H1', { zones: 2, shown: short })?.status).toBe('not-met');
  });
});

it('the page of a report without sources says that nothing was read', () => {
  const page = requirementsPage(conformanceReport({ ...request, shown: [] }));
  expect(page).toMatch(/What was read.*<tbody><\/tbody>/);
});

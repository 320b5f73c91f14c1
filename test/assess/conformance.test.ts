import { describe, expect, it } from 'vitest';
import { conformanceReport } from '../../src/assess/conformance/report.ts';
import { requirementIds } from '../../src/assess/requirement.ts';
import { requirementsPage } from '../../src/report/requirements-page.ts';
import { judged, now } from './shop.ts';

const request = {
  ...{ app: 'shop', environment: 'production', by: 'slipway', notes: [], silent: {}, now: Date.parse(now) },
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

it('the page of a report without sources says that nothing was read', () => {
  const page = requirementsPage(conformanceReport({ ...request, shown: [] }));
  expect(page).toMatch(/What was read.*<tbody><\/tbody>/);
});

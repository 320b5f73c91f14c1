import { describe, expect, it } from 'vitest';
import { type Evidence, good, type Loose, reportOf, statusOf } from './evidence.ts';

/** Evidence that shows less than a requirement needs: it is neither met, nor a finding that nobody made. */

type Change = (evidence: Evidence) => void;
type Case = [what: string, change: Change, expected: Record<string, string>, says?: RegExp];

const policy = (file: string, change: (checked: Loose) => void) => (evidence: Evidence) =>
  change(evidence.documents[file].checked);

const cases: Case[] = [
  // The policy on images.
  [
    'only layers were checked',
    ({ documents }) => {
      delete documents['policy.json'];
    },
    { I1: 'unknown', I3: 'unknown', I4: 'unknown', I5: 'unknown', I6: 'unknown', I7: 'unknown' },
    /nothing shows it/,
  ],
  [
    'a Dockerfile that does not exist here',
    policy('policy.json', checked => {
      checked.images = [];
    }),
    { I1: 'unknown', I7: 'unknown', I5: 'unknown' },
    /Dockerfile of shop/,
  ],
  [
    'layers that were not checked',
    policy('policy-images.json', checked => {
      checked.images = [];
    }),
    { I1: 'met', I5: 'unknown' },
  ],
  [
    'a report that does not say what it checked',
    ({ documents }) => {
      delete documents['policy.json'].checked;
    },
    { I1: 'unknown' },
  ],
];

describe('evidence that shows too little', () => {
  it.each(cases)('decides nothing more: %s', (_, change, expected, says) => {
    const evidence = good();
    change(evidence);
    const report = reportOf(evidence);
    const ids = Object.keys(expected);
    expect(Object.fromEntries(ids.map(id => [id, statusOf(report, id).status]))).toEqual(expected);
    if (says !== undefined) expect(statusOf(report, ids[0] as string).what).toMatch(says);
  });
});

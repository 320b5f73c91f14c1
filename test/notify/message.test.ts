import { describe, expect, it } from 'vitest';
import { type EventKind, type EventOutcome, eventKinds, eventOf, outcomes } from '../../src/notify/event.ts';
import { messageOf, type Notice } from '../../src/notify/message.ts';
import { mailOf, smsOf } from '../../src/notify/texts.ts';
import { wording } from '../wording.ts';
import { event, notice, runUrl } from './events.ts';

const read = ({ title, why = '', next = '' }: Notice) => [title, why, next].join(' | ');

describe('the message of a release', () => {
  it.each([
    ['success', 'info', 'release 42 is live'],
    ['rolled-back', 'warning', 'release 41 is live'],
    ['needs-action', 'critical', '25 % of the traffic'],
    ['paused', 'warning', '25 % of the traffic'],
    ['failure', 'critical', 'check which version is live'],
    ['cancelled', 'warning', 'check which version is live'],
  ] as const)('says first what is live: %s is %s', (outcome, severity, live) => {
    const message = notice({ outcome, weight: '25' });
    expect(message.severity).toBe(severity);
    expect(message.title).toMatch(/^shop in production: release 42 /);
    expect(read(message)).toEqual(wording(live));
  });

  it('does not name a version that it does not know', () => {
    const rest = event({ outcome: 'failure', release: '', baseline: '' });
    expect(read(messageOf(rest))).toEqual(wording('check which version is live'));
    expect(read(messageOf({ ...rest, outcome: 'rolled-back' }))).toEqual(wording('rolled back'));
    expect(read(messageOf({ ...rest, outcome: 'rolled-back', baseline: 'none' }))).toEqual(
      wording('no release is live'),
    );
    expect(read(messageOf({ ...rest, outcome: 'needs-action' }))).toEqual(wording('needs action'));
  });

  it('uses the words of its decision record', () => {
    const told = {
      what: 'release 42 was rolled back, release 41 is live',
      why: 'errors 6 % against 1 %',
      next: 'find why errors got worse in the new version, then release again',
    };
    expect(read(messageOf(event(), [], told))).toEqual(
      wording('Errors 6 % against 1 %', 'release 41 is live'),
    );
  });
});

describe('the message of other work', () => {
  const others = eventKinds.filter(kind => kind !== 'release');
  const cases = others.flatMap(kind =>
    (['success', 'failure'] as const).map(outcome => [kind, outcome] as const),
  );
  it.each([
    ...cases,
    ['plan', 'cancelled'],
    ['monitor', 'degraded'],
    ['monitor', 'unknown'],
    ['monitor', 'cancelled'],
    ['sweep', 'needs-action'],
    ['rollback', 'cancelled'],
    ['rollback', 'rolled-back'],
    ['alert', 'degraded'],
    ['alert', 'unknown'],
  ] as [EventKind, EventOutcome][])('%s: %s', (kind, outcome) => {
    const named = kind === 'drill' ? { name: 'restore' } : kind === 'alert' ? { name: 'SlipwayErrors' } : {};
    const message = notice({ kind, outcome, reason: 'it is so', ...named });
    expect(read(message)).toEqual(wording('shop in production', 'It is so'));
    expect(message.title.length).toBeLessThanOrEqual(150);
  });

  it('after a rollback by monitor says what is live, or that a person must look', () => {
    const degraded = { release: '8', baseline: '', reason: 'monitor failed: errors' };
    const back = notice(degraded);
    expect(back.severity).toBe('warning');
    expect(read(back)).toEqual(wording('release 8 was rolled back', 'is live'));
    const failed = notice({ ...degraded, kind: 'rollback', outcome: 'failure' });
    expect(failed.severity).toBe('critical');
    expect(read(failed)).toEqual(wording('the rollback failed', 'check which version is live'));
  });

  it('after a rollback by an alert is a warning', () => {
    expect(notice({ kind: 'rollback', outcome: 'rolled-back' }).severity).toBe('warning');
    for (const outcome of ['degraded', 'unknown'] as const)
      expect(notice({ kind: 'alert', outcome }).severity).toBe('warning');
  });

  it.each([
    ['build', 'warning'],
    ['plan', 'warning'],
    ['backup', 'warning'],
    ['drill', 'warning'],
    ['scan', 'warning'],
    ['sweep', 'warning'],
    ['rollback', 'critical'],
    ['restore', 'critical'],
    ['alert', 'critical'],
  ] as [EventKind, string][])('a failed %s is %s', (kind, severity) => {
    expect(notice({ kind, outcome: 'failure' }).severity).toBe(severity);
    expect(notice({ kind, outcome: 'success' }).severity).toBe('info');
    expect(notice({ kind, outcome: 'failure', severity: 'info' }).severity).toBe('info');
  });
});

describe('the text of a message', () => {
  it('of a mail is readable on a phone', () => {
    const { subject, text, thread } = mailOf(notice());
    expect(subject).toEqual(wording('[warning]', 'release 42', 'release 41 is live'));
    expect(text).toEqual(wording('6 %', runUrl, 'abcdef0', 'octocat'));
    expect(thread).toBe('<shop.production.release.42@slipway.invalid>');
  });

  it('of an SMS has three parts at most, and always the link', () => {
    expect(smsOf(notice())).toEqual(wording('release 41 is live', runUrl));
    const long = smsOf(notice({ reason: 'ä“…”'.repeat(400) }));
    expect(long.length).toBeLessThanOrEqual(459);
    expect(long).toMatch(/^[\x20-\x7e]+$/);
    expect(long.endsWith(` ${runUrl}`)).toBe(true);
  });
});

describe('the inputs of an event', () => {
  const inputs = {
    event: 'release',
    outcome: 'success',
    ...{ release: '', baseline: '', weight: '', name: '', reason: '', severity: '' },
  };
  const place = { app: 'shop', environment: 'production', origin: event().origin };

  it('are unknown when they are empty or none', () => {
    const unknown = { release: '', baseline: '', weight: '', name: '', reason: '' };
    expect(eventOf({ ...inputs, release: 'none', reason: 'none', weight: 'none' }, place)).toEqual({
      ...{ ...place, ...unknown, kind: 'release', outcome: 'success', severity: 'info' },
    });
    expect(eventOf({ ...inputs, baseline: 'none' }, place).baseline).toBe('none');
  });

  it.each(['https://ci.acme.example/job/a (b)|c', 'javascript:alert(1)', 'https://user:hunter22@host/'])(
    'have no link to %s, which is more than an address',
    url => {
      expect(messageOf(event({ origin: { ...place.origin, url } })).url).toBe('');
      expect(notice().url).toBe(runUrl);
    },
  );

  it.each([
    { event: 'birthday' },
    { outcome: 'good' },
    { severity: 'page' },
    { release: '7<!here>' },
    { weight: '7 %' },
  ])('are refused: %o', wrong => {
    expect(() => eventOf({ ...inputs, ...wrong }, place)).toThrow(wording(...Object.keys(wrong)));
  });

  it('allow every outcome', () => {
    for (const outcome of outcomes) expect(eventOf({ ...inputs, outcome }, place).outcome).toBe(outcome);
  });
});

import { eventOf, type NotifyEvent } from '../../src/notify/event.ts';
import { messageOf, type Notice } from '../../src/notify/message.ts';

export const runUrl = 'https://github.com/acme/shop/actions/runs/77';

/** A release of the shop that was rolled back, with the usual severity. */
export function event(changes: Partial<NotifyEvent> = {}): NotifyEvent {
  const { kind = 'release', outcome = 'rolled-back', severity = '', ...more } = changes;
  const reason = 'rollout failed: 6 % of the requests fail, 1 % before';
  const inputs = {
    event: kind,
    outcome,
    severity,
    release: '42',
    baseline: '41',
    weight: '',
    name: '',
    reason,
  };
  const run = { run: 'run 77 attempt 1 of acme/shop', actor: 'octocat', url: runUrl };
  const origin = { ...run, revision: 'abcdef0123456789' };
  return { ...eventOf(inputs, { app: 'shop', environment: 'production', origin }), ...more };
}

export const notice = (changes: Partial<NotifyEvent> = {}): Notice => messageOf(event(changes));

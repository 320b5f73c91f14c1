import type { NotifyEvent } from '../../src/notify/event.ts';
import { messageOf, type Notice } from '../../src/notify/message.ts';

export const runUrl = 'https://github.com/acme/shop/actions/runs/77';

/** A release of the shop that was rolled back. */
export const event = (changes: Partial<NotifyEvent> = {}): NotifyEvent => ({
  kind: 'release',
  outcome: 'rolled-back',
  app: 'shop',
  environment: 'production',
  release: '42',
  baseline: '41',
  reason: 'rollout failed: 6 % of the requests fail, 1 % before',
  url: runUrl,
  origin: { run: 'run 77 attempt 1 of acme/shop', actor: 'octocat', revision: 'abcdef0123456789' },
  ...changes,
});

export const notice = (changes: Partial<NotifyEvent> = {}): Notice => messageOf(event(changes));

import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { jsonMap } from '../../toolkit/map.ts';
import { beganWith, type FiringAlert } from '../readings.ts';
import type { MonitoringSubject } from '../subject.ts';

/**
 * What an alert that reached CI asks for. Its text is untrusted: it decides nothing but which of the alerts in slipway.yml Prometheus is
 * then asked about. All pure.
 */

/** Characters; GitHub allows a `client_payload` of 64 KB. */
export const longestPayload = 64 * 1024;

/** Names and labels; longer ones belong to no alert of ours. */
const short = z.string().max(1000);

/** The body of Alertmanager's webhook, version 4: only what is read. */
const bodySchema = z.object({
  // Alertmanager before 0.35 turns the text of a payload template into a number.
  version: z.union([z.literal('4'), z.literal(4)]),
  alerts: z
    .array(z.object({ status: z.enum(['firing', 'resolved']), labels: z.record(short, short) }))
    .min(1)
    .max(1000),
});

/** What a relay makes of it: the body as text, so that a signature covers every byte. */
const envelopeSchema = z.object({
  body: z.string().max(longestPayload),
  /** As GitHub signs its webhooks: `sha256=`, then the HMAC in hexadecimal. */
  signature: short.optional(),
});

/** Why a payload is ignored, as a sentence without a full stop. */
export interface Ignored {
  readonly ignored: string;
}

/**
 * Reads a payload: the body of Alertmanager's webhook, or an envelope of a relay.
 * @param text JSON.
 * @param secret with which the relay signs; undefined if it does not.
 * @returns the names of alerts that may start a rollback, and that the payload says are firing.
 */
export function readPayload(
  text: string,
  subject: Pick<MonitoringSubject, 'app' | 'environment' | 'settings'>,
  secret: string | undefined,
): readonly string[] | Ignored {
  if (text.length > longestPayload)
    return { ignored: `the payload is larger than ${longestPayload / 1024} KiB` };
  const payload = jsonMap(text);
  const envelope = envelopeSchema.safeParse(payload);
  if (secret !== undefined && !(envelope.success && isSignedWith(secret, envelope.data)))
    return { ignored: 'the payload is not signed with the secret of `monitoring.rollback`' };
  const body = bodySchema.safeParse(envelope.success ? jsonMap(envelope.data.body) : payload);
  if (!body.success) return { ignored: "the payload is not that of Alertmanager's webhook in version 4" };
  const { app, environment } = subject;
  const ours = body.data.alerts.filter(
    ({ labels }) => labels.app === app && labels.environment === environment,
  );
  if (ours.length === 0) return { ignored: `no alert in the payload is about ${app} in ${environment}` };
  const firing = ours.filter(({ status }) => status === 'firing').map(({ labels }) => labels.alertname);
  if (firing.length === 0) return { ignored: 'the alerts in the payload are resolved' };
  const names = (subject.settings.rollback?.alerts ?? []).filter(name => firing.includes(name));
  if (names.length > 0) return names;
  return {
    ignored:
      'none of the alerts in the payload may start a rollback; `monitoring.rollback.alerts` names those that may',
  };
}

/**
 * Returns the alerts that may justify a rollback, or why there is none: Prometheus must say that they are firing, and that they began
 * after its rollout began.
 * @param firing what Prometheus says is firing.
 * @param began when its rollout began, in ms since 1970.
 */
export function confirmedAlerts(
  names: readonly string[],
  firing: readonly FiringAlert[],
  began: number,
): readonly [FiringAlert, ...FiringAlert[]] | Ignored {
  const named = firing.filter(({ name }) => names.includes(name));
  if (named.length === 0)
    return { ignored: `according to Prometheus, ${names.join(' or ')} is not firing now` };
  const real = named.filter(({ scraped }) => !scraped);
  if (real.length === 0)
    return {
      ignored: `${nameOf(named)} is firing with the label \`job\` or \`instance\`, so it may be a metric of a pod; remove these labels in its rule, for example with \`max by (pod)\`; Slipway's alerts about WAL and probed certificates keep them, and never start a rollback`,
    };
  const [first, ...more] = real.filter(alert => beganWith(alert, began));
  if (first === undefined)
    return { ignored: `nothing shows that ${nameOf(real)} began with the rollout of the live release` };
  return [first, ...more];
}

const nameOf = (alerts: readonly FiringAlert[]) => [...new Set(alerts.map(({ name }) => name))].join(' and ');

function isSignedWith(secret: string, { body, signature = '' }: z.output<typeof envelopeSchema>): boolean {
  const right = Buffer.from(`sha256=${createHmac('sha256', secret).update(body).digest('hex')}`);
  const given = Buffer.from(signature.trim().toLowerCase());
  return right.length === given.length && timingSafeEqual(right, given);
}

import { severities } from '../config/channels.ts';
import type { Channel, Receivers } from '../config/receivers.ts';
import type { Waiting } from '../toolkit/retry.ts';
import { slackOf, teamsOf, webhookOf } from './cards.ts';
import { sendMail } from './email.ts';
import { DeliveryError, sendRequest } from './http.ts';
import type { Notice } from './message.ts';
import { guarding } from './neutral.ts';
import { publish } from './sns.ts';
import { mailOf, smsOf } from './texts.ts';

/** Delivers a notice to the receivers of its severity. */

/** What became of a notice at one receiver. */
export interface Delivery {
  readonly receiver: string;
  /** Why it did not get the notice, in one sentence; undefined if it did. */
  readonly problem?: string;
}

/** Returns the variables whose values are secret: addresses, passwords, and the login of AWS. Pure. */
export function secretVariables(receivers: Receivers): string[] {
  const named = severities.flatMap(severity =>
    receivers[severity].flatMap(({ slack, teams, webhook, email, sns }) => [
      ...[slack, teams, webhook, email?.password].filter(each => each !== undefined),
      ...(sns === undefined ? [] : ['AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_ACCESS_KEY_ID']),
    ]),
  );
  return [...new Set(named)];
}

/**
 * Sends a notice to all receivers at once. Never throws: an unavailable receiver fails nothing.
 * @param secrets values that no problem may contain.
 */
export function deliver(
  notice: Notice,
  channels: readonly Channel[],
  { env, secrets, ...waiting }: Waiting & { env: NodeJS.ProcessEnv; secrets: readonly string[] },
): Promise<Delivery[]> {
  const safe = guarding(secrets);
  return Promise.all(
    channels.map(async channel => {
      const receiver = nameOf(channel);
      try {
        await send(notice, channel, env, waiting);
        return { receiver };
      } catch (error) {
        return { receiver, problem: `${receiver} ${safe((error as Error).message)}` };
      }
    }),
  );
}

/** The name of a receiver in sentences. Pure. */
export function nameOf({ slack, teams, email, sns, webhook }: Channel): string {
  if (slack !== undefined) return `Slack (${slack})`;
  if (teams !== undefined) return `Teams (${teams})`;
  if (email !== undefined) return `the mail server ${email.server}`;
  if (sns !== undefined) return `the SNS topic ${sns.topic.split(':').at(-1)}`;
  return `the webhook (${webhook})`;
}

async function send(
  notice: Notice,
  { slack, teams, email, sns, webhook }: Channel,
  env: NodeJS.ProcessEnv,
  waiting: Waiting,
): Promise<void> {
  if (email !== undefined) {
    const { password } = email;
    const value = password === undefined ? undefined : passwordIn(password, env);
    await sendMail(email, value, mailOf(notice), notice.severity === 'critical', waiting);
  } else if (sns !== undefined) {
    await publish(sns.topic, smsOf(notice), env, waiting);
  } else {
    const body = slack ? slackOf(notice) : teams ? teamsOf(notice) : webhookOf(notice);
    const address = addressIn(slack ?? teams ?? webhook ?? '', env);
    const headers = { 'content-type': 'application/json' };
    await sendRequest(
      () => new Request(address, { method: 'POST', headers, body: JSON.stringify(body) }),
      waiting,
    );
  }
}

function passwordIn(variable: string, env: NodeJS.ProcessEnv): string {
  const value = (env[variable] ?? '').trim();
  if (value !== '') return value;
  throw new DeliveryError(`has no login: ${variable} is not set`, false);
}

/** The address is the secret of a webhook, so it is sent only encrypted, or to this machine. */
function addressIn(variable: string, env: NodeJS.ProcessEnv): string {
  const text = (env[variable] ?? '').trim();
  if (text === '') throw new DeliveryError(`has no address: ${variable} is not set`, false);
  const url = URL.parse(text);
  const isLocal = url !== null && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  const isPrivate = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal);
  if (isPrivate && url?.username === '' && url.password === '') return text;
  throw new DeliveryError(
    `has no address: ${variable} holds no https address without user and password`,
    false,
  );
}

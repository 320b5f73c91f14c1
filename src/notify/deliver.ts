import { severities } from '../config/channels.ts';
import type { Channel, Receivers } from '../config/receivers.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Waiting } from '../toolkit/retry.ts';
import { slackOf, teamsOf, webhookOf } from './cards.ts';
import { sendMail } from './email.ts';
import { DeliveryError, sendRequest } from './http.ts';
import type { Notice } from './message.ts';
import { guarding, withoutValues } from './neutral.ts';
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
export const secretVariables = (receivers: Receivers): string[] =>
  severities.flatMap(severity =>
    receivers[severity].flatMap(({ slack, teams, webhook, email, sns }) => [
      ...[slack, teams, webhook, email?.password].flatMap(each => each ?? []),
      ...(sns === undefined ? [] : ['AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_ACCESS_KEY_ID']),
    ]),
  );

/**
 * Sends a notice to all receivers at once. Never throws: an unavailable receiver fails nothing.
 * @param secrets values that no problem may contain.
 */
export const deliver = (
  notice: Notice,
  channels: readonly Channel[],
  { env, secrets, ...waiting }: Waiting & { env: NodeJS.ProcessEnv; secrets: readonly string[] },
): Promise<Delivery[]> =>
  Promise.all(
    channels.map(channel =>
      attempted(
        nameOf(channel),
        () => send(notice, channel, env, waiting, text => withoutValues(text, secrets)),
        secrets,
      ),
    ),
  );

/** Does some work for a receiver, and says what became of it. Never throws. @param failed with what a problem begins. */
export async function attempted(
  receiver: string,
  work: () => Promise<unknown>,
  secrets: readonly string[],
  failed = `${receiver} `,
): Promise<Delivery> {
  try {
    await work();
    return { receiver };
  } catch (error) {
    const why = error instanceof UserError ? error.sentence : (error as Error).message;
    return { receiver, problem: `${failed}${guarding(secrets)(why)}` };
  }
}

/** The name of a receiver in sentences. */
function nameOf({ slack, teams, email, sns, webhook }: Channel): string {
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
  hide: (text: string) => string,
): Promise<void> {
  if (email !== undefined) {
    const password = email.password === undefined ? '' : valueIn(email.password, env, 'login');
    return sendMail(email, password, mailOf(notice), notice.severity === 'critical', waiting);
  }
  if (sns !== undefined) return publish(sns.topic, smsOf(notice), env, waiting, hide);
  const body = JSON.stringify(slack ? slackOf(notice) : teams ? teamsOf(notice) : webhookOf(notice));
  const address = addressIn(slack ?? teams ?? webhook ?? '', env);
  const headers = { 'content-type': 'application/json' };
  return sendRequest(() => new Request(address, { method: 'POST', headers, body }), waiting, hide);
}

function valueIn(variable: string, env: NodeJS.ProcessEnv, what: string): string {
  const value = (env[variable] ?? '').trim();
  if (value !== '') return value;
  throw new DeliveryError(`has no ${what}: ${variable} is not set`);
}

/** The address is the secret of a webhook, so it is sent only encrypted, or to this machine. */
function addressIn(variable: string, env: NodeJS.ProcessEnv): string {
  const text = valueIn(variable, env, 'address');
  const { protocol, hostname, username, password } = URL.parse(text) ?? {};
  const isLocal = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname ?? '');
  const isPrivate = protocol === 'https:' || (protocol === 'http:' && isLocal);
  if (isPrivate && username === '' && password === '') return text;
  throw new DeliveryError(
    `has no valid address: ${variable} must be an https address without a user or password`,
  );
}

import { z } from 'zod';
import { booleanSchema, environmentVariableSchema, listSchema, text } from './formats.ts';

/** The schema of `monitoring.receivers`: who is told, by severity. */

const emailSchema = text(/^[^\s@<>,;"]{1,64}@[^\s@<>,;"]{1,255}$/, {
  problem: 'is not an e-mail address',
  remedy: 'write name@host, such as ops@example.com',
});

const serverAddressSchema = text(/^[A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?:[0-9]{1,5}$/, {
  problem: 'is not a host with a port',
  remedy: 'write host:port, such as smtp.example.com:587',
});

const mailSchema = z.strictObject({
  to: listSchema(emailSchema, 'is empty; list at least one address').meta({
    description: 'The recipients.',
    example: ['ops@example.com'],
  }),
  from: emailSchema.meta({ description: 'The sender.', example: 'slipway@example.com' }),
  server: serverAddressSchema.meta({
    description: 'The SMTP server.',
    example: 'smtp.example.com:587',
  }),
  tls: booleanSchema()
    .prefault(true)
    .describe('Whether the connection must be encrypted, by STARTTLS or TLS.'),
  username: text(/^[^\p{Cc}]{1,255}$/u, {
    problem: 'is not a user name',
    remedy: 'write it on one line',
  })
    .exactOptional()
    .meta({ description: 'The account. Default: no login.', example: 'slipway' }),
  password: environmentVariableSchema.exactOptional().meta({
    description: 'The variable with the password.',
    example: 'SMTP_PASSWORD',
  }),
});

const snsSchema = z.strictObject({
  topic: text(/^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:[A-Za-z0-9_-]{1,256}$/, {
    problem: 'is not the ARN of an SNS topic',
    remedy: 'write arn:aws:sns:region:account:topic',
  }).meta({
    description: 'The SNS topic, whose subscribers get an SMS.',
    example: 'arn:aws:sns:eu-central-1:123456789012:ops-sms',
  }),
});

/** One way to reach a person. Addresses that are secrets are named by environment variables. */
const channelSchema = z
  .strictObject({
    slack: environmentVariableSchema.exactOptional().meta({
      description: 'The variable with the address of an incoming webhook.',
      example: 'SLACK_WEBHOOK_URL',
    }),
    teams: environmentVariableSchema.exactOptional().meta({
      description: 'The variable with the address of a workflow webhook.',
      example: 'TEAMS_WEBHOOK_URL',
    }),
    email: mailSchema.exactOptional().meta({
      description: 'E-mail by SMTP.',
      example: { to: ['ops@example.com'], from: 'slipway@example.com', server: 'smtp.example.com:587' },
    }),
    sns: snsSchema.exactOptional().meta({
      description: 'SMS by Amazon SNS.',
      example: { topic: 'arn:aws:sns:eu-central-1:123456789012:ops-sms' },
    }),
    webhook: environmentVariableSchema.exactOptional().meta({
      description: 'The variable with an address that gets JSON by POST.',
      example: 'SMS_WEBHOOK_URL',
    }),
  })
  .refine(channel => Object.values(channel).filter(each => each !== undefined).length === 1, {
    error:
      'names no channel, or several; write one of slack, teams, email, sns and webhook in each entry, such as `- slack: SLACK_WEBHOOK_URL`',
  });

const channelsSchema = (severity: string, example: unknown) =>
  z
    .array(channelSchema)
    .prefault([])
    .meta({ description: `Who gets ${severity}.`, example });

export const receiversSchema = z.strictObject({
  critical: channelsSchema('urgent alerts, which need a person now', [{ webhook: 'SMS_WEBHOOK_URL' }]),
  warning: channelsSchema('important alerts, which need a person today', [
    { email: { to: ['ops@example.com'], from: 'slipway@example.com', server: 'smtp.example.com:587' } },
  ]),
  info: channelsSchema('everything else', [{ slack: 'SLACK_WEBHOOK_URL' }]),
});

export type Receivers = z.output<typeof receiversSchema>;
export type Channel = Receivers['critical'][number];
export type AlertSeverity = keyof Receivers;

import type { Waiting } from '../toolkit/retry.ts';
import { DeliveryError, sendRequest } from './http.ts';

/**
 * Publishes a text to a topic of Amazon SNS, which sends it by SMS, with the credentials and the optional endpoint in the environment
 * variables of AWS.
 * @param topic its ARN, which has the region.
 * @throws DeliveryError
 */
export async function publish(
  topic: string,
  text: string,
  env: NodeJS.ProcessEnv,
  waiting: Waiting,
  hide: (text: string) => string,
): Promise<void> {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = env;
  if (!accessKeyId || !secretAccessKey)
    throw new DeliveryError(
      'has no credentials, because AWS_ACCESS_KEY_ID or AWS_SECRET_ACCESS_KEY is not set',
    );
  const { AwsClient } = await import('aws4fetch');
  const [, partition = '', , region = ''] = topic.split(':');
  const domain = partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
  const endpoint = env.AWS_ENDPOINT_URL_SNS || env.AWS_ENDPOINT_URL || `https://sns.${region}.${domain}/`;
  const client = new AwsClient({
    accessKeyId,
    secretAccessKey,
    service: 'sns',
    region,
    retries: 0,
    ...(env.AWS_SESSION_TOKEN ? { sessionToken: env.AWS_SESSION_TOKEN } : {}),
  });
  const body = new URLSearchParams({
    Action: 'Publish',
    Version: '2010-03-31',
    TopicArn: topic,
    Message: text,
    'MessageAttributes.entry.1.Name': 'AWS.SNS.SMS.SMSType',
    'MessageAttributes.entry.1.Value.DataType': 'String',
    'MessageAttributes.entry.1.Value.StringValue': 'Transactional',
  }).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
  await sendRequest(() => client.sign(endpoint, { method: 'POST', headers, body }), waiting, hide);
}

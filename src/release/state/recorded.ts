import type { Config, Environment, Gate } from '../../config/types.ts';
import type { ReleaseRecord } from './record.ts';

/**
 * The configuration that a release was made with: it wins over what the default branch says today. A release that was
 * only found, or was made in another namespace, has no other. Pure.
 */
export function recordedEnvironment(
  record: ReleaseRecord | undefined,
  name: string,
  today: Environment,
): Environment {
  const recorded = (record?.config as Config | undefined)?.environments[name];
  return recorded?.namespace === today.namespace ? asAddressed(recorded, today) : today;
}

/**
 * Where the run itself sends requests, and with which of its secrets, the checkout says: whoever may write ConfigMaps must
 * not be able to send it elsewhere.
 */
function asAddressed({ gate, verify, ...recorded }: Environment, today: Environment): Environment {
  return {
    ...recorded,
    ...(gate === undefined ? {} : { gate: { ...gate, prometheus: prometheusOf(gate, today.gate) } }),
    ...(verify === undefined ? {} : { verify: addressed(verify, today.verify) }),
  };
}

function prometheusOf(recorded: Gate, today: Gate | undefined): Gate['prometheus'] {
  if (today !== undefined) return today.prometheus;
  const { token: _, ...open } = recorded.prometheus;
  return open;
}

type Verify = NonNullable<Environment['verify']>;

function addressed({ url: _, ...recorded }: Verify, today: Verify | undefined): Verify {
  return { ...recorded, ...(today?.url === undefined ? {} : { url: today.url }) };
}

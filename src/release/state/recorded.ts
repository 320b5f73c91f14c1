import type { Config, Environment } from '../../config/types.ts';
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
  return recorded?.namespace === today.namespace ? recorded : today;
}

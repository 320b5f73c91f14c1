import type { RegistryClient, RegistryOptions } from '../registry/client.ts';
import { markAfterChange } from '../toolkit/errors.ts';

/** Creates a registry client. Its code is imported late, so that an invalid input is refused without it. */
export async function registryClient(options: RegistryOptions = {}): Promise<RegistryClient> {
  const { RegistryClient } = await import('../registry/client.ts');
  return new RegistryClient(options);
}

/** Runs the work of an action that writes to a registry. An error after the first write is not reported as a refusal. */
export async function withRegistry<Result>(
  options: RegistryOptions,
  work: (registry: RegistryClient) => Promise<Result>,
): Promise<Result> {
  const registry = await registryClient(options);
  try {
    return await work(registry);
  } catch (error) {
    throw registry.changes() === 0 ? error : markAfterChange(error);
  }
}

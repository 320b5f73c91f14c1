import type { RegistryClient, RegistryOptions } from '../registry/client.ts';

/** Creates a registry client. Its code is imported late, so that an invalid input is refused without it. */
export async function registryClient(options: RegistryOptions = {}): Promise<RegistryClient> {
  const { RegistryClient } = await import('../registry/client.ts');
  return new RegistryClient(options);
}

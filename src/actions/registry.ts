import type { RegistryClient, RegistryOptions } from '../registry/client.ts';

/** A client of registries, whose code is loaded only now: what is refused by its inputs alone needs none of it. */
export async function registryClient(options: RegistryOptions = {}): Promise<RegistryClient> {
  const { RegistryClient } = await import('../registry/client.ts');
  return new RegistryClient(options);
}

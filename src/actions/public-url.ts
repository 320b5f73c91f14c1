import type { KubeObject } from '../cluster/objects.ts';
import type { Environment } from '../config/types.ts';
import { isMap, mapsIn, textsIn } from '../toolkit/map.ts';

/**
 * Returns where people reach the application, for the page of the environment: `url` in slipway.yml, the address of `verify`, or the
 * host of the HTTPRoute or Ingress in the manifests. Undefined if it is not known. Pure.
 */
export function publicUrl(
  { url, verify, route, service }: Environment,
  manifests: readonly { readonly object: KubeObject }[],
): string | undefined {
  const known = url ?? verify?.url;
  if (known !== undefined) return known;
  for (const { object } of manifests) {
    const isRoute = object.kind === 'HTTPRoute' && object.metadata?.name === route?.name;
    const found = isRoute
      ? urlOfRoute(object)
      : object.kind === 'Ingress'
        ? urlOfIngress(object, service)
        : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The manifest does not say whether the listener uses TLS. One on the Internet does. */
const urlOfRoute = ({ spec }: KubeObject) =>
  addressOf('https', textsIn(isMap(spec) ? spec.hostnames : undefined)[0]);

function urlOfIngress({ spec }: KubeObject, service: string | undefined): string | undefined {
  if (!isMap(spec)) return undefined;
  const rule = mapsIn(spec.rules).find(({ http }) =>
    mapsIn(isMap(http) ? http.paths : undefined).some(
      ({ backend }) => isMap(backend) && isMap(backend.service) && backend.service.name === service,
    ),
  );
  const [host] = textsIn([rule?.host]);
  const secure = mapsIn(spec.tls).some(({ hosts }) => textsIn(hosts).includes(host ?? ''));
  return addressOf(secure ? 'https' : 'http', host);
}

/** A wildcard is not an address. */
const addressOf = (scheme: string, host: string | undefined) =>
  host !== undefined && /^[a-z0-9.-]+$/i.test(host) ? `${scheme}://${host}` : undefined;

import type { KubeObject } from '../../../src/cluster/objects.ts';
import type { Call } from './call.ts';
import { groupVersionOf, type Kind, type Place, pathIn, served } from './kinds.ts';
import { requireFields, scaleOf } from './rules.ts';
import { type Asked, expired, failure, forbidden, notFound } from './status.ts';
import { isSelected, Store } from './store.ts';

/** A response; text is not from the API server itself but from a target behind it. */
export interface Answered {
  status: number;
  body: object | string;
}

/** A subresource of an existing object. */
export type Target = Place & { name: string };

/** The read side of an API server: objects, authorization and reads, without watches. */
export class Reader {
  readonly store = new Store();
  readonly kinds: Kind[] = [...served];
  /** Milliseconds since 1970; only a test changes it. */
  now = Date.parse('2026-01-01T00:00:00Z');
  user = 'system:serviceaccount:shop:runner';
  /** The evaluation error of an access review. */
  unsure: string | undefined;
  readonly #rest = new Map<string, { items: object[]; version: string }>();

  /** Whether RBAC allows the call. */
  may(_: Asked): boolean {
    return true;
  }

  /** The logs of containers, and the responses of Services behind the API server. */
  behind(call: Call): Answered {
    if (call.path.endsWith('/log')) return { status: 200, body: '' };
    throw failure(503, 'ServiceUnavailable', `no endpoints available for ${call.path}`);
  }

  /** Called for each object that was written or deleted. */
  wrote(_path: string, _object: KubeObject | undefined): void {}

  get time(): string {
    return `${new Date(this.now).toISOString().slice(0, 19)}Z`;
  }

  requirePermission(verb: string, { kind, namespace, name, subresource }: Place): void {
    const asked = {
      ...{ verb, group: kind.group, resource: kind.plural },
      ...(subresource === undefined ? {} : { subresource: subresource.split('/')[0] ?? '' }),
      ...(namespace === undefined ? {} : { namespace }),
      ...(name === undefined ? {} : { name }),
    };
    if (kind.group !== 'authorization.k8s.io' && !this.may(asked)) throw forbidden(this.user, asked);
  }

  protected reviewed(review: KubeObject): Answered {
    const { resourceAttributes } = review.spec as { resourceAttributes: Asked };
    const unsure = this.unsure === undefined ? {} : { evaluationError: this.unsure };
    return { status: 201, body: { ...review, status: { allowed: this.may(resourceAttributes), ...unsure } } };
  }

  protected objectAt({ kind, namespace, name }: Target): KubeObject {
    const object = this.store.objects.get(pathIn({ kind, namespace }, name));
    if (object === undefined) throw notFound(kind, name);
    return object;
  }

  /** Returns an object as shown by a subresource. */
  protected shownAs(object: KubeObject, { subresource }: Place): KubeObject {
    return subresource === 'scale' ? scaleOf(object) : object;
  }

  inCollection({ kind, namespace }: Place): [string, KubeObject][] {
    const isIn = ({ apiVersion, kind: name, metadata }: KubeObject) =>
      name === kind.kind &&
      apiVersion === groupVersionOf(kind) &&
      (namespace === undefined || metadata?.namespace === namespace);
    return [...this.store.objects].filter(([, object]) => isIn(object)).sort(([a], [b]) => (a < b ? -1 : 1));
  }

  protected listOf(place: Place, query: Record<string, string>): object {
    const { kind } = place;
    const { labelSelector = '', fieldSelector = '', limit = '0', continue: token = '' } = query;
    requireFields(kind, fieldSelector);
    const rest = this.#rest.get(token);
    if (token !== '' && rest === undefined)
      throw expired('The provided continue parameter is too old to display a consistent list result.');
    const { items, version } = rest ?? {
      version: this.store.version,
      items: this.inCollection(place)
        .filter(([, object]) => isSelected(object, labelSelector, fieldSelector))
        .map(([, { apiVersion, kind: name, ...object }]) =>
          kind.custom ? { apiVersion, kind: name, ...object } : object,
        ),
    };
    const most = Number(limit) || items.length;
    const left = items.slice(most);
    const next =
      left.length === 0 ? undefined : Buffer.from(`${version} ${left.length} ${token}`).toString('base64url');
    if (next !== undefined) this.#rest.set(next, { items: left, version });
    return {
      ...{ kind: `${kind.kind}List`, apiVersion: groupVersionOf(kind) },
      metadata: {
        resourceVersion: version,
        ...(next === undefined ? {} : { continue: next }),
      },
      items: items.slice(0, most),
    };
  }
}

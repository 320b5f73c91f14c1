import type { KubeObject } from '../../../src/cluster/objects.ts';
import type { Call } from './call.ts';
import { groupVersionOf, type Kind, type Place, pathIn, served } from './kinds.ts';
import { demandFields, scaleOf } from './rules.ts';
import { type Asked, expired, failure, forbidden, notFound } from './status.ts';
import { isSelected, Store } from './store.ts';

/** An answer; what is text was not written by the API server itself but by what lies behind it. */
export interface Answered {
  status: number;
  body: object | string;
}

/** A part of an object that exists. */
export type Target = Place & { name: string };

/** What an API server knows, whom it lets do what, and how it answers questions, but for watches. */
export class Reader {
  readonly store = new Store();
  readonly kinds: Kind[] = [...served];
  /** Milliseconds since 1970. Stands still until a test moves it. */
  now = Date.parse('2026-01-01T00:00:00Z');
  user = 'system:serviceaccount:shop:runner';
  /** Why an access review may have missed a right. */
  unsure: string | undefined;
  readonly #rest = new Map<string, { items: object[]; version: string }>();

  /** Whether RBAC lets the user do that. */
  may(_: Asked): boolean {
    return true;
  }

  /** What a container has printed, and what Services behind the API server answer. */
  behind(call: Call): Answered {
    if (call.path.endsWith('/log')) return { status: 200, body: '' };
    throw failure(503, 'ServiceUnavailable', `no endpoints available for ${call.path}`);
  }

  /** Told of each object that was written, or has gone. */
  wrote(_path: string, _object: KubeObject | undefined): void {}

  get time(): string {
    return `${new Date(this.now).toISOString().slice(0, 19)}Z`;
  }

  demandRight(verb: string, { kind, namespace, name, subresource }: Place): void {
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

  /** An object as a subresource shows it. */
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
    demandFields(kind, fieldSelector);
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

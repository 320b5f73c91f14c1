import { isDeepStrictEqual } from 'node:util';
import type { KubeObject, ObjectMeta } from '../../../src/cluster/objects.ts';
import type { JsonPatch } from '../../../src/cluster/port.ts';
import type { Call } from './call.ts';
import { groupVersionOf, type Kind, type Place, pathIn, served } from './kinds.ts';
import { appliedOver, updated, type Writer } from './managers.ts';
import {
  demandFields,
  demandMutable,
  demandText,
  fitting,
  mergePatched,
  plainly,
  preconditionFailed,
  scaleOf,
  timeless,
} from './rules.ts';
import {
  type Asked,
  alreadyExists,
  badRequest,
  conflict,
  expired,
  failure,
  forbidden,
  invalid,
  notFound,
  success,
} from './status.ts';
import { isSelected, Store } from './store.ts';

/** An answer; what is text was not written by the API server itself but by what lies behind it. */
export interface Answered {
  status: number;
  body: object | string;
}

/** A part of an object that exists. */
type Target = Place & { name: string };

const ok = (body: object): Answered => ({ status: 200, body });

/** What an API server does with each request that it accepts, but for watches. */
export class Server {
  readonly store = new Store();
  readonly kinds: Kind[] = [...served];
  /** Milliseconds since 1970. Stands still until a test moves it. */
  now = Date.parse('2026-01-01T00:00:00Z');
  user = 'system:serviceaccount:shop:runner';
  /** Why an access review may have missed a right. */
  unsure: string | undefined;
  #generated = 0;
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

  /** @throws Refusal */
  answer(call: Call, place: Place, contentType: string): Answered {
    this.demandRight(call.verb, place);
    const { kind, name, subresource } = place;
    if (kind.plural === 'selfsubjectaccessreviews') return this.#review(call.body as KubeObject);
    if (subresource !== undefined && !['status', 'scale'].includes(subresource)) {
      if (subresource === 'log') this.#find({ ...place, name: name ?? '' });
      return this.behind(call);
    }
    if (name === undefined) {
      if (call.verb === 'list') return ok(this.#list(place, call.query));
      if (call.verb === 'create') return { status: 201, body: this.#create(place, call) };
      if (call.verb === 'deletecollection') return ok(this.#deleteAll(place, call));
      throw failure(
        405,
        'MethodNotAllowed',
        'the server does not allow this method on the requested resource',
        {},
      );
    }
    const target = { ...place, name };
    if (call.verb === 'get') return ok(this.#seen(this.#find(target), target));
    if (call.verb === 'delete') return ok(this.#delete(target, call));
    if (call.verb === 'update') return ok(this.#update(target, call, () => this.#read(call.body, kind)));
    if (contentType.startsWith('application/apply-patch')) return this.#apply(target, call);
    const patched = (live: KubeObject) =>
      contentType.startsWith('application/json-patch')
        ? fitting(live, call.body as JsonPatch[])
        : (mergePatched(live, call.body) as KubeObject);
    return ok(this.#update(target, call, patched));
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

  #review(review: KubeObject): Answered {
    const { resourceAttributes } = review.spec as { resourceAttributes: Asked };
    const unsure = this.unsure === undefined ? {} : { evaluationError: this.unsure };
    return { status: 201, body: { ...review, status: { allowed: this.may(resourceAttributes), ...unsure } } };
  }

  #find({ kind, namespace, name }: Target): KubeObject {
    const object = this.store.objects.get(pathIn({ kind, namespace }, name));
    if (object === undefined) throw notFound(kind, name);
    return object;
  }

  /** An object as a subresource shows it. */
  #seen(object: KubeObject, { subresource }: Place): KubeObject {
    return subresource === 'scale' ? scaleOf(object) : object;
  }

  #read(body: unknown, kind: Kind): KubeObject {
    const object: KubeObject = { ...(body as KubeObject), apiVersion: groupVersionOf(kind), kind: kind.kind };
    const { stringData, ...rest } = object;
    if (kind.plural !== 'secrets' || stringData === undefined) return object;
    const encoded = Object.entries(stringData as Record<string, string>).map(([key, value]) => [
      key,
      Buffer.from(value).toString('base64'),
    ]);
    return { ...rest, data: { ...(rest.data as object), ...Object.fromEntries(encoded) } };
  }

  inCollection({ kind, namespace }: Place): [string, KubeObject][] {
    const isIn = ({ apiVersion, kind: name, metadata }: KubeObject) =>
      name === kind.kind &&
      apiVersion === groupVersionOf(kind) &&
      (namespace === undefined || metadata?.namespace === namespace);
    return [...this.store.objects].filter(([, object]) => isIn(object)).sort(([a], [b]) => (a < b ? -1 : 1));
  }

  #list(place: Place, query: Record<string, string>): object {
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

  #create(place: Place, call: Call): KubeObject {
    const { kind, namespace } = place;
    const object = this.#read(call.body, kind);
    const given = object.metadata ?? {};
    this.#demandNamespace(given, place);
    if (namespace !== undefined && !this.store.objects.has(`/api/v1/namespaces/${namespace}`))
      throw failure(404, 'NotFound', `namespaces "${namespace}" not found`, {
        name: namespace,
        kind: 'namespaces',
      });
    const name = given.name || (given.generateName && `${given.generateName}${this.#suffix()}`);
    if (!name)
      throw invalid(kind, '', {
        ...{ type: 'FieldValueRequired', word: 'Required value' },
        ...{ field: 'metadata.name', says: 'name or generateName is required' },
      });
    const path = pathIn({ kind, namespace }, name);
    if (this.store.objects.has(path)) throw alreadyExists(kind, name);
    if (given.resourceVersion)
      throw failure(500, '', 'resourceVersion should not be set on objects to be created');
    const { status: _, ...plain } = object;
    const made = kind.status ? plain : object;
    const next = { ...made, metadata: { ...given, name, ...this.#system(place) } } as KubeObject;
    return this.#keep(path, updated({}, this.#completed(next, kind), this.#writer(call, kind)), call);
  }

  /** What the API server writes into the metadata of what it makes. */
  #system({ kind, namespace }: Place): object {
    return {
      ...(namespace === undefined ? {} : { namespace }),
      ...{ uid: this.store.uid(), creationTimestamp: this.time, resourceVersion: undefined },
      ...{ managedFields: undefined, deletionTimestamp: undefined },
      generation: kind.generation === undefined ? undefined : 1,
    };
  }

  #completed(object: KubeObject, kind: Kind): KubeObject {
    if (kind.plural !== 'namespaces') return plainly(object);
    const labels = { ...object.metadata?.labels, 'kubernetes.io/metadata.name': object.metadata?.name ?? '' };
    return plainly({ ...object, metadata: { ...object.metadata, labels }, status: { phase: 'Active' } });
  }

  #suffix(): string {
    const letters = 'bcdfghjklmnpqrstvwxz2456789';
    this.#generated += 1;
    return Array.from({ length: 5 }, (_, at) => letters[Math.floor(this.#generated / 27 ** at) % 27]).join(
      '',
    );
  }

  #demandNamespace(metadata: ObjectMeta, { namespace }: Place): void {
    if (metadata.namespace && namespace !== undefined && metadata.namespace !== namespace)
      throw badRequest(
        'the namespace of the provided object does not match the namespace sent on the request',
      );
  }

  #update(target: Target, call: Call, change: (live: KubeObject) => KubeObject): KubeObject {
    const { kind, name, subresource } = target;
    const live = this.#find(target);
    const changed = change(this.#seen(live, target));
    const next =
      subresource === 'scale'
        ? { ...live, spec: { ...(live.spec as object), ...(changed.spec as object) } }
        : subresource === 'status'
          ? {
              ...live,
              status: changed.status,
              metadata: { ...live.metadata, resourceVersion: changed.metadata?.resourceVersion },
            }
          : changed;
    return this.#seen(this.#replace(target, live, this.#read(plainly(next as KubeObject), kind), call), {
      ...target,
      name,
    });
  }

  /** @throws Refusal where it was changed meanwhile, or must not be changed so. */
  #replace(target: Target, live: KubeObject, next: KubeObject, call: Call, force?: boolean): KubeObject {
    const { kind, name, subresource } = target;
    const { metadata = {} } = next;
    if (!metadata.name)
      throw badRequest('the name of the object (based on URL) was undeterminable: name must be provided');
    if (metadata.name !== name)
      throw badRequest(
        `the name of the object (${metadata.name}) does not match the name on the URL (${name})`,
      );
    this.#demandNamespace(metadata, target);
    const was = live.metadata ?? {};
    const isOther = metadata.uid !== undefined && metadata.uid !== was.uid;
    if (isOther && call.verb === 'update')
      throw conflict(kind, name, preconditionFailed('UID', metadata.uid, was.uid));
    if (!metadata.resourceVersion && call.verb === 'update' && (kind.custom || kind.plural === 'leases'))
      throw invalid(kind, name, {
        ...{ type: 'FieldValueInvalid', word: 'Invalid value', field: 'metadata.resourceVersion' },
        says: `${kind.custom ? '0x0' : '""'}: must be specified for an update`,
      });
    if (metadata.resourceVersion && metadata.resourceVersion !== was.resourceVersion)
      throw conflict(kind, name);
    if (isOther)
      throw invalid(kind, name, {
        ...{ type: 'FieldValueInvalid', word: 'Invalid value', field: 'metadata.uid' },
        says: `"${metadata.uid}": field is immutable`,
      });
    demandMutable(kind, name, live, next);
    const { uid, creationTimestamp, deletionTimestamp, namespace, resourceVersion } = was;
    const kept = plainly({
      ...next,
      ...(kind.status && subresource !== 'status' ? { status: live.status } : {}),
      metadata: {
        ...metadata,
        ...{ uid, creationTimestamp, deletionTimestamp, namespace, resourceVersion },
        generation: was.generation,
      } as ObjectMeta,
    });
    const counted = this.#counted(kind, live, kept);
    const writer = this.#writer(call, kind, subresource);
    const managed = force === undefined ? updated(live, counted, writer) : counted;
    if (isDeepStrictEqual(timeless(managed), timeless(live))) return live;
    return this.#keep(pathIn(target, name), managed, call);
  }

  #counted(kind: Kind, live: KubeObject, next: KubeObject): KubeObject {
    const content = ({ metadata: _, status: __, ...rest }: KubeObject) => rest;
    const isNew =
      !isDeepStrictEqual(content(live), content(next)) ||
      (kind.generation === 'spec and annotations' &&
        !isDeepStrictEqual(live.metadata?.annotations ?? {}, next.metadata?.annotations ?? {}));
    if (kind.generation === undefined || !isNew) return next;
    return { ...next, metadata: { ...next.metadata, generation: (live.metadata?.generation ?? 0) + 1 } };
  }

  #apply(target: Target, call: Call): Answered {
    const { kind, namespace, name } = target;
    const body = call.body as KubeObject;
    if (body.apiVersion !== groupVersionOf(kind) || body.kind !== kind.kind)
      throw badRequest(
        `Incorrect version specified in apply patch. Specified patch version: ${body.apiVersion}, expected: ${groupVersionOf(kind)}`,
      );
    if (body.metadata?.managedFields !== undefined) throw badRequest('metadata.managedFields must be nil');
    demandText(kind, `${namespace}/${name}`, body);
    const wanted = this.#read(body, kind);
    const writer = this.#writer(call, kind);
    const live = this.store.objects.get(pathIn({ kind, namespace }, name));
    if (live !== undefined) {
      const next = appliedOver(live, wanted, writer, call.query.force === 'true');
      return ok(this.#replace(target, live, next, call, true));
    }
    this.demandRight('create', { ...target, name: undefined });
    if (body.metadata?.uid !== undefined)
      throw conflict(
        kind,
        name,
        `uid mismatch: the provided object specified uid ${body.metadata.uid}, and no existing object was found`,
      );
    if (body.metadata?.resourceVersion !== undefined) throw conflict(kind, name);
    const made = appliedOver({}, wanted, writer, true);
    const { status: _, ...plain } = made;
    const next = {
      ...(kind.status ? plain : made),
      metadata: { ...made.metadata, ...this.#system(target), name },
    };
    const managedFields = made.metadata?.managedFields;
    const kept = plainly({ ...next, metadata: { ...next.metadata, managedFields } } as KubeObject);
    return { status: 201, body: this.#keep(pathIn(target, name), kept, call) };
  }

  #delete(target: Target, call: Call): object {
    const { kind, name } = target;
    const object = this.#find(target);
    const { preconditions = {} } = (call.body ?? {}) as { preconditions?: Partial<ObjectMeta> };
    for (const [key, what] of [
      ['uid', 'UID'],
      ['resourceVersion', 'ResourceVersion'],
    ] as const)
      if (preconditions[key] !== undefined && preconditions[key] !== object.metadata?.[key])
        throw conflict(kind, name, preconditionFailed(what, preconditions[key], object.metadata?.[key]));
    const path = pathIn(target, name);
    if ((object.metadata?.finalizers ?? []).length > 0) {
      if (object.metadata?.deletionTimestamp !== undefined) return object;
      const metadata = { ...object.metadata, deletionTimestamp: this.time, deletionGracePeriodSeconds: 0 };
      return this.#keep(path, { ...object, metadata } as unknown as KubeObject, call);
    }
    if (!call.dryRun) this.remove(path);
    return success(kind, name, object.metadata?.uid ?? '');
  }

  #deleteAll(place: Place, call: Call): object {
    const { labelSelector = '', fieldSelector = '' } = call.query;
    const list = this.#list(place, { labelSelector, fieldSelector });
    for (const [path, object] of this.inCollection(place)) {
      const name = object.metadata?.name ?? '';
      // One that owns another of them has taken that along.
      if (this.store.objects.has(path) && isSelected(object, labelSelector, fieldSelector))
        this.#delete({ ...place, name }, { ...call, body: undefined });
    }
    return list;
  }

  #writer({ query }: Call, kind: Kind, subresource?: string): Writer {
    return {
      ...{ manager: query.fieldManager ?? 'unknown', apiVersion: groupVersionOf(kind), time: this.time },
      ...{ wholeLists: kind.custom === true, ...(subresource === undefined ? {} : { subresource }) },
    };
  }

  #keep(path: string, object: KubeObject, { dryRun }: Call): KubeObject {
    if (dryRun) return object;
    const stored = this.store.write(path, object);
    const isOver = stored.metadata?.deletionTimestamp !== undefined && !stored.metadata.finalizers?.length;
    if (isOver || this.store.isOrphan(stored)) this.remove(path);
    else this.wrote(path, stored);
    return stored;
  }

  /** Takes an object away, with all that it alone owns, and all of a namespace. */
  remove(path: string): void {
    const gone = this.store.objects.get(path);
    if (gone === undefined) return;
    this.store.remove(path);
    this.wrote(path, undefined);
    const inside =
      gone.kind === 'Namespace'
        ? [...this.store.objects.keys()].filter(each => each.includes(`/namespaces/${gone.metadata?.name}/`))
        : [];
    const owned = this.store.ownedBy(gone.metadata?.uid);
    for (const each of [
      ...inside,
      ...owned.filter(each => this.store.isOrphan(this.store.objects.get(each) ?? {})),
    ])
      this.remove(each);
  }
}

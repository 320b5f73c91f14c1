import { isDeepStrictEqual } from 'node:util';
import type { KubeObject, ObjectMeta } from '../../../src/cluster/objects.ts';
import type { JsonPatch } from '../../../src/cluster/port.ts';
import type { Call } from './call.ts';
import { groupVersionOf, type Kind, type Place, pathIn } from './kinds.ts';
import { appliedOver, updated, type Writer } from './managers.ts';
import { type Answered, Reader, type Target } from './reader.ts';
import { fitting, mergePatched, plainly, requireMutable, requireText, timeless } from './rules.ts';
import {
  alreadyExists,
  badRequest,
  conflict,
  failure,
  invalid,
  otherUid,
  preconditionFails,
  success,
} from './status.ts';
import { isSelected } from './store.ts';

const ok = (body: object): Answered => ({ status: 200, body });

/** The write side of an API server, without watches. */
export class Server extends Reader {
  #generated = 0;

  /** @throws Refusal */
  answer(call: Call, place: Place, contentType: string): Answered {
    this.requirePermission(call.verb, place);
    const { kind, name, subresource } = place;
    if (kind.plural === 'selfsubjectaccessreviews') return this.reviewed(call.body as KubeObject);
    if (subresource !== undefined && !['status', 'scale'].includes(subresource)) {
      if (subresource === 'log') this.objectAt({ ...place, name: name ?? '' });
      return this.behind(call);
    }
    if (name === undefined) {
      if (call.verb === 'list') return ok(this.listOf(place, call.query));
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
    if (call.verb === 'get') return ok(this.shownAs(this.objectAt(target), target));
    if (call.verb === 'delete') return ok(this.#delete(target, call));
    if (call.verb === 'update') return ok(this.#update(target, call, () => this.#read(call.body, kind)));
    if (contentType.startsWith('application/apply-patch')) return this.#apply(target, call);
    const patched = (live: KubeObject) =>
      contentType.startsWith('application/json-patch')
        ? fitting(live, call.body as JsonPatch[])
        : (mergePatched(live, call.body) as KubeObject);
    return ok(this.#update(target, call, patched));
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

  #create(place: Place, call: Call): KubeObject {
    const { kind, namespace } = place;
    const object = this.#read(call.body, kind);
    const given = object.metadata ?? {};
    this.#requireNamespace(given, place);
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

  /** The metadata that the API server adds to a new object. */
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

  #requireNamespace(metadata: ObjectMeta, { namespace }: Place): void {
    if (metadata.namespace && namespace !== undefined && metadata.namespace !== namespace)
      throw badRequest(
        'the namespace of the provided object does not match the namespace sent on the request',
      );
  }

  #update(target: Target, call: Call, change: (live: KubeObject) => KubeObject): KubeObject {
    const { kind, name, subresource } = target;
    const live = this.objectAt(target);
    const changed = change(this.shownAs(live, target));
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
    return this.shownAs(this.#replace(target, live, this.#read(plainly(next as KubeObject), kind), call), {
      ...target,
      name,
    });
  }

  /** @throws Refusal where it was changed in the meantime, or the change is not allowed. */
  #replace(target: Target, live: KubeObject, next: KubeObject, call: Call, force?: boolean): KubeObject {
    const { kind, name, subresource } = target;
    const { metadata = {} } = next;
    if (!metadata.name)
      throw badRequest('the name of the object (based on URL) was undeterminable: name must be provided');
    if (metadata.name !== name)
      throw badRequest(
        `the name of the object (${metadata.name}) does not match the name on the URL (${name})`,
      );
    this.#requireNamespace(metadata, target);
    const was = live.metadata ?? {};
    const isOther = metadata.uid !== undefined && metadata.uid !== was.uid;
    if (isOther && call.verb === 'update')
      throw otherUid(kind, {
        ...{ key: `/registry/${kind.plural}/${was.namespace}/${name}`, wanted: metadata.uid ?? '' },
        is: was.uid ?? '',
      });
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
    requireMutable(kind, name, live, next);
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
    requireText(kind, `${namespace}/${name}`, body);
    const wanted = this.#read(body, kind);
    const writer = this.#writer(call, kind);
    const live = this.store.objects.get(pathIn({ kind, namespace }, name));
    if (live !== undefined) {
      const next = appliedOver(live, wanted, writer, call.query.force === 'true');
      return ok(this.#replace(target, live, next, call, true));
    }
    this.requirePermission('create', { ...target, name: undefined });
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
    const object = this.objectAt(target);
    const { preconditions = {} } = (call.body ?? {}) as { preconditions?: Partial<ObjectMeta> };
    for (const [key, of] of [
      ['uid', 'UID'],
      ['resourceVersion', 'ResourceVersion'],
    ] as const) {
      const [wanted, is = ''] = [preconditions[key], object.metadata?.[key]];
      if (wanted !== undefined && wanted !== is) throw preconditionFails(kind, name, { of, wanted, is });
    }
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
    const list = this.listOf(place, { labelSelector, fieldSelector });
    for (const [path, object] of this.inCollection(place)) {
      const name = object.metadata?.name ?? '';
      // Another one may already be deleted with its owner.
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

  /** Deletes an object, with all objects that only it owns, and all of a namespace. */
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

export const id = 833;
export const ids = [833];
export const modules = {

/***/ 9685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QJ: () => (/* binding */ ownershipPatch),
/* harmony export */   Te: () => (/* binding */ wasAppliedClientSide),
/* harmony export */   f5: () => (/* binding */ dryRunApply),
/* harmony export */   px: () => (/* binding */ takeOwnership),
/* harmony export */   q9: () => (/* binding */ claimReplicas),
/* harmony export */   r3: () => (/* binding */ applyObjects),
/* harmony export */   wM: () => (/* binding */ fieldManager)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var _toolkit_child_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7395);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1218);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2382);
/* harmony import */ var _reach_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3850);





const fieldManager = 'slipway';
async function applyObjects(cluster, destinations, hold = object => object) {
    for (const { path, object, live } of destinations)
        await applyOne(cluster, { path, object, live }, hold);
}
async function applyOne(cluster, { path, object, live }, hold) {
    let there = live;
    for (let attempt = 1;; attempt += 1) {
        const held = hold(object, there);
        try {
            if (there !== undefined && wasAppliedClientSide(there))
                return await applyWithKubectl(held, cluster.reach);
            await cluster.patch(path, 'apply', held, { force: 'true', fieldManager });
            return;
        }
        catch (error) {
            if (isStale(error) && attempt < 10) {
                there = await cluster.get(path);
                continue;
            }
            const said = objection(error, object);
            if (said === undefined)
                throw error;
            throw refused(`${object.kind}/${object.metadata?.name}: ${said}`);
        }
    }
}
function isStale(error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ClusterError */ .b$)
        return error.status === 409;
    return error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo && /the object has been modified|Precondition failed/.test(error.message);
}
function wasAppliedClientSide({ metadata }) {
    return (metadata?.annotations?.['kubectl.kubernetes.io/last-applied-configuration'] !== undefined ||
        (metadata?.managedFields ?? []).some(({ manager }) => manager === 'kubectl-client-side-apply'));
}
async function applyWithKubectl(object, reach) {
    const args = ['apply', '--server-side', '--force-conflicts', `--field-manager=${fieldManager}`, '-f', '-'];
    args.push(...(0,_reach_js__WEBPACK_IMPORTED_MODULE_4__/* .reachFlags */ .x)(reach));
    const { code, stderr } = await feed('kubectl', args, JSON.stringify(object));
    if (code !== 0)
        throw refused(object.kind === 'Secret' ? withoutValues(tidy(stderr)) : tidy(stderr));
}
const refused = (said) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the cluster refused the manifests: ${said}`, 'correct what it names and run again');
async function dryRunApply(cluster, path, object) {
    try {
        const query = { dryRun: 'All', force: 'true', fieldManager };
        return { objection: undefined, would: await cluster.patch(path, 'apply', object, query) };
    }
    catch (error) {
        const said = objection(error, object);
        if (said === undefined)
            throw error;
        return { objection: said };
    }
}
function objection(error, object) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ClusterError */ .b$) || error.status === 429)
        return undefined;
    const unreadable = error.status === 500 && error.reason === '';
    if (error.status >= 500 && !unreadable)
        return undefined;
    const said = error.message.replace(/^.*?: /, '');
    return object.kind === 'Secret' ? withoutValues(said) : said;
}
function withoutValues(said) {
    return said.replace(/, got [\s\S]*$/, ', got another type (the value is not shown)');
}
async function takeOwnership(cluster, path, guard = []) {
    for (let attempt = 1;; attempt += 1) {
        const patch = ownershipPatch((await cluster.get(path))?.metadata);
        if (patch === undefined)
            return;
        try {
            await cluster.patch(path, 'json', [...guard, ...patch]);
            return;
        }
        catch (error) {
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ClusterError */ .b$ && error.isConflict) || attempt === 5)
                throw error;
        }
    }
}
function ownershipPatch(metadata) {
    const entries = metadata?.managedFields ?? [];
    const ours = entries.filter(entry => entry.manager === fieldManager && !entry.subresource);
    const updates = ours.filter(entry => entry.operation === 'Update');
    const [first] = updates;
    if (first === undefined || metadata?.resourceVersion === undefined)
        return undefined;
    const fields = ours.reduce((all, entry) => union(all, entry.fieldsV1 ?? {}), {});
    const merged = { ...first, operation: 'Apply', fieldsV1: fields };
    return [
        { op: 'test', path: '/metadata/resourceVersion', value: metadata.resourceVersion },
        {
            op: 'replace',
            path: '/metadata/managedFields',
            value: [...entries.filter(e => !ours.includes(e)), merged],
        },
    ];
}
async function claimReplicas(cluster, path, live, held = {}) {
    if (live?.spec?.replicas === undefined)
        return;
    const claim = {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: live.metadata?.name, ...held },
        spec: { replicas: live.spec.replicas },
    };
    await cluster.patch(path, 'apply', claim, { fieldManager: 'slipway-replicas', force: 'true' });
}
function union(a, b) {
    const all = { ...a };
    for (const [key, value] of Object.entries(b)) {
        const other = all[key];
        all[key] = isObject(other) && isObject(value) ? union(other, value) : value;
    }
    return all;
}
const isObject = (value) => typeof value === 'object' && value !== null;
function feed(command, args, input) {
    return new Promise((resolve, reject) => {
        const [program, all] = (0,_toolkit_child_js__WEBPACK_IMPORTED_MODULE_1__/* .boundToUs */ ._)(command, args);
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, all, { stdio: ['pipe', 'ignore', 'pipe'] });
        let stderr = '';
        child.stderr.on('data', chunk => {
            stderr += chunk;
        });
        child.once('error', reject);
        child.once('close', code => resolve({ code, stderr }));
        child.stdin.on('error', () => undefined);
        child.stdin.end(input);
    });
}
function tidy(stderr) {
    const lines = stderr.split('\n').filter(line => line.trim() !== '' && !line.startsWith('Warning:'));
    return lines.join('; ').slice(0, 500) || 'kubectl gave no reason';
}


/***/ }),

/***/ 414:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ mirror)
/* harmony export */ });
async function mirror(cluster, path, query, signal, changed) {
    const objects = new Map();
    const gone = new Set();
    let stale;
    const put = (object) => {
        const uid = object.metadata?.uid ?? '';
        const known = objects.get(uid);
        if (gone.has(uid) || (known !== undefined && isNewer(known, object)))
            return;
        objects.set(uid, object);
        changed();
    };
    const drop = (uid) => {
        gone.add(uid);
        objects.delete(uid);
        changed();
    };
    const relist = async () => {
        const { items, resourceVersion } = await cluster.list(path, query);
        objects.clear();
        for (const item of items)
            objects.set(item.metadata?.uid ?? '', item);
        stale = undefined;
        changed();
        return resourceVersion;
    };
    const follow = async (version) => {
        for await (const { type, object } of cluster.watch(path, { ...query, resourceVersion: version }, signal)) {
            if (type === 'ERROR')
                return;
            if (type === 'BOOKMARK')
                continue;
            if (type === 'DELETED')
                drop(object.metadata?.uid ?? '');
            else
                put(object);
        }
    };
    const keep = async (first) => {
        let version = first;
        while (!signal.aborted) {
            try {
                version ??= await relist();
                await follow(version);
            }
            catch {
                if (signal.aborted)
                    return;
                stale ??= performance.now();
                changed();
                await pause(500, signal);
            }
            version = undefined;
        }
    };
    void keep(await relist());
    return { items: () => [...objects.values()], put, drop, staleSince: () => stale };
}
function isNewer(a, b) {
    const [known, other] = [a, b].map(({ metadata }) => Number(metadata?.resourceVersion ?? Number.NaN));
    return (known ?? 0) > (other ?? 0);
}
function pause(ms, signal) {
    return new Promise(resolve => {
        const timer = setTimeout(resolve, ms);
        signal.addEventListener('abort', () => {
            clearTimeout(timer);
            resolve();
        }, { once: true });
    });
}


/***/ }),

/***/ 7103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   RH: () => (/* binding */ candidateOf),
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   dz: () => (/* binding */ isTag)
/* harmony export */ });
/* unused harmony export parseDigest */
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1218);

const digestPattern = /^(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
const tagPattern = /^\w[\w.-]{0,127}$/;
const registryPattern = /^(([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])(\.([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]))*|\[[0-9A-Fa-f:]+\])(:[0-9]{1,5})?$/;
const componentPattern = /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*$/;
const longestName = 255;
const defaultRegistry = 'docker.io';
const defaultRegistryAlias = 'index.docker.io';
const defaultNamespace = 'library';
function isDigest(text) {
    return digestPattern.test(text);
}
function isTag(text) {
    return tagPattern.test(text);
}
function candidateOf(repository) {
    return `${repository}-candidate`;
}
function parseDigest(text) {
    if (isDigest(text))
        return text;
    throw new UserError(`${quoted(text)} is not a digest`, 'write sha256: and 64 hexadecimal digits in lower case');
}
function parseReference(text) {
    const [beforeDigest = '', writtenDigest, ...more] = text.split('@');
    if (more.length > 0)
        throw malformed(text, 'it has more than one "@"');
    if (writtenDigest !== undefined && !isDigest(writtenDigest)) {
        throw malformed(text, `${quoted(writtenDigest)} is not a digest`);
    }
    const colon = beforeDigest.indexOf(':', beforeDigest.lastIndexOf('/') + 1);
    const name = colon < 0 ? beforeDigest : beforeDigest.slice(0, colon);
    const tag = colon < 0 ? undefined : beforeDigest.slice(colon + 1);
    if (tag !== undefined && !tagPattern.test(tag))
        throw malformed(text, `${quoted(tag)} is not a tag`);
    const { registry, path } = splitName(name);
    if (!registryPattern.test(registry))
        throw malformed(text, `${quoted(registry)} is not a registry`);
    const wrong = path.split('/').find(component => !componentPattern.test(component));
    if (wrong !== undefined)
        throw malformed(text, wrongComponent(wrong));
    if (path.length > longestName)
        throw malformed(text, `its name is longer than ${longestName} characters`);
    if (/^[0-9a-f]{64}$/.test(name))
        throw malformed(text, 'it looks like the ID of an image');
    return {
        registry,
        repository: `${registry}/${path}`,
        ...(tag === undefined ? {} : { tag }),
        ...(writtenDigest === undefined ? {} : { digest: writtenDigest }),
    };
}
function parseRepository(text) {
    const reference = parseReference(text);
    if (reference.tag === undefined && reference.digest === undefined)
        return reference.repository;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${quoted(text)} has a tag or a digest`, 'write the repository alone');
}
function formatReference(reference) {
    const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
    const digest = reference.digest === undefined ? '' : `@${reference.digest}`;
    return `${reference.repository}${tag}${digest}`;
}
function splitName(name) {
    const slash = name.indexOf('/');
    const first = name.slice(0, Math.max(slash, 0));
    const isRegistry = /[.:A-Z[]/.test(first) || first === 'localhost';
    const registry = isRegistry ? first : defaultRegistry;
    const path = isRegistry ? name.slice(slash + 1) : name;
    if (registry !== defaultRegistry && registry !== defaultRegistryAlias)
        return { registry, path };
    return { registry: defaultRegistry, path: path.includes('/') ? path : `${defaultNamespace}/${path}` };
}
function wrongComponent(component) {
    if (component === '')
        return 'a part of its name is empty';
    return component === component.toLowerCase()
        ? `${quoted(component)} cannot be part of a name`
        : `${quoted(component)} has capital letters`;
}
function malformed(text, reason) {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${quoted(text)} is not an image reference: ${reason}`, 'write registry/name, then :tag or @sha256:…, such as ghcr.io/acme/shop:1.4.2');
}
function quoted(text) {
    return JSON.stringify(text.length > 120 ? `${text.slice(0, 119)}…` : text);
}


/***/ }),

/***/ 4702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DK: () => (/* binding */ otherRoutes),
/* harmony export */   JC: () => (/* binding */ askRights),
/* harmony export */   LD: () => (/* binding */ rightsProblem),
/* harmony export */   XU: () => (/* binding */ requireRights),
/* harmony export */   xQ: () => (/* binding */ rightsFor)
/* harmony export */ });
/* unused harmony exports nameOfRight, rolesFor */
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2382);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6544);
/* harmony import */ var _dead_man_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3906);



function rightsFor(environment, manifestResources) {
    const { verify, strategy, gate } = environment;
    const verbs = [
        ...ofEveryRelease(environment),
        ...(strategy.kind === 'rolling' ? [] : ofTwoTracks(environment)),
        ...manifestResources.map((resource) => [resource, ['create', 'delete', 'get', 'patch']]),
    ];
    if (verify?.from === 'gateway' && verify.url === undefined) {
        verbs.push([_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.httpRoute, ['get']], [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.gateway, ['get']]);
    }
    const rights = verbs.flatMap(([resource, names]) => names.map((verb) => ({ verb, resource })));
    rights.push({ verb: 'get', resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.pod, subresource: 'log' });
    if (verify?.from === 'service') {
        rights.push({ verb: 'get', resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.service }, { verb: 'get', resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.service, subresource: 'proxy' });
    }
    const prometheus = strategy.kind === 'rolling' ? undefined : gate?.prometheus.service;
    if (prometheus !== undefined) {
        const { namespace, name, port } = prometheus;
        const elsewhere = { namespace, name: `${name}:${port}` };
        rights.push({ verb: 'get', resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.service, subresource: 'proxy', elsewhere });
    }
    return [...new Map(rights.map(right => [nameOfRight(right), right])).values()];
}
function ofEveryRelease({ service, route }) {
    const watched = ['list', 'watch'];
    return [
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.secret, ['create', 'delete', 'get', 'patch']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, ['create', 'get', 'update']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.deployment, ['create', 'delete', 'get', 'list', 'patch', 'watch']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.replicaSet, watched],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.pod, watched],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.service, watched],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.horizontalPodAutoscaler, watched],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.endpointSlice, service === undefined ? ['list'] : watched],
        ...(route === undefined ? [] : [[_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.httpRoute, watched]]),
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.event, ['list']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.resourceQuota, ['list']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.node, ['list']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.namespace, ['get']],
    ];
}
function ofTwoTracks({ route, strategy }) {
    return [
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.service, ['create', 'delete', 'get', 'patch']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.horizontalPodAutoscaler, ['get', 'patch']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.pod, ['delete', 'get']],
        ...(route === undefined
            ? []
            : [
                [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.httpRoute, ['get', 'patch']],
                [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.gateway, ['get']],
                [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.gatewayClass, ['get']],
                ...otherRoutes.map((resource) => [resource, ['list']]),
            ]),
        ...((0,_dead_man_js__WEBPACK_IMPORTED_MODULE_2__/* .deadManImage */ .uH)(strategy) === undefined
            ? []
            : [
                [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.job, ['create', 'list', 'watch']],
                [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.serviceAccount, ['get']],
            ]),
    ];
}
const otherRoutes = [
    _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.grpcRoute,
    _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.tcpRoute,
    _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.tlsRoute,
    _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.udpRoute,
    _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.backendTlsPolicy,
];
function nameOfRight({ verb, resource, subresource, elsewhere }) {
    const group = resource.group === '' ? '' : `.${resource.group}`;
    const of = elsewhere === undefined ? '' : ` of ${elsewhere.namespace}/${elsewhere.name}`;
    return `${verb} ${resource.plural}${group}${subresource === undefined ? '' : `/${subresource}`}${of}`;
}
async function askRights(cluster, namespace, rights) {
    return Promise.all(rights.map(async (right) => {
        const { resource, verb, subresource, elsewhere } = right;
        const review = await cluster.create('/apis/authorization.k8s.io/v1/selfsubjectaccessreviews', {
            apiVersion: 'authorization.k8s.io/v1',
            kind: 'SelfSubjectAccessReview',
            spec: {
                resourceAttributes: {
                    verb,
                    group: resource.group,
                    resource: resource.plural,
                    ...(subresource === undefined ? {} : { subresource }),
                    ...(resource.namespaced && resource !== _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.gateway ? { namespace } : {}),
                    ...elsewhere,
                },
            },
        });
        return { right, allowed: review.status.allowed };
    }));
}
async function requireRights(cluster, environment, needed) {
    const grants = await askRights(cluster, environment.namespace, rightsFor(environment, needed));
    const lacking = rightsProblem(grants, environment.namespace);
    if (lacking !== undefined)
        throw lacking;
}
function rightsProblem(grants, namespace) {
    const lacking = grants.filter(({ allowed }) => !allowed).map(({ right }) => right);
    const here = lacking.filter(({ elsewhere }) => elsewhere === undefined);
    const names = [...lacking.filter(({ elsewhere }) => elsewhere !== undefined), ...here].map(nameOfRight);
    if (names.length === 0)
        return undefined;
    const shown = names.length > 4 ? `${names.slice(0, 4).join(', ')} and ${names.length - 4} more` : names.join(', ');
    return new _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MissingRight */ .tH(here.length === 0 ? shown : `${shown} in namespace ${namespace}`);
}
function rolesFor(rights) {
    const clusterWide = (right) => !right.resource.namespaced || right.resource === resources.gateway;
    const here = rights.filter(({ elsewhere }) => elsewhere === undefined);
    const others = new Set(rights.flatMap(({ elsewhere }) => elsewhere?.namespace ?? []));
    return {
        role: rulesOf(here.filter(right => !clusterWide(right))),
        clusterRole: rulesOf(here.filter(clusterWide)),
        elsewhere: [...others].map(namespace => ({
            namespace,
            role: rulesOf(rights.filter(({ elsewhere }) => elsewhere?.namespace === namespace)),
        })),
    };
}
function rulesOf(rights) {
    const rules = new Map();
    for (const { resource, subresource, verb, elsewhere } of rights) {
        const name = subresource === undefined ? resource.plural : `${resource.plural}/${subresource}`;
        const key = `${resource.group}/${name}/${elsewhere?.name ?? ''}`;
        const rule = rules.get(key) ?? {
            apiGroups: [resource.group],
            resources: [name],
            ...(elsewhere === undefined ? {} : { resourceNames: [elsewhere.name] }),
            verbs: [],
        };
        rule.verbs.push(verb);
        rules.set(key, rule);
    }
    return [...rules.entries()]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, rule]) => ({ ...rule, verbs: rule.verbs.sort() }));
}


/***/ }),

/***/ 9605:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C_: () => (/* binding */ addedUp),
/* harmony export */   E2: () => (/* binding */ finite),
/* harmony export */   LP: () => (/* binding */ kept),
/* harmony export */   Mm: () => (/* binding */ bounded),
/* harmony export */   X0: () => (/* binding */ withoutPods),
/* harmony export */   XN: () => (/* binding */ sumOf),
/* harmony export */   cz: () => (/* binding */ clipped)
/* harmony export */ });
function kept(list, length) {
    if (list.length <= length)
        return list;
    const head = Math.floor(length / 2);
    return [...list.slice(0, head), ...list.slice(list.length - (length - head))];
}
const longestText = 600;
function clipped(value) {
    if (typeof value === 'string') {
        return (value.length > longestText ? `${value.slice(0, longestText - 1).toWellFormed()}…` : value);
    }
    if (Array.isArray(value))
        return value.map(clipped);
    if (value === null || typeof value !== 'object')
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clipped(inner)]));
}
const far = 700;
function finite({ harm, metrics }) {
    const clamp = (value) => Math.max(-far, Math.min(far, Number.isNaN(value) ? -far : value));
    return {
        harm: clamp(harm),
        metrics: Object.fromEntries(Object.entries(metrics).map(([name, each]) => [
            name,
            { harm: clamp(each.harm), pass: clamp(each.pass) },
        ])),
    };
}
const largestTick = 64 * 1024;
const addedUp = `pods are added up in ticks of more than ${largestTick / 1024} KiB`;
function bounded(tick) {
    const fits = (row) => JSON.stringify(row).length <= largestTick;
    const plain = {
        ...tick,
        readings: Object.fromEntries(Object.entries(tick.readings).map(([name, reading]) => [
            name,
            reading.kind === 'counts' ? reading : clipped(reading),
        ])),
    };
    if (fits(plain))
        return { row: plain, folded: false };
    const half = withoutPods(plain, 'baseline');
    return { row: fits(half) ? half : withoutPods(half, 'canary'), folded: true };
}
function withoutPods(tick, track) {
    const readings = Object.entries(tick.readings).map(([name, reading]) => [
        name,
        reading.kind === 'counts' && reading[track].length > 1
            ? { ...reading, [track]: [sumOf(reading[track])] }
            : reading,
    ]);
    return { ...tick, readings: Object.fromEntries(readings) };
}
function sumOf(pods) {
    const width = Math.max(0, ...pods.map(each => each.bad.length));
    const ages = pods.flatMap(({ age }) => (age === undefined ? [] : [age]));
    return {
        pod: `${pods.length} pods`,
        ...(ages.length === 0 ? {} : { age: Math.min(...ages) }),
        total: pods.reduce((sum, each) => sum + each.total, 0),
        bad: Array.from({ length: width }, (_, index) => pods.reduce((sum, each) => sum + (each.bad[index] ?? 0), 0)),
    };
}


/***/ }),

/***/ 4839:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mz: () => (/* binding */ containersOf),
/* harmony export */   _5: () => (/* binding */ prepareManifests),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   ab: () => (/* binding */ podTemplatesOf),
/* harmony export */   h7: () => (/* binding */ workloadIn)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7103);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1218);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1924);



function prepareManifests(manifests, environment, images) {
    const placed = structuredClone(manifests).map(manifest => place(manifest, environment.namespace));
    injectDigests(placed, images);
    const workload = workloadIn(placed, environment);
    const template = workload.spec?.template;
    if (template === undefined) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`Deployment/${environment.workload.name} has no spec.template`, 'complete the manifest');
    }
    template.metadata = {
        ...template.metadata,
        labels: { ...template.metadata?.labels, [_naming_js__WEBPACK_IMPORTED_MODULE_2__/* .labels */ .WD.track]: 'stable' },
    };
    return placed;
}
function place(manifest, namespace) {
    const declared = manifest.object.metadata?.namespace;
    if (declared !== undefined && declared !== namespace) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${manifest.source}: ${manifest.object.kind}/${manifest.name} is for namespace ${declared}, the environment for ${namespace}`, 'remove metadata.namespace from the manifest, or correct `namespace` in slipway.yml');
    }
    manifest.object.metadata = { ...manifest.object.metadata, namespace };
    return manifest;
}
function workloadIn(manifests, environment) {
    const { kind, name } = environment.workload;
    const found = manifests.find(manifest => manifest.object.kind === kind && manifest.name === name);
    if (found === undefined) {
        const others = manifests.filter(m => m.object.kind === kind).map(m => m.name);
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the manifests hold no ${kind}/${name}${others.length === 0 ? '' : ` (but ${others.join(', ')})`}`, 'correct `workload` in slipway.yml or add its manifest');
    }
    return found.object;
}
function podTemplatesOf(object) {
    if (object.kind === 'Pod')
        return [object];
    const spec = object.spec;
    const template = object.kind === 'CronJob' ? spec?.jobTemplate?.spec?.template : spec?.template;
    return template?.spec === undefined ? [] : [template];
}
function containersOf(spec) {
    return [...(spec?.initContainers ?? []), ...(spec?.containers ?? [])];
}
function injectDigests(manifests, images) {
    const containers = manifests.flatMap(m => podTemplatesOf(m.object).flatMap(t => containersOf(t.spec)));
    for (const [name, { repository, digest }] of Object.entries(images)) {
        const wanted = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository);
        const users = containers.filter(({ image }) => image && (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repositoryOf(image)) === wanted);
        if (users.length === 0) {
            const used = [...new Set(containers.map(container => repositoryOf(container.image ?? '')))];
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`no container uses images.${name} (${repository}); the manifests use ${used.join(', ') || 'no image at all'}`, 'make `repository` in slipway.yml and `image` in the manifest equal');
        }
        for (const container of users)
            container.image = `${repository}@${digest}`;
    }
}
function repositoryOf(image) {
    const withoutDigest = image.split('@', 1)[0] ?? '';
    const colon = withoutDigest.lastIndexOf(':');
    return colon > withoutDigest.lastIndexOf('/') ? withoutDigest.slice(0, colon) : withoutDigest;
}


/***/ }),

/***/ 3906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FQ: () => (/* binding */ beatPatch),
  e$: () => (/* binding */ beatSeconds),
  __: () => (/* binding */ deadManAccount),
  uH: () => (/* binding */ deadManImage),
  kX: () => (/* binding */ deadManJob),
  Q6: () => (/* binding */ deadManName),
  uM: () => (/* binding */ deadManProblem),
  DV: () => (/* binding */ exposureSentence),
  bk: () => (/* binding */ heartbeatData),
  wF: () => (/* binding */ isWatching)
});

// UNUSED EXPORTS: deadManRole, patienceSeconds

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/cluster/resources.js
var cluster_resources = __webpack_require__(6544);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/toolkit/errors.js
var errors = __webpack_require__(1218);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/traffic/fence.js
var fence = __webpack_require__(3951);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/dead-man-script.js
const script = `set -u

# What the API server said to a call: ok, gone (404), refused (422, 409), forbidden, or away.
ask() {
  outcome=away
  if command -v kubectl >/dev/null 2>&1; then ask_kubectl "$@"; else ask_curl "$@"; fi
}

# ask get PATH | ask patch PATH RESOURCE NAME PATCH [dry]
ask_kubectl() {
  if [ "$1" = get ]; then
    body=$(kubectl get --raw "$2" --request-timeout=5s 2>&1 </dev/null) && outcome=ok && return
  else
    body=$(kubectl patch "$3" "$4" --namespace "$NAMESPACE" --type json --patch "$5" --request-timeout=10s \\
      \${6:+--dry-run=server} 2>&1 </dev/null) && outcome=ok && return
  fi
  case $body in
    *'(NotFound)'*) outcome=gone ;;
    *'(Forbidden)'*) outcome=forbidden ;;
    *'(Invalid)'* | *'(Conflict)'* | *'request is invalid'* | *'due to an error in our request'*) outcome=refused ;;
  esac
}

ask_curl() {
  token=
  # The file may end without a newline, which read calls a failure. It is read anew each time, for tokens are rotated.
  read -r token <"$account/token" || :
  url=$server$2
  if [ "$1" = get ]; then
    set -- --max-time 5 "$url"
  else
    set -- --max-time 10 --request PATCH --header 'Content-Type: application/json-patch+json' \\
      --data-raw "$5" "$url\${6:+?dryRun=All}"
  fi
  # By standard input, so that the token is in no list of processes.
  body=$(printf 'header = "Authorization: Bearer %s"\\n' "$token" |
    curl --config - --silent --show-error --cacert "$account/ca.crt" --write-out ' %{http_code}' "$@" 2>&1) || return 0
  case $body in
    *' 200') outcome=ok ;;
    *' 403') outcome=forbidden ;;
    *' 404') outcome=gone ;;
    *' 409' | *' 422') outcome=refused ;;
  esac
}

# Sets value to a field of the ConfigMap's data, empty when it has none. The API server indents what it answers to curl.
field() {
  value=
  for colon in ':' ': '; do
    case $body in *"\\"$1\\"$colon\\""*)
      value=\${body#*"\\"$1\\"$colon\\""}
      value=\${value%%\\"*}
      ;;
    esac
  done
}

# Whether the last answer has a beat: without one nothing can be told from its silence.
has_beat() {
  [ "$outcome" = ok ] && field beat && [ -n "$value" ]
}

# Sends a list of writes; ends with 0 when all was done or its object is gone, 1 when the API server is away, 2 when one
# was refused, 3 when one is forbidden.
send() {
  printf '%s\\n' "$1" | {
    result=0
    while read -r path resource name patch; do
      [ -n "$path" ] || continue
      ask patch "$path" "$resource" "$name" "$patch" "\${2-}"
      case $outcome in
        ok) printf '%s\\n' "\${2:+could send: }$resource/$name" ;;
        gone) printf '%s\\n' "$resource/$name is gone" ;;
        refused) printf '%s\\n' "refused for $resource/$name: $body"; [ "$result" = 0 ] && result=2 ;;
        forbidden) printf '%s\\n' "may not write $resource/$name: $body"; result=3 ;;
        *) printf '%s\\n' "no answer for $resource/$name: $body"; [ "$result" = 3 ] || result=1 ;;
      esac
    done
    exit "$result"
  }
}

# The writes, and what does the same when one of them no longer fits. Ends as send does.
take_back() {
  send "$WRITES" "\${1-}"
  result=$?
  [ "$result" = 2 ] && [ -n "$FALLBACK" ] || return "$result"
  send "$FALLBACK" "\${1-}"
}

# Seconds on a clock that nobody sets; where it cannot be read, the pauses are counted.
clock() {
  if read -r up rest <"\${CLOCK:-/proc/uptime}"; then now=\${up%%.*}; else now=$((now + INTERVAL)); fi
} 2>/dev/null

pause() { sleep "$INTERVAL"; }

account=\${ACCOUNT:-/var/run/secrets/kubernetes.io/serviceaccount}
host=$KUBERNETES_SERVICE_HOST
case $host in *:*) host="[$host]" ;; esac
server=https://$host:$KUBERNETES_SERVICE_PORT
# With a time limit for its calls kubectl no longer finds out by itself that it is in a cluster.
export KUBECONFIG="$HOME/kubeconfig"
cluster="{server: $server, certificate-authority: $account/ca.crt}"
printf '%s\n' 'apiVersion: v1' 'kind: Config' 'current-context: here' \
  "clusters: [{name: here, cluster: $cluster}]" \
  "users: [{name: here, user: {tokenFile: $account/token}}]" \
  'contexts: [{name: here, context: {cluster: here, user: here}}]' >"$KUBECONFIG"

trap 'exit 0' TERM INT
now=0
while :; do
  take_back dry
  case $? in
    0)
      ask get "$HEART"
      has_beat && break
      case $outcome in
        gone) printf '%s\\n' 'the rollout is over'; exit 0 ;;
        ok | forbidden) printf '%s\\n' "no beat in $HEART; not watching: $body"; exit 1 ;;
      esac
      ;;
    2 | 3) printf '%s\\n' 'cannot take the traffic back; not watching'; exit 1 ;;
  esac
  pause
done
[ -z "$ARMED" ] || : >"$ARMED"
printf '%s\\n' 'watching'

last='' quiet=0 seen=no before=0 patience=30
while :; do
  ask get "$HEART"
  clock
  [ "$outcome" != ok ] || has_beat || outcome=away
  case $outcome in
    gone) printf '%s\\n' 'the rollout is over'; exit 0 ;;
    ok)
      field over
      [ -z "$value" ] || { printf '%s\\n' 'the rollout is over'; exit 0; }
      field patience
      case $value in '' | *[!0-9]*) ;; *) patience=$value ;; esac
      field beat
      # Only time between two answers counts: while the API server is away, a living run cannot beat either.
      if [ "$value" != "$last" ]; then last=$value quiet=0
      elif [ "$seen" = yes ]; then quiet=$((quiet + now - before)); fi
      seen=yes
      ;;
    *)
      seen=no
      # And when it is back, a living run gets some time to say so.
      [ "$quiet" -le $((patience - GRACE)) ] || quiet=$((patience > GRACE ? patience - GRACE : 0))
      ;;
  esac
  before=$now
  if [ "$seen" = yes ] && [ "$quiet" -ge "$patience" ]; then
    printf '%s\\n' "no beat for $quiet s: taking the traffic back"
    take_back
    case $? in
      0) printf '%s\\n' 'done'; exit 0 ;;
      2) printf '%s\\n' 'a newer run has taken over'; exit 0 ;;
    esac
  fi
  pause
done
`;

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/naming.js
var naming = __webpack_require__(1924);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/dead-man.js





const patienceSeconds = 30;
const beatSeconds = 5;
const intervalSeconds = 2;
const graceSeconds = 15;
const reactionSeconds = 8;
const deadManAccount = 'slipway-dead-man';
const deadManName = ({ app, token }) => `slipway-${app}-dead-man-${token}`;
function heartbeatData({ beat, patience = patienceSeconds }) {
    return { beat: String(beat), patience: String(patience) };
}
function beatPatch(uid, heartbeat) {
    const data = heartbeat === 'over' ? { over: 'true' } : heartbeatData(heartbeat);
    return [
        { op: 'test', path: (0,fence/* pointer */.Wn)('metadata', 'uid'), value: uid },
        ...Object.entries(data).map(([key, value]) => ({ op: 'add', path: (0,fence/* pointer */.Wn)('data', key), value })),
    ];
}
function deadManJob(options) {
    const { fence, namespace, image, owner, lifetime, writes, fallback } = options;
    const own = {
        [naming/* labels */.WD.app]: fence.app,
        [naming/* labels */.WD.kind]: 'dead-man',
    };
    const environment = {
        HEART: (0,cluster_resources/* pathOf */.XM)(cluster_resources/* resources */.ES.configMap, namespace, owner.name),
        NAMESPACE: namespace,
        INTERVAL: String(intervalSeconds),
        GRACE: String(graceSeconds),
        WRITES: lines(writes, fence),
        FALLBACK: lines(fallback, fence),
        ARMED: '/tmp/armed',
        HOME: '/tmp',
    };
    return {
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: { name: deadManName(fence), namespace, labels: own, ownerReferences: [owner] },
        spec: {
            activeDeadlineSeconds: Math.max(60, Math.ceil(lifetime / 1000)),
            ttlSecondsAfterFinished: 3600,
            backoffLimit: 100,
            template: {
                metadata: { labels: own },
                spec: {
                    serviceAccountName: deadManAccount,
                    restartPolicy: 'OnFailure',
                    enableServiceLinks: false,
                    terminationGracePeriodSeconds: 5,
                    tolerations: ['not-ready', 'unreachable'].map(state => ({
                        key: `node.kubernetes.io/${state}`,
                        operator: 'Exists',
                        effect: 'NoExecute',
                        tolerationSeconds: 10,
                    })),
                    securityContext: {
                        runAsNonRoot: true,
                        runAsUser: 65_532,
                        runAsGroup: 65_532,
                        fsGroup: 65_532,
                        seccompProfile: { type: 'RuntimeDefault' },
                    },
                    containers: [
                        {
                            name: 'dead-man',
                            image,
                            command: ['sh', '-c', literal(script)],
                            env: Object.entries(environment).map(([name, value]) => ({ name, value: literal(value) })),
                            readinessProbe: {
                                exec: { command: ['sh', '-c', 'test -e /tmp/armed'] },
                                periodSeconds: 1,
                                timeoutSeconds: 5,
                            },
                            resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '192Mi' } },
                            securityContext: {
                                allowPrivilegeEscalation: false,
                                readOnlyRootFilesystem: true,
                                capabilities: { drop: ['ALL'] },
                            },
                            volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
                        },
                    ],
                    volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '64Mi' } }],
                },
            },
        },
    };
}
function isWatching(job) {
    return (job.status?.ready ?? 0) > 0;
}
const literal = (text) => text.replaceAll('$', () => '$$');
function lines(writes, { app, token }) {
    return writes
        .map(({ path, patch }) => {
        const { resource, name } = target(path);
        const note = {
            op: 'add',
            path: (0,fence/* annotationPointer */.ZC)(fence/* annotationOf */.lW.deadMan(app)),
            value: String(token),
        };
        return [path, resource, name, JSON.stringify([...patch, note])].join(' ');
    })
        .join('\n');
}
function target(path) {
    const match = /^\/(?:api|apis\/([^/]+))\/[^/]+\/namespaces\/[^/]+\/([^/]+)\/([^/]+)$/.exec(path);
    const [, group, plural = '', name = ''] = match ?? [];
    if (match === null)
        throw new Error(`${path} is no object of a namespace`);
    return { resource: group === undefined ? plural : `${plural}.${group}`, name };
}
function deadManRole({ namespace, routes, services }) {
    const metadata = { name: deadManAccount, namespace };
    const rule = (apiGroup, resource, names) => names.length === 0
        ? []
        : [
            {
                apiGroups: [apiGroup],
                resources: [resource],
                resourceNames: [...names],
                verbs: ['get', 'patch'],
            },
        ];
    return [
        { apiVersion: 'v1', kind: 'ServiceAccount', metadata },
        {
            apiVersion: 'rbac.authorization.k8s.io/v1',
            kind: 'Role',
            metadata,
            rules: [
                { apiGroups: [''], resources: ['configmaps'], verbs: ['get'] },
                ...rule('', 'services', services),
                ...rule(resources.httpRoute.group, resources.httpRoute.plural, routes),
            ],
        },
        {
            apiVersion: 'rbac.authorization.k8s.io/v1',
            kind: 'RoleBinding',
            metadata,
            roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: deadManAccount },
            subjects: [{ kind: 'ServiceAccount', name: deadManAccount, namespace }],
        },
    ];
}
function deadManImage(strategy) {
    if (strategy.kind === 'rolling')
        return undefined;
    const chosen = strategy['dead-man'];
    return chosen === undefined || chosen === 'off' ? undefined : chosen.image;
}
function deadManProblem(strategy) {
    if (strategy.kind === 'rolling' || strategy['dead-man'] !== undefined)
        return undefined;
    return new errors/* UserError */.yo(`the strategy ${strategy.kind} does not say what takes the traffic back when the run that moves it is lost`, 'add `dead-man: {image: …}`, an image with a shell and kubectl or curl, or `dead-man: off` if nothing shall');
}
function exposureSentence(strategy) {
    if (strategy.kind === 'rolling') {
        return 'a run that is lost leaves the rolling update to the cluster, which finishes it; the next run says what became of it';
    }
    const most = strategy.kind === 'blue-green' ? 'all' : `up to ${Math.max(...strategy.steps, strategy.bake.weight)} %`;
    const within = patienceSeconds + intervalSeconds + reactionSeconds;
    return deadManImage(strategy) === undefined
        ? `without a dead man a run that is lost leaves ${most} of the requests with the candidate until another run, sweep or rollback, takes over`
        : `a run that is lost leaves ${most} of the requests with the candidate for at most ${within} s, then the dead man takes them back`;
}


/***/ }),

/***/ 8350:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ noteStage),
/* harmony export */   $q: () => (/* binding */ noteFindings),
/* harmony export */   J2: () => (/* binding */ noteReplaced),
/* harmony export */   Jp: () => (/* binding */ noteJudging),
/* harmony export */   W5: () => (/* binding */ noteRun),
/* harmony export */   Yw: () => (/* binding */ lastVerdict),
/* harmony export */   jH: () => (/* binding */ noteMoment),
/* harmony export */   qt: () => (/* binding */ startRecord),
/* harmony export */   rs: () => (/* binding */ endRecord),
/* harmony export */   uy: () => (/* binding */ noteTick),
/* harmony export */   wk: () => (/* binding */ noteCalls),
/* harmony export */   xs: () => (/* binding */ noteDeadMan)
/* harmony export */ });
/* unused harmony exports noteVerdict, noteFact, notePods, noteDuration, noteReduction */
/* harmony import */ var _bounds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9605);

function startRecord(start) {
    const { at, by, token, doing, gate, strategy, baseline, ...what } = start;
    return {
        schema: 1,
        ...what,
        ...(baseline === undefined ? {} : { baseline }),
        startedAt: at,
        runs: [{ at, by, token, doing }],
        strategy,
        ...(gate === undefined ? {} : { gate }),
        timeline: [],
        ticks: [],
        turns: [],
        verdicts: [],
        facts: [],
        findings: [],
        pods: [],
        calls: {},
        durations: {},
        reduced: [],
    };
}
function noteRun(record, run) {
    return { ...record, runs: (0,_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)([...record.runs, run], most.runs) };
}
function noteJudging(record, startedAt, policy, said) {
    const open = policy;
    return { ...record, judging: { startedAt, said: (0,_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(said), policy: open } };
}
function noteMoment(record, moment) {
    return { ...record, timeline: (0,_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)([...record.timeline, (0,_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(moment)], most.moments) };
}
function noteTick(record, tick, evidence, verdict, asked = { at: tick.at, facts: [] }) {
    const { row, folded } = (0,_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .bounded */ .Mm)(tick);
    const judged = {
        ...row,
        ...(evidence === undefined ? {} : { evidence: (0,_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .finite */ .E2)(evidence) }),
        verdict: verdict.verdict,
    };
    const next = { ...record, ticks: [...record.ticks, judged] };
    const noted = folded ? noteReduction(next, _bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .addedUp */ .C_) : next;
    return noteVerdict(noted, asked.at, tick.stage, verdict, asked.facts);
}
function noteVerdict(record, at, stage, verdict, facts = []) {
    const last = record.verdicts.at(-1);
    if (last?.verdict.verdict === verdict.verdict && last.stage === stage)
        return record;
    const said = (0,_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)({ at, after: record.ticks.length, stage, facts, verdict });
    return { ...record, verdicts: (0,_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)([...record.verdicts, said], most.verdicts) };
}
function noteStage(record, at, stage) {
    const turn = { at, after: record.ticks.length, stage };
    return { ...record, turns: (0,_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)([...record.turns, turn], most.turns) };
}
function noteReplaced(record, at, pod) {
    const turn = { at, after: record.ticks.length, replaced: pod };
    return { ...record, turns: (0,_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)([...record.turns, turn], most.turns) };
}
function noteFact(record, at, fact) {
    return { ...record, facts: kept([...record.facts, clipped({ at, fact })], most.facts) };
}
function noteFindings(record, findings) {
    return { ...record, findings: (0,_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)((0,_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(findings), most.findings) };
}
function notePods(record, pods) {
    const known = new Map([...record.pods, ...clipped(pods)].map(each => [each.pod, each]));
    return { ...record, pods: kept([...known.values()], most.pods) };
}
function noteCalls(record, calls) {
    return { ...record, calls };
}
function noteDuration(record, name, ms) {
    return { ...record, durations: { ...record.durations, [name]: ms } };
}
function noteDeadMan(record, deadMan) {
    return { ...record, deadMan: (0,_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(deadMan) };
}
function noteReduction(record, what) {
    return record.reduced.includes(what) ? record : { ...record, reduced: [...record.reduced, what] };
}
function endRecord(record, end) {
    return { ...record, end: (0,_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(end) };
}
function lastVerdict(record) {
    return record.verdicts.at(-1)?.verdict;
}
const most = {
    runs: 50,
    moments: 200,
    verdicts: 100,
    turns: 100,
    facts: 50,
    findings: 100,
    pods: 200,
};


/***/ }),

/***/ 9462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  hx: () => (/* binding */ gatherEvidence),
  $N: () => (/* binding */ sentenceOf)
});

// UNUSED EXPORTS: withoutConfidential

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/cluster/port.js + 3 modules
var port = __webpack_require__(1648);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/cluster/resources.js
var resources = __webpack_require__(6544);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/toolkit/printable.js
var printable = __webpack_require__(1842);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/toolkit/secrecy.js
var secrecy = __webpack_require__(3557);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/confidential.js


async function confidentialOf(cluster, namespace, pod) {
    const { items } = await cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.pod, namespace), {
        fieldSelector: `metadata.name=${pod}`,
    });
    const spec = items[0]?.spec;
    if (spec === undefined)
        return [];
    const secrets = await Promise.all(secretsIn(spec).map(name => cluster.get((0,resources/* pathOf */.XM)(resources/* resources */.ES.secret, namespace, name))));
    const values = secrets.flatMap(secret => Object.values(secret?.data ?? {}));
    return [...values.map(value => Buffer.from(value, 'base64').toString('utf8')), ...tellingVariables(spec)];
}
const containersOf = (spec) => [...(spec.initContainers ?? []), ...(spec.containers ?? [])];
function secretsIn(spec) {
    const variables = containersOf(spec).flatMap(({ env = [], envFrom = [] }) => [
        ...env.map(({ valueFrom }) => valueFrom?.secretKeyRef?.name),
        ...envFrom.map(({ secretRef }) => secretRef?.name),
    ]);
    const files = (spec.volumes ?? []).flatMap(({ secret, projected }) => [
        secret?.secretName,
        ...(projected?.sources ?? []).map(source => source.secret?.name),
    ]);
    return [...new Set([...variables, ...files])].filter(name => name !== undefined && name !== '');
}
function tellingVariables(spec) {
    return containersOf(spec)
        .flatMap(({ env = [] }) => env)
        .flatMap(({ name, value }) => (value !== undefined && (0,secrecy/* namesSecret */.L4)(name) ? [value] : []));
}

;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/diagnosis.js





function sentenceOf(cause, { events, lastLine } = { events: [] }) {
    const said = lastLine === undefined || lastLine === '' ? '' : `; its last line: ${(0,printable/* printable */.g)(lastLine).slice(0, 200)}`;
    switch (cause.kind) {
        case 'image-pull':
            return `image ${cause.image} of container ${cause.container} cannot be pulled: ${reasonOfPull(cause, events)}`;
        case 'out-of-memory':
            return `container ${cause.container} was killed because it used more memory than its limit of ${cause.limit} (pod ${cause.pod})`;
        case 'crash': {
            const killed = events.find(({ reason, message }) => reason === 'Killing' && /failed (liveness|startup) probe/.test(message));
            const before = killed === undefined ? [] : events.filter(each => !isAfter(each, killed));
            const probe = failedProbe(before, /^(Liveness|Startup)/, cause.container);
            if (probe !== undefined)
                return `${probe}, so it is restarted over and over (pod ${cause.pod})`;
            return `container ${cause.container} crashes: exit code ${cause.exitCode}, ${cause.restarts} ${cause.restarts === 1 ? 'restart' : 'restarts'} (pod ${cause.pod})${said}`;
        }
        case 'bad-container':
            return `container ${cause.container} cannot be started: ${diagnosis_short(cause.detail)} (pod ${cause.pod})`;
        case 'unschedulable':
            return `no node takes pod ${cause.pod}: ${diagnosis_short(cause.detail)}`;
        case 'quota':
            return `the quota of the namespace does not allow the new pods: ${diagnosis_short(cause.detail.replace(/^pods ".*?" is forbidden: /, ''))}`;
        case 'refused':
            return `the cluster refuses the new pods: ${diagnosis_short(cause.detail)}`;
        case 'not-ready': {
            const [first] = cause.pods;
            const head = `${cause.ready} of ${cause.wanted} new pods were ready after ${Math.round(cause.seconds)} s`;
            if (first === undefined)
                return head;
            const probe = failedProbe(events, /^(Readiness|Startup)/, first.container);
            if (probe !== undefined)
                return `${head}; ${probe} (pod ${first.pod})`;
            const container = first.container === '' ? '' : `container ${first.container} of `;
            return `${head}; ${container}pod ${first.pod} does not become ready`;
        }
        case 'gone':
            return 'the workload was deleted while it was being released';
        case 'cancelled':
            return 'the run was cancelled';
        default:
            return cause;
    }
}
async function gatherEvidence(cluster, namespace, cause) {
    const pod = 'pod' in cause ? cause.pod : cause.kind === 'not-ready' ? cause.pods[0]?.pod : undefined;
    if (pod === undefined)
        return { events: [] };
    const [events, lastLine, confidential] = await Promise.all([
        eventsOf(cluster, namespace, pod).catch(() => []),
        cause.kind === 'crash'
            ? lastLineOf(cluster, namespace, pod, cause.container).catch(() => undefined)
            : undefined,
        confidentialOf(cluster, namespace, pod).catch(() => undefined),
    ]);
    return withoutConfidential({ events, ...(lastLine === undefined ? {} : { lastLine }) }, confidential);
}
function withoutConfidential({ events, lastLine }, confidential) {
    const hide = (text) => (0,secrecy/* withoutSecrets */.cT)(text, confidential ?? []);
    return {
        events: events.map(event => ({ ...event, message: hide(event.message) })),
        ...(lastLine === undefined || confidential === undefined ? {} : { lastLine: hide(lastLine) }),
    };
}
async function eventsOf(cluster, namespace, pod) {
    const { items } = await cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.event, namespace), {
        fieldSelector: `involvedObject.name=${pod}`,
    });
    const time = (event) => String(event.lastTimestamp ?? event.eventTime ?? event.metadata.creationTimestamp ?? '');
    return items
        .sort((a, b) => (time(a) < time(b) ? -1 : 1))
        .map(({ metadata: { name }, reason = '', message = '', count }) => ({
        reason,
        message,
        ...(count === undefined ? {} : { count }),
        ...(name === undefined ? {} : { name }),
    }));
}
async function lastLineOf(cluster, namespace, pod, container) {
    const path = `${(0,resources/* pathOf */.XM)(resources/* resources */.ES.pod, namespace, pod)}/log`;
    for (const previous of ['true', 'false']) {
        const query = (0,port/* withQuery */.V)(path, { container, previous, tailLines: '5', limitBytes: '4096' });
        const text = await cluster.call('GET', query).then(answer => answer.body.trim(), () => '');
        if (text !== '')
            return text.split('\n').at(-1);
    }
    return undefined;
}
const isAfter = (one, other) => one.name !== undefined && other.name !== undefined && one.name > other.name;
function failedProbe(events, which, container) {
    const failures = events.filter(({ reason, message }) => reason === 'Unhealthy' && which.test(message));
    const most = Math.max(...failures.map(({ count }) => count ?? 1));
    const event = failures.findLast(({ count }) => (count ?? 1) === most);
    if (event === undefined)
        return undefined;
    const [head = '', ...rest] = event.message.split(' failed: ');
    return `the ${head.toLowerCase()} of container ${container} fails (${diagnosis_short(rest.join(' failed: '))})`;
}
function reasonOfPull(cause, events) {
    const event = events.findLast(({ reason, message }) => reason === 'Failed' && message.startsWith('Failed to pull'));
    const text = /not found|unknown/i.test(cause.detail) ? cause.detail : (event?.message ?? cause.detail);
    if (/not found|manifest unknown|name unknown/i.test(text))
        return 'the registry has no such image';
    if (/unauthorized|denied|forbidden|no basic auth/i.test(text))
        return 'the registry refuses the credential of the node (imagePullSecrets)';
    return diagnosis_short(text);
}
function diagnosis_short(text) {
    const line = (0,printable/* printable */.g)(text.replace(/\s+/g, ' ').trim());
    return line.length > 240 ? `${line.slice(0, 239)}…` : line;
}


/***/ }),

/***/ 4544:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IL: () => (/* binding */ inherit),
/* harmony export */   LW: () => (/* binding */ ownedBy),
/* harmony export */   MN: () => (/* binding */ holdWith),
/* harmony export */   Sq: () => (/* binding */ raiseFence),
/* harmony export */   iE: () => (/* binding */ stamp)
/* harmony export */ });
/* unused harmony export fenceOf */
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2382);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6544);
/* harmony import */ var _traffic_fence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3951);
/* harmony import */ var _dead_man_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3906);
/* harmony import */ var _lease_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(96);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1924);






function holdWith(app, token) {
    return (object, live) => {
        if (object.metadata?.labels?.[_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .labels */ .WD.kind] === 'shipped')
            return object;
        if ((live === undefined ? 0 : (0,_traffic_fence_js__WEBPACK_IMPORTED_MODULE_2__/* .stampOf */ .Zs)(live, app)) > token)
            throw (0,_lease_js__WEBPACK_IMPORTED_MODULE_4__/* .overtaken */ .K1)(app);
        const { uid, resourceVersion } = live?.metadata ?? {};
        return {
            ...object,
            metadata: {
                ...object.metadata,
                annotations: { ...object.metadata?.annotations, [(0,_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .stampOf */ .Zs)(app)]: String(token) },
                ...(uid === undefined || resourceVersion === undefined ? {} : { uid, resourceVersion }),
            },
        };
    };
}
async function stamp(cluster, path, app, token, known) {
    let object = known ?? (await cluster.get(path));
    for (let attempt = 1; object !== undefined; attempt += 1) {
        if ((0,_traffic_fence_js__WEBPACK_IMPORTED_MODULE_2__/* .stampOf */ .Zs)(object, app) > token)
            throw (0,_lease_js__WEBPACK_IMPORTED_MODULE_4__/* .overtaken */ .K1)(app);
        const patch = (0,_traffic_fence_js__WEBPACK_IMPORTED_MODULE_2__/* .stampPatch */ ["if"])(object, { app, token });
        if (patch.length === 0)
            return object;
        try {
            return await cluster.patch(path, 'json', patch);
        }
        catch (error) {
            if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && (error.isConflict || error.status === 404)) || attempt === 8) {
                throw error;
            }
            object = await cluster.get(path);
        }
    }
    return undefined;
}
function fenceOf(app, namespace, token) {
    return {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: {
            name: _naming_js__WEBPACK_IMPORTED_MODULE_5__/* .nameOf */ .Vb.fence(app, token),
            namespace,
            labels: { [_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .labels */ .WD.app]: app, [_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .labels */ .WD.kind]: 'fence' },
        },
        data: (0,_dead_man_js__WEBPACK_IMPORTED_MODULE_3__/* .heartbeatData */ .bk)({ beat: 0 }),
    };
}
function ownedBy(fence) {
    const { name = '', uid = '' } = fence.metadata ?? {};
    return { apiVersion: 'v1', kind: 'ConfigMap', name, uid };
}
async function raiseFence(cluster, app, namespace, token) {
    try {
        return await cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, namespace), fenceOf(app, namespace, token));
    }
    catch (error) {
        if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && error.reason === 'AlreadyExists'))
            throw error;
        const there = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, namespace, _naming_js__WEBPACK_IMPORTED_MODULE_5__/* .nameOf */ .Vb.fence(app, token)));
        if (there === undefined)
            throw error;
        return there;
    }
}
async function inherit(cluster, fence, older, owned, app, token) {
    await Promise.all(owned.map(async ({ path, object }) => {
        const stamped = await stamp(cluster, path, app, token, object);
        if (stamped === undefined)
            return;
        await cluster.patch(path, 'json', [
            { op: 'test', path: '/metadata/uid', value: stamped.metadata?.uid },
            { op: 'test', path: (0,_traffic_fence_js__WEBPACK_IMPORTED_MODULE_2__/* .annotationPointer */ .ZC)((0,_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .stampOf */ .Zs)(app)), value: String(token) },
            { op: 'add', path: '/metadata/ownerReferences', value: [ownedBy(fence)] },
        ]);
    }));
    await Promise.all(older.map(({ metadata }) => cluster.remove((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, metadata?.namespace ?? '', metadata?.name), metadata?.uid)));
}


/***/ }),

/***/ 1469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ followRollout)
/* harmony export */ });
/* harmony import */ var _cluster_mirror_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(414);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6544);
/* harmony import */ var _diagnosis_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9462);
/* harmony import */ var _rollout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(587);




async function followRollout(cluster, options) {
    const { namespace, workload, deadline, report } = options;
    const stop = new AbortController();
    let wake = () => { };
    const changed = () => wake();
    try {
        const byName = { fieldSelector: `metadata.name=${workload}` };
        const deployments = await (0,_cluster_mirror_js__WEBPACK_IMPORTED_MODULE_2__/* .mirror */ .e)(cluster, (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.deployment, namespace), byName, stop.signal, changed);
        const selector = { labelSelector: (0,_rollout_js__WEBPACK_IMPORTED_MODULE_3__/* .selectorOf */ .Bk)(deployments.items()[0]) };
        const [replicaSets, pods] = await Promise.all([
            (0,_cluster_mirror_js__WEBPACK_IMPORTED_MODULE_2__/* .mirror */ .e)(cluster, (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.replicaSet, namespace), selector, stop.signal, changed),
            (0,_cluster_mirror_js__WEBPACK_IMPORTED_MODULE_2__/* .mirror */ .e)(cluster, (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.pod, namespace), selector, stop.signal, changed),
        ]);
        const observe = () => ({
            deployment: deployments.items()[0],
            replicaSets: replicaSets.items(),
            pods: pods.items(),
        });
        const started = performance.now();
        let told = '';
        options.signal?.addEventListener('abort', () => wake(), { once: true });
        let suspectSince;
        for (;;) {
            if (options.signal?.aborted)
                return { state: 'failed', cause: { kind: 'cancelled' } };
            const now = performance.now();
            const assessment = (0,_rollout_js__WEBPACK_IMPORTED_MODULE_3__/* .assess */ .no)(observe());
            told = tell(assessment, told, report);
            if (assessment.state === 'complete')
                return { state: 'complete', ready: assessment.ready };
            const final = options.patient !== true || ('cause' in assessment && assessment.cause.kind === 'gone');
            if (assessment.state === 'failed' && final)
                return { state: 'failed', cause: assessment.cause };
            let next = deadline - (now - started);
            if (assessment.state === 'suspect' && final) {
                if (suspectSince?.kind !== assessment.cause.kind)
                    suspectSince = { kind: assessment.cause.kind, at: now };
                const left = assessment.graceMs - (now - suspectSince.at);
                if (left <= 0) {
                    if (!(await nodeIsComing(cluster, namespace, assessment.cause))) {
                        return { state: 'failed', cause: assessment.cause };
                    }
                    suspectSince.at = now;
                }
                next = Math.min(next, Math.max(left, 1000));
            }
            else {
                suspectSince = undefined;
            }
            const blind = awayFor([deployments, replicaSets, pods]) > 0;
            if (now - started >= deadline && !blind)
                return { state: 'failed', cause: (0,_rollout_js__WEBPACK_IMPORTED_MODULE_3__/* .lateCause */ ._0)(observe(), deadline / 1000) };
            await new Promise(resolve => {
                const timer = setTimeout(resolve, Math.max(5, Math.min(next, 1000)));
                wake = () => {
                    clearTimeout(timer);
                    resolve();
                };
            });
            if (awayFor([deployments, replicaSets, pods]) > 5000 && told !== 'away') {
                told = 'away';
                report('the API server does not answer; waiting for it');
            }
        }
    }
    finally {
        stop.abort();
    }
}
async function nodeIsComing(cluster, namespace, cause) {
    if (cause.kind !== 'unschedulable')
        return false;
    const { events } = await (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_1__/* .gatherEvidence */ .hx)(cluster, namespace, cause);
    return events.some(({ reason }) => reason === 'TriggeredScaleUp' || reason === 'Nominated');
}
function tell(assessment, told, report) {
    const text = `${assessment.ready} of ${assessment.wanted} new pods ready`;
    if (text !== told)
        report(text);
    return text;
}
function awayFor(mirrors) {
    const since = mirrors.map(each => each.staleSince()).filter(each => each !== undefined);
    return since.length === 0 ? 0 : performance.now() - Math.min(...since);
}


/***/ }),

/***/ 7473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JX: () => (/* binding */ JournalMoved),
/* harmony export */   Jy: () => (/* binding */ moved),
/* harmony export */   Ms: () => (/* binding */ entryOf),
/* harmony export */   Vf: () => (/* binding */ Keeper),
/* harmony export */   a0: () => (/* binding */ readJournal),
/* harmony export */   aW: () => (/* binding */ RolloutOver),
/* harmony export */   fY: () => (/* binding */ writeJournal)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2382);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6544);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1218);
/* harmony import */ var _lease_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(96);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1924);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2544);






const pathFor = (namespace, app) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, namespace, _naming_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb.application(app));
async function readJournal(cluster, namespace, app) {
    const object = await cluster.get(pathFor(namespace, app));
    return object === undefined ? undefined : entryOf(object);
}
function entryOf(object) {
    const text = object.data?.journal;
    if (text === undefined)
        return undefined;
    return { journal: JSON.parse(text), version: object.metadata?.resourceVersion ?? '' };
}
class RolloutOver extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo {
    constructor(app) {
        super(`no rollout of ${app} is under way`, 'deploy a release first');
    }
}
class JournalMoved extends Error {
}
async function writeJournal(cluster, namespace, journal, over) {
    const object = objectOf(namespace, journal, over);
    try {
        const written = over === undefined
            ? await cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, namespace), object)
            : await cluster.replace(pathFor(namespace, journal.app), object);
        return { journal, version: written.metadata?.resourceVersion ?? '' };
    }
    catch (error) {
        if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && (error.isConflict || error.status === 404)))
            throw error;
        const there = await readJournal(cluster, namespace, journal.app);
        if (there !== undefined && JSON.stringify(there.journal) === JSON.stringify(journal))
            return there;
        throw new JournalMoved('another run wrote the journal', { cause: error });
    }
}
class Keeper {
    #cluster;
    #namespace;
    #entry;
    #last = Promise.resolve();
    constructor(cluster, namespace, entry) {
        this.#cluster = cluster;
        this.#namespace = namespace;
        this.#entry = entry;
    }
    get journal() {
        return this.#entry.journal;
    }
    change(next) {
        const write = async () => {
            const { journal, version } = this.#entry;
            try {
                this.#entry = await writeJournal(this.#cluster, this.#namespace, next(journal), version);
            }
            catch (error) {
                if (!(error instanceof JournalMoved))
                    throw error;
                await this.#adopt(error);
                this.#entry = await writeJournal(this.#cluster, this.#namespace, next(this.#entry.journal), this.#entry.version);
            }
        };
        const written = this.#last.then(write);
        this.#last = written.catch(() => undefined);
        return written;
    }
    async #adopt(cause) {
        const { app, token } = this.#entry.journal;
        const there = await readJournal(this.#cluster, this.#namespace, app);
        if (there === undefined || there.journal.token !== token)
            throw (0,_lease_js__WEBPACK_IMPORTED_MODULE_3__/* .overtaken */ .K1)(app);
        if (there.journal.abortRequested === undefined)
            throw cause;
        const { abortRequested } = there.journal;
        this.#entry = { version: there.version, journal: { ...this.#entry.journal, abortRequested } };
    }
}
function moved(journal, to, now, change = {}) {
    if (!_phases_js__WEBPACK_IMPORTED_MODULE_5__/* .moves */ .Vq[journal.phase].includes(to))
        throw new Error(`there is no move from ${journal.phase} to ${to}`);
    const { parked: _parked, gate, ...rest } = journal;
    return {
        ...rest,
        ...(gate === undefined || (0,_phases_js__WEBPACK_IMPORTED_MODULE_5__/* .isOver */ .PU)(to) ? {} : { gate }),
        phase: to,
        since: now,
        ...change,
    };
}
function objectOf(namespace, journal, version) {
    return {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: {
            name: _naming_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb.application(journal.app),
            namespace,
            labels: { [_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.app]: journal.app, [_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.kind]: 'journal' },
            annotations: { [_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.phase]: journal.phase },
            ...(version === undefined ? {} : { resourceVersion: version }),
        },
        data: { journal: JSON.stringify(journal) },
    };
}


/***/ }),

/***/ 96:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K1: () => (/* binding */ overtaken),
/* harmony export */   Vj: () => (/* binding */ LeaseLost),
/* harmony export */   XH: () => (/* binding */ untilFree),
/* harmony export */   ZZ: () => (/* binding */ acquireLease),
/* harmony export */   oi: () => (/* binding */ leaseState),
/* harmony export */   yj: () => (/* binding */ LeaseHeld)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2382);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6544);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1218);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1924);




const durationSeconds = 30;
const renewEvery = 10_000;
const untilFree = (durationSeconds + 2) * 1000;
class LeaseLost extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo {
}
class LeaseHeld extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo {
}
const overtaken = (app) => new LeaseLost(`another run has taken over the rollout of ${app}`, 'nothing more is written; see that run for what happened');
function leaseState(lease, serverNow) {
    const token = Number(lease.metadata?.annotations?.[_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.token] ?? 0);
    const holder = lease.spec?.holderIdentity ?? '';
    if (holder === '')
        return { free: true, token };
    const written = Math.max(0, ...(lease.metadata?.managedFields ?? []).map(field => Date.parse(field.time ?? '') || 0));
    const freeInMs = written + ((lease.spec?.leaseDurationSeconds ?? durationSeconds) + 1) * 1000 - serverNow;
    return freeInMs <= 0 ? { free: true, token } : { free: false, token, holder, freeInMs };
}
async function acquireLease(cluster, request) {
    const holder = `${request.origin.actor} in ${request.origin.run}`;
    const end = performance.now() + request.wait;
    let announced = false;
    for (;;) {
        if (request.signal?.aborted)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('the run was cancelled', 'nothing was changed');
        const attempt = await tryAcquire(cluster, request, holder);
        if ('token' in attempt)
            return held(cluster, request, holder, attempt.token);
        if (attempt.holder === undefined)
            continue;
        if (performance.now() >= end) {
            throw new LeaseHeld(`another run is releasing ${request.app}: ${attempt.holder}`, `wait until it has ended (its lease runs out in ${Math.ceil(attempt.freeInMs / 1000)} s if it is dead), or roll back`);
        }
        if (!announced)
            request.report(`waiting for ${attempt.holder}`);
        announced = true;
        await new Promise(resolve => setTimeout(resolve, 1000));
    }
}
async function tryAcquire(cluster, request, holder) {
    const { app, namespace, seize } = request;
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace, _naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.application(app));
    const raced = { holder: undefined, freeInMs: 0 };
    let current;
    try {
        const answer = await cluster.call('GET', path);
        current = { lease: JSON.parse(answer.body), serverTime: answer.serverTime };
    }
    catch (error) {
        if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && error.status === 404))
            throw error;
        try {
            const token = (request.floor ?? 0) + 1;
            await cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace), leaseObject(app, namespace, holder, token));
            return { token };
        }
        catch (conflict) {
            if (conflict instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && conflict.isConflict)
                return raced;
            throw conflict;
        }
    }
    const state = leaseState(current.lease, current.serverTime);
    if (!state.free && !(seize === 'own' ? state.holder === holder : seize))
        return { holder: state.holder, freeInMs: state.freeInMs };
    if (!state.free)
        request.report(`taking over from ${state.holder}`);
    const token = Math.max(state.token, request.floor ?? 0) + 1;
    const next = leaseObject(app, namespace, holder, token, current.lease.metadata?.resourceVersion);
    try {
        await cluster.replace(path, next);
        return { token };
    }
    catch (error) {
        if (error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && error.isConflict)
            return raced;
        throw error;
    }
}
function held(cluster, request, holder, token) {
    const { app, namespace } = request;
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace, _naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.application(app));
    const rewrite = async (nextHolder) => {
        const lease = await cluster.get(path);
        if (lease === undefined || tokenOf(lease) !== token)
            return false;
        await cluster.replace(path, leaseObject(app, namespace, nextHolder, token, lease.metadata?.resourceVersion));
        return true;
    };
    let renewal;
    const renew = async () => {
        await rewrite(holder).catch(() => undefined);
        renewal = undefined;
    };
    const timer = setInterval(() => {
        renewal ??= renew();
    }, renewEvery);
    timer.unref();
    return {
        token,
        assertHeld: async () => {
            const lease = await cluster.get(path);
            if (lease === undefined || tokenOf(lease) !== token) {
                throw new LeaseLost(`this run lost its lease on ${app} to ${lease?.spec?.holderIdentity || 'another run'}`, 'nothing more is written; see that run for what happened');
            }
        },
        release: async () => {
            clearInterval(timer);
            await renewal;
            await rewrite('').catch(() => undefined);
        },
    };
}
const tokenOf = (lease) => Number(lease.metadata?.annotations?.[_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.token] ?? 0);
function leaseObject(app, namespace, holder, token, resourceVersion) {
    return {
        apiVersion: 'coordination.k8s.io/v1',
        kind: 'Lease',
        metadata: {
            name: _naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.application(app),
            namespace,
            labels: { [_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.app]: app, [_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.kind]: 'lease' },
            annotations: { [_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.token]: String(token) },
            ...(resourceVersion === undefined ? {} : { resourceVersion }),
        },
        spec: { holderIdentity: holder, leaseDurationSeconds: durationSeconds, renewTime: microTime() },
    };
}
const microTime = () => new Date().toISOString().replace('Z', '000Z');


/***/ }),

/***/ 5507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ER: () => (/* binding */ needOf),
/* harmony export */   T9: () => (/* binding */ lifeWarning),
/* harmony export */   YO: () => (/* binding */ lifeProblem),
/* harmony export */   eT: () => (/* binding */ lifeSentence),
/* harmony export */   mf: () => (/* binding */ requireLife)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1218);

const afterwards = 120_000;
const needOf = (deadline) => deadline + afterwards;
async function requireLife(cluster, need, report) {
    const [lifetime, { serverTime }] = await Promise.all([cluster.lifetime(), cluster.call('GET', '/version')]);
    const warning = lifeWarning(lifetime);
    if (warning !== undefined)
        report(`warning: ${warning}`);
    const problem = lifeProblem(lifetime, need, serverTime);
    if (problem !== undefined)
        throw problem;
}
function lifeProblem(lifetime, need, now) {
    if (lifetime.kind !== 'ends' || lifetime.end - now >= need)
        return undefined;
    const left = lifetime.end - now;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${lifetime.what} of the kubeconfig ${left <= 0 ? 'ended' : 'ends'} at ${clock(lifetime.end)}${left <= 0 ? '' : `, in ${span(left)}`}, but this run may need it until ${clock(now + need)}, for ${span(need)}`, 'use a credential that renews itself (docs/cluster.md) or lives longer, or shorten the deadline of the strategy');
}
function lifeWarning(lifetime) {
    if (lifetime.kind !== 'unknown')
        return undefined;
    return `how long ${lifetime.what} of the kubeconfig lives cannot be known; if it ends during the run, the run can neither finish nor undo`;
}
function lifeSentence(lifetime, now) {
    switch (lifetime.kind) {
        case 'renewed':
            return `${lifetime.what} renews itself`;
        case 'endless':
            return `${lifetime.what} has no end`;
        case 'unknown':
            return `how long ${lifetime.what} lives cannot be known`;
        case 'ends':
            return lifetime.end > now
                ? `${lifetime.what} ends at ${clock(lifetime.end)}, in ${span(lifetime.end - now)}`
                : `${lifetime.what} ended at ${clock(lifetime.end)}`;
    }
}
const clock = (ms) => `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
function span(ms) {
    const seconds = Math.round(ms / 1000);
    if (seconds < 120)
        return `${seconds} s`;
    if (seconds < 7200)
        return `${Math.round(seconds / 60)} min`;
    return seconds < 172_800 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86_400)} days`;
}


/***/ }),

/***/ 2544:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PU: () => (/* binding */ isOver),
/* harmony export */   SM: () => (/* binding */ remedyOf),
/* harmony export */   Vq: () => (/* binding */ moves)
/* harmony export */ });
const moves = {
    prepared: ['stepping', 'promoting', 'undoing'],
    stepping: ['stepping', 'baking', 'undoing'],
    baking: ['promoting', 'undoing'],
    promoting: ['watching', 'done', 'undoing'],
    watching: ['done', 'undoing'],
    undoing: ['undone'],
    done: [],
    undone: [],
};
const isOver = (phase) => moves[phase].length === 0;
function remedyOf(phase) {
    switch (phase) {
        case 'done':
        case 'undone':
            return 'none';
        case 'promoting':
        case 'watching':
            return 'finish';
        case 'prepared':
        case 'stepping':
        case 'baking':
        case 'undoing':
            return 'undo';
        default:
            return phase;
    }
}


/***/ }),

/***/ 7833:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  PF: () => (/* binding */ prepareRollout),
  qB: () => (/* binding */ progress),
  Fo: () => (/* binding */ requireUnfinished),
  cf: () => (/* binding */ sweepRollout),
  oD: () => (/* binding */ undoRollout),
  M1: () => (/* binding */ unfinished)
});

// UNUSED EXPORTS: finishRollout, park

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/cluster/resources.js
var resources = __webpack_require__(6544);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/toolkit/errors.js
var errors = __webpack_require__(1218);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/access.js
var access = __webpack_require__(4702);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/decision.js
var release_decision = __webpack_require__(8350);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/cluster/errors.js
var cluster_errors = __webpack_require__(2382);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/traffic/fence.js
var traffic_fence = __webpack_require__(3951);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/naming.js
var naming = __webpack_require__(1924);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/canary.js

function canaryOf(workload, order) {
    const { spec, metadata } = workload;
    const track = { [naming/* labels */.WD.track]: 'canary' };
    return {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: {
            name: naming/* nameOf */.Vb.canary(metadata?.name ?? ''),
            namespace: metadata?.namespace ?? '',
            labels: { ...metadata?.labels, [naming/* labels */.WD.app]: order.app, [naming/* labels */.WD.kind]: 'canary' },
            annotations: { [(0,naming/* stampOf */.Zs)(order.app)]: String(order.token), [naming/* labels */.WD.release]: String(order.release) },
            ownerReferences: [order.owner],
        },
        spec: {
            ...spec,
            replicas: order.replicas,
            revisionHistoryLimit: 0,
            selector: { ...spec?.selector, matchLabels: { ...spec?.selector?.matchLabels, ...track } },
            template: {
                ...spec?.template,
                metadata: {
                    ...spec?.template?.metadata,
                    labels: { ...spec?.template?.metadata?.labels, ...track },
                },
            },
        },
    };
}
function needOf(weight, capacity) {
    return weight <= 0 ? 0 : Math.max(1, Math.ceil((weight * capacity) / 100 - 1e-9));
}

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/rollout.js
var rollout = __webpack_require__(587);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/course.js


function isCandidate(course, workload) {
    return workload?.metadata?.annotations?.[naming/* labels */.WD.release] === String(course.candidate);
}
const capacityOf = (o) => Math.max(o.journal?.capacity ?? 1, o.workload?.spec?.replicas ?? 1);
const podsOf = (o, track) => o.pods.filter(pod => (pod.metadata?.labels?.[naming/* labels */.WD.track] === 'canary') === (track === 'canary'));
function readyOf(o, track) {
    const owner = track === 'stable' ? o.workload : o.canary;
    const sets = new Set(o.replicaSets
        .filter(({ metadata }) => metadata?.ownerReferences?.some(({ uid }) => uid === owner?.metadata?.uid))
        .map(({ metadata }) => metadata?.uid));
    return podsOf(o, track).filter(pod => pod.metadata?.deletionTimestamp === undefined &&
        (0,rollout/* isReady */.i_)(pod) &&
        pod.metadata?.ownerReferences?.some(({ uid }) => sets.has(uid)));
}
function canCarry(o, set) {
    const ready = readyOf(o, 'stable').length;
    if (ready === 0)
        return false;
    return set < 100 || ready >= Math.min(capacityOf(o), Math.max(1, readyOf(o, 'canary').length));
}
const canaryService = (course, o) => o.services.find(({ metadata }) => metadata?.name === naming/* nameOf */.Vb.canary(course.service ?? ''));

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/diagnosis.js + 1 modules
var diagnosis = __webpack_require__(9462);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/reversibility.js
var reversibility = __webpack_require__(8445);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/tidying.js





const drain = 3000;
function undo(course, o, journal, insight) {
    const { router } = course;
    if (journal.baseline === undefined) {
        return insight.removed ? { do: 'enter', phase: 'undone', weight: 0 } : { do: 'remove-made' };
    }
    if (course.baselineTemplate === undefined &&
        (o.workload === undefined || isCandidate(course, o.workload))) {
        return {
            do: 'hold',
            reason: `the record of release ${journal.baseline} has no template to put back; release a version that works`,
        };
    }
    if (o.workload === undefined)
        return { do: 'recreate-workload' };
    if (isCandidate(course, o.workload))
        return { do: 'restore-workload' };
    const set = router.weight(o) ?? 0;
    if (set > 0)
        return broughtBack(course, o, journal, insight, set);
    const starting = started(o, journal, insight);
    const rest = starting ?? tidy(course, o);
    if (rest !== undefined)
        return rest;
    if (insight.workload !== undefined && insight.workload.state !== 'complete') {
        if (insight.workload.state === 'failed')
            return { do: 'hold', reason: `release ${journal.baseline} does not come up either` };
        if (o.now - journal.since < journal.deadline - journal.startedAt)
            return { do: 'await', what: `release ${journal.baseline} comes up again`, ms: 1000 };
    }
    return { do: 'enter', phase: 'undone', weight: 0 };
}
function broughtBack(course, o, journal, insight, set) {
    const { router } = course;
    const ready = readyOf(o, 'stable').length;
    const late = insight.workload?.state === 'failed' || o.now - journal.since > 60_000;
    const whole = ready > 0 && ready >= (o.workload?.spec?.replicas ?? 1);
    if (whole || canCarry(o, set) || (late && ready > 0)) {
        return { do: 'patch', what: 'traffic back to the baseline', writes: router.shift(o, 0) };
    }
    if (late) {
        return {
            do: 'hold',
            reason: `release ${journal.baseline} has no ready pod that could take the traffic back; release a version that works`,
        };
    }
    const all = set < 100 && ready === 0 && readyOf(o, 'canary').length > 0 ? router.shift(o, 100) : [];
    if (all.length > 0)
        return { do: 'patch', what: 'all traffic to the canary while the baseline comes up', writes: all };
    return { do: 'await', what: `${ready} pods of release ${journal.baseline} ready`, ms: 1000 };
}
function started(o, journal, insight) {
    const { workload } = insight;
    if (readyOf(o, 'stable').length > 0 || readyOf(o, 'canary').length === 0)
        return undefined;
    if (workload?.state !== 'progressing' || o.now - journal.since > 60_000)
        return undefined;
    return { do: 'await', what: `release ${journal.baseline} comes up again`, ms: 1000 };
}
function tidy(course, o) {
    const { router } = course;
    const split = router.clean(o);
    if (split.length > 0) {
        return settled(course, o) ?? { do: 'patch', what: 'the route is as it was', writes: split };
    }
    if (o.canary !== undefined && o.canary.metadata?.deletionTimestamp === undefined) {
        return settled(course, o) ?? remove('the canary', canaryPath(course), o.canary);
    }
    const living = podsOf(o, 'canary').filter(pod => pod.metadata?.deletionTimestamp === undefined);
    if (living.length > 0)
        return { do: 'await', what: 'the pods of the canary end' };
    const service = canaryService(course, o);
    if (service !== undefined)
        return remove("the canary's Service", servicePath(course, naming/* nameOf */.Vb.canary(course.service ?? '')), service);
    const pins = router.unpin(o);
    if (pins.length > 0)
        return { do: 'patch', what: 'Services select as before', writes: pins };
    const floor = course.restoreFloor(o);
    if (floor.length > 0)
        return { do: 'patch', what: 'the autoscaler has its room back', writes: floor };
    const [fence] = o.fences;
    if (fence !== undefined) {
        const { namespace = '', name } = fence.metadata ?? {};
        return remove('the fence', (0,resources/* pathOf */.XM)(resources/* resources */.ES.configMap, namespace, name), fence);
    }
    return undefined;
}
function settled(course, o) {
    const left = course.router.setAt(o) + drain - o.now;
    return left > 0 ? { do: 'await', what: 'the gateway carries it out', ms: left } : undefined;
}
const canaryPath = ({ namespace, workload }) => (0,resources/* pathOf */.XM)(resources/* resources */.ES.deployment, namespace, naming/* nameOf */.Vb.canary(workload));
const servicePath = ({ namespace }, name) => (0,resources/* pathOf */.XM)(resources/* resources */.ES.service, namespace, name);
function remove(what, path, object) {
    return { do: 'remove', what, path, uid: object.metadata?.uid ?? '' };
}
function giveBack(course, o, reason) {
    if (hasNoWayBack(course, o))
        return { do: 'hold', reason: (0,reversibility/* heldBecause */.AA)(course.candidate, reason) };
    return { do: 'enter', phase: 'undoing', weight: 0, reason, writes: takeBack(course, o) };
}
function hasNoWayBack(course, { journal, workload }) {
    if (course.reversible || journal?.baseline === undefined || journal.abortRequested !== undefined)
        return false;
    return (0,reversibility/* hasMovedOver */.Gm)(journal, isCandidate(course, workload));
}
function takeBack(course, o) {
    const set = course.router.weight(o) ?? 0;
    if (set === 0 || isCandidate(course, o.workload) || !canCarry(o, set))
        return [];
    return course.router.shift(o, 0);
}
function giveUp(course, o, cause) {
    if (hasNoWayBack(course, o)) {
        return { do: 'hold', reason: (0,reversibility/* heldBecause */.AA)(course.candidate, (0,diagnosis/* sentenceOf */.$N)(cause)) };
    }
    return { do: 'give-up', cause, writes: takeBack(course, o) };
}

;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/bringing-up.js



function bringUp(course, o, insight, need) {
    const { router } = course;
    const floor = course.raiseFloor(o);
    if (floor.length > 0)
        return { do: 'patch', what: 'the autoscaler keeps its pods', writes: floor };
    const pins = router.pin(o);
    if (pins.length > 0)
        return { do: 'patch', what: 'Services keep to the stable pods', writes: pins };
    if (router.ownService && canaryService(course, o) === undefined)
        return { do: 'create-service' };
    if (o.canary === undefined)
        return { do: 'create-canary', replicas: need };
    if (o.canary.metadata?.deletionTimestamp !== undefined)
        return { do: 'await', what: 'the canary of an earlier rollout ends' };
    if (o.canary.metadata?.annotations?.[naming/* labels */.WD.release] !== String(course.candidate)) {
        return remove('the canary of an earlier rollout', canaryPath(course), o.canary);
    }
    if ((o.canary.spec?.replicas ?? 0) < need) {
        return { do: 'patch', what: `canary: ${need} pods`, writes: [scale(course, o.canary, need)] };
    }
    const { canary } = insight;
    if (canary?.state === 'failed')
        return giveUp(course, o, canary.cause);
    const ready = readyOf(o, 'canary').length;
    if (ready < need)
        return { do: 'await', what: `${ready} of ${need} canary pods ready` };
    return undefined;
}
function scale(course, canary, replicas) {
    return {
        path: canaryPath(course),
        patch: [...course.guard(canary), { op: 'replace', path: '/spec/replicas', value: replicas }],
    };
}

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/dead-man.js + 1 modules
var dead_man = __webpack_require__(3906);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/decide.js






function decide(course, o, insight) {
    const { journal } = o;
    if (journal === undefined)
        return { do: 'hold', reason: 'the journal of the rollout was deleted' };
    switch (journal.phase) {
        case 'prepared':
            return (interrupted(course, o, journal, insight) ??
                changedByOthers(course, o, insight) ??
                prepare(course, o, insight));
        case 'stepping':
        case 'baking':
            return (interrupted(course, o, journal, insight) ??
                starved(course, o, journal) ??
                changedByOthers(course, o, insight) ??
                expose(course, o, journal, insight));
        case 'promoting':
            return (interrupted(course, o, journal, insight) ?? starved(course, o, journal) ?? promote(course, o, insight));
        case 'watching':
            return interrupted(course, o, journal, insight) ?? watch(course, o, journal, insight);
        case 'undoing':
            return undo(course, o, journal, insight);
        case 'done':
        case 'undone':
            return { do: 'end' };
        default:
            return journal.phase;
    }
}
function interrupted(course, o, journal, insight) {
    if (insight.cancelled)
        return giveBack(course, o, 'the run was cancelled');
    if (journal.abortRequested !== undefined) {
        return giveBack(course, o, `${journal.abortRequested.by} asked for it`);
    }
    const fired = hasNoWayBack(course, o) ? [] : (course.deadMan?.fired(o) ?? []);
    if (fired.length > 0) {
        return giveBack(course, o, `the dead man took the traffic back (${fired.join(', ')}): this run was not heard for too long`);
    }
    const [fact] = insight.facts;
    if (fact !== undefined)
        return giveBack(course, o, fact);
    if (journal.phase === 'promoting' || journal.phase === 'watching')
        return undefined;
    if (o.now > endOf(course, journal))
        return giveBack(course, o, 'the time of the rollout is over');
    if (o.workload === undefined)
        return giveBack(course, o, `Deployment/${course.workload} was deleted`);
    if (isCandidate(course, o.workload) && journal.phase !== 'prepared') {
        return giveBack(course, o, `Deployment/${course.workload} was given the candidate by somebody else`);
    }
    return undefined;
}
function endOf({ strategy, watchMs }, { phase, deadline, since }) {
    if (phase === 'prepared')
        return deadline;
    const kept = strategy === 'blue-green' && phase === 'baking' ? since + watchMs : 0;
    return Math.max(deadline, kept) + 60_000;
}
function changedByOthers(course, o, insight) {
    if (o.workload === undefined)
        return undefined;
    if (course.baselineTemplate !== undefined &&
        (0,naming/* canonical */.$N)(o.workload.spec?.template) !== course.baselineTemplate) {
        if (insight.workload?.state === 'progressing')
            return { do: 'await', what: `Deployment/${course.workload} was changed by somebody else and rolls` };
        return giveBack(course, o, `Deployment/${course.workload} was changed by somebody else meanwhile`);
    }
    return undefined;
}
function starved(course, o, journal) {
    const { router } = course;
    if (!router.ownService)
        return undefined;
    const set = router.weight(o) ?? 0;
    const need = router.need(Math.min(set, journal.weight), journal.capacity);
    if (set === 0 || readyOf(o, 'canary').length >= need || !canCarry(o, set))
        return undefined;
    const writes = router.shift(o, 0);
    if (writes.length === 0)
        return undefined;
    return { do: 'patch', what: 'the canary lacks ready pods: no traffic for it', writes };
}
function prepare(course, o, insight) {
    const up = bringUp(course, o, insight, course.router.need(course.weights[0] ?? 100, capacityOf(o)));
    if (up !== undefined)
        return up;
    if (course.goal === 'prepared')
        return { do: 'end' };
    const weight = course.weights[0] ?? 100;
    return { do: 'enter', phase: 'stepping', step: 0, weight, deadline: o.now + course.deadlineMs };
}
function expose(course, o, journal, insight) {
    const { router } = course;
    const weight = journal.weight;
    const up = bringUp(course, o, insight, router.need(weight, capacityOf(o)));
    if (up !== undefined)
        return up;
    const guarded = (router.weight(o) ?? 0) === 0 ? guardedBy(course, o) : undefined;
    if (guarded !== undefined)
        return guarded;
    const writes = router.shift(o, weight);
    if (writes.length > 0)
        return { do: 'patch', what: `${weight} % to the canary`, writes };
    const trouble = carried(course, o);
    if (trouble !== undefined)
        return trouble;
    return judged(course, o, journal, insight);
}
function guardedBy(course, o) {
    const { deadMan, router } = course;
    if (deadMan === undefined)
        return undefined;
    const open = router.open(o);
    if (open.length > 0)
        return { do: 'patch', what: 'the canary is in the routes, without traffic', writes: open };
    const trouble = carried(course, o);
    if (trouble !== undefined)
        return trouble;
    const job = o.jobs.find(({ metadata }) => metadata?.name === deadMan.name);
    if (job === undefined)
        return { do: 'create-dead-man' };
    if ((0,dead_man/* isWatching */.wF)(job))
        return undefined;
    const waited = o.now - (Date.parse(job.metadata?.creationTimestamp ?? '') || o.now);
    if (waited < 60_000)
        return { do: 'await', what: 'the dead man tries what it would do', ms: 1000 };
    return giveBack(course, o, `the dead man does not watch: see Job/${deadMan.name}, its image and its account`);
}
function carried(course, o) {
    const trouble = course.router.trouble(o);
    if (trouble === undefined)
        return undefined;
    const since = o.now - course.router.setAt(o);
    return since < 30_000 ? { do: 'await', what: trouble, ms: 1000 } : giveBack(course, o, trouble);
}
function judged(course, o, journal, { verdict }) {
    const last = course.weights.length - 1;
    const onward = () => {
        if (journal.phase === 'baking')
            return { do: 'enter', phase: 'promoting', weight: 100 };
        const step = journal.step + 1;
        const weight = course.weights[step] ?? 100;
        return { do: 'enter', phase: step < last ? 'stepping' : 'baking', step, weight };
    };
    switch (verdict?.verdict) {
        case undefined:
        case 'continue':
            return { do: 'await', what: 'the gate watches' };
        case 'pod-local':
            return replaced(course, o, journal, verdict);
        case 'pass':
            return onward();
        case 'fail':
        case 'no-data':
        case 'inconclusive':
            return giveBack(course, o, verdict.reason);
        default:
            return verdict;
    }
}
function replaced(course, o, journal, { pod, reason }) {
    const bad = podsOf(o, 'canary').find(({ metadata }) => metadata?.name === pod);
    if (bad === undefined || bad.metadata?.deletionTimestamp !== undefined) {
        return { do: 'await', what: 'the gate watches' };
    }
    const need = course.router.need(journal.weight, capacityOf(o));
    const others = readyOf(o, 'canary').filter(each => each !== bad).length;
    if (others >= need)
        return remove(`Pod/${pod}: ${reason}`, podPath(course, pod), bad);
    if (o.canary !== undefined && (o.canary.spec?.replicas ?? 0) <= need) {
        const writes = [scale(course, o.canary, need + 1)];
        return { do: 'patch', what: `canary: another pod in place of ${pod}`, writes };
    }
    return { do: 'await', what: `another pod comes up in place of ${pod}` };
}
function promote(course, o, insight) {
    if (course.goal === 'judged')
        return { do: 'end' };
    const { router } = course;
    const complete = insight.workload?.state === 'complete' &&
        readyOf(o, 'stable').length >= (o.workload?.spec?.replicas ?? 1);
    const served = o.canary?.metadata?.deletionTimestamp !== undefined || o.canary === undefined;
    const moved = isCandidate(course, o.workload) && (complete || (served && router.weight(o) === 0));
    if (course.strategy === 'rolling' && !(moved && complete))
        return rolling(course, o, insight);
    if (!moved) {
        if (o.fences.length === 0 && !isCandidate(course, o.workload))
            return { do: 'apply-workload' };
        const up = bringUp(course, o, insight, router.need(100, capacityOf(o)));
        if (up !== undefined)
            return up;
        const all = router.shift(o, 100);
        if (all.length > 0)
            return { do: 'patch', what: 'all traffic to the canary', writes: all };
        const trouble = carried(course, o) ?? settled(course, o);
        if (trouble !== undefined)
            return trouble;
        if (!isCandidate(course, o.workload))
            return { do: 'apply-workload' };
        if (insight.workload?.state === 'failed')
            return giveUp(course, o, insight.workload.cause);
        return { do: 'await', what: `Deployment/${course.workload} rolls out of traffic` };
    }
    const set = router.weight(o);
    if (set !== undefined && set > 0) {
        return settled(course, o) ?? givenOver(course, o, set);
    }
    const rest = tidy(course, o);
    if (rest !== undefined)
        return rest;
    if (insight.workload?.state === 'failed')
        return giveUp(course, o, insight.workload.cause);
    if (!complete)
        return { do: 'await', what: `Deployment/${course.workload} is not all up` };
    return course.watchMs > 0 && course.strategy === 'canary'
        ? { do: 'enter', phase: 'watching', weight: 100 }
        : { do: 'enter', phase: 'done', weight: 100 };
}
function givenOver({ router, workload }, o, set) {
    const half = set > 50 ? router.shift(o, 50) : [];
    if (half.length > 0)
        return { do: 'patch', what: `50 % to Deployment/${workload}`, writes: half };
    return { do: 'patch', what: `100 % to Deployment/${workload}`, writes: router.shift(o, 0) };
}
function rolling(course, o, { workload }) {
    if (!isCandidate(course, o.workload)) {
        return giveBack(course, o, 'the run that released it ended before it had applied everything');
    }
    if (workload?.state === 'failed')
        return giveUp(course, o, workload.cause);
    if (o.now > (o.journal?.deadline ?? 0))
        return giveBack(course, o, 'it did not come up in time');
    return { do: 'await', what: `Deployment/${course.workload} rolls` };
}
function watch(course, o, journal, insight) {
    const rest = tidy(course, o);
    if (o.workload === undefined || !isCandidate(course, o.workload)) {
        const reason = 'somebody else changed the workload meanwhile';
        return rest ?? { do: 'enter', phase: 'done', weight: 100, reason };
    }
    const { verdict } = insight;
    if (verdict?.verdict === 'fail')
        return giveBack(course, o, verdict.reason);
    if (rest !== undefined)
        return rest;
    const left = journal.since + course.watchMs - o.now;
    if (left > 0)
        return { do: 'await', what: 'watching', ms: left };
    return { do: 'enter', phase: 'done', weight: 100 };
}
const podPath = ({ namespace }, name) => (0,resources/* pathOf */.XM)(resources/* resources */.ES.pod, namespace, name);

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/fencing.js
var fencing = __webpack_require__(4544);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/analysis/findings.js
var analysis_findings = __webpack_require__(2253);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/analysis/gate.js + 4 modules
var gate = __webpack_require__(5523);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/analysis/eprocess.js
var eprocess = __webpack_require__(6435);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/analysis/margins.js
var margins = __webpack_require__(3916);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/analysis/interval.js


const smallest = 1e-3;
const largest = 1e3;
function rateRatio(ticks, { alpha = 0.05, phi = 1 } = {}) {
    const spread = { phi, tau: 0, pods: 1, baselinePods: 1 };
    const harm = { ...(0,margins/* harmOptions */.He)('ratio', spread, Math.max(2, ticks.length)), points: 0 };
    const pass = { ...(0,margins/* passOptions */.cG)({ ratio: 1, points: 0 }, spread), points: 0 };
    const needed = -Math.log(alpha / 2);
    const rejectedBy = (options) => (ratio) => evidenceOf({ ...options, ratio }, ticks) >= needed;
    const low = edge(rejectedBy(harm), smallest, largest);
    const high = edge(rejectedBy(pass), largest, smallest);
    const estimate = pooledRatio(ticks);
    return {
        ...(estimate === undefined ? {} : { estimate }),
        low: low ?? 0,
        ...(high === undefined ? {} : { high }),
    };
}
function edge(isRejected, from, to) {
    if (!isRejected(from))
        return undefined;
    let [rejected, kept] = [Math.log(from), Math.log(to)];
    while (Math.abs(rejected - kept) > 1e-3) {
        const middle = (rejected + kept) / 2;
        if (isRejected(Math.exp(middle)))
            rejected = middle;
        else
            kept = middle;
    }
    return Math.exp(kept);
}
function evidenceOf(options, ticks) {
    let state = (0,eprocess/* emptyEProcess */.QW)();
    for (const tick of ticks)
        state = (0,eprocess/* update */.yo)(options, state, tick);
    return (0,eprocess/* logEvidence */.y8)(options, state);
}
function pooledRatio(ticks) {
    let [canaryBad, canary, baselineBad, baseline] = [0, 0, 0, 0];
    for (const tick of ticks) {
        canaryBad += tick.canaryBad;
        canary += tick.canary;
        baselineBad += tick.baselineBad;
        baseline += tick.baseline;
    }
    return canary > 0 && baselineBad > 0 ? canaryBad / canary / (baselineBad / baseline) : undefined;
}

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/analysis/warm-up.js
var warm_up = __webpack_require__(1206);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/backtest.js + 1 modules
var backtest = __webpack_require__(9774);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/findings.js






function withFindings(record) {
    const { judging } = record;
    if (judging === undefined || record.ticks.length === 0)
        return record;
    const policy = judging.policy;
    const { state, ticks } = judgedTicks(record, policy);
    const findings = (0,analysis_findings/* findingsOf */.W)(policy, state).flatMap(found => {
        const { series = [] } = policy.metrics.find(({ name }) => name === found.metric) ?? {};
        return series.map(({ boundary, phi }, index) => {
            const counts = ticks.get(`${found.metric} ${index}`) ?? [];
            const total = counts.reduce(warm_up/* sumOf */.XN, nothing);
            return {
                name: found.metric,
                ...(boundary === undefined ? {} : { boundary }),
                canary: { bad: total.canaryBad, total: total.canary },
                baseline: { bad: total.baselineBad, total: total.baseline },
                ...(total.canary === 0 ? {} : { ratio: ratioOf(rateRatio(counts, { phi })) }),
                status: statusOf(found, boundary),
                ...(found.dryRun ? { dryRun: true } : {}),
            };
        });
    });
    return (0,release_decision/* noteFindings */.$q)(record, findings);
}
function statusOf({ status, boundary: worst }, boundary) {
    const accused = status === 'harmed' || status === 'suspect';
    return accused && boundary !== worst ? 'open' : status;
}
const ratioOf = ({ estimate, low, high }) => ({
    estimate: estimate ?? null,
    low,
    high: high ?? null,
});
function judgedTicks(record, policy) {
    const ticks = new Map();
    let state = (0,gate/* startGate */.O4)(policy, (0,backtest/* startOf */.GH)(record));
    for (const each of (0,backtest/* eventsOf */.XL)(record)) {
        if (each.event === 'stage')
            state = (0,gate/* enterStage */.dI)(policy, state, each.stage, each.at);
        else if (each.event === 'replaced')
            state = (0,gate/* replacePod */.uZ)(state, each.pod);
        else if (each.event === 'tick') {
            const next = (0,gate/* advance */.np)(policy, state, each.tick);
            for (const { name } of policy.metrics) {
                next.metrics[name]?.series.forEach(({ total }, index) => {
                    const growth = differenceOf(total, state.metrics[name]?.series[index]?.total);
                    if (growth.canary + growth.baseline === 0)
                        return;
                    const key = `${name} ${index}`;
                    ticks.set(key, [...(ticks.get(key) ?? []), growth]);
                });
            }
            state = next;
        }
    }
    return { state, ticks };
}
const nothing = { canaryBad: 0, canary: 0, baselineBad: 0, baseline: 0 };
const differenceOf = (after, before = nothing) => ({
    canaryBad: after.canaryBad - before.canaryBad,
    canary: after.canary - before.canary,
    baselineBad: after.baselineBad - before.baselineBad,
    baseline: after.baseline - before.baseline,
});

;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/heart.js


function beating(cluster, fence) {
    let beat = 0;
    let under = false;
    const timer = setInterval(() => {
        if (under)
            return;
        under = true;
        beat += 1;
        void send(cluster, fence, { beat }).finally(() => {
            under = false;
        });
    }, dead_man/* beatSeconds */.e$ * 1000);
    timer.unref();
    return { stop: () => clearInterval(timer) };
}
async function lastBeat(cluster, fence, ms) {
    await send(cluster, fence, { beat: -1, patience: Math.ceil(ms / 1000) + 60 });
}
async function send(cluster, { metadata }, heartbeat) {
    const path = (0,resources/* pathOf */.XM)(resources/* resources */.ES.configMap, metadata?.namespace ?? '', metadata?.name);
    await cluster.patch(path, 'json', (0,dead_man/* beatPatch */.FQ)(metadata?.uid ?? '', heartbeat)).catch(() => undefined);
}

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/journal.js
var release_journal = __webpack_require__(7473);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/lease.js
var release_lease = __webpack_require__(96);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/patience.js

class Patience {
    #since;
    assess(deployment, { replicaSets, pods }, at) {
        if (deployment === undefined)
            return undefined;
        const assessment = (0,rollout/* assess */.no)({ deployment, replicaSets, pods });
        if (assessment.state !== 'suspect') {
            this.#since = undefined;
            return assessment;
        }
        const { cause, graceMs, ready, wanted } = assessment;
        if (this.#since?.kind !== cause.kind)
            this.#since = { kind: cause.kind, at };
        return at - this.#since.at >= graceMs
            ? { state: 'failed', ready, wanted, cause }
            : { state: 'progressing', ready, wanted };
    }
}

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/cluster/apply.js
var apply = __webpack_require__(9685);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/undo.js
var release_undo = __webpack_require__(2506);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/workload.js





async function applyWorkload({ cluster, course, world, candidate }, tell) {
    const path = workloadPath(course);
    tell(`Deployment/${course.workload} gets release ${course.candidate}, out of traffic`);
    const seen = await (0,fencing/* stamp */.iE)(cluster, path, course.app, course.token);
    if (course.scaledByOthers && seen !== undefined) {
        const { uid, resourceVersion } = seen.metadata ?? {};
        await (0,apply/* claimReplicas */.q9)(cluster, path, seen, {
            ...(uid === undefined ? {} : { uid }),
            ...(resourceVersion === undefined ? {} : { resourceVersion }),
        });
    }
    if (seen !== undefined)
        await (0,apply/* takeOwnership */.px)(cluster, path, course.guard(seen));
    const live = await (0,fencing/* stamp */.iE)(cluster, path, course.app, course.token);
    const { metadata, spec } = candidate;
    const { replicas: _, ...unscaled } = spec ?? {};
    const object = {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: {
            ...metadata,
            annotations: { ...metadata?.annotations, ...marks(course, course.candidate) },
            uid: live?.metadata?.uid,
            resourceVersion: live?.metadata?.resourceVersion,
        },
        spec: course.scaledByOthers ? unscaled : spec,
    };
    world.put(await cluster.patch(path, 'apply', object, { force: 'true', fieldManager: apply/* fieldManager */.wM }));
}
async function restoreWorkload({ cluster, course, world, baseline, keeper }, { workload }, tell) {
    const { journal } = keeper;
    if (workload === undefined || baseline === undefined || journal.baseline === undefined)
        return;
    tell(`putting release ${journal.baseline} back`);
    const replicas = course.scaledByOthers ? 0 : journal.capacity;
    const patch = (0,release_undo/* restorePatch */.JQ)(workload, baseline.template, journal.baseline, replicas);
    world.put(await cluster.patch(workloadPath(course), 'json', [...course.guard(workload), ...patch]));
}
async function recreateWorkload({ cluster, course, world, baseline, candidate, keeper }, tell) {
    const { journal } = keeper;
    const manifest = baseline?.manifest ?? candidate;
    tell(`Deployment/${course.workload} is made again as release ${journal.baseline} had it`);
    world.put(await cluster.create((0,resources/* pathOf */.XM)(resources/* resources */.ES.deployment, course.namespace), {
        ...manifest,
        metadata: {
            ...manifest.metadata,
            annotations: { ...manifest.metadata?.annotations, ...marks(course, journal.baseline) },
        },
        spec: { ...manifest.spec, replicas: journal.capacity, template: baseline?.template },
    }));
}
async function removeMade({ cluster, keeper }, tell) {
    for (const path of keeper.journal.makes ?? []) {
        const object = await cluster.get(path);
        if (object === undefined)
            continue;
        tell(`removing ${object.kind}/${object.metadata?.name}`);
        await cluster.remove(path, object.metadata?.uid);
    }
}
const workloadPath = ({ namespace, workload }) => (0,resources/* pathOf */.XM)(resources/* resources */.ES.deployment, namespace, workload);
const marks = ({ app, token }, release) => ({
    [naming/* labels */.WD.release]: String(release),
    [(0,naming/* stampOf */.Zs)(app)]: String(token),
});

;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/engine.js















async function drive(run) {
    const engine = new Engine(run);
    const heart = run.fence === undefined || run.course.deadMan === undefined ? undefined : beating(run.cluster, run.fence);
    run.signal?.addEventListener('abort', () => run.world.wake(), { once: true });
    try {
        for (;;) {
            const end = await engine.step();
            if (end !== undefined)
                return end;
        }
    }
    finally {
        heart?.stop();
    }
}
class Engine {
    #run;
    #patience = { canary: new Patience(), workload: new Patience() };
    #removed = false;
    #told = '';
    #refusals = 0;
    constructor(run) {
        this.#run = run;
    }
    async step() {
        const { world, course, watcher, signal } = this.#run;
        const o = world.observe();
        this.#requireOurs(o);
        if (o.blindFor > 0) {
            if (o.blindFor > 5000)
                this.#tell('the API server does not answer; waiting for it');
            await world.changed(1000);
            return undefined;
        }
        const { abortRequested } = o.journal ?? {};
        const journal = {
            ...this.#run.keeper.journal,
            ...(abortRequested === undefined ? {} : { abortRequested }),
        };
        const seen = { ...o, journal };
        watcher?.look(seen);
        const { verdict, facts } = watcher?.insight(seen) ?? { verdict: undefined, facts: [] };
        const move = decide(course, seen, {
            canary: this.#patience.canary.assess(seen.canary, seen, performance.now()),
            workload: this.#patience.workload.assess(seen.workload, seen, performance.now()),
            verdict,
            facts,
            cancelled: signal?.aborted === true,
            removed: this.#removed,
        });
        return this.#act(move, seen);
    }
    async #act(move, o) {
        switch (move.do) {
            case 'await':
                this.#tell(move.what);
                await this.#run.world.changed(Math.max(5, Math.min(move.ms ?? 1000, 1000)));
                return undefined;
            case 'end':
                return this.#end(o);
            case 'hold':
                this.#tell(move.reason);
                return { state: 'held', reason: move.reason };
            case 'give-up': {
                const { cluster, course } = this.#run;
                await this.#hasten(move.writes);
                const reason = (0,diagnosis/* sentenceOf */.$N)(move.cause, await (0,diagnosis/* gatherEvidence */.hx)(cluster, course.namespace, move.cause));
                await this.#enter({ do: 'enter', phase: 'undoing', weight: 0, reason });
                return undefined;
            }
            case 'enter':
                await this.#enter(move);
                return undefined;
            default:
                await this.#write(move, o);
                return undefined;
        }
    }
    #end(o) {
        const { phase, reason = '' } = this.#run.keeper.journal;
        if (phase === 'undone')
            return { state: 'undone', reason };
        const pods = readyOf(o, phase === 'done' ? 'stable' : 'canary').length;
        if (phase === 'done')
            return { state: 'done', pods };
        return { state: phase === 'prepared' ? 'prepared' : 'judged', pods };
    }
    async #enter({ phase, writes = [], ...change }) {
        const { cluster, keeper, report } = this.#run;
        if (phase === 'undoing')
            report(`undo: ${change.reason}`);
        else
            report(headline(phase, change.weight));
        const { do: _, ...rest } = change;
        this.#noteMoment(phase, change);
        if (phase === 'done' || phase === 'undone')
            await this.#run.conclude(phase, change.reason ?? keeper.journal.reason);
        await Promise.all([
            keeper.change(journal => (0,release_journal/* moved */.Jy)(journal, phase, cluster.now(), rest)),
            this.#hasten(writes),
        ]);
    }
    async #hasten(writes) {
        try {
            await this.#patchAll(writes);
        }
        catch (error) {
            if (!(error instanceof cluster_errors/* ClusterError */.b$ && (error.isConflict || error.status === 404)))
                throw error;
            await this.#refresh({ do: 'patch', what: '', writes });
        }
    }
    #noteMoment(phase, { step, weight, reason }) {
        const { cluster, dossier, keeper } = this.#run;
        const at = Math.round(cluster.now());
        const moment = {
            at,
            phase,
            ...(step === undefined ? {} : { step }),
            ...(weight === undefined ? {} : { weight }),
            ...(reason === undefined ? {} : { reason }),
        };
        dossier.note(record => (0,release_decision/* noteMoment */.jH)(record, moment));
        if (phase !== 'done' && phase !== 'undone')
            return;
        const { candidate, baseline } = keeper.journal;
        const serves = phase === 'done' ? candidate : baseline;
        dossier.note(record => (0,release_decision/* endRecord */.rs)((0,release_decision/* noteCalls */.wk)(withFindings(record), { all: cluster.calls() }), {
            at,
            state: phase === 'done' ? 'promoted' : 'undone',
            reason: reason ?? keeper.journal.reason ?? 'shown to be good',
            weight: phase === 'done' ? 100 : 0,
            ...(serves === undefined ? {} : { serves }),
        }));
    }
    async #write(move, o) {
        try {
            await this.#send(move, o);
            this.#refusals = 0;
        }
        catch (error) {
            if (!(error instanceof cluster_errors/* ClusterError */.b$ && (error.isConflict || error.status === 404)))
                throw error;
            this.#refusals += 1;
            if (this.#refusals > 20)
                throw error;
            await this.#refresh(move);
        }
    }
    async #send(move, o) {
        const { cluster, course, world } = this.#run;
        switch (move.do) {
            case 'patch':
                this.#tell(move.what);
                return this.#patchAll(move.writes);
            case 'create-canary': {
                this.#tell(`canary: ${move.replicas} pods`);
                const canary = canaryOf(this.#run.candidate, {
                    app: course.app,
                    release: course.candidate,
                    token: course.token,
                    replicas: move.replicas,
                    owner: (0,fencing/* ownedBy */.LW)(this.#fence()),
                });
                world.put(await cluster.create((0,resources/* pathOf */.XM)(resources/* resources */.ES.deployment, course.namespace), canary));
                return;
            }
            case 'create-dead-man': {
                const job = course.deadMan?.job(o, (0,fencing/* ownedBy */.LW)(this.#fence()));
                if (job === undefined)
                    return;
                this.#tell('the dead man comes up');
                const deadMan = { state: 'armed', note: `Job/${job.metadata?.name}` };
                this.#run.dossier.note(record => (0,release_decision/* noteDeadMan */.xs)(record, deadMan));
                world.put(await cluster.create((0,resources/* pathOf */.XM)(resources/* resources */.ES.job, course.namespace), job));
                return;
            }
            case 'create-service': {
                const service = course.router.canaryService(o, (0,fencing/* ownedBy */.LW)(this.#fence()));
                world.put(await cluster.create((0,resources/* pathOf */.XM)(resources/* resources */.ES.service, course.namespace), service));
                return;
            }
            case 'remove':
                this.#tell(`removing ${move.what}`);
                await cluster.remove(move.path, move.uid);
                await this.#reread(move.path, move.uid);
                return;
            case 'apply-workload':
                return applyWorkload(this.#run, this.#say);
            case 'restore-workload':
                return restoreWorkload(this.#run, o, this.#say);
            case 'recreate-workload':
                return recreateWorkload(this.#run, this.#say);
            case 'remove-made':
                await removeMade(this.#run, this.#say);
                this.#removed = true;
                return;
            case 'await':
            case 'end':
            case 'enter':
            case 'give-up':
            case 'hold':
                return;
            default:
                return move;
        }
    }
    async #patchAll(writes) {
        const { cluster, world } = this.#run;
        await Promise.all(writes.map(async ({ path, patch }) => world.put(await cluster.patch(path, 'json', patch))));
    }
    async #refresh(move) {
        const { cluster, course, world } = this.#run;
        const paths = move.do === 'patch' ? move.writes.map(({ path }) => path) : [workloadPath(this.#run.course)];
        for (const path of paths) {
            const object = await (0,fencing/* stamp */.iE)(cluster, path, course.app, course.token);
            if (object !== undefined)
                world.put(object);
        }
        await world.changed(50);
    }
    async #reread(path, uid) {
        const { cluster, world } = this.#run;
        const object = await cluster.get(path);
        if (object === undefined || object.metadata?.uid !== uid)
            world.drop(uid);
        else
            world.put(object);
    }
    #requireOurs(o) {
        const { token, app } = this.#run.course;
        const tokens = [o.journal?.token ?? 0, ...[o.workload, o.canary].map(each => (0,traffic_fence/* stampOf */.Zs)(each ?? {}, app))];
        if (tokens.some(each => each > token))
            throw (0,release_lease/* overtaken */.K1)(app);
    }
    #fence() {
        if (this.#run.fence === undefined)
            throw new Error('a rollout without a fence makes nothing temporary');
        return this.#run.fence;
    }
    #say = (line) => this.#tell(line);
    #tell(line) {
        if (line !== this.#told)
            this.#run.report(line);
        this.#told = line;
    }
}
function headline(phase, weight) {
    switch (phase) {
        case 'stepping':
            return `step: ${weight} %`;
        case 'baking':
            return `bake at ${weight} %`;
        default:
            return phase;
    }
}

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/lifetime.js
var lifetime = __webpack_require__(5507);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/phases.js
var phases = __webpack_require__(2544);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/record.js
var release_record = __webpack_require__(7169);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/retention.js
var retention = __webpack_require__(1804);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/traffic/hpa.js
var hpa = __webpack_require__(1461);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/traffic/route.js
var route = __webpack_require__(2787);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/bounds.js
var bounds = __webpack_require__(9605);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/reduction.js

const largestRecord = 16 * 256 * 1024;
const mergedTicks = 'neighbouring ticks are added up';
function reduce(record, bytes = largestRecord) {
    const fits = (each) => Buffer.byteLength(JSON.stringify(each)) <= bytes;
    const reduced = (each, ticks, what) => ({
        ...each,
        ticks,
        reduced: [...new Set([...each.reduced, what])],
    });
    if (fits(record))
        return record;
    let next = record;
    for (const track of ['baseline', 'canary']) {
        const ticks = next.ticks.map(row => (0,bounds/* withoutPods */.X0)(row, track));
        next = reduced(next, ticks, `pods of the ${track} are added up`);
        if (fits(next))
            return next;
    }
    for (;;) {
        const { rows, counts } = halved(next.ticks);
        if (rows.length === next.ticks.length)
            return next;
        const moved = (each) => ({
            ...each,
            after: counts[each.after] ?? 0,
        });
        const { turns, verdicts } = next;
        next = reduced({ ...next, turns: turns.map(moved), verdicts: verdicts.map(moved) }, rows, mergedTicks);
        if (fits(next))
            return next;
    }
}
function halved(rows) {
    const joined = [];
    const counts = [0];
    for (let index = 0; index < rows.length; index += 1) {
        const row = rows[index];
        const next = rows[index + 1];
        const both = next === undefined ? undefined : together(row, next);
        joined.push(both ?? row);
        counts.push(joined.length);
        if (both === undefined)
            continue;
        index += 1;
        counts.push(joined.length);
    }
    return { rows: joined, counts };
}
function together(a, b) {
    const names = Object.keys(a.readings);
    const alike = a.stage === b.stage &&
        a.weight === b.weight &&
        names.length === Object.keys(b.readings).length &&
        names.every(name => a.readings[name]?.kind === b.readings[name]?.kind);
    if (!alike)
        return undefined;
    const readings = names.map((name) => [
        name,
        sumOfReadings(a.readings[name], b.readings[name]),
    ]);
    return { ...b, readings: Object.fromEntries(readings) };
}
function sumOfReadings(a, b) {
    if (a.kind !== 'counts' || b.kind !== 'counts')
        return b;
    return { kind: 'counts', canary: byPod(a.canary, b.canary), baseline: byPod(a.baseline, b.baseline) };
}
function byPod(a, b) {
    const pods = new Map();
    for (const each of [...a, ...b]) {
        const known = pods.get(each.pod);
        pods.set(each.pod, known === undefined ? each : { ...(0,bounds/* sumOf */.XN)([known, each]), pod: each.pod });
    }
    return [...pods.values()];
}

;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/dossier.js




class Dossier {
    #cluster;
    #namespace;
    #record;
    #saved = new Map();
    constructor(cluster, namespace, record) {
        this.#cluster = cluster;
        this.#namespace = namespace;
        this.#record = record;
    }
    get record() {
        return this.#record;
    }
    note(change) {
        this.#record = change(this.#record);
    }
    async save(report) {
        try {
            const { chunks } = await chunking();
            const parts = Object.entries(chunks(reduce(this.#record)));
            for (const [key, part] of parts.sort(([a], [b]) => (a < b ? 1 : -1))) {
                if (this.#saved.get(key) === part)
                    continue;
                await put(this.#cluster, this.#namespace, this.#object(key, part));
                this.#saved.set(key, part);
            }
        }
        catch (error) {
            report(`the decision record could not be written: ${error.message}`);
        }
    }
    #object(key, part) {
        const { app, release } = this.#record;
        return {
            apiVersion: 'v1',
            kind: 'ConfigMap',
            metadata: {
                name: naming/* nameOf */.Vb.decision(app, release, key),
                namespace: this.#namespace,
                labels: { [naming/* labels */.WD.app]: app, [naming/* labels */.WD.kind]: 'decision', [naming/* labels */.WD.release]: String(release) },
            },
            data: { [key]: part },
        };
    }
}
const chunking = () => Promise.all(/* import() */[__webpack_require__.e(311), __webpack_require__.e(703)]).then(__webpack_require__.bind(__webpack_require__, 8703));
async function put(cluster, namespace, object) {
    const path = (0,resources/* pathOf */.XM)(resources/* resources */.ES.configMap, namespace);
    try {
        await cluster.create(path, object);
    }
    catch (error) {
        if (!(error instanceof cluster_errors/* ClusterError */.b$ && error.reason === 'AlreadyExists'))
            throw error;
        await cluster.replace(`${path}/${object.metadata?.name}`, object);
    }
}
async function readDecision(cluster, namespace, app, release) {
    const { items } = await cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.configMap, namespace), {
        labelSelector: `${naming/* labels */.WD.app}=${app},${naming/* labels */.WD.kind}=decision,${naming/* labels */.WD.release}=${release}`,
    });
    if (items.length === 0)
        return undefined;
    const { join } = await chunking();
    return join(Object.assign({}, ...items.map(({ data }) => data)));
}

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/traffic/acceptance.js
var acceptance = __webpack_require__(9811);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/traffic/replicas.js
var replicas = __webpack_require__(5821);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/traffic/router.js + 3 modules
var traffic_router = __webpack_require__(1574);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/traffic/service.js
var traffic_service = __webpack_require__(6837);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/routing.js












function routingOf(environment, journal, podLabels, token) {
    const fence = { app: journal.app, token };
    const onAutoscalers = (o, patchOf) => (0,hpa/* autoscalersOf */.Au)(o.autoscalers, environment.workload.name).flatMap(each => {
        const patch = patchOf(each);
        const path = (0,resources/* pathOf */.XM)(resources/* resources */.ES.horizontalPodAutoscaler, environment.namespace, each.metadata?.name);
        return patch.length === 0 ? [] : [{ path, patch }];
    });
    const common = {
        guard: (object) => (0,traffic_fence/* fenced */.OF)(object, fence),
        raiseFloor: (o) => onAutoscalers(o, each => (0,hpa/* raisePatch */.HM)(each, fence, o.workload?.spec?.replicas ?? 1)),
        restoreFloor: (o) => onAutoscalers(o, each => (0,hpa/* restorePatch */.JQ)(each, fence)),
        scaledByOthers: journal.autoscaler !== undefined,
    };
    const { namespace, service, workload } = environment;
    if (environment.strategy.kind === 'rolling' || service === undefined)
        return { ...common, router: undivided, deadMan: undefined };
    const ends = {
        namespace,
        service,
        canaryService: naming/* nameOf */.Vb.canary(service),
        workload: workload.name,
        canaryWorkload: naming/* nameOf */.Vb.canary(workload.name),
        fence,
    };
    const router = (0,traffic_router/* routerOf */.V4)(environment, ends, journal.capacity);
    const seen = (o) => ({
        routes: o.routes,
        services: o.services,
        ...(o.canary === undefined ? {} : { canary: o.canary }),
        ready: { stable: readyOf(o, 'stable').length, canary: readyOf(o, 'canary').length },
        podLabels: { ...podLabels, [naming/* labels */.WD.track]: 'canary' },
    });
    const isMain = ({ metadata }) => metadata?.name === service;
    const isThere = (o) => o.services.some(isMain);
    const moved = (o) => router.kind === 'gateway-api'
        ? (0,route/* routesOf */.eV)(o.routes, service)
        : o.services.filter(({ metadata }) => metadata?.name === service);
    const image = journal.strategy === 'rolling' ? undefined : (0,dead_man/* deadManImage */.uH)(environment.strategy);
    return {
        ...common,
        deadMan: image === undefined
            ? undefined
            : {
                name: (0,dead_man/* deadManName */.Q6)(fence),
                job: (o, owner) => (0,dead_man/* deadManJob */.kX)({
                    fence,
                    namespace,
                    image,
                    owner,
                    lifetime: Math.max(0, journal.deadline - o.now) + environment.strategy.deadline + afterwards,
                    writes: (0,traffic_router/* undoPatches */.v_)(router, seen(o)),
                    fallback: (0,traffic_router/* fallbackPatches */.lx)(router, seen(o)),
                }),
                fired: o => (0,traffic_router/* deadManFired */.Rr)(router, seen(o)),
            },
        router: {
            open: o => (router.kind === 'gateway-api' ? (0,traffic_router/* shiftPatches */.Vd)(router, seen(o), 0) : []),
            weight: o => {
                if (!isThere(o))
                    return 0;
                const setting = (0,traffic_router/* shareNow */.WG)(router, seen(o));
                return setting.state === 'off' ? 0 : setting.state === 'on' ? setting.weight : setting.highest;
            },
            shift: (o, weight) => weight > 0 ? (0,traffic_router/* shiftPatches */.Vd)(router, seen(o), weight) : (0,traffic_router/* undoPatches */.v_)(router, seen(o)),
            clean: o => (0,traffic_router/* cleanPatches */.IT)(router, seen(o)),
            trouble: o => (router.kind === 'gateway-api' ? troubleOf((0,route/* routesOf */.eV)(o.routes, service)) : undefined),
            setAt: o => Math.max(0, ...moved(o).map(writtenAt)),
            need: (weight, capacity) => router.kind === 'replicas' ? (0,replicas/* pods */.Jw)(weight, router.capacity).canary : needOf(weight, capacity),
            pin: o => {
                const main = o.services.find(isMain);
                const moves = router.kind !== 'gateway-api' && (o.journal?.weight ?? 0) > 0;
                const free = moves && main !== undefined && (0,traffic_service/* isPinned */.T4)(main, journal.app);
                const path = (0,resources/* pathOf */.XM)(resources/* resources */.ES.service, namespace, service);
                return (0,traffic_router/* closePatches */.T4)(router, seen(o)).filter(write => !(free && write.path === path));
            },
            unpin: o => (0,traffic_router/* openPatches */.PV)(router, seen(o)),
            ownService: router.kind !== 'replicas',
            canaryService: (o, owner) => {
                const stable = o.services.find(({ metadata }) => metadata?.name === service);
                if (stable === undefined)
                    throw new Error(`Service/${service} is gone`);
                return (0,traffic_service/* canaryService */.YH)(stable, { name: ends.canaryService, fence, owner });
            },
        },
    };
}
const afterwards = 30 * 60_000;
const undivided = {
    open: () => [],
    weight: () => 0,
    shift: () => [],
    clean: () => [],
    need: () => 0,
    trouble: () => undefined,
    setAt: () => 0,
    pin: () => [],
    unpin: () => [],
    ownService: false,
    canaryService: () => {
        throw new Error('a rolling update has no Service of its own');
    },
};
function writtenAt({ metadata }) {
    const times = (metadata?.managedFields ?? [])
        .filter(({ manager, subresource }) => manager === 'slipway' && !subresource)
        .map(({ time }) => Date.parse(time ?? '') || 0);
    return Math.max(0, ...times);
}
function troubleOf(routes) {
    const states = routes.map(acceptance/* acceptedBy */.lA);
    const trouble = states.find(({ state }) => state === 'refused') ?? states.find(({ state }) => state === 'pending');
    return trouble === undefined || trouble.state === 'accepted' ? undefined : trouble.detail;
}

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/cluster/mirror.js
var mirror = __webpack_require__(414);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/world.js





class World {
    #stop = new AbortController();
    #mirrors = new Map();
    #cluster;
    #place;
    #wake = () => { };
    #changed = false;
    constructor(cluster, place) {
        this.#cluster = cluster;
        this.#place = place;
    }
    static async open(cluster, app, environment, selector) {
        const place = placeOf(environment);
        const world = new World(cluster, place);
        const { workload, service } = place;
        const byName = (name) => ({ fieldSelector: `metadata.name=${name}` });
        const ofPods = { labelSelector: selector };
        await Promise.all([
            world.#follow('workload', resources/* resources */.ES.deployment, byName(workload)),
            world.#follow('canary', resources/* resources */.ES.deployment, byName(naming/* nameOf */.Vb.canary(workload))),
            world.#follow('replicaSets', resources/* resources */.ES.replicaSet, ofPods),
            world.#follow('pods', resources/* resources */.ES.pod, ofPods),
            world.#follow('services', resources/* resources */.ES.service, {}),
            world.#follow('autoscalers', resources/* resources */.ES.horizontalPodAutoscaler, {}),
            world.#follow('journal', resources/* resources */.ES.configMap, byName(naming/* nameOf */.Vb.application(app))),
            world.#follow('fences', resources/* resources */.ES.configMap, {
                labelSelector: `${naming/* labels */.WD.app}=${app},${naming/* labels */.WD.kind}=fence`,
            }),
            ...((0,dead_man/* deadManImage */.uH)(environment.strategy) === undefined
                ? []
                : [
                    world.#follow('jobs', resources/* resources */.ES.job, {
                        labelSelector: `${naming/* labels */.WD.app}=${app},${naming/* labels */.WD.kind}=dead-man`,
                    }),
                ]),
            ...(environment.route === undefined ? [] : [world.#follow('routes', resources/* resources */.ES.httpRoute, {})]),
            ...(service === undefined
                ? []
                : [
                    world.#follow('slices', resources/* resources */.ES.endpointSlice, {
                        labelSelector: `kubernetes.io/service-name in (${service},${naming/* nameOf */.Vb.canary(service)})`,
                    }),
                ]),
        ]).catch(error => {
            world.close();
            throw error;
        });
        return world;
    }
    observe() {
        const journal = this.#items('journal')[0];
        return {
            now: this.#cluster.now(),
            journal: journal === undefined ? undefined : (0,release_journal/* entryOf */.Ms)(journal)?.journal,
            workload: this.#items('workload')[0],
            canary: this.#items('canary')[0],
            replicaSets: this.#items('replicaSets'),
            pods: this.#items('pods'),
            services: this.#items('services'),
            routes: this.#items('routes'),
            autoscalers: this.#items('autoscalers'),
            slices: this.#items('slices'),
            fences: this.#items('fences'),
            jobs: this.#items('jobs'),
            blindFor: this.#blindFor(),
        };
    }
    put(object) {
        for (const name of this.#mirrorsOf(object))
            this.#mirrors.get(name)?.put(object);
    }
    drop(uid) {
        for (const each of this.#mirrors.values())
            each.drop(uid);
    }
    async changed(ms) {
        if (!this.#changed) {
            await new Promise(resolve => {
                const timer = setTimeout(resolve, ms);
                this.#wake = () => {
                    clearTimeout(timer);
                    resolve();
                };
            });
        }
        this.#changed = false;
    }
    wake() {
        this.#changed = true;
        this.#wake();
    }
    close() {
        this.#stop.abort();
    }
    async #follow(name, resource, query) {
        const path = (0,resources/* pathOf */.XM)(resource, this.#place.namespace);
        this.#mirrors.set(name, await (0,mirror/* mirror */.e)(this.#cluster, path, query, this.#stop.signal, () => this.wake()));
    }
    #items(name) {
        return (this.#mirrors.get(name)?.items() ?? []);
    }
    #mirrorsOf({ kind, metadata }) {
        switch (kind) {
            case 'Deployment':
                return [metadata?.name === this.#place.workload ? 'workload' : 'canary'];
            case 'Service':
                return ['services'];
            case 'HTTPRoute':
                return ['routes'];
            case 'HorizontalPodAutoscaler':
                return ['autoscalers'];
            case 'Job':
                return ['jobs'];
            case 'ConfigMap':
                return [metadata?.labels?.[naming/* labels */.WD.kind] === 'fence' ? 'fences' : 'journal'];
            default:
                return [];
        }
    }
    #blindFor() {
        const since = [...this.#mirrors.values()].flatMap(each => each.staleSince() ?? []);
        return since.length === 0 ? 0 : performance.now() - Math.min(...since);
    }
}
const placeOf = ({ namespace, workload, service }) => ({
    namespace,
    workload: workload.name,
    service,
});

;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/takeover.js















async function takeOver(cluster, request) {
    const { releases, token, origin, goal, doing, conclude, report, signal } = request;
    const { journal } = request.entry;
    const record = recordOf(releases, journal.candidate);
    const environment = environmentIn(record.record.config, journal.environment);
    const candidate = workloadOf(record, environment);
    const { namespace } = environment;
    const entry = await claim(cluster, namespace, request.entry, token, origin);
    await stampAll(cluster, namespace, record.record.manifests, journal.app, token);
    const fence = journal.strategy === 'rolling' ? undefined : await (0,fencing/* raiseFence */.Sq)(cluster, journal.app, namespace, token);
    const dossier = await openDossier(cluster, environment, record, entry, doing);
    const world = await World.open(cluster, journal.app, environment, (0,rollout/* selectorOf */.Bk)(candidate));
    try {
        await stampDivided(cluster, world, environment, journal.app, token);
        if (fence !== undefined)
            await inheritAll(cluster, world, fence, environment, journal.app, token);
        const baseline = journal.baseline === undefined ? undefined : recordOf(releases, journal.baseline);
        const template = baseline?.outcome?.template;
        return {
            cluster,
            world,
            keeper: new release_journal/* Keeper */.Vf(cluster, namespace, entry),
            fence,
            dossier,
            ...(environment.gate === undefined ? {} : { prometheus: environment.gate.prometheus }),
            candidate,
            baseline: template && {
                template,
                manifest: baseline?.record.manifests.find(isDeployment(environment)),
            },
            course: courseOf(environment, entry, record.record, template === undefined ? undefined : (0,naming/* canonical */.$N)(template), candidate.spec?.template?.metadata?.labels ?? {}, token, goal),
            conclude,
            report,
            ...(signal === undefined ? {} : { signal }),
        };
    }
    catch (error) {
        world.close();
        throw error;
    }
}
async function claim(cluster, namespace, known, token, origin) {
    let entry = known;
    for (let attempt = 1;; attempt += 1) {
        if (entry === undefined || (0,phases/* isOver */.PU)(entry.journal.phase))
            throw new release_journal/* RolloutOver */.aW(known.journal.app);
        const { journal, version } = entry;
        if (journal.token === token)
            return entry;
        if (journal.token > token)
            throw (0,release_lease/* overtaken */.K1)(journal.app);
        try {
            return await (0,release_journal/* writeJournal */.fY)(cluster, namespace, unparked({ ...journal, token, run: origin }), version);
        }
        catch (error) {
            if (!(error instanceof release_journal/* JournalMoved */.JX) || attempt === 20)
                throw error;
            entry = await (0,release_journal/* readJournal */.a0)(cluster, namespace, journal.app);
        }
    }
}
async function openDossier(cluster, environment, { record }, { journal }, doing) {
    const { namespace, workload, strategy, gate } = environment;
    const { token, run: by } = journal;
    const at = cluster.now();
    const known = await readDecision(cluster, namespace, journal.app, journal.candidate).catch(() => undefined);
    const decision = known === undefined
        ? (0,release_decision/* startRecord */.qt)({
            at: Math.round(at),
            app: journal.app,
            environment: journal.environment,
            namespace,
            workload: `${workload.kind}/${workload.name}`,
            release: journal.candidate,
            ...(journal.baseline === undefined ? {} : { baseline: journal.baseline }),
            images: record.images,
            by,
            token,
            doing,
            strategy,
            ...(gate === undefined ? {} : { gate }),
        })
        : (0,release_decision/* noteRun */.W5)(known, { at: Math.round(at), by, token, doing });
    return new Dossier(cluster, namespace, decision);
}
function environmentIn(config, name) {
    const environment = config.environments[name];
    if (environment === undefined)
        throw new Error(`the record knows no environment ${name}`);
    return environment;
}
function courseOf(environment, { journal }, record, baselineTemplate, podLabels, token, goal) {
    const { strategy, workload, service, namespace } = environment;
    const weights = strategy.kind === 'canary' ? [...strategy.steps, strategy.bake.weight] : [100];
    return {
        app: journal.app,
        namespace,
        workload: workload.name,
        service,
        strategy: journal.strategy,
        weights,
        deadlineMs: strategy.deadline,
        watchMs: strategy.kind === 'rolling' ? 0 : strategy.watch,
        baselineTemplate,
        candidate: journal.candidate,
        reversible: record.reversible !== false,
        token,
        goal,
        ...routingOf(environment, journal, podLabels, token),
    };
}
function recordOf(releases, number) {
    const found = releases.find(({ record }) => record.release === number);
    if (found === undefined) {
        throw new errors/* UserError */.yo(`the record of release ${number} is gone, so its rollout can be neither finished nor undone by itself`, 'deploy a version that works');
    }
    return found;
}
const isDeployment = ({ workload }) => (object) => object.kind === workload.kind && object.metadata?.name === workload.name;
function workloadOf({ record }, environment) {
    const found = record.manifests.find(isDeployment(environment));
    if (found === undefined)
        throw new Error(`the record of release ${record.release} has no workload`);
    return found;
}
function unparked({ parked: _, ...journal }) {
    return journal;
}
async function stampAll(cluster, namespace, manifests, app, token) {
    const discovery = new resources/* Discovery */.TB(cluster);
    await Promise.all(manifests
        .filter(({ metadata }) => metadata?.labels?.[naming/* labels */.WD.kind] !== 'shipped')
        .map(async ({ apiVersion = '', kind = '', metadata }) => {
        const resource = await discovery.find(apiVersion, kind);
        if (resource === undefined)
            return;
        await (0,fencing/* stamp */.iE)(cluster, (0,resources/* pathOf */.XM)(resource, namespace, metadata?.name), app, token);
    }));
}
async function stampDivided(cluster, world, { namespace, service, workload }, app, token) {
    const { routes, services, autoscalers } = world.observe();
    const known = [
        ...(service === undefined ? [] : (0,route/* routesOf */.eV)(routes, service)).map(object => [resources/* resources */.ES.httpRoute, object]),
        ...services.map(object => [resources/* resources */.ES.service, object]),
        ...(0,hpa/* autoscalersOf */.Au)(autoscalers, workload.name).map(object => [resources/* resources */.ES.horizontalPodAutoscaler, object]),
    ];
    await Promise.all(known
        .filter(([, object]) => (0,traffic_fence/* stampOf */.Zs)(object, app) > 0)
        .map(async ([resource, object]) => {
        const path = (0,resources/* pathOf */.XM)(resource, namespace, object.metadata?.name);
        const stamped = await (0,fencing/* stamp */.iE)(cluster, path, app, token, object);
        if (stamped !== undefined)
            world.put(stamped);
    }));
}
async function inheritAll(cluster, world, fence, { namespace, service, workload }, app, token) {
    const { canary, services, fences } = world.observe();
    const canaryService = services.find(({ metadata }) => metadata?.name === naming/* nameOf */.Vb.canary(service ?? ''));
    const owned = [
        ...(canary === undefined
            ? []
            : [{ path: (0,resources/* pathOf */.XM)(resources/* resources */.ES.deployment, namespace, naming/* nameOf */.Vb.canary(workload.name)), object: canary }]),
        ...(canaryService === undefined
            ? []
            : [
                { path: (0,resources/* pathOf */.XM)(resources/* resources */.ES.service, namespace, canaryService.metadata?.name), object: canaryService },
            ]),
    ];
    const older = fences.filter(({ metadata }) => metadata?.uid !== fence.metadata?.uid);
    await (0,fencing/* inherit */.IL)(cluster, fence, older, owned, app, token);
}

;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/progress.js













async function unfinished(cluster, { config, environment }) {
    const entry = await (0,release_journal/* readJournal */.a0)(cluster, environment.namespace, config.app);
    return entry === undefined || (0,phases/* isOver */.PU)(entry.journal.phase) ? undefined : entry;
}
async function requireUnfinished(cluster, request, phases) {
    const { app } = request.config;
    const entry = await unfinished(cluster, request);
    if (entry === undefined)
        throw new release_journal/* RolloutOver */.aW(app);
    const { phase, candidate } = entry.journal;
    if (!phases.includes(phase)) {
        throw new errors/* UserError */.yo(`the rollout of release ${candidate} is ${phase}, not ${phases.join(' or ')}`, phase === 'undoing'
            ? 'run sweep, which ends the undo'
            : 'run the actions in the order deploy, gate, promote');
    }
    return entry;
}
async function progress(cluster, request, entry, goal, watch) {
    const { config, environment, origin, report, wait, signal } = request;
    const { journal } = entry;
    const recorded = await recordedEnvironment(cluster, request, journal);
    const need = wait + Math.max(0, recorded.strategy.deadline) + (0,lifetime/* needOf */.ER)(recorded.strategy.deadline);
    await Promise.all([(0,access/* requireRights */.XU)(cluster, recorded, []), (0,lifetime/* requireLife */.mf)(cluster, need, report)]);
    const lease = await (0,release_lease/* acquireLease */.ZZ)(cluster, {
        app: config.app,
        namespace: environment.namespace,
        origin,
        wait,
        seize: false,
        floor: journal.token,
        report,
        ...(signal === undefined ? {} : { signal }),
    });
    try {
        return await underLease(cluster, request, lease, goal, { watch });
    }
    finally {
        await lease.release();
    }
}
function prepareRollout(cluster, request, lease) {
    return underLease(cluster, request, lease, 'prepared', {});
}
async function sweepRollout(cluster, request, lease, { phase, candidate, run }) {
    const left = `release ${candidate} was left ${phase} by ${run.actor} in ${run.run}`;
    switch ((0,phases/* remedyOf */.SM)(phase)) {
        case 'finish':
            request.report(`${left}; finishing it`);
            return finishRollout(cluster, request, lease);
        case 'undo':
            return undoRollout(cluster, request, lease, `${left} and never shown to be good`);
        case 'none':
            return undefined;
    }
}
function undoRollout(cluster, request, lease, reason) {
    return underLease(cluster, request, lease, 'done', { undo: reason });
}
function finishRollout(cluster, request, lease) {
    return underLease(cluster, request, lease, 'done', {});
}
async function underLease(cluster, request, lease, goal, how) {
    const { config, environment, origin, report, signal } = request;
    const { namespace } = environment;
    const started = performance.now();
    const records = new release_record/* Records */.tU(cluster, namespace, config.app);
    let run;
    let lost = false;
    try {
        const [entry, releases] = await Promise.all([
            requireUnfinished(cluster, request, everyPhase),
            records.list(),
        ]);
        run = await takeOver(cluster, {
            entry,
            releases,
            token: lease.token,
            origin,
            goal,
            doing: how.undo === undefined ? goal : 'undo',
            report,
            conclude: (phase, reason) => {
                const known = releases.find(({ record }) => record.release === entry.journal.candidate);
                return conclude(cluster, records, request, entry.journal, known?.outcomeVersion, phase, reason);
            },
            ...(signal === undefined ? {} : { signal }),
        });
        if (how.undo !== undefined && run.keeper.journal.phase !== 'undoing') {
            const { undo: reason } = how;
            report(`undo: ${reason}`);
            await run.keeper.change(journal => (0,release_journal/* moved */.Jy)(journal, 'undoing', cluster.now(), { weight: 0, reason }));
        }
        const watcher = await how.watch?.(run);
        if (watcher !== undefined)
            run.watcher = watcher;
        const end = await drive(run);
        await run.watcher?.stop();
        if (end.state === 'prepared' || end.state === 'judged')
            await park(run, end.state);
        if (end.state === 'held')
            noteHeld(run, end.reason);
        return { end, journal: run.keeper.journal, dossier: run.dossier.record, ms: performance.now() - started };
    }
    catch (error) {
        lost = error instanceof release_lease/* LeaseLost */.Vj;
        throw error;
    }
    finally {
        await run?.watcher?.stop();
        if (!lost)
            await run?.dossier.save(report);
        run?.world.close();
    }
}
function noteHeld({ cluster, dossier, keeper }, reason) {
    const { weight, baseline } = keeper.journal;
    const at = Math.round(cluster.now());
    const serves = baseline === undefined ? {} : { serves: baseline };
    dossier.note(record => (0,release_decision/* endRecord */.rs)(record, { at, state: 'held', reason, weight, ...serves }));
}
const everyPhase = ['prepared', 'stepping', 'baking', 'promoting', 'watching', 'undoing'];
async function park(run, after) {
    const { cluster, course, keeper } = run;
    const waits = after === 'prepared' ? course.deadlineMs : handOver;
    const until = cluster.now() + waits;
    if (run.fence !== undefined && course.deadMan !== undefined)
        await lastBeat(cluster, run.fence, waits);
    await keeper.change(journal => ({
        ...journal,
        parked: { until, for: after === 'prepared' ? 'gate' : 'promote' },
    }));
}
const handOver = 5 * 60_000;
async function recordedEnvironment(cluster, { config, environment }, journal) {
    const releases = await new release_record/* Records */.tU(cluster, environment.namespace, config.app).list();
    const record = releases.find(({ record }) => record.release === journal.candidate)?.record;
    return record === undefined ? environment : environmentIn(record.config, journal.environment);
}
async function conclude(cluster, records, { config, environment, report }, journal, known, phase, reason) {
    const { namespace } = environment;
    const common = {
        schema: 1,
        release: journal.candidate,
        at: new Date(cluster.now()).toISOString(),
    };
    if (phase === 'undone') {
        const outcome = { ...common, state: 'undone', ...(reason === undefined ? {} : { reason }) };
        if (!(await records.concludeOver(outcome, known)))
            throw (0,release_lease/* overtaken */.K1)(config.app);
        return;
    }
    const path = (0,resources/* pathOf */.XM)(resources/* resources */.ES.deployment, namespace, environment.workload.name);
    const template = (await cluster.get(path))?.spec?.template;
    const outcome = { ...common, state: 'complete', ...(template === undefined ? {} : { template }) };
    if (!(await records.concludeOver(outcome, known)))
        throw (0,release_lease/* overtaken */.K1)(config.app);
    await records
        .list()
        .then(all => (0,retention/* collect */.Fo)(cluster, namespace, config.app, all))
        .catch(error => report(`old releases were not cleared away: ${error.message}`));
}


/***/ }),

/***/ 7169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I$: () => (/* binding */ recordable),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   qX: () => (/* binding */ isRestorable),
/* harmony export */   tU: () => (/* binding */ Records),
/* harmony export */   wP: () => (/* binding */ isWhole)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2382);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6544);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1218);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1924);




const maxBytes = 256 * 1024;
class Records {
    #cluster;
    #namespace;
    #app;
    constructor(cluster, namespace, app) {
        this.#cluster = cluster;
        this.#namespace = namespace;
        this.#app = app;
    }
    async list() {
        const { items } = await this.#cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, this.#namespace), {
            labelSelector: `${_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.app}=${this.#app},${_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.kind} in (record,outcome)`,
        });
        const outcomes = new Map();
        for (const { data, metadata } of items) {
            if (data?.outcome === undefined)
                continue;
            const outcome = JSON.parse(data.outcome);
            outcomes.set(outcome.release, { outcome, outcomeVersion: metadata?.resourceVersion ?? '' });
        }
        return items
            .flatMap(({ data }) => (data?.record === undefined ? [] : [JSON.parse(data.record)]))
            .map((record) => ({ record, ...outcomes.get(record.release) }))
            .sort((a, b) => b.record.release - a.record.release);
    }
    async create(first, make) {
        for (let number = first;; number += 1) {
            const record = make(number);
            const text = textOf(record);
            try {
                await this.#cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, this.#namespace), this.#object(_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.record(this.#app, number), 'record', number, { record: text }, true));
                return record;
            }
            catch (error) {
                if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && error.reason === 'AlreadyExists'))
                    throw error;
            }
        }
    }
    async conclude(outcome, version) {
        const name = _naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.outcome(this.#app, outcome.release);
        const data = { outcome: JSON.stringify(outcome) };
        const object = this.#object(name, 'outcome', outcome.release, data, false);
        const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, this.#namespace, name);
        if (version !== undefined) {
            await this.#cluster.replace(path, {
                ...object,
                metadata: { ...object.metadata, resourceVersion: version },
            });
            return;
        }
        try {
            await this.#cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, this.#namespace), object);
        }
        catch (error) {
            if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && error.reason === 'AlreadyExists'))
                throw error;
            await this.#cluster.replace(path, object);
        }
    }
    async concludeOver(outcome, known) {
        const name = _naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.outcome(this.#app, outcome.release);
        const data = { outcome: JSON.stringify(outcome) };
        const object = this.#object(name, 'outcome', outcome.release, data, false);
        const folder = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, this.#namespace);
        try {
            if (known === undefined)
                await this.#cluster.create(folder, object);
            else {
                const metadata = { ...object.metadata, resourceVersion: known };
                await this.#cluster.replace(`${folder}/${name}`, { ...object, metadata });
            }
            return true;
        }
        catch (error) {
            if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && (error.isConflict || error.status === 404)))
                throw error;
            const there = await this.#cluster.get(`${folder}/${name}`);
            return there?.data?.outcome === data.outcome;
        }
    }
    async remove(release) {
        for (const name of [_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.outcome(this.#app, release), _naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.record(this.#app, release)]) {
            await this.#cluster.remove((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, this.#namespace, name), undefined);
        }
    }
    #object(name, kind, release, data, immutable) {
        return {
            apiVersion: 'v1',
            kind: 'ConfigMap',
            metadata: {
                name,
                namespace: this.#namespace,
                labels: { [_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.app]: this.#app, [_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.kind]: kind, [_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.release]: String(release) },
            },
            immutable,
            data,
        };
    }
}
function textOf(record) {
    const text = JSON.stringify(record);
    const bytes = Buffer.byteLength(text);
    if (bytes <= maxBytes)
        return text;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the record of this release has ${Math.ceil(bytes / 1024)} KiB, at most 256 are kept`, 'move large objects such as dashboards out of the manifests of this application');
}
function recordable(manifests) {
    return manifests.map(({ object }) => {
        if (object.kind !== 'Secret' && !(object.kind === 'ConfigMap' && object.immutable === true))
            return object;
        const { data: _data, stringData: _stringData, binaryData: _binaryData, ...rest } = object;
        const { [lastApplied]: _applied, ...annotations } = object.metadata?.annotations ?? {};
        return object.metadata?.annotations === undefined
            ? rest
            : { ...rest, metadata: { ...object.metadata, annotations } };
    });
}
const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';
function isWhole(release) {
    return ((release.outcome?.state === 'complete' || release.outcome?.state === 'verified') && isRestorable(release));
}
function isRestorable(release) {
    return release.outcome?.template !== undefined;
}


/***/ }),

/***/ 1804:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fo: () => (/* binding */ collect)
/* harmony export */ });
/* unused harmony exports expired, orphans */
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6544);
/* harmony import */ var _candidate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4839);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7169);



const keptReleases = 10;
function expired(releases) {
    const kept = new Set(releases.slice(0, keptReleases).map(({ record }) => record.release));
    const verified = releases.find(({ outcome }) => outcome?.state === 'verified');
    if (verified !== undefined)
        kept.add(verified.record.release);
    const whole = releases.find(_record_js__WEBPACK_IMPORTED_MODULE_2__/* .isWhole */ .wP);
    if (whole !== undefined)
        kept.add(whole.record.release);
    const baselines = releases
        .filter(({ record }) => kept.has(record.release))
        .map(({ record }) => record.baseline);
    for (const baseline of baselines)
        if (baseline !== undefined)
            kept.add(baseline);
    return releases.filter(({ record }) => !kept.has(record.release));
}
function orphans(gone, kept, templates) {
    const needed = new Set(kept.flatMap(({ record }) => record.shipped.map(({ kind, copy }) => `${kind}/${copy}`)));
    const used = JSON.stringify([templates, kept.map(({ outcome }) => outcome?.template)]);
    const candidates = gone.flatMap(({ record }) => record.shipped);
    return candidates.filter(({ kind, copy }) => !needed.has(`${kind}/${copy}`) && !used.includes(`"${copy}"`));
}
async function collect(cluster, namespace, app, releases) {
    const gone = expired(releases);
    if (gone.length === 0)
        return;
    const kept = releases.filter(release => !gone.includes(release));
    const sets = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.replicaSet, namespace));
    const templates = sets.items.flatMap(set => (0,_candidate_js__WEBPACK_IMPORTED_MODULE_1__/* .podTemplatesOf */ .ab)({ ...set, kind: 'ReplicaSet' }));
    for (const { kind, copy } of orphans(gone, kept, templates)) {
        const resource = kind === 'ConfigMap' ? _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.configMap : _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.secret;
        await cluster.remove((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(resource, namespace, copy), undefined);
    }
    const records = new _record_js__WEBPACK_IMPORTED_MODULE_2__/* .Records */ .tU(cluster, namespace, app);
    for (const { record } of gone)
        await records.remove(record.release);
}


/***/ }),

/***/ 8445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AA: () => (/* binding */ heldBecause),
/* harmony export */   Gm: () => (/* binding */ hasMovedOver),
/* harmony export */   QN: () => (/* binding */ forcedBecause),
/* harmony export */   fu: () => (/* binding */ parseForce),
/* harmony export */   h6: () => (/* binding */ reversibilityOf),
/* harmony export */   m5: () => (/* binding */ wayBackProblem)
/* harmony export */ });
/* unused harmony export irreversibleSince */
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1218);

function irreversibleSince(releases, to) {
    return releases.filter(({ record, outcome }) => record.release > to && record.reversible === false && outcome?.state !== 'undone');
}
function reversibilityOf({ reversible = true }, kind, baseline, releases) {
    const passed = baseline === undefined ? [] : irreversibleSince(releases, baseline);
    if (baseline === undefined || (reversible && passed.length === 0)) {
        return { reversible: true, said: [], problems: [] };
    }
    const why = reversible
        ? `Going back from this release would go past release ${passed[0]?.record.release}, which is marked as not reversible`
        : 'This release is marked as not reversible';
    const until = kind === 'canary'
        ? 'until its promotion the traffic is taken back as ever, for the version before serves beside it; after that it is held'
        : 'when it does not come up it is held';
    return {
        reversible: false,
        said: [
            `${why}: ${until} instead of undone, and a rollback past it is refused unless it is forced with a reason.`,
        ],
        problems: kind === 'blue-green' ? [noSwitchBack()] : [],
    };
}
const noSwitchBack = () => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('a blue-green release is one that can be switched back at once, and this one is not reversible', 'use `strategy: {rolling: {}}`, or a canary if both versions can serve side by side');
const heldBecause = (release, reason) => `${reason}; release ${release} is not reversible, so it is left as it is: release a version that works, or roll back with \`force\``;
function hasMovedOver({ phase, strategy }, written) {
    return phase === 'watching' || (phase === 'promoting' && (strategy !== 'rolling' || written));
}
function wayBackProblem(releases, to, force, under) {
    if (to === undefined || force !== undefined)
        return undefined;
    const [newest] = irreversibleSince(releases, to).filter(({ record }) => record.release !== under?.candidate || hasMovedOver(under, true));
    if (newest === undefined)
        return undefined;
    const { release, by } = newest.record;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`release ${release} (${by.actor} in ${by.run}) is marked as not reversible, so release ${to} must not serve after it`, 'release a version that works with what it left, or force the rollback with a reason: `force: the old column is still there`');
}
function parseForce(text) {
    const reason = text.replace(/\s+/g, ' ').trim();
    if (reason === '')
        return undefined;
    if (reason.length >= 10 && reason.includes(' '))
        return reason;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`force\` is "${reason}", which is no reason`, 'say in a few words why the version before can serve, such as `the old column is still there`; it is kept in the record');
}
const forcedBecause = (force) => `although it is not reversible: ${force}`;


/***/ }),

/***/ 587:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ selectorOf),
/* harmony export */   _0: () => (/* binding */ lateCause),
/* harmony export */   i_: () => (/* binding */ isReady),
/* harmony export */   ie: () => (/* binding */ isUp),
/* harmony export */   jk: () => (/* binding */ newestReplicaSet),
/* harmony export */   no: () => (/* binding */ assess)
/* harmony export */ });
function assess({ deployment, replicaSets, pods }) {
    if (deployment === undefined)
        return { state: 'failed', ready: 0, wanted: 0, cause: { kind: 'gone' } };
    const { status, spec, metadata } = deployment;
    const wanted = spec?.replicas ?? 1;
    if ((status?.observedGeneration ?? 0) < (metadata?.generation ?? 0)) {
        return { state: 'progressing', ready: 0, wanted };
    }
    if (isUp(deployment))
        return { state: 'complete', ready: status?.availableReplicas ?? 0, wanted };
    const newest = newestReplicaSet(deployment, replicaSets);
    if (newest !== undefined && revisionOf(newest) < revisionOf(deployment)) {
        return { state: 'progressing', ready: 0, wanted };
    }
    const young = pods.filter(pod => ownedBy(pod, newest) && pod.metadata?.deletionTimestamp === undefined);
    const ready = young.filter(isReady).length;
    const refused = refusal(newest);
    if (refused?.kind === 'quota' && surgesNot(deployment)) {
        return { state: 'suspect', ready, wanted, cause: refused, graceMs: 60_000 };
    }
    if (refused?.kind === 'refused' && !isDecided(refused.detail)) {
        return { state: 'suspect', ready, wanted, cause: refused, graceMs: 30_000 };
    }
    const cause = refused ?? firstOf(young, podFailure);
    if (cause !== undefined)
        return { state: 'failed', ready, wanted, cause };
    const pulling = firstOf(young, failingPull);
    if (pulling !== undefined)
        return { state: 'suspect', ready, wanted, cause: pulling, graceMs: 20_000 };
    const stuck = firstOf(young, unschedulable);
    if (stuck !== undefined) {
        return { state: 'suspect', ready, wanted, cause: stuck, graceMs: surgesNot(deployment) ? 60_000 : 3000 };
    }
    const slow = status?.conditions?.find(c => c.type === 'Progressing' && c.reason === 'ProgressDeadlineExceeded');
    if (slow !== undefined) {
        return {
            state: 'suspect',
            ready,
            wanted,
            cause: notReady(young, ready, wanted, spec?.progressDeadlineSeconds ?? 600),
            graceMs: 3000,
        };
    }
    return { state: 'progressing', ready, wanted };
}
function isUp({ metadata, spec, status }) {
    const updated = status?.updatedReplicas ?? 0;
    return ((status?.observedGeneration ?? 0) >= (metadata?.generation ?? 0) &&
        updated >= (spec?.replicas ?? 1) &&
        (status?.replicas ?? 0) <= updated &&
        (status?.availableReplicas ?? 0) >= updated);
}
function surgesNot({ spec }) {
    const surge = spec?.strategy?.rollingUpdate?.maxSurge;
    return spec?.strategy?.type === 'Recreate' || surge === 0 || surge === '0%' || surge === '0';
}
function lateCause({ deployment, replicaSets, pods }, seconds) {
    if (deployment === undefined)
        return { kind: 'gone' };
    const newest = newestReplicaSet(deployment, replicaSets);
    const young = pods.filter(pod => ownedBy(pod, newest) && pod.metadata?.deletionTimestamp === undefined);
    return notReady(young, young.filter(isReady).length, deployment.spec?.replicas ?? 1, seconds);
}
function newestReplicaSet(deployment, replicaSets) {
    return replicaSets
        .filter(set => set.metadata?.ownerReferences?.some(owner => owner.uid === deployment.metadata?.uid))
        .sort((a, b) => revisionOf(b) - revisionOf(a))[0];
}
function revisionOf({ metadata }) {
    return Number(metadata?.annotations?.['deployment.kubernetes.io/revision'] ?? 0);
}
function selectorOf(deployment) {
    return Object.entries(deployment?.spec?.selector?.matchLabels ?? {})
        .map(([key, value]) => `${key}=${value}`)
        .join(',');
}
function isReady(pod) {
    return pod.status?.conditions?.some(c => c.type === 'Ready' && c.status === 'True') ?? false;
}
function ownedBy(pod, set) {
    return (set !== undefined &&
        (pod.metadata?.ownerReferences?.some(owner => owner.uid === set.metadata?.uid) ?? false));
}
function firstOf(pods, find) {
    for (const pod of pods) {
        const cause = find(pod);
        if (cause !== undefined)
            return cause;
    }
    return undefined;
}
function refusal(set) {
    const message = set?.status?.conditions?.find(c => c.type === 'ReplicaFailure' && c.status === 'True')?.message;
    if (message === undefined)
        return undefined;
    return { kind: /exceeded quota/.test(message) ? 'quota' : 'refused', detail: message };
}
function isDecided(detail) {
    return /violates PodSecurity|denied the request|(max|min)imum .* usage per|is invalid/.test(detail);
}
function podFailure(pod) {
    if (isReady(pod))
        return undefined;
    const name = pod.metadata?.name ?? '';
    const statuses = [...(pod.status?.initContainerStatuses ?? []), ...(pod.status?.containerStatuses ?? [])];
    for (const { name: container, image, restartCount, state, lastState } of statuses) {
        const waiting = state?.waiting;
        const ended = state?.terminated ?? lastState?.terminated;
        if (ended?.reason === 'OOMKilled') {
            const limits = [...(pod.spec?.initContainers ?? []), ...(pod.spec?.containers ?? [])];
            const limit = limits.find(c => c.name === container)?.resources?.limits?.memory ?? 'none of its own';
            return { kind: 'out-of-memory', pod: name, container, limit };
        }
        const detail = waiting?.message ?? '';
        const pulling = waiting?.reason === 'ErrImagePull' || waiting?.reason === 'ImagePullBackOff';
        const final = /not found|unknown|denied|unauthorized|forbidden/i.test(detail);
        if ((pulling && final) || waiting?.reason === 'InvalidImageName') {
            return { kind: 'image-pull', pod: name, container, image, detail };
        }
        if (/^failed to sync (configmap|secret) cache: timed out/.test(detail))
            continue;
        if (waiting?.reason === 'CreateContainerConfigError' ||
            waiting?.reason === 'CreateContainerError' ||
            waiting?.reason === 'RunContainerError') {
            return { kind: 'bad-container', pod: name, container, detail: detail || waiting.reason };
        }
        if (waiting?.reason === 'CrashLoopBackOff' ||
            (restartCount >= 2 && ended !== undefined && ended.exitCode !== 0)) {
            return { kind: 'crash', pod: name, container, exitCode: ended?.exitCode ?? 0, restarts: restartCount };
        }
    }
    return undefined;
}
function failingPull(pod) {
    const statuses = [...(pod.status?.initContainerStatuses ?? []), ...(pod.status?.containerStatuses ?? [])];
    const failing = statuses.find(({ state }) => state?.waiting?.reason === 'ImagePullBackOff');
    if (failing === undefined)
        return undefined;
    const { name: container, image, state } = failing;
    const detail = state?.waiting?.message ?? '';
    return { kind: 'image-pull', pod: pod.metadata?.name ?? '', container, image, detail };
}
function unschedulable(pod) {
    const condition = pod.status?.conditions?.find(c => c.type === 'PodScheduled' && c.reason === 'Unschedulable');
    if (condition === undefined || pod.status?.nominatedNodeName)
        return undefined;
    return { kind: 'unschedulable', pod: pod.metadata?.name ?? '', detail: condition.message ?? '' };
}
function notReady(young, ready, wanted, seconds) {
    const pods = young
        .filter(pod => !isReady(pod))
        .map(pod => ({
        pod: pod.metadata?.name ?? '',
        container: pod.status?.containerStatuses?.find(status => !status.ready)?.name ?? '',
    }));
    return { kind: 'not-ready', pods, ready, wanted, seconds };
}


/***/ }),

/***/ 2506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DC: () => (/* binding */ restoreTemplate),
/* harmony export */   JQ: () => (/* binding */ restorePatch),
/* harmony export */   gp: () => (/* binding */ removeMade)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6544);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1218);
/* harmony import */ var _traffic_fence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3951);
/* harmony import */ var _follow_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1469);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1924);





async function restoreTemplate(cluster, restoration) {
    const { namespace, workload, template, release, replicas, deadline, patient, report } = restoration;
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.deployment, namespace, workload);
    const live = await cluster.get(path);
    if (live === undefined) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`Deployment/${workload} is gone, so release ${release} cannot be put back into it`, 'deploy that version again');
    }
    if (live.spec?.paused === true) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`Deployment/${workload} is paused, so release ${release} cannot come up in it`, `resume it: kubectl rollout resume deployment/${workload}`);
    }
    await cluster.patch(path, 'json', restorePatch(live, template, release, replicas));
    return (0,_follow_js__WEBPACK_IMPORTED_MODULE_3__/* .followRollout */ .h)(cluster, { namespace, workload, deadline, patient, report });
}
function restorePatch(live, template, release, replicas = 0) {
    return [
        { op: 'test', path: '/metadata/uid', value: live.metadata?.uid },
        ...(live.metadata?.annotations === undefined
            ? [{ op: 'add', path: '/metadata/annotations', value: {} }]
            : []),
        { op: 'add', path: (0,_traffic_fence_js__WEBPACK_IMPORTED_MODULE_2__/* .annotationPointer */ .ZC)(_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.release), value: String(release) },
        { op: 'replace', path: '/spec/template', value: template },
        ...(replicas > (live.spec?.replicas ?? 1)
            ? [{ op: 'add', path: '/spec/replicas', value: replicas }]
            : []),
    ];
}
async function removeMade(cluster, targets, workload) {
    const made = targets.filter(target => target.live === undefined);
    made.sort((a, b) => Number(b.manifest.name === workload) - Number(a.manifest.name === workload));
    const removed = [];
    for (const { manifest, path } of made) {
        const object = await cluster.get(path);
        if (object === undefined)
            continue;
        await cluster.remove(path, object.metadata?.uid);
        removed.push(`${manifest.object.kind}/${manifest.name}`);
    }
    return removed;
}


/***/ }),

/***/ 3557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L4: () => (/* binding */ namesSecret),
/* harmony export */   RP: () => (/* binding */ announcesSecret),
/* harmony export */   cT: () => (/* binding */ withoutSecrets),
/* harmony export */   hl: () => (/* binding */ withoutPasswords),
/* harmony export */   n0: () => (/* binding */ looksSecret)
/* harmony export */ });
const telltale = /pass(word|wd|phrase)?|secret|token|credential|api-?_?key|private-?_?key|auth/i;
function namesSecret(name) {
    return telltale.test(name);
}
const shapes = [
    /-----BEGIN [A-Z0-9 ]*PRIVATE KEY/,
    /:\/\/[^\s/:@]*:(?!\d+\/)\S+@/,
    /\b(gh[opsur]_\w{20}|github_pat_\w{20}|A[KS]IA[A-Z0-9]{16}|xox[abpr]-|[rs]k_live_|npm_\w{30}|eyJ[\w-]{10,}\.eyJ)/,
];
function looksSecret(text) {
    const named = /(?:^|[\s"'])--?([\w.-]+)[= ]\S/g;
    return (shapes.some(shape => shape.test(text)) ||
        [...text.matchAll(named)].some(([, name]) => namesSecret(name ?? '')));
}
function announcesSecret(argument) {
    return /^--?[\w.-]+$/.test(argument) && namesSecret(argument);
}
const shortest = 6;
function withoutSecrets(text, values) {
    const forms = [...values]
        .flatMap(value => [value.trim(), ...value.split('\n').map(line => line.trim())])
        .filter(value => value.length >= shortest)
        .flatMap(value => [
        value,
        JSON.stringify(value).slice(1, -1),
        encodeURIComponent(value),
        Buffer.from(value).toString('base64').replace(/=+$/, ''),
    ]);
    const longestFirst = [...new Set(forms)].sort((a, b) => b.length - a.length);
    const hidden = longestFirst.reduce((rest, form) => rest.replaceAll(form, '(hidden)'), text);
    return withoutPasswords(hidden);
}
function withoutPasswords(text) {
    return text.replace(/:\/\/(?:[^\s/:@]*:(?!\d+\/)\S*|[^\s/@]*)@/g, '://…@');
}


/***/ }),

/***/ 9811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WX: () => (/* binding */ otherRouteProblems),
/* harmony export */   _d: () => (/* binding */ routeProblems),
/* harmony export */   fF: () => (/* binding */ featureProblems),
/* harmony export */   lA: () => (/* binding */ acceptedBy)
/* harmony export */ });
/* harmony import */ var _route_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2787);

function acceptedBy(route) {
    const name = `HTTPRoute/${route.metadata?.name}`;
    const parents = route.spec?.parentRefs ?? [];
    if (parents.length === 0)
        return { state: 'refused', detail: `${name} names no gateway` };
    const states = parents.map((parent) => {
        const reports = (route.status?.parents ?? []).filter(({ parentRef }) => sameParent(parentRef, parent, route));
        const where = `${parent.kind ?? 'Gateway'}/${parent.name}`;
        if (reports.length === 0)
            return { state: 'pending', detail: `${where} has not looked at ${name} yet` };
        const conditions = reports.flatMap(report => report.conditions ?? []);
        const refusal = conditions.find(condition => isCurrent(condition, route) && refuses(condition));
        if (refusal !== undefined) {
            const { type, reason = 'without a reason', message = '' } = refusal;
            const said = message === '' ? '' : `: ${message}`;
            return { state: 'refused', detail: `${where} refuses ${name}: ${type}, ${reason}${said}` };
        }
        const isTaken = reports.every(report => needed.every(type => (report.conditions ?? []).some(condition => condition.type === type && condition.status === 'True' && isCurrent(condition, route))));
        return isTaken
            ? { state: 'accepted' }
            : { state: 'pending', detail: `${where} has not taken the last change of ${name} yet` };
    });
    return (states.find(({ state }) => state === 'refused') ??
        states.find(({ state }) => state === 'pending') ?? { state: 'accepted' });
}
const needed = ['Accepted', 'ResolvedRefs'];
const refuses = ({ type, status }) => (needed.includes(type) && status === 'False') || (type === 'PartiallyInvalid' && status === 'True');
const isCurrent = ({ observedGeneration }, { metadata }) => (observedGeneration ?? 0) >= (metadata?.generation ?? 0);
function sameParent(a, b, route) {
    const filled = (ref) => [
        ref.group ?? 'gateway.networking.k8s.io',
        ref.kind ?? 'Gateway',
        ref.namespace ?? route.metadata?.namespace,
        ref.name,
        ref.sectionName,
        ref.port,
    ].join('/');
    return filled(a) === filled(b);
}
const filterFeatures = {
    RequestHeaderModifier: '',
    RequestRedirect: '',
    ResponseHeaderModifier: 'HTTPRouteResponseHeaderModification',
    RequestMirror: 'HTTPRouteRequestMirror',
    URLRewrite: 'HTTPRoutePathRewrite',
    CORS: 'HTTPRouteCORS',
};
const backendFilterFeatures = {
    RequestHeaderModifier: 'HTTPRouteBackendRequestHeaderModification',
};
function featuresOf(rule) {
    const matches = rule.matches ?? [];
    const backendFilters = (0,_route_js__WEBPACK_IMPORTED_MODULE_0__/* .refsOf */ .gA)(rule).flatMap(({ filters = [] }) => filters);
    return [
        ...(matches.some(({ method }) => method !== undefined) ? ['HTTPRouteMethodMatching'] : []),
        ...(matches.some(({ queryParams = [] }) => queryParams.length > 0)
            ? ['HTTPRouteQueryParamMatching']
            : []),
        ...(rule.filters ?? []).map(filter => filterFeature(filter, filterFeatures)),
        ...backendFilters.map(filter => filterFeature(filter, backendFilterFeatures)),
        ...(rule.timeouts?.request === undefined ? [] : ['HTTPRouteRequestTimeout']),
        ...(rule.timeouts?.backendRequest === undefined ? [] : ['HTTPRouteBackendTimeout']),
    ].filter(feature => feature !== '');
}
function filterFeature({ type, ...rest }, features) {
    if (type === 'ExtensionRef')
        return '';
    if (type === 'URLRewrite') {
        const { hostname } = (rest.urlRewrite ?? {});
        return hostname === undefined ? 'HTTPRoutePathRewrite' : 'HTTPRouteHostRewrite';
    }
    return features[type] ?? type;
}
function featureProblems(route, split, gatewayClass) {
    const listed = gatewayClass.status?.supportedFeatures?.map(each => typeof each === 'string' ? each : each.name);
    const wanted = new Set((0,_route_js__WEBPACK_IMPORTED_MODULE_0__/* .rulesOf */ .fD)(route)
        .filter(rule => {
        const { pairs, orphans } = (0,_route_js__WEBPACK_IMPORTED_MODULE_0__/* .backendsOf */ .dc)(rule, split, route);
        return pairs.length + orphans.length > 0;
    })
        .flatMap(featuresOf));
    if (listed === undefined || listed.length === 0)
        return { problems: [], unknown: [...wanted] };
    const lacking = [...wanted].filter(feature => !listed.includes(feature));
    return {
        unknown: [],
        problems: lacking.map(feature => ({
            problem: `HTTPRoute/${route.metadata?.name} needs ${feature}, which GatewayClass/${gatewayClass.metadata?.name} does not list as supported`,
            remedy: 'take it out of the rules that lead to the Service, or use a gateway that supports it',
        })),
    };
}
const limits = { rules: 16, backends: 16 };
function routeProblems(route, split) {
    const name = `HTTPRoute/${route.metadata?.name}`;
    const own = (0,_route_js__WEBPACK_IMPORTED_MODULE_0__/* .rulesOf */ .fD)(route).filter(rule => !(0,_route_js__WEBPACK_IMPORTED_MODULE_0__/* .isPreview */ .bU)(rule, split, route));
    const ours = own.filter(rule => (0,_route_js__WEBPACK_IMPORTED_MODULE_0__/* .backendsOf */ .dc)(rule, split, route).pairs.length > 0);
    const full = ours.filter(rule => {
        const { pairs } = (0,_route_js__WEBPACK_IMPORTED_MODULE_0__/* .backendsOf */ .dc)(rule, split, route);
        return (0,_route_js__WEBPACK_IMPORTED_MODULE_0__/* .refsOf */ .gA)(rule).length + pairs.filter(({ canary }) => canary === undefined).length > limits.backends;
    });
    const { preview } = split;
    return [
        ...full.map(() => ({
            problem: `a rule of ${name} has no room for another backend: ${limits.backends} is the most`,
            remedy: 'take one out',
        })),
        ...(preview !== undefined && own.length + ours.length > limits.rules
            ? [
                {
                    problem: `${name} has ${own.length} rules and no room for ${ours.length} more for the preview: ${limits.rules} is the most`,
                    remedy: 'split the route in two, or take `preview` out of the strategy',
                },
            ]
            : []),
        ...(preview !== undefined &&
            ours.some(rule => (rule.matches ?? []).some(match => (0,_route_js__WEBPACK_IMPORTED_MODULE_0__/* .asksFor */ .ev)(match, preview)))
            ? [
                {
                    problem: `a rule of ${name} asks for the header ${preview.header} itself`,
                    remedy: 'choose another header for `preview`',
                },
            ]
            : []),
    ];
}
function otherRouteProblems(objects, service) {
    return objects.flatMap((object) => {
        const what = `${object.kind}/${object.metadata?.name}`;
        const leads = (object.spec?.rules ?? []).some(({ backendRefs = [] }) => backendRefs.some(ref => ref.name === service &&
            (ref.kind ?? 'Service') === 'Service' &&
            (ref.namespace ?? object.metadata?.namespace) === object.metadata?.namespace));
        if (leads) {
            return [
                {
                    problem: `${what} leads to Service/${service} too, and only HTTPRoutes can be split`,
                    remedy: 'let it lead to a Service of its own, or use `strategy: {rolling: {}}`',
                },
            ];
        }
        const isTarget = (object.spec?.targetRefs ?? []).some(ref => ref.name === service && (ref.kind ?? 'Service') === 'Service');
        return isTarget
            ? [
                {
                    problem: `${what} applies to Service/${service} and would not apply to the Service of the canary`,
                    remedy: `name Service/${service}-canary in its targetRefs too, or use \`strategy: {rolling: {}}\``,
                },
            ]
            : [];
    });
}


/***/ }),

/***/ 3951:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   Wn: () => (/* binding */ pointer),
/* harmony export */   ZC: () => (/* binding */ annotationPointer),
/* harmony export */   Zb: () => (/* binding */ isTakenBack),
/* harmony export */   Zs: () => (/* binding */ stampOf),
/* harmony export */   fz: () => (/* binding */ annotate),
/* harmony export */   "if": () => (/* binding */ stampPatch),
/* harmony export */   lW: () => (/* binding */ annotationOf),
/* harmony export */   u4: () => (/* binding */ track),
/* harmony export */   w7: () => (/* binding */ annotation)
/* harmony export */ });
const track = 'slipway.dev/track';
const annotationOf = {
    token: (app) => `slipway.dev/token.${app}`,
    weights: (app) => `slipway.dev/weights.${app}`,
    pinned: (app) => `slipway.dev/pinned.${app}`,
    minReplicas: (app) => `slipway.dev/min-replicas.${app}`,
    deadMan: (app) => `slipway.dev/dead-man.${app}`,
};
function pointer(...parts) {
    return parts.map(part => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
function annotationPointer(name) {
    return pointer('metadata', 'annotations', name);
}
function fenced(object, { app, token }) {
    return [
        { op: 'test', path: annotationPointer(annotationOf.token(app)), value: String(token) },
        { op: 'test', path: pointer('metadata', 'uid'), value: object.metadata?.uid },
    ];
}
function stampOf(object, app) {
    return Number(annotation(object, annotationOf.token(app)) ?? 0);
}
function stampPatch(object, { app, token }) {
    const name = annotationOf.token(app);
    const present = stampOf(object, app);
    if (present > token)
        throw new Error(`stamp ${present} is above token ${token} of ${app}`);
    if (present === token)
        return [];
    const { annotations, uid, resourceVersion } = object.metadata ?? {};
    const unchanged = annotations?.[name] === undefined
        ? { op: 'test', path: pointer('metadata', 'resourceVersion'), value: resourceVersion }
        : { op: 'test', path: annotationPointer(name), value: annotations[name] };
    return [
        { op: 'test', path: pointer('metadata', 'uid'), value: uid },
        unchanged,
        ...(annotations === undefined
            ? [{ op: 'add', path: pointer('metadata', 'annotations'), value: {} }]
            : []),
        { op: 'add', path: annotationPointer(name), value: String(token) },
    ];
}
function annotation(object, name) {
    return object.metadata?.annotations?.[name];
}
function annotate(object, name, value) {
    const path = annotationPointer(name);
    const present = annotation(object, name);
    if (present === value)
        return [];
    return value === undefined ? [{ op: 'remove', path }] : [{ op: 'add', path, value }];
}
function isTakenBack(object, { app, token }) {
    return annotation(object, annotationOf.deadMan(app)) === String(token);
}


/***/ }),

/***/ 1461:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Au: () => (/* binding */ autoscalersOf),
/* harmony export */   HM: () => (/* binding */ raisePatch),
/* harmony export */   JQ: () => (/* binding */ restorePatch),
/* harmony export */   ix: () => (/* binding */ autoscalerProblems)
/* harmony export */ });
/* harmony import */ var _fence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3951);

const floorPath = (0,_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .pointer */ .Wn)('spec', 'minReplicas');
function autoscalersOf(autoscalers, deployment) {
    return autoscalers.filter(({ spec }) => spec?.scaleTargetRef.kind === 'Deployment' && spec.scaleTargetRef.name === deployment);
}
function autoscalerProblems(autoscalers, deployment) {
    const [first, ...others] = autoscalers;
    if (first === undefined)
        return [];
    const name = first.metadata?.name;
    if (others.length > 0) {
        const names = autoscalers.map(({ metadata }) => metadata?.name).join(' and ');
        return [
            {
                problem: `the autoscalers ${names} both scale Deployment/${deployment}, each against the other`,
                remedy: 'keep one of them',
            },
        ];
    }
    const keda = scaledObjectOf(first);
    if (keda === undefined)
        return [];
    return [
        {
            problem: `the autoscaler ${name} belongs to ScaledObject/${keda} of KEDA, which puts its minReplicas back at once`,
            remedy: `pause it for the time of the rollout (annotation autoscaling.keda.sh/paused on ScaledObject/${keda})`,
        },
    ];
}
function scaledObjectOf({ metadata }) {
    return (metadata?.ownerReferences?.find(({ kind }) => kind === 'ScaledObject')?.name ??
        metadata?.labels?.['scaledobject.keda.sh/name']);
}
function raisePatch(autoscaler, fence, present) {
    const { minReplicas, maxReplicas = present } = autoscaler.spec ?? {};
    const set = Math.min(present, maxReplicas);
    if (set <= (minReplicas ?? 1))
        return [];
    const before = floorOf(autoscaler, fence.app);
    const was = before?.set === minReplicas && before !== undefined ? before.was : (minReplicas ?? null);
    return [
        ...(0,_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .fenced */ .OF)(autoscaler, fence),
        ...unchanged(minReplicas),
        { op: 'add', path: floorPath, value: set },
        ...(0,_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .annotate */ .fz)(autoscaler, _fence_js__WEBPACK_IMPORTED_MODULE_0__/* .annotationOf */ .lW.minReplicas(fence.app), JSON.stringify({ was, set })),
    ];
}
function restorePatch(autoscaler, fence) {
    const floor = floorOf(autoscaler, fence.app);
    if (floor === undefined)
        return [];
    const present = autoscaler.spec?.minReplicas;
    const back = present !== floor.set
        ? []
        : [
            ...unchanged(present),
            floor.was === null
                ? { op: 'remove', path: floorPath }
                : { op: 'replace', path: floorPath, value: floor.was },
        ];
    return [
        ...(0,_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .fenced */ .OF)(autoscaler, fence),
        ...back,
        ...(0,_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .annotate */ .fz)(autoscaler, _fence_js__WEBPACK_IMPORTED_MODULE_0__/* .annotationOf */ .lW.minReplicas(fence.app), undefined),
    ];
}
const unchanged = (minReplicas) => minReplicas === undefined ? [] : [{ op: 'test', path: floorPath, value: minReplicas }];
function floorOf(autoscaler, app) {
    const text = (0,_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .annotation */ .w7)(autoscaler, _fence_js__WEBPACK_IMPORTED_MODULE_0__/* .annotationOf */ .lW.minReplicas(app));
    if (text === undefined)
        return undefined;
    try {
        const { was, set } = JSON.parse(text);
        const known = (was === null || typeof was === 'number') && typeof set === 'number';
        return known ? { was: was ?? null, set } : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 5821:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jw: () => (/* binding */ pods),
/* harmony export */   b9: () => (/* binding */ scalePatch),
/* harmony export */   zc: () => (/* binding */ granularity)
/* harmony export */ });
/* harmony import */ var _fence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3951);

function pods(weight, capacity) {
    const stable = Math.max(1, Math.ceil(capacity));
    if (weight <= 0)
        return { canary: 0, stable, share: 0 };
    const wanted = weight >= 100 ? stable : (stable * weight) / (100 - weight);
    const share = (canary) => (100 * canary) / (canary + stable);
    const below = clamp(Math.floor(wanted), 1, stable);
    const above = clamp(Math.ceil(wanted), 1, stable);
    const canary = Math.abs(share(above) - weight) < Math.abs(share(below) - weight) ? above : below;
    return { canary, stable, share: share(canary) };
}
const clamp = (value, least, most) => Math.min(Math.max(value, least), most);
function granularity(weights, capacity) {
    const coarse = weights
        .map(weight => ({ weight, ...pods(weight, capacity) }))
        .filter(({ weight, share }) => Math.abs(share - weight) > 0.5);
    if (coarse.length === 0)
        return undefined;
    const list = coarse.map(({ weight, share, canary, stable }) => `${weight} % is really ${share.toFixed(1)} % (${canary} of ${canary + stable} pods)`);
    return `without a route the number of pods splits the traffic: ${list.join(', ')}; a route gives exact weights`;
}
function scalePatch(deployment, fence, replicas) {
    if (deployment.spec?.replicas === replicas)
        return [];
    return [...(0,_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .fenced */ .OF)(deployment, fence), { op: 'add', path: (0,_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .pointer */ .Wn)('spec', 'replicas'), value: replicas }];
}


/***/ }),

/***/ 2787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yc: () => (/* binding */ weightIn),
/* harmony export */   at: () => (/* binding */ at),
/* harmony export */   bU: () => (/* binding */ isPreview),
/* harmony export */   dc: () => (/* binding */ backendsOf),
/* harmony export */   dv: () => (/* binding */ ruleKeys),
/* harmony export */   eV: () => (/* binding */ routesOf),
/* harmony export */   ev: () => (/* binding */ asksFor),
/* harmony export */   fD: () => (/* binding */ rulesOf),
/* harmony export */   gA: () => (/* binding */ refsOf),
/* harmony export */   mm: () => (/* binding */ weightOf),
/* harmony export */   zA: () => (/* binding */ refersTo)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

function routesOf(routes, service) {
    return routes.filter(route => rulesOf(route).some(rule => refsOf(rule).some(ref => refersTo(ref, service, route))));
}
function refersTo(ref, service, route) {
    return (ref.name === service &&
        (ref.kind ?? 'Service') === 'Service' &&
        (ref.group ?? '') === '' &&
        (ref.namespace ?? route.metadata?.namespace) === route.metadata?.namespace);
}
const rulesOf = (route) => route.spec?.rules ?? [];
const refsOf = (rule) => rule.backendRefs ?? [];
const weightIn = (ref) => ref.weight ?? 1;
function backendsOf(rule, { service, canaryService }, route) {
    const refs = refsOf(rule);
    const indexes = (name) => [...refs.keys()].filter(i => refersTo(at(refs, i), name, route));
    const canaries = indexes(canaryService);
    const pairs = indexes(service).map((stable) => {
        const found = canaries.findIndex(i => at(refs, i).port === at(refs, stable).port);
        const [canary] = found < 0 ? [] : canaries.splice(found, 1);
        return canary === undefined ? { stable } : { stable, canary };
    });
    return { pairs, orphans: canaries };
}
function isPreview(rule, split, route) {
    const { preview, service, canaryService } = split;
    return (preview !== undefined &&
        (rule.matches ?? []).length > 0 &&
        (rule.matches ?? []).every(match => asksFor(match, preview)) &&
        refsOf(rule).length > 0 &&
        refsOf(rule).every(ref => refersTo(ref, service, route) || refersTo(ref, canaryService, route)));
}
function asksFor(match, { header, value }) {
    return (match.headers ?? []).some(each => each.name.toLowerCase() === header.toLowerCase() &&
        each.value === value &&
        (each.type ?? 'Exact') === 'Exact');
}
function weightOf(route, split) {
    return rulesOf(route).flatMap((rule, index) => {
        if (isPreview(rule, split, route))
            return [];
        const { pairs, orphans } = backendsOf(rule, split, route);
        if (pairs.length + orphans.length === 0)
            return [];
        const refs = refsOf(rule);
        const sum = (indexes) => indexes.reduce((total, i) => total + weightIn(at(refs, i)), 0);
        const canaries = [...pairs.flatMap(({ canary }) => canary ?? []), ...orphans];
        const canary = sum(canaries);
        const total = canary + sum(pairs.map(({ stable }) => stable));
        if (total === 0)
            return [];
        return [{ rule: index, weight: canaries.length === 0 ? undefined : (100 * canary) / total }];
    });
}
function ruleKeys(route, split) {
    const seen = new Map();
    const keys = new Map();
    rulesOf(route).forEach((rule, index) => {
        if (isPreview(rule, split, route))
            return;
        const { pairs, orphans } = backendsOf(rule, split, route);
        if (pairs.length + orphans.length === 0)
            return;
        const text = JSON.stringify(rule.matches ?? []);
        const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex').slice(0, 8);
        const nth = seen.get(hash) ?? 0;
        seen.set(hash, nth + 1);
        keys.set(index, nth === 0 ? hash : `${hash}-${nth}`);
    });
    return keys;
}
function at(list, index) {
    const element = list[index];
    if (element === undefined)
        throw new RangeError(`no element ${index} of ${list.length}`);
    return element;
}


/***/ }),

/***/ 1574:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  IT: () => (/* binding */ cleanPatches),
  T4: () => (/* binding */ closePatches),
  Rr: () => (/* binding */ deadManFired),
  lx: () => (/* binding */ fallbackPatches),
  PV: () => (/* binding */ openPatches),
  i$: () => (/* binding */ routerKind),
  V4: () => (/* binding */ routerOf),
  gx: () => (/* binding */ serviceProblems),
  WG: () => (/* binding */ shareNow),
  Vd: () => (/* binding */ shiftPatches),
  v_: () => (/* binding */ undoPatches),
  Z$: () => (/* binding */ weightsOf)
});

// UNUSED EXPORTS: routerWarning, settingSentence, trueWeight

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/cluster/resources.js
var resources = __webpack_require__(6544);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/traffic/fence.js
var traffic_fence = __webpack_require__(3951);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/toolkit/errors.js
var errors = __webpack_require__(1218);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/traffic/route.js
var traffic_route = __webpack_require__(2787);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/traffic/preview.js

const everything = { path: { type: 'PathPrefix', value: '/' } };
function previewRule(rule, split, preview, route) {
    const { name: _, backendRefs: __, ...rest } = rule;
    const header = { type: 'Exact', name: preview.header, value: preview.value };
    return {
        ...rest,
        matches: (rule.matches?.length ? rule.matches : [everything]).map(match => ({
            ...match,
            headers: [...(match.headers ?? []), header],
        })),
        backendRefs: (0,traffic_route/* refsOf */.gA)(rule)
            .filter(ref => (0,traffic_route/* refersTo */.zA)(ref, split.service, route))
            .slice(0, 1)
            .map(ref => toCanary(ref, split)),
    };
}
function toCanary(ref, { canaryService }) {
    return { ...ref, name: canaryService, ...(ref.weight === undefined ? {} : { weight: 1 }) };
}

;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/traffic/weights.js
const weightLimit = 1_000_000;
function splitWeights(parts, weight, weights = []) {
    const fractions = [weight, ...weights].map(fraction);
    const scaled = parts.length === 1 && (parts[0]?.weight ?? 0) > 0
        ? [fractions.reduce((unit, { decimals }) => Math.max(unit, 100 * 10 ** decimals), 100)]
        : scaleUp(parts, fractions.map(({ denominator }) => denominator).reduce(leastMultiple, 1));
    const { numerator, denominator } = fraction(weight);
    const split = parts.map(({ ours }, index) => {
        const whole = scaled[index] ?? 0;
        if (!ours)
            return { weight: whole };
        const canary = (whole / denominator) * numerator;
        return { weight: whole - canary, canary };
    });
    return scaled.every(whole => whole <= weightLimit) ? split : undefined;
}
function scaleUp(parts, units) {
    const divisor = parts.reduce((common, { weight }) => greatestDivisor(common, weight), 0) || 1;
    const smallest = parts.map(({ weight }) => weight / divisor);
    const factor = parts.reduce((least, { ours }, index) => {
        const whole = smallest[index] ?? 0;
        return ours && whole > 0 ? leastMultiple(least, units / greatestDivisor(units, whole)) : least;
    }, 1);
    return smallest.map(whole => whole * factor);
}
function fraction(percent) {
    if (!(percent >= 0 && percent <= 100))
        throw new RangeError(`${percent} is no percentage`);
    const digits = percent.toFixed(6).replace(/\.?0+$/, '');
    const decimals = digits.split('.')[1]?.length ?? 0;
    const whole = 100 * 10 ** decimals;
    const part = Math.round(percent * 10 ** decimals);
    const divisor = greatestDivisor(part, whole);
    return { numerator: part / divisor, denominator: whole / divisor, decimals };
}
function greatestDivisor(a, b) {
    return b === 0 ? a : greatestDivisor(b, a % b);
}
function leastMultiple(a, b) {
    return (a / greatestDivisor(a, b)) * b;
}
function isProportional(a, b) {
    const total = (list) => list.reduce((sum, each) => sum + each, 0);
    return (a.length === b.length && total(a) > 0 && a.every((each, i) => each * total(b) === (b[i] ?? 0) * total(a)));
}

;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/traffic/gateway-api.js






function splitPatch(route, split, weight) {
    const memory = {};
    const remembered = memoryOf(route, split);
    const changed = new Map();
    for (const [from, key] of (0,traffic_route/* ruleKeys */.dv)(route, split)) {
        const rule = (0,traffic_route.at)((0,traffic_route/* rulesOf */.fD)(route), from);
        const original = originals(rule, split, route, remembered[key]);
        if (!original.some(({ ours, ref }) => ours && (0,traffic_route/* weightIn */.Yc)(ref) > 0))
            continue;
        memory[key] = original.map(({ ref }) => ref.weight ?? null);
        changed.set(from, { ...rule, backendRefs: splitRefs(rule, original, split, weight, route) });
    }
    const { live, missing } = previewsOf(route, split, changed);
    const placed = (0,traffic_route/* rulesOf */.fD)(route).flatMap((rule, from) => {
        if ((0,traffic_route/* isPreview */.bU)(rule, split, route)) {
            const mirror = live.get(from);
            return mirror === undefined ? [] : [{ from, rule: mirror }];
        }
        const mirror = missing.get(from);
        return [...(mirror === undefined ? [] : [{ rule: mirror }]), { from, rule: changed.get(from) ?? rule }];
    });
    return routePatch(route, split, placed, changed.size === 0 ? undefined : memory);
}
function previewsOf(route, split, changed) {
    const { preview } = split;
    const live = new Map();
    const missing = new Map();
    if (preview === undefined)
        return { live, missing };
    const rules = (0,traffic_route/* rulesOf */.fD)(route);
    for (const [from, rule] of changed) {
        const mirror = previewRule(rule, split, preview, route);
        const found = rules.findIndex((each, index) => !live.has(index) && (0,traffic_route/* isPreview */.bU)(each, split, route) && sameButBackends(each, mirror));
        if (found < 0)
            missing.set(from, mirror);
        else
            live.set(found, mirror);
    }
    return { live, missing };
}
function unsplitPatch(route, split) {
    const remembered = memoryOf(route, split);
    const keys = (0,traffic_route/* ruleKeys */.dv)(route, split);
    const placed = (0,traffic_route/* rulesOf */.fD)(route).flatMap((rule, from) => {
        if ((0,traffic_route/* isPreview */.bU)(rule, split, route))
            return [];
        const key = keys.get(from);
        if (key === undefined || !isSplit(rule, split, route))
            return [{ from, rule }];
        const backendRefs = originals(rule, split, route, remembered[key]).map(({ ref }) => ref);
        return [{ from, rule: { ...rule, backendRefs } }];
    });
    return routePatch(route, split, placed, undefined);
}
function takeBackPatch(route, split) {
    const changes = (0,traffic_route/* rulesOf */.fD)(route).flatMap((rule, index) => {
        const refs = (0,traffic_route/* refsOf */.gA)(rule);
        const path = (ref, field) => (0,traffic_fence/* pointer */.Wn)('spec', 'rules', index, 'backendRefs', ref, field);
        const { pairs, orphans } = (0,traffic_route/* backendsOf */.dc)(rule, split, route);
        return [
            ...pairs.flatMap(({ stable, canary }) => canary === undefined || (0,traffic_route/* isPreview */.bU)(rule, split, route)
                ? []
                : [
                    { op: 'test', path: path(stable, 'name'), value: split.service },
                    { op: 'test', path: path(canary, 'name'), value: split.canaryService },
                    {
                        op: 'add',
                        path: path(stable, 'weight'),
                        value: (0,traffic_route/* weightIn */.Yc)((0,traffic_route.at)(refs, stable)) + (0,traffic_route/* weightIn */.Yc)((0,traffic_route.at)(refs, canary)),
                    },
                    { op: 'add', path: path(canary, 'weight'), value: 0 },
                ]),
            ...orphans.flatMap((ref) => [
                { op: 'test', path: path(ref, 'name'), value: split.canaryService },
                { op: 'replace', path: path(ref, 'name'), value: split.service },
            ]),
        ];
    });
    return changes.length === 0 ? [] : [...(0,traffic_fence/* fenced */.OF)(route, split.fence), ...changes];
}
const isSplit = (rule, split, route) => {
    const { pairs, orphans } = (0,traffic_route/* backendsOf */.dc)(rule, split, route);
    return orphans.length > 0 || pairs.some(({ canary }) => canary !== undefined);
};
function originals(rule, split, route, remembered) {
    const { pairs, orphans } = (0,traffic_route/* backendsOf */.dc)(rule, split, route);
    const canaryOf = new Map(pairs.map(({ stable, canary }) => [stable, canary]));
    const canaries = new Set([...canaryOf.values()]);
    const refs = (0,traffic_route/* refsOf */.gA)(rule);
    const folded = refs.flatMap((ref, index) => {
        if (canaries.has(index))
            return [];
        if (orphans.includes(index))
            return [{ ref: { ...ref, name: split.service }, ours: true }];
        const canary = canaryOf.get(index);
        if (canary === undefined)
            return [{ ref, ours: canaryOf.has(index) }];
        return [{ ref: { ...ref, weight: (0,traffic_route/* weightIn */.Yc)(ref) + (0,traffic_route/* weightIn */.Yc)((0,traffic_route.at)(refs, canary)) }, ours: true }];
    });
    if (!isSplit(rule, split, route) || remembered === undefined)
        return folded;
    const present = folded.map(({ ref }) => (0,traffic_route/* weightIn */.Yc)(ref));
    if (!isProportional(present, remembered.map(weight => weight ?? 1)))
        return folded;
    return folded.map(({ ref, ours }, index) => ({ ref: weighted(ref, remembered[index] ?? null), ours }));
}
function weighted(ref, weight) {
    if (weight !== null)
        return { ...ref, weight };
    const { weight: _, ...rest } = ref;
    return rest;
}
function splitRefs(rule, original, split, weight, route) {
    const parts = splitWeights(original.map(({ ref, ours }) => ({ weight: (0,traffic_route/* weightIn */.Yc)(ref), ours })), weight, split.weights);
    if (parts === undefined) {
        throw new errors/* UserError */.yo(`HTTPRoute/${route.metadata?.name} has a rule with the weights ${original.map(({ ref }) => (0,traffic_route/* weightIn */.Yc)(ref)).join(', ')}, of which ${weight} % cannot be split off exactly`, 'use rounder weights in the route or in the steps');
    }
    const { pairs } = (0,traffic_route/* backendsOf */.dc)(rule, split, route);
    const refs = (0,traffic_route/* refsOf */.gA)(rule);
    const canaryOf = new Map(pairs.map(({ stable, canary }) => [stable, canary]));
    const canaries = new Set([...canaryOf.values()]);
    const kept = [...refs.keys()].filter(index => !canaries.has(index));
    const placed = new Map();
    kept.forEach((index, position) => {
        const { ref } = (0,traffic_route.at)(original, position);
        const part = (0,traffic_route.at)(parts, position);
        const stable = weighted(ref, part.weight);
        const canary = canaryOf.get(index);
        if (part.canary === undefined)
            placed.set(index, [stable]);
        else if (canary === undefined)
            placed.set(index, [stable, weighted({ ...ref, name: split.canaryService }, part.canary)]);
        else {
            placed.set(index, [stable]);
            placed.set(canary, [weighted((0,traffic_route.at)(refs, canary), part.canary)]);
        }
    });
    return [...refs.keys()].flatMap(index => placed.get(index) ?? []);
}
const same = external_node_util_.isDeepStrictEqual;
const sameButBackends = (a, b) => same({ ...a, backendRefs: [] }, { ...b, backendRefs: [] });
function routePatch(route, split, placed, memory) {
    const rules = (0,traffic_route/* rulesOf */.fD)(route);
    const kept = new Set(placed.flatMap(({ from }) => from ?? []));
    const rulePath = (index, ...rest) => (0,traffic_fence/* pointer */.Wn)('spec', 'rules', index, ...rest);
    const changed = placed.flatMap(({ from, rule }) => {
        if (from === undefined || same(rule, rules[from]))
            return [];
        const live = (0,traffic_route.at)(rules, from);
        return [
            ...(live.matches === undefined
                ? []
                : [{ op: 'test', path: rulePath(from, 'matches'), value: live.matches }]),
            { op: 'test', path: rulePath(from, 'backendRefs'), value: live.backendRefs },
            { op: 'replace', path: rulePath(from, 'backendRefs'), value: rule.backendRefs },
        ];
    });
    const removed = [...rules.keys()]
        .filter(index => !kept.has(index))
        .reverse()
        .flatMap((index) => [
        { op: 'test', path: rulePath(index), value: rules[index] },
        { op: 'remove', path: rulePath(index) },
    ]);
    const added = placed.flatMap(({ from, rule }, index) => from === undefined ? [{ op: 'add', path: rulePath(index), value: rule }] : []);
    const notes = [
        ...(0,traffic_fence/* annotate */.fz)(route, traffic_fence/* annotationOf */.lW.weights(split.fence.app), memory === undefined ? undefined : JSON.stringify(memory)),
        ...(memory === undefined ? (0,traffic_fence/* annotate */.fz)(route, traffic_fence/* annotationOf */.lW.deadMan(split.fence.app), undefined) : []),
    ];
    const changes = [...changed, ...removed, ...added, ...notes];
    return changes.length === 0 ? [] : [...(0,traffic_fence/* fenced */.OF)(route, split.fence), ...changes];
}
function memoryOf(route, { fence }) {
    try {
        const text = (0,traffic_fence/* annotation */.w7)(route, traffic_fence/* annotationOf */.lW.weights(fence.app)) ?? '{}';
        const value = JSON.parse(text);
        return value !== null && typeof value === 'object' ? value : {};
    }
    catch {
        return {};
    }
}

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/traffic/replicas.js
var replicas = __webpack_require__(5821);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/traffic/service.js
var traffic_service = __webpack_require__(6837);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/traffic/router.js






function routerKind({ strategy, route }) {
    if (strategy.kind === 'rolling')
        return undefined;
    if (route !== undefined)
        return 'gateway-api';
    return strategy.kind === 'canary' ? 'replicas' : 'service';
}
function routerOf(environment, ends, capacity) {
    const kind = routerKind(environment);
    const { strategy } = environment;
    switch (kind) {
        case undefined:
            throw new Error('a rolling update has no router');
        case 'gateway-api': {
            const preview = strategy.kind === 'rolling' ? undefined : strategy.preview;
            return {
                ...ends,
                kind,
                weights: weightsOf(environment),
                ...(preview === undefined ? {} : { preview }),
            };
        }
        case 'replicas':
            return { ...ends, kind, capacity };
        case 'service':
            return { ...ends, kind };
    }
}
function weightsOf({ strategy }) {
    return strategy.kind === 'canary' ? [...strategy.steps, strategy.bake.weight] : [];
}
function serviceProblems(router, observed) {
    return matching(router, observed).problems;
}
const matching = (router, { services, podLabels }) => (0,traffic_service/* servicesMatching */.oq)(services, podLabels, router.fence.app, router, router.kind === 'gateway-api' ? 'routes' : 'selector');
function closePatches(router, observed) {
    return matching(router, observed).matching.flatMap(service => serviceWrite(router, service, (0,traffic_service/* pinPatch */.OD)(service, router.fence), 'stable pods only'));
}
function openPatches(router, observed) {
    return observed.services
        .filter(({ metadata }) => metadata?.name !== router.canaryService)
        .flatMap(service => serviceWrite(router, service, (0,traffic_service/* unpinPatch */.bv)(service, router.fence), 'as it was before the rollout'));
}
function shareNow(router, observed) {
    switch (router.kind) {
        case 'gateway-api':
            return routeSetting(router, observed);
        case 'service':
            return (0,traffic_service/* trackOf */.VS)(mainService(router, observed)) === 'canary'
                ? { state: 'on', weight: 100 }
                : { state: 'off' };
        case 'replicas': {
            if ((0,traffic_service/* trackOf */.VS)(mainService(router, observed)) !== undefined)
                return { state: 'off' };
            const { canary, stable } = observed.ready;
            return canary === 0 ? { state: 'off' } : { state: 'on', weight: (100 * canary) / (canary + stable) };
        }
    }
}
function shiftPatches(router, observed, weight) {
    switch (router.kind) {
        case 'gateway-api':
            return (0,traffic_route/* routesOf */.eV)(observed.routes, router.service).flatMap(route => routeWrite(router, route, splitPatch(route, splitOf(router), weight), `${weight} % to ${router.canaryService}`));
        case 'service': {
            const to = weight > 0 ? 'canary' : 'stable';
            const service = mainService(router, observed);
            if ((0,traffic_service/* trackOf */.VS)(service) === to)
                return [];
            return serviceWrite(router, service, (0,traffic_service/* switchPatch */.fx)(service, router.fence, to), `all traffic to ${to}`);
        }
        case 'replicas':
            return weight <= 0 ? undoPatches(router, observed) : podWrites(router, observed, weight);
    }
}
function undoPatches(router, observed) {
    if (router.kind === 'gateway-api') {
        return [...observed.routes].flatMap(route => routeWrite(router, route, takeBackPatch(route, splitOf(router)), 'all traffic to stable'));
    }
    const service = mainService(router, observed);
    return serviceWrite(router, service, (0,traffic_service/* switchPatch */.fx)(service, router.fence, 'stable'), 'all traffic to stable');
}
function fallbackPatches(router, { services }) {
    if (router.kind !== 'gateway-api')
        return [];
    return services
        .filter(({ metadata }) => metadata?.name === router.canaryService)
        .flatMap(service => serviceWrite(router, service, (0,traffic_service/* switchPatch */.fx)(service, router.fence, 'stable'), 'stable pods'));
}
function deadManFired({ fence }, { routes, services }) {
    const names = (kind, objects) => objects.filter(object => (0,traffic_fence/* isTakenBack */.Zb)(object, fence)).map(({ metadata }) => `${kind}/${metadata?.name}`);
    return [...names('HTTPRoute', routes), ...names('Service', services)];
}
function cleanPatches(router, observed) {
    if (router.kind !== 'gateway-api')
        return [];
    return observed.routes.flatMap(route => routeWrite(router, route, unsplitPatch(route, splitOf(router)), 'as it was before the rollout'));
}
function settingSentence(router, weight) {
    switch (router.kind) {
        case 'gateway-api':
            return `the route gives ${weight} % to ${router.canaryService}`;
        case 'service':
            return `Service/${router.service} selects the ${weight > 0 ? 'new' : 'old'} pods`;
        case 'replicas': {
            const { canary, stable, share } = pods(weight, router.capacity);
            return `${canary} of ${canary + stable} pods are new: ${share.toFixed(1)} %`;
        }
    }
}
function trueWeight(router, weight) {
    switch (router.kind) {
        case 'gateway-api':
            return weight;
        case 'service':
            return weight > 0 ? 100 : 0;
        case 'replicas':
            return pods(weight, router.capacity).share;
    }
}
function routerWarning(router, weights) {
    return router.kind === 'replicas' ? granularity(weights, router.capacity) : undefined;
}
const splitOf = (router) => router;
function routeSetting(router, { routes, services }) {
    const found = routes.flatMap(route => (0,traffic_route/* weightOf */.mm)(route, router).map(({ rule, weight }) => ({ route: route.metadata?.name, rule, weight })));
    const highest = Math.max(0, ...found.map(({ weight = 0 }) => weight));
    if (highest === 0)
        return { state: 'off' };
    const canary = services.find(({ metadata }) => metadata?.name === router.canaryService);
    if (canary !== undefined && (0,traffic_service/* trackOf */.VS)(canary) === 'stable')
        return { state: 'off' };
    if (found.every(({ weight = 0 }) => weight === highest))
        return { state: 'on', weight: highest };
    const detail = found
        .map(({ route, rule, weight = 0 }) => `rule ${rule + 1} of HTTPRoute/${route} gives ${weight} %`)
        .join(', ');
    return { state: 'mixed', highest, detail };
}
function podWrites(router, observed, weight) {
    const service = mainService(router, observed);
    const { canary } = (0,replicas/* pods */.Jw)(weight, router.capacity);
    const path = (0,resources/* pathOf */.XM)(resources/* resources */.ES.deployment, router.namespace, router.canaryWorkload);
    const scale = observed.canary === undefined ? [] : (0,replicas/* scalePatch */.b9)(observed.canary, router.fence, canary);
    return [
        ...written(path, scale, `Deployment/${router.canaryWorkload}: ${canary} pods`),
        ...serviceWrite(router, service, (0,traffic_service/* loosenPatch */.dq)(service, router.fence), 'stable and canary pods'),
    ];
}
function mainService({ service }, { services }) {
    const found = services.find(({ metadata }) => metadata?.name === service);
    if (found === undefined)
        throw new Error(`Service/${service} is gone`);
    return found;
}
const routeWrite = (router, { metadata }, patch, says) => written((0,resources/* pathOf */.XM)(resources/* resources */.ES.httpRoute, router.namespace, metadata?.name), patch, `HTTPRoute/${metadata?.name}: ${says}`);
const serviceWrite = (router, { metadata }, patch, says) => written((0,resources/* pathOf */.XM)(resources/* resources */.ES.service, router.namespace, metadata?.name), patch, `Service/${metadata?.name}: ${says}`);
const written = (path, patch, says) => patch.length === 0 ? [] : [{ path, patch, says }];


/***/ }),

/***/ 6837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OD: () => (/* binding */ pinPatch),
/* harmony export */   T4: () => (/* binding */ isPinned),
/* harmony export */   VS: () => (/* binding */ trackOf),
/* harmony export */   YH: () => (/* binding */ canaryService),
/* harmony export */   bv: () => (/* binding */ unpinPatch),
/* harmony export */   dq: () => (/* binding */ loosenPatch),
/* harmony export */   fx: () => (/* binding */ switchPatch),
/* harmony export */   oq: () => (/* binding */ servicesMatching)
/* harmony export */ });
/* harmony import */ var _fence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3951);

const trackPath = (0,_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .pointer */ .Wn)('spec', 'selector', _fence_js__WEBPACK_IMPORTED_MODULE_0__/* .track */ .u4);
function trackOf(service) {
    return service.spec?.selector?.[_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .track */ .u4];
}
function isPinned(service, app) {
    return (0,_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .annotation */ .w7)(service, _fence_js__WEBPACK_IMPORTED_MODULE_0__/* .annotationOf */ .lW.pinned(app)) !== undefined;
}
function pinPatch(service, fence) {
    if (trackOf(service) === 'stable')
        return [];
    return [
        ...(0,_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .fenced */ .OF)(service, fence),
        { op: 'test', path: (0,_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .pointer */ .Wn)('spec', 'selector'), value: service.spec?.selector },
        { op: 'add', path: trackPath, value: 'stable' },
        ...(0,_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .annotate */ .fz)(service, _fence_js__WEBPACK_IMPORTED_MODULE_0__/* .annotationOf */ .lW.pinned(fence.app), 'true'),
    ];
}
function unpinPatch(service, fence) {
    const notes = (0,_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .annotate */ .fz)(service, _fence_js__WEBPACK_IMPORTED_MODULE_0__/* .annotationOf */ .lW.deadMan(fence.app), undefined);
    const present = trackOf(service);
    if (!isPinned(service, fence.app))
        return notes.length === 0 ? [] : [...(0,_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .fenced */ .OF)(service, fence), ...notes];
    return [
        ...(0,_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .fenced */ .OF)(service, fence),
        ...(present === undefined
            ? []
            : [
                { op: 'test', path: trackPath, value: present },
                { op: 'remove', path: trackPath },
            ]),
        ...(0,_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .annotate */ .fz)(service, _fence_js__WEBPACK_IMPORTED_MODULE_0__/* .annotationOf */ .lW.pinned(fence.app), undefined),
        ...notes,
    ];
}
function loosenPatch(service, fence) {
    const present = trackOf(service);
    if (present === undefined)
        return [];
    return [
        ...(0,_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .fenced */ .OF)(service, fence),
        { op: 'test', path: trackPath, value: present },
        { op: 'remove', path: trackPath },
    ];
}
function switchPatch(service, fence, to) {
    return [...(0,_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .fenced */ .OF)(service, fence), { op: 'add', path: trackPath, value: to }];
}
function canaryService(service, options) {
    const { name, fence, owner, labels = {} } = options;
    const spec = service.spec ?? {};
    const copied = Object.fromEntries([
        'ipFamilies', 'ipFamilyPolicy', 'internalTrafficPolicy', 'trafficDistribution', 'sessionAffinity',
        'sessionAffinityConfig', 'publishNotReadyAddresses',
    ].flatMap(field => (spec[field] === undefined ? [] : [[field, spec[field]]])));
    return {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: {
            name,
            ...(service.metadata?.namespace === undefined ? {} : { namespace: service.metadata.namespace }),
            labels: { ...service.metadata?.labels, ...labels },
            annotations: { [_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .annotationOf */ .lW.token(fence.app)]: String(fence.token) },
            ownerReferences: [owner],
        },
        spec: {
            ...copied,
            type: 'ClusterIP',
            ...(spec.clusterIP === 'None' ? { clusterIP: 'None' } : {}),
            selector: { ...spec.selector, [_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .track */ .u4]: 'canary' },
            ports: (spec.ports ?? []).map(({ nodePort: _, ...port }) => port),
        },
    };
}
function servicesMatching(services, podLabels, app, names, moves = 'routes') {
    const others = services.filter(({ metadata }) => metadata?.name !== names.canaryService);
    const main = others.find(({ metadata }) => metadata?.name === names.service);
    const selecting = others.filter(service => selects(service, podLabels));
    const strange = selecting.filter(service => {
        const bound = trackOf(service);
        if (bound === undefined || isPinned(service, app))
            return false;
        return bound !== 'stable' || (moves === 'selector' && service === main);
    });
    return {
        matching: selecting.filter(service => trackOf(service) === undefined || isPinned(service, app)),
        problems: [
            ...mainProblems(main, names.service, podLabels),
            ...strange.map(service => ({
                problem: `the selector of Service/${service.metadata?.name} has ${_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .track */ .u4}: ${trackOf(service)} of its own`,
                remedy: 'take it out; Slipway adds and removes it during a rollout',
            })),
        ],
    };
}
function selects({ spec }, podLabels) {
    const selector = Object.entries(spec?.selector ?? {});
    return (spec?.type !== 'ExternalName' &&
        selector.length > 0 &&
        selector.every(([label, value]) => label === _fence_js__WEBPACK_IMPORTED_MODULE_0__/* .track */ .u4 || podLabels[label] === value));
}
function mainProblems(main, name, podLabels) {
    if (main === undefined) {
        return [{ problem: `Service/${name} does not exist`, remedy: 'add it to the manifests' }];
    }
    if (main.spec?.type === 'ExternalName') {
        return [
            {
                problem: `Service/${name} is an ExternalName, which has no pods to split traffic between`,
                remedy: 'name the Service that selects the pods of the workload',
            },
        ];
    }
    if (Object.keys(main.spec?.selector ?? {}).length === 0) {
        return [
            {
                problem: `Service/${name} has no selector, so somebody else decides where its traffic goes`,
                remedy: 'give it a selector that matches the pods of the workload',
            },
        ];
    }
    if (selects(main, podLabels))
        return [];
    return [
        {
            problem: `Service/${name} does not select the pods of the workload`,
            remedy: 'let its selector match the labels of the pod template',
        },
    ];
}


/***/ })

};

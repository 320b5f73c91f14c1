export const id = 6064;
export const ids = [6064];
export const modules = {

/***/ 85898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   RH: () => (/* binding */ candidateOf),
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   ce: () => (/* binding */ repositoryIn),
/* harmony export */   dp: () => (/* binding */ pinned),
/* harmony export */   dz: () => (/* binding */ isTag)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26126);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);



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
function candidateOf(image) {
    return parseRepository(image.candidate ?? `${image.repository}-candidate`);
}
const repositoryIn = (from, image) => (0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)('from', ['candidate', 'release'], from) === 'release' ? image.repository : candidateOf(image);
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
        throw malformed(text, 'it looks like an image ID');
    return { registry, repository: `${registry}/${path}`, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .sw)({ tag, digest: writtenDigest }) };
}
function parseRepository(text) {
    const reference = parseReference(text);
    if (reference.tag === undefined && reference.digest === undefined)
        return reference.repository;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${quoted(text)} has a tag or a digest`, 'write only the repository');
}
function pinned(reference) {
    const { repository, digest } = parseReference(reference);
    if (digest === undefined)
        throw new Error(`${reference} has no digest`);
    return { repository, digest };
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
        : `${quoted(component)} has uppercase letters`;
}
function malformed(text, reason) {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${quoted(text)} is not an image reference: ${reason}`, 'write registry/name, then :tag or @sha256:…, such as ghcr.io/acme/shop:1.4.2');
}
function quoted(text) {
    return JSON.stringify(text.length > 120 ? `${text.slice(0, 119)}…` : text);
}


/***/ }),

/***/ 69515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ sentenceOf),
/* harmony export */   KF: () => (/* binding */ confidentialOf),
/* harmony export */   XL: () => (/* binding */ eventsOf),
/* harmony export */   hx: () => (/* binding */ gatherEvidence),
/* harmony export */   yD: () => (/* binding */ factOf)
/* harmony export */ });
/* unused harmony exports withoutConfidential, secretsIn */
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72315);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60512);




function sentenceOf(cause, { events, lastLine } = { events: [] }) {
    const said = lastLine === undefined || lastLine === '' ? '' : `; its last line: ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(lastLine).slice(0, 200)}`;
    switch (cause.kind) {
        case 'image-pull':
            return `image ${cause.image} of container ${cause.container} cannot be pulled: ${reasonOfPull(cause, events)}`;
        case 'out-of-memory':
            return `container ${cause.container} was killed: out of memory (limit ${cause.limit}, pod ${cause.pod})`;
        case 'crash': {
            const killed = events.find(({ reason, message }) => reason === 'Killing' && /failed (liveness|startup) probe/.test(message));
            const before = killed === undefined ? [] : events.filter(each => !isAfter(each, killed));
            const probe = failedProbe(before, /^(Liveness|Startup)/, cause.container);
            if (probe !== undefined)
                return `${probe}, so it keeps restarting (pod ${cause.pod})`;
            return `container ${cause.container} crashes: exit code ${cause.exitCode}, ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(cause.restarts, 'restart')} (pod ${cause.pod})${said}`;
        }
        case 'bad-container':
            return `container ${cause.container} cannot be started: ${short(cause.detail)} (pod ${cause.pod})`;
        case 'unschedulable':
            return `pod ${cause.pod} cannot be scheduled: ${short(cause.detail)}`;
        case 'quota':
            return `the quota of the namespace does not allow the new pods: ${short(cause.detail.replace(/^pods ".*?" is forbidden: /, ''))}`;
        case 'refused':
            return `the cluster refuses the new pods: ${short(cause.detail)}`;
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
function factOf(cause, detail) {
    switch (cause.kind) {
        case 'image-pull':
        case 'bad-container':
        case 'unschedulable':
            return { kind: 'not-starting', pod: cause.pod, detail };
        case 'quota':
        case 'refused':
            return { kind: 'not-starting', detail };
        case 'crash':
            return { kind: 'crash-loop', pod: cause.pod, detail };
        case 'out-of-memory':
            return { kind: 'out-of-memory', pod: cause.pod, detail };
        case 'not-ready': {
            const pod = cause.pods[0]?.pod;
            return { kind: 'not-ready', ...(pod === undefined ? {} : { pod }), detail };
        }
        case 'gone':
        case 'cancelled':
            return undefined;
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
    const hide = (text) => (0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutSecrets */ .cT)(text, confidential ?? []);
    return {
        events: events.map(event => ({ ...event, message: hide(event.message) })),
        ...(lastLine === undefined || confidential === undefined ? {} : { lastLine: hide(lastLine) }),
    };
}
async function eventsOf(cluster, namespace, pod) {
    const { items } = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.event, namespace), {
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
const mostOfLog = 64 << 10;
const longestLine = 4 << 10;
function wholeLastLine(log) {
    const line = log.trim().split('\n').at(-1) ?? '';
    if (Buffer.byteLength(log) >= mostOfLog || Buffer.byteLength(line) >= longestLine)
        return undefined;
    return line === '' ? undefined : line;
}
async function lastLineOf(cluster, namespace, pod, container) {
    const path = `${(0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.pod, namespace, pod)}/log`;
    for (const previous of ['true', 'false']) {
        const query = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .withQuery */ .VL)(path, { container, previous, tailLines: '5', limitBytes: String(mostOfLog) });
        const text = await cluster.call('GET', query).then(answer => answer.body, () => '');
        if (text.trim() !== '')
            return wholeLastLine(text);
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
    return `the ${head.toLowerCase()} of container ${container} fails (${short(rest.join(' failed: '))})`;
}
function reasonOfPull(cause, events) {
    const event = events.findLast(({ reason, message }) => reason === 'Failed' && message.startsWith('Failed to pull'));
    const text = /not found|unknown/i.test(cause.detail) ? cause.detail : (event?.message ?? cause.detail);
    if (/not found|manifest unknown|name unknown/i.test(text))
        return 'the registry has no such image';
    if (/unauthorized|denied|forbidden|no basic auth/i.test(text))
        return 'the registry refuses the credential of the node (imagePullSecrets)';
    return short(text);
}
function short(text) {
    const line = (0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(text.replace(/\s+/g, ' ').trim());
    return line.length > 240 ? `${line.slice(0, 239)}…` : line;
}
async function confidentialOf(cluster, namespace, pod) {
    const { items } = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.pod, namespace), {
        fieldSelector: `metadata.name=${pod}`,
    });
    const spec = items[0]?.spec;
    if (spec === undefined)
        return [];
    const secrets = await Promise.all(secretsIn(spec).map(name => cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.secret, namespace, name))));
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
        .flatMap(({ name, value }) => (value !== undefined && (0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_3__/* .namesSecret */ .L4)(name) ? [value] : []));
}


/***/ }),

/***/ 55914:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ shortDigests)
/* harmony export */ });
const shortDigests = (text) => text.replace(/\b(sha256:[0-9a-f]{12})[0-9a-f]{52}\b/g, '$1');


/***/ }),

/***/ 78968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ howToRun)
/* harmony export */ });
/* harmony import */ var _ci_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44998);

const commands = {
    sweep: 'slipway sweep',
    status: 'slipway status',
    resume: 'slipway gate',
    approve: 'slipway gate --approve true',
    rollback: 'slipway rollback',
};
function howToRun(operations, env = process.env) {
    const asked = [operations].flat();
    if ((0,_ci_js__WEBPACK_IMPORTED_MODULE_0__/* .ciOf */ .s)(env) !== 'github')
        return `run ${asked.map(each => `\`${commands[each]}\``).join(' or ')}`;
    return asked.includes('sweep')
        ? 'start the workflow sweep.yml'
        : `choose ${asked.join(' or ')} in the workflow rollback.yml`;
}


/***/ })

};

export const id = 7572;
export const ids = [7572,8961];
export const modules = {

/***/ 47572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ storedDrillState),
/* harmony export */   TakenOver: () => (/* binding */ TakenOver)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(48961);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25726);
/* harmony import */ var _scratch_manifests_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7926);






class TakenOver extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo {
}
const patience = 600_000;
function storedDrillState(cluster, { namespace, run, holder }, found, sleep) {
    const folder = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, namespace);
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, namespace, _scratch_manifests_js__WEBPACK_IMPORTED_MODULE_4__/* .stateName */ .Vi);
    const inTurn = (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_5__.serialQueue)();
    let version = found;
    let takenOver;
    const requireNotTakenOver = () => {
        if (takenOver !== undefined)
            throw takenOver;
    };
    const put = async (text) => {
        const patch = { metadata: { resourceVersion: version }, data: { [_scratch_manifests_js__WEBPACK_IMPORTED_MODULE_4__/* .stateKey */ .bP]: text } };
        version = (await cluster.patch(path, 'merge', patch)).metadata?.resourceVersion;
    };
    const write = text => inTurn(async () => {
        requireNotTakenOver();
        try {
            await put(text());
        }
        catch (error) {
            if (!(0,_cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isRaced */ .AJ)(error))
                throw error;
            const there = await cluster.get(path);
            version = there?.metadata?.resourceVersion;
            if (there === undefined || there.data?.[_scratch_manifests_js__WEBPACK_IMPORTED_MODULE_4__/* .stateKey */ .bP]?.includes(holder) !== true) {
                const what = there === undefined
                    ? `the saved state of the drill ${run} is gone`
                    : `another job has continued the drill ${run}`;
                takenOver = new TakenOver(what, 'see the log of the latest job of the drill');
            }
            requireNotTakenOver();
            await put(text());
        }
    });
    return {
        isThere: () => version !== undefined,
        create: async (text, ledger) => {
            const labels = { [_scratch_manifests_js__WEBPACK_IMPORTED_MODULE_4__/* .runLabel */ .Az]: run };
            const object = (name) => ({
                apiVersion: 'v1',
                kind: 'ConfigMap',
                metadata: { name, namespace, labels },
            });
            if (ledger !== undefined) {
                const binaryData = { ledger: Buffer.from(ledger).toString('base64') };
                await cluster.create(folder, { ...object(_scratch_manifests_js__WEBPACK_IMPORTED_MODULE_4__/* .ledgerName */ .bo), binaryData });
            }
            const made = await cluster.create(folder, {
                ...object(_scratch_manifests_js__WEBPACK_IMPORTED_MODULE_4__/* .stateName */ .Vi),
                data: { [_scratch_manifests_js__WEBPACK_IMPORTED_MODULE_4__/* .stateKey */ .bP]: text },
            });
            version = made.metadata?.resourceVersion;
        },
        write,
        writeInTime: async (text) => {
            text();
            await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L5)({ within: patience, temporary: isTemporary, delay: () => 1000, sleep }, () => write(text));
        },
        requireNotTakenOver,
    };
}
function isTemporary(error) {
    if (error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$)
        return error.status >= 500;
    return !(error instanceof TakenOver || error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MissingPermission */ .cb);
}


/***/ }),

/***/ 7926:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $_: () => (/* binding */ handedOver),
/* harmony export */   Az: () => (/* binding */ runLabel),
/* harmony export */   CN: () => (/* binding */ expiresAnnotation),
/* harmony export */   GW: () => (/* binding */ scratchNamespace),
/* harmony export */   LQ: () => (/* binding */ disposableLabel),
/* harmony export */   Rc: () => (/* binding */ adoptedAnnotation),
/* harmony export */   Ry: () => (/* binding */ isolationPolicy),
/* harmony export */   Vi: () => (/* binding */ stateName),
/* harmony export */   bP: () => (/* binding */ stateKey),
/* harmony export */   bo: () => (/* binding */ ledgerName),
/* harmony export */   ct: () => (/* binding */ policyName),
/* harmony export */   lx: () => (/* binding */ liveLabel)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77030);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);


const liveLabel = 'slipway.dev/drill-live';
const disposableLabel = 'slipway.dev/drill-disposable';
const runLabel = 'slipway.dev/drill-run';
const expiresAnnotation = 'slipway.dev/drill-expires';
const adoptedAnnotation = 'slipway.dev/drill-adopted';
const stateName = 'slipway-drill-state';
const stateKey = 'state';
const ledgerName = 'slipway-drill-ledger';
const handedOver = [stateName, ledgerName];
function scratchNamespace({ name, run, ttl }, now) {
    if (!/^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/.test(run))
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`"${run}" is not a valid id of a drill`, 'use up to 63 letters, digits, dots and dashes');
    if (!(Number.isFinite(ttl) && ttl > 0))
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('the namespace of a drill must expire', 'give it a time to live, such as 4h');
    return {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: {
            name,
            labels: {
                [disposableLabel]: 'true',
                [runLabel]: run,
                'pod-security.kubernetes.io/enforce': 'baseline',
            },
            annotations: { [expiresAnnotation]: new Date(now + ttl).toISOString() },
        },
    };
}
const policyName = 'slipway-drill';
function isolationPolicy({ name, egress }) {
    const within = { podSelector: {} };
    const dns = ['UDP', 'TCP'].map(protocol => ({ protocol, port: 53 }));
    return {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: { name: policyName, namespace: name },
        spec: {
            podSelector: {},
            policyTypes: ['Ingress', 'Egress'],
            ingress: [{ from: [within] }],
            egress: [
                { to: [within] },
                { ports: dns },
                ...egress.map(destination => ({
                    to: [{ ipBlock: { cidr: checkedCidr(destination.cidr) } }],
                    ports: [{ protocol: 'TCP', port: checkedPort(destination.port) }],
                })),
            ],
        },
    };
}
function checkedCidr(cidr) {
    const [address = '', bits = ''] = cidr.split('/');
    const family = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(address);
    const narrowest = family === 4 ? 32 : 128;
    const widest = family === 4 ? 16 : 48;
    if (family !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= narrowest && Number(bits) >= widest)
        return cidr;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`"${cidr}" cannot be allowed as egress of a drill's namespace`, 'write an address or a small network, such as 192.0.2.7/32');
}
function checkedPort(port) {
    if (Number.isInteger(port) && port > 0 && port < 65_536)
        return port;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${port} is not a valid port`, 'write one from 1 to 65535');
}


/***/ }),

/***/ 48961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bothOf: () => (/* binding */ bothOf),
/* harmony export */   eachOf: () => (/* binding */ eachOf),
/* harmony export */   mapOf: () => (/* binding */ mapOf),
/* harmony export */   serialQueue: () => (/* binding */ serialQueue)
/* harmony export */ });
async function eachOf(items, limit, work) {
    const waiting = [...items];
    let failed = false;
    const worker = async () => {
        for (let item = waiting.shift(); item !== undefined && !failed; item = waiting.shift()) {
            try {
                await work(item);
            }
            catch (error) {
                failed = true;
                throw error;
            }
        }
    };
    const results = await Promise.allSettled(Array.from({ length: limit }, worker));
    for (const result of results)
        if (result.status === 'rejected')
            throw result.reason;
}
async function mapOf(items, limit, work) {
    const results = new Map();
    await eachOf([...items.entries()], limit, async ([at, item]) => {
        results.set(at, await work(item));
    });
    return items.map((_, at) => results.get(at));
}
function serialQueue() {
    let last = Promise.resolve();
    return work => {
        const turn = last.then(work);
        last = turn.catch(() => undefined);
        return turn;
    };
}
async function bothOf(signal, one, other) {
    const failure = new AbortController();
    let first;
    const run = async (work) => {
        try {
            return await work(AbortSignal.any([signal, failure.signal]));
        }
        catch (error) {
            if (!failure.signal.aborted)
                first = error;
            failure.abort();
            throw error;
        }
    };
    const works = [run(one), run(other)];
    await Promise.allSettled(works);
    if (failure.signal.aborted)
        throw first;
    return Promise.all(works);
}


/***/ })

};

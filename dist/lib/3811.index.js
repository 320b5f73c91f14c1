export const id = 3811;
export const ids = [3811];
export const modules = {

/***/ 63811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EQ: () => (/* binding */ fencedApply),
/* harmony export */   HB: () => (/* binding */ fencedDelete),
/* harmony export */   KH: () => (/* binding */ createFence),
/* harmony export */   LW: () => (/* binding */ ownedBy),
/* harmony export */   LeaseLost: () => (/* binding */ LeaseLost),
/* harmony export */   T$: () => (/* binding */ deleteCreatedAfterTakeover),
/* harmony export */   WG: () => (/* binding */ setToken),
/* harmony export */   XM: () => (/* binding */ leaseLost),
/* harmony export */   _m: () => (/* binding */ tokenOfFence),
/* harmony export */   di: () => (/* binding */ adopt),
/* harmony export */   ws: () => (/* binding */ fenceConfigMap),
/* harmony export */   xj: () => (/* binding */ fencedUpdate),
/* harmony export */   z8: () => (/* binding */ deleteFence)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25726);
/* harmony import */ var _traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59993);
/* harmony import */ var _watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(68036);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(29296);







function fencedApply(app, token) {
    return (object, live) => {
        if (object.metadata?.labels?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .labels */ .WD.kind] === 'shipped')
            return object;
        if ((live === undefined ? 0 : (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_4__/* .tokenOn */ .Bz)(live, app)) > token)
            throw leaseLost(app);
        const { uid, resourceVersion } = live?.metadata ?? {};
        return {
            ...object,
            metadata: {
                ...object.metadata,
                annotations: { ...object.metadata?.annotations, [_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_4__/* .annotationOf */ .lW.token(app)]: String(token) },
                ...(uid === undefined || resourceVersion === undefined ? {} : { uid, resourceVersion }),
            },
        };
    };
}
function setToken(cluster, path, app, token, known) {
    return (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L5)({ attempts: 8, temporary: _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isRaced */ .AJ }, async (count) => {
        const object = (count === 1 ? known : undefined) ?? (await cluster.get(path));
        if (object === undefined)
            return undefined;
        if ((0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_4__/* .tokenOn */ .Bz)(object, app) > token)
            throw leaseLost(app);
        const patch = (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_4__/* .tokenPatch */ .oV)(object, { app, token });
        return patch.length === 0 ? object : cluster.patch(path, 'json', patch);
    });
}
function fenceConfigMap(app, namespace, token) {
    return {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: {
            name: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOf */ .Vb.fence(app, token),
            namespace,
            labels: { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .labels */ .WD.app]: app, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .labels */ .WD.kind]: 'fence' },
        },
        data: (0,_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_5__/* .heartbeatData */ .bk)({ beat: 0 }),
    };
}
function tokenOfFence({ metadata }) {
    return Number(/-fence-(\d{1,9})$/.exec(metadata?.name ?? '')?.[1] ?? 0);
}
function ownedBy(fence) {
    const { name = '', uid = '' } = fence.metadata ?? {};
    return { apiVersion: 'v1', kind: 'ConfigMap', name, uid };
}
async function createFence(cluster, app, namespace, token) {
    try {
        return await cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, namespace), fenceConfigMap(app, namespace, token));
    }
    catch (error) {
        if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && error.reason === 'AlreadyExists'))
            throw error;
        const there = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, namespace, _workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOf */ .Vb.fence(app, token)));
        if (there === undefined)
            throw error;
        return there;
    }
}
async function deleteFence(cluster, { metadata }) {
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, metadata?.namespace ?? '', metadata?.name);
    await cluster.remove(path, metadata?.uid).catch(() => undefined);
}
async function adopt(cluster, fence, { older, owned, app, token }) {
    await Promise.all(owned.map(async (path) => {
        await fencedUpdate(cluster, path, app, token, seen => cluster.patch(path, 'json', [
            { op: 'test', path: '/metadata/uid', value: seen.metadata?.uid },
            { op: 'test', path: (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_4__/* .annotationPointer */ .ZC)(_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_4__/* .annotationOf */ .lW.token(app)), value: String(token) },
            { op: 'add', path: '/metadata/ownerReferences', value: [ownedBy(fence)] },
        ]));
    }));
    await Promise.all(older.map(({ metadata }) => cluster.remove((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, metadata?.namespace ?? '', metadata?.name), metadata?.uid)));
}
const attempts = 20;
async function fencedUpdate(cluster, path, app, token, write) {
    return (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L5)({ attempts, temporary: _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isRaced */ .AJ }, async () => {
        const seen = await setToken(cluster, path, app, token);
        return seen === undefined ? undefined : write(seen);
    });
}
async function fencedDelete(cluster, path, app, token, uid) {
    let removed;
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
        const object = await cluster.get(path);
        const { uid: present, resourceVersion, deletionTimestamp } = object?.metadata ?? {};
        if (object === undefined || deletionTimestamp !== undefined)
            return removed ?? object;
        if (present !== (removed?.metadata?.uid ?? uid ?? present))
            return removed;
        if ((0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_4__/* .tokenOn */ .Bz)(object, app) > token)
            throw leaseLost(app);
        await cluster.remove(path, present, resourceVersion);
        removed = object;
    }
    throw new Error(`${path} could not be deleted: other writers keep changing it`);
}
async function deleteCreatedAfterTakeover(cluster, createdObjects, app, token) {
    for (const { path, uid } of createdObjects) {
        await fencedDelete(cluster, path, app, token, uid).catch((error) => {
            if (!(error instanceof LeaseLost))
                throw error;
        });
    }
}
class LeaseLost extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo {
}
const leaseLost = (app) => new LeaseLost(`another run has taken over the rollout of ${app}`, 'follow that run; this one no longer writes to the cluster');


/***/ })

};

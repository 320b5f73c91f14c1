export const id = 2835;
export const ids = [2835];
export const modules = {

/***/ 22835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   drillTooOld: () => (/* binding */ drillTooOld),
/* harmony export */   leaseName: () => (/* binding */ leaseName),
/* harmony export */   readLast: () => (/* binding */ readLast),
/* harmony export */   recordLast: () => (/* binding */ recordLast)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25726);





const drillTooOld = 'SlipwayDrillTooOld';
const leaseName = (app, what) => `slipway-${app}.${what}.last`;
const factsAnnotation = 'slipway.dev/facts';
async function recordLast(cluster, place, what, last) {
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, place.namespace);
    await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L5)({ attempts: 3, temporary: _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isConflict */ .dh }, async () => {
        const there = await cluster.get(`${path}/${leaseName(place.app, what)}`);
        const known = there && lastIn(there);
        const now = cluster.now();
        const at = Math.min(last.at, now);
        if (known !== undefined && known.at >= at && known.at <= now + _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .maxClockSkew */ .b4)
            return;
        const { resourceVersion } = there?.metadata ?? {};
        const lease = leaseOf(place, what, { ...last, at }, resourceVersion);
        if (there === undefined)
            await cluster.create(path, lease);
        else
            await cluster.replace(`${path}/${leaseName(place.app, what)}`, lease);
    });
}
async function readLast(cluster, { app, namespace }, what) {
    const lease = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace, leaseName(app, what)));
    return lease && lastIn(lease);
}
function lastIn({ metadata, spec }) {
    const at = Date.parse(spec?.renewTime ?? '');
    if (Number.isNaN(at))
        return undefined;
    const facts = Object.entries((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .jsonMap */ .vM)(metadata?.annotations?.[factsAnnotation] ?? '') ?? {}).filter((each) => typeof each[1] === 'string' || typeof each[1] === 'number');
    return { at, run: metadata?.annotations?.['slipway.dev/run'] ?? '', facts: Object.fromEntries(facts) };
}
function leaseOf({ app, namespace }, what, { at, run, facts }, resourceVersion) {
    return {
        apiVersion: 'coordination.k8s.io/v1',
        kind: 'Lease',
        metadata: {
            name: leaseName(app, what),
            namespace,
            labels: { 'slipway.dev/app': app, 'slipway.dev/kind': 'last' },
            annotations: { 'slipway.dev/run': run, [factsAnnotation]: JSON.stringify(facts) },
            ...(resourceVersion === undefined ? {} : { resourceVersion }),
        },
        spec: { renewTime: new Date(at).toISOString().replace('Z', '000Z') },
    };
}


/***/ })

};

export const id = 548;
export const ids = [548];
export const modules = {

/***/ 40548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cL: () => (/* binding */ originalsIn),
/* harmony export */   d7: () => (/* binding */ previousIn),
/* harmony export */   pH: () => (/* binding */ writeProgress),
/* harmony export */   progressOf: () => (/* binding */ progressOf),
/* harmony export */   te: () => (/* binding */ previousOf),
/* harmony export */   uq: () => (/* binding */ keptOf)
/* harmony export */ });
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17103);


const steps = ['stopping', 'moving', 'restoring', 'putting-back', 'back', 'starting', 'done'];
const annotation = 'slipway.dev/restore-in-place';
const isStarted = (step) => step === 'starting' || step === 'done';
const isId = (value) => typeof value === 'string' && /^[0-9a-f]{8}$/.test(value);
function progressOf({ metadata }) {
    const { id, step, replicas, to, previous, previousTo } = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonMap */ .vM)(metadata?.annotations?.[annotation] ?? '') ?? {};
    const found = steps.find(each => each === step);
    if (!isId(id) || found === undefined || typeof to !== 'string')
        return undefined;
    if (typeof replicas !== 'number' || !Number.isInteger(replicas) || replicas < 1 || replicas > 100)
        return undefined;
    const one = isId(previous) && !isStarted(found) ? [previous] : [];
    return {
        id,
        step: found,
        replicas,
        to,
        previous: Array.isArray(previous) ? previous.filter(isId) : one,
        previousTo: typeof previousTo === 'string' ? previousTo : undefined,
    };
}
function originalsIn({ id, step, previous, previousTo }) {
    const [first = id] = previous;
    return isStarted(step) || previousTo !== undefined ? first : id;
}
function keptOf({ previous, previousTo }) {
    const count = previousTo === undefined ? 0 : 1;
    return { kept: previous.slice(0, count), gone: previous.slice(count) };
}
function previousIn(left) {
    if (left?.step === 'stopping')
        return { previous: left.previous, previousTo: left.previousTo };
    const previous = left === undefined ? [] : [...left.previous, left.id];
    return { previous, previousTo: left?.step === 'starting' ? left.to : undefined };
}
function previousOf({ previous, previousTo, replicas, to, }) {
    const id = previous.at(-1);
    if (id === undefined)
        return undefined;
    return {
        id,
        step: previousTo === undefined ? 'done' : 'starting',
        replicas,
        to: previousTo ?? to,
        previous: previous.slice(0, -1),
    };
}
async function writeProgress(cluster, at, note, replicas) {
    const { namespace, ref, resourceVersion } = at;
    await cluster.patch((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .pathTo */ .vs)(namespace, ref), 'merge', {
        metadata: {
            ...(resourceVersion === undefined ? {} : { resourceVersion }),
            annotations: { [annotation]: note === undefined ? null : JSON.stringify(note) },
        },
        ...(replicas === undefined ? {} : { spec: { replicas } }),
    });
}


/***/ })

};

export const id = 9881;
export const ids = [9881];
export const modules = {

/***/ 69881:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sortHooks: () => (/* binding */ sortHooks),
/* harmony export */   withChartHooks: () => (/* binding */ withChartHooks)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

const within = 600_000;
function sortHooks(all, written = {}) {
    const sorted = { manifests: [], hooks: {}, notes: [] };
    for (const manifest of all) {
        const events = eventsOf(manifest);
        if (events === undefined) {
            sorted.manifests.push(manifest);
            continue;
        }
        const title = `${manifest.source}: ${manifest.object.kind}/${manifest.name}`;
        const times = timesOf(events, title);
        if (times.length === 0) {
            sorted.notes.push(`${title} is left out: a release never runs a ${events.join(', ')} hook of Helm`);
        }
        else if (times.every(time => written[time] !== undefined)) {
            sorted.notes.push(`${title} is left out: slipway.yml has its own ${times.join(' and ')} hook in place of this hook of Helm`);
        }
        else {
            const when = onlyTime(times, events, title);
            requireOnlyJob(manifest, when, sorted.hooks[when], title);
            sorted.hooks[when] = manifest;
            const first = events.includes(`${when}-install`) ? '' : ', also of the first one';
            sorted.notes.push(`${title} is the ${when} hook of each release${first}`);
        }
    }
    return sorted;
}
function withChartHooks(environment, hooks) {
    const added = Object.entries(hooks).map(([when, { source }]) => [when, { job: source, within }]);
    if (added.length === 0)
        return environment;
    return { ...environment, hooks: { ...environment.hooks, ...Object.fromEntries(added) } };
}
function eventsOf({ object }) {
    const written = object.metadata?.annotations?.['helm.sh/hook'];
    return written?.split(',').map(event => event.trim());
}
function timesOf(events, title) {
    const times = (what) => ['pre', 'post'].filter(time => events.includes(`${time}-${what}`));
    const unknown = events.find(event => !known.test(event));
    if (unknown !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${title} has an unknown hook of Helm: ${JSON.stringify(unknown)}`, 'correct helm.sh/hook, or remove the object from the chart');
    const upgrade = times('upgrade');
    return upgrade.length > 0 ? upgrade : times('install');
}
const known = /^(test(-success|-failure)?|(pre|post)-(install|upgrade|delete|rollback))$/;
function onlyTime(times, events, title) {
    const [when = 'pre', other] = times;
    if (!events.includes(`${when}-upgrade`))
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${title} is a ${when}-install hook, which Helm runs only once, but a release would run it each time`, `if it may be repeated, write \`helm.sh/hook: ${when}-install,${when}-upgrade\`; otherwise disable it in the values of the chart, or write a ${when} hook into slipway.yml, which replaces those of the chart`);
    if (other === undefined)
        return when;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${title} is a hook of Helm before and after an upgrade, and a release runs a hook once`, 'keep one of pre-upgrade and post-upgrade in helm.sh/hook, or write a hook for each time into slipway.yml');
}
function requireOnlyJob(manifest, when, other, title) {
    const { apiVersion, kind } = manifest.object;
    if (kind !== 'Job' || apiVersion !== 'batch/v1')
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${title} is a hook of Helm, but only a Job of batch/v1 can be a hook of a release`, `remove helm.sh/hook, so that it is released with the other objects, or write a ${when} hook into slipway.yml, which replaces those of the chart`);
    if (other === undefined)
        return;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${title} and Job/${other.name} are both ${when} hooks of Helm, but a release runs one`, `put their work into one Job, or write a ${when} hook into slipway.yml, which replaces those of the chart`);
}


/***/ })

};

export const id = 2216;
export const ids = [2216];
export const modules = {

/***/ 75420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WX: () => (/* binding */ otherRouteProblems),
/* harmony export */   _d: () => (/* binding */ routeProblems),
/* harmony export */   fF: () => (/* binding */ featureProblems),
/* harmony export */   hm: () => (/* binding */ worstOf),
/* harmony export */   lA: () => (/* binding */ acceptedBy)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _fencing_token_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59993);
/* harmony import */ var _route_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6386);



function acceptedBy(route) {
    const name = `HTTPRoute/${route.metadata?.name}`;
    const parents = route.spec?.parentRefs ?? [];
    if (parents.length === 0)
        return { state: 'refused', detail: `${name} has no gateway in parentRefs` };
    const states = parents.map((parent) => {
        const reports = (route.status?.parents ?? []).filter(({ parentRef, conditions = [] }) => sameParent(parentRef, parent, route) && conditions.some(({ type }) => type === 'Accepted'));
        const where = `${parent.kind ?? 'Gateway'}/${parent.name}`;
        if (reports.length === 0)
            return { state: 'pending', detail: `${where} has not observed ${name} yet` };
        const conditions = reports.flatMap(report => report.conditions ?? []);
        const refusal = conditions.find(condition => isCurrent(condition, route) && refuses(condition));
        if (refusal !== undefined) {
            const { type, status, reason = 'without a reason', message = '' } = refusal;
            const said = message === '' ? '' : `: ${message}`;
            return {
                state: 'refused',
                detail: `${where} does not accept ${name}: ${type}=${status}, ${reason}${said}`,
            };
        }
        const isTaken = reports.every(report => needed.every(type => (report.conditions ?? []).some(condition => condition.type === type && condition.status === 'True' && isCurrent(condition, route))));
        return isTaken
            ? { state: 'accepted' }
            : { state: 'pending', detail: `${where} has not accepted the last change of ${name} yet` };
    });
    return worstOf(states);
}
const worstOf = (states) => states.find(({ state }) => state === 'refused') ??
    states.find(({ state }) => state === 'pending') ?? { state: 'accepted' };
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
    const backendFilters = (0,_route_js__WEBPACK_IMPORTED_MODULE_2__/* .refsOf */ .gA)(rule).flatMap(({ filters = [] }) => filters);
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
    const wanted = new Set((0,_route_js__WEBPACK_IMPORTED_MODULE_2__/* .rulesOf */ .fD)(route)
        .filter(rule => (0,_route_js__WEBPACK_IMPORTED_MODULE_2__/* .isOurs */ .MU)(rule, split, route))
        .flatMap(featuresOf));
    if (listed === undefined || listed.length === 0)
        return { problems: [], unknown: [...wanted] };
    const lacking = [...wanted].filter(feature => !listed.includes(feature));
    return {
        unknown: [],
        problems: lacking.map(feature => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`HTTPRoute/${route.metadata?.name} needs ${feature}, which GatewayClass/${gatewayClass.metadata?.name} does not list as supported`, 'remove it from the rules that route to the Service, or use a gateway that supports it')),
    };
}
const limits = { rules: 16, backends: 16 };
function routeProblems(route, split) {
    const name = `HTTPRoute/${route.metadata?.name}`;
    const hasPreviews = (0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .annotation */ .w7)(route, _fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .annotationOf */ .lW.weights(split.writer.app)) !== undefined;
    const own = (0,_route_js__WEBPACK_IMPORTED_MODULE_2__/* .rulesOf */ .fD)(route).filter(rule => !(hasPreviews && (0,_route_js__WEBPACK_IMPORTED_MODULE_2__/* .isPreview */ .bU)(rule, split, route)));
    const ours = own.filter(rule => (0,_route_js__WEBPACK_IMPORTED_MODULE_2__/* .backendsOf */ .dc)(rule, split, route).pairs.length > 0);
    const problems = [];
    for (const rule of ours) {
        const added = (0,_route_js__WEBPACK_IMPORTED_MODULE_2__/* .backendsOf */ .dc)(rule, split, route).pairs.filter(({ canary }) => canary === undefined);
        if ((0,_route_js__WEBPACK_IMPORTED_MODULE_2__/* .refsOf */ .gA)(rule).length + added.length > limits.backends)
            problems.push(new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`a rule of ${name} would have more than the maximum of ${limits.backends} backends`, 'remove a backend from that rule'));
    }
    const { preview } = split;
    if (preview === undefined)
        return problems;
    if (own.length + ours.length > limits.rules)
        problems.push(new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${name} has ${own.length} rules and no room for ${ours.length} more for the preview: the maximum is ${limits.rules}`, 'split the route in two, or remove `preview` from the strategy'));
    if (ours.some(rule => (rule.matches ?? []).some(match => (0,_route_js__WEBPACK_IMPORTED_MODULE_2__/* .asksFor */ .ev)(match, preview))))
        problems.push(new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`a rule of ${name} already matches the header ${preview.header}`, 'choose another header for `preview`'));
    return problems;
}
function otherRouteProblems(objects, service) {
    return objects.flatMap((object) => {
        const what = `${object.kind}/${object.metadata?.name}`;
        const leads = (object.spec?.rules ?? []).some(({ backendRefs = [] }) => backendRefs.some(ref => ref.name === service &&
            (ref.kind ?? 'Service') === 'Service' &&
            (ref.namespace ?? object.metadata?.namespace) === object.metadata?.namespace));
        if (leads) {
            return [
                new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${what} also routes to Service/${service}, but only HTTPRoutes can be split`, 'route it to a separate Service, or use `strategy: {rolling: {}}`'),
            ];
        }
        const isTarget = (object.spec?.targetRefs ?? []).some(ref => ref.name === service && (ref.kind ?? 'Service') === 'Service');
        return isTarget
            ? [
                new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${what} applies to Service/${service} and would not apply to the Service of the canary`, `add Service/${service}-canary to its targetRefs, or use \`strategy: {rolling: {}}\``),
            ]
            : [];
    });
}


/***/ }),

/***/ 6386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MU: () => (/* binding */ isOurs),
/* harmony export */   XV: () => (/* binding */ previewRule),
/* harmony export */   Yc: () => (/* binding */ weightIn),
/* harmony export */   at: () => (/* binding */ at),
/* harmony export */   bU: () => (/* binding */ isPreview),
/* harmony export */   dc: () => (/* binding */ backendsOf),
/* harmony export */   dv: () => (/* binding */ ruleKeys),
/* harmony export */   eV: () => (/* binding */ routesOf),
/* harmony export */   ev: () => (/* binding */ asksFor),
/* harmony export */   fD: () => (/* binding */ rulesOf),
/* harmony export */   gA: () => (/* binding */ refsOf),
/* harmony export */   nb: () => (/* binding */ weightsIn)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

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
function isOurs(rule, names, route) {
    const { pairs, orphans } = backendsOf(rule, names, route);
    return pairs.length + orphans.length > 0;
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
function weightsIn(route, split) {
    return rulesOf(route).flatMap(rule => {
        if (isPreview(rule, split, route))
            return [];
        const { pairs, orphans } = backendsOf(rule, split, route);
        const refs = refsOf(rule);
        const sum = (indexes) => indexes.reduce((total, i) => total + weightIn(at(refs, i)), 0);
        const canary = sum([...pairs.flatMap(pair => pair.canary ?? []), ...orphans]);
        const total = canary + sum(pairs.map(({ stable }) => stable));
        return total === 0 ? [] : [(100 * canary) / total];
    });
}
function ruleKeys(route, split) {
    const seen = new Map();
    const keys = new Map();
    rulesOf(route).forEach((rule, index) => {
        if (isPreview(rule, split, route) || !isOurs(rule, split, route))
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
        backendRefs: refsOf(rule)
            .filter(ref => refersTo(ref, split.service, route))
            .slice(0, 1)
            .map(ref => ({
            ...ref,
            name: split.canaryService,
            ...(ref.weight === undefined ? {} : { weight: 1 }),
        })),
    };
}


/***/ }),

/***/ 1922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ commonOf),
/* harmony export */   ER: () => (/* binding */ needOf),
/* harmony export */   OE: () => (/* binding */ patchAt),
/* harmony export */   S_: () => (/* binding */ switchTo),
/* harmony export */   vK: () => (/* binding */ patchOfService),
/* harmony export */   z5: () => (/* binding */ serviceOf)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _fencing_token_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59993);
/* harmony import */ var _service_patches_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26447);



function commonOf(targets, splitBy) {
    const { writer, podLabels } = targets;
    const matching = ({ services }) => (0,_service_patches_js__WEBPACK_IMPORTED_MODULE_2__/* .servicesMatching */ .oq)(services, podLabels, writer.app, targets, splitBy);
    return {
        pin: (objects, weight) => {
            const service = splitBy === 'selector' && weight > 0 ? serviceOf(targets, objects) : undefined;
            const free = service !== undefined && (0,_service_patches_js__WEBPACK_IMPORTED_MODULE_2__/* .isPinned */ .T4)(service, writer.app) ? service : undefined;
            return matching(objects)
                .matching.filter(each => each !== free)
                .flatMap(each => patchOfService(targets, each, (0,_service_patches_js__WEBPACK_IMPORTED_MODULE_2__/* .pinPatch */ .OD)(each, writer)));
        },
        unpin: ({ services }) => services
            .filter(({ metadata }) => metadata?.name !== targets.canaryService)
            .flatMap(each => patchOfService(targets, each, (0,_service_patches_js__WEBPACK_IMPORTED_MODULE_2__/* .unpinPatch */ .bv)(each, writer))),
        restoredByWatchdog: ({ routes, services }, firstToken) => {
            const names = (kind, objects) => objects
                .filter(object => (0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .isRestoredByWatchdog */ .Hn)(object, writer, firstToken))
                .map(({ metadata }) => `${kind}/${metadata?.name}`);
            return [...names('HTTPRoute', routes), ...names('Service', services)];
        },
        problems: objects => matching(objects).problems,
        buildCanaryService: (objects, owner) => {
            const service = serviceOf(targets, objects);
            if (service === undefined)
                throw new Error(`Service/${targets.service} does not exist`);
            return (0,_service_patches_js__WEBPACK_IMPORTED_MODULE_2__/* .canaryServiceOf */ .bF)(service, { name: targets.canaryService, splitBy, writer, owner });
        },
    };
}
const serviceOf = ({ service }, { services }) => services.find(({ metadata }) => metadata?.name === service);
function switchTo(targets, objects, to) {
    const service = serviceOf(targets, objects);
    return service === undefined
        ? []
        : patchOfService(targets, service, (0,_service_patches_js__WEBPACK_IMPORTED_MODULE_2__/* .switchPatch */ .fx)(service, targets.writer, to));
}
const patchOfService = ({ namespace }, { metadata }, patch) => patchAt((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.service, namespace, metadata?.name), patch);
const patchAt = (path, patch) => patch.length === 0 ? [] : [{ path, patch }];
function needOf(weight, capacity) {
    return weight <= 0 ? 0 : Math.max(1, Math.ceil((weight * capacity) / 100 - 1e-9));
}


/***/ }),

/***/ 71893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  kQ: () => (/* binding */ promotionWeight),
  i$: () => (/* binding */ routerKind),
  V4: () => (/* binding */ routerOf),
  te: () => (/* binding */ undivided),
  Z$: () => (/* binding */ weightsOf)
});

// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/traffic/acceptance.js
var acceptance = __webpack_require__(75420);
// EXTERNAL MODULE: ./.build/js/src/traffic/route.js
var traffic_route = __webpack_require__(6386);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/traffic/fencing-token.js
var fencing_token = __webpack_require__(59993);
;// CONCATENATED MODULE: ./.build/js/src/traffic/weights.js
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
        throw new RangeError(`${percent} is not a percentage`);
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

;// CONCATENATED MODULE: ./.build/js/src/traffic/route-patches.js






function splitPatch(route, split, weight) {
    const weights = {};
    const recorded = recordedWeightsOf(route, split);
    const changed = new Map();
    for (const [from, key] of (0,traffic_route/* ruleKeys */.dv)(route, split)) {
        const rule = (0,traffic_route.at)((0,traffic_route/* rulesOf */.fD)(route), from);
        const original = originals(rule, split, route, recorded[key]);
        if (!original.some(({ ours, ref }) => ours && (0,traffic_route/* weightIn */.Yc)(ref) > 0))
            continue;
        weights[key] = original.map(({ ref }) => ref.weight ?? null);
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
    return routePatch(route, split, placed, changed.size === 0 ? undefined : weights);
}
function previewsOf(route, split, changed) {
    const { preview } = split;
    const live = new Map();
    const missing = new Map();
    if (preview === undefined)
        return { live, missing };
    const rules = (0,traffic_route/* rulesOf */.fD)(route);
    for (const [from, rule] of changed) {
        const mirror = (0,traffic_route/* previewRule */.XV)(rule, split, preview, route);
        const found = rules.findIndex((each, index) => !live.has(index) && (0,traffic_route/* isPreview */.bU)(each, split, route) && sameButBackends(each, mirror));
        if (found < 0)
            missing.set(from, mirror);
        else
            live.set(found, mirror);
    }
    return { live, missing };
}
function unsplitPatch(route, split) {
    const recorded = recordedWeightsOf(route, split);
    const keys = (0,traffic_route/* ruleKeys */.dv)(route, split);
    const placed = (0,traffic_route/* rulesOf */.fD)(route).flatMap((rule, from) => {
        if ((0,traffic_route/* isPreview */.bU)(rule, split, route))
            return [];
        const key = keys.get(from);
        if (key === undefined || !isSplit(rule, split, route))
            return [{ from, rule }];
        const backendRefs = originals(rule, split, route, recorded[key]).map(({ ref }) => ref);
        return [{ from, rule: { ...rule, backendRefs } }];
    });
    return routePatch(route, split, placed, undefined);
}
function rollbackPatch(route, split) {
    const changes = (0,traffic_route/* rulesOf */.fD)(route).flatMap((rule, index) => {
        const refs = (0,traffic_route/* refsOf */.gA)(rule);
        const path = (ref, field) => (0,fencing_token/* pointer */.Wn)('spec', 'rules', index, 'backendRefs', ref, field);
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
    return changes.length === 0 ? [] : [...(0,fencing_token/* fencingTests */.G$)(route, split.writer), ...changes];
}
const isSplit = (rule, split, route) => {
    const { pairs, orphans } = (0,traffic_route/* backendsOf */.dc)(rule, split, route);
    return orphans.length > 0 || pairs.some(({ canary }) => canary !== undefined);
};
function originals(rule, split, route, recorded) {
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
    if (!isSplit(rule, split, route) || recorded === undefined)
        return folded;
    const present = folded.map(({ ref }) => (0,traffic_route/* weightIn */.Yc)(ref));
    const before = recorded.map(weight => weight ?? 1);
    if (!isProportional(present, before))
        return folded;
    return folded.map(({ ref, ours }, index) => ({ ref: weighted(ref, recorded[index] ?? null), ours }));
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
        placed.set(index, [stable]);
        if (part.canary === undefined)
            return;
        if (canary !== undefined)
            placed.set(canary, [weighted((0,traffic_route.at)(refs, canary), part.canary)]);
        else
            placed.set(index, [stable, weighted({ ...ref, name: split.canaryService }, part.canary)]);
    });
    return [...refs.keys()].flatMap(index => placed.get(index) ?? []);
}
const same = external_node_util_.isDeepStrictEqual;
const sameButBackends = (a, b) => same({ ...a, backendRefs: [] }, { ...b, backendRefs: [] });
function routePatch(route, split, placed, weights) {
    const rules = (0,traffic_route/* rulesOf */.fD)(route);
    const kept = new Set(placed.flatMap(({ from }) => from ?? []));
    const rulePath = (index, ...rest) => (0,fencing_token/* pointer */.Wn)('spec', 'rules', index, ...rest);
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
        ...(0,fencing_token/* annotate */.fz)(route, fencing_token/* annotationOf */.lW.weights(split.writer.app), weights === undefined ? undefined : JSON.stringify(weights)),
        ...(weights === undefined ? (0,fencing_token/* annotate */.fz)(route, fencing_token/* annotationOf */.lW.watchdog(split.writer.app), undefined) : []),
    ];
    const changes = [...changed, ...removed, ...added, ...notes];
    return changes.length === 0 ? [] : [...(0,fencing_token/* fencingTests */.G$)(route, split.writer), ...changes];
}
function recordedWeightsOf(route, { writer }) {
    return ((0,map/* jsonMap */.vM)((0,fencing_token/* annotation */.w7)(route, fencing_token/* annotationOf */.lW.weights(writer.app)) ?? '{}') ?? {});
}

// EXTERNAL MODULE: ./.build/js/src/traffic/router.js
var router = __webpack_require__(1922);
// EXTERNAL MODULE: ./.build/js/src/traffic/service-patches.js
var service_patches = __webpack_require__(26447);
;// CONCATENATED MODULE: ./.build/js/src/traffic/gateway-api.js






function gatewayApi(targets, weights, preview) {
    const split = { ...targets, weights, ...(preview === undefined ? {} : { preview }) };
    const { service, writer } = targets;
    const onRoutes = (routes, patchOf) => routes.flatMap(route => (0,router/* patchAt */.OE)((0,resources/* pathOf */.XM)(resources/* resources */.ES.httpRoute, targets.namespace, route.metadata?.name), patchOf(route)));
    const common = (0,router/* commonOf */.$N)(targets, 'routes');
    const canaryServiceIn = ({ services }) => services.filter(({ metadata }) => metadata?.name === targets.canaryService);
    const stoppedIn = (objects) => canaryServiceIn(objects).filter(each => (0,service_patches/* trackOf */.VS)(each) === 'stable');
    const switched = (services, to) => services.flatMap(each => (0,router/* patchOfService */.vK)(targets, each, (0,service_patches/* switchPatch */.fx)(each, writer, to)));
    return {
        ...common,
        ownService: true,
        split,
        weight: objects => {
            if ((0,router/* serviceOf */.z5)(targets, objects) === undefined || stoppedIn(objects).length > 0)
                return 0;
            return Math.max(0, ...objects.routes.flatMap(route => (0,traffic_route/* weightsIn */.nb)(route, split)));
        },
        setWeight: (objects, weight) => {
            if ((0,router/* serviceOf */.z5)(targets, objects) === undefined)
                return [];
            return weight > 0
                ? onRoutes((0,traffic_route/* routesOf */.eV)(objects.routes, service), route => splitPatch(route, split, weight))
                : onRoutes(objects.routes, route => rollbackPatch(route, split));
        },
        restore: ({ routes }) => onRoutes(routes, route => rollbackPatch(route, split)),
        fallback: objects => switched(canaryServiceIn(objects), 'stable'),
        addCanary: objects => (0,router/* serviceOf */.z5)(targets, objects) === undefined
            ? []
            : onRoutes((0,traffic_route/* routesOf */.eV)(objects.routes, service), route => splitPatch(route, split, 0)),
        pin: (objects, weight) => [...common.pin(objects, weight), ...switched(stoppedIn(objects), 'canary')],
        removeCanary: ({ routes }) => onRoutes(routes, route => unsplitPatch(route, split)),
        podsNeeded: router/* needOf */.ER,
        routeProblem: ({ routes }) => {
            const worst = (0,acceptance/* worstOf */.hm)((0,traffic_route/* routesOf */.eV)(routes, service).map(acceptance/* acceptedBy */.lA));
            return worst.state === 'accepted' ? undefined : worst;
        },
        splitObjects: ({ routes }) => (0,traffic_route/* routesOf */.eV)(routes, service),
    };
}

// EXTERNAL MODULE: ./.build/js/src/traffic/service-routers.js
var service_routers = __webpack_require__(73339);
;// CONCATENATED MODULE: ./.build/js/src/traffic/routers.js


function routerKind({ strategy, route, }) {
    if (strategy.kind === 'rolling')
        return undefined;
    if (route !== undefined)
        return 'gateway-api';
    return strategy.kind === 'canary' ? 'replicas' : 'service';
}
function routerOf(environment, targets, capacity) {
    const { strategy } = environment;
    switch (routerKind(environment)) {
        case undefined:
            return undivided;
        case 'gateway-api':
            return gatewayApi(targets, [...weightsOf(environment), 50], strategy.kind === 'rolling' ? undefined : strategy.preview);
        case 'replicas':
            return (0,service_routers/* byReplicas */.LD)(targets, capacity);
        case 'service':
            return (0,service_routers/* serviceSwitch */.Cg)(targets);
    }
}
function weightsOf({ strategy }) {
    return strategy.kind === 'canary'
        ? [...strategy.steps.map(({ weight }) => weight), strategy.bake.weight]
        : [];
}
function promotionWeight(strategy) {
    return strategy.kind === 'canary' && strategy.promotion === 'in-place' ? strategy.bake.weight : 100;
}
const undivided = {
    ownService: false,
    weight: () => 0,
    setWeight: () => [],
    restore: () => [],
    fallback: () => [],
    addCanary: () => [],
    removeCanary: () => [],
    pin: () => [],
    unpin: () => [],
    podsNeeded: () => 0,
    routeProblem: () => undefined,
    splitObjects: () => [],
    restoredByWatchdog: () => [],
    problems: () => [],
    buildCanaryService: () => {
        throw new Error('a rolling update has no canary Service');
    },
};


/***/ }),

/***/ 26447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IV: () => (/* binding */ selectBothTracksPatch),
/* harmony export */   OD: () => (/* binding */ pinPatch),
/* harmony export */   T4: () => (/* binding */ isPinned),
/* harmony export */   VS: () => (/* binding */ trackOf),
/* harmony export */   bF: () => (/* binding */ canaryServiceOf),
/* harmony export */   bv: () => (/* binding */ unpinPatch),
/* harmony export */   cv: () => (/* binding */ sharedProblems),
/* harmony export */   fx: () => (/* binding */ switchPatch),
/* harmony export */   ko: () => (/* binding */ selects),
/* harmony export */   oq: () => (/* binding */ servicesMatching)
/* harmony export */ });
/* harmony import */ var _cluster_labels_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75181);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _fencing_token_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59993);



const trackPath = (0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .pointer */ .Wn)('spec', 'selector', _fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .track */ .u4);
function trackOf(service) {
    return service.spec?.selector?.[_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .track */ .u4];
}
function isPinned(service, app) {
    return (0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .annotation */ .w7)(service, _fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .annotationOf */ .lW.pinned(app)) !== undefined;
}
function pinPatch(service, writer) {
    if (trackOf(service) === 'stable')
        return [];
    return [
        ...(0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .fencingTests */ .G$)(service, writer),
        { op: 'test', path: (0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .pointer */ .Wn)('spec', 'selector'), value: service.spec?.selector },
        { op: 'add', path: trackPath, value: 'stable' },
        ...(0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .annotate */ .fz)(service, _fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .annotationOf */ .lW.pinned(writer.app), 'true'),
    ];
}
function unpinPatch(service, writer) {
    const notes = (0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .annotate */ .fz)(service, _fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .annotationOf */ .lW.watchdog(writer.app), undefined);
    const changes = isPinned(service, writer.app)
        ? [...withoutTrack(service), ...(0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .annotate */ .fz)(service, _fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .annotationOf */ .lW.pinned(writer.app), undefined), ...notes]
        : notes;
    return changes.length === 0 ? [] : [...(0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .fencingTests */ .G$)(service, writer), ...changes];
}
function withoutTrack(service) {
    const present = trackOf(service);
    if (present === undefined)
        return [];
    return [
        { op: 'test', path: trackPath, value: present },
        { op: 'remove', path: trackPath },
    ];
}
function selectBothTracksPatch(service, writer) {
    const changes = withoutTrack(service);
    return changes.length === 0 ? [] : [...(0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .fencingTests */ .G$)(service, writer), ...changes];
}
function switchPatch(service, writer, to) {
    return [...(0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .fencingTests */ .G$)(service, writer), { op: 'add', path: trackPath, value: to }];
}
function canaryServiceOf(service, { name, splitBy, writer, owner, }) {
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
            labels: splitBy === 'routes' ? { ...service.metadata?.labels } : {},
            annotations: { [_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .annotationOf */ .lW.token(writer.app)]: String(writer.token) },
            ownerReferences: [owner],
        },
        spec: {
            ...copied,
            type: 'ClusterIP',
            ...(spec.clusterIP === 'None' ? { clusterIP: 'None' } : {}),
            selector: { ...spec.selector, [_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .track */ .u4]: 'canary' },
            ports: (spec.ports ?? []).map(({ nodePort: _, ...port }) => port),
        },
    };
}
function servicesMatching(services, podLabels, app, names, splitBy = 'routes') {
    const others = services.filter(({ metadata }) => metadata?.name !== names.canaryService);
    const main = others.find(({ metadata }) => metadata?.name === names.service);
    const problem = mainProblem(main, names.service, podLabels);
    const selecting = others.filter(service => selects(service, podLabels));
    const strange = selecting.filter(service => {
        const bound = trackOf(service);
        if (bound === undefined || isPinned(service, app))
            return false;
        return bound !== 'stable' || (splitBy === 'selector' && service === main);
    });
    return {
        matching: selecting.filter(service => trackOf(service) === undefined || isPinned(service, app)),
        problems: [
            ...(problem === undefined ? [] : [problem]),
            ...strange.map(service => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the selector of Service/${service.metadata?.name} already has ${_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .track */ .u4}: ${trackOf(service)}`, 'remove it, because Slipway adds and removes it during a rollout')),
        ],
    };
}
function sharedProblems({ services, pods }, main, podLabels, selector, app) {
    const serving = pods.filter(({ metadata, status }) => {
        const { deletionTimestamp, ownerReferences = [] } = metadata ?? {};
        const hasEnded = status?.phase === 'Succeeded' || status?.phase === 'Failed';
        return !(ownerReferences.some(({ kind }) => kind === 'Job') || hasEnded || deletionTimestamp);
    });
    const isStrange = ({ metadata }, isMain) => {
        const { labels = {} } = metadata ?? {};
        return labels[_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .track */ .u4] === undefined || (isMain && !(0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .selectorMatches */ .de)(selector, labels));
    };
    const problems = services
        .filter(service => selects(service, podLabels))
        .filter(service => trackOf(service) === undefined || isPinned(service, app))
        .flatMap(({ metadata, spec }) => {
        const other = serving.find(pod => isStrange(pod, metadata?.name === main) &&
            (0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .selects */ .ko)(spec?.selector, pod.metadata?.labels) &&
            hasPortOf(pod, spec?.ports ?? []));
        if (other === undefined)
            return [];
        const { name, labels } = other.metadata ?? {};
        if ((0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .selectorMatches */ .de)(selector, labels ?? {}))
            return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`a rollout would stop the requests to Pod/${name}, which has the labels of the workload but not ${_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .track */ .u4}`, 'delete that pod, or change its labels');
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`a rollout may take traffic away from Pod/${name}, which Service/${metadata?.name} selects in addition to the pods of the workload`, 'let that Service select only the pods of the workload, or use `strategy: {rolling: {}}`');
    });
    return [...new Map(problems.map(each => [each.sentence, each])).values()];
}
const hasPortOf = ({ spec }, ports) => ports.length === 0 ||
    ports.some(({ targetPort }) => typeof targetPort !== 'string' ||
        (spec?.containers ?? []).some(each => (each.ports ?? []).some(({ name }) => name === targetPort)));
function selects({ spec }, podLabels) {
    const selector = Object.entries(spec?.selector ?? {});
    return (spec?.type !== 'ExternalName' &&
        selector.length > 0 &&
        selector.every(([label, value]) => label === _fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .track */ .u4 || podLabels[label] === value));
}
function mainProblem(main, name, podLabels) {
    if (main === undefined)
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`Service/${name} does not exist`, 'add it to the manifests');
    if (main.spec?.type === 'ExternalName')
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`Service/${name} is an ExternalName, which has no pods to split traffic between`, 'name the Service that selects the pods of the workload');
    if (Object.keys(main.spec?.selector ?? {}).length === 0)
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`Service/${name} has no selector, so Slipway cannot control where its traffic goes`, 'give it a selector that matches the pods of the workload');
    return selects(main, podLabels)
        ? undefined
        : new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`Service/${name} does not select the pods of the workload`, 'change its selector to match the labels of the pod template');
}


/***/ }),

/***/ 73339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cg: () => (/* binding */ serviceSwitch),
/* harmony export */   Jw: () => (/* binding */ pods),
/* harmony export */   LD: () => (/* binding */ byReplicas),
/* harmony export */   b9: () => (/* binding */ scalePatch),
/* harmony export */   zc: () => (/* binding */ granularity)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _fencing_token_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59993);
/* harmony import */ var _router_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1922);
/* harmony import */ var _service_patches_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26447);




const bySelector = (targets) => ({
    ...(0,_router_js__WEBPACK_IMPORTED_MODULE_2__/* .commonOf */ .$N)(targets, 'selector'),
    restore: (objects) => (0,_router_js__WEBPACK_IMPORTED_MODULE_2__/* .switchTo */ .S_)(targets, objects, 'stable'),
    fallback: () => [],
    addCanary: () => [],
    removeCanary: () => [],
    routeProblem: () => undefined,
    splitObjects: (objects) => [(0,_router_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceOf */ .z5)(targets, objects) ?? []].flat(),
});
function serviceSwitch(targets) {
    const trackNow = (objects) => {
        const service = (0,_router_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceOf */ .z5)(targets, objects);
        return service && (0,_service_patches_js__WEBPACK_IMPORTED_MODULE_3__/* .trackOf */ .VS)(service);
    };
    return {
        ...bySelector(targets),
        ownService: true,
        weight: objects => (trackNow(objects) === 'canary' ? 100 : 0),
        setWeight: (objects, weight) => weight > 0 && trackNow(objects) === 'canary'
            ? []
            : (0,_router_js__WEBPACK_IMPORTED_MODULE_2__/* .switchTo */ .S_)(targets, objects, weight > 0 ? 'canary' : 'stable'),
        podsNeeded: _router_js__WEBPACK_IMPORTED_MODULE_2__/* .needOf */ .ER,
    };
}
function byReplicas(targets, capacity) {
    const { writer, namespace, canaryWorkload } = targets;
    return {
        ...bySelector(targets),
        ownService: false,
        weight: objects => {
            const service = (0,_router_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceOf */ .z5)(targets, objects);
            if (service === undefined || (0,_service_patches_js__WEBPACK_IMPORTED_MODULE_3__/* .trackOf */ .VS)(service) !== undefined)
                return 0;
            const { canary, stable } = objects.ready;
            return canary === 0 ? 0 : (100 * canary) / (canary + stable);
        },
        setWeight: (objects, weight) => {
            const service = (0,_router_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceOf */ .z5)(targets, objects);
            if (weight <= 0 || service === undefined)
                return (0,_router_js__WEBPACK_IMPORTED_MODULE_2__/* .switchTo */ .S_)(targets, objects, 'stable');
            const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.deployment, namespace, canaryWorkload);
            const { canary } = objects;
            return [
                ...(canary === undefined
                    ? []
                    : (0,_router_js__WEBPACK_IMPORTED_MODULE_2__/* .patchAt */ .OE)(path, scalePatch(canary, writer, pods(weight, capacity).canary))),
                ...(0,_router_js__WEBPACK_IMPORTED_MODULE_2__/* .patchOfService */ .vK)(targets, service, (0,_service_patches_js__WEBPACK_IMPORTED_MODULE_3__/* .selectBothTracksPatch */ .IV)(service, writer)),
            ];
        },
        podsNeeded: weight => pods(weight, capacity).canary,
    };
}
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
    return `by the number of pods, because there is no route: ${list.join(', ')}; a route gives exact weights`;
}
function scalePatch(deployment, writer, replicas) {
    if (deployment.spec?.replicas === replicas)
        return [];
    return [
        ...(0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .fencingTests */ .G$)(deployment, writer),
        { op: 'add', path: (0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .pointer */ .Wn)('spec', 'replicas'), value: replicas },
    ];
}


/***/ }),

/***/ 620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ limitsOf)
/* harmony export */ });
function limitsOf(workload, replicas) {
    const { strategy, updateStrategy } = workload.spec ?? {};
    if (workload.kind === 'StatefulSet' || workload.kind === 'DaemonSet') {
        const { maxSurge = 0, maxUnavailable = 1 } = updateStrategy?.rollingUpdate ?? {};
        const isDaemonSet = workload.kind === 'DaemonSet';
        const more = isDaemonSet ? podsIn(maxSurge, replicas, Math.ceil) : 0;
        const rounded = isDaemonSet ? Math.ceil : Math.floor;
        const fewer = Math.min(replicas, podsIn(maxUnavailable, replicas, rounded));
        return {
            type: 'RollingUpdate',
            replicas,
            maxSurge: more,
            maxUnavailable: more === 0 ? Math.max(Math.min(1, replicas), fewer) : fewer,
            peak: replicas + more,
        };
    }
    if (strategy?.type === 'Recreate') {
        return { type: 'Recreate', replicas, maxSurge: 0, maxUnavailable: replicas, peak: replicas };
    }
    const { maxSurge: surge, maxUnavailable: stopped } = strategy?.rollingUpdate ?? {};
    const maxSurge = podsIn(surge, replicas, Math.ceil);
    const unavailable = Math.min(replicas, podsIn(stopped, replicas, Math.floor));
    const maxUnavailable = maxSurge === 0 && unavailable === 0 ? 1 : unavailable;
    return { type: 'RollingUpdate', replicas, maxSurge, maxUnavailable, peak: replicas + maxSurge };
}
function podsIn(value, replicas, round) {
    if (typeof value === 'number')
        return value;
    const percent = /^(\d+)%$/.exec(typeof value === 'string' ? value : '25%');
    return percent === null ? 0 : round((Number(percent[1]) * replicas) / 100);
}


/***/ })

};

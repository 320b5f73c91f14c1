export const id = 6174;
export const ids = [6174];
export const modules = {

/***/ 81724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ ranks),
/* harmony export */   FO: () => (/* binding */ rulesOff),
/* harmony export */   S1: () => (/* binding */ levelOfRule),
/* harmony export */   Wc: () => (/* binding */ assessmentNotes),
/* harmony export */   Z9: () => (/* binding */ placeText),
/* harmony export */   acceptExceptions: () => (/* binding */ acceptExceptions),
/* harmony export */   countAssessments: () => (/* binding */ countAssessments),
/* harmony export */   failureSentence: () => (/* binding */ failureSentence),
/* harmony export */   findingsIn: () => (/* binding */ findingsIn),
/* harmony export */   md: () => (/* binding */ worstFirst)
/* harmony export */ });
/* harmony import */ var _config_assess_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23608);
/* harmony import */ var _config_expiry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21825);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);



const usualLevels = { ..._config_assess_js__WEBPACK_IMPORTED_MODULE_0__/* .assessRules */ .UK, ..._config_assess_js__WEBPACK_IMPORTED_MODULE_0__/* .keyRules */ .tP };
const levelOfRule = (rule, rules, usual = usualLevels[rule] ?? 'warning') => rules[rule] ?? usual;
const rulesOff = (rules = {}) => Object.entries(rules).flatMap(([rule, level]) => (level === 'off' ? [rule] : []));
const findingsIn = (all) => all.filter(({ status, excused }) => status === 'not-met' && excused === undefined);
const ranks = { error: 0, warning: 1, info: 2 };
function worstFirst(all) {
    const key = ({ place, object = '', rule }) => `${place?.file ?? ''} ${String(place?.line ?? 0).padStart(8, '0')} ${object} ${rule}`;
    return [...all].sort((a, b) => ranks[a.level] - ranks[b.level] || (key(a) < key(b) ? -1 : 1));
}
const placeText = ({ place, object = '' }) => place === undefined ? object : place.line === undefined ? place.file : `${place.file}:${place.line}`;
function acceptExceptions(all, exceptions, now) {
    return all.map(each => {
        if (each.status !== 'not-met' || each.excused !== undefined)
            return each;
        const { excuse: excused, note } = (0,_config_expiry_js__WEBPACK_IMPORTED_MODULE_1__/* .excuseBy */ .bD)(exceptions.filter(exception => covers(exception, each)), now);
        return { ...each, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .sw)({ excused, note }) };
    });
}
const assessmentNotes = (all, exceptions, now, looked) => (0,_config_expiry_js__WEBPACK_IMPORTED_MODULE_1__/* .notesOnExceptions */ .Zw)(exceptions, now, exception => all.some(each => each.status === 'not-met' && covers(exception, each)), looked);
const covers = ({ rule, object }, found) => rule === found.rule && (object === undefined || object === found.object);
function countAssessments(all) {
    const short = findingsIn(all);
    const of = (level) => short.filter(each => each.level === level).length;
    const having = (status) => all.filter(each => each.status === status).length;
    return {
        error: of('error'),
        warning: of('warning'),
        info: of('info'),
        met: having('met'),
        unknown: having('unknown'),
        accepted: having('not-met') - short.length,
    };
}
function failureSentence(all) {
    const [first, ...more] = worstFirst(findingsIn(all)).filter(({ level }) => level === 'error');
    if (first === undefined)
        return undefined;
    const others = more.length > 0 ? ` (and ${more.length} more)` : '';
    const remedy = first.remedy === undefined ? '' : `; ${first.remedy}`;
    return `${placeText(first)}: ${first.what} [${first.rule}]${others}${remedy}`;
}


/***/ }),

/***/ 66551:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ dockerfileRules),
/* harmony export */   Z: () => (/* binding */ judgeDockerfiles)
/* harmony export */ });
/* harmony import */ var _policy_check_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44837);
/* harmony import */ var _policy_dockerfile_variables_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63166);
/* harmony import */ var _policy_review_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _assessment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81724);
/* harmony import */ var _variables_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82621);






const dockerfileRules = ['secret-name', 'secret-value'];
const base = { id: 'K7', rule: 'variable-high', evidence: [] };
async function judgeDockerfiles(config, root, rules, now) {
    const level = (0,_assessment_js__WEBPACK_IMPORTED_MODULE_3__/* .levelOfRule */ .S1)(base.rule, rules);
    const all = Object.keys(config.images).map(async (name) => {
        const unknown = (what) => [
            { ...base, status: 'unknown', level: 'info', what },
        ];
        try {
            const checked = await (0,_policy_review_js__WEBPACK_IMPORTED_MODULE_1__.checkedOf)(config, root, name);
            return checked === undefined
                ? unknown(`the image ${name} has no Dockerfile here`)
                : judgeOne(checked, config, level, now);
        }
        catch (error) {
            if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo))
                throw error;
            return unknown(error.message);
        }
    });
    return (await Promise.all(all)).flat();
}
function judgeOne(checked, { policy, 'env-policy': variables }, high, now) {
    const evidence = [{ asked: 'the Dockerfile', of: checked.path, at: now.toISOString() }];
    const found = (0,_policy_check_js__WEBPACK_IMPORTED_MODULE_0__/* .checkDockerfile */ .vn)(checked, policy, now).flatMap(({ rule, level, message: what, remedy, place, excused }) => {
        if (!dockerfileRules.includes(rule) || excused?.by === 'comment')
            return [];
        const line = place.kind === 'dockerfile' ? { line: place.line } : {};
        return [
            {
                ...base,
                rule,
                status: 'not-met',
                level,
                what,
                remedy,
                evidence,
                place: { file: checked.path, ...line },
                ...(excused === undefined ? {} : { excused }),
            },
        ];
    });
    const { instructions, escapeChar } = (0,_policy_check_js__WEBPACK_IMPORTED_MODULE_0__/* .readDockerfile */ .n_)(checked);
    const set = instructions
        .filter(({ keyword }) => keyword === 'ENV' || keyword === 'ARG')
        .flatMap(each => (0,_policy_dockerfile_variables_js__WEBPACK_IMPORTED_MODULE_5__/* .pairsOf */ .fq)(each, escapeChar).map(pair => ({ ...pair, keyword: each.keyword })));
    const more = set.flatMap(({ name, value = '', line, keyword }) => high === 'off' ||
        (0,_variables_js__WEBPACK_IMPORTED_MODULE_4__/* .classOf */ .Kl)(name, variables) !== 'high' ||
        value === '' ||
        (0,_variables_js__WEBPACK_IMPORTED_MODULE_4__/* .isHarmless */ .EW)(value) ||
        found.some(({ place }) => place?.line === line)
        ? []
        : [
            {
                ...base,
                status: 'not-met',
                level: high,
                evidence,
                place: { file: checked.path, line },
                what: `${keyword} ${name} of class high can be read by anyone with the image`,
                remedy: 'take it from a Secret when the container starts',
            },
        ]);
    return [...found, ...more];
}


/***/ }),

/***/ 16679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F9: () => (/* binding */ found),
/* harmony export */   FO: () => (/* binding */ assessmentsOf),
/* harmony export */   L5: () => (/* binding */ unknown),
/* harmony export */   Op: () => (/* binding */ notAsked),
/* harmony export */   R3: () => (/* binding */ metUnless),
/* harmony export */   hH: () => (/* binding */ notApplicable),
/* harmony export */   lG: () => (/* binding */ judgementOf)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60630);


const found = (status, what, more = {}) => ({
    status,
    what,
    ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .defined */ .sw)(more),
});
const unknown = (why, object) => found('unknown', why, { object });
const notAsked = (why, more = {}) => found('unknown', why, { ...more, evidence: [] });
const notApplicable = (why) => found('not-applicable', why);
function metUnless(problems, good, remedy, object) {
    const problem = (0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .firstOf */ .K)([problems ?? []].flat());
    return problem === undefined
        ? found('met', good, { object })
        : found('not-met', problem, { remedy, object });
}
function judgementOf(good, judged) {
    if (judged === undefined)
        return undefined;
    const why = String(judged.reason || 'the step gave no reason').slice(0, 600);
    if (judged.verdict === 'pass')
        return metUnless([], good);
    return judged.verdict === 'fail' ? metUnless(why, good) : unknown(why);
}
const assessmentsOf = (judged, addition) => Object.entries(judged).flatMap(([rule, each = []]) => [each].flat().flatMap(judgement => {
    const { ids, ...more } = addition(rule, judgement);
    return ids.map(id => ({ id, rule, ...more, ...judgement }));
}));


/***/ }),

/***/ 95400:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ manifestRules)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/assess/rule.js
var rule = __webpack_require__(57240);
// EXTERNAL MODULE: ./.build/js/src/assess/judgement.js
var judgement = __webpack_require__(16679);
// EXTERNAL MODULE: ./.build/js/src/assess/subject.js
var assess_subject = __webpack_require__(66724);
// EXTERNAL MODULE: ./.build/js/src/assess/templates.js
var templates = __webpack_require__(11111);
;// CONCATENATED MODULE: ./.build/js/src/assess/manifests/access.js




const overPermissions = (kinds, good, find) => subject => {
    const written = kinds === 'roles' ? ['Role', 'ClusterRole'] : ['RoleBinding', 'ClusterRoleBinding'];
    const inManifests = (0,assess_subject/* ofKind */.CZ)(subject.manifests, ...written).flatMap(manifest => find(manifest.object).map(({ what, remedy, path }) => (0,rule/* finding */.gk)(`${(0,assess_subject/* nameOfManifest */.yf)(manifest)} ${what}`, remedy, manifest, path)));
    if (inManifests.length > 0)
        return inManifests;
    const { roleBindings, roles } = subject.live;
    if (!roleBindings.known)
        return [(0,judgement/* unknown */.L5)(roleBindings.why)];
    if (!roles.known)
        return [(0,judgement/* unknown */.L5)(roles.why)];
    const accounts = accountsOf(subject);
    const bindings = roleBindings.value.filter(each => bindsOneOf(accounts, subject.namespace, each));
    const bound = bindings.map(roleOf);
    const has = (kind, name = '') => bound.some(each => each.kind === kind && each.name === name);
    const objects = kinds === 'roles' ? roles.value.filter(({ metadata }) => has('Role', metadata?.name)) : bindings;
    const found = objects.flatMap(object => {
        const of = `${written[0]}/${object.metadata?.name}`;
        return find(object).map(({ what, remedy }) => (0,rule/* liveFinding */.Ih)(`${of} ${what}`, remedy, of, roles));
    });
    if (found.length > 0)
        return found;
    const known = ['view', ...(0,assess_subject/* ofKind */.CZ)(subject.manifests, 'ClusterRole').map(({ name }) => name)];
    const unread = bound.find(({ kind, name = '' }) => kind === 'ClusterRole' && !known.includes(name));
    const namespace = `Namespace/${subject.namespace}`;
    return kinds === 'roles' && unread !== undefined
        ? [
            (0,judgement/* unknown */.L5)(`the ServiceAccounts of the pods have ClusterRole/${unread.name}, which was not read`, namespace),
        ]
        : [(0,rule/* met */.BG)(`the ServiceAccounts of the pods ${good}`, namespace, [roles, roleBindings])];
};
const subjectsOf = (object) => (0,map/* mapsIn */.nf)(object.subjects);
const roleOf = (object) => (object.roleRef ?? {});
const accountsOf = ({ workloads }) => new Set(workloads.map(({ spec }) => spec.serviceAccountName ?? 'default'));
const bindsOneOf = (accounts, own, binding) => subjectsOf(binding).some(({ kind, name = '', namespace = own }) => (kind === 'ServiceAccount' && namespace === own && accounts.has(name)) ||
    (kind === 'Group' && (isEveryAccount(name) || name === `${every}:${own}`)));
const every = 'system:serviceaccounts';
const isEveryAccount = (group) => group === every || group === 'system:authenticated';
const grantsIn = ({ metadata, rules }) => Object.keys(metadata?.labels ?? {}).some(key => key.startsWith('rbac.authorization.k8s.io/aggregate-to-'))
    ? []
    : (0,map/* mapsIn */.nf)(rules).map(each => ({
        verbs: (0,map/* textsIn */.Ej)(each.verbs),
        resources: (0,map/* textsIn */.Ej)(each.resources),
        groups: (0,map/* textsIn */.Ej)(each.apiGroups),
        names: (0,map/* textsIn */.Ej)(each.resourceNames),
    }));
const wildcard = (0,rule/* ruleOf */.Y)('access-wildcard', 'S5', overPermissions('roles', 'have no permission with a wildcard', object => grantsIn(object).flatMap(({ verbs, resources, groups }, index) => {
    const wide = [
        ...(verbs.includes('*') ? ['every verb'] : []),
        ...(resources.includes('*') ? ['every resource'] : []),
        ...(groups.includes('*') ? ['every API group'] : []),
    ];
    return (0,templates/* podFindingIf */.Wj)(wide.length > 0, `grants ${wide.join(' and ')}`, 'list the verbs and resources that the application uses', ['rules', index]);
})));
const admin = (0,rule/* ruleOf */.Y)('access-admin', 'S5', overPermissions('roleBindings', 'are no administrators', object => {
    const { kind, name = '' } = roleOf(object);
    if (kind !== 'ClusterRole' || !['cluster-admin', 'admin'].includes(name))
        return [];
    const isAccount = (each) => each.kind === 'ServiceAccount' || (each.kind === 'Group' && (each.name ?? '').startsWith(every));
    return (0,templates/* podFindingIf */.Wj)(subjectsOf(object).some(isAccount), `binds a ServiceAccount to the ClusterRole ${name}`, 'bind it to a Role with the permissions that the application uses', ['roleRef']);
}));
const defaultAccount = (0,rule/* ruleOf */.Y)('access-default-account', 'S5', overPermissions('roleBindings', 'have no permissions by the ServiceAccount default', object => subjectsOf(object).flatMap(({ kind, name, namespace: other }, index) => (0,templates/* podFindingIf */.Wj)(kind === 'ServiceAccount' && name === 'default' && isHere(object, other), 'grants permissions to the ServiceAccount default, which every pod without a serviceAccountName uses', 'create a ServiceAccount for the workload that needs them', ['subjects', index]))));
const isHere = ({ metadata }, other) => metadata?.namespace === undefined || other === undefined || metadata.namespace === other;
const sensitiveResources = /^(pods\/(exec|attach|portforward)|nodes\/proxy|serviceaccounts\/token)$/;
const sensitiveVerbs = ['escalate', 'bind', 'impersonate'];
const sensitive = (0,rule/* ruleOf */.Y)('access-sensitive', 'S5', overPermissions('roles', 'have no sensitive permission', object => grantsIn(object).flatMap(({ verbs, resources, names }, index) => {
    const readsSecrets = resources.includes('secrets') &&
        names.length === 0 &&
        verbs.some(verb => ['get', 'list', 'watch'].includes(verb));
    const found = [
        ...(readsSecrets ? ['read all Secrets'] : []),
        ...resources.filter(each => sensitiveResources.test(each)).map(each => `use ${each}`),
        ...sensitiveVerbs.filter(verb => verbs.includes(verb)),
    ];
    return (0,templates/* podFindingIf */.Wj)(found.length > 0, `allows its ServiceAccount to ${found.join(', ')}`, 'remove the permission, or name the objects in resourceNames', ['rules', index]);
})));
const tokenMounted = (0,rule/* ruleOf */.Y)('token-mounted', 'S5', subject => {
    const bindings = [
        ...(0,assess_subject/* ofKind */.CZ)(subject.manifests, 'RoleBinding', 'ClusterRoleBinding').map(({ object }) => object),
        ...(subject.live.roleBindings.known ? subject.live.roleBindings.value : []),
    ];
    const namespaceOf = ({ object }) => object.metadata?.namespace ?? subject.namespace;
    const without = (0,assess_subject/* ofKind */.CZ)(subject.manifests, 'ServiceAccount').filter(({ object }) => object.automountServiceAccountToken === false);
    return (0,templates/* overPods */.Di)(templates/* longRunning */.E0, {
        good: 'have no token that they do not need',
        findings: ({ automountServiceAccountToken: mounts, serviceAccountName: account = 'default' }, { manifest }) => {
            const own = namespaceOf(manifest);
            const isOff = without.some(each => each.name === account && namespaceOf(each) === own);
            const isNeeded = bindings.some(each => bindsOneOf(new Set([account]), own, each));
            return (0,templates/* podFindingIf */.Wj)(mounts !== false && !isNeeded && (mounts === true || !isOff), 'mounts a ServiceAccount token, although no binding grants its ServiceAccount a permission', 'set `automountServiceAccountToken: false`');
        },
    })(subject);
});
const accessRules = [wildcard, admin, defaultAccount, sensitive, tokenMounted];

// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/workloads/pod-resources.js
var pod_resources = __webpack_require__(79395);
;// CONCATENATED MODULE: ./.build/js/src/assess/manifests/resources.js


const names = ['cpu', 'memory'];
function defaultsIn({ live: { limitRanges } }, side) {
    const items = limitRanges.known ? limitRanges.value : [];
    const limits = items.flatMap(({ spec }) => spec?.limits ?? []);
    return new Set(limits.filter(({ type }) => type === 'Container').flatMap(each => Object.keys(each[side] ?? {})));
}
const podResources = ({ resources = {} }) => resources;
const requests = (0,templates/* podRule */.KJ)('resource-requests', 'H8', templates/* everyWorkload */.Ld, {
    good: 'request CPU and memory',
    findings: (spec, _, subject) => {
        const given = defaultsIn(subject, 'defaultRequest');
        const pod = podResources(spec);
        return (0,templates/* everyContainer */.bq)(spec).flatMap(({ container, path }) => {
            const { requests: asked = {}, limits = {} } = container.resources ?? {};
            const written = { ...pod.limits, ...pod.requests, ...limits, ...asked };
            const missing = names.filter(name => written[name] === undefined && !given.has(name));
            if (missing.length === 0)
                return [];
            const best = missing.length === 2 ? ', so it is the first to be evicted' : '';
            return [
                (0,templates/* podFinding */.tu)(`has no ${missing.join(' and ')} request in container ${container.name}${best}`, `set ${missing.map(name => `resources.requests.${name}`).join(' and ')}`, container.resources === undefined ? path : [...path, 'resources']),
            ];
        });
    },
});
const memory = (0,templates/* podRule */.KJ)('resource-memory', 'H8', templates/* everyWorkload */.Ld, {
    good: 'have a memory limit',
    findings: (spec, _, subject) => defaultsIn(subject, 'default').has('memory') || podResources(spec).limits?.memory !== undefined
        ? []
        : (0,templates/* everyContainer */.bq)(spec)
            .filter(({ container }) => container.resources?.limits?.memory === undefined)
            .map(({ container, path }) => (0,templates/* podFinding */.tu)(`has no memory limit in container ${container.name}, which may use all memory of its node`, 'set resources.limits.memory', container.resources === undefined ? path : [...path, 'resources'])),
});
const invalid = (0,templates/* podRule */.KJ)('resource-invalid', 'H8', templates/* everyWorkload */.Ld, {
    good: 'request no more than their limits',
    findings: spec => (0,templates/* allContainers */.Yr)(spec).flatMap(({ container, path }) => problemsOf(container).map(({ what, side, name }) => (0,templates/* podFinding */.tu)(`${what} in container ${container.name}`, `correct resources.${side}.${name}`, [
        ...path,
        'resources',
        side,
        name,
    ]))),
});
function problemsOf({ resources: { requests: asked = {}, limits = {} } = {} }) {
    const wrong = ['requests', 'limits'].flatMap(side => Object.entries({ requests: asked, limits }[side])
        .filter(([, value]) => Number.isNaN((0,pod_resources/* quantity */.au)(String(value))))
        .map(([name]) => ({
        what: `has a ${name} ${side.slice(0, -1)} that is not a quantity`,
        side,
        name,
    })));
    const above = Object.entries(asked)
        .filter(([name, value]) => (0,pod_resources/* quantity */.au)(String(value)) > (0,pod_resources/* quantity */.au)(String(limits[name] ?? 'none')))
        .map(([name]) => ({ what: `requests more ${name} than its limit`, side: 'requests', name }));
    return [...wrong, ...above];
}
const resourceRules = [requests, memory, invalid];

;// CONCATENATED MODULE: ./.build/js/src/assess/manifests/autoscaler.js





const specOf = ({ object }) => (object.spec ?? {});
const scalers = ({ manifests }) => (0,assess_subject/* ofKind */.CZ)(manifests, 'HorizontalPodAutoscaler');
const missing = (0,rule/* ruleOf */.Y)('autoscaler-missing', 'P6', (0,templates/* overWorkloads */.xZ)({
    has: ({ scales, object, spec }, subject) => scales && object.kind === 'Deployment' && (0,assess_subject/* pvcOfOneNode */.FF)(spec, subject) === undefined,
    none: 'no Deployment that may have more pods gets traffic',
}, judgeScaling));
function judgeScaling({ title, manifest, autoscaler }, subject) {
    const { autoscalers } = subject.live;
    if (autoscaler?.object.kind === 'ScaledObject')
        return (0,judgement/* notApplicable */.hH)(`${(0,assess_subject/* nameOfManifest */.yf)(autoscaler)} scales ${title}`);
    const found = (autoscalers.known ? autoscalers.value : []).find(each => autoscaler === undefined
        ? (0,assess_subject/* isTarget */.Ex)(each, manifest.object.kind, manifest.name)
        : each.metadata?.name === autoscaler.name);
    if (autoscaler === undefined)
        return (0,rule/* finding */.gk)(found === undefined
            ? `${title} has the same number of pods at any load`
            : `HorizontalPodAutoscaler/${found.metadata?.name}, which scales ${title}, is only in the cluster, not in the manifests`, 'add a HorizontalPodAutoscaler (autoscaling/v2)', manifest, ['spec', 'replicas']);
    const name = (0,assess_subject/* nameOfManifest */.yf)(autoscaler);
    if (!autoscalers.known)
        return (0,judgement/* unknown */.L5)(autoscalers.why, name);
    const active = found?.status?.conditions?.find(({ type }) => type === 'ScalingActive');
    if (active === undefined)
        return (0,judgement/* unknown */.L5)(`${name} has no status in the cluster yet`, name);
    return active.status === 'True'
        ? (0,rule/* met */.BG)(`${name} scales ${title} by the load`, name, [autoscalers], name)
        : (0,rule/* liveFinding */.Ih)(`${name} cannot measure the load of ${title} (${active.reason})`, 'install the metrics API that it reads, or correct its metrics', name, autoscalers);
}
function eachTarget(subject, judge, good) {
    const pairs = scalers(subject).flatMap(scaler => {
        const target = subject.workloads.find(({ autoscaler }) => autoscaler === scaler);
        return target === undefined ? [] : [{ scaler, target }];
    });
    const { autoscalers } = subject.live;
    return (0,rule/* overEach */.SH)(pairs, 'no HorizontalPodAutoscaler is in the manifests', ({ scaler, target }) => {
        const wrong = judge(scaler, target);
        if (wrong !== undefined)
            return wrong;
        const name = (0,assess_subject/* nameOfManifest */.yf)(scaler);
        if (!autoscalers.known)
            return (0,judgement/* unknown */.L5)(autoscalers.why, name);
        return autoscalers.value.some(({ metadata }) => metadata?.name === scaler.name)
            ? (0,rule/* met */.BG)(`${name} ${good}`, name, [autoscalers], name)
            : (0,judgement/* unknown */.L5)(`${name} is not in the cluster yet`, name);
    });
}
const target = (0,rule/* ruleOf */.Y)('autoscaler-target', 'P6', subject => {
    const lost = scalers(subject).filter(scaler => !subject.workloads.some(({ autoscaler }) => autoscaler === scaler) && !isThere(scaler, subject));
    if (lost.length === 0)
        return eachTarget(subject, () => undefined, 'has a target in the manifests');
    return lost.map(scaler => {
        const { kind = 'a workload', name = '' } = (0,assess_subject/* targetOf */.$r)(scaler.object);
        return (0,rule/* finding */.gk)(`${(0,assess_subject/* nameOfManifest */.yf)(scaler)} scales ${kind}/${name}, which is not in the manifests`, 'correct scaleTargetRef', scaler, ['spec', 'scaleTargetRef']);
    });
});
function isThere({ object, name }, { manifests, live: { deployments, autoscalers } }) {
    const { kind, name: target } = (0,assess_subject/* targetOf */.$r)(object);
    const scaler = autoscalers.known
        ? autoscalers.value.find(({ metadata }) => metadata?.name === name)
        : undefined;
    return (manifests.some(each => each.object.kind === kind && each.name === target) ||
        (kind === 'Deployment' &&
            deployments.known &&
            deployments.value.some(({ metadata }) => metadata?.name === target)) ||
        scaler?.status?.conditions?.some(({ type, status }) => type === 'AbleToScale' && status === 'True'));
}
const replicas = (0,rule/* ruleOf */.Y)('autoscaler-replicas', 'P6', subject => eachTarget(subject, (scaler, { title, object, manifest }) => {
    const { minReplicas = 1, maxReplicas = 1 } = specOf(scaler);
    const name = (0,assess_subject/* nameOfManifest */.yf)(scaler);
    if (minReplicas > maxReplicas)
        return (0,rule/* finding */.gk)(`${name} has a minReplicas of ${minReplicas} above its maxReplicas of ${maxReplicas}`, 'correct one of them', scaler, ['spec', 'maxReplicas']);
    if (minReplicas === maxReplicas)
        return (0,rule/* finding */.gk)(`${name} always keeps ${(0,count/* counted */.h)(maxReplicas, 'pod')}, because minReplicas equals maxReplicas`, 'raise maxReplicas to what the highest load needs', scaler, ['spec', 'maxReplicas']);
    const written = object.spec?.replicas;
    if (written === undefined || (written >= minReplicas && written <= maxReplicas))
        return undefined;
    return (0,rule/* finding */.gk)(`${title} sets ${written} replicas, outside the range of ${name}, ${minReplicas} to ${maxReplicas}`, 'remove `replicas`, or set it to minReplicas', manifest, ['spec', 'replicas']);
}, 'agrees with the replicas of its target'));
const autoscaler_requests = (0,rule/* ruleOf */.Y)('autoscaler-requests', 'P6', subject => eachTarget(subject, (scaler, { title, spec, manifest, path }) => {
    const given = defaultsIn(subject, 'defaultRequest');
    for (const { resource, only } of sharesOf(scaler)) {
        const lacking = (0,templates/* everyContainer */.bq)(spec).find(({ container: { name, resources: { requests, limits } = {} } }) => (only === undefined || only === name) &&
            ![given.has(resource), requests?.[resource], limits?.[resource]].some(Boolean));
        if (lacking !== undefined && podResources(spec).requests?.[resource] === undefined)
            return (0,rule/* finding */.gk)(`${(0,assess_subject/* nameOfManifest */.yf)(scaler)} compares the use of ${resource} with the request of ${title}, which container ${lacking.container.name} does not have`, `set resources.requests.${resource}, or use an averageValue`, manifest, [...path, ...lacking.path]);
    }
    return undefined;
}, 'measures what its target requests'));
function sharesOf(scaler) {
    const { metrics = [] } = specOf(scaler);
    if (metrics.length === 0)
        return [{ resource: 'cpu' }];
    return metrics.flatMap(({ resource, containerResource }) => [
        ...(resource?.target?.type === 'Utilization' ? [{ resource: resource.name }] : []),
        ...(containerResource?.target?.type === 'Utilization'
            ? [{ resource: containerResource.name, only: containerResource.container }]
            : []),
    ]);
}
const autoscalerRules = [missing, target, replicas, autoscaler_requests];

;// CONCATENATED MODULE: ./.build/js/src/assess/manifests/connections.js





const sslmode = (modes) => new RegExp(`(?:\\b|_|pg)ssl_?mode["']?\\s*[=:]\\s*["']?(?:${modes})\\b`, 'i');
const verified = 'set `sslmode=verify-full`, and turn TLS on in PostgreSQL';
const stores = [
    {
        plain: /\bredis:\/\//i,
        connects: 'connects to Redis without TLS',
        remedy: 'use `rediss://`, and turn TLS on in Redis',
    },
    {
        plain: sslmode('disable'),
        connects: 'connects to PostgreSQL without TLS',
        remedy: verified,
    },
    {
        plain: sslmode('allow|prefer'),
        connects: 'may connect to PostgreSQL in plaintext, by an sslmode that does not require TLS,',
        remedy: verified,
    },
    {
        plain: /\bpostgres(?:ql)?(?:\+\w+)?:\/\/(?![^\s"']*[?&]ssl)(?:[^\s/"']*@)?(?![^\s/"']*@)(?!%2f)[^\s/"'?]/i,
        connects: 'may connect to PostgreSQL in plaintext, by a URL without `sslmode`,',
        remedy: verified,
        unlessNamed: true,
    },
];
const namesMode = (name) => /ssl_?mode$/i.test(name);
const namesUrl = (name) => /(^|_)(DATABASE|DB|POSTGRES(QL)?|PG|REDIS|VALKEY|CACHE)_?(URL|URI|DSN)$/i.test(name);
const isExempt = /^\s*[#;]|(\/\/|@|\bhost=)(localhost|127\.|\[::1\])/i;
const plainIn = (text, names) => {
    const isNamed = names.some(namesMode);
    const chosen = stores.filter(({ unlessNamed }) => !(unlessNamed && isNamed));
    return text
        .split('\n')
        .flatMap(line => (isExempt.test(line) ? [] : chosen.filter(({ plain }) => plain.test(line))));
};
const namesIn = ({ env = [], envFrom }, manifests) => [
    ...env.map(({ name }) => String(name)),
    ...(0,map/* mapsIn */.nf)(envFrom).flatMap(({ configMapRef }) => (0,assess_subject/* ofKind */.CZ)(manifests, 'ConfigMap')
        .filter(({ name }) => `-${(0,map/* textMap */.sP)(configMapRef).name}-`.includes(`-${name}-`))
        .flatMap(({ object }) => Object.keys((0,map/* textMap */.sP)(object.data)))),
];
const connectionPlain = (0,rule/* ruleOf */.Y)('connection-plain', 'S8', subject => [
    ...(0,assess_subject/* ofKind */.CZ)(subject.manifests, 'ConfigMap').flatMap((manifest) => {
        const data = (0,map/* textMap */.sP)(manifest.object.data);
        return Object.entries(data).flatMap(([key, text]) => plainIn(text.includes('\n') ? text : `${key}=${text}`, Object.keys(data))
            .slice(0, 1)
            .map(({ connects, remedy }) => (0,rule/* finding */.gk)(`${(0,assess_subject/* nameOfManifest */.yf)(manifest)} ${connects} in ${key}`, remedy, manifest, ['data', key])));
    }),
    ...subject.workloads.flatMap(({ title, spec }) => (0,templates/* allContainers */.Yr)(spec)
        .flatMap(({ container }) => container.env ?? [])
        .filter(({ name, valueFrom }) => valueFrom?.secretKeyRef !== undefined && namesUrl(String(name)))
        .slice(0, 1)
        .map(({ name }) => (0,judgement/* found */.F9)('unknown', `${title} takes ${name} from a Secret, so its manifest does not say whether it uses TLS`, {
        object: title,
        remedy: 'keep only the password in the Secret, and write the URL with `$(PASSWORD)`, such as `postgres://shop:$(PASSWORD)@db/shop?sslmode=verify-full`',
    }))),
    ...(0,templates/* overPods */.Di)(templates/* everyWorkload */.Ld, {
        good: 'configure no connection to Redis or PostgreSQL without TLS',
        findings: (spec, _, { manifests }) => (0,templates/* allContainers */.Yr)(spec).flatMap(({ container, path }) => {
            const { env = [], command = [], args = [] } = container;
            const names = namesIn(container, manifests);
            return [
                ...env.flatMap(({ name, value }, index) => plainIn(`${name}=${value ?? ''}`, names).map(({ connects, remedy }) => (0,templates/* podFinding */.tu)(`${connects} in the variable ${name}`, remedy, [...path, 'env', index]))),
                ...Object.entries({ command, args }).flatMap(([key, words]) => words.flatMap((word, index) => plainIn(String(word), names).map(({ connects, remedy }) => (0,templates/* podFinding */.tu)(`${connects} in its ${key}`, remedy, [...path, key, index])))),
            ];
        }),
    })(subject),
]);
const connectionRules = [connectionPlain];

// EXTERNAL MODULE: ./.build/js/src/cluster/labels.js
var cluster_labels = __webpack_require__(75181);
;// CONCATENATED MODULE: ./.build/js/src/assess/manifests/disruption.js




const needsBudget = ({ serves, object, least }) => serves && object.kind !== 'DaemonSet' && least > 1;
const disruption_specOf = ({ object }) => (object.spec ?? {});
const budgetsOf = ({ manifests }, { labels }) => (0,assess_subject/* ofKind */.CZ)(manifests, 'PodDisruptionBudget').filter(each => (0,cluster_labels/* selectorMatches */.de)(disruption_specOf(each).selector, labels));
const budget = (0,rule/* ruleOf */.Y)('disruption-budget', 'H1', subject => {
    const chosen = subject.workloads.filter(needsBudget);
    const { pods, budgets } = subject.live;
    const idle = (0,assess_subject/* ofKind */.CZ)(subject.manifests, 'PodDisruptionBudget').filter(each => {
        const chooses = (labels = {}) => (0,cluster_labels/* selectorMatches */.de)(disruption_specOf(each).selector, labels);
        const { matchLabels } = (disruption_specOf(each).selector ?? {});
        const others = pods.known
            ? pods.value.some(({ metadata }) => chooses(metadata?.labels))
            : (0,assess_subject/* mayCreate */.i1)(subject.manifests, matchLabels);
        return !others && !subject.workloads.some(({ labels }) => chooses(labels));
    });
    const judged = chosen.map(workload => {
        const { title, manifest } = workload;
        const [found] = budgetsOf(subject, workload);
        if (found === undefined) {
            const other = (budgets.known ? budgets.value : []).find(({ spec }) => (0,cluster_labels/* selectorMatches */.de)(spec?.selector, workload.labels))?.metadata?.name;
            return (0,rule/* finding */.gk)(other === undefined
                ? `a node drain may evict all pods of ${title} at once, because it has no PodDisruptionBudget`
                : `PodDisruptionBudget/${other}, which protects ${title} in node drains, is only in the cluster, not in the manifests`, 'add one with `maxUnavailable: 1`', manifest);
        }
        const live = liveBudget(subject, found);
        if (!live.known)
            return (0,judgement/* unknown */.L5)(live.why, title);
        return live.value === undefined
            ? (0,judgement/* unknown */.L5)(`${(0,assess_subject/* nameOfManifest */.yf)(found)} is not in the cluster yet`, title)
            : (0,rule/* met */.BG)(`${(0,assess_subject/* nameOfManifest */.yf)(found)} protects ${title} in node drains`, title, [live], title);
    });
    return [
        ...(judged.length === 0 && idle.length === 0
            ? [(0,judgement/* notApplicable */.hH)('no workload with several pods gets traffic')]
            : judged),
        ...idle.map(each => (0,rule/* finding */.gk)(`${(0,assess_subject/* nameOfManifest */.yf)(each)} selects no workload of the manifests`, 'make its selector match the labels of the pods', each, ['spec', 'selector'])),
    ];
});
const blocked = (0,rule/* ruleOf */.Y)('disruption-blocked', 'H1', subject => {
    const last = subject.workloads.filter(each => templates/* longRunning */.E0.has(each, subject) && each.object.kind !== 'DaemonSet');
    const pairs = (0,assess_subject/* ofKind */.CZ)(subject.manifests, 'PodDisruptionBudget').flatMap(found => {
        const limited = last.filter(({ labels }) => (0,cluster_labels/* selectorMatches */.de)(disruption_specOf(found).selector, labels));
        return limited.length === 0 ? [] : [{ limited, found }];
    });
    return (0,rule/* overEach */.SH)(pairs, 'no PodDisruptionBudget of a workload is in the manifests', ({ limited, found }) => judgeBudget(subject, limited, found));
});
function judgeBudget(subject, limited, found) {
    const title = limited.map(each => each.title).join(' and ');
    const least = limited.reduce((sum, each) => sum + each.least, 0);
    const { minAvailable, maxUnavailable } = disruption_specOf(found);
    const name = (0,assess_subject/* nameOfManifest */.yf)(found);
    const kept = minAvailable === undefined ? undefined : podsIn(minAvailable, least);
    const lost = maxUnavailable === undefined ? undefined : podsIn(maxUnavailable, least);
    if ((kept !== undefined && least > 0 && kept >= least) || lost === 0)
        return (0,rule/* finding */.gk)(`${name} never allows the eviction of a pod of ${title} when it has ${least}, so a node that runs one cannot be drained`, 'replace the limit with `maxUnavailable: 1`', found, ['spec', minAvailable === undefined ? 'maxUnavailable' : 'minAvailable']);
    const live = liveBudget(subject, found);
    if (!live.known)
        return (0,judgement/* unknown */.L5)(live.why, name);
    const { disruptionsAllowed, currentHealthy } = (live.value?.status ?? {});
    if (disruptionsAllowed === undefined)
        return (0,judgement/* unknown */.L5)(`${name} has no status in the cluster yet`, name);
    return disruptionsAllowed === 0
        ? (0,rule/* liveFinding */.Ih)(`${name} allows no eviction of a pod of ${title} now, with ${currentHealthy ?? 0} healthy`, 'find out with `kubectl describe pod` why pods are not ready, or lower the limit', name, live)
        : (0,rule/* met */.BG)(`${name} allows ${disruptionsAllowed} evictions of pods of ${title} now`, name, [live], name);
}
function podsIn(value, all) {
    if (typeof value === 'number')
        return value;
    const percent = /^(\d+)%$/.exec(value)?.[1];
    return percent === undefined ? Number.NaN : Math.ceil((Number(percent) * all) / 100);
}
function liveBudget({ live: { budgets } }, { name }) {
    if (!budgets.known)
        return budgets;
    const value = budgets.value.find(({ metadata }) => metadata?.name === name);
    return { ...budgets, value };
}
const disruptionRules = [budget, blocked];

// EXTERNAL MODULE: ./.build/js/src/workloads/update-limits.js
var update_limits = __webpack_require__(620);
;// CONCATENATED MODULE: ./.build/js/src/assess/manifests/graceful-shutdown.js




const preStopHook = (0,templates/* podRule */.KJ)('pre-stop-hook', 'H6', templates/* scaling */.AQ, {
    good: 'wait before they stop',
    findings: spec => (0,templates/* servingContainers */.vM)(spec)
        .filter(({ container }) => container.lifecycle?.preStop === undefined || pauseOf(container) === 0)
        .map(({ container, path }) => (0,templates/* podFinding */.tu)(`stops container ${container.name} while load balancers still send requests to it, because it has no preStop hook that waits`, 'add `lifecycle: {preStop: {sleep: {seconds: 5}}}`', path)),
});
const terminationGracePeriod = (0,templates/* podRule */.KJ)('termination-grace-period', 'H6', templates/* serving */.fO, {
    good: 'have time to shut down',
    findings: (spec) => {
        const { terminationGracePeriodSeconds: grace = 30 } = spec;
        return (0,templates/* everyContainer */.bq)(spec).flatMap(({ container, path }) => {
            const pause = pauseOf(container);
            if (pause === undefined ? grace > 0 : pause < grace)
                return [];
            return [
                (0,templates/* podFinding */.tu)(pause === undefined
                    ? `kills container ${container.name} at once, because terminationGracePeriodSeconds is 0`
                    : `kills container ${container.name} 2 s after SIGTERM: its preStop hook takes ${pause} s, and terminationGracePeriodSeconds is ${grace}`, `set terminationGracePeriodSeconds to at least ${(pause ?? 0) + 15}`, pause === undefined ? ['terminationGracePeriodSeconds'] : [...path, 'lifecycle']),
            ];
        });
    },
});
function pauseOf({ lifecycle }) {
    const { sleep, exec } = lifecycle?.preStop ?? {};
    if (sleep !== undefined)
        return sleep.seconds;
    const pauses = (exec?.command ?? [])
        .join(' ')
        .matchAll(/(?:^|[\s;&/])sleep\s+(\d+(?:\.\d+)?)(?=s?(?:[\s;&|)"']|$))/g);
    const seconds = [...pauses].map(([, written]) => Number(written));
    return seconds.length === 0 ? undefined : seconds.reduce((sum, each) => sum + each);
}
const updateDowntime = (0,rule/* ruleOf */.Y)('update-downtime', 'C10', (0,templates/* overWorkloads */.xZ)({ has: each => each.scales && each.object.kind === 'Deployment', none: 'no Deployment gets traffic' }, judgeUpdate));
function judgeUpdate({ title, manifest, object, least, spec }, { live, manifests }) {
    const pvc = (0,assess_subject/* pvcOfOneNode */.FF)(spec, { manifests });
    const remedy = pvc === undefined
        ? 'set `strategy` to RollingUpdate with `maxUnavailable: 0` or 1'
        : `move the files of PersistentVolumeClaim/${pvc}, which only one node at a time can mount, to a bucket or a ReadWriteMany volume, or accept this finding with an exception`;
    const problem = downtimeOf(object, least);
    if (problem !== undefined)
        return (0,rule/* finding */.gk)(`${title} ${problem}`, remedy, manifest, ['spec', 'strategy']);
    const { deployments } = live;
    if (!deployments.known)
        return (0,judgement/* unknown */.L5)(deployments.why, title);
    const found = deployments.value.find(({ metadata }) => metadata?.name === manifest.name);
    if (found === undefined)
        return (0,judgement/* unknown */.L5)(`${title} is not in the cluster yet`, title);
    const now = downtimeOf(found, found.spec?.replicas ?? 1);
    return now === undefined
        ? (0,rule/* met */.BG)(`${title} keeps pods for requests during an update`, title, [deployments], title)
        : (0,rule/* liveFinding */.Ih)(`${title} in the cluster ${now}`, 'release the manifests', title, deployments);
}
function downtimeOf(object, replicas) {
    if (replicas === 0)
        return undefined;
    const { type, maxUnavailable } = (0,update_limits/* limitsOf */.A)(object, replicas);
    if (type === 'Recreate')
        return 'stops all old pods before an update starts the first new one (Recreate)';
    return maxUnavailable >= replicas
        ? `may lose ${replicas === 1 ? 'its only pod' : `all of its ${replicas} pods`} in an update (maxUnavailable)`
        : undefined;
}
const terminationRules = [preStopHook, terminationGracePeriod, updateDowntime];

// EXTERNAL MODULE: ./.build/js/src/workloads/kinds.js
var kinds = __webpack_require__(17103);
;// CONCATENATED MODULE: ./.build/js/src/assess/manifests/images.js


const moving = /^\D*$/;
const floating = (0,templates/* podRule */.KJ)('image-floating', 'I10', templates/* everyWorkload */.Ld, {
    good: 'run images that do not change',
    findings: (spec, workload, { released }) => ['initContainers', 'containers'].flatMap(list => (spec[list] ?? []).flatMap(({ name, image = '' }, index) => {
        if (spec === workload.spec && released.includes((0,kinds/* repositoryOf */._M)(image)))
            return [];
        const tag = tagOf(image);
        return (0,templates/* podFindingIf */.Wj)(image !== '' && !image.includes('@') && (tag === undefined || moving.test(tag)), `runs an image in container ${name} that may change at any time: ${tag === undefined ? 'it has no tag' : `the tag ${tag} moves`}`, 'use a version tag, or better a digest', [list, index, 'image']);
    })),
});
function tagOf(image) {
    const rest = image.slice((0,kinds/* repositoryOf */._M)(image).length);
    return rest.startsWith(':') ? rest.slice(1) : undefined;
}
const floatingRules = [floating];

;// CONCATENATED MODULE: ./.build/js/src/assess/manifests/network.js





const policy = (0,rule/* ruleOf */.Y)('network-policy', 'S6', (0,templates/* overWorkloads */.xZ)(templates/* longRunning */.E0, judgeOne));
function judgeOne({ title, labels }, { live, manifests }) {
    const { networkPolicies } = live;
    if (!networkPolicies.known)
        return (0,judgement/* unknown */.L5)(networkPolicies.why, title);
    const about = (all) => all.map(limitsOf).filter(each => each.selects(labels));
    const found = about(networkPolicies.value);
    const open = found.find(each => each.allowsAll);
    if (open !== undefined)
        return (0,rule/* liveFinding */.Ih)(`NetworkPolicy/${open.name} allows every pod or address to connect to all ports of ${title}`, 'allow only the peers and ports that the application needs', title, networkPolicies);
    if (found.length > 0)
        return (0,rule/* met */.BG)(`a NetworkPolicy limits the connections to ${title}`, title, [networkPolicies], title);
    const [written] = about((0,assess_subject/* ofKind */.CZ)(manifests, 'NetworkPolicy').map(({ object }) => object));
    return written === undefined
        ? (0,rule/* liveFinding */.Ih)(`no NetworkPolicy limits the connections to the pods of ${title}, so every pod of the cluster may connect to them`, 'add one that allows only the connections that the application needs', title, networkPolicies)
        : (0,judgement/* unknown */.L5)(`NetworkPolicy/${written.name} is not in the cluster yet`, title);
}
function limitsOf({ metadata, spec }) {
    const { podSelector = {}, policyTypes = ['Ingress'], ingress } = (spec ?? {});
    const isEmpty = (list) => list === undefined || list === null || (Array.isArray(list) && list.length === 0);
    return {
        name: metadata?.name,
        selects: (labels) => (0,map/* textsIn */.Ej)(policyTypes).includes('Ingress') && (0,cluster_labels/* selectorMatches */.de)(podSelector, labels),
        allowsAll: (0,map/* mapsIn */.nf)(ingress).some(({ from, ports }) => isEmpty(ports) && (isEmpty(from) || (0,map/* mapsIn */.nf)(from).some(isEveryone))),
    };
}
function isEveryone({ namespaceSelector, podSelector = {}, ipBlock }) {
    const isAll = (selector) => (0,map/* isMap */.jh)(selector) && Object.values(selector).every(part => Object.keys(part ?? {}).length === 0);
    return (0,map/* isMap */.jh)(ipBlock)
        ? ipBlock.except === undefined && String(ipBlock.cidr).endsWith('/0')
        : isAll(namespaceSelector) && isAll(podSelector);
}
const networkRules = [policy];

;// CONCATENATED MODULE: ./.build/js/src/assess/manifests/probes.js



const probes_kinds = ['startupProbe', 'readinessProbe', 'livenessProbe'];
const perContainer = (find) => (spec) => (0,templates/* servingContainers */.vM)(spec).flatMap(({ container, path }) => find(container).map(found => ({ ...found, path: [...path, ...found.path] })));
const readiness = (0,templates/* podRule */.KJ)('probe-readiness', 'H4', templates/* serving */.fO, {
    good: 'report when they are ready',
    findings: perContainer(({ name, readinessProbe }) => (0,templates/* podFindingIf */.Wj)(readinessProbe === undefined, `gets traffic in container ${name} as soon as it starts, because it has no readinessProbe`, 'add a readinessProbe that succeeds once the application can answer')),
});
const liveness = (0,templates/* podRule */.KJ)('probe-liveness', 'H5', templates/* serving */.fO, {
    good: 'are restarted when they hang',
    findings: perContainer(({ name, livenessProbe }) => (0,templates/* podFindingIf */.Wj)(livenessProbe === undefined, `is not restarted when container ${name} hangs, because it has no livenessProbe`, 'add a livenessProbe that checks only the process')),
});
const same = (0,templates/* podRule */.KJ)('probe-same', 'H4', templates/* serving */.fO, {
    good: 'have a livenessProbe that differs from the readinessProbe',
    findings: perContainer(({ name, readinessProbe, livenessProbe }) => {
        if (readinessProbe === undefined || livenessProbe === undefined)
            return [];
        if (livenessProbe.tcpSocket !== undefined)
            return [];
        if (handlerOf(readinessProbe) !== handlerOf(livenessProbe))
            return [];
        const about = [livenessProbe.httpGet?.path, livenessProbe.grpc?.service].join(' ');
        if (/ready|readiness/i.test(about))
            return [
                (0,templates/* podFinding */.tu)(`also uses the readiness endpoint of container ${name} in its livenessProbe, so a failed dependency restarts it`, 'make the livenessProbe check only the process', ['livenessProbe']),
            ];
        return (0,templates/* podFindingIf */.Wj)(patienceOf(livenessProbe) <= patienceOf(readinessProbe), `has the same readinessProbe and livenessProbe in container ${name}, with the same timing: if the answer depends on another service, a failure of that service restarts it`, 'make the livenessProbe check only the process, or raise its failureThreshold', ['livenessProbe'], 'info');
    }),
});
const handlerOf = ({ httpGet, tcpSocket, exec, grpc }) => JSON.stringify([httpGet?.path, httpGet?.port, tcpSocket?.port, exec?.command, grpc?.port, grpc?.service]);
const port = (0,templates/* podRule */.KJ)('probe-port', 'H4', templates/* serving */.fO, {
    good: 'are probed on ports that their containers have',
    findings: perContainer(container => probes_kinds.flatMap(kind => {
        const probe = container[kind];
        const asked = probe?.httpGet?.port ?? probe?.tcpSocket?.port;
        return (0,templates/* podFindingIf */.Wj)(typeof asked === 'string' && !container.ports?.some(({ name }) => name === asked), `has a ${kind} on port ${asked}, which container ${container.name} does not have, so it always fails`, 'use one of the ports of the container', [kind]);
    })),
});
const times = (0,templates/* podRule */.KJ)('probe-timing', 'H4', templates/* serving */.fO, {
    good: 'are probed at sensible intervals',
    findings: perContainer(container => [
        ...probes_kinds.flatMap(kind => {
            const { timeoutSeconds = 1, periodSeconds = 10 } = container[kind] ?? {};
            return (0,templates/* podFindingIf */.Wj)(timeoutSeconds > 2 * periodSeconds, `has a ${kind} with a timeoutSeconds of ${timeoutSeconds}, much longer than its periodSeconds of ${periodSeconds}`, 'make timeoutSeconds shorter than periodSeconds', [kind]);
        }),
        ...livenessLacks(container),
    ]),
});
function livenessLacks({ livenessProbe, readinessProbe }) {
    if (livenessProbe === undefined)
        return [];
    const path = ['livenessProbe'];
    if (livenessProbe.failureThreshold === 1)
        return [
            (0,templates/* podFinding */.tu)('is restarted after one failed livenessProbe', 'set failureThreshold to 3, so that a short pause does not restart it', path),
        ];
    if (readinessProbe === undefined)
        return [];
    const [restarted, silent] = [livenessProbe, readinessProbe].map(patienceOf);
    return (0,templates/* podFindingIf */.Wj)(restarted < silent, `is restarted after ${restarted} s, before it stops getting requests after ${silent} s`, 'make the livenessProbe fail later than the readinessProbe', path);
}
const patienceOf = ({ periodSeconds = 10, failureThreshold = 3 }) => periodSeconds * failureThreshold;
const startup = (0,rule/* ruleOf */.Y)('probe-startup', 'H4', (0,templates/* overWorkloads */.xZ)(templates/* serving */.fO, judgeStart));
const margin = 2;
function judgeStart({ title, manifest, spec, path, pods }) {
    const judged = (0,templates/* servingContainers */.vM)(spec).flatMap(({ container, path: within }) => {
        const { name, startupProbe, livenessProbe } = container;
        const at = [...path, ...within, startupProbe === undefined ? 'livenessProbe' : 'startupProbe'];
        const probe = startupProbe ?? livenessProbe;
        if (probe === undefined)
            return [];
        if (!(0,map/* isMap */.jh)(probe))
            return [(0,judgement/* unknown */.L5)(`the probes of ${title} cannot be read`, title)];
        const budget = (probe.initialDelaySeconds ?? 0) + patienceOf(probe);
        if (startupProbe === undefined && (livenessProbe?.initialDelaySeconds ?? 0) > 30)
            return [
                (0,rule/* finding */.gk)(`${title} has no liveness check in container ${name} for ${livenessProbe?.initialDelaySeconds} s after each start`, 'replace initialDelaySeconds with a startupProbe, which ends as soon as the application has started', manifest, at),
            ];
        if (!pods.known)
            return [(0,judgement/* unknown */.L5)(pods.why, title)];
        const observed = startOf(pods.value, name, budget) ??
            startOf(pods.value, name, budget, 'restarted') ??
            startOf(pods.value, name);
        if (observed === undefined)
            return [(0,judgement/* unknown */.L5)(`no start of ${title} was observed`, title)];
        if (observed > budget)
            return [
                (0,judgement/* unknown */.L5)(`${title} was ready ${observed} s after its start, although a probe restarts it after ${budget} s: the probe succeeded earlier, and the cluster does not show when`, title),
            ];
        const said = `${title} was ready ${observed} s after its start, and may take ${budget} s`;
        return budget < margin * observed
            ? [
                {
                    ...(0,rule/* finding */.gk)(`${said}; a slower start ends in a restart`, `give a startupProbe at least ${margin * observed} s (periodSeconds × failureThreshold)`, manifest, at),
                    evidence: [{ asked: pods.asked, of: title, at: pods.at }],
                },
            ]
            : [(0,rule/* met */.BG)(said, title, [pods], title)];
    });
    return judged.length > 0 ? judged : [(0,judgement/* notApplicable */.hH)(`no probe restarts ${title}`)];
}
function startOf(pods, container, longest = longestStart, which = 'first') {
    const spans = pods.flatMap(({ status }) => {
        const found = status?.containerStatuses?.find(({ name }) => name === container);
        const ready = status?.conditions?.find(({ type, status: is }) => type === 'Ready' && is === 'True');
        const started = found?.state?.running?.startedAt;
        if (found === undefined || started === undefined || ready?.lastTransitionTime === undefined)
            return [];
        if ((found.restartCount === 0) !== (which === 'first'))
            return [];
        const span = (Date.parse(ready.lastTransitionTime) - Date.parse(started)) / 1000;
        return Number.isFinite(span) && span >= 0 && span <= longest ? [span] : [];
    });
    return spans.sort((a, b) => a - b)[Math.floor(spans.length / 2)];
}
const longestStart = 1800;
const probeRules = [readiness, liveness, same, port, times, startup];

// EXTERNAL MODULE: ./.build/js/src/release/preflight/capacity.js
var capacity = __webpack_require__(88795);
;// CONCATENATED MODULE: ./.build/js/src/assess/manifests/quotas.js







const ofPods = /^((requests|limits)\.)?(cpu|memory)$|^(count\/)?pods$/;
function ofNamespace({ namespace, live, manifests }, part, [kind, does], effect, fits) {
    const found = live[part];
    const title = `Namespace/${namespace}`;
    if (!found.known)
        return [(0,judgement/* unknown */.L5)(found.why, title)];
    const fitting = found.value.filter(each => fits(each)).length;
    if (fitting > 0)
        return [(0,rule/* met */.BG)(`${title} has ${(0,count/* counted */.h)(fitting, kind)}`, title, [found], title)];
    if (found.value.length > 0)
        return [(0,rule/* liveFinding */.Ih)(`no ${kind} of ${title} ${does}, so ${effect}`, `correct the ${kind}`, title, found)];
    const [written] = (0,assess_subject/* ofKind */.CZ)(manifests, kind);
    return [
        written === undefined
            ? (0,rule/* liveFinding */.Ih)(`${title} has no ${kind}, so ${effect}`, `add a ${kind}`, title, found)
            : (0,judgement/* unknown */.L5)(`${(0,assess_subject/* nameOfManifest */.yf)(written)} is not in the cluster yet`, title),
    ];
}
const quota = (0,rule/* ruleOf */.Y)('namespace-quota', 'P5', subject => ofNamespace(subject, 'quotas', ['ResourceQuota', 'limits pods'], 'it may use the whole cluster', ({ spec, status }) => Object.keys({ ...spec?.hard, ...status?.hard }).some(key => ofPods.test(key))));
const limits = (0,rule/* ruleOf */.Y)('namespace-limits', 'P5', subject => ofNamespace(subject, 'limitRanges', ['LimitRange', 'sets defaults'], 'pods without limits get no defaults', ({ spec }) => (0,map/* mapsIn */.nf)(spec?.limits).some(({ default: usual, defaultRequest }) => [usual, defaultRequest].some(each => (0,map/* isMap */.jh)(each) && Object.keys(each).length > 0))));
const peak = (0,rule/* ruleOf */.Y)('quota-peak', 'P5', ({ workloads, live, namespace }) => {
    const { quotas, deployments } = live;
    const title = `Namespace/${namespace}`;
    if (!quotas.known)
        return [(0,judgement/* unknown */.L5)(quotas.why, title)];
    if (!deployments.known)
        return [(0,judgement/* unknown */.L5)(deployments.why, title)];
    if (quotas.value.length === 0)
        return [(0,judgement/* notApplicable */.hH)(`${title} has no ResourceQuota`)];
    const parts = workloads
        .filter(({ object }) => object.kind === 'Deployment')
        .map(({ object, spec, least }) => {
        const found = deployments.value.find(each => (0,kinds/* isOf */.yW)((0,kinds/* refOf */.H8)(object), { ...each, kind: 'Deployment' }));
        const running = found === undefined ? 0 : (0,kinds/* replicasOf */.N4)({ ...found, kind: 'Deployment' });
        return { spec, pods: (0,update_limits/* limitsOf */.A)(object, Math.max(least, running)).peak - running };
    });
    const short = (0,capacity/* quotaShortfalls */.bu)([...quotas.value], parts);
    return short.length === 0
        ? [(0,rule/* met */.BG)(`the quota of ${title} has room for an update`, title, [quotas, deployments], title)]
        : short.map(what => (0,rule/* liveFinding */.Ih)(what, 'raise the quota, or lower maxSurge', title, quotas));
});
const quotaRules = [quota, limits, peak];

// EXTERNAL MODULE: ./.build/js/src/assess/variables.js
var assess_variables = __webpack_require__(82621);
;// CONCATENATED MODULE: ./.build/js/src/assess/manifests/secrets.js





const variablesOf = ({ container: { env = [] }, path }) => env.map((variable, index) => ({ ...variable, name: String(variable.name), path: [...path, 'env', index] }));
const high = (0,rule/* ruleOf */.Y)('variable-high', 'K7', subject => {
    const inConfigMaps = (0,assess_subject/* ofKind */.CZ)(subject.manifests, 'ConfigMap').flatMap(each => configMapJudged(each, subject));
    const inPods = (0,templates/* overPods */.Di)(templates/* everyWorkload */.Ld, {
        good: 'have no secret in plain variables',
        findings: (spec, _, { variables }) => (0,templates/* allContainers */.Yr)(spec).flatMap(each => [
            ...variablesOf(each).flatMap(({ name, value, valueFrom, path }) => {
                const found = value === undefined ? undefined : (0,assess_variables/* secretIn */.u7)(name, String(value), variables);
                if (found !== undefined)
                    return [(0,templates/* podFinding */.tu)(`has ${found} in the variable ${name}`, homes, path)];
                return (0,templates/* podFindingIf */.Wj)(valueFrom?.configMapKeyRef !== undefined && (0,assess_variables/* classOf */.Kl)(name, variables) === 'high', `takes the variable ${name} of class high from a ConfigMap`, homes, path);
            }),
            ...['command', 'args'].flatMap(key => (each.container[key] ?? []).flatMap((word, index, words) => {
                const found = secretInWord(String(word), String(words[index - 1] ?? ''), variables);
                return (0,templates/* podFindingIf */.Wj)(found !== undefined, `has ${found} in its ${key}`, homes, [
                    ...each.path,
                    key,
                    index,
                ]);
            })),
        ]),
    })(subject);
    return [...inConfigMaps, ...inPods];
});
function secretInWord(word, before, variables) {
    const [, named, value] = /^--?([\w.-]+)=(.*)$/s.exec(word) ?? [];
    const [, asked = ''] = /^--([\w.-]+)$/.exec(before) ?? [];
    return (0,assess_variables/* secretIn */.u7)(named ?? (word.startsWith('-') ? '' : asked), value ?? word, variables);
}
const homes = 'revoke it, keep the new one in a Secret that an ExternalSecret, a SealedSecret or SOPS creates, and reference it with secretKeyRef; a URL can name it as `$(PASSWORD)`';
function configMapJudged(manifest, { variables }) {
    return Object.entries((0,map/* textMap */.sP)(manifest.object.data)).flatMap(([key, value]) => {
        const isFile = key.includes('.') || value.trim().includes('\n');
        const found = isFile ? secretInFile(value, variables) : (0,assess_variables/* secretIn */.u7)(key, value, variables);
        if (found === undefined)
            return [];
        return [(0,rule/* finding */.gk)(`${(0,assess_subject/* nameOfManifest */.yf)(manifest)} has ${found} in ${key}`, homes, manifest, ['data', key])];
    });
}
function secretInFile(text, variables) {
    const lines = text.matchAll(/^[ \t]*["']?(?:[\w-]{1,60}\.){0,9}([\w-]{1,60})["']?[ \t]*[=:][ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'{[|>&*!%]\S*))[ \t]*,?[ \t]*$/gm);
    const found = [...lines].map(([, name = '', double, single, bare]) => /[()]/.test(bare ?? '') ? undefined : (0,assess_variables/* secretIn */.u7)(name, double ?? single ?? bare ?? '', variables));
    return (0,assess_variables/* secretIn */.u7)('', text, variables) ?? found.find(each => each !== undefined);
}
const medium = (0,rule/* ruleOf */.Y)('variable-medium', 'K7', subject => isProduction(subject.environment)
    ? [
        ...(0,templates/* overPods */.Di)(templates/* everyWorkload */.Ld, {
            good: 'have their debug settings off',
            findings: (spec, _, { variables }) => (0,templates/* allContainers */.Yr)(spec)
                .flatMap(variablesOf)
                .flatMap(({ name, value, path }) => (0,templates/* podFindingIf */.Wj)(isOn(value) && (0,assess_variables/* classOf */.Kl)(name, variables) === 'medium', `turns on ${name} in production`, off, path)),
        })(subject),
        ...(0,assess_subject/* ofKind */.CZ)(subject.manifests, 'ConfigMap').flatMap(each => Object.entries((0,map/* textMap */.sP)(each.object.data)).flatMap(([key, value]) => isOn(value) && (0,assess_variables/* classOf */.Kl)(key, subject.variables) === 'medium'
            ? [(0,rule/* finding */.gk)(`${(0,assess_subject/* nameOfManifest */.yf)(each)} turns on ${key} in production`, off, each, ['data', key])]
            : [])),
    ]
    : [(0,judgement/* notApplicable */.hH)(`${subject.environment} is not called production`)]);
const isProduction = (name) => /(^|[-_.])(prd|prod|production|live)\d*([-_.]|$)/i.test(name) &&
    !/(^|[-_.])(pre|non)[-_.]?(prd|prod)/i.test(name);
const off = 'turn it off, or set it only in other environments';
const isOn = (value) => /^(1|true|yes|on|\*)$/i.test(String(value ?? '').trim());
const low = (0,templates/* podRule */.KJ)('variable-low', 'K7', templates/* everyWorkload */.Ld, {
    good: 'keep plain settings out of Secrets',
    findings: (spec, _, { variables }) => (0,templates/* allContainers */.Yr)(spec)
        .flatMap(variablesOf)
        .flatMap(({ name, valueFrom, path }) => (0,templates/* podFindingIf */.Wj)(valueFrom?.secretKeyRef !== undefined && isSetting(name, variables), `takes the setting ${name} from a Secret, which hides its changes`, 'move it to a ConfigMap', path)),
});
const isSetting = (name, variables) => !/_(HOST|PORT)$/i.test(name) && (0,assess_variables/* classOf */.Kl)(name, variables) === 'low';
const isEncrypted = ({ object }) => (0,map/* isMap */.jh)(object.sops);
const plain = (0,rule/* ruleOf */.Y)('secret-plain', 'K8', ({ manifests, variables }) => {
    const found = (0,assess_subject/* ofKind */.CZ)(manifests, 'Secret')
        .filter(each => !isEncrypted(each))
        .flatMap(manifest => {
        const keys = secretKeys(manifest, variables);
        const [first] = keys;
        if (first === undefined)
            return [];
        const said = `${(0,assess_subject/* nameOfManifest */.yf)(manifest)} has ${keys.length === 1 ? 'a value' : `${keys.length} values`}`;
        return isOfChart(manifest)
            ? [{ ...(0,rule/* finding */.gk)(`${said} from a chart`, ofChart, manifest, first), level: 'warning' }]
            : [(0,rule/* finding */.gk)(`${said} that anyone with the repository can read`, homes, manifest, first)];
    });
    return found.length > 0 ? found : [(0,judgement/* notApplicable */.hH)('no Secret with values is in the manifests')];
});
const isOfChart = ({ source }) => source.includes('/templates/');
const ofChart = 'name an existing Secret in the values of the chart, and create that Secret with an ExternalSecret or SOPS';
const isCertificate = (value) => value.trimStart().startsWith('-----BEGIN CERTIFICATE-----') && !value.includes('PRIVATE KEY');
const isPublicPart = (key) => /(^|[-_.])(user(name)?|host(name)?|port|database|db-?name)$/i.test(key);
function secretKeys(manifest, variables) {
    const { object } = manifest;
    const decoded = (text) => Buffer.from(text, 'base64').toString('utf8');
    return [
        ...Object.entries((0,map/* textMap */.sP)(object.data)).map(([key, value]) => [key, decoded(value), 'data']),
        ...Object.entries((0,map/* textMap */.sP)(object.stringData)).map(([key, value]) => [key, value, 'stringData']),
    ].flatMap(([key, value, part]) => {
        const works = isOfChart(manifest) && value !== '' && (0,assess_variables/* classOf */.Kl)(key, variables) === 'high';
        const isSecret = (0,assess_variables/* secretIn */.u7)('', value, variables) !== undefined ||
            !(((0,assess_variables/* isHarmless */.EW)(value) && !works) || isCertificate(value) || isPublicPart(key));
        return isSecret && (0,assess_variables/* classOf */.Kl)(key, variables) !== 'low' ? [[part, key]] : [];
    });
}
const sops = (0,rule/* ruleOf */.Y)('secret-sops', 'K8', ({ manifests, now }) => (0,rule/* overEach */.SH)(manifests.filter(isEncrypted), 'no manifest is encrypted with SOPS', manifest => {
    const name = (0,assess_subject/* nameOfManifest */.yf)(manifest);
    const flaws = sopsFlaws(manifest);
    const read = { known: true, value: 0, asked: 'the manifest', at: now };
    return flaws.length > 0
        ? flaws.map(({ what, remedy, path }) => (0,rule/* finding */.gk)(`${name} ${what}`, remedy, manifest, path))
        : (0,rule/* met */.BG)(`${name} is encrypted`, name, [read], name);
}));
function sopsFlaws({ object }) {
    const settings = (0,map/* textMap */.sP)(object.sops);
    const limits = ['encrypted', 'unencrypted'].flatMap(each => ['regex', 'suffix', 'comment_regex'].map(kind => `${each}_${kind}`));
    const flaw = (wrong, what, path = ['sops']) => (0,templates/* podFindingIf */.Wj)(wrong, what, 'encrypt the file again with `sops --encrypt`', path);
    return [
        ...flaw(!settings.mac, 'has no mac, so changes to it cannot be detected'),
        ...flaw(!limits.some(key => key in settings), 'has no encrypted_regex, so SOPS does not say which fields it encrypts'),
        ...['data', 'stringData'].flatMap(part => Object.entries((0,map/* textMap */.sP)(object[part])).flatMap(([key, value]) => flaw(value !== '' && !/^ENC\[[A-Z0-9_]+,/.test(value), `has ${key} in plain text, although SOPS should encrypt it`, [part, key]))),
    ];
}
const secretRules = [high, medium, low, plain, sops];

;// CONCATENATED MODULE: ./.build/js/src/assess/manifests/validity.js






const controllers = ['Deployment', 'StatefulSet', 'DaemonSet'];
const workload = (0,rule/* ruleOf */.Y)('workload-invalid', 'H8', subject => (0,rule/* overEach */.SH)((0,assess_subject/* ofKind */.CZ)(subject.manifests, ...controllers), templates/* everyWorkload */.Ld.none, each => judgeWorkload(each, subject)));
function judgeWorkload(manifest, { workloads }) {
    const title = (0,assess_subject/* nameOfManifest */.yf)(manifest);
    const flaws = flawsOf(manifest).map(({ what, remedy, path }) => (0,rule/* finding */.gk)(`${title} ${what}, so the API server refuses it`, remedy, manifest, path));
    if (flaws.length > 0)
        return flaws;
    const pods = workloads.find(each => each.manifest === manifest)?.pods;
    if (pods?.known !== true)
        return [(0,judgement/* unknown */.L5)(pods?.why ?? 'its pods were not listed', title)];
    return [
        pods.value.length > 0
            ? (0,rule/* met */.BG)(`${title} runs in the cluster`, title, [pods], title)
            : (0,judgement/* unknown */.L5)(`no pod of ${title} runs`, title),
    ];
}
function flawsOf({ object }) {
    const spec = (0,map/* isMap */.jh)(object.spec) ? object.spec : {};
    const template = (0,map/* isMap */.jh)(spec.template) ? spec.template : {};
    const pod = (0,map/* isMap */.jh)(template.spec) ? template.spec : {};
    const { labels } = ((0,map/* isMap */.jh)(template.metadata) ? template.metadata : {});
    const containers = (0,map/* mapsIn */.nf)(pod.containers);
    const path = ['spec', 'template'];
    const when = (wrong, what, at) => (0,templates/* podFindingIf */.Wj)(wrong, what, 'add what is missing', at);
    return [
        ...when(!(0,map/* isMap */.jh)(spec.selector) || Object.keys(spec.selector).length === 0, 'has no spec.selector', [
            'spec',
        ]),
        ...when(labels === undefined, 'has no spec.template.metadata.labels', path),
        ...(0,templates/* podFindingIf */.Wj)((0,map/* isMap */.jh)(spec.selector) && labels !== undefined && !(0,cluster_labels/* selectorMatches */.de)(spec.selector, labels), 'has a spec.selector that does not match the labels of its pod template', 'make the selector match these labels', ['spec', 'selector']),
        ...when(containers.length === 0, 'has no container', path),
        ...containers.flatMap(({ name, image }, index) => when(typeof name !== 'string' || typeof image !== 'string' || image === '', `has a container without ${typeof name === 'string' ? 'an image' : 'a name'}`, [...path, 'spec', 'containers', index])),
    ];
}
const service = (0,rule/* ruleOf */.Y)('service-selector', 'A5', subject => (0,rule/* overEach */.SH)((0,assess_subject/* ofKind */.CZ)(subject.manifests, 'Service').filter(each => Object.keys((0,assess_subject/* serviceSelector */.TH)(each) ?? {}).length > 0), 'no Service with a selector is in the manifests', each => judgeService(each, subject)));
function judgeService(manifest, { manifests, live: { pods } }) {
    const { object } = manifest;
    const selector = (0,assess_subject/* serviceSelector */.TH)(manifest);
    const name = (0,assess_subject/* nameOfManifest */.yf)(manifest);
    const behind = manifests
        .flatMap(each => (0,kinds/* podTemplatesOf */.ab)(each.object))
        .filter(({ metadata }) => (0,cluster_labels/* selects */.ko)(selector, metadata?.labels));
    const running = pods.known ? pods.value.filter(({ metadata }) => (0,cluster_labels/* selects */.ko)(selector, metadata?.labels)) : [];
    if (behind.length === 0 && !pods.known && (0,assess_subject/* mayCreate */.i1)(manifests, selector))
        return (0,judgement/* unknown */.L5)(pods.why, name);
    if (behind.length === 0 && running.length === 0)
        return (0,rule/* finding */.gk)(`${name} selects no pods of the manifests, so requests to it fail`, 'make its selector match the labels of the pods', manifest, ['spec', 'selector']);
    const open = behind.flatMap(({ spec = { containers: [] } }) => (0,templates/* everyContainer */.bq)(spec).flatMap(({ container: { ports = [] } }) => ports.map(port => port.name)));
    const written = object.spec.ports ?? [];
    const index = written.findIndex(({ targetPort }) => typeof targetPort === 'string' && !open.includes(targetPort));
    if (behind.length > 0 && index >= 0)
        return (0,rule/* finding */.gk)(`${name} sends requests to the port ${written[index]?.targetPort}, which no container behind it has`, 'use a port that the container has, or add the port to the container', manifest, ['spec', 'ports', index]);
    if (!pods.known)
        return (0,judgement/* unknown */.L5)(pods.why, name);
    return running.length > 0
        ? (0,rule/* met */.BG)(`${name} selects running pods`, name, [pods], name)
        : (0,judgement/* unknown */.L5)(`${name} selects no running pod yet`, name);
}
const served = (0,rule/* ruleOf */.Y)('api-served', 'C14', ({ manifests, live }) => {
    if (!live.served.known)
        return [(0,judgement/* unknown */.L5)(live.served.why)];
    const { value } = live.served;
    const added = new Set((0,assess_subject/* ofKind */.CZ)(manifests, 'CustomResourceDefinition').flatMap(versionsOf));
    const lacking = manifests.filter(({ object: { apiVersion } }) => !value.has(apiVersion) && !added.has(apiVersion));
    if (lacking.length === 0)
        return [(0,rule/* met */.BG)('the API server serves the versions of all manifests', 'the API server', [live.served])];
    return lacking.map(manifest => ({
        ...(0,rule/* finding */.gk)(`${(0,assess_subject/* nameOfManifest */.yf)(manifest)} needs ${manifest.object.apiVersion}, which the API server does not serve`, 'use a version that it serves (`kubectl api-versions`), or install the add-on', manifest, ['apiVersion']),
        ...(manifest.object.kind === 'HorizontalPodAutoscaler' ? { id: 'P6' } : {}),
    }));
});
function versionsOf({ object: { spec } }) {
    const { group, versions } = (spec ?? {});
    return (0,map/* mapsIn */.nf)(versions).map(({ name }) => `${group}/${name}`);
}
const validityRules = [workload, service, served];

;// CONCATENATED MODULE: ./.build/js/src/assess/manifests/versions.js



const mostBehind = 3;
function minorOf(version) {
    const found = /^v?1\.(\d{1,3})(?![\d])/.exec(version ?? '')?.[1];
    return found === undefined ? undefined : Number(found);
}
const skew = (0,rule/* ruleOf */.Y)('version-skew', 'C14', ({ live: { version, nodes } }) => {
    if (!version.known)
        return [(0,judgement/* unknown */.L5)(version.why)];
    if (!nodes.known)
        return [(0,judgement/* unknown */.L5)(nodes.why)];
    const server = minorOf(version.value);
    if (server === undefined)
        return [(0,judgement/* unknown */.L5)('the API server does not report its version')];
    const kubelets = nodes.value.flatMap(({ metadata, status }) => {
        const minor = minorOf(status?.nodeInfo?.kubeletVersion);
        return minor === undefined ? [] : [{ name: metadata?.name ?? '', minor }];
    });
    if (kubelets.length === 0)
        return [(0,judgement/* notApplicable */.hH)('no node reports the version of its kubelet')];
    const wrong = (chosen, what, remedy) => {
        const [first] = chosen;
        if (first === undefined)
            return [];
        const said = `${(0,count/* counted */.h)(chosen.length, 'node')} (such as ${first.name}, 1.${first.minor}) ${chosen.length === 1 ? 'is' : 'are'} ${what}`;
        return [(0,rule/* liveFinding */.Ih)(said, remedy, `Node/${first.name}`, nodes)];
    };
    const found = [
        ...wrong(kubelets.filter(({ minor }) => minor > server), `newer than the API server (1.${server})`, 'upgrade the API server first'),
        ...wrong(kubelets.filter(({ minor }) => server - minor > mostBehind), `more than ${mostBehind} minor versions behind the API server (1.${server})`, 'upgrade the nodes'),
    ];
    const all = `the kubelets of ${(0,count/* counted */.h)(kubelets.length, 'node')} are compatible with the API server (1.${server})`;
    return found.length > 0 ? found : [(0,rule/* met */.BG)(all, 'the API server', [version, nodes])];
});
const deprecated = (0,rule/* ruleOf */.Y)('api-deprecated', 'C14', ({ manifests, live: { warnings } }) => {
    if (!warnings.known)
        return [(0,judgement/* unknown */.L5)(warnings.why)];
    const found = manifests.flatMap(manifest => {
        const { apiVersion, kind } = manifest.object;
        const said = warnings.value.get(`${apiVersion} ${kind}`);
        if (said === undefined)
            return [];
        const what = `${(0,assess_subject/* nameOfManifest */.yf)(manifest)} uses an API version that will be removed: ${said}`;
        return [(0,rule/* finding */.gk)(what, 'use a newer version before you upgrade the cluster', manifest, ['apiVersion'])];
    });
    return found.length > 0
        ? found
        : [(0,rule/* met */.BG)('the API server warns of no API version in the manifests', 'the API server', [warnings])];
});
const versionRules = [skew, deprecated];

// EXTERNAL MODULE: ./.build/js/src/workloads/pods.js
var workloads_pods = __webpack_require__(12502);
;// CONCATENATED MODULE: ./.build/js/src/assess/manifests/zones.js







const perZone = 2;
const spread = { has: templates/* scaling */.AQ.has, none: 'no workload with replicas gets traffic' };
const zoneReplicas = (0,rule/* ruleOf */.Y)('zone-replicas', 'H1', (0,templates/* overWorkloads */.xZ)(spread, ({ title, manifest, autoscaler, least, pods, spec }, subject) => {
    const needed = perZone * subject.zones;
    const eachZone = subject.zones === 1 ? '' : `: two in each of ${subject.zones} zones`;
    if (least < needed) {
        const [where, key] = autoscaler === undefined
            ? [manifest, 'replicas']
            : [autoscaler, autoscaler.object.kind === 'ScaledObject' ? 'minReplicaCount' : 'minReplicas'];
        const pvc = (0,assess_subject/* pvcOfOneNode */.FF)(spec, subject);
        const first = pvc === undefined
            ? ''
            : `keep the files of PersistentVolumeClaim/${pvc} in a bucket or on a ReadWriteMany volume, because one node at a time can mount it, and `;
        return {
            ...(0,rule/* finding */.gk)(`${title} may run with ${(0,count/* counted */.h)(least, 'pod')}, but needs ${needed}${eachZone}`, `${first}set \`${key}\` to at least ${needed}, or \`assess.zones\` in slipway.yml to the zones that you need`, where, ['spec', key]),
            ...(least > 1 && least >= subject.zones ? { level: 'info' } : {}),
        };
    }
    if (!pods.known)
        return (0,judgement/* unknown */.L5)(pods.why, title);
    const ready = pods.value.filter(workloads_pods/* isReady */.i_).length;
    const said = `${(0,count/* counted */.h)(ready, 'pod')} of ${title} ${ready === 1 ? 'is' : 'are'} ready`;
    return ready < needed
        ? (0,rule/* liveFinding */.Ih)(`${said}, but ${needed} are needed${eachZone}`, `release the manifests, or find out with \`kubectl describe ${title}\` why pods are missing`, title, pods)
        : (0,rule/* met */.BG)(said, title, [pods], title);
}));
const zoneSpread = (0,rule/* ruleOf */.Y)('zone-spread', 'H1', subject => subject.zones === 1
    ? [(0,judgement/* notApplicable */.hH)('`assess.zones` is 1')]
    : (0,templates/* overPods */.Di)(several, { good: 'are spread over zones', findings: spreadLacks })(subject));
const several = {
    has: ({ scales, least, autoscaler }) => scales && (least > 1 || autoscaler !== undefined),
    none: 'no workload with several pods gets traffic',
};
function spreadLacks({ topologySpreadConstraints = [], affinity }, { labels, title, least }, { zones }) {
    const { podAntiAffinity: apart } = affinity ?? {};
    const byZone = ({ topologyKey, labelSelector }) => topologyKey === cluster_labels/* zoneLabel */.LK && (0,cluster_labels/* selectorMatches */.de)(labelSelector, labels);
    if (apart?.requiredDuringSchedulingIgnoredDuringExecution?.some(byZone))
        return (0,templates/* podFindingIf */.Wj)(least > zones, `allows only one pod in each zone by its podAntiAffinity, so not all ${least} can start in ${(0,count/* counted */.h)(zones, 'zone')}`, 'replace the podAntiAffinity with a topologySpreadConstraint', ['affinity', 'podAntiAffinity']);
    const written = [...topologySpreadConstraints.entries()].filter(([, { topologyKey }]) => topologyKey === cluster_labels/* zoneLabel */.LK);
    const own = written.filter(([, { labelSelector }]) => (0,cluster_labels/* selectorMatches */.de)(labelSelector, labels));
    const [strict] = own.filter(([, { whenUnsatisfiable }]) => whenUnsatisfiable === 'DoNotSchedule');
    const preferred = own.length > 0 ||
        apart?.preferredDuringSchedulingIgnoredDuringExecution?.some(each => byZone(each.podAffinityTerm));
    const path = (index, key) => index === undefined ? [] : ['topologySpreadConstraints', index, key];
    if (strict !== undefined)
        return (0,templates/* podFindingIf */.Wj)(strict[1].maxSkew > 1, `allows zones to differ by ${strict[1].maxSkew} pods`, 'set `maxSkew: 1`', path(strict[0], 'maxSkew'), 'info');
    if (preferred)
        return [
            (0,templates/* podFinding */.tu)('prefers, but does not require, a spread over zones', 'add a topologySpreadConstraint with `whenUnsatisfiable: DoNotSchedule`', path(own[0]?.[0], 'whenUnsatisfiable'), 'info'),
        ];
    const [other] = written;
    return [
        other === undefined
            ? (0,templates/* podFinding */.tu)('has no topologySpreadConstraint over zones, so all its pods may run in one zone', `add a topologySpreadConstraint with \`topologyKey: ${cluster_labels/* zoneLabel */.LK}\` and \`whenUnsatisfiable: DoNotSchedule\``)
            : (0,templates/* podFinding */.tu)('has a topologySpreadConstraint whose labelSelector does not match its own pods', `make its labelSelector match the labels of the pods of ${title}`, path(other[0], 'labelSelector')),
    ];
}
const zoneNodes = (0,rule/* ruleOf */.Y)('zone-nodes', 'H1', (0,templates/* overWorkloads */.xZ)(spread, ({ title, object, spec }, subject) => {
    const { nodes } = subject.live;
    if (!nodes.known)
        return (0,judgement/* unknown */.L5)(nodes.why, title);
    const usable = (0,pod_resources/* eligibleNodes */.VS)(nodes.value, object).filter(node => (0,pod_resources/* tolerates */.GD)(spec, node) && attracts(spec, node));
    const zones = [...new Set(usable.flatMap(node => (0,cluster_labels/* zoneOf */.kE)(node) ?? []))].sort();
    return zones.length < subject.zones
        ? (0,rule/* liveFinding */.Ih)(`the nodes that may run ${title} are in ${(0,count/* counted */.h)(zones.length, 'zone')}${listOf(zones)}, not in ${subject.zones}`, 'add nodes in further zones, or set `assess.zones` in slipway.yml to the zones that you need', title, nodes)
        : (0,rule/* met */.BG)(`nodes in ${zones.join(', ')} may run ${title}`, (0,count/* counted */.h)(usable.length, 'node'), [nodes], title);
}));
const zonePods = (0,rule/* ruleOf */.Y)('zone-pods', 'H1', (0,templates/* overWorkloads */.xZ)(spread, ({ title, pods }, subject) => {
    const { nodes } = subject.live;
    if (!nodes.known)
        return (0,judgement/* unknown */.L5)(nodes.why, title);
    if (!pods.known)
        return (0,judgement/* unknown */.L5)(pods.why, title);
    if (pods.value.length === 0)
        return (0,judgement/* unknown */.L5)(`no pod of ${title} runs`, title);
    const counts = podsByZone(pods.value.filter(workloads_pods/* isReady */.i_), nodes);
    const said = [...counts].map(([zone, count]) => `${zone}: ${count}`).join(', ');
    const enough = [...counts.values()].filter(count => count >= perZone).length;
    return enough < subject.zones
        ? (0,rule/* liveFinding */.Ih)(`${enough === 0 ? `no zone has two ready pods of ${title}, and ${subject.zones} must` : `${title} has two ready pods in ${(0,count/* counted */.h)(enough, 'zone')} of ${subject.zones}`} (${said || 'none is ready on a node with a zone'})`, 'add the missing pods or nodes, and spread the pods: Kubernetes does not when it removes some, but the descheduler does', title, pods)
        : (0,rule/* met */.BG)(`the ready pods of ${title} by zone are ${said}`, title, [pods, nodes], title);
}));
function podsByZone(pods, nodes) {
    const zones = new Map(nodes.value.map(node => [node.metadata?.name, (0,cluster_labels/* zoneOf */.kE)(node)]));
    const found = pods.flatMap(({ spec }) => zones.get(spec?.nodeName) ?? []).sort();
    return new Map([...Map.groupBy(found, zone => zone)].map(([zone, all]) => [zone, all.length]));
}
const listOf = (zones) => (zones.length === 0 ? '' : ` (${zones.join(', ')})`);
function attracts({ affinity }, { metadata }) {
    const terms = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms;
    const { labels = {}, name = '' } = metadata ?? {};
    return (terms === undefined ||
        terms.some(({ matchExpressions = [], matchFields = [] }) => matchExpressions.length + matchFields.length > 0 &&
            (0,cluster_labels/* selectorMatches */.de)({ matchExpressions }, labels) &&
            (0,cluster_labels/* selectorMatches */.de)({ matchExpressions: matchFields }, { 'metadata.name': name })));
}
const zoneRules = [zoneReplicas, zoneSpread, zoneNodes, zonePods];

;// CONCATENATED MODULE: ./.build/js/src/assess/manifests/rules.js














const manifestRules = [
    ...validityRules,
    ...versionRules,
    ...zoneRules,
    ...probeRules,
    ...disruptionRules,
    ...terminationRules,
    ...resourceRules,
    ...floatingRules,
    ...autoscalerRules,
    ...quotaRules,
    ...accessRules,
    ...networkRules,
    ...connectionRules,
    ...secretRules,
];


/***/ }),

/***/ 57240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BG: () => (/* binding */ met),
/* harmony export */   Ih: () => (/* binding */ liveFinding),
/* harmony export */   SH: () => (/* binding */ overEach),
/* harmony export */   Y: () => (/* binding */ ruleOf),
/* harmony export */   gk: () => (/* binding */ finding)
/* harmony export */ });
/* harmony import */ var _judgement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16679);

const ruleOf = (rule, id, judge) => ({
    rule,
    id,
    judge,
});
const overEach = (all, none, judge) => (all.length === 0 ? [(0,_judgement_js__WEBPACK_IMPORTED_MODULE_0__/* .notApplicable */ .hH)(none)] : all.flatMap(each => judge(each)));

const met = (what, of, from, object) => (0,_judgement_js__WEBPACK_IMPORTED_MODULE_0__/* .found */ .F9)('met', what, { object, evidence: from.map(({ asked, at }) => ({ asked, of, at })) });
const finding = (what, remedy, manifest, path = []) => ({ ...(0,_judgement_js__WEBPACK_IMPORTED_MODULE_0__/* .found */ .F9)('not-met', what, { remedy }), at: { manifest, path } });
const liveFinding = (what, remedy, of, { asked, at }) => (0,_judgement_js__WEBPACK_IMPORTED_MODULE_0__/* .found */ .F9)('not-met', what, { remedy, object: of, evidence: [{ asked, of, at }] });


/***/ }),

/***/ 66724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   CZ: () => (/* binding */ ofKind),
/* harmony export */   Ex: () => (/* binding */ isTarget),
/* harmony export */   FF: () => (/* binding */ pvcOfOneNode),
/* harmony export */   TH: () => (/* binding */ serviceSelector),
/* harmony export */   fX: () => (/* binding */ assessSubject),
/* harmony export */   i1: () => (/* binding */ mayCreate),
/* harmony export */   v9: () => (/* binding */ isMetricsPort),
/* harmony export */   yf: () => (/* binding */ nameOfManifest)
/* harmony export */ });
/* harmony import */ var _cluster_labels_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75181);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17103);



function assessSubject({ workload, service, manifests: written, ...facts }) {
    const { namespace, live } = facts;
    const manifests = written.map((each) => ({ ...each, object: withoutNulls(each.object) }));
    const services = ofKind(manifests, 'Service').filter(each => !isForMetrics(each));
    const workloads = manifests.flatMap((manifest) => {
        const object = manifest.object;
        const { kind, name } = { kind: manifest.object.kind, name: manifest.name };
        const [template] = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .podTemplatesOf */ .ab)(manifest.object);
        if (!((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .isReleased */ .OZ)(kind) || Object.hasOwn(ending, kind)) || !(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(template?.spec))
            return [];
        const title = nameOfManifest(manifest);
        const { labels = {} } = template.metadata ?? {};
        const chosen = kind === workload.kind && name === workload.name;
        const autoscaler = ofKind(manifests, 'HorizontalPodAutoscaler', 'ScaledObject').find(each => isTarget(each.object, kind, name));
        const serves = kind !== 'CronJob' &&
            kind !== 'Job' &&
            ((chosen && service !== undefined) || services.some(each => (0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .selects */ .ko)(serviceSelector(each), labels)));
        return [
            {
                manifest,
                title,
                object,
                labels,
                autoscaler,
                serves,
                spec: specOf(template.spec),
                scales: serves && !/^(DaemonSet|Pod)$/.test(kind) && (chosen || !keepsData(kind, template.spec)),
                path: [...(ending[kind] ?? ['spec', 'template']), 'spec'],
                least: leastOf(autoscaler?.object) ?? countIn(object.spec?.replicas) ?? 1,
                pods: podsOf(live.pods, namespace, manifest),
            },
        ];
    });
    return { ...facts, manifests, workloads };
}
const withoutNulls = (value) => Array.isArray(value)
    ? value.map(withoutNulls)
    : (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(value)
        ? Object.fromEntries(Object.entries(value).flatMap(([key, each]) => (each === null ? [] : [[key, withoutNulls(each)]])))
        : value;
const ending = {
    CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
    Job: ['spec', 'template'],
    Pod: [],
};
function specOf(spec) {
    const containers = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .mapsIn */ .nf)(spec.containers);
    const serviceAccountName = spec.serviceAccountName ?? spec.serviceAccount;
    return { ...spec, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .defined */ .sw)({ serviceAccountName }), containers };
}
const countIn = (value) => (typeof value === 'number' ? value : undefined);
function leastOf(autoscaler) {
    const { minReplicas, minReplicaCount } = (autoscaler?.spec ?? {});
    if (autoscaler?.kind === 'ScaledObject')
        return countIn(minReplicaCount) ?? 0;
    return autoscaler && (countIn(minReplicas) ?? 1);
}
const stores = /(^|[/-])(postgres(ql)?|mysql|mariadb|percona|mongo(db)?|redis|valkey|memcached|rabbitmq|kafka|zookeeper|etcd|nats|elasticsearch|opensearch|cassandra|clickhouse|influxdb|minio|vault|consul|db|database)(-[a-z]+)?([:@]|$)/;
const storePorts = [5432, 3306, 27017, 6379, 11211, 5672, 9092, 2379, 9200];
function keepsData(kind, spec) {
    return (kind === 'StatefulSet' ||
        (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .mapsIn */ .nf)(spec.volumes).some(({ persistentVolumeClaim }) => persistentVolumeClaim !== undefined) ||
        (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .mapsIn */ .nf)(spec.containers).some(({ image, ports }) => stores.test(String(image)) ||
            (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .mapsIn */ .nf)(ports).some(({ containerPort }) => storePorts.includes(Number(containerPort)))));
}
function pvcOfOneNode(spec, { manifests }) {
    const mounted = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .mapsIn */ .nf)(spec.volumes).map(({ persistentVolumeClaim: claim }) => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .textMap */ .sP)(claim).claimName);
    return ofKind(manifests, 'PersistentVolumeClaim').find(({ name, object }) => mounted.includes(name) &&
        !(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .textsIn */ .Ej)(object.spec?.accessModes).some(mode => mode.endsWith('Many')))?.name;
}
const serviceSelector = ({ object }) => object.spec?.selector;
function isForMetrics({ object: { spec } }) {
    const ports = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .mapsIn */ .nf)(spec?.ports);
    return ports.length > 0 && ports.every(isMetricsPort);
}
const isMetricsPort = ({ name }) => /(^|-)(metrics|exporter)(-|$)/.test(String(name));
const mayCreate = (manifests, labels) => manifests.some(({ object: { apiVersion, kind }, name }) => /^(?!.*\.k8s\.io\/).*\..*\//.test(apiVersion) &&
    !/(Monitor|Rule|Secret|Certificate|Policy)$/.test(kind) &&
    Object.values((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .textMap */ .sP)(labels)).includes(name));
const ofKind = (manifests, ...kinds) => manifests.filter(({ object }) => kinds.includes(object.kind));
const nameOfManifest = ({ object: { kind }, name }) => `${kind}/${name}`;
const targetOf = ({ spec }) => (spec ?? {}).scaleTargetRef ?? {};
function isTarget(autoscaler, kind, name) {
    const target = targetOf(autoscaler);
    return target.name === name && (target.kind ?? 'Deployment') === kind;
}
function podsOf(pods, namespace, manifest) {
    const where = manifest.object.metadata?.namespace ?? namespace;
    if (!pods.known)
        return pods;
    if (where !== namespace)
        return { known: false, why: `its pods are in namespace ${where}, which was not read` };
    const own = pods.value.filter(({ metadata, status }) => status?.phase === 'Running' &&
        metadata?.deletionTimestamp === undefined &&
        isOwn(manifest, metadata ?? {}));
    return { ...pods, value: own };
}
function isOwn({ object: { kind, spec }, name }, { labels = {}, ...pod }) {
    if (kind === 'Pod')
        return pod.name === name;
    if (kind === 'Job' || kind === 'CronJob')
        return (pod.ownerReferences ?? []).some(owner => owner.kind === 'Job' &&
            (kind === 'Job' ? owner.name : owner.name.replace(/-\d+$/, '')) === name);
    const { selector } = (spec ?? {});
    return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(selector) && Object.keys(selector).length > 0 && (0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .selectorMatches */ .de)(selector, labels);
}


/***/ }),

/***/ 11111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AQ: () => (/* binding */ scaling),
/* harmony export */   Di: () => (/* binding */ overPods),
/* harmony export */   E0: () => (/* binding */ longRunning),
/* harmony export */   KJ: () => (/* binding */ podRule),
/* harmony export */   Ld: () => (/* binding */ everyWorkload),
/* harmony export */   Rp: () => (/* binding */ withoutInjected),
/* harmony export */   Wj: () => (/* binding */ podFindingIf),
/* harmony export */   Yr: () => (/* binding */ allContainers),
/* harmony export */   bq: () => (/* binding */ everyContainer),
/* harmony export */   fO: () => (/* binding */ serving),
/* harmony export */   tu: () => (/* binding */ podFinding),
/* harmony export */   vM: () => (/* binding */ servingContainers),
/* harmony export */   xZ: () => (/* binding */ overWorkloads)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57240);
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16679);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66724);




const everyWorkload = { has: () => true, none: 'no workload is in the manifests' };
const longRunning = {
    has: ({ object: { kind } }) => kind !== 'CronJob' && kind !== 'Job',
    none: everyWorkload.none,
};
const serving = { has: ({ serves }) => serves, none: 'no workload gets traffic' };
const scaling = { has: ({ scales }) => scales, none: serving.none };
const overWorkloads = ({ has, none }, judge) => subject => (0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .overEach */ .SH)(subject.workloads.filter(each => has(each, subject)), none, each => judge(each, subject));
const overPods = (about, { good, findings }) => overWorkloads(about, (workload, subject) => judgeOne(workload, good, (spec, labels) => findings(spec, { ...workload, labels }, subject)));
const podRule = (rule, id, about, check) => (0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .ruleOf */ .Y)(rule, id, overPods(about, check));
const podFinding = (what, remedy, path = [], level) => ({ what, remedy, path, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .sw)({ level }) });
const podFindingIf = (wrong, ...found) => wrong ? [podFinding(...found)] : [];
function judgeOne({ title, manifest, path, spec, pods, labels }, good, findings) {
    const found = findings(spec, labels);
    if (found.length > 0)
        return found.map(each => ({
            ...(0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .finding */ .gk)(`${title} ${each.what}`, each.remedy, manifest, [...path, ...each.path]),
            ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .sw)({ level: each.level }),
        }));
    if (!pods.known)
        return [(0,_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5)(pods.why, title)];
    if (pods.value.length === 0)
        return [(0,_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5)(`no pod of ${title} runs, so none could be checked`, title)];
    for (const pod of pods.value) {
        const own = { ...labels, ...pod.metadata?.labels };
        const [first] = findings(withoutInjected(pod.spec ?? { containers: [] }, spec), own);
        if (first !== undefined)
            return [
                (0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .liveFinding */ .Ih)(`a running pod of ${title} differs from its manifest: it ${first.what}`, 'release the manifests', title, pods),
            ];
    }
    return [(0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .met */ .BG)(`the pods of ${title} ${good}`, (0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .h)(pods.value.length, 'pod'), [pods], title)];
}
function withoutInjected(running, written) {
    const names = new Set(allContainers(written).map(({ container }) => container.name));
    const own = (list = []) => list.filter(({ name }) => names.has(name));
    return { ...running, containers: own(running.containers), initContainers: own(running.initContainers) };
}
function servingContainers(spec) {
    const all = containersIn(spec, 'containers');
    const open = all.filter(({ container }) => (container.ports ?? []).some(port => !(0,_subject_js__WEBPACK_IMPORTED_MODULE_0__/* .isMetricsPort */ .v9)(port)));
    return open.length > 0 ? open : all.slice(0, 1);
}
const everyContainer = (spec) => allContainers(spec).filter(({ container, path }) => path[0] === 'containers' || container.restartPolicy === 'Always');
const allContainers = (spec) => [
    ...containersIn(spec, 'initContainers'),
    ...containersIn(spec, 'containers'),
];
const containersIn = (spec, list) => (spec[list] ?? []).map((container, index) => ({ container, path: [list, index] }));


/***/ }),

/***/ 82621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EW: () => (/* binding */ isHarmless),
/* harmony export */   Kl: () => (/* binding */ classOf),
/* harmony export */   u7: () => (/* binding */ secretIn)
/* harmony export */ });
/* harmony import */ var _policy_rules_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11441);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60512);
/* harmony import */ var _toolkit_tokens_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20660);
/* harmony import */ var _toolkit_wildcard_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5848);




const usual = [
    ['high', among('*PASSWORD', '*PASSWD', '*_SECRET', '*_SECRET_KEY', '*_TOKEN', 'GITHUB_APP_CLIENT_ID')],
    ['low', among('*_TTL', '*_TIMEOUT', '*_PORT', '*_HOST', 'LOG_LEVEL')],
    ['high', _toolkit_tokens_js__WEBPACK_IMPORTED_MODULE_2__/* .namesSecretVariable */ .Tw],
    ['low', among('CACHE_*')],
    ['medium', among('DEBUG', 'DEBUG_*', '*_DEBUG', 'DEV_MODE')],
];
function among(...patterns) {
    return name => patterns.some(each => (0,_toolkit_wildcard_js__WEBPACK_IMPORTED_MODULE_3__/* .matchesWildcard */ ._)(each.toUpperCase(), name.toUpperCase()));
}
const classOf = (name, policy) => ['low', 'medium', 'high'].find(each => among(...policy[each])(name)) ??
    usual.find(([, fits]) => fits(name))?.[0];
const placeholder = /^(<.*>|\$\{.*\}|\{\{.*\}\}|x+|\*+|(example|change|replace|your|placeholder|dummy)[\w .-]*)$/i;
const isHarmless = (value) => (0,_policy_rules_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .harmlessValue */ .D)(value.trim()) ||
    placeholder.test(value.trim()) ||
    /^(\/\S*|\$\([\w.-]+\)|\$[A-Za-z_][\w.:-]*)$/.test(value.trim());
function secretIn(name, value, policy) {
    const written = value.replace(/\$\([A-Za-z_][\w.-]*\)/g, '');
    const token = (0,_toolkit_tokens_js__WEBPACK_IMPORTED_MODULE_2__/* .findToken */ .fm)(written, true)?.what ?? ((0,_toolkit_tokens_js__WEBPACK_IMPORTED_MODULE_2__/* .holdsPrivateKey */ .jc)(written) ? 'a private key' : undefined);
    if (token !== undefined)
        return token;
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(written) && (0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_1__/* .looksSecret */ .n0)(written))
        return 'a password in a URL';
    return classOf(name, policy) === 'high' &&
        written.trim() !== '' &&
        !isHarmless(value) &&
        !isAddress(written)
        ? 'a secret value (class high)'
        : undefined;
}
const isAddress = (value) => /^https?:\/\/\S+$/i.test(value);


/***/ }),

/***/ 21825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eh: () => (/* binding */ expiresSoon),
/* harmony export */   Zw: () => (/* binding */ notesOnExceptions),
/* harmony export */   bD: () => (/* binding */ excuseBy),
/* harmony export */   hF: () => (/* binding */ daysOf)
/* harmony export */ });
/* unused harmony export hasExpired */
const hasExpired = (expires, now) => now.getTime() >= Date.parse(`${expires}T00:00:00Z`);
const expiresSoon = (expires, now) => !hasExpired(expires, now) && hasExpired(expires, new Date(now.getTime() + daysOf('14d')));
function excuseBy(exceptions, now) {
    const valid = exceptions.find(each => !hasExpired(each.expires, now));
    if (valid !== undefined) {
        const { owner, reason, expires } = valid;
        return { excuse: { by: 'exception', owner, reason, expires } };
    }
    const [past] = exceptions;
    return past === undefined ? {} : { note: `the exception by ${past.owner} expired on ${past.expires}` };
}
const notesOnExceptions = (exceptions, now, isUsed, isChecked = () => true) => exceptions.flatMap(exception => {
    const { rule, owner, expires } = exception;
    if (!isUsed(exception))
        return isChecked(rule)
            ? [`the exception to ${rule} by ${owner} matches no finding; remove it from slipway.yml`]
            : [];
    return expiresSoon(expires, now)
        ? [`the exception to ${rule} by ${owner} expires on ${expires}; fix its findings before then`]
        : [];
});
const daysOf = (text) => Number.parseInt(text, 10) * 86_400_000;


/***/ }),

/***/ 38501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ab: () => (/* binding */ policyVersionSchema),
/* harmony export */   eO: () => (/* binding */ policyNotices),
/* harmony export */   l6: () => (/* binding */ newestPolicy)
/* harmony export */ });
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18464);

const versions = {
    1: 'rules for Dockerfiles, images and scans',
    2: 'rules for manifests and variables (`assess`, `env-policy`), and a report of all requirements (`report`)',
};
const newestPolicy = Math.max(...Object.keys(versions).map(Number));
const problem = `is not a version of the policy; write ${newestPolicy}, the newest one, or use a later version of Slipway`;
const policyVersionSchema = (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeSchema */ .HY)(1, newestPolicy, problem);
const policyNotices = (version) => version === undefined
    ? []
    : Object.entries(versions)
        .filter(([each]) => Number(each) > version)
        .map(([each, added]) => `\`policy-version: ${version}\` is old: version ${each} adds ${added}; read docs/assess.md, then set \`policy-version: ${newestPolicy}\``);


/***/ }),

/***/ 46678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ cacheOfPart),
/* harmony export */   _: () => (/* binding */ planCache)
/* harmony export */ });
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);
/* harmony import */ var _tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99662);


function planCache({ ref, defaultBranch = 'main' }, cacheTag = (branch) => (0,_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanTag */ .I8)('cache-', branch, '')) {
    const own = ref?.kind === 'branch' ? ref.name : undefined;
    const base = ref?.kind === 'pull-request' ? ref.base : undefined;
    const from = [own, base, defaultBranch].flatMap(branch => (branch === undefined ? [] : cacheTag(branch)));
    return { from: [...new Set(from)], ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .defined */ .sw)({ to: own && cacheTag(own) }) };
}
function cacheOfPart(tag, platform) {
    const suffix = `-${platform.replaceAll('/', '-')}`;
    return `${tag.slice(0, _tags_js__WEBPACK_IMPORTED_MODULE_0__/* .longestTag */ .tr - suffix.length)}${suffix}`;
}


/***/ }),

/***/ 99662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BJ: () => (/* binding */ likeRelease),
/* harmony export */   I8: () => (/* binding */ cleanTag),
/* harmony export */   LZ: () => (/* binding */ tagsOutput),
/* harmony export */   Ot: () => (/* binding */ branchText),
/* harmony export */   Vd: () => (/* binding */ planTags),
/* harmony export */   Vg: () => (/* binding */ remark),
/* harmony export */   tr: () => (/* binding */ longestTag)
/* harmony export */ });
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72315);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78271);


const longestTag = 128;
function planTags({ ref, revision }) {
    const name = nameOf(ref);
    const version = cleanTag('', name, '') || 'dev';
    const commit = revision === undefined ? [] : [`sha-${revision.slice(0, 7)}`];
    const remarks = version === name ? [] : [remark(name, version)];
    if (ref?.kind === 'branch' && name !== ref.name)
        remarks.unshift(likeRelease(ref.name));
    return { version, tags: [...new Set([version, ...commit])], remarks };
}
function cleanTag(prefix, text, suffix) {
    const clean = (part) => part.replace(/[^A-Za-z0-9_.-]+/g, '-');
    const trimmed = (part) => part.replace(/^[.-]+/, '');
    const [before, after] = [trimmed(clean(prefix)), clean(suffix)];
    const middle = before === '' ? trimmed(clean(text)) : clean(text);
    const room = Math.max(0, longestTag - before.length - after.length);
    return trimmed(`${before}${middle.slice(0, room)}${after}`).slice(0, longestTag);
}
function branchText(name) {
    return (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(cleanTag('', name, '')) === undefined ? name : `branch-${name}`;
}
function likeRelease(name) {
    return `the branch ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(JSON.stringify(name))} is named like a release, so its tag begins with branch-`;
}
function remark(asked, tag) {
    const shown = (0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(JSON.stringify(asked.length > 160 ? `${asked.slice(0, 159)}…` : asked));
    if (tag === '')
        return `${shown} has no character that is valid in a tag, so it gives no tag`;
    const reasons = [
        /[^A-Za-z0-9_.-]/.test(asked) ? 'invalid characters become "-"' : undefined,
        /^[^A-Za-z0-9_]/.test(asked) ? 'a tag starts with a letter, a digit or "_"' : undefined,
        asked.length > longestTag ? `a tag has at most ${longestTag} characters` : undefined,
    ].filter(reason => reason !== undefined);
    return `${shown} cannot be a tag and becomes ${tag}: ${reasons.join(', ')}`;
}
function tagsOutput(images) {
    const lists = images.map(([, tags]) => JSON.stringify(tags));
    const [first = '[]'] = lists;
    return lists.every(list => list === first) ? first : JSON.stringify(Object.fromEntries(images));
}
function nameOf(ref) {
    if (ref === undefined)
        return 'dev';
    if (ref.kind === 'pull-request')
        return `pr-${ref.number}`;
    return ref.kind === 'tag' ? ref.name.replace(/^v(?=\d)/, '') : branchText(ref.name);
}


/***/ }),

/***/ 78271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   ot: () => (/* binding */ parseVersion),
/* harmony export */   qh: () => (/* binding */ formatVersion)
/* harmony export */ });
const number = '0|[1-9]\\d*';
const part = `(?:${number}|\\d*[A-Za-z-][0-9A-Za-z-]*)`;
const pattern = new RegExp(`^[vV]?(${number})\\.(${number})\\.(${number})(?:-(${part}(?:\\.${part})*))?(?:\\+[0-9A-Za-z.-]+)?$`);
function parseVersion(text) {
    const [, major, minor, patch, prerelease] = pattern.exec(text) ?? [];
    if (major === undefined || minor === undefined || patch === undefined)
        return undefined;
    return { major, minor, patch, prerelease: prerelease?.split('.') ?? [] };
}
function formatVersion({ major, minor, patch, prerelease }) {
    return `${major}.${minor}.${patch}${prerelease.length === 0 ? '' : `-${prerelease.join('.')}`}`;
}
function compareVersions(a, b) {
    return (compareNumbers(a.major, b.major) ||
        compareNumbers(a.minor, b.minor) ||
        compareNumbers(a.patch, b.patch) ||
        comparePrereleases(a.prerelease, b.prerelease));
}
function comparePrereleases(a, b) {
    if (a.length === 0 || b.length === 0)
        return Math.sign(b.length - a.length);
    for (const [index, left] of a.entries()) {
        const right = b[index];
        if (right === undefined)
            return 1;
        const order = compareParts(left, right);
        if (order !== 0)
            return order;
    }
    return a.length === b.length ? 0 : -1;
}
function compareParts(a, b) {
    const [left, right] = [a, b].map(each => /^\d+$/.test(each));
    if (left !== right)
        return left ? -1 : 1;
    return left ? compareNumbers(a, b) : compareTexts(a, b);
}
function compareNumbers(a, b) {
    return Math.sign(a.length - b.length) || compareTexts(a, b);
}
const compareTexts = (a, b) => (a === b ? 0 : a < b ? -1 : 1);


/***/ }),

/***/ 30217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   NI: () => (/* binding */ unexcused),
/* harmony export */   al: () => (/* binding */ inOrder),
/* harmony export */   mQ: () => (/* binding */ countsOf)
/* harmony export */ });
/* unused harmony export severity */
const severity = (level) => ['off', 'info', 'warning', 'error'].indexOf(level);
const unexcused = (findings) => findings.filter(({ excused }) => excused === undefined);
function countsOf(findings) {
    const of = (level) => unexcused(findings).filter(each => each.level === level).length;
    return { error: of('error'), warning: of('warning'), info: of('info') };
}
function placeOf({ place }) {
    if (place.kind === 'dockerfile')
        return `${place.path}:${place.line}`;
    const { path, layer, platforms } = place;
    if (path === undefined)
        return `configuration (${platforms.join(', ')})`;
    if (layer === undefined)
        return `/${path} (${platforms.join(', ')})`;
    const { number, of, base, by } = layer;
    const from = by === undefined ? (base ? ['base image'] : []) : [`${by.path}:${by.line}`];
    return `/${path} in layer ${number} of ${of} (${[...from, platforms.join(', ')].join('; ')})`;
}
function inOrder(findings) {
    const key = ({ place }) => place.kind === 'dockerfile'
        ? `0 ${place.path} ${String(place.line).padStart(8, '0')}`
        : `1 ${place.path ?? ''}`;
    return [...findings].sort((a, b) => severity(b.level) - severity(a.level) ||
        (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0));
}
function reasonOf(findings) {
    const errors = inOrder(unexcused(findings)).filter(({ level }) => level === 'error');
    const [first] = errors;
    if (first === undefined)
        return undefined;
    const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
    const of = first.place.kind === 'image' ? `image ${first.images.join(', ')}: ` : '';
    return `${of}${placeOf(first)}: ${first.message} [${first.rule}]${more}; ${first.remedy}`;
}


/***/ }),

/***/ 8999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ firstOf),
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;
const firstOf = ([first, ...others]) => first === undefined || others.length === 0 ? first : `${first} (and ${others.length} more)`;


/***/ })

};

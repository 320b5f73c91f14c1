export const id = 1098;
export const ids = [1098,6513,335];
export const modules = {

/***/ 80420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  assess: () => (/* binding */ assess_assess),
  dockerfileRules: () => (/* reexport */ dockerfileRules)
});

// EXTERNAL MODULE: ./.build/js/src/config/assess.js
var assess = __webpack_require__(23608);
// EXTERNAL MODULE: ./.build/js/src/assess/assessment.js
var assessment = __webpack_require__(81724);
// EXTERNAL MODULE: ./.build/js/src/policy/check.js + 11 modules
var check = __webpack_require__(38258);
// EXTERNAL MODULE: ./.build/js/src/policy/dockerfile/variables.js
var dockerfile_variables = __webpack_require__(63166);
// EXTERNAL MODULE: ./.build/js/src/policy/review.js + 1 modules
var review = __webpack_require__(20898);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/policy/rules/secrets.js
var secrets = __webpack_require__(11441);
// EXTERNAL MODULE: ./.build/js/src/policy/tokens.js
var tokens = __webpack_require__(64224);
// EXTERNAL MODULE: ./.build/js/src/toolkit/secrecy.js
var secrecy = __webpack_require__(60512);
// EXTERNAL MODULE: ./.build/js/src/toolkit/wildcard.js
var wildcard = __webpack_require__(5848);
;// CONCATENATED MODULE: ./.build/js/src/assess/variables.js




const usual = {
    low: ['CACHE_*', '*_TTL', '*_TIMEOUT', '*_PORT', '*_HOST', 'LOG_LEVEL'],
    medium: ['DEBUG', 'DEBUG_*', '*_DEBUG', 'DEV_MODE'],
    high: ['*PASSWORD', '*PASSWD', '*_SECRET', '*_SECRET_KEY', '*_TOKEN', 'GITHUB_APP_CLIENT_ID'],
};
function classOf(name, policy) {
    const has = (patterns) => patterns.some(pattern => (0,wildcard/* matchesWildcard */._)(pattern.toUpperCase(), name.toUpperCase()));
    const classes = ['low', 'medium', 'high'];
    return (classes.find(each => has(policy[each])) ??
        classes.find(each => has(usual[each])) ??
        ((0,tokens/* namesSecret */.L4)(name) ? 'high' : undefined));
}
const placeholder = /^(<.*>|\$\{.*\}|\{\{.*\}\}|x+|\*+|(example|change|replace|your|placeholder|dummy)[\w .-]*)$/i;
const isHarmless = (value) => (0,secrets/* harmlessValue */.D)(value.trim()) ||
    placeholder.test(value.trim()) ||
    /^(\/\S*|\$\([\w.-]+\))$/.test(value.trim());
function secretIn(name, value, policy) {
    const written = value.replace(/\$\([A-Za-z_][\w.-]*\)/g, '');
    const token = (0,tokens/* findToken */.fm)(written, true)?.what ?? ((0,tokens/* holdsPrivateKey */.jc)(written) ? 'a private key' : undefined);
    if (token !== undefined)
        return token;
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(written) && (0,secrecy/* looksSecret */.n0)(written))
        return 'a password in a URL';
    return classOf(name, policy) === 'high' &&
        written.trim() !== '' &&
        !isHarmless(value) &&
        !isAddress(written)
        ? 'a value of class high'
        : undefined;
}
const isAddress = (value) => /^https?:\/\/\S+$/i.test(value);

;// CONCATENATED MODULE: ./.build/js/src/assess/dockerfiles.js





const dockerfileRules = ['secret-name', 'secret-value'];
const base = { id: 'K7', rule: 'variable-high', evidence: [] };
async function judgeDockerfiles(config, root, now) {
    const all = Object.keys(config.images).map(async (name) => {
        const unknown = (what) => [
            { ...base, status: 'unknown', level: 'info', what },
        ];
        try {
            const checked = await (0,review.checkedOf)(config, root, name);
            return checked === undefined
                ? unknown(`the image ${name} has no Dockerfile here`)
                : judgeOne(checked, config, now);
        }
        catch (error) {
            if (!(error instanceof errors/* UserError */.yo))
                throw error;
            return unknown(error.message);
        }
    });
    return (await Promise.all(all)).flat();
}
function judgeOne(checked, { policy, 'env-policy': variables }, now) {
    const evidence = [{ asked: 'the Dockerfile', of: checked.path, at: now.toISOString() }];
    const found = (0,check/* checkDockerfile */.vn)(checked, policy, now).flatMap(({ rule, level, message: what, remedy, place, excused }) => {
        if (!dockerfileRules.includes(rule) || excused?.by === 'comment')
            return [];
        const line = place.kind === 'dockerfile' ? { line: place.line } : {};
        return [
            {
                ...{ ...base, rule, status: 'not-met', level, what, remedy, evidence },
                place: { file: checked.path, ...line },
                ...(excused === undefined ? {} : { excused }),
            },
        ];
    });
    const { instructions, escapeChar } = (0,check/* readDockerfile */.n_)(checked);
    const set = instructions
        .filter(({ keyword }) => keyword === 'ENV' || keyword === 'ARG')
        .flatMap(each => (0,dockerfile_variables/* pairsOf */.fq)(each, escapeChar).map(pair => ({ ...pair, keyword: each.keyword })));
    const more = set.flatMap(({ name, value = '', line, keyword }) => classOf(name, variables) !== 'high' ||
        value === '' ||
        isHarmless(value) ||
        found.some(({ place }) => place?.line === line)
        ? []
        : [
            {
                ...{ ...base, status: 'not-met', level: 'error', evidence, place: { file: checked.path, line } },
                what: `${keyword} ${name} of class high can be read by anyone with the image`,
                remedy: 'take it from a Secret when the container starts',
            },
        ]);
    return [...found, ...more];
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
;// CONCATENATED MODULE: ./.build/js/src/assess/rule.js
const ruleOf = (rule, id, judge) => ({
    ...{ rule, id, judge },
});
const unknown = (why, object) => ({
    status: 'unknown',
    what: why,
    ...(object === undefined ? {} : { object }),
});
const notApplicable = (why) => ({ status: 'not-applicable', what: why });
const met = (what, of, from, object) => ({
    status: 'met',
    what,
    evidence: from.map(({ asked, at }) => ({ asked, of, at })),
    ...(object === undefined ? {} : { object }),
});
const shortfall = (what, remedy, manifest, path = []) => ({ status: 'not-met', what, remedy, at: { manifest, path } });
const liveShortfall = (what, remedy, of, { asked, at }) => ({ status: 'not-met', what, remedy, object: of, evidence: [{ asked, of, at }] });

// EXTERNAL MODULE: ./.build/js/src/cluster/labels.js
var cluster_labels = __webpack_require__(75181);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/kinds.js
var kinds = __webpack_require__(17849);
;// CONCATENATED MODULE: ./.build/js/src/assess/subject.js



function assessSubject({ workload, service, ...facts }) {
    const { manifests, namespace, live } = facts;
    const services = ofKind(manifests, 'Service');
    const workloads = manifests.flatMap((manifest) => {
        const object = manifest.object;
        const { kind, name } = { kind: manifest.object.kind, name: manifest.name };
        const template = (0,kinds/* isReleased */.OZ)(kind) ? (0,kinds/* templateOf */.kW)(object) : undefined;
        if (!(0,kinds/* isReleased */.OZ)(kind) || !(0,map/* isMap */.jh)(template?.spec))
            return [];
        const title = (0,kinds/* titleOf */.Gg)({ kind, name });
        const { labels = {} } = template.metadata ?? {};
        const chosen = kind === workload.kind && name === workload.name;
        const autoscaler = ofKind(manifests, 'HorizontalPodAutoscaler').find(each => isSame(targetOf(each.object), kind, name));
        const { replicas = 1 } = object.spec ?? {};
        const { minReplicas = 1 } = (autoscaler?.object.spec ?? {});
        const serves = kind !== 'CronJob' &&
            ((chosen && service !== undefined) || services.some(each => (0,cluster_labels/* selects */.ko)(serviceSelector(each), labels)));
        return [
            {
                ...{ manifest, title, object, labels, autoscaler, serves },
                scales: serves && kind !== 'DaemonSet' && (chosen || !keepsData(kind, template.spec)),
                spec: { ...template.spec, containers: (0,map/* mapsIn */.nf)(template.spec.containers) },
                path: kind === 'CronJob'
                    ? ['spec', 'jobTemplate', 'spec', 'template', 'spec']
                    : ['spec', 'template', 'spec'],
                least: autoscaler === undefined ? replicas : minReplicas,
                pods: podsOf(live.pods, { labels: selectorLabels(object, labels), namespace, manifest }),
            },
        ];
    });
    return { ...facts, workloads };
}
const stores = /(^|[/-])(postgres(ql)?|mysql|mariadb|percona|mongo(db)?|redis|valkey|memcached|rabbitmq|kafka|zookeeper|etcd|nats|elasticsearch|opensearch|cassandra|clickhouse|influxdb|minio|vault|consul)(-[a-z]+)?([:@]|$)/;
function keepsData(kind, spec) {
    return (kind === 'StatefulSet' ||
        (0,map/* mapsIn */.nf)(spec.volumes).some(({ persistentVolumeClaim }) => persistentVolumeClaim !== undefined) ||
        (0,map/* mapsIn */.nf)(spec.containers).some(({ image }) => stores.test(String(image))));
}
const serviceSelector = ({ object }) => object.spec?.selector;
const ofKind = (manifests, ...kinds) => manifests.filter(({ object }) => kinds.includes(object.kind));
const nameOfManifest = ({ object: { kind }, name }) => `${kind}/${name}`;
const targetOf = ({ spec }) => (spec ?? {}).scaleTargetRef ?? {};
const isSame = (ref, kind, name) => ref.kind === kind && ref.name === name;
const selectorLabels = (object, labels) => object.spec?.selector?.matchLabels ?? labels;
function podsOf(pods, { labels, namespace, manifest }) {
    const where = manifest.object.metadata?.namespace ?? namespace;
    if (!pods.known)
        return pods;
    if (where !== namespace)
        return { known: false, why: `its pods are in namespace ${where}, which was not read` };
    const own = pods.value.filter(({ metadata, status }) => status?.phase === 'Running' &&
        metadata?.deletionTimestamp === undefined &&
        (0,cluster_labels/* hasLabels */.cP)(labels, metadata?.labels));
    return { ...pods, value: own };
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
;// CONCATENATED MODULE: ./.build/js/src/assess/templates.js


const overPods = ({ about, none, good, lacks }) => subject => {
    const chosen = subject.workloads.filter(about);
    if (chosen.length === 0)
        return [notApplicable(none)];
    return chosen.flatMap(workload => templates_judgeOne(workload, good, spec => lacks(spec, workload, subject)));
};
const podRule = (rule, id, check) => ruleOf(rule, id, overPods(check));
const lack = (what, remedy, path = [], level) => ({
    ...{ what, remedy, path },
    ...(level === undefined ? {} : { level }),
});
const lackIf = (wrong, ...found) => wrong ? [lack(...found)] : [];
function templates_judgeOne({ title, manifest, path, spec, pods }, good, lacks) {
    const found = lacks(spec);
    if (found.length > 0)
        return found.map(lack => ({
            ...shortfall(`${title} ${lack.what}`, lack.remedy, manifest, [...path, ...lack.path]),
            ...(lack.level === undefined ? {} : { level: lack.level }),
        }));
    if (!pods.known)
        return [unknown(pods.why, title)];
    if (pods.value.length === 0)
        return [unknown(`no pod of ${title} runs, so none could be looked at`, title)];
    const own = new Set(spec.containers.map(({ name }) => name));
    for (const pod of pods.value) {
        const containers = pod.spec?.containers.filter(({ name }) => own.has(name)) ?? [];
        const [lack] = lacks({ ...pod.spec, containers });
        if (lack !== undefined)
            return [
                liveShortfall(`a running pod of ${title} differs from its manifest: it ${lack.what}`, 'release the manifests', title, pods),
            ];
    }
    return [met(`the pods of ${title} ${good}`, (0,count/* counted */.h)(pods.value.length, 'pod'), [pods], title)];
}
function servingContainers(spec) {
    const all = everyContainer(spec);
    const open = all.filter(({ container }) => (container.ports ?? []).length > 0);
    return open.length > 0 ? open : all.slice(0, 1);
}
const everyContainer = (spec) => containersIn(spec, 'containers');
const allContainers = (spec) => [
    ...containersIn(spec, 'initContainers'),
    ...everyContainer(spec),
];
const containersIn = (spec, list) => (spec[list] ?? []).map((container, index) => ({ container, path: [list, index] }));
const lasts = ({ object }) => object.kind !== 'CronJob';
const serves = (workload) => workload.serves;
const scales = (workload) => workload.scales;

;// CONCATENATED MODULE: ./.build/js/src/assess/manifests/access.js




const overRights = (kinds, find) => subject => {
    const written = kinds === 'roles' ? ['Role', 'ClusterRole'] : ['RoleBinding', 'ClusterRoleBinding'];
    const inManifests = ofKind(subject.manifests, ...written).flatMap(manifest => find(manifest.object).map(flaw => flawOf(manifest, flaw)));
    if (inManifests.length > 0)
        return inManifests;
    const { roleBindings, roles } = subject.live;
    if (!roleBindings.known)
        return [unknown(roleBindings.why)];
    if (!roles.known)
        return [unknown(roles.why)];
    const bindings = roleBindings.value.filter(each => binds(each, subject));
    const names = bindings.map(each => roleOf(each).name);
    const objects = kinds === 'roles' ? roles.value.filter(each => names.includes(each.metadata?.name)) : bindings;
    const found = objects.flatMap(object => {
        const of = `${written[0]}/${object.metadata?.name}`;
        return find(object).map(({ what, remedy }) => liveShortfall(`${of} ${what}`, remedy, of, roles));
    });
    const namespace = `Namespace/${subject.namespace}`;
    return found.length > 0
        ? found
        : [
            met('the accounts of the pods have no such right in the namespace', namespace, [
                roles,
                roleBindings,
            ]),
        ];
};
const flawOf = (manifest, { what, remedy, path }) => shortfall(`${nameOfManifest(manifest)} ${what}`, remedy, manifest, path);
const subjectsOf = (object) => Array.isArray(object.subjects) ? object.subjects : [];
const roleOf = (object) => (object.roleRef ?? {});
const accountsOf = ({ workloads }) => new Set(workloads.map(({ spec }) => spec.serviceAccountName ?? 'default'));
const binds = (binding, subject) => {
    const accounts = accountsOf(subject);
    return subjectsOf(binding).some(({ kind, name = '' }) => kind === 'ServiceAccount' && accounts.has(name));
};
const grantsIn = (object) => (Array.isArray(object.rules) ? object.rules : []).map(each => ({
    verbs: (0,map/* textsIn */.Ej)(each?.verbs),
    resources: (0,map/* textsIn */.Ej)(each?.resources),
    groups: (0,map/* textsIn */.Ej)(each?.apiGroups),
    names: (0,map/* textsIn */.Ej)(each?.resourceNames),
}));
const access_wildcard = ruleOf('access-wildcard', 'S5', overRights('roles', object => grantsIn(object).flatMap(({ verbs, resources, groups }, index) => {
    const wide = [
        ...(verbs.includes('*') ? ['every verb'] : []),
        ...(resources.includes('*') ? ['every resource'] : []),
        ...(groups.includes('*') ? ['every API group'] : []),
    ];
    if (wide.length === 0)
        return [];
    return [
        lack(`grants ${wide.join(' and ')}`, 'list the verbs and resources that the application uses', [
            'rules',
            index,
        ]),
    ];
})));
const admin = ruleOf('access-admin', 'S5', overRights('roleBindings', object => {
    const { kind, name = '' } = roleOf(object);
    if (kind !== 'ClusterRole' || !['cluster-admin', 'admin'].includes(name))
        return [];
    if (!subjectsOf(object).some(each => each.kind === 'ServiceAccount'))
        return [];
    return [
        lack(`makes a ServiceAccount ${name}`, 'bind it to a Role with the rights that the application uses', [
            'roleRef',
        ]),
    ];
}));
const defaultAccount = ruleOf('access-default-account', 'S5', overRights('roleBindings', object => subjectsOf(object).flatMap(({ kind, name }, index) => lackIf(kind === 'ServiceAccount' && name === 'default', 'gives rights to the ServiceAccount default, which every pod of the namespace has', 'create a ServiceAccount for the workload that needs them', ['subjects', index]))));
const sensitiveResources = /^(pods\/(exec|attach|portforward)|nodes\/proxy|serviceaccounts\/token)$/;
const sensitiveVerbs = ['escalate', 'bind', 'impersonate'];
const sensitive = ruleOf('access-sensitive', 'S5', overRights('roles', object => grantsIn(object).flatMap(({ verbs, resources, names }, index) => {
    const readsSecrets = resources.includes('secrets') &&
        names.length === 0 &&
        verbs.some(verb => ['get', 'list', 'watch'].includes(verb));
    const found = [
        ...(readsSecrets ? ['read all Secrets'] : []),
        ...resources.filter(each => sensitiveResources.test(each)).map(each => `use ${each}`),
        ...sensitiveVerbs.filter(verb => verbs.includes(verb)),
    ];
    if (found.length === 0)
        return [];
    return [
        lack(`lets its account ${found.join(', ')}`, 'remove the right, or name the objects in resourceNames', ['rules', index]),
    ];
})));
const tokenMounted = ruleOf('token-mounted', 'S5', subject => {
    const bound = [
        ...ofKind(subject.manifests, 'RoleBinding', 'ClusterRoleBinding').map(({ object }) => object),
        ...(subject.live.roleBindings.known ? subject.live.roleBindings.value : []),
    ].flatMap(each => subjectsOf(each).map(({ name }) => name));
    const without = ofKind(subject.manifests, 'ServiceAccount')
        .filter(({ object }) => object.automountServiceAccountToken === false)
        .map(({ name }) => name);
    return overPods({
        ...{
            about: lasts,
            none: 'no workload is in the manifests',
            good: 'have no token that they do not need',
        },
        lacks: ({ automountServiceAccountToken: mounts, serviceAccountName = 'default' }) => mounts === false ||
            bound.includes(serviceAccountName) ||
            (mounts !== true && without.includes(serviceAccountName))
            ? []
            : [
                lack('has a token for the API server, although nothing gives its account a right', 'set `automountServiceAccountToken: false`', []),
            ],
    })(subject);
});
const accessRules = [access_wildcard, admin, defaultAccount, sensitive, tokenMounted];

;// CONCATENATED MODULE: ./.build/js/src/assess/manifests/autoscaler.js


const specOf = ({ object }) => (object.spec ?? {});
const scalers = ({ manifests }) => ofKind(manifests, 'HorizontalPodAutoscaler');
const none = 'no HorizontalPodAutoscaler is in the manifests';
const missing = ruleOf('autoscaler-missing', 'P6', subject => {
    const chosen = subject.workloads.filter(each => each.scales && each.object.kind === 'Deployment');
    return chosen.length === 0
        ? [notApplicable('no Deployment gets requests')]
        : chosen.map(workload => judgeScaling(workload, subject));
});
function judgeScaling({ title, manifest, autoscaler }, subject) {
    const other = ofKind(subject.manifests, 'ScaledObject').find(each => targetOf(each.object).name === manifest.name);
    if (other !== undefined)
        return notApplicable(`${nameOfManifest(other)} scales ${title}`);
    if (autoscaler === undefined)
        return shortfall(`${title} has the same number of pods at any load`, 'add a HorizontalPodAutoscaler (autoscaling/v2)', manifest, ['spec', 'replicas']);
    const name = nameOfManifest(autoscaler);
    const { autoscalers } = subject.live;
    if (!autoscalers.known)
        return unknown(autoscalers.why, name);
    const found = autoscalers.value.find(({ metadata }) => metadata?.name === autoscaler.name);
    const active = found?.status?.conditions?.find(({ type }) => type === 'ScalingActive');
    if (active === undefined)
        return unknown(`${name} has no status in the cluster yet`, name);
    return active.status === 'True'
        ? met(`${name} scales ${title} by the load`, name, [autoscalers], name)
        : liveShortfall(`${name} cannot measure the load of ${title} (${active.reason})`, 'install the metrics API that it reads, or correct its metrics', name, autoscalers);
}
function eachTarget(subject, judge, good) {
    const pairs = scalers(subject).flatMap(scaler => {
        const target = subject.workloads.find(({ autoscaler }) => autoscaler === scaler);
        return target === undefined ? [] : [{ scaler, target }];
    });
    if (pairs.length === 0)
        return [notApplicable(none)];
    const { autoscalers } = subject.live;
    return pairs.map(({ scaler, target }) => {
        const wrong = judge(scaler, target);
        if (wrong !== undefined)
            return wrong;
        const name = nameOfManifest(scaler);
        if (!autoscalers.known)
            return unknown(autoscalers.why, name);
        return autoscalers.value.some(({ metadata }) => metadata?.name === scaler.name)
            ? met(`${name} ${good}`, name, [autoscalers], name)
            : unknown(`${name} is not in the cluster yet`, name);
    });
}
const target = ruleOf('autoscaler-target', 'P6', subject => {
    const lost = scalers(subject).filter(scaler => !subject.workloads.some(({ autoscaler }) => autoscaler === scaler) && !isLive(scaler, subject));
    if (lost.length === 0)
        return eachTarget(subject, () => undefined, 'has its target');
    return lost.map(scaler => {
        const { kind = 'a workload', name = '' } = targetOf(scaler.object);
        return shortfall(`${nameOfManifest(scaler)} scales ${kind}/${name}, which is not in the manifests`, 'correct scaleTargetRef', scaler, ['spec', 'scaleTargetRef']);
    });
});
const isLive = ({ object }, { live: { deployments } }) => deployments.known && deployments.value.some(({ metadata }) => metadata?.name === targetOf(object).name);
const replicas = ruleOf('autoscaler-replicas', 'P6', subject => eachTarget(subject, (scaler, { title, object, manifest }) => {
    const { minReplicas = 1, maxReplicas = 1 } = specOf(scaler);
    const name = nameOfManifest(scaler);
    if (minReplicas > maxReplicas)
        return shortfall(`${name} has a minReplicas of ${minReplicas} above its maxReplicas of ${maxReplicas}`, 'correct one of them', scaler, ['spec', 'maxReplicas']);
    const written = object.spec?.replicas;
    if (written === undefined || (written >= minReplicas && written <= maxReplicas))
        return undefined;
    return shortfall(`${title} sets ${written} replicas, which ${name} changes to between ${minReplicas} and ${maxReplicas}`, 'remove `replicas`, or set it to minReplicas', manifest, ['spec', 'replicas']);
}, 'agrees with the replicas of its target'));
const requests = ruleOf('autoscaler-requests', 'P6', subject => eachTarget(subject, (scaler, { title, spec, manifest, path }) => {
    const shares = (specOf(scaler).metrics ?? []).flatMap(({ resource }) => resource?.target?.type === 'Utilization' ? [resource.name] : []);
    for (const resource of shares)
        for (const [index, { name, resources }] of spec.containers.entries())
            if (resources?.requests?.[resource] === undefined && resources?.limits?.[resource] === undefined)
                return shortfall(`${nameOfManifest(scaler)} compares the use of ${resource} with the request of ${title}, which container ${name} does not have`, `set resources.requests.${resource}, or use an averageValue`, manifest, [...path, 'containers', index]);
    return undefined;
}, 'measures what its target requests'));
const autoscalerRules = [missing, target, replicas, requests];

;// CONCATENATED MODULE: ./.build/js/src/assess/manifests/disruption.js



const needsBudget = ({ serves, object, least }) => serves && object.kind !== 'DaemonSet' && least > 1;
const disruption_specOf = ({ object }) => (object.spec ?? {});
const budgetsOf = ({ manifests }, { labels }) => ofKind(manifests, 'PodDisruptionBudget').filter(each => (0,cluster_labels/* selectorMatches */.de)(disruption_specOf(each).selector, labels));
const disruption_none = 'no workload with several pods gets requests';
const budget = ruleOf('disruption-budget', 'H1', subject => {
    const chosen = subject.workloads.filter(needsBudget);
    const idle = ofKind(subject.manifests, 'PodDisruptionBudget').filter(each => !subject.workloads.some(({ labels }) => (0,cluster_labels/* selectorMatches */.de)(disruption_specOf(each).selector, labels)));
    const judged = chosen.map(workload => {
        const { title, manifest } = workload;
        const [found] = budgetsOf(subject, workload);
        if (found === undefined)
            return shortfall(`a drain of nodes may end all pods of ${title} at once, because it has no PodDisruptionBudget`, 'add one with `maxUnavailable: 1`', manifest);
        const live = liveBudget(subject, found);
        if (!live.known)
            return unknown(live.why, title);
        return live.value === undefined
            ? unknown(`${nameOfManifest(found)} is not in the cluster yet`, title)
            : met(`${nameOfManifest(found)} limits drains of ${title}`, title, [live], title);
    });
    return [
        ...(judged.length === 0 && idle.length === 0 ? [notApplicable(disruption_none)] : judged),
        ...idle.map(each => shortfall(`${nameOfManifest(each)} selects no workload of the manifests`, 'make its selector match the labels of the pods', each, ['spec', 'selector'])),
    ];
});
const blocked = ruleOf('disruption-blocked', 'H1', subject => {
    const pairs = subject.workloads.flatMap(workload => budgetsOf(subject, workload).map(found => ({ workload, found })));
    return pairs.length === 0
        ? [notApplicable('no PodDisruptionBudget is in the manifests')]
        : pairs.map(({ workload, found }) => judgeBudget(subject, workload, found));
});
function judgeBudget(subject, { title, least }, found) {
    const { minAvailable, maxUnavailable } = disruption_specOf(found);
    const name = nameOfManifest(found);
    const kept = minAvailable === undefined ? undefined : podsIn(minAvailable, least);
    const lost = maxUnavailable === undefined ? undefined : podsIn(maxUnavailable, least);
    if ((kept !== undefined && kept >= least) || lost === 0)
        return shortfall(`${name} never lets a pod of ${title} go when it has ${least}, so no node under it can be drained`, 'write `maxUnavailable: 1` in place of the present limit', found, ['spec', minAvailable === undefined ? 'maxUnavailable' : 'minAvailable']);
    const live = liveBudget(subject, found);
    if (!live.known)
        return unknown(live.why, name);
    const { disruptionsAllowed, currentHealthy } = (live.value?.status ?? {});
    if (disruptionsAllowed === undefined)
        return unknown(`${name} has no status in the cluster yet`, name);
    return disruptionsAllowed === 0
        ? liveShortfall(`${name} lets no pod of ${title} go now, with ${currentHealthy ?? 0} healthy`, 'find out with `slipway status` why pods are not ready, or lower the limit', name, live)
        : met(`${name} lets ${disruptionsAllowed} of the pods of ${title} go now`, name, [live], name);
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

// EXTERNAL MODULE: ./.build/js/src/release/preflight/capacity.js
var capacity = __webpack_require__(88795);
;// CONCATENATED MODULE: ./.build/js/src/assess/manifests/graceful-end.js



const graceful_end_none = 'no workload gets requests';
const stopHook = podRule('stop-hook', 'H6', {
    ...{ about: scales, none: graceful_end_none, good: 'wait before they end' },
    lacks: spec => servingContainers(spec)
        .filter(({ container }) => container.lifecycle?.preStop === undefined)
        .map(({ container, path }) => lack(`ends container ${container.name} while load balancers still send requests to it, because it has no preStop hook`, 'add `lifecycle: {preStop: {sleep: {seconds: 5}}}`', path)),
});
const stopGrace = podRule('stop-grace', 'H6', {
    ...{ about: serves, none: graceful_end_none, good: 'have time to end' },
    lacks: (spec) => {
        const { terminationGracePeriodSeconds: grace = 30 } = spec;
        return everyContainer(spec).flatMap(({ container, path }) => {
            const pause = pauseOf(container);
            if (pause === undefined ? grace > 0 : pause < grace)
                return [];
            return [
                lack(pause === undefined
                    ? `kills container ${container.name} at once, because terminationGracePeriodSeconds is 0`
                    : `kills container ${container.name} without SIGTERM: its preStop hook takes ${pause} s, and all of the end ${grace} s`, `set terminationGracePeriodSeconds to at least ${(pause ?? 0) + 15}`, pause === undefined ? ['terminationGracePeriodSeconds'] : [...path, 'lifecycle']),
            ];
        });
    },
});
function pauseOf({ lifecycle }) {
    const { sleep, exec } = lifecycle?.preStop ?? {};
    if (sleep !== undefined)
        return sleep.seconds;
    const seconds = /(?:^|[\s;&/])sleep\s+(\d+)(?:s|\b)/.exec((exec?.command ?? []).join(' '))?.[1];
    return seconds === undefined ? undefined : Number(seconds);
}
const updateDowntime = ruleOf('update-downtime', 'C10', subject => {
    const chosen = subject.workloads.filter(each => each.scales && each.object.kind === 'Deployment');
    return chosen.length === 0
        ? [notApplicable('no Deployment gets requests')]
        : chosen.map(workload => judgeUpdate(workload, subject));
});
function judgeUpdate({ title, manifest, object, least }, { live }) {
    const remedy = 'set `strategy` to RollingUpdate with `maxUnavailable: 0` or 1';
    const problem = downtimeOf(object, least);
    if (problem !== undefined)
        return shortfall(`${title} ${problem}`, remedy, manifest, ['spec', 'strategy']);
    const { deployments } = live;
    if (!deployments.known)
        return unknown(deployments.why, title);
    const found = deployments.value.find(({ metadata }) => metadata?.name === manifest.name);
    if (found === undefined)
        return unknown(`${title} is not in the cluster yet`, title);
    const now = downtimeOf(found, found.spec?.replicas ?? 1);
    return now === undefined
        ? met(`an update of ${title} leaves pods for requests`, title, [deployments], title)
        : liveShortfall(`${title} in the cluster ${now}`, 'release the manifests', title, deployments);
}
function downtimeOf(object, replicas) {
    if (replicas === 0)
        return undefined;
    const { type, maxUnavailable } = (0,capacity/* limitsOf */.Af)(object, replicas);
    if (type === 'Recreate')
        return 'ends all pods before an update starts the first new one (Recreate)';
    return maxUnavailable >= replicas
        ? `may lose all of its ${replicas} pods in an update (maxUnavailable)`
        : undefined;
}
const endRules = [stopHook, stopGrace, updateDowntime];

;// CONCATENATED MODULE: ./.build/js/src/assess/manifests/images.js


const moving = /^(latest|stable|main|master|edge|nightly|dev|develop|canary|current|lts|rolling)$/;
const floating = podRule('image-floating', 'I10', {
    about: () => true,
    none: 'no workload is in the manifests',
    good: 'run images that do not change',
    lacks: (spec, workload, { released }) => ['initContainers', 'containers'].flatMap(list => (spec[list] ?? []).flatMap(({ name, image = '' }, index) => {
        if (spec === workload.spec && released.includes((0,kinds/* repositoryOf */._M)(image)))
            return [];
        const tag = tagOf(image);
        if (image === '' || image.includes('@') || (tag !== undefined && !moving.test(tag)))
            return [];
        return [
            lack(`runs an image in container ${name} that may change at any time: ${tag === undefined ? 'it has no tag' : `the tag ${tag} moves`}`, 'write a version, or better a digest', [list, index, 'image']),
        ];
    })),
});
function tagOf(image) {
    const rest = image.slice((0,kinds/* repositoryOf */._M)(image).length);
    return rest.startsWith(':') ? rest.slice(1) : undefined;
}
const floatingRules = [floating];

;// CONCATENATED MODULE: ./.build/js/src/assess/manifests/network.js




const policy = ruleOf('network-policy', 'S6', subject => {
    const chosen = subject.workloads.filter(lasts);
    return chosen.length === 0
        ? [notApplicable('no workload is in the manifests')]
        : chosen.map(workload => network_judgeOne(workload, subject));
});
function network_judgeOne({ title, labels }, { live, manifests }) {
    const limits = ({ spec }) => (0,cluster_labels/* selectorMatches */.de)(spec?.podSelector, labels);
    const { networkPolicies } = live;
    if (!networkPolicies.known)
        return unknown(networkPolicies.why, title);
    if (networkPolicies.value.some(limits))
        return met(`a NetworkPolicy limits the connections of ${title}`, title, [networkPolicies], title);
    const written = ofKind(manifests, 'NetworkPolicy').find(({ object }) => limits(object));
    return written === undefined
        ? liveShortfall(`no NetworkPolicy selects the pods of ${title}, so every pod of the cluster may connect to them`, 'add one that allows only the connections that the application needs', title, networkPolicies)
        : unknown(`NetworkPolicy/${written.name} is not in the cluster yet`, title);
}
const networkRules = [policy];

;// CONCATENATED MODULE: ./.build/js/src/assess/manifests/probes.js



const probes_none = 'no workload gets requests';
const probes_kinds = ['startupProbe', 'readinessProbe', 'livenessProbe'];
const perContainer = (find) => (spec) => servingContainers(spec).flatMap(({ container, path }) => find(container).map(found => ({ ...found, path: [...path, ...found.path] })));
const readiness = podRule('probe-readiness', 'H4', {
    ...{ about: serves, none: probes_none, good: 'say when they are ready' },
    lacks: perContainer(({ name, readinessProbe }) => lackIf(readinessProbe === undefined, `gets requests in container ${name} as soon as it starts, because it has no readinessProbe`, 'add a readinessProbe that succeeds once the application can answer')),
});
const liveness = podRule('probe-liveness', 'H5', {
    ...{ about: serves, none: probes_none, good: 'are restarted when they hang' },
    lacks: perContainer(({ name, livenessProbe }) => lackIf(livenessProbe === undefined, `is not restarted when container ${name} hangs, because it has no livenessProbe`, 'add a livenessProbe that looks only at the process itself')),
});
const same = podRule('probe-same', 'H4', {
    ...{
        about: serves,
        none: probes_none,
        good: 'are restarted for other reasons than those for which they get no requests',
    },
    lacks: perContainer(({ name, readinessProbe, livenessProbe }) => lackIf(readinessProbe !== undefined &&
        livenessProbe !== undefined &&
        handlerOf(readinessProbe) === handlerOf(livenessProbe), `asks the same of container ${name} for readiness and liveness, so a failed dependency restarts it`, 'let the readinessProbe look at dependencies, and the livenessProbe only at the process', ['livenessProbe'])),
});
const handlerOf = ({ httpGet, tcpSocket, exec, grpc }) => JSON.stringify([httpGet?.path, httpGet?.port, tcpSocket?.port, exec?.command, grpc?.port, grpc?.service]);
const port = podRule('probe-port', 'H4', {
    ...{ about: serves, none: probes_none, good: 'are asked at ports that they have' },
    lacks: perContainer(container => probes_kinds.flatMap(kind => {
        const probe = container[kind];
        const asked = probe?.httpGet?.port ?? probe?.tcpSocket?.port;
        if (typeof asked !== 'string' || (container.ports ?? []).some(({ name }) => name === asked))
            return [];
        return [
            lack(`has a ${kind} at port ${asked}, which container ${container.name} does not have, so it always fails`, 'name one of the ports of the container', [kind]),
        ];
    })),
});
const times = podRule('probe-times', 'H4', {
    ...{ about: serves, none: probes_none, good: 'are asked at sensible intervals' },
    lacks: perContainer(container => [
        ...probes_kinds.flatMap(kind => {
            const { timeoutSeconds = 1, periodSeconds = 10 } = container[kind] ?? {};
            if (timeoutSeconds <= 2 * periodSeconds)
                return [];
            return [
                lack(`waits ${timeoutSeconds} s for an answer of a ${kind} that asks every ${periodSeconds} s`, 'make timeoutSeconds shorter than periodSeconds', [kind]),
            ];
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
            lack('is restarted after one failed livenessProbe', 'set failureThreshold to 3, so that a short pause does not restart it', path),
        ];
    if (readinessProbe === undefined || patienceOf(livenessProbe) >= patienceOf(readinessProbe))
        return [];
    return [
        lack(`is restarted after ${patienceOf(livenessProbe)} s, before it loses its requests after ${patienceOf(readinessProbe)} s`, 'let the livenessProbe fail later than the readinessProbe', path),
    ];
}
const patienceOf = ({ periodSeconds = 10, failureThreshold = 3 }) => periodSeconds * failureThreshold;
const startup = ruleOf('probe-startup', 'H4', ({ workloads }) => {
    const chosen = workloads.filter(serves);
    return chosen.length === 0 ? [notApplicable(probes_none)] : chosen.flatMap(judgeStart);
});
const margin = 2;
function judgeStart({ title, manifest, spec, path, pods }) {
    const judged = servingContainers(spec).flatMap(({ container, path: within }) => {
        const { name, startupProbe, livenessProbe } = container;
        const at = [...path, ...within, startupProbe === undefined ? 'livenessProbe' : 'startupProbe'];
        const probe = startupProbe ?? livenessProbe;
        if (probe === undefined)
            return [];
        if (!(0,map/* isMap */.jh)(probe))
            return [unknown(`the probes of ${title} cannot be read`, title)];
        const budget = (probe.initialDelaySeconds ?? 0) + patienceOf(probe);
        if (startupProbe === undefined && (livenessProbe?.initialDelaySeconds ?? 0) > 30)
            return [
                shortfall(`${title} is not looked at in container ${name} for ${livenessProbe?.initialDelaySeconds} s after each start`, 'replace initialDelaySeconds by a startupProbe, which ends as soon as the application has started', manifest, at),
            ];
        if (!pods.known)
            return [unknown(pods.why, title)];
        const observed = startOf(pods.value, name);
        if (observed === undefined)
            return [unknown(`no start of ${title} could be observed`, title)];
        const said = `${title} was ready ${observed} s after its start, and may take ${budget} s`;
        return budget < margin * observed
            ? [
                {
                    ...shortfall(`${said}; a slower start is ended by a restart`, `give a startupProbe at least ${margin * observed} s (periodSeconds × failureThreshold)`, manifest, at),
                    evidence: [{ asked: pods.asked, of: title, at: pods.at }],
                },
            ]
            : [met(said, title, [pods], title)];
    });
    return judged.length > 0 ? judged : [notApplicable(`no probe restarts ${title}`)];
}
function startOf(pods, container) {
    const spans = pods.flatMap(({ status }) => {
        const found = status?.containerStatuses?.find(({ name }) => name === container);
        const ready = status?.conditions?.find(({ type, status: is }) => type === 'Ready' && is === 'True');
        const started = found?.state?.running?.startedAt;
        if (found?.restartCount !== 0 || started === undefined || ready?.lastTransitionTime === undefined)
            return [];
        const span = (Date.parse(ready.lastTransitionTime) - Date.parse(started)) / 1000;
        return Number.isFinite(span) && span >= 0 && span <= longestStart ? [span] : [];
    });
    return spans.sort((a, b) => a - b)[Math.floor(spans.length / 2)];
}
const longestStart = 1800;
const probeRules = [readiness, liveness, same, port, times, startup];

;// CONCATENATED MODULE: ./.build/js/src/assess/manifests/quotas.js





function ofNamespace({ namespace, live, manifests }, part, kind, effect) {
    const found = live[part];
    const title = `Namespace/${namespace}`;
    if (!found.known)
        return [unknown(found.why, title)];
    if (found.value.length > 0)
        return [met(`${title} has ${(0,count/* counted */.h)(found.value.length, kind)}`, title, [found], title)];
    const [written] = ofKind(manifests, kind);
    return [
        written === undefined
            ? liveShortfall(`${title} has no ${kind}, so ${effect}`, `add a ${kind}`, title, found)
            : unknown(`${nameOfManifest(written)} is not in the cluster yet`, title),
    ];
}
const quota = ruleOf('namespace-quota', 'P5', subject => ofNamespace(subject, 'quotas', 'ResourceQuota', 'it may use the whole cluster'));
const limits = ruleOf('namespace-limits', 'P5', subject => ofNamespace(subject, 'limitRanges', 'LimitRange', 'pods without limits get no default ones'));
const peak = ruleOf('quota-peak', 'P5', ({ workloads, live, namespace }) => {
    const { quotas, deployments } = live;
    const title = `Namespace/${namespace}`;
    if (!quotas.known)
        return [unknown(quotas.why, title)];
    if (!deployments.known)
        return [unknown(deployments.why, title)];
    if (quotas.value.length === 0)
        return [notApplicable(`${title} has no ResourceQuota`)];
    const parts = workloads
        .filter(({ object }) => object.kind === 'Deployment')
        .map(({ object, spec, least }) => {
        const found = deployments.value.find(each => (0,kinds/* isOf */.yW)((0,kinds/* refOf */.H8)(object), { ...each, kind: 'Deployment' }));
        const running = found === undefined ? 0 : (0,kinds/* replicasOf */.N4)({ ...found, kind: 'Deployment' });
        return { spec, pods: (0,capacity/* limitsOf */.Af)(object, Math.max(least, running)).peak - running };
    });
    const short = (0,capacity/* quotaShortfalls */.bu)([...quotas.value], parts);
    return short.length === 0
        ? [met(`the quota of ${title} has room for an update`, title, [quotas, deployments], title)]
        : short.map(what => liveShortfall(what, 'raise the quota, or lower maxSurge', title, quotas));
});
const quotaRules = [quota, limits, peak];

;// CONCATENATED MODULE: ./.build/js/src/assess/manifests/resources.js


const always = () => true;
const resources_none = 'no workload is in the manifests';
const names = ['cpu', 'memory'];
function defaultsIn({ live: { limitRanges } }, side) {
    const items = limitRanges.known ? limitRanges.value : [];
    const limits = items.flatMap(({ spec }) => spec?.limits ?? []);
    return new Set(limits.filter(({ type }) => type === 'Container').flatMap(each => Object.keys(each[side] ?? {})));
}
const resources_requests = podRule('resource-requests', 'H8', {
    ...{ about: always, none: resources_none, good: 'ask for processor and memory' },
    lacks: (spec, _, subject) => {
        const given = defaultsIn(subject, 'defaultRequest');
        return everyContainer(spec).flatMap(({ container, path }) => {
            const { requests: asked = {}, limits = {} } = container.resources ?? {};
            const missing = names.filter(name => asked[name] === undefined && limits[name] === undefined && !given.has(name));
            if (missing.length === 0)
                return [];
            const best = missing.length === 2 ? ', so it is the first to be evicted' : '';
            return [
                lack(`does not say how much ${missing.join(' and ')} container ${container.name} needs${best}`, `set ${missing.map(name => `resources.requests.${name}`).join(' and ')}`, container.resources === undefined ? path : [...path, 'resources']),
            ];
        });
    },
});
const memory = podRule('resource-memory', 'H8', {
    ...{ about: always, none: resources_none, good: 'have a limit of memory' },
    lacks: (spec, _, subject) => defaultsIn(subject, 'default').has('memory')
        ? []
        : everyContainer(spec)
            .filter(({ container }) => container.resources?.limits?.memory === undefined)
            .map(({ container, path }) => lack(`may use all memory of a node in container ${container.name}`, 'set resources.limits.memory', container.resources === undefined ? path : [...path, 'resources'])),
});
const invalid = podRule('resource-invalid', 'H8', {
    ...{ about: always, none: resources_none, good: 'ask for no more than they may use' },
    lacks: spec => everyContainer(spec).flatMap(({ container, path }) => problemsOf(container).map(({ what, side, name }) => lack(`${what} in container ${container.name}`, `correct resources.${side}.${name}`, [
        ...path,
        'resources',
        side,
        name,
    ]))),
});
function problemsOf({ resources: { requests: asked = {}, limits = {} } = {} }) {
    const wrong = ['requests', 'limits'].flatMap(side => Object.entries({ requests: asked, limits }[side])
        .filter(([, value]) => Number.isNaN((0,capacity/* quantity */.au)(String(value))))
        .map(([name]) => ({ what: `has a ${side.slice(0, -1)} of ${name} that is no quantity`, side, name })));
    const above = Object.entries(asked)
        .filter(([name, value]) => (0,capacity/* quantity */.au)(String(value)) > (0,capacity/* quantity */.au)(String(limits[name] ?? 'none')))
        .map(([name]) => ({ what: `requests more ${name} than its limit`, side: 'requests', name }));
    return [...wrong, ...above];
}
const resourceRules = [resources_requests, memory, invalid];

;// CONCATENATED MODULE: ./.build/js/src/assess/manifests/secrets.js





const secrets_none = 'no workload is in the manifests';
const variablesOf = ({ container: { env = [] }, path }) => env.map((variable, index) => ({ ...variable, path: [...path, 'env', index] }));
const high = ruleOf('variable-high', 'K7', subject => {
    const inConfigMaps = ofKind(subject.manifests, 'ConfigMap').flatMap(each => configMapJudged(each, subject));
    const inPods = overPods({
        ...{ about: () => true, none: secrets_none, good: 'have no secret in plain variables' },
        lacks: (spec, _, { variables }) => allContainers(spec).flatMap(each => [
            ...variablesOf(each).flatMap(({ name, value, valueFrom, path }) => {
                const found = value === undefined ? undefined : secretIn(name, String(value), variables);
                if (found !== undefined)
                    return [lack(`has ${found} in the variable ${name}`, homes, path)];
                return lackIf(valueFrom?.configMapKeyRef !== undefined && classOf(name, variables) === 'high', `takes the variable ${name} of class high from a ConfigMap`, homes, path);
            }),
            ...['command', 'args'].flatMap(key => (each.container[key] ?? []).flatMap((word, index) => {
                const found = secretIn('', String(word), variables);
                return lackIf(found !== undefined, `has ${found} in its ${key}`, homes, [
                    ...each.path,
                    key,
                    index,
                ]);
            })),
        ]),
    })(subject);
    return [...inConfigMaps, ...inPods];
});
const homes = 'revoke it, keep the new one in a Secret that an ExternalSecret, a SealedSecret or SOPS creates, and take it by secretKeyRef';
function configMapJudged(manifest, { variables }) {
    return Object.entries((0,map/* textMap */.sP)(manifest.object.data)).flatMap(([key, value]) => {
        const isFile = /[.\n]/.test(`${key}${value.trim().includes('\n') ? '\n' : ''}`);
        const found = secretIn(isFile ? '' : key, value, variables);
        if (found === undefined)
            return [];
        return [shortfall(`${nameOfManifest(manifest)} has ${found} in ${key}`, homes, manifest, ['data', key])];
    });
}
const medium = ruleOf('variable-medium', 'K7', subject => /prod|live/i.test(subject.environment)
    ? [
        ...overPods({
            ...{ about: () => true, none: secrets_none, good: 'have no switch for development on' },
            lacks: (spec, _, { variables }) => allContainers(spec)
                .flatMap(variablesOf)
                .flatMap(({ name, value, path }) => lackIf(isOn(value) && classOf(name, variables) === 'medium', `has ${name} on in production`, off, path)),
        })(subject),
        ...ofKind(subject.manifests, 'ConfigMap').flatMap(each => Object.entries((0,map/* textMap */.sP)(each.object.data)).flatMap(([key, value]) => isOn(value) && classOf(key, subject.variables) === 'medium'
            ? [shortfall(`${nameOfManifest(each)} has ${key} on in production`, off, each, ['data', key])]
            : [])),
    ]
    : [notApplicable(`${subject.environment} is not called production`)]);
const off = 'turn it off, or set it only for other environments';
const isOn = (value) => /^(1|true|yes|on|\*)$/i.test(String(value ?? '').trim());
const low = podRule('variable-low', 'K7', {
    ...{ about: () => true, none: secrets_none, good: 'keep plain settings out of Secrets' },
    lacks: (spec, _, { variables }) => allContainers(spec)
        .flatMap(variablesOf)
        .flatMap(({ name, valueFrom, path }) => lackIf(valueFrom?.secretKeyRef !== undefined && isSetting(name, variables), `keeps the setting ${name} in a Secret, where changes of it cannot be seen`, 'move it to a ConfigMap', path)),
});
const isSetting = (name, variables) => !/_(HOST|PORT)$/i.test(name) && classOf(name, variables) === 'low';
const isEncrypted = ({ object }) => (0,map/* isMap */.jh)(object.sops);
const plain = ruleOf('secret-plain', 'K8', ({ manifests, variables }) => {
    const found = ofKind(manifests, 'Secret')
        .filter(each => !isEncrypted(each))
        .flatMap(manifest => {
        const keys = secretKeys(manifest, variables);
        const [first] = keys;
        if (first === undefined)
            return [];
        const said = `${nameOfManifest(manifest)} has ${keys.length === 1 ? 'a value' : `${keys.length} values`}`;
        return isOfChart(manifest)
            ? [{ ...shortfall(`${said} from a chart`, ofChart, manifest, first), level: 'warning' }]
            : [shortfall(`${said} that anyone with the repository can read`, homes, manifest, first)];
    });
    return found.length > 0 ? found : [notApplicable('no Secret with values is in the manifests')];
});
const isOfChart = ({ source }) => source.includes('/templates/');
const ofChart = 'name an existing Secret in the values of the chart, and create that by an ExternalSecret or SOPS';
function secretKeys({ object }, variables) {
    const decoded = (text) => Buffer.from(text, 'base64').toString('utf8');
    return [
        ...Object.entries((0,map/* textMap */.sP)(object.data)).map(([key, value]) => [key, decoded(value), 'data']),
        ...Object.entries((0,map/* textMap */.sP)(object.stringData)).map(([key, value]) => [key, value, 'stringData']),
    ].flatMap(([key, value, part]) => {
        const isSecret = secretIn('', value, variables) !== undefined || !isHarmless(value);
        return isSecret && classOf(key, variables) !== 'low' ? [[part, key]] : [];
    });
}
const sops = ruleOf('secret-sops', 'K8', ({ manifests, now }) => {
    const files = manifests.filter(isEncrypted);
    if (files.length === 0)
        return [notApplicable('no manifest is encrypted by SOPS')];
    return files.flatMap(manifest => {
        const flaws = sopsFlaws(manifest);
        const name = nameOfManifest(manifest);
        return flaws.length > 0
            ? flaws.map(([what, path]) => shortfall(`${name} ${what}`, 'encrypt the file again with `sops --encrypt`', manifest, path))
            : [
                met(`${name} is encrypted`, name, [{ known: true, value: 0, asked: 'the manifest', at: now }], name),
            ];
    });
});
function sopsFlaws({ object }) {
    const settings = object.sops;
    const limits = ['encrypted_regex', 'encrypted_suffix', 'unencrypted_regex', 'unencrypted_suffix'];
    const open = ['data', 'stringData'].flatMap(part => Object.entries((0,map/* textMap */.sP)(object[part]))
        .filter(([, value]) => value !== '' && !/^ENC\[[A-Z0-9_]+,/.test(value))
        .map(([key]) => [
        `has ${key} in plain text, although SOPS should encrypt it`,
        [part, key],
    ]));
    return [
        ...(typeof settings.mac === 'string' && settings.mac !== ''
            ? []
            : [['has no mac, so changes of it cannot be noticed', ['sops']]]),
        ...(limits.some(key => typeof settings[key] === 'string')
            ? []
            : [
                ['has no encrypted_regex, so SOPS does not say which fields it encrypts', ['sops']],
            ]),
        ...open,
    ];
}
const secretRules = [high, medium, low, plain, sops];

;// CONCATENATED MODULE: ./.build/js/src/assess/manifests/validity.js




const controllers = ['Deployment', 'StatefulSet', 'DaemonSet'];
const workload = ruleOf('workload-invalid', 'H8', subject => {
    const found = ofKind(subject.manifests, ...controllers);
    if (found.length === 0)
        return [notApplicable('no workload is in the manifests')];
    return found.flatMap(manifest => judgeWorkload(manifest, subject));
});
function judgeWorkload(manifest, { workloads }) {
    const title = nameOfManifest(manifest);
    const flaws = flawsOf(manifest).map(([what, path]) => shortfall(`${title} ${what}, so the API server refuses it`, 'add what is missing', manifest, path));
    if (flaws.length > 0)
        return flaws;
    const pods = workloads.find(each => each.manifest === manifest)?.pods;
    if (pods?.known !== true)
        return [unknown(pods?.why ?? 'its pods were not sought', title)];
    return [
        pods.value.length > 0
            ? met(`${title} runs in the cluster`, title, [pods], title)
            : unknown(`no pod of ${title} runs`, title),
    ];
}
function flawsOf({ object }) {
    const spec = (0,map/* isMap */.jh)(object.spec) ? object.spec : {};
    const template = (0,map/* isMap */.jh)(spec.template) ? spec.template : {};
    const pod = (0,map/* isMap */.jh)(template.spec) ? template.spec : {};
    const { labels } = ((0,map/* isMap */.jh)(template.metadata) ? template.metadata : {});
    const containers = (0,map/* mapsIn */.nf)(pod.containers);
    const path = ['spec', 'template'];
    return [
        ...when(!(0,map/* isMap */.jh)(spec.selector), 'has no spec.selector', ['spec']),
        ...when(labels === undefined, 'has no spec.template.metadata.labels', path),
        ...when((0,map/* isMap */.jh)(spec.selector) && labels !== undefined && !(0,cluster_labels/* selectorMatches */.de)(spec.selector, labels), 'selects other pods than those of its template', ['spec', 'selector']),
        ...when(containers.length === 0, 'has no container', path),
        ...containers.flatMap(({ name, image }, index) => when(typeof name !== 'string' || typeof image !== 'string' || image === '', `has a container without ${typeof name === 'string' ? 'an image' : 'a name'}`, [...path, 'spec', 'containers', index])),
    ];
}
const when = (wrong, what, path) => wrong ? [[what, path]] : [];
const service = ruleOf('service-selector', 'A5', subject => {
    const chosen = ofKind(subject.manifests, 'Service').filter(each => Object.keys(serviceSelector(each) ?? {}).length > 0);
    return chosen.length === 0
        ? [notApplicable('no Service with a selector is in the manifests')]
        : chosen.map(each => judgeService(each, subject));
});
function judgeService(manifest, { workloads, live: { pods } }) {
    const { object } = manifest;
    const selector = serviceSelector(manifest);
    const name = nameOfManifest(manifest);
    const behind = workloads.filter(({ labels }) => (0,cluster_labels/* selects */.ko)(selector, labels));
    const running = pods.known ? pods.value.filter(({ metadata }) => (0,cluster_labels/* selects */.ko)(selector, metadata?.labels)) : [];
    if (behind.length === 0 && running.length === 0)
        return shortfall(`${name} selects no pods of the manifests, so requests to it fail`, 'make its selector match the labels of the pods', manifest, ['spec', 'selector']);
    const open = behind.flatMap(({ spec }) => spec.containers.flatMap(({ ports = [] }) => ports.map(port => port.name)));
    const written = object.spec.ports ?? [];
    const index = written.findIndex(({ targetPort }) => typeof targetPort === 'string' && !open.includes(targetPort));
    if (behind.length > 0 && index >= 0)
        return shortfall(`${name} sends requests to the port ${written[index]?.targetPort}, which no container behind it has`, 'name a port of the container, or add it there', manifest, ['spec', 'ports', index]);
    if (!pods.known)
        return unknown(pods.why, name);
    return running.length > 0
        ? met(`${name} selects running pods`, name, [pods], name)
        : unknown(`${name} selects no running pod yet`, name);
}
const served = ruleOf('api-served', 'C14', ({ manifests, live }) => {
    if (!live.served.known)
        return [unknown(live.served.why)];
    const { value } = live.served;
    const lacking = manifests.filter(({ object }) => !value.has(object.apiVersion));
    if (lacking.length === 0)
        return [met('the API server serves the versions of all manifests', 'the API server', [live.served])];
    return lacking.map(manifest => ({
        ...shortfall(`${nameOfManifest(manifest)} needs ${manifest.object.apiVersion}, which the API server does not serve`, 'write a version that it serves (`kubectl api-versions`), or install the add-on', manifest, ['apiVersion']),
        ...(manifest.object.kind === 'HorizontalPodAutoscaler' ? { id: 'P6' } : {}),
    }));
});
const validityRules = [workload, service, served];

;// CONCATENATED MODULE: ./.build/js/src/assess/manifests/zones.js





const perZone = 2;
const spreads = ({ scales }) => scales;
const zones_none = 'no workload with a number of pods gets requests';
function eachSpread(subject, judge) {
    const chosen = subject.workloads.filter(spreads);
    return chosen.length === 0 ? [notApplicable(zones_none)] : chosen.map(judge);
}
const zoneReplicas = ruleOf('zone-replicas', 'H1', subject => eachSpread(subject, ({ title, manifest, autoscaler, least, pods }) => {
    const needed = perZone * subject.zones;
    const zones = (0,count/* counted */.h)(subject.zones, 'zone');
    if (least < needed) {
        const [where, path, key] = autoscaler === undefined
            ? [manifest, ['spec', 'replicas'], 'replicas']
            : [autoscaler, ['spec', 'minReplicas'], 'minReplicas'];
        return shortfall(`${title} may run with ${(0,count/* counted */.h)(least, 'pod')}, but two in each of ${zones} are ${needed}`, `set \`${key}\` to at least ${needed}, or \`assess.zones\` in slipway.yml to the zones that you need`, where, path);
    }
    if (!pods.known)
        return unknown(pods.why, title);
    return pods.value.length < needed
        ? liveShortfall(`${(0,count/* counted */.h)(pods.value.length, 'pod')} of ${title} run, but two in each of ${zones} are ${needed}`, 'release the manifests, or find out why pods are missing with `slipway status`', title, pods)
        : met(`${(0,count/* counted */.h)(pods.value.length, 'pod')} of ${title} run`, title, [pods], title);
}));
const zoneSpread = ruleOf('zone-spread', 'H1', subject => subject.zones === 1
    ? [notApplicable('`assess.zones` is 1')]
    : overPods({ about: spreads, none: zones_none, good: 'are spread over zones', lacks: spreadLacks })(subject));
function spreadLacks({ topologySpreadConstraints = [], affinity }, { labels, title }) {
    const apart = affinity?.podAntiAffinity;
    const terms = [
        ...(apart?.requiredDuringSchedulingIgnoredDuringExecution ?? []),
        ...(apart?.preferredDuringSchedulingIgnoredDuringExecution ?? []).map(each => each.podAffinityTerm),
    ];
    if (terms.some(({ topologyKey, labelSelector }) => topologyKey === cluster_labels/* zoneLabel */.LK && (0,cluster_labels/* selectorMatches */.de)(labelSelector, labels)))
        return [];
    const index = topologySpreadConstraints.findIndex(({ topologyKey }) => topologyKey === cluster_labels/* zoneLabel */.LK);
    const found = topologySpreadConstraints[index];
    if (found === undefined)
        return [
            lack('does not ask for a spread over zones, so all its pods may be in one', `add a topologySpreadConstraint with \`topologyKey: ${cluster_labels/* zoneLabel */.LK}\` and \`whenUnsatisfiable: DoNotSchedule\``, []),
        ];
    const path = ['topologySpreadConstraints', index];
    if (found.labelSelector === undefined || !(0,cluster_labels/* selectorMatches */.de)(found.labelSelector, labels))
        return [
            lack('has a spread over zones that selects other pods', `make its labelSelector match the labels of the pods of ${title}`, [...path, 'labelSelector']),
        ];
    if (found.whenUnsatisfiable === 'DoNotSchedule')
        return [];
    return [
        lack('prefers a spread over zones, but does not require it', 'set `whenUnsatisfiable: DoNotSchedule`', [...path, 'whenUnsatisfiable'], 'info'),
    ];
}
const zoneNodes = ruleOf('zone-nodes', 'H1', subject => eachSpread(subject, ({ title, object, spec }) => {
    const { nodes } = subject.live;
    if (!nodes.known)
        return unknown(nodes.why, title);
    const usable = (0,capacity/* eligibleNodes */.VS)(nodes.value, object).filter(node => tolerates(spec, node));
    const zones = [...new Set(usable.flatMap(node => (0,cluster_labels/* zoneOf */.kE)(node) ?? []))].sort();
    return zones.length < subject.zones
        ? liveShortfall(`the nodes that may run ${title} are in ${(0,count/* counted */.h)(zones.length, 'zone')}${listOf(zones)}, not in ${subject.zones}`, 'add nodes in further zones, or set `assess.zones` in slipway.yml to the zones that you need', title, nodes)
        : met(`nodes in ${zones.join(', ')} may run ${title}`, (0,count/* counted */.h)(usable.length, 'node'), [nodes], title);
}));
const zonePods = ruleOf('zone-pods', 'H1', subject => eachSpread(subject, ({ title, pods }) => {
    const { nodes } = subject.live;
    if (!nodes.known)
        return unknown(nodes.why, title);
    if (!pods.known)
        return unknown(pods.why, title);
    if (pods.value.length === 0)
        return unknown(`no pod of ${title} runs`, title);
    const counts = podsByZone(pods.value, nodes);
    const said = [...counts].map(([zone, count]) => `${zone}: ${count}`).join(', ');
    const enough = [...counts.values()].filter(count => count >= perZone).length;
    return enough < subject.zones
        ? liveShortfall(`${title} has two pods in ${(0,count/* counted */.h)(enough, 'zone')} of ${subject.zones} (${said || 'no node has a zone'})`, 'spread the pods over zones, and add pods or nodes where they lack', title, pods)
        : met(`the pods of ${title} by zone are ${said}`, title, [pods, nodes], title);
}));
function podsByZone(pods, nodes) {
    const zones = new Map(nodes.value.map(node => [node.metadata?.name, (0,cluster_labels/* zoneOf */.kE)(node)]));
    const counts = new Map();
    for (const { spec } of pods) {
        const zone = zones.get(spec?.nodeName);
        if (zone !== undefined)
            counts.set(zone, (counts.get(zone) ?? 0) + 1);
    }
    return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
const listOf = (zones) => (zones.length === 0 ? '' : ` (${zones.join(', ')})`);
function tolerates({ tolerations = [] }, { spec }) {
    const taints = (spec?.taints ?? []).filter(({ effect }) => effect === 'NoSchedule' || effect === 'NoExecute');
    return taints.every(taint => tolerations.some(({ key, operator = 'Equal', value = '', effect }) => (effect === undefined || effect === '' || effect === taint.effect) &&
        (operator === 'Exists'
            ? key === undefined || key === '' || key === taint.key
            : key === taint.key && value === (taint.value ?? ''))));
}
const zoneRules = [zoneReplicas, zoneSpread, zoneNodes, zonePods];

;// CONCATENATED MODULE: ./.build/js/src/assess/manifests/rules.js












const manifestRules = [
    ...validityRules,
    ...zoneRules,
    ...probeRules,
    ...disruptionRules,
    ...endRules,
    ...resourceRules,
    ...floatingRules,
    ...autoscalerRules,
    ...quotaRules,
    ...accessRules,
    ...networkRules,
    ...secretRules,
];

;// CONCATENATED MODULE: ./.build/js/src/assess/judge.js



function judgeManifests(subject, levels, places, rules = manifestRules) {
    return rules.flatMap(rule => {
        const level = (0,assessment/* levelOfRule */.S1)(rule.rule, levels);
        if (level === 'off')
            return [];
        const set = levels[rule.rule] === undefined ? undefined : level;
        return tried(rule, subject).map(({ at, ...judged }) => {
            const object = judged.object ?? (at && nameOfManifest(at.manifest));
            return {
                ...{
                    id: rule.id,
                    rule: rule.rule,
                    evidence: at === undefined ? [] : [seen(at.manifest.source, subject)],
                },
                ...judged,
                level: set ?? judged.level ?? level,
                ...(object === undefined ? {} : { object }),
                ...(at === undefined ? {} : { place: places.find(at.manifest, at.path) }),
            };
        });
    });
}
const seen = (of, { now: at }) => ({ asked: 'the manifests', of, at });
function tried(rule, subject) {
    try {
        return rule.judge(subject);
    }
    catch (error) {
        if (!(error instanceof TypeError))
            throw error;
        return [{ status: 'unknown', what: 'a manifest has a field of another type than Kubernetes expects' }];
    }
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./.build/js/src/config/size.js
var size = __webpack_require__(52331);
;// CONCATENATED MODULE: ./.build/js/src/assess/places.js




class Places {
    #texts;
    #parsed = new Map();
    constructor(texts) {
        this.#texts = texts;
    }
    find({ source, object, name }, path) {
        const text = this.#texts.get(source);
        if (text === undefined)
            return { file: source };
        const { documents, lines } = this.#parsed.get(source) ?? this.#parse(source, text);
        for (const document of documents) {
            const found = findObject(document, object.kind, name);
            if (found !== undefined)
                return { file: source, line: lines.linePos(offsetOf(found, path)).line };
        }
        return { file: source };
    }
    #parse(source, text) {
        const parsed = parsedText(text);
        this.#parsed.set(source, parsed);
        return parsed;
    }
}
function parsedText(text) {
    const lines = new dist/* LineCounter */.HN();
    const documents = (0,dist/* parseAllDocuments */.hR)(text, { lineCounter: lines });
    return { documents: documents.filter(({ errors }) => errors.length === 0), lines };
}
function findObject({ contents }, kind, name) {
    const items = (0,dist/* isMap */.jh)(contents) && (0,dist/* isSeq */.oP)(contents.get('items')) ? contents.getIn(['items']) : undefined;
    const all = (0,dist/* isSeq */.oP)(items) ? items.items : [contents];
    return all.find((each) => (0,dist/* isMap */.jh)(each) && each.get('kind') === kind && each.getIn(['metadata', 'name']) === name);
}
function offsetOf(root, path) {
    let node = root;
    let offset = root.range?.[0] ?? 0;
    for (const key of path) {
        if ((0,dist/* isMap */.jh)(node)) {
            const pair = node.items.find(each => (0,dist/* isScalar */.jn)(each.key) && String(each.key.value) === String(key));
            if (pair === undefined)
                break;
            offset = pair.key.range?.[0] ?? offset;
            node = pair.value;
        }
        else if ((0,dist/* isSeq */.oP)(node)) {
            const item = node.items[Number(key)];
            if (item === undefined)
                break;
            offset = item.range?.[0] ?? offset;
            node = item;
        }
        else
            break;
    }
    return offset;
}
function pathAtLine(text, line) {
    const { documents, lines } = parsedText(text);
    const lineOf = (node) => lines.linePos(node.range?.[0] ?? 0).line;
    const path = [];
    let node = documents[0]?.contents;
    while ((0,dist/* isMap */.jh)(node) || (0,dist/* isSeq */.oP)(node)) {
        if ((0,dist/* isMap */.jh)(node)) {
            const pair = node.items.findLast(each => lineOf(each.key) <= line);
            if (pair === undefined)
                break;
            path.push(String((0,dist/* isScalar */.jn)(pair.key) ? pair.key.value : pair.key));
            node = pair.value;
        }
        else {
            const index = node.items.findLastIndex(each => lineOf(each) <= line);
            if (index < 0)
                break;
            path.push(index);
            node = node.items[index];
        }
    }
    return path;
}
async function readSources(root, manifests) {
    const texts = new Map();
    for (const source of new Set(manifests.map(each => each.source))) {
        const path = (0,external_node_path_.join)(root, source);
        const found = await (0,promises_.stat)(path).catch(() => undefined);
        if (found?.isFile() !== true || found.size > size/* largestDocument */.W)
            continue;
        texts.set(source, await (0,promises_.readFile)(path, 'utf8'));
    }
    return texts;
}

// EXTERNAL MODULE: ./.build/js/src/scan/report.js
var scan_report = __webpack_require__(69353);
// EXTERNAL MODULE: ./.build/js/src/scan/trivy.js
var trivy = __webpack_require__(29343);
// EXTERNAL MODULE: ./.build/js/src/toolkit/folder.js
var folder = __webpack_require__(94826);
// EXTERNAL MODULE: ./.build/js/src/toolkit/tools/find.js
var find = __webpack_require__(31949);
// EXTERNAL MODULE: ./.build/js/src/toolkit/tools/pin.js + 6 modules
var pin = __webpack_require__(20335);
;// CONCATENATED MODULE: ./.build/js/src/assess/trivy.js












const configArguments = (folder, output) => [
    ...['config', '--format', 'json', '--output', output, '--misconfig-scanners', 'kubernetes'],
    ...['--skip-check-update', '--skip-version-check', '--disable-telemetry', '--quiet', folder],
];
const betterHere = [
    ...['KSV-0011', 'KSV-0015', 'KSV-0016', 'KSV-0018', 'KSV-0039', 'KSV-0040'],
    ...['KSV-0013', 'KSV-0032', 'KSV-0033', 'KSV-0034', 'KSV-0035', 'KSV-0125'],
    ...['KSV-0036', 'KSV-0038', 'KSV-0041', 'KSV-0044', 'KSV-0045', 'KSV-0046', 'KSV-0053'],
    ...['KSV-0054', 'KSV-0111', 'KSV-0112', 'KSV-0113'],
    ...['KSV-0109', 'KSV-01010'],
    ...['KSV-0004', 'KSV-0106', 'KSV-0105', 'KSV-0104', 'KSV-0118'],
    ...['KSV-0020', 'KSV-0021', 'KSV-0002', 'KSV-0025', 'KSV-0037', 'KSV-0110', 'KSV-0117'],
];
const levels = { CRITICAL: 'error', HIGH: 'warning', MEDIUM: 'warning' };
async function judgeByTrivy(subject, rules, places, { env, signal, report }) {
    const written = documentsFor(subject);
    if (written.length === 0)
        return [];
    return (0,folder/* withFolder */.Z)(env, 'assess', async (folder) => {
        const [home, input, output] = ['home', 'manifests', 'report.json'].map(name => (0,external_node_path_.join)(folder, name));
        await Promise.all([(0,promises_.mkdir)(home), (0,promises_.mkdir)(input)]);
        await Promise.all(written.map(({ text }, index) => (0,promises_.writeFile)((0,external_node_path_.join)(input, `${index}.yaml`), text)));
        const asking = { env: (0,trivy/* scannerEnvironment */.y5)(home), cwd: home };
        const [program] = await (0,find.findTool)(pin.pins.trivy, {
            asking,
            folder: (0,external_node_path_.join)(folder, 'trivy'),
            env,
            signal,
            report,
        });
        const ran = await (0,trivy/* runTrivy */.mp)({ program, home, signal }, configArguments(input, output));
        if (!ran.good)
            return [unknownBy(`trivy could not check the manifests: ${ran.fault}`)];
        const { Results = [] } = (0,scan_report/* parseReport */.MM)(await (0,promises_.readFile)(output, 'utf8'));
        const found = Results.flatMap(({ Target, Misconfigurations = [] }) => Misconfigurations.map(each => [Number.parseInt(Target, 10), each]));
        return fromTrivy(subject, rules, places, written, found);
    });
}
const unknownBy = (what) => ({
    ...{ id: 'I5', rule: 'trivy', status: 'unknown', level: 'info', what, evidence: [] },
});
function documentsFor({ manifests, workloads }) {
    const objects = manifests
        .filter(({ object }) => !['Secret', 'ConfigMap'].includes(object.kind))
        .map(manifest => ({ text: (0,dist/* stringify */.As)(manifest.object), manifest }));
    const running = workloads.flatMap((workload) => {
        const [pod] = workload.pods.known ? workload.pods.value : [];
        if (pod?.spec === undefined)
            return [];
        const own = new Set(workload.spec.containers.map(({ name }) => name));
        const containers = pod.spec.containers
            .filter(({ name }) => own.has(name))
            .map(({ env: _, ...rest }) => rest);
        const spec = { ...pod.spec, containers, initContainers: [] };
        const metadata = { name: pod.metadata?.name, namespace: pod.metadata?.namespace };
        const text = (0,dist/* stringify */.As)({ apiVersion: 'v1', kind: 'Pod', metadata, spec });
        return [{ text, manifest: workload.manifest, pod: workload }];
    });
    return [...objects, ...running];
}
function fromTrivy(subject, rules, places, written, found) {
    const relevant = found.flatMap(([index, { ID, Severity, Message, Title, Resolution, CauseMetadata, Status }]) => {
        const of = written[index];
        const level = (0,assessment/* levelOfRule */.S1)(ID, rules, levels[Severity] ?? 'info');
        if (of === undefined || Status !== 'FAIL' || level === 'off' || betterHere.includes(ID))
            return [];
        return [{ of, ID, level, what: Message || Title, Resolution, line: CauseMetadata?.StartLine ?? 1 }];
    });
    const inManifests = relevant.filter(({ of }) => of.pod === undefined);
    const results = inManifests.map(({ of: { manifest, text }, ID, level, what, Resolution, line }) => ({
        ...{ id: idFor(manifest), rule: ID, status: 'not-met', level, object: nameOfManifest(manifest) },
        what: trivy_plain(what),
        remedy: trivy_plain(Resolution || 'see the documentation of the check in trivy'),
        place: places.find(manifest, pathAtLine(text, line)),
        evidence: [{ asked: 'trivy config', of: manifest.source, at: subject.now }],
    }));
    const known = new Set(results.map(({ rule, object }) => `${rule} ${object}`));
    return [...results, ...subject.workloads.flatMap(workload => runningOf(workload))];
    function runningOf({ title, pods, manifest }) {
        const base = { id: 'I5', object: title };
        if (!pods.known)
            return [{ ...unknownBy(pods.why), ...base }];
        if (pods.value.length === 0)
            return [{ ...unknownBy(`no pod of ${title} runs`), ...base }];
        const evidence = [{ asked: pods.asked, of: title, at: pods.at }];
        const more = relevant.filter(({ of, ID }) => of.pod?.manifest === manifest && !known.has(`${ID} ${title}`));
        if (more.length > 0)
            return more.map(({ ID, level, what }) => ({
                ...{ ...base, rule: ID, status: 'not-met', level, evidence, remedy: 'release the manifests' },
                what: `a running pod of ${title} differs from its manifest: ${trivy_plain(what)}`,
            }));
        if (results.some(({ object }) => object === title))
            return [];
        const what = `trivy finds nothing in ${title} and in ${(0,count/* counted */.h)(pods.value.length, 'running pod')}`;
        return [{ ...base, rule: 'trivy', status: 'met', level: 'info', what, evidence }];
    }
}
const idFor = ({ object: { kind } }) => /^(Cluster)?Role(Binding)?$/.test(kind) ? 'S5' : 'I5';
const trivy_plain = (text) => text.replace(/\s+/g, ' ').replace(/\.$/, '').slice(0, 300);

;// CONCATENATED MODULE: ./.build/js/src/assess/assess.js








async function assess_assess(request, trivy) {
    const { config, environment, environmentName, manifests, root, live, now } = request;
    const variables = config['env-policy'] ?? assess/* envPolicySchema */.ZS.parse({});
    const settings = environment.assess ?? assess/* assessSchema */.cJ.parse({});
    const images = Object.entries(config.images).map(([name, { repository }]) => environment.repositories?.[name] ?? repository);
    const subject = assessSubject({
        ...{ environment: environmentName, namespace: environment.namespace, zones: settings.zones },
        ...{ manifests, workload: environment.workload, service: environment.service, live },
        ...{ released: images, variables, now: now.toISOString() },
    });
    const places = new Places(await readSources(root, manifests));
    const [dockerfiles, generic] = await Promise.all([
        judgeDockerfiles({ ...config, 'env-policy': variables }, root, now),
        trivy === undefined ? [] : judgeByTrivy(subject, settings.rules, places, trivy),
    ]);
    const all = [...judgeManifests(subject, settings.rules, places), ...dockerfiles, ...generic];
    return {
        assessments: (0,assessment/* acceptExceptions */.zK)(all, settings.exceptions, now),
        notes: (0,assessment/* assessmentNotes */.Wc)(all, settings.exceptions, now, rule => trivy !== undefined || isOurs(rule)),
    };
}
const isOurs = (rule) => !rule.startsWith('KSV-');


/***/ }),

/***/ 81724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S1: () => (/* binding */ levelOfRule),
/* harmony export */   Wc: () => (/* binding */ assessmentNotes),
/* harmony export */   Z9: () => (/* binding */ placeText),
/* harmony export */   countAssessments: () => (/* binding */ countAssessments),
/* harmony export */   failureIn: () => (/* binding */ failureIn),
/* harmony export */   md: () => (/* binding */ worstFirst),
/* harmony export */   shortfallsIn: () => (/* binding */ shortfallsIn),
/* harmony export */   zK: () => (/* binding */ acceptExceptions)
/* harmony export */ });
/* harmony import */ var _config_assess_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23608);
/* harmony import */ var _config_expiry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21825);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);



const levelOfRule = (rule, rules, usual = _config_assess_js__WEBPACK_IMPORTED_MODULE_0__/* .assessRules */ .UK[rule] ?? 'warning') => rules[rule] ?? usual;
const shortfallsIn = (all) => all.filter(({ status, excused }) => status === 'not-met' && excused === undefined);
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
    const short = shortfallsIn(all);
    const of = (level) => short.filter(each => each.level === level).length;
    const having = (status) => all.filter(each => each.status === status).length;
    return {
        ...{ error: of('error'), warning: of('warning'), info: of('info') },
        ...{ met: having('met'), unknown: having('unknown') },
        accepted: having('not-met') - short.length,
    };
}
function failureIn(all) {
    const [first, ...more] = worstFirst(shortfallsIn(all)).filter(({ level }) => level === 'error');
    if (first === undefined)
        return undefined;
    const others = more.length > 0 ? ` (and ${more.length} more)` : '';
    const remedy = first.remedy === undefined ? '' : `; ${first.remedy}`;
    return `${placeText(first)}: ${first.what} [${first.rule}]${others}${remedy}`;
}


/***/ }),

/***/ 23608:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UK: () => (/* binding */ assessRules),
/* harmony export */   ZS: () => (/* binding */ envPolicySchema),
/* harmony export */   cJ: () => (/* binding */ assessSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88343);
/* harmony import */ var _exceptions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60820);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18464);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92063);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34182);





const assessRules = {
    'workload-invalid': 'error',
    'service-selector': 'warning',
    'api-served': 'error',
    'zone-replicas': 'warning',
    'zone-spread': 'warning',
    'zone-nodes': 'warning',
    'zone-pods': 'warning',
    'probe-readiness': 'warning',
    'probe-liveness': 'warning',
    'probe-same': 'warning',
    'probe-port': 'error',
    'probe-times': 'warning',
    'probe-startup': 'warning',
    'disruption-budget': 'warning',
    'disruption-blocked': 'warning',
    'stop-hook': 'warning',
    'stop-grace': 'warning',
    'update-downtime': 'warning',
    'resource-requests': 'warning',
    'resource-memory': 'warning',
    'resource-invalid': 'error',
    'image-floating': 'warning',
    'autoscaler-missing': 'info',
    'autoscaler-target': 'error',
    'autoscaler-replicas': 'warning',
    'autoscaler-requests': 'error',
    'namespace-quota': 'info',
    'namespace-limits': 'info',
    'quota-peak': 'error',
    'access-wildcard': 'error',
    'access-admin': 'error',
    'access-default-account': 'warning',
    'access-sensitive': 'warning',
    'token-mounted': 'warning',
    'network-policy': 'info',
    'variable-high': 'error',
    'variable-medium': 'warning',
    'variable-low': 'info',
    'secret-plain': 'error',
    'secret-sops': 'error',
};
const ofTrivy = /^KSV-[0-9]{4,5}$/;
const ruleNames = Object.keys(assessRules);
const ruleSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
    .superRefine((name, context) => {
    if (ruleNames.includes(name) || ofTrivy.test(name))
        return;
    const near = (0,_suggest_js__WEBPACK_IMPORTED_MODULE_4__/* .nearest */ .pA)(name, ruleNames);
    const remedy = near === undefined ? 'choose a rule from docs/assess.md' : `did you mean \`${near}\`?`;
    context.addIssue({ code: 'custom', message: `is not a rule; ${remedy}` });
})
    .meta({ pattern: `^(${ruleNames.join('|')}|KSV-[0-9]{4,5})$` });
const levelSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .levels */ .yr, { error: 'is not a level; write off, info, warning or error' });
const assessSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    zones: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr({ error: 'is not a number of zones; write a whole number from 1 to 10' })
        .min(1, { error: 'is not a number of zones; write a whole number from 1 to 10' })
        .max(10, { error: 'is not a number of zones; write a whole number from 1 to 10' })
        .prefault(3)
        .meta({
        description: 'How many zones must hold two pods each of every workload with traffic.',
        example: 1,
    }),
    rules: zod__WEBPACK_IMPORTED_MODULE_3__/* .partialRecord */ .jgl(ruleSchema, levelSchema)
        .prefault({})
        .meta({
        description: 'The level of each rule that differs from docs/assess.md.',
        example: { 'network-policy': 'warning', 'KSV-0014': 'off' },
    }),
    exceptions: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
        rule: ruleSchema.meta({ description: 'The rule.', example: 'probe-liveness' }),
        object: (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^[A-Z][A-Za-z0-9]*\/[^/\s]+$/, {
            problem: 'is not an object',
            remedy: 'write Kind/name, such as Deployment/shop',
        })
            .exactOptional()
            .meta({ description: 'Only for this object. Default: for all.', example: 'Deployment/shop' }),
        ..._exceptions_js__WEBPACK_IMPORTED_MODULE_0__/* .answeredFor */ .p,
    }))
        .prefault([])
        .meta({
        description: 'Findings that are accepted until a date.',
        example: [
            {
                rule: 'zone-replicas',
                object: 'Deployment/admin',
                owner: 'platform-team',
                reason: 'few people use it',
                expires: '2027-01-31',
            },
        ],
    }),
});
const namePattern = (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^[A-Za-z0-9_.*-]+$/, {
    problem: 'is not a pattern of variables',
    remedy: 'write letters, digits, "_" and "*", such as *_TOKEN',
});
const patternsSchema = (description, example) => zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(namePattern).prefault([]).meta({ description, example });
const envPolicySchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    high: patternsSchema('Variables that must come from a Secret or a secret store.', ['*_DSN', 'LICENSE']),
    medium: patternsSchema('Switches that must not be on in production.', ['VERBOSE']),
    low: patternsSchema('Variables that need no protection, and belong in a ConfigMap.', ['PUBLIC_KEY']),
});


/***/ }),

/***/ 60820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ exceptionProblems),
/* harmony export */   p: () => (/* binding */ answeredFor)
/* harmony export */ });
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18464);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34182);


const dateSchema = (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/, {
    problem: 'is not a date',
    remedy: 'write year, month and day, such as 2027-01-31',
}).refine(written => {
    const date = new Date(`${written}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written);
}, { error: 'is a day that does not exist; write another one, such as 2027-01-31', abort: true });
const said = (what, example) => (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/\S/, { problem: 'is empty', remedy: `say ${what}, such as ${example}` });
const answeredFor = {
    owner: said('who is responsible for it', 'platform-team').meta({
        description: 'Who is responsible for it.',
        example: 'platform-team',
    }),
    reason: said('why it is needed', 'the registry has no digests yet').meta({
        description: 'Why it is needed.',
        example: 'the registry has no digests yet',
    }),
    expires: dateSchema.meta({
        description: 'The day, in UTC, from which it no longer applies.',
        example: '2027-01-31',
    }),
};
function exceptionProblems(exceptions, images) {
    return exceptions.flatMap(({ image }, index) => image === undefined || Object.hasOwn(images, image)
        ? []
        : [
            {
                path: ['exceptions', index, 'image'],
                message: `is not an image of this file; ${(0,_suggest_js__WEBPACK_IMPORTED_MODULE_1__/* .suggest */ .ZA)(image, Object.keys(images))}`,
            },
        ]);
}


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
const notesOnExceptions = (exceptions, now, isUsed, isLooked = () => true) => exceptions.flatMap(exception => {
    const { rule, owner, expires } = exception;
    if (!isUsed(exception))
        return isLooked(rule)
            ? [`the exception to ${rule} by ${owner} matches nothing; remove it from slipway.yml`]
            : [];
    return expiresSoon(expires, now)
        ? [`the exception to ${rule} by ${owner} expires on ${expires}; fix its findings before that day`]
        : [];
});
const daysOf = (text) => Number.parseInt(text, 10) * 86_400_000;


/***/ }),

/***/ 18464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bw: () => (/* binding */ daysSchema),
/* harmony export */   Et: () => (/* binding */ imageReferenceSchema),
/* harmony export */   GQ: () => (/* binding */ manifestPathSchema),
/* harmony export */   Gx: () => (/* binding */ labelSchema),
/* harmony export */   LU: () => (/* binding */ atLeastOne),
/* harmony export */   MN: () => (/* binding */ liveSchema),
/* harmony export */   Og: () => (/* binding */ headerNameSchema),
/* harmony export */   Qd: () => (/* binding */ metadataNameSchema),
/* harmony export */   Qk: () => (/* binding */ proxiedServiceSchema),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   SH: () => (/* binding */ argumentNameSchema),
/* harmony export */   XI: () => (/* binding */ bytesSchema),
/* harmony export */   _L: () => (/* binding */ repositorySchema),
/* harmony export */   c$: () => (/* binding */ querySchema),
/* harmony export */   fj: () => (/* binding */ environmentVariableSchema),
/* harmony export */   gq: () => (/* binding */ requestPathSchema),
/* harmony export */   hw: () => (/* binding */ relativePathSchema),
/* harmony export */   it: () => (/* binding */ stageSchema),
/* harmony export */   n4: () => (/* binding */ secretIdSchema),
/* harmony export */   nJ: () => (/* binding */ percentSchema),
/* harmony export */   oL: () => (/* binding */ addressSchema),
/* harmony export */   pz: () => (/* binding */ percentOr),
/* harmony export */   sJ: () => (/* binding */ mediaTypeSchema),
/* harmony export */   sK: () => (/* binding */ durationSchema),
/* harmony export */   t1: () => (/* binding */ daysInMilliseconds),
/* harmony export */   vS: () => (/* binding */ pathPatternSchema),
/* harmony export */   vd: () => (/* binding */ platformSchema),
/* harmony export */   x0: () => (/* binding */ objectSchema),
/* harmony export */   x7: () => (/* binding */ fileNameSchema),
/* harmony export */   yu: () => (/* binding */ booleanSchema),
/* harmony export */   zT: () => (/* binding */ serverSchema),
/* harmony export */   zg: () => (/* binding */ jsonPathSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88532);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95126);


const label = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const labelSchema = (noun, longest = 63) => text(new RegExp(`^${label}$`), {
    problem: `is not ${noun}`,
    remedy: `use lower-case letters, digits and "-", at most ${longest} characters`,
    longest,
});
const objectSchema = (kinds, example) => {
    const [first, ...others] = kinds;
    const last = others.pop();
    const listed = last === undefined ? first : `${[first, ...others].join(', ')} or ${last}`;
    const name = `${label}(\\.${label})*`;
    const written = text(new RegExp(last === undefined ? `^${first}/${name}$` : `^(${kinds.join('|')})/${name}$`), {
        problem: `is not a ${listed}`,
        remedy: `write ${last === undefined ? first : 'Kind'}/name, such as ${first}/${example}`,
        longest: Math.max(...kinds.map(({ length }) => length)) + 1 + 253,
    });
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .codec */ .rLB(written, zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(kinds), name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }), {
        decode: object => {
            const slash = object.indexOf('/');
            return { kind: object.slice(0, slash), name: object.slice(slash + 1) };
        },
        encode: object => `${object.kind}/${object.name}`,
    });
};
const durationSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .codec */ .rLB(text(_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .durationPattern */ .Zq, {
    problem: 'is not a duration',
    remedy: 'write numbers with units, such as 250ms, 30s, 5m or 1h30m',
}), zod__WEBPACK_IMPORTED_MODULE_1__/* .custom */ .IeY(value => typeof value === 'number'), {
    decode: (written, { issues }) => {
        const duration = (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(written);
        if (duration !== undefined)
            return duration;
        const message = 'is out of range; choose a duration above 0 and at most 24h';
        issues.push({ code: 'custom', message, input: written });
        return zod__WEBPACK_IMPORTED_MODULE_2__/* .NEVER */ .tm;
    },
    encode: duration => `${duration}ms`,
});
const daysSchema = text(/^[1-9][0-9]{0,2}d$/, {
    problem: 'is not a number of days',
    remedy: 'write days such as 7d, at most 999d',
});
const daysInMilliseconds = daysSchema.transform(days => Number.parseInt(days, 10) * 86_400_000);
const host = '[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?)*';
const part = '[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*';
const repositorySchema = text(new RegExp(`^(${host}(:[0-9]{1,5})?/)?${part}(/${part})*$`), {
    problem: 'is not a repository',
    remedy: 'write registry/path in lower case without tag or digest, such as ghcr.io/acme/shop',
    longest: 255,
});
const manifestPathSchema = text(/^(?!\/)(?!.*:\/\/)[^\\\p{Cc}]+$/u, {
    problem: 'is not a relative path',
    remedy: 'write a path relative to slipway.yml with "/", such as deploy/',
});
const relativePathSchema = text(/^(?!\/)(?!.*:\/\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}]+$/u, {
    problem: 'is not a path below slipway.yml',
    remedy: 'write a relative path with "/" and without "..", such as web',
});
const fileNameSchema = text(/^(?!\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}]*[^\\/\p{Cc}]$/u, {
    problem: 'is not the name of a file',
    remedy: 'write a relative path with "/" and without "..", such as Dockerfile',
});
const pathPatternSchema = text(/^!?(?!\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}!][^\\\p{Cc}]*$/u, {
    problem: 'is not a pattern of paths',
    remedy: 'write paths relative to the root of the repository, such as libs or !**/*.md',
});
const stageSchema = text(/^[A-Za-z][A-Za-z0-9_.-]*$/, {
    problem: 'is not the name of a stage',
    remedy: 'write the name after AS in the Dockerfile, such as runtime',
});
const platformSchema = text(/^[a-z0-9]+\/[a-z0-9]+(\/v[0-9]+)?$/, {
    problem: 'is not a platform',
    remedy: 'write os/architecture, such as linux/amd64 or linux/arm64',
});
const argumentNameSchema = text(/^[A-Za-z_][A-Za-z0-9_]*$/, {
    problem: 'is not the name of a build argument',
    remedy: 'use letters, digits and "_", such as NODE_VERSION',
});
const secretIdSchema = text(/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/, {
    problem: 'is not the name of a secret',
    remedy: 'use letters, digits, "_", "." and "-", such as npm in --mount=type=secret,id=npm',
});
const metadataNameSchema = text(/^[a-zA-Z0-9]([a-zA-Z0-9._/-]*[a-zA-Z0-9])?$/, {
    problem: 'is not the name of a label',
    remedy: 'use letters, digits, ".", "-", "_" and "/", such as org.opencontainers.image.licenses',
    longest: 255,
});
const percentOr = (mistake) => zod__WEBPACK_IMPORTED_MODULE_1__/* .codec */ .rLB(text(/^(100|[0-9]{1,2}(\.[0-9]+)?)%$/, mistake), zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), {
    decode: written => Number(written.slice(0, -1)),
    encode: share => `${share}%`,
});
const percentSchema = percentOr({
    problem: 'is not a percentage',
    remedy: 'write a number from 0 to 100 with "%", such as 70%',
});
const units = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 };
const bytesSchema = text(/^[0-9]{1,9}(\.[0-9]{1,3})?(B|kB|MB|GB|KiB|MiB|GiB)$/, {
    problem: 'is not a size',
    remedy: 'write a number with a unit (kB, MB, GB, KiB, MiB or GiB), such as 150MB',
}).transform(written => {
    const [, number = '', unit = ''] = /^([0-9.]+)([A-Za-z]+)$/.exec(written) ?? [];
    return Math.round(Number(number) * units[unit]);
});
const liveSchema = text(new RegExp(`^(ConfigMap|Secret)/${label}(\\.${label})*$`), {
    problem: 'is neither a ConfigMap nor a Secret',
    remedy: 'write ConfigMap/name or Secret/name',
});
const requestPathSchema = text(/^\/[\x21\x22\x24-\x7e]*$/, {
    problem: 'is not a request path',
    remedy: 'start it with "/" and percent-encode spaces and "#", such as /ready',
});
const addressSchema = text(/^https?:\/\/[^\s/@?#]+(\/[^\s?#]*)?$/, {
    problem: 'is not an address',
    remedy: 'write http:// or https:// and a host, without user, query or fragment, such as https://shop.example.com',
}).refine(written => !/^https?:/.test(written) || URL.canParse(written), {
    error: 'is not an address; correct its host or port, as in https://shop.example.com:8443',
    abort: true,
});
const serverSchema = text(/^https:\/\/[^\s/@?#]+(\/[^\s?#]*)?$/, {
    problem: 'is not the address of an API server',
    remedy: 'write https:// and a host, such as https://api.cluster.example.com:6443',
});
const token = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
const mediaTypeSchema = text(new RegExp(`^${token}/${token}$`), {
    problem: 'is not a media type',
    remedy: 'write type/subtype without parameters, such as application/json',
});
const headerNameSchema = text(new RegExp(`^${token}$`), {
    problem: 'is not a header name',
    remedy: 'use letters, digits and "-", such as Cache-Control',
});
const jsonPathSchema = text(/^([A-Za-z_$][A-Za-z0-9_$-]*|\[(0|[1-9][0-9]{0,8})\])(\.[A-Za-z_$][A-Za-z0-9_$-]*|\[(0|[1-9][0-9]{0,8})\])*$/, { problem: 'is not a JSON path', remedy: 'write names and indexes, such as version or items[0].name' });
const imageReferenceSchema = text(new RegExp(`^(${host}(:[0-9]{1,5})?/)?${part}(/${part})*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$`), { problem: 'is not an image', remedy: 'write repository:tag or repository@sha256:…', longest: 511 });
const proxiedServiceSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .codec */ .rLB(text(new RegExp(`^${label}/${label}:([0-9]{1,5}|${label})$`), {
    problem: 'is not a Service with its port',
    remedy: 'write namespace/name:port, such as monitoring/prometheus:9090',
}), zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ namespace: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), port: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }), {
    decode: written => {
        const [, namespace = '', name = '', port = ''] = /^(.*)\/(.*):(.*)$/.exec(written) ?? [];
        return { namespace, name, port };
    },
    encode: ({ namespace, name, port }) => `${namespace}/${name}:${port}`,
});
const environmentVariableSchema = text(/^[A-Za-z_][A-Za-z0-9_]*$/, {
    problem: 'is not the name of an environment variable',
    remedy: 'use letters, digits and "_", such as PROMETHEUS_TOKEN',
});
const querySchema = text(/^[a-zA-Z_:][a-zA-Z0-9_:]*(\{[^{}]*\})?$/, {
    problem: 'is not a series selector',
    remedy: 'write the name of a counter with its labels, such as http_requests_total{code=~"5.."}',
});
function text(pattern, wrong) {
    const error = `${wrong.problem}; ${wrong.remedy}`;
    const schema = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(pattern, { error, abort: true });
    return wrong.longest === undefined ? schema : schema.max(wrong.longest, { error, abort: true });
}
function atLeastOne(schema, error) {
    return schema
        .refine(entries => Object.keys(entries).length > 0, { error })
        .meta({ minProperties: 1 });
}
const booleanSchema = () => zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY({ error: 'is neither true nor false; write true or false, without quotes' });


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
/* harmony export */   I8: () => (/* binding */ cleanTag),
/* harmony export */   LZ: () => (/* binding */ tagsOutput),
/* harmony export */   Vd: () => (/* binding */ planTags),
/* harmony export */   Vg: () => (/* binding */ remark),
/* harmony export */   tr: () => (/* binding */ longestTag)
/* harmony export */ });
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72315);

const longestTag = 128;
function planTags({ ref, revision }) {
    const name = nameOf(ref);
    const version = cleanTag('', name, '') || 'dev';
    const commit = revision === undefined ? [] : [`sha-${revision.slice(0, 7)}`];
    const remarks = version === name ? [] : [remark(name, version)];
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
function remark(asked, tag) {
    const shown = (0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(JSON.stringify(asked.length > 160 ? `${asked.slice(0, 159)}…` : asked));
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
    return ref.kind === 'tag' ? ref.name.replace(/^v(?=\d)/, '') : ref.name;
}


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

/***/ 88795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Af: () => (/* binding */ limitsOf),
/* harmony export */   Fw: () => (/* binding */ extraPods),
/* harmony export */   I9: () => (/* binding */ limitsFor),
/* harmony export */   Qj: () => (/* binding */ inPlaceProblem),
/* harmony export */   TN: () => (/* binding */ extraPodsInPlace),
/* harmony export */   VS: () => (/* binding */ eligibleNodes),
/* harmony export */   ZO: () => (/* binding */ nodeShortfalls),
/* harmony export */   au: () => (/* binding */ quantity),
/* harmony export */   bu: () => (/* binding */ quotaShortfalls),
/* harmony export */   e5: () => (/* binding */ mostCanaryPods)
/* harmony export */ });
/* harmony import */ var _cluster_labels_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(75181);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _traffic_router_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1922);
/* harmony import */ var _traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71893);
/* harmony import */ var _traffic_selector_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45722);
/* harmony import */ var _workloads_candidate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75507);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(17849);








function quantity(text) {
    const match = /^([+-]?(?:\d+\.?\d*|\.\d+))(m|u|n|k|Ki|Mi|Gi|Ti|Pi|Ei|M|G|T|P|E|[eE][+-]?\d+)?$/.exec(text.trim());
    if (match === null)
        return Number.NaN;
    const [, number, suffix = ''] = match;
    if (/^[eE][+-]?\d/.test(suffix))
        return Number(`${number}${suffix}`);
    return Number(number) * (factors[suffix] ?? 1);
}
const factors = {
    n: 1e-9, u: 1e-6, m: 1e-3, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18,
    Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50, Ei: 2 ** 60,
};
function limitsFor({ environment, manifests }, liveState) {
    const workload = (0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_4__/* .workloadIn */ .h7)(manifests, environment);
    const living = liveState.liveWorkload && (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .replicasOf */ .N4)(liveState.liveWorkload);
    if (workload.kind === 'DaemonSet' && living === undefined)
        return undefined;
    const written = workload.spec?.replicas ?? living ?? 1;
    return limitsOf(workload, liveState.autoscaler === undefined ? written : (living ?? written));
}
function limitsOf(workload, replicas) {
    const { strategy, updateStrategy } = workload.spec ?? {};
    if (workload.kind === 'StatefulSet' || workload.kind === 'DaemonSet') {
        const { maxSurge = 0, maxUnavailable = 1 } = updateStrategy?.rollingUpdate ?? {};
        const [surge, down] = [surgeOf(maxSurge, replicas), unavailableOf(maxUnavailable, replicas)];
        const fewer = workload.kind === 'DaemonSet' ? Math.min(replicas, surgeOf(maxUnavailable, replicas)) : down;
        const more = workload.kind === 'DaemonSet' ? surge : 0;
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
    const maxSurge = surgeOf(strategy?.rollingUpdate?.maxSurge, replicas);
    const unavailable = unavailableOf(strategy?.rollingUpdate?.maxUnavailable, replicas);
    const maxUnavailable = maxSurge === 0 && unavailable === 0 ? 1 : unavailable;
    return { type: 'RollingUpdate', replicas, maxSurge, maxUnavailable, peak: replicas + maxSurge };
}
function unavailableOf(value, replicas) {
    if (typeof value === 'number')
        return Math.min(value, replicas);
    const percent = /^(\d+)%$/.exec(typeof value === 'string' ? value : '25%');
    return percent === null ? 0 : Math.min(replicas, Math.floor((Number(percent[1]) * replicas) / 100));
}
function surgeOf(maxSurge, replicas) {
    if (typeof maxSurge === 'number')
        return maxSurge;
    const percent = /^(\d+)%$/.exec(typeof maxSurge === 'string' ? maxSurge : '25%');
    return percent === null ? 0 : Math.ceil((Number(percent[1]) * replicas) / 100);
}
function extraPods(next, live, nodes = []) {
    const kind = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .kindOf */ .I)(next);
    if (kind === 'CronJob')
        return 0;
    if (kind === 'DaemonSet')
        return live === undefined ? eligibleNodes(nodes, next).length : limitsOf(next, (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .replicasOf */ .N4)(live)).maxSurge;
    const replicas = next.spec?.replicas ?? live?.spec?.replicas ?? 1;
    if (live === undefined)
        return replicas;
    return Math.max(0, limitsOf(next, replicas).peak - (live.status?.replicas ?? 0));
}
function extraPodsInPlace(environment, next, live) {
    return mostCanaryPods(environment, live.spec?.replicas ?? 1) + extraPods(next, live);
}
function mostCanaryPods(environment, capacity) {
    return Math.max(0, ...(0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__/* .weightsOf */ .Z$)(environment).map(weight => canaryPods(environment, weight, capacity)));
}
function inPlaceProblem(environment, next, live) {
    const weight = (0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__/* .promotionWeight */ .kQ)(environment.strategy);
    if (weight === 100)
        return undefined;
    const name = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .titleOf */ .Gg)(environment.workload);
    if (next.spec?.strategy?.type === 'Recreate') {
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the pods of ${name} are replaced all at once (Recreate), so a promotion in place would leave no pod for their part of the traffic`, 'set `type: RollingUpdate` in its manifest, or use `promotion: surge`');
    }
    const capacity = live.spec?.replicas ?? 1;
    const replicas = next.spec?.replicas ?? capacity;
    const kept = Math.min(capacity, replicas) - limitsOf(next, replicas).maxUnavailable;
    const need = (0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__/* .routerKind */ .i$)(environment) === 'replicas'
        ? capacity - canaryPods(environment, weight, capacity)
        : (0,_traffic_router_js__WEBPACK_IMPORTED_MODULE_1__/* .needOf */ .ER)(100 - weight, capacity);
    if (kept >= need)
        return undefined;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`a promotion in place would leave ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .h)(Math.max(0, kept), 'pod')} of ${name} while it rolls, but its part of the traffic needs ${need}`, 'lower maxUnavailable, raise the weight of the bake, or use `promotion: surge`');
}
function canaryPods(environment, weight, capacity) {
    return (0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__/* .routerKind */ .i$)(environment) === 'replicas' ? (0,_traffic_selector_js__WEBPACK_IMPORTED_MODULE_3__/* .pods */ .Jw)(weight, capacity).canary : (0,_traffic_router_js__WEBPACK_IMPORTED_MODULE_1__/* .needOf */ .ER)(weight, capacity);
}
function quotaShortfalls(quotas, parts) {
    const pods = parts.reduce((all, part) => all + part.pods, 0);
    if (pods <= 0)
        return [];
    const needs = new Map([
        ['pods', pods],
        ['count/pods', pods],
    ]);
    const needed = (side, resource) => parts.reduce((all, part) => all + sum(part.spec, side, resource) * part.pods, 0);
    for (const resource of ['cpu', 'memory']) {
        const requests = needed('requests', resource);
        needs.set(`requests.${resource}`, requests);
        needs.set(resource, requests);
        needs.set(`limits.${resource}`, needed('limits', resource));
    }
    const plain = quotas.filter(({ spec }) => spec?.scopes === undefined && spec?.scopeSelector === undefined);
    return plain.flatMap(quota => Object.entries(quota.status?.hard ?? {}).flatMap(([name, hard]) => {
        const need = needs.get(name) ?? 0;
        const used = quota.status?.used?.[name] ?? '0';
        if (need === 0 || quantity(used) + need <= quantity(hard) * (1 + 1e-9))
            return [];
        return [
            `ResourceQuota/${quota.metadata?.name} limits ${name} to ${hard}, of which ${used} are in use, but the rollout needs ${show(name, need)} more at its peak (${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .h)(pods, 'more pod')})`,
        ];
    }));
}
function eligibleNodes(nodes, workload) {
    const { nodeSelector } = workload.spec?.template?.spec ?? {};
    return nodes.filter(({ spec, metadata }) => spec?.unschedulable !== true && (0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_7__/* .hasLabels */ .cP)(nodeSelector, metadata?.labels));
}
function nodeShortfalls(nodes, workload, pods) {
    const { labels = {} } = workload.spec?.template?.metadata ?? {};
    const spec = workload.spec?.template?.spec;
    const apart = (spec?.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []).filter(({ labelSelector, matchLabelKeys = [] }) => matchLabelKeys.length === 0 &&
        (labelSelector?.matchExpressions ?? []).length === 0 &&
        (0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_7__/* .hasLabels */ .cP)(labelSelector?.matchLabels, labels));
    const crowded = apart.flatMap(({ topologyKey }) => {
        const places = new Set(nodes.flatMap(({ metadata }) => metadata?.labels?.[topologyKey] ?? [])).size;
        return places >= pods
            ? []
            : [
                `the anti-affinity of the pods allows one per ${topologyKey}: the rollout has ${pods} pods at its peak, but the nodes have only ${places} different values of that label`,
            ];
    });
    const short = ['cpu', 'memory'].flatMap(resource => {
        const need = sum(spec, 'requests', resource) * pods;
        const there = nodes.reduce((total, { status }) => total + quantity(status?.allocatable?.[resource] ?? '0'), 0);
        return there === 0 || need <= there * (1 + 1e-9)
            ? []
            : [
                `the peak of ${pods} pods requests ${show(resource, need)} of ${resource}, but all nodes together have ${show(resource, there)}`,
            ];
    });
    return [...crowded, ...short];
}
function sum(spec, side, resource) {
    return (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .containersOf */ .Mz)({ ...spec, initContainers: [], containers: spec?.containers ?? [] }).reduce((total, container) => {
        const { requests, limits } = container.resources ?? {};
        const text = side === 'limits' ? limits?.[resource] : (requests?.[resource] ?? limits?.[resource]);
        return total + (text === undefined ? 0 : quantity(text));
    }, 0);
}
function show(name, value) {
    if (name.endsWith('memory'))
        return `${Math.ceil(value / 2 ** 20)}Mi`;
    if (name.endsWith('cpu'))
        return `${Math.ceil(value * 1000)}m`;
    return String(value);
}


/***/ }),

/***/ 69353:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C1: () => (/* binding */ mergeReports),
/* harmony export */   MM: () => (/* binding */ parseReport),
/* harmony export */   g$: () => (/* binding */ publishable),
/* harmony export */   oF: () => (/* binding */ secretKey),
/* harmony export */   tS: () => (/* binding */ misconfigurationKey),
/* harmony export */   yW: () => (/* binding */ vulnerabilityKey),
/* harmony export */   yd: () => (/* binding */ normaliseSarif)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

function parseReport(text) {
    const report = JSON.parse(text);
    if (report?.SchemaVersion !== 2)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('trivy wrote a report with an unknown schema', 'use trivy 0.74');
    return report;
}
function publishable(report, reference) {
    const { ImageConfig, RepoTags: _tags, ...metadata } = report.Metadata ?? {};
    const { config: _config, history: _history, ...image } = ImageConfig ?? {};
    return {
        ...report,
        ArtifactName: reference,
        Metadata: { ...metadata, ImageConfig: image, RepoDigests: [reference] },
        Results: (report.Results ?? []).map(result => publishableResult(result, report.ArtifactName, reference)),
    };
}
function publishableResult(result, from, to) {
    const target = result.Target.startsWith(`${from} (`)
        ? `${to}${result.Target.slice(from.length)}`
        : result.Target;
    const { Secrets: secrets, Misconfigurations: wrong, ...rest } = result;
    return {
        ...withoutCommands(rest),
        Target: target,
        ...(secrets === undefined
            ? {}
            : {
                Secrets: secrets.map(each => ({
                    ...withoutCommands(each),
                    Match: '(hidden)',
                    Code: { Lines: null },
                })),
            }),
        ...(wrong === undefined
            ? {}
            : {
                Misconfigurations: wrong.map(each => ({
                    ...withoutCommands(each),
                    CauseMetadata: { ...each.CauseMetadata, Code: { Lines: null } },
                })),
            }),
    };
}
function withoutCommands(value) {
    return JSON.parse(JSON.stringify(value, (name, each) => (name === 'CreatedBy' ? undefined : each)));
}
function mergeReports(reports) {
    const [first, ...rest] = reports;
    if (first === undefined)
        throw new Error('there is no report to merge');
    if (rest.length === 0)
        return first;
    const results = new Map();
    for (const result of reports.flatMap(each => each.Results ?? [])) {
        const key = [result.Class, result.Type, result.Target].join('\n');
        const known = results.get(key);
        results.set(key, known === undefined ? result : mergeResults(known, result));
    }
    return { ...first, Results: [...results.values()] };
}
function mergeResults(a, b) {
    return {
        ...a,
        ...merged('Packages', a.Packages, b.Packages, each => JSON.stringify([each.ID, each.Name, each.Version, each.FilePath])),
        ...merged('Vulnerabilities', a.Vulnerabilities, b.Vulnerabilities, vulnerabilityKey),
        ...merged('Secrets', a.Secrets, b.Secrets, secretKey),
        ...merged('Misconfigurations', a.Misconfigurations, b.Misconfigurations, misconfigurationKey),
    };
}
const vulnerabilityKey = (each) => [each.VulnerabilityID, each.PkgName, each.InstalledVersion, each.PkgPath ?? ''].join('\n');
const misconfigurationKey = (each) => [each.ID, each.CauseMetadata?.StartLine ?? 0, each.Message ?? ''].join('\n');
const secretKey = (each) => [each.RuleID, each.StartLine].join('\n');
function merged(name, a, b, key) {
    if (a === undefined || b === undefined)
        return (a ?? b) === undefined ? {} : { [name]: a ?? b ?? [] };
    const known = new Set(a.map(key));
    return { [name]: [...a, ...b.filter(each => !known.has(key(each)))] };
}
function normaliseSarif(text, image) {
    const sarif = JSON.parse(text);
    for (const run of sarif.runs) {
        run.automationDetails = { id: `slipway-scan/${image}/` };
        for (const { locations = [] } of run.results ?? []) {
            for (const { physicalLocation } of locations) {
                const artifact = physicalLocation?.artifactLocation;
                if (artifact?.uri !== undefined)
                    artifact.uri = artifact.uri.replace(/^\/+/, '');
            }
        }
    }
    return `${JSON.stringify(sarif, null, 2)}\n`;
}


/***/ }),

/***/ 29343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $_: () => (/* binding */ scannersOf),
/* harmony export */   e: () => (/* binding */ convertArguments),
/* harmony export */   mp: () => (/* binding */ runTrivy),
/* harmony export */   y5: () => (/* binding */ scannerEnvironment),
/* harmony export */   y6: () => (/* binding */ scanArguments),
/* harmony export */   zX: () => (/* binding */ reportFormats)
/* harmony export */ });
/* unused harmony export faultIn */
/* harmony import */ var _toolkit_program_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16428);

const scannersOf = ({ misconfiguration }) => misconfiguration ? 'vuln,secret,misconfig' : 'vuln,secret';
function scanArguments(layout, cache, output, scanners) {
    return [
        'image',
        ...['--input', layout, '--cache-dir', cache, '--format', 'json', '--output', output],
        ...['--scanners', scanners],
        ...['--skip-db-update', '--skip-java-db-update', '--skip-check-update', '--offline-scan'],
        ...['--skip-version-check', '--disable-telemetry', '--no-progress', '--timeout', '6h'],
    ];
}
const reportFormats = {
    sarif: 'sarif',
    'cdx.json': 'cyclonedx',
    'spdx.json': 'spdx-json',
    txt: 'table',
};
function convertArguments(format, json, output, scanners) {
    return ['convert', '--scanners', scanners, '--format', format, '--output', output, json];
}
function scannerEnvironment(home) {
    return { PATH: process.env.PATH ?? '', HOME: home, TMPDIR: home };
}
async function runTrivy(trivy, args) {
    const { program, home, signal } = trivy;
    const last = [];
    const code = await (0,_toolkit_program_js__WEBPACK_IMPORTED_MODULE_0__/* .runProgram */ .m)([program, ...args], {
        cwd: home,
        env: scannerEnvironment(home),
        signal,
        print: line => {
            last.push(line);
            if (last.length > kept)
                last.shift();
        },
    });
    if (signal.aborted)
        return { good: false, fault: 'cancelled' };
    return code === 0 ? { good: true } : { good: false, fault: faultIn(last.join('\n')) };
}
const kept = 100;
function faultIn(said) {
    const lines = said.split('\n').map(line => line.trim());
    const fatal = lines.findLastIndex(line => /\tFATAL\t/.test(line));
    if (fatal < 0)
        return lines.findLast(line => line !== '') ?? 'it printed nothing';
    const chain = (lines[fatal] ?? '').replace(/^.*?\tFATAL\t(Fatal error\t)?/, '');
    const listed = lines[fatal + 1]?.startsWith('* ') === true ? (lines[fatal + 1] ?? '').slice(2) : undefined;
    return listed ?? chain.split(': ').slice(-2).join(': ');
}


/***/ }),

/***/ 8999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;


/***/ }),

/***/ 31949:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cacheFolder: () => (/* binding */ cacheFolder),
/* harmony export */   findTool: () => (/* binding */ findTool)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _child_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83402);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _program_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16428);
/* harmony import */ var _demand_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(65081);
/* harmony import */ var _pin_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(20335);







async function findTool(pin, search) {
    const { folder, env, signal, report } = search;
    const found = (0,_demand_js__WEBPACK_IMPORTED_MODULE_5__/* .demandsPinned */ .R)(env) ? undefined : (search.found ?? onPath(pin.name));
    const platform = `${process.platform}-${process.arch}`;
    const version = found === undefined ? undefined : await versionOf(pin, found, search);
    if (signal.aborted)
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .cancelled */ .KW)();
    const choice = (0,_pin_js__WEBPACK_IMPORTED_MODULE_6__.chooseTool)(pin, version, platform);
    if (choice.use === 'path' && found !== undefined) {
        if (choice.warning !== undefined)
            report(choice.warning);
        return found;
    }
    if (choice.use === 'pinned' && choice.note !== undefined)
        report(choice.note);
    const download = (0,_pin_js__WEBPACK_IMPORTED_MODULE_6__.downloadFor)(pin, platform);
    if (download === undefined)
        throw new Error(`nothing was chosen for ${pin.name} on ${platform}`);
    const { name, version: pinned } = pin;
    const cache = cacheFolder(env);
    const { obtain } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(9805), __webpack_require__.e(162)]).then(__webpack_require__.bind(__webpack_require__, 20162));
    const mirrors = (0,_pin_js__WEBPACK_IMPORTED_MODULE_6__.parseMirrors)(env.SLIPWAY_TOOL_MIRRORS ?? '', 'SLIPWAY_TOOL_MIRRORS');
    return [await obtain(download, { name, version: pinned, cache, folder, mirrors, signal, report })];
}
function onPath(name) {
    const path = (0,_child_js__WEBPACK_IMPORTED_MODULE_2__/* .findOnPath */ .a)(name);
    return path === undefined ? undefined : [path];
}
async function versionOf(pin, found, { asking, env, signal: cancel }) {
    const signal = AbortSignal.any([cancel, AbortSignal.timeout(30_000)]);
    const answer = await (0,_program_js__WEBPACK_IMPORTED_MODULE_4__/* .ask */ .k)([...found, ...pin.asks], { ...(asking ?? { env }), signal }).catch(() => undefined);
    return answer?.code === 0 ? (0,_pin_js__WEBPACK_IMPORTED_MODULE_6__.versionIn)(pin, answer.stdout) : 'unknown';
}
function cacheFolder(env) {
    return (env.RUNNER_TOOL_CACHE || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(env.XDG_CACHE_HOME || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(env.HOME || (0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)(), '.cache'), 'slipway'));
}


/***/ }),

/***/ 20335:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  addressesOf: () => (/* binding */ addressesOf),
  chooseTool: () => (/* binding */ chooseTool),
  downloadFor: () => (/* binding */ downloadFor),
  parseMirrors: () => (/* binding */ parseMirrors),
  pins: () => (/* binding */ pins),
  versionIn: () => (/* binding */ versionIn)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/input-text.js
var input_text = __webpack_require__(26126);
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/buildx.json
const buildx_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"buildx","version":"0.30.1","from":"0.15.0","why":"Since 0.15, `build --call=check` runs BuildKit\'s own checks of a Dockerfile.","unknown":"warn","remedy":"install Docker with Buildx (on GitHub: docker/setup-buildx-action before this step)","asks":["version"],"says":"^github\\\\.com/docker/buildx v?(\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"From checksums.txt of the release, as in Docker\'s official image; the one for x64 is the same in nixpkgs.","files":{"linux-x64":{"url":"https://github.com/docker/buildx/releases/download/v0.30.1/buildx-v0.30.1.linux-amd64","sha256":"c37114fcd034025ec68e224657c8a5a850df472ded3ddcbca75ad3a7ebb9710d"},"linux-arm64":{"url":"https://github.com/docker/buildx/releases/download/v0.30.1/buildx-v0.30.1.linux-arm64","sha256":"31d012d52d6df68aef4b55db62330967b562811f0de30cdfaa4505f314797c76"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/cosign.json
const cosign_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"cosign","version":"3.1.3","from":"3.1.0","below":"4.0.0","oldest":"3.0.0","why":"Since 3.0, a signing configuration names the services, and bundles are the default format. 3.0 cannot write attestations to Rekor 2.","unknown":"refuse","asks":["version","--json"],"says":"\\"gitVersion\\": *\\"v(\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"From a copy of cosign_checksums.txt of the release, which agrees with public repositories that verify the download; the original file was not reachable.","files":{"linux-x64":{"url":"https://github.com/sigstore/cosign/releases/download/v3.1.3/cosign-linux-amd64","sha256":"4629c757b7618056f8ddd7e2625ae9fdd94c0372a65049520bc7d9df9efc7f71"},"linux-arm64":{"url":"https://github.com/sigstore/cosign/releases/download/v3.1.3/cosign-linux-arm64","sha256":"c5d324e091826b0d7a78eb16fef316450b4eb9aaec045611c08ba06f5e73220a"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/helm.json
const helm_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"helm","version":"4.3.0","from":"4.0.0","below":"5.0.0","why":"Charts are tested with 4.3. An older Helm has other Kubernetes versions and functions for templates, and the same commit must render the same objects everywhere.","unknown":"warn","asks":["version","--template={{.Version}}"],"says":"^v?(\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"The same in several independent public sources, such as the installers of Argo CD; the project publishes them in a file with .sha256sum next to each archive.","files":{"linux-x64":{"url":"https://get.helm.sh/helm-v4.3.0-linux-amd64.tar.gz","sha256":"86584a54def73570558f66f5111cc53dfed56689637ae32c1201205d494f54fb","member":"linux-amd64/helm"},"linux-arm64":{"url":"https://get.helm.sh/helm-v4.3.0-linux-arm64.tar.gz","sha256":"31c5794dd55c66a51e6b7d2e2ac7a114ae8b1de41ff1d9ba51748ac973b06a08","member":"linux-arm64/helm"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/kubectl.json
const kubectl_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"kubectl","version":"1.36.3","from":"1.0.0","why":"Every version supports the requests of Slipway, so the version on the PATH is not checked.","unknown":"warn","asks":["version","--client","--output=json"],"says":"\\"gitVersion\\": *\\"v(\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"From the kubectl.sha256 next to each program, as in kubespray.","files":{"linux-x64":{"url":"https://dl.k8s.io/release/v1.36.3/bin/linux/amd64/kubectl","sha256":"ebbd080e7c2e275093b55915722043257eb24004363e20acb3c4d71919f88336"},"linux-arm64":{"url":"https://dl.k8s.io/release/v1.36.3/bin/linux/arm64/kubectl","sha256":"3d86f24401c41ae5a46ac50eef8865fe891d3647d324a0836f6c63757a126e62"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/restic.json
const restic_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"restic","version":"0.18.1","from":"0.17.0","below":"0.19.0","why":"Since 0.17, exit codes identify the error, and a failed command stores nothing. The output format is known up to 0.18.","unknown":"refuse","asks":["version"],"says":"^restic (\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"The same in several independent public sources that verify the download, some of which cite the project\'s SHA256SUMS; that file was not reachable.","files":{"linux-x64":{"url":"https://github.com/restic/restic/releases/download/v0.18.1/restic_0.18.1_linux_amd64.bz2","sha256":"680838f19d67151adba227e1570cdd8af12c19cf1735783ed1ba928bc41f363d"},"linux-arm64":{"url":"https://github.com/restic/restic/releases/download/v0.18.1/restic_0.18.1_linux_arm64.bz2","sha256":"87f53fddde38764095e9c058a3b31834052c37e5826d2acf34e18923c006bd45"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/trivy.json
const trivy_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"trivy","version":"0.74.0","from":"0.74.0","below":"0.75.0","oldest":"0.70.0","why":"Reports are tested with 0.74. Versions 0.69.4 to 0.69.6 were published by an attacker, so no version before 0.70 and no unknown version is run.","unknown":"refuse","asks":["--version"],"says":"^Version: v?(\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"The same in several independent public sources; the project publishes them in trivy_0.74.0_checksums.txt next to the archives.","files":{"linux-x64":{"url":"https://github.com/aquasecurity/trivy/releases/download/v0.74.0/trivy_0.74.0_Linux-64bit.tar.gz","sha256":"2ae6fe3ee734b7fdf11335663e18c75ea12dccc76062f09f164a3b0f8be4371a","member":"trivy"},"linux-arm64":{"url":"https://github.com/aquasecurity/trivy/releases/download/v0.74.0/trivy_0.74.0_Linux-ARM64.tar.gz","sha256":"b94ce1976bbf3c15b514b605ee88be7c6d94a29be2302847ff01cb794d47aad5","member":"trivy"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/pin.js








const pins = { kubectl: kubectl_namespaceObject, helm: helm_namespaceObject, buildx: buildx_namespaceObject, trivy: trivy_namespaceObject, cosign: cosign_namespaceObject, restic: restic_namespaceObject };
function downloadFor({ files }, platform) {
    const file = Object.hasOwn(files, platform) ? files[platform] : undefined;
    return file === undefined || file.sha256 === null ? undefined : { ...file, sha256: file.sha256 };
}
function chooseTool(pin, found, platform) {
    const { name, version, from, below, oldest = from } = pin;
    const known = found === undefined || found === 'unknown' ? undefined : found;
    if (known !== undefined && !older(known, from) && (below === undefined || older(known, below)))
        return { use: 'path' };
    const range = below === undefined ? `${from} or newer` : `${from} or newer, below ${below}`;
    const other = found === undefined
        ? undefined
        : `${name} ${known ?? 'of an unknown version'} on the PATH is not supported (required: ${range})`;
    if (other !== undefined && known === undefined && pin.unknown === 'warn')
        return { use: 'path', warning: `${other}; it is used anyway, and may behave differently` };
    if (downloadFor(pin, platform) !== undefined)
        return { use: 'pinned', ...(other === undefined ? {} : { note: `${other}, so it is not used` }) };
    const remedy = pin.remedy ?? `install ${name} ${version} in a step before this one, so that it is on the PATH`;
    if (other === undefined) {
        const why = Object.hasOwn(pin.files, platform)
            ? 'it is not downloaded, because its checksum is unknown'
            : `there is no download for ${platform}`;
        throw new errors/* UserError */.yo(`${name} is not on the PATH, and ${why}`, remedy);
    }
    if (known === undefined ? pin.unknown === 'refuse' : older(known, oldest))
        throw new errors/* UserError */.yo(`${other}${known === undefined ? '' : `; no version before ${oldest} can be used`}`, remedy);
    return { use: 'path', warning: `${other}; it is used anyway, and may behave differently` };
}
function versionIn({ says }, text) {
    const version = new RegExp(says, 'm').exec(text)?.[1];
    return version === undefined || version === '0.0.0' ? 'unknown' : version;
}
const older = (one, other) => one.localeCompare(other, 'en', { numeric: true }) < 0;
function addressesOf(url, mirrors) {
    const { host, pathname } = new URL(url);
    return mirrors.length === 0
        ? [url]
        : mirrors.map(mirror => `${mirror.replace(/\/+$/, '')}/${host}${pathname}`);
}
function parseMirrors(text, setting) {
    const mirrors = (0,input_text/* listed */.KE)(text);
    for (const [index, mirror] of mirrors.entries()) {
        const url = URL.canParse(mirror) ? new URL(mirror) : undefined;
        const remedy = 'write an address such as https://mirror.example.com/tools';
        if (url === undefined || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
            throw new errors/* UserError */.yo(`${setting} has an invalid address at position ${index + 1}`, remedy);
        if (url.username !== '' || url.password !== '')
            throw new errors/* UserError */.yo(`${setting} has an address with a password at position ${index + 1}`, 'remove the user and password; mirrors are used without credentials');
    }
    return mirrors;
}


/***/ })

};

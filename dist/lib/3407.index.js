export const id = 3407;
export const ids = [3407];
export const modules = {

/***/ 23608:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UK: () => (/* binding */ assessRules),
/* harmony export */   ZS: () => (/* binding */ envPolicySchema),
/* harmony export */   cJ: () => (/* binding */ assessSchema),
/* harmony export */   tP: () => (/* binding */ keyRules)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88343);
/* harmony import */ var _exceptions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60820);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18464);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54524);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34182);





const assessRules = {
    'workload-invalid': 'error',
    'service-selector': 'warning',
    'api-served': 'error',
    'api-deprecated': 'warning',
    'version-skew': 'warning',
    'zone-replicas': 'warning',
    'zone-spread': 'warning',
    'zone-nodes': 'warning',
    'zone-pods': 'warning',
    'probe-readiness': 'warning',
    'probe-liveness': 'warning',
    'probe-same': 'warning',
    'probe-port': 'error',
    'probe-timing': 'warning',
    'probe-startup': 'warning',
    'disruption-budget': 'warning',
    'disruption-blocked': 'warning',
    'pre-stop-hook': 'warning',
    'termination-grace-period': 'warning',
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
    'connection-plain': 'warning',
    'variable-high': 'error',
    'variable-medium': 'warning',
    'variable-low': 'info',
    'secret-plain': 'error',
    'secret-sops': 'error',
};
const keyRules = {
    'key-opens': 'error',
    'key-rotates': 'warning',
    'column-plain': 'warning',
    'token-plain': 'error',
    'repository-cipher': 'error',
    'etcd-encryption': 'warning',
};
const ofTrivy = /^KSV-[0-9]{4,5}$/;
const ruleNames = Object.keys({ ...assessRules, ...keyRules });
const ruleSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
    .superRefine((name, context) => {
    if (ruleNames.includes(name) || ofTrivy.test(name))
        return;
    const remedy = (0,_suggest_js__WEBPACK_IMPORTED_MODULE_4__/* .suggestOr */ .S4)(name, ruleNames, 'choose a rule from docs/assess.md or docs/keys.md');
    context.addIssue({ code: 'custom', message: `is not a rule; ${remedy}` });
})
    .meta({ pattern: `^(${ruleNames.join('|')}|KSV-[0-9]{4,5})$` });
const assessSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    zones: (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeSchema */ .HY)(1, 10, 'is not a number of zones; write a whole number from 1 to 10').prefault(3).meta({
        description: 'How many zones must hold two pods each of every workload with traffic.',
        example: 1,
    }),
    rules: zod__WEBPACK_IMPORTED_MODULE_3__/* .partialRecord */ .jgl(ruleSchema, _policy_js__WEBPACK_IMPORTED_MODULE_2__/* .levelSchema */ .w)
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

/***/ 13407:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ environmentFields),
  V: () => (/* binding */ environmentSchema)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __webpack_require__(88532);
// EXTERNAL MODULE: ./.build/js/src/config/acceptance.js
var acceptance = __webpack_require__(65221);
// EXTERNAL MODULE: ./.build/js/src/config/assess.js
var assess = __webpack_require__(23608);
// EXTERNAL MODULE: ./.build/js/src/config/formats.js
var formats = __webpack_require__(18464);
;// CONCATENATED MODULE: ./.build/js/src/config/charts.js


const registryChart = 'oci:\\/\\/[A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]{1,5})?(\\/[a-z0-9]+([._-]+[a-z0-9]+)*)+';
const chartSchema = schemas/* strictObject */.rej({
    helm: (0,formats/* text */.Qq)(new RegExp(`^(${registryChart}|(?!\\/)(?!.*:\\/\\/)[^\\\\\\p{Cc}]+)$`, 'u'), {
        problem: 'is neither a folder nor a chart in an OCI registry',
        remedy: 'write a path relative to slipway.yml, or an address such as oci://registry.example.com/charts/shop',
    }).meta({
        description: 'The folder of a chart, or its address in an OCI registry (`oci://…`).',
        example: 'charts/shop',
    }),
    version: (0,formats/* text */.Qq)(/^[0-9]+\.[0-9]+\.[0-9]+([-+][0-9A-Za-z.+-]+)?(@sha256:[0-9a-f]{64})?$/, {
        problem: 'is not an exact version',
        remedy: 'write three numbers, such as 1.4.2, or the same with the digest: 1.4.2@sha256:<digest>',
    })
        .exactOptional()
        .meta({
        description: 'The exact version, required in a registry; with the digest (`1.4.2@sha256:…`), each release renders the same chart.',
        example: '1.4.2',
    }),
    values: schemas/* array */.YOg(formats/* manifestPathSchema */.GQ)
        .exactOptional()
        .meta({
        description: 'Values files; a later one overrides an earlier one.',
        example: ['values.yaml', 'values-production.yaml'],
    }),
    set: schemas/* record */.g1P((0,formats/* text */.Qq)(/^[^\s=,{}\p{Cc}]+$/u, {
        problem: 'is not the path of a value',
        remedy: 'write names with dots between them, such as image.tag',
    }), schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY()], {
        error: 'is neither text, a number, true nor false; write lists and maps into a file of `values`',
    }))
        .exactOptional()
        .meta({
        description: 'Single values, which override the files.',
        example: { 'ingress.enabled': true },
    }),
    release: (0,formats/* labelSchema */.Gx)('the name of a Helm release', 53).exactOptional().meta({
        description: 'The name of the release that the templates see. Default: `app`.',
        example: 'shop',
    }),
})
    .check(({ value, issues }) => {
    const remote = value.helm.startsWith('oci://');
    if (remote === (value.version !== undefined))
        return;
    const message = remote
        ? 'lacks `version`; add one, such as `version: 1.4.2`; with the digest, `1.4.2@sha256:…`, each release renders the same chart'
        : 'is only for a chart in a registry; remove it, because the folder has one version';
    issues.push({ code: 'custom', message, path: remote ? [] : ['version'], input: value });
});
const manifestsSchema = (0,formats/* listSchema */.cE)(schemas/* union */.KCZ([formats/* manifestPathSchema */.GQ, chartSchema], {
    error: 'is neither a path nor a chart; write `- deploy/` or `- helm: charts/shop`',
}), 'is empty; list at least one file or folder, such as `- deploy/`');
const takeOverSchema = schemas/* strictObject */.rej({
    helm: (0,formats/* labelSchema */.Gx)('the name of a Helm release', 53).meta({
        description: 'The Helm release whose objects Slipway takes over.',
        example: 'shop',
    }),
});

;// CONCATENATED MODULE: ./.build/js/src/config/cluster.js


const clusterSchema = schemas/* strictObject */.rej({
    server: formats/* serverSchema */.zT.meta({
        description: 'The address of the API server.',
        example: 'https://api.cluster.example.com:6443',
    }),
    ca: formats/* fileNameSchema */.x7.exactOptional().meta({
        description: 'The CA certificate of the API server, as PEM. Default: those of the system.',
        example: 'deploy/cluster-ca.pem',
    }),
    audience: schemas/* string */.YjP()
        .regex(/^[\x21-\x7e]+$/, {
        error: 'is not an audience; write the one that the API server was configured with',
    })
        .meta({
        description: 'The audience of the OIDC token that the API server accepts.',
        example: 'shop-production',
    }),
});

// EXTERNAL MODULE: ./.build/js/src/config/endpoint.js
var endpoint = __webpack_require__(37971);
;// CONCATENATED MODULE: ./.build/js/src/config/cost.js



const amountSchema = (description, example) => schemas/* number */.aig({ error: 'is not an amount; write a number such as 0.031' })
    .min(0, { error: 'is below 0; write a number such as 0.031' })
    .max(1e9, { error: 'is too large; write a number such as 0.031' })
    .exactOptional()
    .meta({ description, example });
const countSchema = (least) => (0,formats/* wholeSchema */.HY)(least, 100_000, `is not a whole number from ${least} to 100000`);
const settingSchema = (least) => schemas/* union */.KCZ([countSchema(least), formats/* environmentVariableSchema */.fj], {
    error: `is neither a whole number from ${least} nor a variable; write one such as 10 or DB_POOL_SIZE`,
});
const poolSchema = schemas/* strictObject */.rej({
    size: settingSchema(1).meta({
        description: 'Connections of one pool, as a number, or the variable of the workload that sets it.',
        example: 'DB_POOL_SIZE',
    }),
    overflow: settingSchema(0).prefault(0).meta({
        description: 'Connections that a pool may open beyond that, in the same way.',
        example: 10,
    }),
    processes: settingSchema(1).prefault(1).meta({
        description: 'Processes of a pod, each with a pool of its own, in the same way.',
        example: 'WEB_CONCURRENCY',
    }),
});
const connectionsSchema = schemas/* strictObject */.rej({
    max: countSchema(1).exactOptional().meta({
        description: 'The most connections, if the pools may not use all of `max_connections`. Default: the smallest `pg_settings_max_connections` that Prometheus has of the namespace.',
        example: 100,
    }),
    reserved: countSchema(0).prefault(3).describe('Connections that the database keeps for administrators.'),
    pools: (0,formats/* atLeastOne */.LU)(schemas/* record */.g1P((0,formats/* text */.Qq)(/^(Deployment|StatefulSet|DaemonSet|CronJob)\/[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/, {
        problem: 'is not a workload',
        remedy: 'write Kind/name, such as Deployment/shop',
    }), poolSchema), 'is empty; add at least one workload, such as `Deployment/shop: {size: 10}`').meta({
        description: 'The pool of each workload that uses the database.',
        example: { 'Deployment/shop': { size: 'DB_POOL_SIZE', overflow: 10 } },
    }),
});
const costSchema = schemas/* strictObject */.rej({
    currency: (0,formats/* text */.Qq)(/^[A-Z]{3}$/, {
        problem: 'is not a currency',
        remedy: 'write three letters, such as EUR',
    })
        .prefault('USD')
        .meta({ description: 'The currency of all amounts.', example: 'EUR' }),
    prices: schemas/* strictObject */.rej({
        'core-hour': amountSchema('Price of a requested CPU core per hour. Default: that of OpenCost.', 0.031),
        'gib-hour': amountSchema('Price of a requested GiB of memory per hour. Default: that of OpenCost.', 0.0042),
        'storage-gib-month': amountSchema('Price of a GiB of volume storage per month. Default: volumes are not counted.', 0.1),
        'runner-minute': amountSchema('Price of a minute of a hosted runner. Default: only minutes are shown.', 0.006),
    })
        .prefault({})
        .meta({ description: 'The price sheet.', example: { 'core-hour': 0.031, 'gib-hour': 0.0042 } }),
    opencost: schemas/* strictObject */.rej(endpoint/* endpointFields */.ps)
        .refine(endpoint/* hasOneAddress */.FD, {
        error: 'needs either `service` or `url`; write `opencost: {service: opencost/opencost:9003}`',
    })
        .superRefine(endpoint/* checkLogin */.wD)
        .exactOptional()
        .meta({
        description: 'The OpenCost that knows what a core and a GiB cost. Default: none.',
        example: { service: 'opencost/opencost:9003' },
    }),
    window: formats/* daysInMilliseconds */.t1
        .refine(window => window <= 90 * 86_400_000, { error: 'is too long; choose 1d to 90d' })
        .prefault('7d')
        .describe('The time over which usage is read.'),
    'monthly-cap': amountSchema('What the workloads may cost in a month. Default: any amount.', 400),
    'run-cap': amountSchema('What a run of the pipeline may cost. Default: any amount.', 0.5),
    'task-cap': (0,formats/* text */.Qq)(/^[A-Za-z_][A-Za-z0-9_.-]{0,99}$/, {
        problem: 'is not the name of a setting',
        remedy: 'write the variable or key that limits the cost of a task, such as MAX_BUDGET_PER_TASK',
    })
        .exactOptional()
        .meta({
        description: 'The variable of a container, or the key of a ConfigMap or of a file in it, by which the application limits the cost of a task. Default: none.',
        example: 'MAX_BUDGET_PER_TASK',
    }),
    connections: connectionsSchema.exactOptional().meta({
        description: 'The connections to the database. Default: not counted.',
        example: { max: 100, pools: { 'Deployment/shop': { size: 10 } } },
    }),
});

// EXTERNAL MODULE: ./.build/js/src/config/gate.js
var gate = __webpack_require__(28989);
;// CONCATENATED MODULE: ./.build/js/src/config/gateway.js


const second = 1000;
const minute = 60 * second;
const within = (least, most, text) => formats/* durationSchema */.sK.refine((duration) => duration >= least && duration <= most, {
    error: `is out of range; choose a duration from ${text}`,
});
const gatewaySchema = schemas/* strictObject */.rej({
    'accept-timeout': within(5 * second, 10 * minute, '5s to 10m')
        .prefault('2m')
        .describe('How long it may take to accept a changed route (30 s after a rejection), before the release is rolled back. From `5s` to `10m`.'),
    arrival: within(second, 10 * minute, '1s to 10m')
        .prefault('2m')
        .describe('How long a weight may take to show in the requests, when its step starts. A share that still differs then ends the release as `no-data`. From `1s` to `10m`.'),
    drain: within(second, 5 * minute, '1s to 5m')
        .prefault('3s')
        .meta({
        description: 'How long after a change it may send requests to old backends, which are kept until then; a longer measured time counts instead. From `1s` to `5m`.',
        example: '1m',
    }),
});

// EXTERNAL MODULE: ./.build/js/src/config/gitops.js
var gitops = __webpack_require__(90046);
// EXTERNAL MODULE: ./.build/js/src/config/hooks.js
var hooks = __webpack_require__(44456);
// EXTERNAL MODULE: ./.build/js/src/config/monitoring.js + 2 modules
var monitoring = __webpack_require__(60096);
// EXTERNAL MODULE: ./.build/js/src/config/placed-problem.js
var placed_problem = __webpack_require__(95761);
// EXTERNAL MODULE: ./.build/js/src/config/plain-checks.js
var plain_checks = __webpack_require__(65364);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
;// CONCATENATED MODULE: ./.build/js/src/config/progressive.js



const deadline = (preset) => formats/* durationSchema */.sK.prefault(preset).describe('How long the rollout may take before a rollback.');
const watch = formats/* durationSchema */.sK.prefault('10m').describe('How long limits are still checked after promotion.');
const asWeight = (percent) => percent.refine(weight => weight > 0 && weight < 100, {
    error: 'is not a canary weight; write a percentage above 0% and below 100%',
});
const weightSchema = asWeight(formats/* percentSchema */.nJ);
const watchdogSchema = schemas/* union */.KCZ([
    schemas/* literal */.euz('off'),
    schemas/* strictObject */.rej({
        image: formats/* imageReferenceSchema */.Et.meta({
            description: 'An image with a shell and kubectl or curl.',
            example: 'registry.example.com/tools/curl:8',
        }),
    }),
], {
    error: 'is neither off nor an image; write `watchdog: {image: …}` for an image with a shell and kubectl or curl, or `watchdog: off`',
})
    .meta({
    description: 'The Job that restores the traffic when the run is lost: its image, or `off`. Default: none; each release requires a choice.',
    example: { image: 'registry.example.com/tools/curl:8' },
});
const previewSchema = schemas/* strictObject */.rej({
    header: formats/* headerNameSchema */.Og.meta({
        description: 'The name of the header.',
        example: 'X-Preview',
    }),
    value: schemas/* string */.YjP().min(1, { error: 'is empty; write the value of the header' }).meta({
        description: 'The value.',
        example: 'candidate',
    }),
})
    .meta({
    description: 'A header that sends requests to the candidate; it needs `route`.',
    example: { header: 'X-Preview', value: 'candidate' },
});
const beside = {
    preview: previewSchema.exactOptional(),
    watchdog: watchdogSchema.exactOptional(),
};
const stepSchema = schemas/* object */.Ikc({
    weight: schemas/* number */.aig(),
    pause: schemas/* custom */.IeY(value => typeof value === 'number').exactOptional(),
    approve: schemas/* literal */.euz(true).exactOptional(),
});
const notAStep = {
    problem: 'is not a step',
    remedy: 'write a weight such as 25%, `approve`, or `pause: 30m`',
};
const writtenStep = schemas/* union */.KCZ([
    schemas/* literal */.euz('approve'),
    asWeight((0,formats/* percentOr */.pz)(notAStep)),
    schemas/* strictObject */.rej({
        pause: formats/* durationSchema */.sK.meta({
            description: 'The least time at the weight before it. The deadline includes it.',
            example: '30m',
        }),
    }),
], { error: `${notAStep.problem}; ${notAStep.remedy}` });
const stepsSchema = schemas/* codec */.rLB((0,formats/* listSchema */.cE)(writtenStep, 'is empty; list at least one weight, such as `steps: [5%, 25%, 50%]`'), schemas/* array */.YOg(stepSchema), {
    decode: (written, { issues }) => {
        const refuse = (message) => {
            issues.push({ code: 'custom', message, input: written });
            return core/* NEVER */.tm;
        };
        const steps = [];
        for (const each of written) {
            const last = steps.at(-1);
            if (typeof each === 'number') {
                if (last !== undefined && each <= last.weight)
                    return refuse('does not rise; make each weight larger than the one before, such as `steps: [5%, 25%, 50%]`');
                steps.push({ weight: each });
            }
            else if (last === undefined) {
                return refuse('does not begin with a weight; write one first, such as `steps: [5%, approve, 50%]`');
            }
            else if (last.approve === true || (last.pause !== undefined && each !== 'approve')) {
                return refuse('has too much after one weight; write at most one `pause`, then at most one `approve`');
            }
            else if (each === 'approve') {
                last.approve = true;
            }
            else {
                last.pause = each.pause;
            }
        }
        return steps;
    },
    encode: steps => steps.flatMap(({ weight, pause, approve }) => [
        weight,
        ...(pause === undefined ? [] : [{ pause }]),
        ...(approve === true ? ['approve'] : []),
    ]),
});
const canaryFields = schemas/* strictObject */.rej({
    steps: stepsSchema
        .prefault(['5%', '25%', '50%'])
        .describe('The rising weights of the candidate, judged in turn. After a weight, `pause: 30m` keeps it for at least that time, and `approve` waits for a person; a `pause` longer than `hand-over-after`, and `approve`, need a watchdog.'),
    bake: schemas/* strictObject */.rej({
        weight: weightSchema.prefault('80%').describe('The weight of the candidate during the bake.'),
        for: formats/* durationSchema */.sK.prefault('15m').describe('How long the bake lasts.'),
        'hand-over-after': formats/* durationSchema */.sK
            .prefault('1h')
            .describe('How long a run waits for the bake, or for a `pause`. A longer one continues without a run, and `sweep` judges it; that needs a watchdog.'),
        approve: schemas/* boolean */.zMY()
            .prefault(false)
            .describe('Whether a person must approve the promotion after the bake; that needs a watchdog.'),
    })
        .prefault({})
        .meta({
        description: 'The last stage before promotion, which the gate still judges.',
        example: { weight: '80%', for: '15m' },
    }),
    promotion: schemas/* enum */.k5n(['surge', 'in-place']).prefault('surge').meta({
        description: 'How the candidate becomes the workload: with the canary at full size (`surge`), or, without room for that, at the weight of the bake (`in-place`).',
        example: 'in-place',
    }),
    deadline: deadline('50m'),
    'on-inconclusive': schemas/* enum */.k5n(['rollback', 'pause', 'approve'])
        .prefault('rollback')
        .describe('What follows an inconclusive end: `rollback`, `pause` at the weight, or wait for a person to `approve`; the last two need a watchdog.'),
    'pause-timeout': formats/* durationSchema */.sK
        .prefault('4h')
        .describe('How long a paused rollout waits for a person, or for a sweep after its bake; then it is rolled back.'),
    watch,
    ...beside,
});
const canarySchema = canaryFields.refine(({ steps, bake, deadline }) => leastTime(steps, bake) < deadline, {
    error: 'leaves no time to judge the candidate: its pauses and the bake take the whole `deadline`; set a longer `deadline`',
});
const leastTime = (steps, bake) => steps.reduce((sum, { pause = 0 }) => sum + pause, bake.for);
const outlastsHandOver = ({ steps, bake }) => bake.for > bake['hand-over-after'] || steps.some(({ pause = 0 }) => pause > bake['hand-over-after']);
const blueGreenSchema = schemas/* strictObject */.rej({
    deadline: deadline('10m'),
    watch: formats/* durationSchema */.sK
        .prefault('15m')
        .describe('How long the old version is kept after the switch, for an immediate rollback.'),
    ...beside,
});
const rollingSchema = schemas/* strictObject */.rej({ deadline: deadline('5m') });
const strategyFields = schemas/* strictObject */.rej({
    rolling: rollingSchema.exactOptional().meta({
        description: "The workload's own rolling update.",
        example: { deadline: '5m' },
    }),
    canary: canarySchema.exactOptional().meta({
        description: 'A copy of the workload gets a rising share of the traffic, judged by `gate`.',
        example: { steps: ['5%', '25%', '50%'], bake: { weight: '80%', for: '15m' } },
    }),
    'blue-green': blueGreenSchema.exactOptional().meta({
        description: 'A full copy of the workload gets all traffic at once.',
        example: { watch: '15m' },
    }),
});
const strategySchema = schemas/* codec */.rLB(strategyFields, schemas/* custom */.IeY(map/* isMap */.jh), {
    decode: (written, { issues }) => {
        const kinds = Object.keys(written);
        if (kinds.length > 1) {
            const message = `has ${kinds.join(' and ')}; keep one of them`;
            issues.push({ code: 'custom', message, input: written });
            return core/* NEVER */.tm;
        }
        if (written.canary !== undefined)
            return { kind: 'canary', ...written.canary };
        const blueGreen = written['blue-green'];
        if (blueGreen !== undefined)
            return { kind: 'blue-green', ...blueGreen };
        return { kind: 'rolling', ...(written.rolling ?? rollingSchema.parse({})) };
    },
    encode: ({ kind, ...rest }) => ({ [kind]: rest }),
});

// EXTERNAL MODULE: ./.build/js/src/config/promotion.js
var promotion = __webpack_require__(11749);
;// CONCATENATED MODULE: ./.build/js/src/config/repositories.js



const survivesSchema = () => schemas/* enum */.k5n(['node', 'zone', 'region']).meta({
    description: 'The largest failure domain around the database whose loss it survives, because it lies outside.',
    example: 'region',
});
const credentialsPrefixSchema = () => formats/* environmentVariableSchema */.fj.prefault('AWS').meta({
    description: 'The prefix of the environment variables with its credentials: `_ACCESS_KEY_ID`, `_SECRET_ACCESS_KEY` and, if temporary, `_SESSION_TOKEN`.',
    example: 'OFF_SITE',
});
const regionSchema = () => (0,formats/* text */.Qq)(/^[a-z0-9-]{1,40}$/, {
    problem: 'is not a region',
    remedy: 'write a region such as eu-central-1',
})
    .prefault('us-east-1')
    .meta({ description: 'Its region.', example: 'eu-central-1' });
const storeSchema = schemas/* strictObject */.rej({
    url: formats/* addressSchema */.oL.exactOptional().meta({
        description: 'An S3-compatible bucket, with the prefix of the paths of Slipway.',
        example: 'https://s3.eu-central-1.amazonaws.com/acme-backups/shop',
    }),
    region: regionSchema(),
    'credentials-prefix': credentialsPrefixSchema(),
    folder: (0,formats/* text */.Qq)(/^[^\\\p{Cc}]+$/u, {
        problem: 'is not a folder',
        remedy: 'write its path with "/" between the folders',
    })
        .exactOptional()
        .meta({
        description: 'A folder instead of a bucket.',
        example: 'archive',
    }),
})
    .refine(({ url, folder }) => (url === undefined) !== (folder === undefined), {
    error: 'needs either `url` or `folder`; write exactly one of them',
});
const resticSchema = schemas/* strictObject */.rej({
    url: formats/* addressSchema */.oL.meta({
        description: 'An S3-compatible bucket, with the prefix of the restic repository. The cluster reaches it, too.',
        example: 'https://s3.eu-central-1.amazonaws.com/acme-backups/files',
    }),
    region: regionSchema(),
    'credentials-prefix': formats/* environmentVariableSchema */.fj.prefault('AWS').meta({
        description: 'The prefix of the environment variables with its credentials: as for a store, and `_PASSPHRASE`.',
        example: 'OFF_SITE',
    }),
});
const repositorySchema = schemas/* strictObject */.rej({
    survives: survivesSchema(),
    pgbackrest: schemas/* int */.Whr({ error: 'is not the number of a repository; write the N of repoN in its configuration' })
        .min(1, { error: 'is not the number of a repository; write a number from 1 to 256' })
        .max(256, { error: 'is not the number of a repository; write a number from 1 to 256' })
        .exactOptional()
        .meta({
        description: 'The N of its `repoN` in pgBackRest, for databases.',
        example: 2,
    }),
    store: storeSchema.exactOptional().meta({
        description: 'Where it keeps the manifests of backups, and what pgBackRest and restic do not. One repository needs it.',
        example: {
            url: 'https://s3.eu-central-1.amazonaws.com/acme-backups/shop',
            region: 'eu-central-1',
            'credentials-prefix': 'OFF_SITE',
        },
    }),
    restic: resticSchema.exactOptional().meta({
        description: 'Its restic repository, for volumes, buckets and managed databases; the first backup creates it.',
        example: {
            url: 'https://s3.eu-central-1.amazonaws.com/acme-backups/files',
            region: 'eu-central-1',
            'credentials-prefix': 'OFF_SITE',
        },
    }),
    locked: formats/* daysInMilliseconds */.t1.exactOptional().meta({
        description: 'How long no credential can delete an object that was written there.',
        example: '30d',
    }),
    offline: (0,formats/* booleanSchema */.yu)().prefault(false).describe('Whether it can only be reached on site.'),
})
    .refine(({ locked, store }) => locked === undefined || store?.folder === undefined, {
    path: ['locked'],
    error: 'needs a `store` that is a bucket, because a folder locks nothing; write its `url`, or `offline: true` instead of `locked` for a disk that is stored offline',
})
    .describe('A place where backups are kept.');
const repositoryNamesSchema = (0,formats/* listSchema */.cE)((0,formats/* labelSchema */.Gx)('the name of a repository'), 'is empty; name at least one repository, such as `- on-site`');
const repositoryProblems = (path, names, repositories, lack) => names.flatMap((name, at) => {
    const found = repositories[name];
    const message = found === undefined ? 'is not a repository of this environment; add it to `repositories`' : lack(found);
    return (0,placed_problem/* placed */.GS)([...path, at], message);
});
const lackOfRestic = ({ restic }) => restic === undefined ? 'is a repository without restic; add `restic: {url: …}` to it' : undefined;

;// CONCATENATED MODULE: ./.build/js/src/config/backup-parts.js




const pvcSchema = (0,formats/* text */.Qq)(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/, {
    problem: 'is not the name of a PVC',
    remedy: 'write the name that `kubectl get pvc` shows, for a StatefulSet without the ordinal at its end',
    longest: 253,
});
const ways = ['to', 'database', 'not-needed'];
const volumeSchema = schemas/* strictObject */.rej({
    to: repositoryNamesSchema.exactOptional().meta({
        description: 'The restic repositories for its files.',
        example: ['on-site', 'off-site'],
    }),
    database: (0,formats/* labelSchema */.Gx)('the name of a database').exactOptional().meta({
        description: 'The entry of `databases` whose backups contain its data.',
        example: 'shop',
    }),
    'not-needed': (0,formats/* text */.Qq)(/^[^\p{Cc}]{3,300}$/u, {
        problem: 'is not a reason',
        remedy: 'say in a few words how its data is recreated',
    })
        .exactOptional()
        .meta({
        description: 'Why it is in no backup: how its data is recreated.',
        example: 'a cache, which fills itself',
    }),
})
    .refine(volume => ways.filter(way => volume[way] !== undefined).length === 1, {
    error: 'needs one of `to`, `database` and `not-needed`; write exactly one of them',
});
const bucketSchema = schemas/* strictObject */.rej({
    url: formats/* addressSchema */.oL.meta({
        description: 'The bucket of the application, with the prefix of the keys to back up.',
        example: 'https://s3.eu-central-1.amazonaws.com/acme-uploads',
    }),
    region: regionSchema(),
    'credentials-prefix': credentialsPrefixSchema(),
    to: repositoryNamesSchema.meta({
        description: 'The restic repositories for its objects.',
        example: ['on-site', 'off-site'],
    }),
    mirror: (0,formats/* text */.Qq)(/^[^\\\p{Cc}]+$/u, {
        problem: 'is not a folder',
        remedy: 'write its path with "/" between the folders',
    })
        .exactOptional()
        .meta({
        description: 'A folder that persists, so that only new objects are read. Default: a folder for this run.',
        example: 'uploads',
    }),
});
const redisSchema = schemas/* strictObject */.rej({
    workload: (0,formats/* objectSchema */.x0)(['StatefulSet', 'Deployment'], 'redis').meta({
        description: 'The workload whose pods run Redis; its backup is made in the master or a connected replica, by `redis-cli`.',
        example: 'StatefulSet/redis',
    }),
    container: (0,formats/* labelSchema */.Gx)('the name of a container').exactOptional().meta({
        description: 'The container with Redis. Default: the first one.',
        example: 'redis',
    }),
    password: formats/* environmentVariableSchema */.fj.exactOptional().meta({
        description: 'The variable of that container with the password. Default: `redis-cli` needs none.',
        example: 'REDIS_PASSWORD',
    }),
});
const backupPodSchema = schemas/* strictObject */.rej({
    image: (0,formats/* text */.Qq)(/^[^\s@]+@sha256:[0-9a-f]{64}$/, {
        problem: 'is not an image with a digest',
        remedy: 'write repository@sha256:…, as in the output `images` of the action `push`',
    }).meta({
        description: 'An image by digest, with restic 0.18, a shell, find, xargs, stat, sha256sum, gzip and base64; for `managed` also PostgreSQL, at least as new as the server.',
        example: `ghcr.io/acme/restic@sha256:${'0'.repeat(64)}`,
    }),
    user: schemas/* int */.Whr({ error: 'is not a user ID' })
        .min(1, { error: 'is not a user ID; remove it for root' })
        .max(65_535, { error: 'is not a user ID' })
        .exactOptional()
        .meta({
        description: 'The ID of the user that reads the files, and runs a restored managed database. Default: root with only the capability to read every file; for a database, that of the image.',
        example: 1000,
    }),
    'ca-configmap': (0,formats/* labelSchema */.Gx)('the name of a ConfigMap').exactOptional().meta({
        description: 'A ConfigMap whose `ca.crt` is the certificate of your own CA, for the stores.',
        example: 'store-ca',
    }),
});
const periodSchema = schemas/* int */.Whr({ error: 'is not a count; write a whole number from 0 to 1000' })
    .min(0, { error: 'is not a count; write a whole number from 0 to 1000' })
    .max(1000, { error: 'is too many; write a whole number from 0 to 1000' })
    .prefault(0);
const keepSchema = schemas/* strictObject */.rej({
    within: formats/* daysInMilliseconds */.t1.prefault('2d').describe('Every younger set is kept.'),
    daily: periodSchema.meta({
        description: 'How many of the last days keep one set each.',
        example: 7,
    }),
    weekly: periodSchema.meta({ description: 'The same for weeks.', example: 5 }),
    monthly: periodSchema.meta({ description: 'The same for months.', example: 12 }),
    yearly: periodSchema.meta({ description: 'The same for years.', example: 3 }),
});
const recipientSchema = (0,formats/* text */.Qq)(/^age1(pq1)?[02-9ac-hj-np-z]{58,3500}$/, {
    problem: 'is not an age public key',
    remedy: 'write the output of `age-keygen -y`, which starts with age1',
});
const keptShape = {
    volumes: schemas/* record */.g1P(pvcSchema, volumeSchema)
        .prefault({})
        .meta({
        description: 'How each PVC is backed up, by name, for a StatefulSet without the ordinal. A PVC that has neither an entry nor one of `databases` fails the backup.',
        example: { attachments: { to: ['on-site', 'off-site'] } },
    }),
    'backup-pod': backupPodSchema.exactOptional().meta({
        description: 'The pod that reads volumes and managed databases; required for both.',
        example: { image: `ghcr.io/acme/restic@sha256:${'0'.repeat(64)}` },
    }),
    buckets: schemas/* record */.g1P((0,formats/* labelSchema */.Gx)('the name of a bucket'), bucketSchema)
        .prefault({})
        .meta({
        description: 'Buckets of the application, by a name of your choice.',
        example: {
            uploads: {
                url: 'https://s3.eu-central-1.amazonaws.com/acme-uploads',
                'credentials-prefix': 'UPLOADS',
                to: ['on-site', 'off-site'],
            },
        },
    }),
    redis: schemas/* record */.g1P((0,formats/* labelSchema */.Gx)('the name of a Redis', 40), redisSchema)
        .prefault({})
        .meta({
        description: 'Redis to back up, by a name of your choice: as an encrypted file in each backup set, up to 128 MB. Needs `recipients`.',
        example: { sessions: { workload: 'StatefulSet/redis' } },
    }),
    objects: schemas/* strictObject */.rej({
        export: (0,formats/* booleanSchema */.yu)()
            .prefault(true)
            .describe('Whether objects are exported. PVCs are checked in any case.'),
        kinds: schemas/* array */.YOg((0,formats/* text */.Qq)(/^([a-z0-9.-]+\/)?[A-Z][A-Za-z0-9]{0,62}$/, {
            problem: 'is not a kind',
            remedy: 'write it with its group, such as apps/Deployment, or without one, such as ConfigMap',
        }))
            .prefault([])
            .meta({
            description: 'Kinds of which at least one object must exist.',
            example: ['apps/Deployment'],
        }),
    })
        .prefault({})
        .meta({
        description: 'How objects of the namespace are exported.',
        example: { kinds: ['apps/Deployment'] },
    }),
    secrets: schemas/* array */.YOg((0,formats/* labelSchema */.Gx)('the name of a Secret', 253))
        .exactOptional()
        .meta({
        description: 'The Secrets to back up, encrypted. Default: with `recipients`, all except tokens.',
        example: ['login'],
    }),
    recipients: schemas/* array */.YOg(recipientSchema)
        .prefault([])
        .meta({
        description: 'age public keys to encrypt for. Any one of their secret keys, kept offline, decrypts the backup. Without a recipient, no Secret or passphrase is backed up.',
        example: ['age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj'],
    }),
    images: schemas/* strictObject */.rej({
        to: schemas/* array */.YOg((0,formats/* labelSchema */.Gx)('the name of a repository'))
            .prefault([])
            .meta({
            description: 'Repositories with a `folder` that images are copied to, as one OCI layout.',
            example: ['safe'],
        }),
    })
        .prefault({})
        .meta({
        description: 'Where a backup copies the running images.',
        example: { to: ['safe'] },
    }),
    keep: keepSchema.prefault({ within: '2d', daily: 7, weekly: 5, monthly: 12 }).meta({
        description: 'How long backup sets are kept, with everything that they depend on.',
        example: { within: '2d', daily: 7, weekly: 5, monthly: 12 },
    }),
};
function keptProblems(recovery) {
    const { repositories, databases, volumes, buckets, images, secrets, recipients, redis } = recovery;
    const encrypted = [
        ...Object.keys(redis).map(name => ['redis', name]),
        ...(secrets === undefined ? [] : [['secrets']]),
    ];
    const withoutKey = recipients.length > 0 ? [] : encrypted;
    return [
        ...Object.entries(volumes).flatMap(([pvc, { to = [], database }]) => [
            ...repositoryProblems(['volumes', pvc, 'to'], to, repositories, lackOfRestic),
            ...(database === undefined || databases[database] !== undefined
                ? []
                : (0,placed_problem/* placed */.GS)(['volumes', pvc, 'database'], 'is not a database of this environment; name one of `databases`')),
            ...(to.length === 0 || recovery['backup-pod'] !== undefined
                ? []
                : (0,placed_problem/* placed */.GS)(['volumes', pvc, 'to'], 'needs a pod that reads the files; add `backup-pod: {image: …}` to `recovery`')),
        ]),
        ...Object.entries(buckets).flatMap(([name, { to }]) => repositoryProblems(['buckets', name, 'to'], to, repositories, lackOfRestic)),
        ...repositoryProblems(['images', 'to'], images.to, repositories, ({ store }) => store?.folder === undefined
            ? 'is a repository whose store is not a folder; name one whose store is a folder, because images are copied only to folders'
            : undefined),
        ...withoutKey.flatMap(path => (0,placed_problem/* placed */.GS)(path, 'cannot be encrypted without a public key; add an age public key to `recipients`')),
    ];
}

;// CONCATENATED MODULE: ./.build/js/src/config/drill-application.js


const templatePathSchema = (0,formats/* text */.Qq)(/^\/[\x21\x22\x24-\x7e]*$/, {
    problem: 'is not a request path',
    remedy: 'start it with "/", and write `{id}` in place of the ID of the record',
});
const applicationSchema = schemas/* strictObject */.rej({
    url: formats/* addressSchema */.oL.meta({
        description: 'The public address.',
        example: 'https://shop.example.com',
    }),
    host: (0,formats/* text */.Qq)(/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/, {
        problem: 'is not a host',
        remedy: 'write only its name, such as shop.example.com',
    })
        .exactOptional()
        .meta({
        description: 'The `Host` header. Default: the host in `url`.',
        example: 'shop.example.com',
    }),
    ready: formats/* requestPathSchema */.gq.prefault('/ready').describe('A path whose response has status 200.'),
    'known-record': formats/* requestPathSchema */.gq.meta({
        description: 'The path of a record that never changes.',
        example: '/api/items/1',
    }),
    'known-value': (0,formats/* text */.Qq)(/^[^\n]{1,1000}$/, {
        problem: 'is not one line of text',
        remedy: 'write a part of the record that never changes',
    })
        .exactOptional()
        .meta({
        description: 'Text that the record contains, for drills that cannot read it in the live system. Default: such a drill stays below L4.',
        example: 'first item',
    }),
    write: schemas/* strictObject */.rej({
        path: formats/* requestPathSchema */.gq.meta({ description: 'The path to post a record to.', example: '/api/items' }),
        body: (0,formats/* text */.Qq)(/\{token\}/, {
            problem: 'has no `{token}`',
            remedy: 'put it where the unique value belongs, such as {"name": "{token}"}',
        }).meta({
            description: 'The JSON body to post; `{token}` becomes a unique value, which the record must contain.',
            example: '{"name": "{token}"}',
        }),
        id: (0,formats/* text */.Qq)(/^[A-Za-z_][A-Za-z0-9_-]{0,62}$/, {
            problem: 'is not a field',
            remedy: 'name the response field with the ID of the record, such as id',
        })
            .prefault('id')
            .describe('The response field with the ID of the record.'),
        read: templatePathSchema.meta({
            description: 'The path to read the record from; `{id}` becomes its ID.',
            example: '/api/items/{id}',
        }),
    })
        .exactOptional()
        .meta({
        description: 'How a record is written through the application. Default: the drill only reads, below L4.',
        example: { path: '/api/items', body: '{"name": "{token}"}', read: '/api/items/{id}' },
    }),
});

// EXTERNAL MODULE: ./.build/js/src/config/prometheus.js
var prometheus = __webpack_require__(37714);
;// CONCATENATED MODULE: ./.build/js/src/config/drill-guard.js



const promqlSchema = (0,formats/* text */.Qq)(/^[^\p{Cc}]{1,2000}$/u, {
    problem: 'is not a query',
    remedy: 'write PromQL on one line, such as ALERTS{alertstate="firing",severity="critical"}',
});
const hoursSchema = (0,formats/* text */.Qq)(/^([01]\d|2[0-3]):00-([01]\d|2[0-4]):00$/, {
    problem: 'is not a range of hours',
    remedy: 'write full hours in UTC, such as 08:00-18:00 or 22:00-04:00',
})
    .transform(written => ({ from: Number(written.slice(0, 2)), to: Number(written.slice(6, 8)) }))
    .refine(({ from, to }) => from !== to, {
    error: 'is an empty range; write two different hours, or remove it',
});
const alertsSchema = schemas/* strictObject */.rej({
    prometheus: prometheus/* prometheusSchema */.a.exactOptional().meta({
        description: 'The Prometheus to query. Default: that of the gate.',
        example: { service: 'monitoring/prometheus:9090' },
    }),
    firing: promqlSchema
        .prefault('ALERTS{alertstate="firing",severity="critical"}')
        .describe('A PromQL query: each series above 0 is an alert that blocks a drill.'),
});
const inProductionSchema = schemas/* strictObject */.rej({
    approval: (0,formats/* text */.Qq)(/^[^\p{Cc}]{1,240}$/u, {
        problem: 'is not a GitHub environment',
        remedy: 'write its name, such as production-drills',
    }).meta({
        description: 'The prefix of the GitHub environments whose reviewers approve each drill; the scenario follows: `production-drills-pod`.',
        example: 'production-drills',
    }),
    abort: promqlSchema.meta({
        description: 'A PromQL query, above 0 when production suffers: then the drill fixes the failure at once.',
        example: 'ALERTS{alertname="ShopBurnsItsBudget",alertstate="firing"}',
    }),
    'max-duration': formats/* durationSchema */.sK.meta({
        description: 'How long the failure may last at most; then the drill fixes it in any case.',
        example: '10m',
    }),
});
const guardFields = {
    hours: hoursSchema.exactOptional().meta({
        description: 'When drills may start: hours in UTC. Default: at any time.',
        example: '08:00-18:00',
    }),
    alerts: alertsSchema.prefault({}).meta({
        description: 'The alerts that block a drill.',
        example: { prometheus: { service: 'monitoring/prometheus:9090' } },
    }),
    'in-production': inProductionSchema.exactOptional().meta({
        description: 'What aborts a drill in production, after a typed confirmation and an approval. Default: no drills in production.',
        example: {
            approval: 'production-drills',
            abort: 'ALERTS{alertname="ShopBurnsItsBudget",alertstate="firing"}',
            'max-duration': '10m',
        },
    }),
};

;// CONCATENATED MODULE: ./.build/js/src/config/drill-load.js



const whole = (least, most) => schemas/* int */.Whr({ error: 'is not a whole number' })
    .min(least, { error: `is below ${least}` })
    .max(most, {
    error: `is above ${most}, the most that a drill may send`,
});
const loadSchema = schemas/* strictObject */.rej({
    url: applicationSchema.shape.url.meta({
        description: 'The address that the requests are sent to. By naming it you allow them.',
        example: 'https://shop.example.com',
    }),
    host: applicationSchema.shape.host,
    path: formats/* requestPathSchema */.gq
        .prefault('/')
        .describe('The path of the `GET` requests; each must return 2xx or 3xx.'),
    rate: whole(1, 10).prefault(5).describe('Requests per second, from 1 to 10.'),
    requests: whole(100, 20_000).prefault(5000).describe('The load ends after this many requests.'),
    for: formats/* durationSchema */.sK
        .refine(time => time <= 3_600_000, { error: 'is longer than 1h' })
        .prefault('20m')
        .describe('The load ends after this time, at most 1h.'),
    failed: whole(0, 1000).prefault(0).describe('How many requests may fail after the injection.'),
});

;// CONCATENATED MODULE: ./.build/js/src/config/scratch.js



const placeSchema = (0,formats/* text */.Qq)(/^(\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9]([A-Za-z0-9._-]{0,251}[A-Za-z0-9])?):\d{1,5}$/, {
    problem: 'is not a host with a port',
    remedy: 'write host:port, such as db.example.com:5432',
});
const destinationSchema = (0,formats/* text */.Qq)(/^[0-9A-Fa-f:.]{2,45}(\/\d{1,3})?:\d{1,5}$/, {
    problem: 'is not an address with a port',
    remedy: 'write an address or a small network with a port, such as 192.0.2.7/32:443',
}).transform(written => {
    const at = written.lastIndexOf(':');
    const address = written.slice(0, at);
    const whole = address.includes('/') ? address : `${address}/${address.includes(':') ? 128 : 32}`;
    return { cidr: whole, port: Number(written.slice(at + 1)) };
});
const offSiteSchema = schemas/* strictObject */.rej({
    repository: (0,formats/* labelSchema */.Gx)('the name of a repository').exactOptional().meta({
        description: 'The repository. Default: the first one of the database with `survives: region`.',
        example: 'off-site',
    }),
    addresses: schemas/* array */.YOg(destinationSchema)
        .prefault([])
        .meta({
        description: 'Its addresses, as a NetworkPolicy sees them: all that `region` may reach, and what `off-site-down` blocks.',
        example: ['198.51.100.7:443'],
    }),
});
const encryptedSchema = schemas/* array */.YOg(schemas/* strictObject */.rej({
    table: (0,formats/* text */.Qq)(/^[^\p{Cc}]{1,130}$/u, {
        problem: 'is not a table',
        remedy: 'write its name as in psql, such as public.accounts',
    }).meta({ description: 'The table, as named in psql.', example: 'public.accounts' }),
    column: (0,formats/* text */.Qq)(/^[^\p{Cc}]{1,63}$/u, { problem: 'is not a column', remedy: 'write its name' }).meta({
        description: 'The column with the Fernet tokens, plain or in base64.',
        example: 'token',
    }),
    secret: (0,formats/* labelSchema */.Gx)('the name of a Secret', 253).meta({
        description: 'The Secret with the key.',
        example: 'shop-keys',
    }),
    key: (0,formats/* text */.Qq)(/^[A-Za-z0-9._-]{1,253}$/, {
        problem: 'is not a key of a Secret',
        remedy: 'write the key that holds it',
    })
        .prefault('key')
        .describe('The key of that Secret.'),
    'key-derivation': schemas/* enum */.k5n(['none', 'sha256'])
        .prefault('none')
        .describe('Whether the value is the Fernet key (`none`), or a text whose SHA-256 is the key.'),
}));
const sizes = { Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40 };
const sizeSchema = (0,formats/* text */.Qq)(/^[1-9]\d{0,5}(Mi|Gi|Ti)$/, {
    problem: 'is not a size',
    remedy: 'write a size such as 20Gi',
}).transform(written => Number.parseInt(written, 10) * sizes[written.slice(-2)]);
const rotSchema = schemas/* strictObject */.rej({
    'max-size': sizeSchema
        .prefault('20Gi')
        .describe('The maximum size to copy; a larger backup with its WAL is not drilled.'),
});
const scratchSchema = schemas/* strictObject */.rej({
    namespace: (0,formats/* labelSchema */.Gx)('the name of a namespace').meta({
        description: 'The namespace that a drill creates, restores into and deletes.',
        example: 'shop-drill',
    }),
    ttl: formats/* durationSchema */.sK
        .prefault('4h')
        .describe('How long after the last heartbeat of a drill its namespace may be deleted, or a handed-over drill continued.'),
    'allow-egress': (0,formats/* listSchema */.cE)(destinationSchema, 'is empty; name at least the repository, such as `- 192.0.2.7:443`').meta({
        description: 'The addresses that the namespace may reach: those of the repositories.',
        example: ['192.0.2.7:443'],
    }),
    'must-not-reach': (0,formats/* listSchema */.cE)(placeSchema, 'is empty; list production, mail and payment').meta({
        description: 'What the namespace must not reach, such as production, mail, payment; tested first.',
        example: ['db.shop.svc.cluster.local:5432', 'smtp.example.com:587'],
    }),
    'must-reach': (0,formats/* listSchema */.cE)(placeSchema, 'is empty; list an address that a pod reaches in the same way, such as that of the repository').meta({
        description: 'What the namespace must reach in the same way, to prove the test.',
        example: ['s3.eu-central-1.amazonaws.com:443'],
    }),
    credentials: schemas/* enum */.k5n(['read-only', 'read-write'])
        .prefault('read-only')
        .describe('The credentials that read the repositories: verified `read-only` ones, or the `read-write` ones of backups.'),
    'read-only-secrets': schemas/* record */.g1P((0,formats/* labelSchema */.Gx)('the name of a Secret', 253), (0,formats/* labelSchema */.Gx)('the name of a Secret', 253))
        .prefault({})
        .meta({
        description: 'Secrets in the `configuration` of the database, each with a read-only Secret that replaces it in the copy.',
        example: { pgbackrest: 'pgbackrest-reader' },
    }),
    volume: (0,formats/* text */.Qq)(/^(?:[a-z0-9.-]{1,253}\/)?\d{1,6}([KMGT]i?)?$/, {
        problem: 'is neither a size nor a StorageClass with a size',
        remedy: 'write 20Gi, or fast/20Gi',
    })
        .exactOptional()
        .meta({
        description: 'The volume for the files: a size, or a StorageClass and a size (`fast/20Gi`). Default: an emptyDir.',
        example: 'fast/20Gi',
    }),
    configuration: schemas/* array */.YOg((0,formats/* objectSchema */.x0)(['Secret', 'ConfigMap'], 'db-passwords'))
        .prefault([])
        .meta({
        description: 'Secrets and ConfigMaps of the backup set that the application needs there.',
        example: ['Secret/db-passwords'],
    }),
    buckets: schemas/* record */.g1P((0,formats/* labelSchema */.Gx)('the name of a bucket'), schemas/* strictObject */.rej({
        url: formats/* addressSchema */.oL.meta({
            description: 'An empty bucket or prefix that only drills use.',
            example: 'https://s3.eu-central-1.amazonaws.com/acme-drills/uploads',
        }),
        region: regionSchema(),
        'credentials-prefix': credentialsPrefixSchema(),
    }))
        .prefault({})
        .meta({
        description: 'Where the objects of each of `buckets` are restored, and then deleted. Default: nowhere; the drill does not pass.',
        example: {
            uploads: {
                url: 'https://s3.eu-central-1.amazonaws.com/acme-drills/uploads',
                region: 'eu-central-1',
                'credentials-prefix': 'DRILLS',
            },
        },
    }),
    start: (0,formats/* listSchema */.cE)((0,formats/* objectSchema */.x0)(['Deployment', 'StatefulSet'], 'shop'), 'is empty; list the workload that answers requests, such as `- Deployment/shop`').meta({
        description: 'The workloads to start there; all others stay without pods.',
        example: ['Deployment/shop'],
    }),
    service: (0,formats/* labelSchema */.Gx)('the name of a Service').meta({
        description: 'The Service that receives the requests of the drill.',
        example: 'shop',
    }),
    port: (0,formats/* portSchema */.lu)(80),
});
const notDrilledSchema = schemas/* record */.g1P((0,formats/* labelSchema */.Gx)('the name of a database'), (0,formats/* text */.Qq)(/^[^\p{Cc}]{3,300}$/u, {
    problem: 'is not a reason',
    remedy: 'say in a few words how it is proved that it can be restored',
}))
    .prefault({})
    .meta({
    description: 'Why a database is in no drill. Any other that is not restored fails the drill.',
    example: { reports: 'restored by hand each quarter' },
});

;// CONCATENATED MODULE: ./.build/js/src/config/total.js




const totalSchema = schemas/* strictObject */.rej({
    registry: (0,formats/* text */.Qq)(/^[A-Za-z0-9]([A-Za-z0-9._:/-]{0,250}[A-Za-z0-9])?$/, {
        problem: 'is not a registry',
        remedy: 'write its host and the prefix of image names, such as registry.example.com/shop-drill',
    }).meta({
        description: 'The registry to copy images to, which the cluster pulls from.',
        example: 'registry.example.com/shop-drill',
    }),
    bucket: formats/* addressSchema */.oL.meta({
        description: 'A bucket for drills only, empty the first time; each drill empties it.',
        example: 'https://s3.eu-central-1.amazonaws.com/acme-drill',
    }),
    region: regionSchema(),
    'credentials-prefix': formats/* environmentVariableSchema */.fj
        .prefault('DRILL')
        .describe('The prefix of the environment variables with its credentials, as for a store.'),
    addresses: (0,formats/* listSchema */.cE)(destinationSchema, 'is empty; list the address of the bucket, such as `- 192.0.2.9:443`').meta({
        description: 'The addresses of the bucket: nothing else may be reached.',
        example: ['192.0.2.9:443'],
    }),
    image: formats/* imageReferenceSchema */.Et.exactOptional().meta({
        description: 'An image with a shell, which tests the isolation. Default: that of the live database.',
        example: 'registry.example.com/probe@sha256:2d0c7a7bfa3a4ac9d9bb0f6a6a5f6c8c5c5ad5dff2e1fdd1a7ca0f7fb1f0b0aa',
    }),
});

;// CONCATENATED MODULE: ./.build/js/src/config/drills.js







const uidSchema = (0,formats/* text */.Qq)(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, {
    problem: 'is not a uid',
    remedy: 'write the output of `kubectl get namespace kube-system -o jsonpath={.metadata.uid}`',
});
const programSchema = (0,formats/* listSchema */.cE)((0,formats/* text */.Qq)(/^[^\0]{1,4096}$/s, {
    problem: 'is not a part of a command',
    remedy: 'write the program and each of its arguments as a string',
}), 'is empty; write the program first, such as `[./cut-power]`').transform(words => words);
const hookSchema = schemas/* strictObject */.rej({
    run: programSchema.meta({
        description: 'The command that injects the failure (for `cutover`: switches the public address to the restored application). It exits only after it has taken effect.',
        example: ['./drills/power', 'off'],
    }),
    fix: programSchema.meta({
        description: 'The command that reverts `run`; harmless where nothing has changed.',
        example: ['./drills/power', 'on'],
    }),
});
const markersSchema = schemas/* strictObject */.rej({
    service: (0,formats/* labelSchema */.Gx)('the name of a Service').meta({
        description: 'The Service of the primary.',
        example: 'db',
    }),
    role: (0,formats/* text */.Qq)(/^[A-Za-z0-9]([A-Za-z0-9./_-]{0,251}[A-Za-z0-9])?$/, {
        problem: 'is not a label',
        remedy: "name the label whose value is `primary` or `master` on the primary's pod",
    })
        .prefault('role')
        .describe('The pod label whose value is `primary` or `master` on the primary.'),
    user: (0,formats/* text */.Qq)(/^[^\s\p{Cc}"'\\]{1,63}$/u, {
        problem: 'is not the name of a role',
        remedy: 'write the PostgreSQL role that writes markers',
    }).meta({
        description: 'The PostgreSQL role that writes markers; it must be able to create a schema.',
        example: 'shop',
    }),
    secret: (0,formats/* labelSchema */.Gx)('the name of a Secret', 253).meta({
        description: 'The Secret with the password of that role.',
        example: 'db-passwords',
    }),
    key: (0,formats/* text */.Qq)(/^[A-Za-z0-9._-]{1,253}$/, {
        problem: 'is not a key of a Secret',
        remedy: 'write the key that holds the password',
    })
        .prefault('password')
        .describe('The key of that Secret.'),
});
const dueSchema = schemas/* strictObject */.rej({
    'max-age': schemas/* partialRecord */.jgl(schemas/* enum */.k5n([
        ...['restore', 'pod', 'node', 'zone', 'region'],
        ...['total', 'corruption', 'rot', 'secrets', 'off-site-down'],
        ...['container-kill', 'pod-loss', 'zone-drain', 'autoscaling', 'bad-release'],
    ]), formats/* daysInMilliseconds */.t1)
        .meta({
        description: 'How old the last passed drill of each scenario may be.',
        example: { restore: '7d', zone: '30d' },
    }),
    'on-overdue': schemas/* enum */.k5n(['warn', 'block'])
        .prefault('warn')
        .describe('Whether `deploy` warns or refuses when one is overdue.'),
});
const drillsSchema = schemas/* strictObject */.rej({
    pace: schemas/* enum */.k5n(['production', 'lab'])
        .prefault('production')
        .describe('How often a drill measures, and how long the application must work without a failure first: 5 min or 10 s (`lab`).'),
    clusters: schemas/* array */.YOg(uidSchema)
        .prefault([])
        .meta({
        description: 'The clusters that drills may break, by the uid of the namespace kube-system.',
        example: ['6a1f0c52-9a54-4b0e-8a52-0d4f9c1f3f11'],
    }),
    'production-clusters': schemas/* array */.YOg(uidSchema)
        .prefault([])
        .meta({
        description: 'The production clusters, by the same uid; required. Drills run there only as `in-production` allows.',
        example: ['0f5e3c9e-7d0b-4d7e-9a57-1f6f6a1c2b22'],
    }),
    'production-context': (0,formats/* text */.Qq)(/^[^\p{Cc}]{1,253}$/u, {
        problem: 'is not a context',
        remedy: 'name a context of the kubeconfig',
    })
        .exactOptional()
        .meta({
        description: 'The kubeconfig context of production; the credential of the drill must have no permissions there. Required.',
        example: 'production',
    }),
    ...guardFields,
    database: (0,formats/* labelSchema */.Gx)('the name of a database')
        .exactOptional()
        .meta({ description: 'The database to drill. Default: the only one.', example: 'shop' }),
    'not-drilled': notDrilledSchema,
    application: applicationSchema.exactOptional().meta({
        description: 'How a drill checks the application from outside.',
        example: { url: 'https://shop.example.com', 'known-record': '/api/items/1' },
    }),
    load: loadSchema.exactOptional().meta({
        description: 'The requests that drills of the application may send. Default: none, so only `container-kill` runs.',
        example: { url: 'https://shop.example.com' },
    }),
    'bad-release': schemas/* strictObject */.rej({
        env: schemas/* record */.g1P(formats/* environmentVariableSchema */.fj, schemas/* string */.YjP().max(1000, { error: 'is longer than 1000 characters' }))
            .meta({
            description: 'Variables that the first container gets, so that it starts and then misbehaves.',
            example: { FAULT: 'errors' },
        }),
    })
        .exactOptional()
        .meta({
        description: 'What is bad about the version that `bad-release` releases. Default: its command does not exist, so it does not start.',
        example: { env: { FAULT: 'errors' } },
    }),
    markers: markersSchema.exactOptional().meta({
        description: 'How a drill writes markers to measure lost data. Default: it only finds an upper bound.',
        example: { service: 'db', user: 'shop', secret: 'db-passwords' },
    }),
    scratch: scratchSchema.exactOptional().meta({
        description: 'Where and how a drill restores beside the live application.',
        example: {
            namespace: 'shop-drill',
            'allow-egress': ['192.0.2.7:443'],
            'must-not-reach': ['smtp.example.com:587'],
            'must-reach': ['192.0.2.7:443'],
            start: ['Deployment/shop'],
            service: 'shop',
        },
    }),
    inject: schemas/* strictObject */.rej({
        node: hookSchema.exactOptional().meta({
            description: 'How the failure of a node is injected and fixed.',
            example: { run: ['./drills/power', 'off'], fix: ['./drills/power', 'on'] },
        }),
        zone: hookSchema.exactOptional().meta({
            description: 'How the failure of a zone is injected and fixed.',
            example: { run: ['./drills/zone', 'off'], fix: ['./drills/zone', 'on'] },
        }),
        'off-site': hookSchema.exactOptional().meta({
            description: 'How the off-site repository is cut off and reconnected. Default: a NetworkPolicy blocks the addresses in `off-site.addresses`.',
            example: { run: ['./drills/off-site', 'off'], fix: ['./drills/off-site', 'on'] },
        }),
    })
        .prefault({})
        .describe('Commands for failures that need more than the cluster.'),
    'off-site': offSiteSchema.prefault({}).meta({
        description: 'The repository of another region, for `region` and `off-site-down`.',
        example: { repository: 'off-site', addresses: ['198.51.100.7:443'] },
    }),
    cutover: hookSchema.exactOptional().meta({
        description: 'How the public address is switched to the restored application, and back. Default: `region` proves no cut-over.',
        example: { run: ['./drills/cutover', 'there'], fix: ['./drills/cutover', 'back'] },
    }),
    rot: rotSchema.prefault({}).meta({
        description: 'How much of a repository is copied, to damage the copy.',
        example: { 'max-size': '20Gi' },
    }),
    total: totalSchema.exactOptional().meta({
        description: 'Where `total` restores everything from the offline archive.',
        example: {
            registry: 'registry.example.com/shop-drill',
            bucket: 'https://s3.eu-central-1.amazonaws.com/acme-drill',
            addresses: ['192.0.2.9:443'],
        },
    }),
    encrypted: encryptedSchema.prefault([]).meta({
        description: 'Columns with Fernet tokens: each restore decrypts a sample, and `keys` checks and rotates them.',
        example: [{ table: 'public.accounts', column: 'token', secret: 'shop-keys' }],
    }),
    sealed: (0,formats/* text */.Qq)(/^[^\\\p{Cc}]+$/u, {
        problem: 'is not a file',
        remedy: 'write its path with "/" between the folders',
    })
        .exactOptional()
        .meta({
        description: 'A file with the Secrets as a list, encrypted with age. Default: those of the backup set.',
        example: 'archive/secrets.age',
    }),
    failover: schemas/* strictObject */.rej({
        after: formats/* durationSchema */.sK.meta({
            description: 'How long to wait for an automatic failover.',
            example: '2m',
        }),
        run: programSchema.meta({
            description: 'The command to run when no standby has taken over.',
            example: ['./drills/failover'],
        }),
    })
        .exactOptional()
        .meta({
        description: 'The command for a failover that does not happen by itself.',
        example: { after: '2m', run: ['./drills/failover'] },
    }),
    switchover: programSchema.exactOptional().meta({
        description: 'The command that makes the original primary the primary again.',
        example: ['./drills/switchover'],
    }),
    due: dueSchema.exactOptional().meta({
        description: 'How old the last passed drills may be at a release.',
        example: { 'max-age': { restore: '7d', zone: '30d' }, 'on-overdue': 'warn' },
    }),
    'assumed-detection': formats/* durationSchema */.sK.exactOptional().meta({
        description: 'The assumed time until people or alerts react, added to the measured time.',
        example: '5m',
    }),
    deadline: formats/* durationSchema */.sK
        .prefault('30m')
        .describe('After this time the application counts as not recovered.'),
    'rejoin-timeout': formats/* durationSchema */.sK
        .prefault('30m')
        .describe('How long the failed part may take to rejoin and catch up.'),
});

// EXTERNAL MODULE: ./.build/js/src/config/duration.js
var duration = __webpack_require__(95126);
;// CONCATENATED MODULE: ./.build/js/src/config/in-place.js


const inPlaceSchema = schemas/* strictObject */.rej({
    data: (0,formats/* text */.Qq)(/^\/[^\0\p{Cc}]{1,1000}$/u, {
        problem: 'is not a folder',
        remedy: 'write its absolute path in the container, such as /home/postgres/pgdata/pgroot/data',
    })
        .exactOptional()
        .meta({
        description: 'The data folder in the container, which must be in a PVC. Default: its variable PGDATA.',
        example: '/home/postgres/pgdata/pgroot/data',
    }),
    'delete-leader-objects': schemas/* array */.YOg((0,formats/* objectSchema */.x0)(['Endpoints', 'ConfigMap', 'Lease'], 'db-sync'))
        .prefault([])
        .meta({
        description: 'Objects that store the leader, deleted before the start: for Patroni those of the leader and `-sync`, never `-config`.',
        example: ['Endpoints/db', 'Endpoints/db-sync'],
    }),
});

;// CONCATENATED MODULE: ./.build/js/src/config/managed.js




const databaseNameSchema = () => (0,formats/* text */.Qq)(/^[^\s\p{Cc}"'\\]{1,63}$/u, {
    problem: 'is not the name of a database',
    remedy: 'write the one that `psql -l` shows',
});
const replicaSchema = schemas/* strictObject */.rej({
    survives: survivesSchema(),
    mode: schemas/* enum */.k5n(['synchronous', 'asynchronous']).meta({
        description: 'Whether a commit waits for the standby.',
        example: 'synchronous',
    }),
    'max-lag': formats/* durationSchema */.sK.exactOptional().meta({
        description: 'How far an asynchronous standby may fall behind before SlipwayReplicaBehind fires; for `managed`, as its provider guarantees.',
        example: '30s',
    }),
})
    .refine(({ mode, 'max-lag': lag }) => mode === 'asynchronous' || lag === undefined, {
    error: 'has `max-lag`, which applies only to asynchronous replicas; remove it',
});
const managedSchema = schemas/* strictObject */.rej({
    host: (0,formats/* text */.Qq)(/^[A-Za-z0-9]([A-Za-z0-9.:-]{0,251}[A-Za-z0-9])?$/, {
        problem: 'is not the name of a server',
        remedy: 'write only its name or address, such as shop.abc.eu-central-1.rds.amazonaws.com',
    }).meta({
        description: 'The server, as reached from the namespace.',
        example: 'shop.abc.eu-central-1.rds.amazonaws.com',
    }),
    port: (0,formats/* portSchema */.lu)(5432),
    database: databaseNameSchema().meta({ description: 'The database of the application.', example: 'shop' }),
    user: (0,formats/* text */.Qq)(/^[^\s\p{Cc}"'\\]{1,63}$/u, {
        problem: 'is not the name of a user',
        remedy: 'write the one that `\\du` shows in psql',
    }).meta({
        description: 'A user that may read every table and every row.',
        example: 'backup',
    }),
    secret: (0,formats/* labelSchema */.Gx)('the name of a Secret', 253).meta({
        description: 'The Secret with the password; only the pod reads it.',
        example: 'shop-db',
    }),
    key: (0,formats/* text */.Qq)(/^[-._a-zA-Z0-9]{1,253}$/, {
        problem: 'is not a key of a Secret',
        remedy: 'write a key that `kubectl describe secret` shows',
    })
        .prefault('password')
        .describe('The key that holds the password.'),
    sslmode: schemas/* enum */.k5n(['verify-full', 'verify-ca', 'require', 'disable'])
        .prefault('verify-full')
        .describe('How the connection is protected: the `verify-…` ones verify the certificate of the server, `require` only encrypts.'),
    'ca-configmap': (0,formats/* labelSchema */.Gx)('the name of a ConfigMap', 253).exactOptional().meta({
        description: 'A ConfigMap with the CA certificates of the server in `ca.crt`; required for `verify-ca`. Default: the CAs that `backup-pod` trusts; needs psql 16.',
        example: 'rds-ca',
    }),
    to: repositoryNamesSchema.meta({
        description: 'The restic repositories that it is backed up to.',
        example: ['on-site', 'off-site'],
    }),
    every: formats/* daysInMilliseconds */.t1.prefault('1d').describe('How often it is backed up.'),
    replicas: schemas/* array */.YOg(replicaSchema)
        .prefault([])
        .meta({
        description: 'Its standbys, as its provider guarantees them.',
        example: [{ survives: 'zone', mode: 'synchronous' }],
    }),
});
const managedShape = {
    managed: schemas/* record */.g1P((0,formats/* labelSchema */.Gx)('the name of a database', 50), managedSchema)
        .prefault({})
        .meta({
        description: 'PostgreSQL databases outside the cluster, by a name of your choice, dumped into restic.',
        example: {
            orders: {
                host: 'orders.abc.eu-central-1.rds.amazonaws.com',
                database: 'orders',
                user: 'backup',
                secret: 'orders-db',
                to: ['on-site', 'off-site'],
            },
        },
    }),
};
function managedProblems({ managed, databases, repositories, 'backup-pod': backupPod, }) {
    return Object.entries(managed).flatMap(([name, { to, sslmode, 'ca-configmap': ca }]) => {
        const path = ['managed', name];
        return [
            ...(databases[name] === undefined
                ? []
                : (0,placed_problem/* placed */.GS)(path, 'is also the name of one of `databases`; give each its own name')),
            ...repositoryProblems([...path, 'to'], to, repositories, lackOfRestic),
            ...(backupPod === undefined
                ? (0,placed_problem/* placed */.GS)([...path, 'to'], 'needs a pod that reads it; add `backup-pod: {image: …}` to `recovery`')
                : []),
            ...(sslmode === 'verify-ca' && ca === undefined
                ? (0,placed_problem/* placed */.GS)([...path, 'sslmode'], 'needs the CA of the server; add `ca-configmap`, or write verify-full')
                : []),
        ];
    });
}

;// CONCATENATED MODULE: ./.build/js/src/config/recovery.js










const lossSchema = (0,formats/* text */.Qq)(duration/* durationPattern */.Zq, {
    problem: 'is not a duration',
    remedy: 'write 0s for no loss at all, or numbers with units, such as 30s, 5m or 1h',
}).transform(written => (0,duration/* parseMilliseconds */.kU)(written) ?? 0);
const databaseSchema = schemas/* strictObject */.rej({
    workload: (0,formats/* objectSchema */.x0)(['StatefulSet', 'Deployment'], 'db').meta({
        description: 'The workload whose pods run PostgreSQL; backups are made in them.',
        example: 'StatefulSet/db',
    }),
    container: (0,formats/* labelSchema */.Gx)('the name of a container').exactOptional().meta({
        description: 'The container with PostgreSQL and pgBackRest. Default: the first one.',
        example: 'postgres',
    }),
    stanza: (0,formats/* text */.Qq)(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/, {
        problem: 'is not the name of a stanza',
        remedy: 'write the one that `pgbackrest info` shows',
    }).meta({ description: 'Its pgBackRest stanza.', example: 'shop' }),
    database: databaseNameSchema().meta({ description: 'The database of the application.', example: 'shop' }),
    configuration: schemas/* array */.YOg((0,formats/* objectSchema */.x0)(['Secret', 'ConfigMap'], 'pgbackrest'))
        .prefault([])
        .meta({
        description: 'The Secrets and ConfigMaps that pgBackRest reads, also in a restored copy.',
        example: ['Secret/pgbackrest'],
    }),
    full: formats/* daysInMilliseconds */.t1.prefault('7d').describe('How often a full backup is made.'),
    incremental: formats/* daysInMilliseconds */.t1.prefault('1d').describe('How often an incremental backup is made.'),
    'archive-timeout': formats/* durationSchema */.sK.exactOptional().meta({
        description: "PostgreSQL's `archive_timeout`, which every backup checks. Default: WAL is not archived continuously.",
        example: '60s',
    }),
    'archive-lag': formats/* durationSchema */.sK
        .prefault('1m')
        .describe('How long a WAL segment may take to reach a repository before an alert fires.'),
    inventory: sizeSchema
        .prefault('1Gi')
        .describe('How much of each table a backup reads to count its rows; of a larger one, a fixed sample of blocks.'),
    verify: formats/* daysInMilliseconds */.t1
        .prefault('7d')
        .describe('How often each repository is read back completely, besides new backups.'),
    to: repositoryNamesSchema.meta({
        description: 'The repositories that it is backed up to.',
        example: ['on-site', 'off-site'],
    }),
    'in-place': inPlaceSchema.exactOptional().meta({
        description: 'How it is restored over itself, after a typed confirmation. Default: only elsewhere.',
        example: {
            data: '/home/postgres/pgdata/pgroot/data',
            'delete-leader-objects': ['Endpoints/db', 'Endpoints/db-sync'],
        },
    }),
    replicas: schemas/* array */.YOg(replicaSchema)
        .prefault([])
        .meta({
        description: 'Its standbys.',
        example: [{ survives: 'zone', mode: 'synchronous' }],
    }),
    'on-lag': schemas/* enum */.k5n(['warn', 'block'])
        .prefault('warn')
        .describe('Whether `deploy` warns or refuses when standbys lag, or WAL is not archived.'),
    copies: schemas/* array */.YOg(formats/* environmentVariableSchema */.fj)
        .prefault([])
        .meta({
        description: 'Variables with the URLs of logically replicated copies, for `slipway replication`; `sslmode` defaults to `verify-full`.',
        example: ['REPORTS_DATABASE_URL'],
    }),
});
const targetSchema = schemas/* strictObject */.rej({
    rto: formats/* durationSchema */.sK.meta({ description: 'How soon the data must be available again.', example: '1h' }),
    rpo: lossSchema.meta({
        description: 'How much written data may be lost, in time; may be `0s`.',
        example: '5m',
    }),
});
const recoverySchema = schemas/* strictObject */.rej({
    repositories: (0,formats/* atLeastOne */.LU)(schemas/* record */.g1P((0,formats/* labelSchema */.Gx)('the name of a repository'), repositorySchema), 'is empty; name at least one repository, such as `on-site: {survives: zone, pgbackrest: 1}`').meta({
        description: 'Where backups are kept, by name.',
        example: {
            'on-site': { survives: 'zone', pgbackrest: 1 },
            'off-site': { survives: 'region', pgbackrest: 2, locked: '30d' },
        },
    }),
    databases: schemas/* record */.g1P((0,formats/* labelSchema */.Gx)('the name of a database'), databaseSchema)
        .prefault({})
        .meta({
        description: 'The databases that pgBackRest backs up, by a name of your choice.',
        example: {
            shop: { workload: 'StatefulSet/db', stanza: 'shop', database: 'shop', to: ['on-site', 'off-site'] },
        },
    }),
    ...managedShape,
    targets: schemas/* strictObject */.rej({
        node: targetSchema.exactOptional().describe('The loss of a pod, or of its node.'),
        zone: targetSchema.exactOptional().describe('The loss of all nodes of a zone, and their disks.'),
        region: targetSchema
            .exactOptional()
            .describe('The loss of everything that is not in another region.'),
        total: targetSchema
            .exactOptional()
            .describe('The loss of everything except locked and offline repositories.'),
    })
        .prefault({})
        .meta({
        description: 'The recovery time and data loss allowed, by disaster. Default: node 15m and 0s, zone 1h and 5m, region 4h and 15m, total 8h and 1h.',
        example: { node: { rto: '15m', rpo: '0s' } },
    }),
    ...keptShape,
    drills: drillsSchema.exactOptional().meta({
        description: 'How disasters are rehearsed.',
        example: { application: { url: 'https://shop.example.com', 'known-record': '/api/items/1' } },
    }),
})
    .check(({ value, issues }) => {
    for (const { path, message } of problems(value))
        issues.push({ code: 'custom', message, path, input: value });
});
function problems(recovery) {
    const { repositories, databases, managed, drills } = recovery;
    const numbers = Object.entries(repositories).map(([name, { pgbackrest }]) => ({ name, pgbackrest }));
    const twice = numbers.filter(({ pgbackrest }, at) => pgbackrest !== undefined && numbers.findIndex(each => each.pgbackrest === pgbackrest) < at);
    const unknown = Object.keys(drills?.['not-drilled'] ?? {}).filter(name => !Object.hasOwn(databases, name) && !Object.hasOwn(managed, name));
    return [
        ...twice.flatMap(({ name }) => (0,placed_problem/* placed */.GS)(['repositories', name, 'pgbackrest'], 'is also the number of another repository; give each its own number')),
        ...Object.entries(databases).flatMap(([name, { to }]) => repositoryProblems(['databases', name, 'to'], to, repositories, ({ pgbackrest }) => pgbackrest === undefined
            ? 'is a repository without a number in pgBackRest; add `pgbackrest: N` to it'
            : undefined)),
        ...managedProblems(recovery),
        ...keptProblems(recovery),
        ...unknown.flatMap(name => (0,placed_problem/* placed */.GS)(['drills', 'not-drilled', name], 'is not a database of this environment; name one of `databases` or `managed`')),
    ];
}

// EXTERNAL MODULE: ./.build/js/src/config/signing.js
var signing = __webpack_require__(45139);
// EXTERNAL MODULE: ./.build/js/src/config/dependencies.js
var dependencies = __webpack_require__(4175);
// EXTERNAL MODULE: ./.build/js/src/config/request.js
var request = __webpack_require__(98157);
// EXTERNAL MODULE: ./.build/js/src/config/security-events.js
var security_events = __webpack_require__(64436);
;// CONCATENATED MODULE: ./.build/js/src/config/verification.js







const checkFields = schemas/* strictObject */.rej({
    ...request/* requestFields */.hH,
    status: request/* statusSchema */.aW.default(200).describe('The status of the response. Redirects are not followed.'),
    type: formats/* mediaTypeSchema */.sJ.exactOptional().meta({
        description: 'The media type of the response, without parameters.',
        example: 'application/json',
    }),
    body: schemas/* string */.YjP().exactOptional().describe('The exact body; one trailing newline is not compared.'),
    json: (0,formats/* atLeastOne */.LU)(schemas/* record */.g1P(formats/* jsonPathSchema */.zg, schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY(), schemas/* null */.chJ()], {
        error: 'is not a single value; compare with text, a number, true, false or null',
    })), 'has no entry; name at least one JSON path, such as `version: 1.4.2`')
        .exactOptional()
        .meta({
        description: "Values in the JSON body, by path; `1` and `'1'` differ.",
        example: { 'items[0].name': 'tea' },
    }),
    headers: (0,formats/* atLeastOne */.LU)(schemas/* record */.g1P(formats/* headerNameSchema */.Og, schemas/* string */.YjP()), 'has no entry; name at least one header, such as `Cache-Control: no-store`')
        .exactOptional()
        .meta({
        description: 'Headers of the response, with their exact values.',
        example: { 'Cache-Control': 'no-store' },
    }),
    not: schemas/* enum */.k5n(['html'])
        .exactOptional()
        .meta({ description: '`html`: fails on a page, with any status.', example: 'html' }),
    cookies: (0,formats/* listSchema */.cE)(request/* cookieNameSchema */.L, 'is empty; name at least one cookie, such as session')
        .exactOptional()
        .meta({
        description: 'Cookies that the response must set, with `Secure`, `HttpOnly` and `SameSite`.',
        example: ['session'],
    }),
    'stored-secrets': (0,formats/* atLeastOne */.LU)(schemas/* record */.g1P(formats/* jsonPathSchema */.zg, formats/* environmentVariableSchema */.fj), 'has no entry; name a JSON path and a variable, such as `api_key: STORED_API_KEY`')
        .exactOptional()
        .meta({
        description: 'Values in the JSON body that must equal those of environment variables: a secret that the application can still decrypt. No value is shown.',
        example: { api_key: 'STORED_API_KEY' },
    }),
    'faster-than': formats/* durationSchema */.sK.exactOptional().meta({
        description: 'The time in which 95 % of `times` responses must be complete, one after another.',
        example: '300ms',
    }),
    times: (0,formats/* wholeSchema */.HY)(5, 100, 'is not a number of requests; write a number from 5 to 100')
        .exactOptional()
        .meta({ description: 'How many requests measure `faster-than`. Default: 20.', example: 20 }),
    'retry-for': formats/* durationSchema */.sK
        .prefault('30s')
        .describe('How long the check is repeated, every 250 ms, until it passes.'),
})
    .superRefine(({ times, 'faster-than': limit, request = 'GET ' }, { addIssue }) => {
    if (times !== undefined && limit === undefined)
        addIssue('has `times` without a limit; add `faster-than: 300ms`');
    if (limit !== undefined && !/^(GET|HEAD) /.test(request))
        addIssue('has `faster-than`, which repeats the request, but it may change data; measure a GET');
});
const checkSchema = (0,request/* requestOf */.fo)(checkFields).meta({
    description: 'One request and the response that it must get.',
    example: { get: '/ready' },
});
const plainSchema = (0,request/* requestOf */.fo)(schemas/* strictObject */.rej(request/* requestFields */.hH));
const { as: _, ...unsigned } = request/* requestFields */.hH;
const endpointFields = schemas/* strictObject */.rej({
    ...unsigned,
    type: formats/* mediaTypeSchema */.sJ.exactOptional().meta({
        description: 'The media type of a response of 2xx. Default: any but HTML, which is what a single-page app answers for any path.',
        example: 'text/html',
    }),
    expect: (0,formats/* atLeastOne */.LU)(schemas/* record */.g1P(request/* identityNameSchema */.fs, request/* statusSchema */.aW), 'has no entry; name an identity and its status, such as `none: 401`').meta({
        description: 'The status for each identity; `none` sends no credential.',
        example: { none: 401, customer: 200 },
    }),
});
const revokedFields = schemas/* strictObject */.rej({
    ...request/* requestFields */.hH,
    revoke: plainSchema.meta({
        description: 'The request that revokes the access.',
        example: { request: 'DELETE /api/members/7', as: 'admin' },
    }),
    restore: plainSchema.exactOptional().meta({
        description: 'The request that grants it again, sent in any case.',
        example: { request: 'PUT /api/members/7', as: 'admin' },
    }),
    status: request/* statusSchema */.aW.exactOptional().meta({
        description: 'The status of the refusal. Default: 401 or 403.',
        example: 403,
    }),
    'max-delay': formats/* durationSchema */.sK.prefault('30s').describe('How long the revoked access may still work.'),
});
const verifySchema = schemas/* strictObject */.rej({
    from: schemas/* enum */.k5n(['gateway', 'service']).exactOptional().meta({
        description: 'Where requests enter. Default: `gateway` with a `route`, else `service`.',
        example: 'gateway',
    }),
    url: formats/* addressSchema */.oL.exactOptional().meta({
        description: 'The address, instead of that in the cluster; its path precedes that of each check.',
        example: 'https://shop.example.com',
    }),
    ca: formats/* environmentVariableSchema */.fj.exactOptional().meta({
        description: 'The environment variable with the CA certificates, as PEM. Default: those of Node.js.',
        example: 'SHOP_CA',
    }),
    checks: (0,formats/* listSchema */.cE)(checkSchema, 'is empty; list at least one check, such as `- {get: /ready}`').meta({
        description: 'The requests, which must all pass.',
        example: [{ get: '/ready' }],
    }),
    identities: acceptance/* identitiesSchema */.sZ.exactOptional().meta({
        description: 'Who requests are sent as, by the names of environment variables: docs/acceptance.md. Requires an https `url`: an object of the cluster must not decide where a credential is sent.',
        example: { customer: { bearer: 'CUSTOMER_TOKEN' } },
    }),
    matrix: (0,formats/* listSchema */.cE)((0,request/* requestOf */.fo)(endpointFields), 'is empty; list at least one endpoint, such as `- {get: /api/orders, expect: {none: 401}}`')
        .exactOptional()
        .meta({
        description: 'Endpoints, and the status that each identity must get.',
        example: [{ get: '/api/orders', expect: { none: 401, customer: 200 } }],
    }),
    revoked: (0,formats/* listSchema */.cE)((0,request/* requestOf */.fo)(revokedFields), 'is empty; list at least one request, or remove it')
        .max(10, { error: 'has more than ten requests; keep ten' })
        .exactOptional()
        .meta({
        description: 'Requests that must be refused soon after their access is revoked.',
        example: [
            { get: '/api/admin', as: 'member', revoke: { request: 'DELETE /api/members/7', as: 'admin' } },
        ],
    }),
    addresses: acceptance/* addressesSchema */.Ip.exactOptional().meta({
        description: 'Addresses to check one by one, by name; `all` resolves the IPv4 addresses of the host. Default: the addresses in the status of the Gateway.',
        example: { 'zone-a': '192.0.2.10', 'zone-b': '192.0.2.11' },
    }),
    tls: acceptance/* tlsSchema */.fx.exactOptional().meta({
        description: 'What TLS must provide at each address. Default: it is not checked.',
        example: { days: 14 },
    }),
    page: acceptance/* pageSchema */.vD.exactOptional().meta({
        description: 'A page, and how much of it can be cached.',
        example: { get: '/', cacheable: '80%' },
    }),
    dependencies: dependencies/* dependenciesSchema */.z.exactOptional().meta({
        description: 'What the application depends on, checked by a short-lived pod in its namespace.',
        example: { image: 'registry.example.com/tools/busybox:1', edges: { db: { tcp: 'db:5432' } } },
    }),
    'security-events': (0,formats/* atLeastOne */.LU)(schemas/* partialRecord */.jgl(schemas/* enum */.k5n(security_events/* securityEventKinds */.o), checkSchema), 'has no entry; name an event and its request, such as `data: {get: /api/export}`')
        .exactOptional()
        .meta({
        description: 'A request for each kind of security event. Only `alerts security-events` sends them: each must raise its counter in `monitoring.security-events`.',
        example: { data: { get: '/api/export', as: 'customer' } },
    }),
})
    .superRefine((verify, context) => (0,placed_problem/* addProblems */.EB)((0,acceptance/* problemsOfAcceptance */.V3)(verify), context));

;// CONCATENATED MODULE: ./.build/js/src/config/environment.js



















const environmentFields = schemas/* strictObject */.rej({
    requires: promotion/* requiresSchema */.w.exactOptional().meta({
        description: 'The environment that must verify the same digests first: docs/release.md#promotion-by-proof.',
        example: { environment: 'staging', soak: '1h' },
    }),
    repositories: schemas/* record */.g1P((0,formats/* labelSchema */.Gx)('the name of an image'), formats/* repositorySchema */._L)
        .exactOptional()
        .meta({
        description: 'Its own repositories, by image name, in any registry: `push` with `environment` fills them.',
        example: { shop: '123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop' },
    }),
    trust: signing/* trustSchema */.Gt.exactOptional().meta({
        description: 'What an image must prove here, by keys that override the top-level `trust`.',
        example: { attestations: ['provenance', 'sbom'] },
    }),
    cluster: clusterSchema.exactOptional().meta({
        description: 'A cluster that trusts the OIDC tokens of GitHub Actions. Default: the current kubeconfig.',
        example: { server: 'https://api.cluster.example.com:6443', audience: 'shop-production' },
    }),
    namespace: (0,formats/* labelSchema */.Gx)('a namespace').meta({
        description: 'The namespace of the workload.',
        example: 'shop',
    }),
    manifests: manifestsSchema.exactOptional().meta({
        description: 'Files, folders of YAML, kustomize folders, or Helm charts (docs/helm.md), relative to slipway.yml. Required without `delivery`.',
        example: ['deploy/'],
    }),
    delivery: gitops/* deliverySchema */.oU.exactOptional().meta({
        description: 'How a release reaches the cluster. Default: a run applies the manifests.',
        example: { gitops: { files: ['apps/shop/kustomization.yaml'] } },
    }),
    'take-over': takeOverSchema.exactOptional().meta({
        description: 'Whose objects a release may take over. Default: none.',
        example: { helm: 'shop' },
    }),
    workload: (0,formats/* objectSchema */.x0)(['Deployment', 'StatefulSet', 'DaemonSet'], 'shop').meta({
        description: 'The workload that runs the images. A StatefulSet or DaemonSet only rolls.',
        example: 'Deployment/shop',
    }),
    workers: schemas/* array */.YOg((0,formats/* objectSchema */.x0)(['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob'], 'shop-worker'))
        .default([])
        .meta({
        description: 'Other workloads with the same images, without traffic, which follow the workload. Those in the manifests need no entry.',
        example: ['Deployment/shop-worker'],
    }),
    service: (0,formats/* labelSchema */.Gx)('the name of a Service')
        .exactOptional()
        .meta({ description: 'The Service in front of the workload.', example: 'shop' }),
    route: (0,formats/* objectSchema */.x0)(['HTTPRoute'], 'shop')
        .exactOptional()
        .meta({ description: 'The HTTPRoute in front of the Service.', example: 'HTTPRoute/shop' }),
    strategy: strategySchema.prefault({ rolling: {} }).meta({
        description: 'How a release replaces the baseline: docs/release.md.',
        example: { rolling: { deadline: '5m' } },
    }),
    gateway: gatewaySchema.prefault({}).meta({
        description: 'How long the gateway may take. The defaults fit a cloud load balancer.',
        example: { 'accept-timeout': '2m', arrival: '2m', drain: '3s' },
    }),
    gate: gate/* gateOrChecksSchema */.Tj.exactOptional().meta({
        description: 'What judges a canary; required for `canary`. An object compares metrics. Without metrics, `checks` sends the checks of `verify` to the candidate: that finds one that is broken, not one that is worse.',
        example: {
            prometheus: { service: 'monitoring/prometheus:9090' },
            metrics: [{ name: 'errors', total: 'http_requests_total', bad: 'http_requests_total{code=~"5.."}' }],
        },
    }),
    hooks: hooks/* hooksSchema */.ic.exactOptional().meta({
        description: 'The Jobs or commands before and after a release: docs/release.md#hooks.',
        example: { pre: { job: 'hooks/migrate.yaml' } },
    }),
    reversible: hooks/* reversibleSchema */.d0.exactOptional(),
    unversioned: schemas/* array */.YOg(formats/* unversionedSchema */.Gm)
        .default([])
        .meta({
        description: 'ConfigMaps and Secrets that keep their names and stay as they are. Others ship with the release, and roll back with it.',
        example: ['ConfigMap/feature-flags'],
    }),
    recovery: recoverySchema.exactOptional().meta({
        description: 'How the environment is backed up, and its recovery targets.',
        example: {
            repositories: { 'off-site': { survives: 'region', pgbackrest: 1, locked: '30d' } },
            databases: { shop: { workload: 'StatefulSet/db', stanza: 'shop', database: 'shop', to: ['off-site'] } },
        },
    }),
    monitoring: monitoring/* monitoringSchema */._U.exactOptional().meta({
        description: 'What is measured after a release, and who is notified.',
        example: { receivers: { info: [{ slack: 'SLACK_WEBHOOK_URL' }] } },
    }),
    assess: assess/* assessSchema */.cJ.exactOptional().meta({
        description: 'What `assess` demands of the manifests and the cluster.',
        example: { zones: 1 },
    }),
    cost: costSchema.exactOptional().meta({
        description: 'Prices and caps for `cost`.',
        example: { prices: { 'core-hour': 0.031, 'gib-hour': 0.0042 }, 'monthly-cap': 400 },
    }),
    url: formats/* addressSchema */.oL.exactOptional().meta({
        description: 'Where people reach the application; GitHub links it from the environment. Default: the address in `verify`, or the host of the HTTPRoute or Ingress in the manifests.',
        example: 'https://shop.example.com',
    }),
    verify: verifySchema.exactOptional().meta({
        description: 'How to prove that the release works. Default: it only has to become ready.',
        example: { checks: [{ get: '/ready' }] },
    }),
});
const environmentSchema = environmentFields.transform((environment, context) => {
    if (context.issues.length > 0)
        return core/* NEVER */.tm;
    const { verify, manifests, ...rest } = environment;
    if (manifests === undefined && environment.delivery === undefined) {
        context.addIssue({ code: 'invalid_type', expected: 'array', input: undefined, path: ['manifests'] });
        return core/* NEVER */.tm;
    }
    const from = verify?.from ?? usualFrom(environment);
    const problems = [
        ...workerProblems(environment),
        ...(0,placed_problem/* placed */.GS)(['strategy'], strategyProblem(environment)),
        ...(0,placed_problem/* placed */.GS)(['gate', 'metrics'], logsProblem(environment)),
        ...verifyProblems(environment, from),
    ].slice(0, 1);
    (0,placed_problem/* addProblems */.EB)(problems, context);
    if (problems.length > 0)
        return core/* NEVER */.tm;
    return {
        ...rest,
        manifests: manifests ?? [],
        ...(verify === undefined ? {} : { verify: { ...verify, from } }),
    };
});
function workerProblems({ workers, workload }) {
    const titles = workers.map(({ kind, name }) => `${kind}/${name}`);
    return titles.flatMap((title, index) => {
        const path = ['workers', index];
        if (title === `${workload.kind}/${workload.name}`)
            return (0,placed_problem/* placed */.GS)(path, 'is the workload itself; list only other workloads');
        if (title === `Deployment/${workload.name}-canary`)
            return (0,placed_problem/* placed */.GS)(path, 'has the name of the canary of the workload; rename it');
        return titles.indexOf(title) === index ? [] : (0,placed_problem/* placed */.GS)(path, 'is listed twice; keep one of the two');
    });
}
const longestService = 63 - '-canary'.length;
function strategyProblem({ strategy, gate, service, route, workload, verify }) {
    if (strategy.kind === 'rolling')
        return undefined;
    if (workload.kind !== 'Deployment')
        return `is ${strategy.kind}, which needs a Deployment, because ${workload.kind}/${workload.name} cannot run beside a copy of itself; write \`strategy: {rolling: {}}\``;
    if (service === undefined)
        return `is ${strategy.kind}, which needs a Service; add \`service: name\` to the environment`;
    if (service.length > longestService)
        return `is ${strategy.kind}, which creates Service/${service}-canary, a name of more than 63 characters; use a Service with a name of at most ${longestService}`;
    if (strategy.kind === 'canary' && gate === undefined) {
        return 'is canary, which needs a gate; add `gate:` to the environment';
    }
    if (gate === 'checks') {
        if (verify === undefined)
            return `is ${strategy.kind} with \`gate: checks\`, but the environment has no checks; add \`verify: {checks: …}\``;
        if ((0,plain_checks/* bareChecks */.Oo)(verify.checks).length === 0)
            return `is ${strategy.kind} with \`gate: checks\`, which sends only checks that can go through the API server, such as a GET without an identity, and there is none; add \`- {get: /ready}\``;
        if (strategy.kind === 'canary' && route === undefined)
            return 'is canary with `gate: checks`, which needs a route: without one, no request can be sent to the candidate alone; add `route: HTTPRoute/name`, or metrics to `gate`';
        if (strategy.kind === 'canary' && outlastsHandOver(strategy))
            return 'is canary with `gate: checks`, but its bake or a pause is longer than `hand-over-after`, after which no run sends the checks; raise `hand-over-after`, or shorten them';
    }
    if (strategy.preview !== undefined && route === undefined) {
        return 'has a preview by header, which needs a route; add `route: HTTPRoute/name` to the environment';
    }
    return undefined;
}
const longestShipping = 300_000;
function logsProblem({ monitoring, ...environment }) {
    if ((0,gate/* metricGateOf */.xf)(environment)?.metrics.some(metric => 'logs' in metric) !== true)
        return undefined;
    if (monitoring?.logs === undefined)
        return 'has a metric with `logs`, which needs a log store; add `monitoring: {logs: …}` to the environment';
    return monitoring.logs['max-delay'] > longestShipping
        ? 'has a metric with `logs`, for which the gate would wait longer than 5m; write at most `max-delay: 5m` in `monitoring.logs`'
        : undefined;
}
function usualFrom(environment) {
    if (environment.route !== undefined)
        return 'gateway';
    return environment.service === undefined && environment.verify?.url !== undefined ? 'gateway' : 'service';
}
function verifyProblems({ verify, route, service }, from) {
    if (verify === undefined)
        return [];
    const path = verify.from === undefined ? ['verify'] : ['verify', 'from'];
    if (from === 'gateway')
        return route === undefined && verify.url === undefined
            ? (0,placed_problem/* placed */.GS)(path, 'needs a route or an address; add `route: HTTPRoute/name` to the environment, or `url:` to verify')
            : [];
    if (service === undefined)
        return (0,placed_problem/* placed */.GS)(path, verify.from === undefined
            ? 'has nothing to send requests to; add `route:` or `service:` to the environment, or `url:` to verify'
            : 'needs a Service; add `service: name` to the environment');
    return verify.url === undefined ? (0,placed_problem/* below */.Gz)('verify', (0,acceptance/* problemsOfProxy */.cf)(verify)) : [];
}


/***/ }),

/***/ 60820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ exceptionProblems),
/* harmony export */   p: () => (/* binding */ answeredFor)
/* harmony export */ });
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18464);
/* harmony import */ var _placed_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95761);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34182);



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
        : (0,_placed_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .placed */ .GS)(['exceptions', index, 'image'], `is not an image of this file; ${(0,_suggest_js__WEBPACK_IMPORTED_MODULE_2__/* .suggest */ .ZA)(image, Object.keys(images))}`));
}


/***/ }),

/***/ 90046:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LJ: () => (/* binding */ deliveryProblems),
/* harmony export */   Wc: () => (/* binding */ deliveryConflicts),
/* harmony export */   oU: () => (/* binding */ deliverySchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18464);
/* harmony import */ var _placed_problem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95761);




const repository = /^(https:\/\/[^\s/@?#]+\/[^\s?#]+|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:[0-9]{1,5})?\/[^\s?#]+|ssh:\/\/([\w.-]+@)?[^\s/@?#-][^\s/@?#]*\/[^\s?#]+|[\w.-]+@[\w.-]+:[^\s?#-][^\s?#]*|file:\/\/\/[^\s?#]+)$/;
const branch = /^(?!.*(\.\.|\/\/|@\{|\.lock(\/|$)))[A-Za-z0-9_][A-Za-z0-9_./+-]*(?<![./])$/;
const keyPathSchema = (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/^[^\s.,[\]{}\p{Cc}]+(\.[^\s.,[\]{}\p{Cc}]+)*$/u, {
    problem: 'is not the path of a value',
    remedy: 'write names with dots between them, such as image.digest',
});
const forms = ['digest', 'tag', 'reference'];
const valuesSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    values: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .fileNameSchema */ .x7.meta({
        description: 'A Helm values file, relative to the root of the repository.',
        example: 'charts/shop/values.yaml',
    }),
    digest: keyPathSchema.exactOptional().meta({
        description: 'The value that gets the digest: `sha256:…`.',
        example: 'image.digest',
    }),
    tag: keyPathSchema.exactOptional().meta({
        description: 'The value that gets a tag with the digest, for charts that write `repository:tag`: `<12 characters of the digest>@sha256:…`.',
        example: 'image.tag',
    }),
    reference: keyPathSchema.exactOptional().meta({
        description: 'The value that gets `repository@sha256:…`.',
        example: 'image',
    }),
    of: (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .labelSchema */ .Gx)('the name of an image').exactOptional().meta({
        description: 'The image in slipway.yml. Default: the only one.',
        example: 'shop',
    }),
})
    .check(({ value, issues }) => {
    const given = forms.filter(form => value[form] !== undefined);
    if (given.length === 1)
        return;
    const problem = given.length === 0 ? 'lacks the value to change' : `has ${given.join(' and ')}`;
    const message = `${problem}; write one of \`digest\`, \`tag\` and \`reference\`, such as \`digest: image.digest\``;
    issues.push({ code: 'custom', message, input: value });
});
const name = (noun) => (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/, {
    problem: `is not the name of ${noun}`,
    remedy: 'use lower-case letters, digits, "-" and "."',
    longest: 253,
});
const controllerSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    argocd: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        name: name('an Application').meta({ description: 'The Application.', example: 'shop' }),
        namespace: (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .labelSchema */ .Gx)('a namespace').prefault('argocd').describe('Its namespace.'),
    })
        .exactOptional()
        .meta({ description: 'An Application of Argo CD.', example: { name: 'shop' } }),
    flux: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        kustomization: name('a Kustomization').exactOptional().meta({
            description: 'A Flux Kustomization.',
            example: 'shop',
        }),
        helmrelease: name('a HelmRelease').exactOptional().meta({
            description: 'Or a Flux HelmRelease.',
            example: 'shop',
        }),
        namespace: (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .labelSchema */ .Gx)('a namespace').prefault('flux-system').describe('Its namespace.'),
    })
        .refine(({ kustomization, helmrelease }) => (kustomization === undefined) !== (helmrelease === undefined), {
        error: 'needs one of `kustomization` and `helmrelease`; write the name of the object, such as `kustomization: shop`',
    })
        .exactOptional()
        .meta({ description: 'An object of Flux.', example: { kustomization: 'shop' } }),
})
    .refine(({ argocd, flux }) => (argocd === undefined) !== (flux === undefined), {
    error: 'needs one of `argocd` and `flux`; write `argocd: {name: shop}` or `flux: {kustomization: shop}`',
});
const gitopsSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    repository: (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(repository, {
        problem: 'is not the address of a Git repository without a password',
        remedy: 'write https://host/path, ssh://git@host/path or git@host:path; the token comes from `gitops-token`',
    })
        .exactOptional()
        .meta({
        description: 'The Git repository that the controller reads. Default: the repository of slipway.yml.',
        example: 'https://github.com/acme/cluster',
    }),
    branch: (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(branch, { problem: 'is not the name of a branch', remedy: 'write a name such as main' })
        .prefault('main')
        .describe('Its branch that the controller reads.'),
    files: (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .listSchema */ .cE)(zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .fileNameSchema */ .x7, valuesSchema], {
        error: 'is neither a path nor a file of values; write `- deploy/kustomization.yaml` or `- {values: charts/shop/values.yaml, digest: image.digest}`',
    }), 'is empty; list at least one file, such as `- deploy/kustomization.yaml`').meta({
        description: 'The files to change, relative to the root of that repository: a `kustomization.yaml` (its `images:`), manifests (`image:` of containers), or Helm values.',
        example: ['apps/shop/kustomization.yaml'],
    }),
    by: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['push', 'pull-request']).prefault('push').meta({
        description: '`push`: commits to the branch. `pull-request`: opens one at GitHub, and waits until it is merged.',
        example: 'pull-request',
    }),
    'merge-timeout': _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .durationSchema */ .sK.prefault('30m').meta({
        description: 'How long a run waits for the merge of a pull request; then the release is paused, and `sweep` continues it.',
        example: '1h',
    }),
    timeout: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .durationSchema */ .sK
        .prefault('15m')
        .describe('How long the controller and the pods may take to roll a commit out; after that, the commit is reverted.'),
    controller: controllerSchema.exactOptional().meta({
        description: 'The object of the controller, whose errors then end a release early. Default: only the workload is observed.',
        example: { argocd: { name: 'shop' } },
    }),
});
const deliverySchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    gitops: gitopsSchema.meta({
        description: 'A release is a commit in a Git repository, which Argo CD or Flux brings to the cluster.',
        example: { files: ['apps/shop/kustomization.yaml'] },
    }),
});
const withController = '; remove it, and use what the controller has';
const notWithGitOps = {
    strategy: 'leaves it to the controller; remove it, limit a rollout by `delivery.gitops.timeout`, and split the traffic with Argo Rollouts or Flagger',
    gateway: 'changes no route; remove it',
    gate: `splits no traffic${withController}`,
    hooks: `runs no hooks${withController}`,
    unversioned: 'applies no ConfigMaps or Secrets; remove it',
    'take-over': `writes no objects${withController}`,
};
function deliveryConflicts(written) {
    const environments = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(written) && (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(written.environments) ? written.environments : {};
    return Object.entries(environments).flatMap(([name, environment]) => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(environment) && environment.delivery !== undefined
        ? Object.entries(notWithGitOps)
            .filter(([key]) => environment[key] !== undefined)
            .flatMap(([key, why]) => (0,_placed_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .placed */ .GS)(['environments', name, key], `does not work with \`delivery.gitops\`, which ${why}`))
        : []);
}
function deliveryProblems(environments, images) {
    const names = Object.keys(images);
    return Object.entries(environments).flatMap(([environment, { delivery, requires }]) => {
        const required = requires === undefined ? undefined : environments[requires.environment];
        const unproved = required?.delivery === undefined
            ? []
            : (0,_placed_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .placed */ .GS)([environment, 'requires', 'environment'], 'is delivered by `gitops`, which attaches no proofs to images; remove `requires`');
        const files = (delivery?.gitops.files ?? []).flatMap((file, index) => {
            if (typeof file === 'string')
                return [];
            const path = [environment, 'delivery', 'gitops', 'files', index];
            if (file.of === undefined)
                return names.length === 1
                    ? []
                    : (0,_placed_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .placed */ .GS)(path, `does not say which image it is; add \`of: ${names[0]}\``);
            return names.includes(file.of)
                ? []
                : (0,_placed_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .placed */ .GS)([...path, 'of'], `is not an image of this file; choose one of ${names.join(', ')}`);
        });
        return [...unproved, ...files];
    });
}


/***/ }),

/***/ 44456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ry: () => (/* binding */ usualHookTimeout),
/* harmony export */   d0: () => (/* binding */ reversibleSchema),
/* harmony export */   ic: () => (/* binding */ hooksSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88532);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18464);



const usualHookTimeout = '10m';
const hookFields = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    job: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .fileNameSchema */ .x7.exactOptional().meta({
        description: 'The manifest of a Job, outside `manifests`, which gets the digests and configuration of the release.',
        example: 'hooks/migrate.yaml',
    }),
    run: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
        .regex(/\S/, { error: 'is empty; write a command, such as ./scripts/announce' })
        .exactOptional()
        .meta({
        description: 'A command, run by bash on the runner, in the folder of slipway.yml.',
        example: './scripts/announce',
    }),
    timeout: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .durationSchema */ .sK
        .prefault(usualHookTimeout)
        .meta({ description: 'How long it may take before it is stopped and counts as failed.', example: '10m' }),
});
const hookSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .codec */ .rLB(hookFields, zod__WEBPACK_IMPORTED_MODULE_1__/* .custom */ .IeY(_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh), {
    decode: (written, { issues }) => {
        if (issues.length > 0)
            return zod__WEBPACK_IMPORTED_MODULE_3__/* .NEVER */ .tm;
        const { job, run, timeout } = written;
        if (job !== undefined && run === undefined)
            return { job, timeout };
        if (run !== undefined && job === undefined)
            return { run, timeout };
        const message = job === undefined
            ? 'has neither `job` nor `run`; add `job: hooks/migrate.yaml`, or `run:` with a command'
            : 'has `job` and `run`; keep one of them';
        issues.push({ code: 'custom', message, input: written });
        return zod__WEBPACK_IMPORTED_MODULE_3__/* .NEVER */ .tm;
    },
    encode: hook => hook,
});
const hooksSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    pre: hookSchema.exactOptional().meta({
        description: 'Runs before any object is applied, such as a migration. A failure refuses the release.',
        example: { job: 'hooks/migrate.yaml' },
    }),
    post: hookSchema.exactOptional().meta({
        description: 'Runs after the release has all traffic. A failure fails the step.',
        example: { run: './scripts/announce' },
    }),
});
const reversibleSchema = (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .booleanSchema */ .yu)().meta({
    description: 'Whether an earlier release may be restored after this one: docs/operations.md#no-way-back. The input `reversible` overrides it. Default: `true`.',
    example: false,
});


/***/ }),

/***/ 54524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ policySchema),
/* harmony export */   w: () => (/* binding */ levelSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88343);
/* harmony import */ var _exceptions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60820);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18464);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92063);




const levelSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .levels */ .yr, { error: 'is not a level; write off, info, warning or error' });
const ruleSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
    .superRefine((name, context) => {
    if (!(0,_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .isRuleName */ .uo)(name))
        context.addIssue({ code: 'custom', message: `is not a rule; ${(0,_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .suggestRule */ .jO)(name)}` });
})
    .meta({ pattern: _rules_js__WEBPACK_IMPORTED_MODULE_2__/* .rulePattern */ .R5 });
const baseSchema = (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^[a-z0-9*][a-z0-9._/*-]*(:[0-9]{1,5}\/[a-z0-9._/*-]+)?(:[A-Za-z0-9_.*-]{1,128})?$/, {
    problem: 'is not a pattern of base images',
    remedy: 'write a repository, optionally with a tag and "*", such as ghcr.io/acme/* or node:*-slim',
});
const exceptionFields = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    rule: ruleSchema.meta({ description: 'The rule.', example: 'base-digest' }),
    image: (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .labelSchema */ .Gx)('the name of an image')
        .exactOptional()
        .meta({ description: 'Only for this image. Default: for all.', example: 'shop' }),
    path: (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^[^\p{Cc}]+$/u, {
        problem: 'is not a path',
        remedy: 'write a path with "*" and "**", such as legacy/Dockerfile or /opt/**',
    })
        .exactOptional()
        .meta({
        description: 'Only for this Dockerfile, or this file in the image, with `*` and `**`.',
        example: 'legacy/**',
    }),
    stage: (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/, {
        problem: 'is not a stage',
        remedy: 'write the name of a stage, or the number of a stage without a name, such as build or 0',
    })
        .exactOptional()
        .meta({ description: 'Only in this stage of the Dockerfile, by name or number.', example: 'build' }),
    line: (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^[^\p{Cc}]+$/u, {
        problem: 'is not a pattern of a line',
        remedy: 'write the text of the line, with "*" as a wildcard, such as RUN apt-get install *',
    })
        .exactOptional()
        .meta({
        description: 'Only for lines of the Dockerfile with this text, with `*`.',
        example: 'FROM registry.acme.example/*',
    }),
    ..._exceptions_js__WEBPACK_IMPORTED_MODULE_0__/* .answeredFor */ .p,
});
const mostRules = 300;
const rulesSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), levelSchema).check(({ value, issues }) => {
    const names = Object.keys(value);
    if (names.length > mostRules) {
        const message = 'has more entries than there are rules; keep only the levels that differ from the default';
        issues.push({ code: 'custom', message, input: value });
        return;
    }
    for (const name of names.filter(each => !(0,_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .isRuleName */ .uo)(each))) {
        const message = `is not a rule; ${(0,_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .suggestRule */ .jO)(name)}`;
        const inner = [{ code: 'custom', message, path: [], input: name }];
        issues.push({ code: 'invalid_key', origin: 'record', issues: inner, path: [name], input: value });
    }
});
const policySchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    rules: rulesSchema.prefault({}).meta({
        propertyNames: { pattern: _rules_js__WEBPACK_IMPORTED_MODULE_2__/* .rulePattern */ .R5 },
        description: 'The level of each rule that differs from docs/policy.md; `buildkit` sets all checks of BuildKit, `buildkit/JSONArgsRecommended` one.',
        example: { 'base-digest': 'error', 'user-missing': 'off' },
    }),
    bases: (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .listSchema */ .cE)(baseSchema, 'is empty; list at least one pattern, such as `- node:*-slim`')
        .exactOptional()
        .meta({
        description: 'The allowed base images; `*` matches within a part of the name, `**` across parts. Default: any.',
        example: ['node:*-slim', 'ghcr.io/acme/**'],
    }),
    'ignore-comments': (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .booleanSchema */ .yu)()
        .prefault(true)
        .meta({ description: 'Whether comments in a Dockerfile may ignore findings.', example: false }),
    exceptions: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(exceptionFields)
        .prefault([])
        .meta({
        description: 'Findings that are accepted until a date.',
        example: [
            {
                rule: 'base-digest',
                path: 'legacy/Dockerfile',
                owner: 'platform-team',
                reason: 'the registry has no digests yet',
                expires: '2027-01-31',
            },
        ],
    }),
});


/***/ }),

/***/ 11749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ requiresProblems),
/* harmony export */   w: () => (/* binding */ requiresSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88532);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88343);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95126);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18464);
/* harmony import */ var _placed_problem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95761);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(34182);





const longestSoak = 30 * 24 * 60 * 60 * 1000;
const soakSchema = (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .durationPattern */ .Zq, {
    problem: 'is not a duration',
    remedy: 'write numbers with units, such as 30m, 1h or 48h',
}).transform((written, context) => {
    const soak = (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseMilliseconds */ .kU)(written);
    if (soak !== undefined && soak <= longestSoak)
        return soak;
    context.addIssue({ code: 'custom', message: 'is out of range; choose at most 720h' });
    return zod__WEBPACK_IMPORTED_MODULE_2__/* .NEVER */ .tm;
});
const requiresSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    environment: (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .labelSchema */ .Gx)('the name of an environment').meta({
        description: 'The environment that must have verified the images.',
        example: 'staging',
    }),
    soak: soakSchema.prefault('0s').meta({
        description: 'How long ago, counted from `verify`; at most `720h`.',
        example: '1h',
    }),
});
function requiresProblems(environments) {
    const names = Object.keys(environments);
    const told = new Set();
    return names.flatMap((name) => {
        const required = environments[name]?.requires?.environment;
        if (required === undefined)
            return [];
        const path = [name, 'requires', 'environment'];
        if (required === name)
            return (0,_placed_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .placed */ .GS)(path, 'is this environment itself; name another one, or remove `requires`');
        if (!names.includes(required)) {
            const others = names.filter(each => each !== name);
            return (0,_placed_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .placed */ .GS)(path, `is not an environment of this file; ${remedy(required, others)}`);
        }
        const circle = circleFrom(name, environments);
        if (circle === undefined || told.has(name))
            return [];
        for (const each of circle)
            told.add(each);
        const way = [...circle, name].join(' → ');
        return (0,_placed_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .placed */ .GS)(path, `is part of a cycle (${way}), which blocks all of them; remove one \`requires\``);
    });
}
const remedy = (required, others) => others.length === 0 ? 'add it, or remove `requires`' : (0,_suggest_js__WEBPACK_IMPORTED_MODULE_5__/* .suggest */ .ZA)(required, others);
function circleFrom(name, environments) {
    const way = [];
    for (let at = name; at !== undefined; at = environments[at]?.requires?.environment) {
        if (way.includes(at))
            return at === name ? way : undefined;
        way.push(at);
    }
    return undefined;
}


/***/ }),

/***/ 92063:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   In: () => (/* binding */ levelOf),
/* harmony export */   R5: () => (/* binding */ rulePattern),
/* harmony export */   XZ: () => (/* binding */ ruleNames),
/* harmony export */   bz: () => (/* binding */ imageRules),
/* harmony export */   jO: () => (/* binding */ suggestRule),
/* harmony export */   uo: () => (/* binding */ isRuleName),
/* harmony export */   yr: () => (/* binding */ levels)
/* harmony export */ });
/* unused harmony exports dockerfileRules, buildkitRules, buildkitLevel, buildkitChecks */
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34182);

const levels = ['off', 'info', 'warning', 'error'];
const dockerfileRules = {
    syntax: 'error',
    'build-tools': 'warning',
    'base-allowed': 'error',
    'base-tag': 'warning',
    'base-digest': 'info',
    'base-argument': 'warning',
    'user-root': 'error',
    'user-missing': 'warning',
    'user-numeric': 'info',
    'npm-ci': 'warning',
    'frozen-lockfile': 'warning',
    'lock-file': 'warning',
    'copy-order': 'warning',
    'pin-pip': 'warning',
    'pin-npm': 'warning',
    'pin-go': 'warning',
    'pin-gem': 'warning',
    'pin-cargo': 'warning',
    'apt-update': 'warning',
    'add-url': 'warning',
    'pipe-to-shell': 'warning',
    'unverified-download': 'info',
    'insecure-download': 'warning',
    'git-clone': 'info',
    sudo: 'warning',
    'sudo-nopasswd': 'error',
    'world-writable': 'error',
    'secret-name': 'error',
    'secret-value': 'error',
    'secret-file': 'error',
    dockerignore: 'warning',
    'exec-form': 'warning',
    'ignore-comment': 'error',
    'ignore-unused': 'warning',
};
const imageRules = {
    'image-user-root': 'error',
    'image-user-missing': 'warning',
    'image-setuid': 'error',
    'image-capability': 'warning',
    'image-world-writable': 'error',
    'image-sudo-nopasswd': 'error',
    'image-private-key': 'error',
    'image-shell-history': 'warning',
    'image-secret-file': 'error',
    'image-secret-value': 'error',
    'image-secret-variable': 'error',
    'image-git-folder': 'warning',
};
const buildkitRules = 'buildkit';
const buildkitLevel = 'warning';
const quiet = new Set([
    'buildkit/LegacyKeyValueFormat',
    'buildkit/FromAsCasing',
    'buildkit/StageNameCasing',
    'buildkit/ConsistentInstructionCasing',
    'buildkit/MaintainerDeprecated',
    'buildkit/SecretsUsedInArgOrEnv',
]);
const buildkitChecks = [
    'StageNameCasing',
    'FromAsCasing',
    'NoEmptyContinuation',
    'ConsistentInstructionCasing',
    'DuplicateStageName',
    'ReservedStageName',
    'JSONArgsRecommended',
    'MaintainerDeprecated',
    'UndefinedArgInFrom',
    'WorkdirRelativePath',
    'UndefinedVar',
    'MultipleInstructionsDisallowed',
    'LegacyKeyValueFormat',
    'RedundantTargetPlatform',
    'SecretsUsedInArgOrEnv',
    'InvalidDefaultArgInFrom',
    'FromPlatformFlagConstDisallowed',
    'InvalidBaseImagePlatform',
    'CopyIgnoredFile',
    'InvalidDefinitionDescription',
    'ExposeProtoCasing',
    'ExposeInvalidFormat',
];
const ownRules = { ...dockerfileRules, ...imageRules };
const ruleNames = [
    ...Object.keys(ownRules),
    buildkitRules,
    ...buildkitChecks.map(name => `${buildkitRules}/${name}`),
];
const rulePattern = `^(${[...Object.keys(ownRules), buildkitRules].join('|')}|${buildkitRules}/[A-Z][A-Za-z]+)$`;
function isRuleName(name) {
    if (ruleNames.includes(name))
        return true;
    return /^buildkit\/[A-Z][A-Za-z]+$/.test(name) && (0,_suggest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .pA)(name, ruleNames) === undefined;
}
const suggestRule = (name) => (0,_suggest_js__WEBPACK_IMPORTED_MODULE_0__/* .suggestOr */ .S4)(name, ruleNames, 'choose a rule from docs/policy.md');
function levelOf(rule, set) {
    if (Object.hasOwn(set, rule) && set[rule] !== undefined)
        return set[rule];
    if (Object.hasOwn(ownRules, rule))
        return ownRules[rule] ?? 'warning';
    return set[buildkitRules] ?? (quiet.has(rule) ? 'off' : buildkitLevel);
}


/***/ }),

/***/ 45139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DL: () => (/* binding */ isKmsKey),
/* harmony export */   Gt: () => (/* binding */ trustSchema),
/* harmony export */   X6: () => (/* binding */ signingSchema),
/* harmony export */   trustOf: () => (/* binding */ trustOf),
/* harmony export */   trustOfDocuments: () => (/* binding */ trustOfDocuments),
/* harmony export */   trustOfProofs: () => (/* binding */ trustOfProofs),
/* harmony export */   x4: () => (/* binding */ trustProblems)
/* harmony export */ });
/* unused harmony export attestations */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18464);
/* harmony import */ var _placed_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95761);



const attestations = ['provenance', 'sbom', 'scan'];
const remoteKey = '(awskms|gcpkms|azurekms|hashivault)://[\\x21-\\x7e]+';
const isKmsKey = (key) => new RegExp(`^${remoteKey}$`).test(key);
const privateKeySchema = (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(new RegExp(`^(env://[A-Za-z_][A-Za-z0-9_]*|${remoteKey}|(?!.*://)[^\\p{Cc}]+)$`, 'u'), {
    problem: 'is not a key',
    remedy: 'write env://NAME, the URI of a KMS key such as awskms:///alias/shop, or the path of a file',
});
const publicKeySchema = (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(new RegExp(`^(env://[A-Za-z_][A-Za-z0-9_]*|${remoteKey}|(?!/)(?!.*://)[^\\p{Cc}]+)$`, 'u'), {
    problem: 'is not a public key',
    remedy: 'write the path of a file relative to slipway.yml, such as cosign.pub, or the URI of a KMS key',
});
const attestationsSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(attestations, { error: 'is not an attestation; write provenance, sbom or scan' }));
const signingSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    key: privateKeySchema.exactOptional().meta({
        description: 'The private key: `env://NAME`, a KMS URI (`awskms://`, `gcpkms://`, `azurekms://`, `hashivault://`), or a file; its password is in COSIGN_PASSWORD. Default: keyless, by the identity of the workflow.',
        example: 'env://COSIGN_PRIVATE_KEY',
    }),
    attestations: attestationsSchema.prefault([...attestations]).meta({
        description: 'The attestations of each image besides its signature.',
        example: ['provenance', 'sbom', 'scan'],
    }),
    format: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['bundle', 'legacy'], { error: 'is not a format; write bundle or legacy' })
        .prefault('bundle')
        .meta({
        description: 'How signatures are stored: as in cosign 3 (`bundle`) or cosign 2 (`legacy`).',
        example: 'legacy',
    }),
    'public-log': (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .booleanSchema */ .yu)().exactOptional().meta({
        description: 'Whether the public transparency log may record signatures, with the names of image and repository. Default: only keyless, of a public repository.',
        example: true,
    }),
    services: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .fileNameSchema */ .x7.exactOptional().meta({
        description: 'A cosign signing configuration with your own services. Default: those of Sigstore.',
        example: '.slipway/signing-config.json',
    }),
});
const patternSchema = (noun, example) => (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/^[\x21-\x7e]+$/, {
    problem: `is not ${noun}`,
    remedy: `write it with "*" as a wildcard, such as ${example}`,
});
const identityFields = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    issuer: (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/^(https:\/\/[^\s/@?#]+|http:\/\/(localhost|127\.0\.0\.1)(:[0-9]{1,5})?)(\/[^\s?#]*)?$/, {
        problem: 'is not an issuer',
        remedy: 'write its address, such as https://token.actions.githubusercontent.com',
    })
        .exactOptional()
        .meta({
        description: 'The OIDC issuer. Default: GitHub Actions on the server that runs the release.',
        example: 'https://gitlab.com',
    }),
    repository: (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/^https:\/\/[^\s@?#]+[^\s/@?#]$/, {
        problem: 'is not the address of a repository',
        remedy: 'write the address of its page, such as https://github.com/acme/shop',
    })
        .exactOptional()
        .meta({
        description: 'The repository whose workflow signed, with its `repository-id`. Default: the one that releases; none for another issuer with a `subject`.',
        example: 'https://github.com/acme/shop',
    }),
    'repository-id': zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr({ error: 'is not the ID of a repository; write the output of `gh api repos/acme/shop --jq .id`' })
        .positive({
        error: 'is not the ID of a repository; write the output of `gh api repos/acme/shop --jq .id`',
    })
        .exactOptional()
        .meta({
        description: 'The ID of the repository, which is never reused: `gh api repos/acme/shop --jq .id`.',
        example: 123456789,
    }),
    ref: (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .listSchema */ .cE)(patternSchema('a ref', 'refs/heads/main'), 'is empty; list at least one pattern, such as `- refs/heads/*`')
        .exactOptional()
        .meta({
        description: 'The Git refs that may sign, with `*`. Default: the default branch, and the ref that releases.',
        example: ['refs/heads/main', 'refs/tags/v*'],
    }),
    subject: patternSchema('a subject', 'https://github.com/acme/shop/.github/workflows/*')
        .exactOptional()
        .meta({
        description: 'The subject of the certificate, such as the signing workflow, with `*`. Default: any workflow of the repository.',
        example: 'https://github.com/slipway/slipway/.github/workflows/build.yml@refs/tags/v*',
    }),
});
const trustSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    signed: (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .booleanSchema */ .yu)().prefault(true).meta({
        description: 'Whether images must be signed; `false` verifies nothing.',
        example: false,
    }),
    key: publicKeySchema.exactOptional().meta({
        description: 'The public key: a file, a KMS URI, or `env://NAME`. Default: `signing.key` in a KMS.',
        example: 'cosign.pub',
    }),
    identity: identityFields.exactOptional().meta({
        description: 'Instead of `key`: who must have signed. Default: the repository that releases.',
        example: { repository: 'https://github.com/acme/shop', 'repository-id': 123456789 },
    }),
    attestations: attestationsSchema.exactOptional().meta({
        description: 'The attestations that an image must have, from the same signer. Default: those of `signing`.',
        example: ['provenance', 'sbom', 'scan'],
    }),
    'max-scan-age': _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .daysSchema */ .Bw.exactOptional().meta({
        description: 'How old the attested scan may be. Default: any age.',
        example: '30d',
    }),
    root: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .fileNameSchema */ .x7.exactOptional().meta({
        description: 'A cosign trusted root: the CAs, logs and timestamp authorities to require. Default: that of Sigstore.',
        example: '.slipway/trusted-root.json',
    }),
});
function trustOf({ signing, trust }, own) {
    const whole = { ...(trust ?? { signed: signing !== undefined }), ...own };
    const { signed, key: _key, identity: _identity, attestations: named, ...rest } = whole;
    if (!signed)
        return undefined;
    return { ...rest, ...signerOf(own, trust, signing), attestations: named ?? signing?.attestations ?? [] };
}
function trustOfProofs(config, own) {
    const trust = trustOf(config, own);
    const { signing } = config;
    if (trust === undefined || signing === undefined)
        return undefined;
    const { key, identity: _, ...rest } = trust;
    if (signing.key === undefined)
        return key === undefined ? trust : rest;
    return key === undefined && isKmsKey(signing.key) ? { ...rest, key: signing.key } : trust;
}
const trustOfDocuments = (config, own) => trustOfProofs(config, own) ?? trustOf(config, own);
function signerOf(own, whole, signing) {
    for (const { key, identity } of [own ?? {}, whole ?? {}]) {
        if (key !== undefined)
            return { key };
        if (identity !== undefined)
            return { identity };
    }
    return signing?.key !== undefined && isKmsKey(signing.key) ? { key: signing.key } : {};
}
function trustProblems(config) {
    const wrong = [
        ...problemsOf(['trust'], config.trust),
        ...Object.entries(config.environments).flatMap(([name, { trust }]) => problemsOf(['environments', name, 'trust'], trust)),
    ];
    if (wrong.length > 0)
        return wrong;
    return config.signing === undefined ? unsignedProofs(config) : signingProblems(config, config.signing);
}
const unsignedProofs = (config) => Object.entries(config.environments).flatMap(([name, { trust, requires }]) => requires === undefined || trustOf(config, trust) === undefined
    ? []
    : (0,_placed_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .placed */ .GS)(['environments', name, 'requires'], 'needs signed proofs because `trust` requires signatures, but nothing signs that an image was verified; add `signing: {}`, or `signing: {key: …}`'));
function signingProblems(config, { key, services }) {
    const trusts = Object.values(config.environments).flatMap(({ trust }) => trustOf(config, trust) ?? []);
    if (key !== undefined && trusts.some(each => each.key === undefined && each.identity === undefined))
        return (0,_placed_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .placed */ .GS)(['signing'], 'signs with a key, but releases have no public key to verify with; add `trust: {key: cosign.pub}`');
    return services !== undefined && config.trust?.root === undefined
        ? (0,_placed_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .placed */ .GS)(['signing', 'services'], 'names services that no root trusts; add `trust: {root: .slipway/trusted-root.json}`')
        : [];
}
function problemsOf(path, { key, identity } = {}) {
    if (identity === undefined)
        return [];
    const here = [...path, 'identity'];
    if (key !== undefined)
        return (0,_placed_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .placed */ .GS)(here, 'is set together with `key`; keep one of the two');
    const { repository, 'repository-id': id } = identity;
    if (repository !== undefined && id === undefined)
        return (0,_placed_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .placed */ .GS)([...here, 'repository'], 'has a name that another owner may get later; add its `repository-id`, the output of `gh api repos/OWNER/NAME --jq .id`');
    return repository === undefined && id !== undefined
        ? (0,_placed_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .placed */ .GS)([...here, 'repository-id'], 'has no repository; add `repository: https://…`')
        : [];
}


/***/ })

};

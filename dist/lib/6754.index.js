export const id = 6754;
export const ids = [6754,4377,3019,8036];
export const modules = {

/***/ 39671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   waitsForPerson: () => (/* binding */ waitsForPerson)
/* harmony export */ });
/* harmony import */ var _release_rollout_pause_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9247);
/* harmony import */ var _release_status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23869);
/* harmony import */ var _release_store_recorded_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26417);
/* harmony import */ var _release_store_releases_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24576);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_operations_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(78968);






async function waitsForPerson(cluster, { config, environment, environmentName }) {
    const { state, candidate, weight = 0, waits } = await (0,_release_status_js__WEBPACK_IMPORTED_MODULE_1__.status)(cluster, { config, environment });
    if (state !== 'paused' || waits === undefined || !(0,_release_rollout_pause_js__WEBPACK_IMPORTED_MODULE_0__/* .needsPerson */ .z6)(waits.for))
        return undefined;
    const releases = await new _release_store_releases_js__WEBPACK_IMPORTED_MODULE_3__.ReleaseStore(cluster, environment.namespace, config.app).list();
    const record = releases.find(each => each.record.release === candidate)?.record;
    const { strategy } = (0,_release_store_recorded_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .recordedEnvironment */ .Y)(record, environmentName, environment);
    const until = Date.parse(waits.until);
    const holdFor = (0,_release_rollout_pause_js__WEBPACK_IMPORTED_MODULE_0__/* .pausePolicyOf */ .oi)(strategy)?.holdFor;
    const since = holdFor === undefined ? '' : ` since ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatTime */ .fU)(until - holdFor)}`;
    const paused = `release ${candidate} has ${weight} % of the traffic and is paused${since}`;
    const parts = [paused, `it ${(0,_release_rollout_pause_js__WEBPACK_IMPORTED_MODULE_0__/* .pauseSentence */ .WU)({ for: waits.for, until })}`, (0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_5__/* .whoMayRun */ .x)(), waits.reason];
    return {
        for: waits.planned === true ? 'approval' : 'decision',
        weight,
        why: parts.filter(part => part !== undefined).join('; '),
        remedy: (0,_release_rollout_pause_js__WEBPACK_IMPORTED_MODULE_0__/* .pauseRemedy */ .bT)(waits.for),
    };
}


/***/ }),

/***/ 75181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LK: () => (/* binding */ zoneLabel),
/* harmony export */   de: () => (/* binding */ selectorMatches),
/* harmony export */   hasLabels: () => (/* binding */ hasLabels),
/* harmony export */   kE: () => (/* binding */ zoneOf),
/* harmony export */   ko: () => (/* binding */ selects)
/* harmony export */ });
const zoneLabel = 'topology.kubernetes.io/zone';
const zoneOf = ({ metadata }) => metadata?.labels?.[zoneLabel];
const hasLabels = (wanted = {}, labels = {}) => Object.entries(wanted).every(([key, value]) => labels[key] === value);
const selects = (selector = {}, labels = {}) => Object.keys(selector).length > 0 && hasLabels(selector, labels);
function selectorMatches(selector, labels) {
    if (selector === undefined || selector === null)
        return false;
    const { matchLabels, matchExpressions = [] } = selector;
    return (hasLabels(matchLabels, labels) &&
        matchExpressions.every(({ key, operator, values = [] }) => {
            const value = labels[key];
            if (operator === 'Exists')
                return value !== undefined;
            if (operator === 'DoesNotExist')
                return value === undefined;
            if (operator === 'Gt')
                return Number(value) > Number(values[0]);
            if (operator === 'Lt')
                return Number(value) < Number(values[0]);
            const among = value !== undefined && values.includes(value);
            return operator === 'In' ? among : !among;
        }));
}


/***/ }),

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
    const near = (0,_suggest_js__WEBPACK_IMPORTED_MODULE_4__/* .nearest */ .pA)(name, ruleNames);
    const remedy = near === undefined ? 'choose a rule from docs/assess.md or docs/keys.md' : `did you mean \`${near}\`?`;
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

/***/ 92063:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   In: () => (/* binding */ levelOf),
/* harmony export */   R5: () => (/* binding */ rulePattern),
/* harmony export */   bz: () => (/* binding */ imageRules),
/* harmony export */   jO: () => (/* binding */ suggestRule),
/* harmony export */   uo: () => (/* binding */ isRuleName),
/* harmony export */   yr: () => (/* binding */ levels)
/* harmony export */ });
/* unused harmony exports dockerfileRules, buildkitRules, buildkitLevel, buildkitChecks, ruleNames */
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
function suggestRule(name) {
    const near = (0,_suggest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .pA)(name, ruleNames);
    return near === undefined ? 'choose a rule from docs/policy.md' : `did you mean \`${near}\`?`;
}
function levelOf(rule, set) {
    if (Object.hasOwn(set, rule) && set[rule] !== undefined)
        return set[rule];
    if (Object.hasOwn(ownRules, rule))
        return ownRules[rule] ?? 'warning';
    return set[buildkitRules] ?? (quiet.has(rule) ? 'off' : buildkitLevel);
}


/***/ }),

/***/ 26417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ recordedEnvironment)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43852);
/* harmony import */ var _config_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13407);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);



function recordedEnvironment(record, name, today) {
    const recorded = readRecorded(record?.config, name);
    return recorded?.namespace === today.namespace ? asAddressed(recorded, today) : today;
}
const recordedFields = _config_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentFields */ .p.pick({
    namespace: true,
    manifests: true,
    workload: true,
    workers: true,
    service: true,
    route: true,
    strategy: true,
    gateway: true,
    gate: true,
    hooks: true,
    reversible: true,
    live: true,
    verify: true,
});
function readRecorded(config, name) {
    const { environments } = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(config) ? config : {};
    const environment = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(environments) && Object.hasOwn(environments, name) ? environments[name] : undefined;
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(environment))
        return undefined;
    const kept = Object.entries(environment).filter(([key]) => key in recordedFields.shape);
    const written = zod__WEBPACK_IMPORTED_MODULE_2__/* .safeEncode */ .wy(recordedFields.partial(), Object.fromEntries(kept));
    return written.success ? recordedFields.safeParse(written.data).data : undefined;
}
function asAddressed({ gate, verify, manifests = [], ...recorded }, today) {
    const { cluster, repositories, trust, requires, recovery, adopt } = today;
    const kept = Object.entries({ cluster, repositories, trust, requires, recovery, adopt }).filter(([, value]) => value !== undefined);
    const from = verify?.from ?? today.verify?.from;
    return {
        ...recorded,
        manifests,
        ...Object.fromEntries(kept),
        ...gateFor(gate, today.gate),
        ...(verify === undefined || from === undefined
            ? {}
            : { verify: { ...addressed(verify, today.verify), from } }),
    };
}
function gateFor(recorded, today) {
    if (recorded === 'checks')
        return today === 'checks' ? { gate: recorded } : {};
    if (recorded === undefined || today === undefined || today === 'checks')
        return {};
    return { gate: { ...recorded, prometheus: today.prometheus } };
}
function addressed({ checks, from }, today) {
    const { checks: _, from: __, ...rest } = today ?? { checks };
    return { ...rest, checks, ...(from === undefined ? {} : { from }) };
}


/***/ }),

/***/ 68036:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FQ: () => (/* binding */ beatPatch),
  DV: () => (/* binding */ exposureSentence),
  bk: () => (/* binding */ heartbeatData),
  wF: () => (/* binding */ isWatching),
  Vf: () => (/* binding */ waitingProblem),
  Hz: () => (/* binding */ watchdogAccount),
  FX: () => (/* binding */ watchdogImage),
  d6: () => (/* binding */ watchdogJob),
  de: () => (/* binding */ watchdogName),
  dW: () => (/* binding */ watchdogProblem),
  c_: () => (/* binding */ watchdogRole)
});

// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/timing.js
var timing = __webpack_require__(68672);
// EXTERNAL MODULE: ./.build/js/src/traffic/fencing-token.js
var fencing_token = __webpack_require__(59993);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/naming.js
var naming = __webpack_require__(29296);
;// CONCATENATED MODULE: ./.build/js/src/release/watchdog/script.js
const script = `set -u

# Calls the API server and sets outcome: ok, gone (404), refused (422, 409), forbidden, or away.
ask() {
  outcome=away
  if command -v kubectl >/dev/null 2>&1; then ask_kubectl "$@"; else ask_curl "$@"; fi
}

# ask get PATH | ask patch PATH RESOURCE NAME PATCH [dry]
ask_kubectl() {
  if [ "$1" = get ]; then
    body=$(kubectl get --raw "$2" --request-timeout=5s 2>&1 </dev/null) && outcome=ok && return
  else
    body=$(kubectl patch "$3" "$4" --namespace "$NAMESPACE" --type json --patch "$5" --request-timeout=10s \\
      \${6:+--dry-run=server} 2>&1 </dev/null) && outcome=ok && return
  fi
  case $body in
    *'(NotFound)'*) outcome=gone ;;
    *'(Forbidden)'*) outcome=forbidden ;;
    *'(Conflict)'* | *'request is invalid'* | *'due to an error in our request'*) outcome=refused ;;
    *'(Invalid)'*) outcome=forbidden ;;
  esac
}

ask_curl() {
  token=
  # Without a final newline read fails, but has read the token. Tokens are rotated, so each call reads the file.
  read -r token <"$account/token" || :
  url=$server$2
  if [ "$1" = get ]; then
    set -- --max-time 5 "$url"
  else
    set -- --max-time 10 --request PATCH --header 'Content-Type: application/json-patch+json' \\
      --data-raw "$5" "$url\${6:+?dryRun=All}"
  fi
  # On standard input, so that the token is not in the process list.
  body=$(printf 'header = "Authorization: Bearer %s"\\n' "$token" |
    curl --config - --silent --show-error --cacert "$account/ca.crt" --write-out ' %{http_code}' "$@" 2>&1) || return 0
  case $body in
    *' 200') outcome=ok ;;
    *' 403') outcome=forbidden ;;
    *' 404') outcome=gone ;;
    *' 409' | *'due to an error in our request'*' 422') outcome=refused ;;
    *' 422') outcome=forbidden ;;
  esac
}

# Sets value to a field of the ConfigMap's data, empty when it has none. The API server indents its answers to curl.
field() {
  value=
  for colon in ':' ': '; do
    case $body in *"\\"$1\\"$colon\\""*)
      value=\${body#*"\\"$1\\"$colon\\""}
      value=\${value%%\\"*}
      ;;
    esac
  done
}

# Whether the last answer has a beat: without one, silence proves nothing.
has_beat() {
  [ "$outcome" = ok ] && field beat && [ -n "$value" ]
}

# Sends a list of writes. Returns 0 when each succeeded or its object is gone, 1 when the API server is away, 2 when one
# was refused, 3 when one is forbidden.
send() {
  printf '%s\\n' "$1" | {
    result=0
    while read -r path resource name patch; do
      [ -n "$path" ] || continue
      ask patch "$path" "$resource" "$name" "$patch" "\${2-}"
      case $outcome in
        ok) printf '%s\\n' "\${2:+dry run passed: }$resource/$name" ;;
        gone) printf '%s\\n' "$resource/$name is gone" ;;
        refused) printf '%s\\n' "refused for $resource/$name: $body"; [ "$result" = 0 ] && result=2 ;;
        forbidden) printf '%s\\n' "may not write $resource/$name: $body"; result=3 ;;
        *) printf '%s\\n' "no answer for $resource/$name: $body"; [ "$result" = 3 ] || result=1 ;;
      esac
    done
    exit "$result"
  }
}

# Sends the writes, then the fallback if one of them no longer fits or fails for another reason. Returns what send does, but 2, the sign
# of a newer run, only if both return it.
take_back() {
  send "$WRITES" "\${1-}"
  result=$?
  [ "$result" != 0 ] && [ -n "$FALLBACK" ] || return "$result"
  send "$FALLBACK" "\${1-}"
  second=$?
  [ "$second" != 2 ] || second=$result
  return "$second"
}

# Sets now to the seconds of a monotonic clock; where it cannot be read, the pauses are counted.
clock() {
  if read -r up rest <"\${CLOCK:-/proc/uptime}"; then now=\${up%%.*}; else now=$((now + INTERVAL)); fi
} 2>/dev/null

pause() { sleep "$INTERVAL"; }

account=\${ACCOUNT:-/var/run/secrets/kubernetes.io/serviceaccount}
host=$KUBERNETES_SERVICE_HOST
case $host in *:*) host="[$host]" ;; esac
server=https://$host:$KUBERNETES_SERVICE_PORT
# With --request-timeout, kubectl no longer detects that it runs in a cluster.
export KUBECONFIG="$HOME/kubeconfig"
cluster="{server: $server, certificate-authority: $account/ca.crt}"
printf '%s\n' 'apiVersion: v1' 'kind: Config' 'current-context: here' \
  "clusters: [{name: here, cluster: $cluster}]" \
  "users: [{name: here, user: {tokenFile: $account/token}}]" \
  'contexts: [{name: here, context: {cluster: here, user: here}}]' >"$KUBECONFIG"

trap 'exit 0' TERM INT
now=0
while :; do
  take_back dry
  case $? in
    0)
      ask get "$HEART"
      has_beat && break
      case $outcome in
        gone) printf '%s\\n' 'the rollout is over'; exit 0 ;;
        ok | forbidden) printf '%s\\n' "no heartbeat in $HEART; not watching: $body"; exit 1 ;;
      esac
      ;;
    2 | 3) printf '%s\\n' 'cannot restore the traffic; not watching'; exit 1 ;;
  esac
  pause
done
[ -z "$ARMED" ] || : >"$ARMED"
printf '%s\\n' 'watching'

last='' quiet=0 seen=no before=0 timeout=30
while :; do
  ask get "$HEART"
  clock
  [ "$outcome" != ok ] || has_beat || outcome=away
  case $outcome in
    gone) printf '%s\\n' 'the rollout is over'; exit 0 ;;
    ok)
      field over
      [ -z "$value" ] || { printf '%s\\n' 'the rollout is over'; exit 0; }
      field timeout
      case $value in '' | *[!0-9]*) ;; *) timeout=$value ;; esac
      field beat
      # Only time between two answers counts: while the API server is away, a living run cannot send a heartbeat either.
      if [ "$value" != "$last" ]; then last=$value quiet=0
      elif [ "$seen" = yes ]; then quiet=$((quiet + now - before)); fi
      seen=yes
      ;;
    *)
      seen=no
      # Once it is back, a living run gets some time to send one.
      [ "$quiet" -le $((timeout - GRACE)) ] || quiet=$((timeout > GRACE ? timeout - GRACE : 0))
      ;;
  esac
  before=$now
  if [ "$seen" = yes ] && [ "$quiet" -ge "$timeout" ]; then
    printf '%s\\n' "no heartbeat for $quiet s: restoring the traffic"
    take_back
    case $? in
      0) printf '%s\\n' 'done'; exit 0 ;;
      2) printf '%s\\n' 'a newer run has taken over'; exit 0 ;;
    esac
  fi
  pause
done
`;

;// CONCATENATED MODULE: ./.build/js/src/release/watchdog/watchdog.js






const seconds = (milliseconds) => Math.ceil(milliseconds / 1000);
const watchdogAccount = 'slipway-watchdog';
const watchdogName = ({ app, token }) => `slipway-${app}-watchdog-${token}`;
function heartbeatData({ beat, timeout = seconds(timing/* timing */.N.watchdogTimeout), }) {
    return { beat: String(beat), timeout: String(timeout) };
}
function beatPatch(uid, heartbeat) {
    const data = heartbeat === 'over' ? { over: 'true' } : heartbeatData(heartbeat);
    return [
        { op: 'test', path: (0,fencing_token/* pointer */.Wn)('metadata', 'uid'), value: uid },
        ...Object.entries(data).map(([key, value]) => ({ op: 'add', path: (0,fencing_token/* pointer */.Wn)('data', key), value })),
    ];
}
function watchdogJob(options) {
    const { writer, namespace, image, owner, lifetime, writes, fallback } = options;
    const own = {
        [naming/* labels */.WD.app]: writer.app,
        [naming/* labels */.WD.kind]: 'watchdog',
    };
    const environment = {
        HEART: (0,resources/* pathOf */.XM)(resources/* resources */.ES.configMap, namespace, owner.name),
        NAMESPACE: namespace,
        INTERVAL: String(seconds(timing/* timing */.N.watchdogInterval)),
        GRACE: String(seconds(timing/* timing */.N.watchdogGrace)),
        WRITES: lines(writes, writer),
        FALLBACK: lines(fallback, writer),
        ARMED: '/tmp/armed',
        HOME: '/tmp',
    };
    return {
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: { name: watchdogName(writer), namespace, labels: own, ownerReferences: [owner] },
        spec: {
            activeDeadlineSeconds: Math.max(60, Math.ceil(lifetime / 1000)),
            ttlSecondsAfterFinished: 3600,
            backoffLimit: 100,
            template: {
                metadata: { labels: own },
                spec: {
                    serviceAccountName: watchdogAccount,
                    restartPolicy: 'OnFailure',
                    enableServiceLinks: false,
                    terminationGracePeriodSeconds: 5,
                    tolerations: ['not-ready', 'unreachable'].map(state => ({
                        key: `node.kubernetes.io/${state}`,
                        operator: 'Exists',
                        effect: 'NoExecute',
                        tolerationSeconds: 10,
                    })),
                    securityContext: {
                        runAsNonRoot: true,
                        runAsUser: 65_532,
                        runAsGroup: 65_532,
                        fsGroup: 65_532,
                        seccompProfile: { type: 'RuntimeDefault' },
                    },
                    containers: [
                        {
                            name: 'watchdog',
                            image,
                            command: ['sh', '-c', literal(script)],
                            env: Object.entries(environment).map(([name, value]) => ({ name, value: literal(value) })),
                            readinessProbe: {
                                exec: { command: ['sh', '-c', 'test -e /tmp/armed'] },
                                periodSeconds: 1,
                                timeoutSeconds: 5,
                            },
                            resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '192Mi' } },
                            securityContext: {
                                allowPrivilegeEscalation: false,
                                readOnlyRootFilesystem: true,
                                capabilities: { drop: ['ALL'] },
                            },
                            volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
                        },
                    ],
                    volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '64Mi' } }],
                },
            },
        },
    };
}
function isWatching(job) {
    return (job.status?.ready ?? 0) > 0;
}
const literal = (text) => text.replaceAll('$', () => '$$');
function lines(writes, { app, token }) {
    return writes
        .map(({ path, patch }) => {
        const { resource, name } = target(path);
        const note = {
            op: 'add',
            path: (0,fencing_token/* annotationPointer */.ZC)(fencing_token/* annotationOf */.lW.watchdog(app)),
            value: String(token),
        };
        return [path, resource, name, JSON.stringify([...patch, note])].join(' ');
    })
        .join('\n');
}
function target(path) {
    const place = (0,resources/* placeOf */.$t)(path);
    if (place === undefined)
        throw new Error(`${path} is not the path of a namespaced object`);
    const { group, plural, name } = place;
    return { resource: group === '' ? plural : `${plural}.${group}`, name };
}
function watchdogRole({ namespace, routes, services }) {
    const metadata = { name: watchdogAccount, namespace };
    const rule = (apiGroup, resource, names) => names.length === 0
        ? []
        : [
            {
                apiGroups: [apiGroup],
                resources: [resource],
                resourceNames: [...names],
                verbs: ['get', 'patch'],
            },
        ];
    return [
        { apiVersion: 'v1', kind: 'ServiceAccount', metadata },
        {
            apiVersion: 'rbac.authorization.k8s.io/v1',
            kind: 'Role',
            metadata,
            rules: [
                { apiGroups: [''], resources: ['configmaps'], verbs: ['get'] },
                ...rule('', 'services', services),
                ...rule(resources/* resources */.ES.httpRoute.group, resources/* resources */.ES.httpRoute.plural, routes),
            ],
        },
        {
            apiVersion: 'rbac.authorization.k8s.io/v1',
            kind: 'RoleBinding',
            metadata,
            roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: watchdogAccount },
            subjects: [{ kind: 'ServiceAccount', name: watchdogAccount, namespace }],
        },
    ];
}
function watchdogImage(strategy) {
    if (strategy.kind === 'rolling')
        return undefined;
    const chosen = strategy.watchdog;
    return chosen === undefined || chosen === 'off' ? undefined : chosen.image;
}
function watchdogProblem(strategy) {
    if (strategy.kind === 'rolling' || strategy.watchdog !== undefined)
        return undefined;
    return new errors/* UserError */.yo(`the ${strategy.kind} strategy does not set \`watchdog\`, which restores the traffic when a run is lost`, 'add `watchdog: {image: …}`, an image with a shell and kubectl or curl, or `watchdog: off` to do without');
}
function waitingProblem(strategy) {
    if (strategy.kind !== 'canary' || watchdogImage(strategy) !== undefined)
        return undefined;
    const { steps, bake, 'on-inconclusive': way } = strategy;
    if (way !== 'rollback') {
        return new errors/* UserError */.yo(`\`on-inconclusive: ${way}\` pauses a rollout whose candidate has traffic, and without a watchdog nothing restores the traffic if no run resumes it`, 'set an image in `watchdog`, or use `on-inconclusive: rollback`');
    }
    if (bake.approve || steps.some(({ approve }) => approve === true)) {
        return new errors/* UserError */.yo('`approve` pauses a rollout whose candidate has traffic, and without a watchdog nothing restores the traffic if no run resumes it', 'set an image in `watchdog`, or remove `approve`');
    }
    const [long] = steps.filter(({ pause = 0 }) => pause > bake.attended);
    if (long !== undefined) {
        return new errors/* UserError */.yo(`the pause at ${long.weight} % is longer than \`attended\`, after which no run stays with it, and without a watchdog nothing restores the traffic if no run resumes the rollout`, 'set an image in `watchdog`, or shorten the pause');
    }
    if (bake.for <= bake.attended)
        return undefined;
    return new errors/* UserError */.yo('the bake is longer than `attended`, after which no run stays with it, and without a watchdog nothing restores the traffic if no run resumes the rollout', 'set an image in `watchdog`, or shorten the bake');
}
function exposureSentence(strategy) {
    if (strategy.kind === 'rolling') {
        return 'if the run is lost, the cluster finishes the rolling update, and the next run reports its outcome';
    }
    const most = strategy.kind === 'blue-green'
        ? 'all'
        : `up to ${Math.max(...strategy.steps.map(({ weight }) => weight), strategy.bake.weight)} %`;
    const { watchdogTimeout, watchdogInterval, watchdogReaction } = timing/* timing */.N;
    const within = seconds(watchdogTimeout + watchdogInterval + watchdogReaction);
    return watchdogImage(strategy) === undefined
        ? `without a watchdog, a lost run leaves ${most} of the requests with the candidate until another run, sweep or rollback, takes over`
        : `a lost run leaves ${most} of the requests with the candidate for at most ${within} s, then the watchdog restores the traffic`;
}


/***/ }),

/***/ 75507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Is: () => (/* binding */ requireReleasable),
/* harmony export */   Vu: () => (/* binding */ injectDigests),
/* harmony export */   _5: () => (/* binding */ prepareManifests),
/* harmony export */   bD: () => (/* binding */ clusterScoped),
/* harmony export */   h7: () => (/* binding */ workloadIn),
/* harmony export */   ik: () => (/* binding */ place)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17849);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29296);
/* harmony import */ var _workers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17121);





function prepareManifests(manifests, environment, images) {
    for (const manifest of manifests)
        requireReleasable(manifest, images);
    const placed = structuredClone(manifests).map(manifest => place(manifest, environment.namespace));
    injectDigests(placed, images);
    const workload = workloadIn(placed, environment);
    (0,_workers_js__WEBPACK_IMPORTED_MODULE_4__.requireWorkers)(placed, environment, images, workload);
    const template = workload.spec?.template;
    if (template === undefined) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.titleOf)(environment.workload)} has no spec.template`, 'complete the manifest');
    }
    template.metadata = {
        ...template.metadata,
        labels: { ...template.metadata?.labels, [_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.track]: 'stable' },
    };
    return placed;
}
const clusterWide = new Set([
    'APIService',
    'CSIDriver',
    'CertificateSigningRequest',
    'ClusterIssuer',
    'ClusterRole',
    'ClusterRoleBinding',
    'CustomResourceDefinition',
    'GatewayClass',
    'IngressClass',
    'MutatingWebhookConfiguration',
    'Namespace',
    'Node',
    'PersistentVolume',
    'PriorityClass',
    'RuntimeClass',
    'StorageClass',
    'ValidatingAdmissionPolicy',
    'ValidatingAdmissionPolicyBinding',
    'ValidatingWebhookConfiguration',
    'VolumeSnapshotClass',
]);
function requireReleasable({ object, name, source }, images) {
    const { kind = '' } = object;
    const title = `${source}: ${kind}/${name}`;
    if (clusterWide.has(kind))
        throw clusterScoped(title);
    const hook = object.metadata?.annotations?.['argocd.argoproj.io/hook'];
    if (hook !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} is a ${hook} hook of Argo CD, and a release would apply it like any other object`, 'move it out of `manifests`; if its Job is needed, make it a hook in slipway.yml, such as `hooks: {pre: {job: hooks/migrate.yaml}}`');
    if (kind === 'Job')
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} cannot be released: a Job runs once, and its pod template is immutable`, 'make it a hook, such as `hooks: {pre: {job: hooks/migrate.yaml}}`, and move its file out of `manifests`');
    if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.isReleased)(kind))
        return;
    const ours = new Set(Object.values(images).map(({ repository }) => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__.parseRepository)(repository)));
    const own = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.podTemplatesOf)(object)
        .flatMap(({ spec }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.containersOf)(spec))
        .find(({ image = '' }) => image !== '' && ours.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__.parseRepository)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.repositoryOf)(image))));
    if (own !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} runs ${own.image}, and a release can neither watch nor roll back a ${kind}`, 'run it in a Deployment, StatefulSet, DaemonSet or CronJob');
}
const clusterScoped = (title) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} is cluster-scoped, but a release belongs to a namespace`, 'move it out of `manifests`, and apply it once with `kubectl apply`');
function place(manifest, namespace) {
    const declared = manifest.object.metadata?.namespace;
    if (declared !== undefined && declared !== namespace) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${manifest.source}: ${manifest.object.kind}/${manifest.name} is for namespace ${declared}, but the environment is for ${namespace}`, 'remove metadata.namespace from the manifest, or correct `namespace` in slipway.yml');
    }
    manifest.object.metadata = { ...manifest.object.metadata, namespace };
    return manifest;
}
function workloadIn(manifests, environment) {
    const { kind, name } = environment.workload;
    const found = manifests.find(manifest => manifest.object.kind === kind && manifest.name === name);
    if (found === undefined) {
        const others = manifests.filter(m => m.object.kind === kind).map(m => m.name);
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the manifests do not contain ${kind}/${name}${others.length === 0 ? '' : ` (only ${others.join(', ')})`}`, 'correct `workload` in slipway.yml or add its manifest');
    }
    return found.object;
}
function injectDigests(manifests, images, use = 'every') {
    const containers = manifests.flatMap(m => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.podTemplatesOf)(m.object).flatMap(t => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.containersOf)(t.spec)));
    for (const [name, { repository, digest }] of Object.entries(images)) {
        const wanted = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__.parseRepository)(repository);
        const users = containers.filter(({ image }) => image && (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__.parseRepository)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.repositoryOf)(image)) === wanted);
        if (users.length === 0 && use === 'every') {
            const used = [...new Set(containers.map(container => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.repositoryOf)(container.image ?? '')))];
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`no container uses images.${name} (${repository}); the manifests use ${used.join(', ') || 'no image at all'}`, 'use the same repository for `repository` in slipway.yml and `image` in the manifest');
        }
        for (const container of users)
            container.image = `${repository}@${digest}`;
    }
}


/***/ }),

/***/ 90352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ selectorOf),
/* harmony export */   D0: () => (/* binding */ isOwnedBy),
/* harmony export */   Js: () => (/* binding */ readyOf),
/* harmony export */   Lq: () => (/* binding */ templateOfRevision),
/* harmony export */   Mt: () => (/* binding */ revisionOfPod),
/* harmony export */   Nr: () => (/* binding */ podsOwnedBy),
/* harmony export */   O: () => (/* binding */ isLiving),
/* harmony export */   Xy: () => (/* binding */ containerStatusesOf),
/* harmony export */   dR: () => (/* binding */ podsOfTrack),
/* harmony export */   i_: () => (/* binding */ isReady),
/* harmony export */   jk: () => (/* binding */ newestReplicaSet),
/* harmony export */   su: () => (/* binding */ newestOf),
/* harmony export */   zd: () => (/* binding */ isStarting)
/* harmony export */ });
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17849);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29296);


const revisionLabel = 'controller-revision-hash';
function isReady(pod) {
    return pod.status?.conditions?.some(c => c.type === 'Ready' && c.status === 'True') ?? false;
}
const isLiving = ({ metadata }) => metadata?.deletionTimestamp === undefined;
const isOwnedBy = ({ metadata }, uid) => uid !== undefined && (metadata?.ownerReferences?.some(owner => owner.uid === uid) ?? false);
function podsOwnedBy(workload, revisions) {
    const own = workload?.metadata?.uid;
    const owners = [
        own,
        ...revisions.filter(each => isOwnedBy(each, own)).map(({ metadata }) => metadata?.uid),
    ];
    return pod => owners.some(uid => isOwnedBy(pod, uid));
}
const podsOfTrack = ({ pods }, track) => pods.filter(pod => (pod.metadata?.labels?.[_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.track] === 'canary') === (track === 'canary'));
function readyOf(objects) {
    const { workload, canary, revisions } = objects;
    const count = (track, owner) => {
        const isOwn = podsOwnedBy(owner, revisions);
        return podsOfTrack(objects, track).filter(pod => isLiving(pod) && isReady(pod) && isOwn(pod)).length;
    };
    return { stable: count('stable', workload), canary: count('canary', canary) };
}
function newestOf(workload, revisions) {
    const own = workload.metadata?.uid;
    switch ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__.kindOf)(workload)) {
        case 'StatefulSet': {
            const { updateRevision } = workload.status ?? {};
            if (updateRevision === undefined)
                return undefined;
            return pod => isOwnedBy(pod, own) && revisionOfPod(pod) === updateRevision;
        }
        case 'DaemonSet': {
            const hash = revisionWith(workload, revisions)?.metadata?.labels?.[revisionLabel];
            return hash === undefined ? undefined : pod => isOwnedBy(pod, own) && revisionOfPod(pod) === hash;
        }
        case 'CronJob':
            return undefined;
        default: {
            const set = newestReplicaSet(workload, revisions);
            if (set !== undefined && numberOf(set) < numberOf(workload))
                return undefined;
            return pod => isOwnedBy(pod, set?.metadata?.uid);
        }
    }
}
function newestReplicaSet(deployment, replicaSets) {
    return replicaSets
        .filter(set => isOwnedBy(set, deployment.metadata?.uid))
        .sort((a, b) => numberOf(b) - numberOf(a))[0];
}
function numberOf({ metadata }) {
    return Number(metadata?.annotations?.['deployment.kubernetes.io/revision'] ?? 0);
}
const revisionOfPod = ({ metadata }) => metadata?.labels?.[revisionLabel];
function revisionWith(workload, revisions) {
    const wanted = plain((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__.templateOf)(workload));
    return revisions.find(revision => isOwnedBy(revision, workload.metadata?.uid) && plain(templateOfRevision(revision)) === wanted);
}
function templateOfRevision(revision) {
    if (!('data' in revision))
        return revision.spec?.template;
    const { data } = revision;
    const { $patch: _, ...template } = data?.spec?.template ?? {};
    return template;
}
const plain = (template) => (0,_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)(JSON.parse(JSON.stringify(template ?? {}, (_key, value) => value ?? undefined)));
function selectorOf(workload) {
    const { matchLabels, matchExpressions } = workload?.spec?.selector ?? {};
    return [
        ...Object.entries(matchLabels ?? {}).map(([key, value]) => `${key}=${value}`),
        ...(matchExpressions ?? []).map(({ key, operator, values }) => {
            if (operator === 'Exists')
                return key;
            if (operator === 'DoesNotExist')
                return `!${key}`;
            return `${key} ${operator.toLowerCase()} (${(values ?? []).join(',')})`;
        }),
    ].join(',');
}
const containerStatusesOf = ({ status }) => [
    ...(status?.initContainerStatuses ?? []),
    ...(status?.containerStatuses ?? []),
];
const isStarting = (reason) => reason === undefined || reason === 'ContainerCreating' || reason === 'PodInitializing';


/***/ }),

/***/ 17121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isWorker: () => (/* binding */ isWorker),
/* harmony export */   readWorkers: () => (/* binding */ readWorkers),
/* harmony export */   releaseOf: () => (/* binding */ releaseOf),
/* harmony export */   requireWorkers: () => (/* binding */ requireWorkers),
/* harmony export */   templatesOf: () => (/* binding */ templatesOf),
/* harmony export */   withUnlistedWorkers: () => (/* binding */ withUnlistedWorkers),
/* harmony export */   workersIn: () => (/* binding */ workersIn),
/* harmony export */   workersOf: () => (/* binding */ workersOf)
/* harmony export */ });
/* harmony import */ var _cluster_labels_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75181);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17849);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29296);





const workersOf = ({ workers }) => workers ?? [];
const isWorker = ({ object, name }, environment) => workersOf(environment).some(ref => ref.kind === object.kind && ref.name === name);
function withUnlistedWorkers(environment, manifests, repositories) {
    if (!manifests.some(({ object }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.isOf)(environment.workload, object)))
        return { environment, unlisted: [] };
    const ours = new Set(repositories.map(each => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__.parseRepository)(each)));
    const known = new Set([environment.workload, ...workersOf(environment)].map(_kinds_js__WEBPACK_IMPORTED_MODULE_2__.keyOf));
    const unlisted = manifests.flatMap(({ object }) => {
        const runsOurs = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.podTemplatesOf)(object)
            .flatMap(({ spec }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.containersOf)(spec))
            .some(({ image = '' }) => image !== '' && ours.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__.parseRepository)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.repositoryOf)(image))));
        if (!runsOurs || !(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.isReleased)(object.kind))
            return [];
        const ref = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.refOf)(object);
        return known.has((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.keyOf)(ref)) ? [] : [ref];
    });
    return { environment: { ...environment, workers: [...workersOf(environment), ...unlisted] }, unlisted };
}
function workersIn(manifests, environment) {
    return workersOf(environment).map(ref => {
        const found = manifests.find(({ object }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.isOf)(ref, object));
        if (found !== undefined)
            return found.object;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the manifests do not contain ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.titleOf)(ref)}, which \`workers\` lists`, 'correct `workers` in slipway.yml or add its manifest');
    });
}
function requireWorkers(manifests, environment, images, workload) {
    const ours = new Set(Object.values(images).map(({ repository }) => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__.parseRepository)(repository)));
    const services = manifests.filter(({ object }) => object.kind === 'Service');
    for (const worker of workersIn(manifests, environment)) {
        const name = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.titleOf)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.refOf)(worker));
        const used = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.containersOf)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.templateOf)(worker)?.spec).map(({ image = '' }) => image);
        if (ours.size > 0 &&
            !used.some(image => image !== '' && ours.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__.parseRepository)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.repositoryOf)(image))))) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${name} is listed in \`workers\`, but runs none of the images of this release`, 'remove it from `workers`: it is applied like any other manifest');
        }
        if (takes(workload.spec?.selector?.matchLabels, worker) ||
            takes(worker.spec?.selector?.matchLabels, workload)) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the labels do not distinguish the pods of ${name} from those of ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.titleOf)(environment.workload)}`, 'give each of them a distinct label, in its selector and in its template');
        }
        const service = services.find(each => takes(each.object.spec?.selector, worker));
        if (service !== undefined && takes(service.object.spec?.selector, workload)) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`Service/${service.name} would send requests to ${name} as well, but a worker must get none`, 'add a label to its selector that only the pods of the workload have');
        }
    }
}
const takes = (selector, workload) => (0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .selects */ .ko)(selector, (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.templateOf)(workload)?.metadata?.labels);
async function readWorkers(cluster, namespace, refs) {
    const entries = refs.map(async (ref) => [(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.keyOf)(ref), await cluster.get((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.pathTo)(namespace, ref))]);
    return Object.fromEntries(await Promise.all(entries));
}
function templatesOf(lives) {
    return Object.fromEntries(Object.entries(lives).flatMap(([name, live]) => {
        const template = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.templateOf)(live);
        return template === undefined ? [] : [[name, template]];
    }));
}
function releaseOf(worker) {
    const marked = worker?.metadata?.annotations?.[_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.release];
    return marked === undefined ? undefined : Number(marked);
}


/***/ }),

/***/ 8999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;


/***/ }),

/***/ 59993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bz: () => (/* binding */ tokenOn),
/* harmony export */   G$: () => (/* binding */ fencingTests),
/* harmony export */   Hn: () => (/* binding */ isRestoredByWatchdog),
/* harmony export */   Wn: () => (/* binding */ pointer),
/* harmony export */   ZC: () => (/* binding */ annotationPointer),
/* harmony export */   fz: () => (/* binding */ annotate),
/* harmony export */   lW: () => (/* binding */ annotationOf),
/* harmony export */   oV: () => (/* binding */ tokenPatch),
/* harmony export */   u4: () => (/* binding */ track),
/* harmony export */   w7: () => (/* binding */ annotation)
/* harmony export */ });
const track = 'slipway.dev/track';
const annotationOf = {
    token: (app) => `slipway.dev/token.${app}`,
    weights: (app) => `slipway.dev/weights.${app}`,
    pinned: (app) => `slipway.dev/pinned.${app}`,
    minReplicas: (app) => `slipway.dev/min-replicas.${app}`,
    watchdog: (app) => `slipway.dev/watchdog.${app}`,
};
function pointer(...parts) {
    return parts.map(part => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
function annotationPointer(name) {
    return pointer('metadata', 'annotations', name);
}
function fencingTests(object, { app, token }) {
    return [
        { op: 'test', path: annotationPointer(annotationOf.token(app)), value: String(token) },
        { op: 'test', path: pointer('metadata', 'uid'), value: object.metadata?.uid },
    ];
}
function tokenOn(object, app) {
    return Number(annotation(object, annotationOf.token(app)) ?? 0);
}
function tokenPatch(object, { app, token }) {
    const name = annotationOf.token(app);
    const present = tokenOn(object, app);
    if (present > token)
        throw new Error(`fencing token ${present} is above token ${token} of ${app}`);
    if (present === token)
        return [];
    const { annotations, uid, resourceVersion } = object.metadata ?? {};
    const unchanged = annotations?.[name] === undefined
        ? { op: 'test', path: pointer('metadata', 'resourceVersion'), value: resourceVersion }
        : { op: 'test', path: annotationPointer(name), value: annotations[name] };
    return [
        { op: 'test', path: pointer('metadata', 'uid'), value: uid },
        unchanged,
        ...(annotations === undefined
            ? [{ op: 'add', path: pointer('metadata', 'annotations'), value: {} }]
            : []),
        { op: 'add', path: annotationPointer(name), value: String(token) },
    ];
}
function annotation(object, name) {
    return object.metadata?.annotations?.[name];
}
function annotate(object, name, value) {
    const path = annotationPointer(name);
    const present = annotation(object, name);
    if (present === value)
        return [];
    return value === undefined ? [{ op: 'remove', path }] : [{ op: 'add', path, value }];
}
function isRestoredByWatchdog(object, { app, token }, since) {
    const by = Number(annotation(object, annotationOf.watchdog(app)) ?? Number.NaN);
    return by >= since && by <= token;
}


/***/ }),

/***/ 64377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};

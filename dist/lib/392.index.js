export const id = 392;
export const ids = [392,4377,5539,4306];
export const modules = {

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

/***/ 82174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   decideOnAlert: () => (/* binding */ decideOnAlert)
/* harmony export */ });
/* harmony import */ var _analysis_prometheus_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38062);
/* harmony import */ var _health_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32588);
/* harmony import */ var _monitor_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42570);
/* harmony import */ var _readings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63231);
/* harmony import */ var _rollback_guard_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(62054);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(36196);
/* harmony import */ var _dispatch_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(24306);







async function decideOnAlert(cluster, request, subject, asked) {
    const source = (0,_analysis_prometheus_js__WEBPACK_IMPORTED_MODULE_0__/* .prometheusOf */ ._)((0,_subject_js__WEBPACK_IMPORTED_MODULE_5__.requirePrometheus)(subject), cluster, request.env);
    const [known, clock] = await Promise.all([(0,_monitor_js__WEBPACK_IMPORTED_MODULE_2__.liveRelease)(cluster, request), source.now()]);
    const refusal = (0,_rollback_guard_js__WEBPACK_IMPORTED_MODULE_4__/* .rollbackRefusal */ .h)(subject.settings.rollback, known);
    const live = known.releases.find(({ record }) => record.release === known.live);
    if (refusal !== undefined || live === undefined)
        return { state: 'ignored', reason: refusal ?? 'no release is live' };
    if (!clock.ok)
        return { state: 'unknown', reason: clock.detail };
    const began = Date.parse(live.record.at);
    const { query, failures } = (0,_readings_js__WEBPACK_IMPORTED_MODULE_3__/* .asking */ .os)(source);
    const [firing, objectives] = await Promise.all([
        (0,_readings_js__WEBPACK_IMPORTED_MODULE_3__/* .readAlerts */ .K5)(query, subject, clock.value),
        (0,_readings_js__WEBPACK_IMPORTED_MODULE_3__/* .readObjectives */ .B0)(query, subject, {
            before: { from: began - subject.settings.compare, to: began },
            after: { from: (0,_rollback_guard_js__WEBPACK_IMPORTED_MODULE_4__/* .liveSince */ .d)(live) ?? began, to: clock.value },
        }),
    ]);
    const [failure] = failures;
    if (failure !== undefined)
        return { state: 'unknown', reason: failure };
    const alert = (0,_dispatch_js__WEBPACK_IMPORTED_MODULE_6__.confirmedAlert)(asked, firing, began);
    if ('ignored' in alert)
        return { state: 'ignored', reason: alert.ignored };
    const burnt = objectives.flatMap(each => (0,_health_js__WEBPACK_IMPORTED_MODULE_1__/* .budgetReasons */ .vp)(each, subject.objectives.window));
    if ((0,_health_js__WEBPACK_IMPORTED_MODULE_1__/* .isBurnAlert */ .AC)(alert.name) && !burnt.some(({ sinceRelease }) => sinceRelease))
        return {
            state: 'ignored',
            reason: `since release ${live.record.release} went live, requests do not burn the error budget faster than before`,
        };
    const { name, severity, since = 0 } = alert;
    return {
        ...{ state: 'rollback', release: live.record.release },
        because: `the alert ${name} (${severity}) has been firing since ${new Date(since).toISOString()}`,
    };
}


/***/ }),

/***/ 24306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   confirmedAlert: () => (/* binding */ confirmedAlert),
/* harmony export */   longestPayload: () => (/* binding */ longestPayload),
/* harmony export */   readPayload: () => (/* binding */ readPayload)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);



const longestPayload = 64 * 1024;
const short = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(1000);
const bodySchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    version: zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('4'), zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(4)]),
    alerts: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ status: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['firing', 'resolved']), labels: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(short, short) }))
        .min(1)
        .max(1000),
});
const envelopeSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    body: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(longestPayload),
    signature: short.optional(),
});
function readPayload(text, subject, secret) {
    if (text.length > longestPayload)
        return { ignored: `the payload is larger than ${longestPayload / 1024} KiB` };
    const payload = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(text);
    const envelope = envelopeSchema.safeParse(payload);
    if (secret !== undefined && !(envelope.success && isSignedWith(secret, envelope.data)))
        return { ignored: 'the payload is not signed with the secret of `monitoring.rollback`' };
    const body = bodySchema.safeParse(envelope.success ? (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(envelope.data.body) : payload);
    if (!body.success)
        return { ignored: "the payload is not that of Alertmanager's webhook in version 4" };
    const { app, environment } = subject;
    const ours = body.data.alerts.filter(({ labels }) => labels.app === app && labels.environment === environment);
    if (ours.length === 0)
        return { ignored: `no alert in the payload is about ${app} in ${environment}` };
    const firing = ours.filter(({ status }) => status === 'firing').map(({ labels }) => labels.alertname);
    if (firing.length === 0)
        return { ignored: 'the alerts in the payload are resolved' };
    const names = (subject.settings.rollback?.alerts ?? []).filter(name => firing.includes(name));
    if (names.length > 0)
        return names;
    return {
        ignored: 'none of the alerts in the payload may start a rollback; `monitoring.rollback.alerts` names those that may',
    };
}
function confirmedAlert(names, firing, began) {
    const real = firing.filter(({ name, scraped }) => names.includes(name) && !scraped);
    if (real.length === 0)
        return { ignored: `Prometheus does not say that ${names.join(' or ')} is firing now` };
    const older = `${real.map(({ name }) => name).join(' and ')} began before the rollout of the live release`;
    return real.find(({ since }) => since !== undefined && since >= began) ?? { ignored: older };
}
function isSignedWith(secret, { body, signature = '' }) {
    const right = Buffer.from(`sha256=${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', secret).update(body).digest('hex')}`);
    const given = Buffer.from(signature.trim().toLowerCase());
    return right.length === given.length && (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.timingSafeEqual)(right, given);
}


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

/***/ 35831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ quantile)
/* harmony export */ });
function quantile(values, share) {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}


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



function commonOf(targets, moves) {
    const { writer, podLabels } = targets;
    const matching = ({ services }) => (0,_service_patches_js__WEBPACK_IMPORTED_MODULE_2__/* .servicesMatching */ .oq)(services, podLabels, writer.app, targets, moves);
    return {
        pin: (objects, weight) => {
            const service = moves === 'selector' && weight > 0 ? serviceOf(targets, objects) : undefined;
            const free = service !== undefined && (0,_service_patches_js__WEBPACK_IMPORTED_MODULE_2__/* .isPinned */ .T4)(service, writer.app) ? service : undefined;
            return matching(objects)
                .matching.filter(each => each !== free)
                .flatMap(each => patchOfService(targets, each, (0,_service_patches_js__WEBPACK_IMPORTED_MODULE_2__/* .pinPatch */ .OD)(each, writer)));
        },
        unpin: ({ services }) => services
            .filter(({ metadata }) => metadata?.name !== targets.canaryService)
            .flatMap(each => patchOfService(targets, each, (0,_service_patches_js__WEBPACK_IMPORTED_MODULE_2__/* .unpinPatch */ .bv)(each, writer))),
        restoredByWatchdog: ({ routes, services }, since) => {
            const names = (kind, objects) => objects
                .filter(object => (0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .isRestoredByWatchdog */ .Hn)(object, writer, since))
                .map(({ metadata }) => `${kind}/${metadata?.name}`);
            return [...names('HTTPRoute', routes), ...names('Service', services)];
        },
        problems: objects => matching(objects).problems,
        buildCanaryService: (objects, owner) => {
            const service = serviceOf(targets, objects);
            if (service === undefined)
                throw new Error(`Service/${targets.service} does not exist`);
            return (0,_service_patches_js__WEBPACK_IMPORTED_MODULE_2__/* .canaryServiceOf */ .bF)(service, { name: targets.canaryService, writer, owner });
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

/***/ 26447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IV: () => (/* binding */ selectBothTracksPatch),
/* harmony export */   OD: () => (/* binding */ pinPatch),
/* harmony export */   T4: () => (/* binding */ isPinned),
/* harmony export */   VS: () => (/* binding */ trackOf),
/* harmony export */   bF: () => (/* binding */ canaryServiceOf),
/* harmony export */   bv: () => (/* binding */ unpinPatch),
/* harmony export */   fx: () => (/* binding */ switchPatch),
/* harmony export */   oq: () => (/* binding */ servicesMatching)
/* harmony export */ });
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
    const present = trackOf(service);
    if (!isPinned(service, writer.app))
        return notes.length === 0 ? [] : [...(0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .fencingTests */ .G$)(service, writer), ...notes];
    return [
        ...(0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .fencingTests */ .G$)(service, writer),
        ...(present === undefined
            ? []
            : [
                { op: 'test', path: trackPath, value: present },
                { op: 'remove', path: trackPath },
            ]),
        ...(0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .annotate */ .fz)(service, _fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .annotationOf */ .lW.pinned(writer.app), undefined),
        ...notes,
    ];
}
function selectBothTracksPatch(service, writer) {
    const present = trackOf(service);
    if (present === undefined)
        return [];
    return [
        ...(0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .fencingTests */ .G$)(service, writer),
        { op: 'test', path: trackPath, value: present },
        { op: 'remove', path: trackPath },
    ];
}
function switchPatch(service, writer, to) {
    return [...(0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .fencingTests */ .G$)(service, writer), { op: 'add', path: trackPath, value: to }];
}
function canaryServiceOf(service, options) {
    const { name, writer, owner } = options;
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
            labels: { ...service.metadata?.labels },
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
function servicesMatching(services, podLabels, app, names, moves = 'routes') {
    const others = services.filter(({ metadata }) => metadata?.name !== names.canaryService);
    const main = others.find(({ metadata }) => metadata?.name === names.service);
    const selecting = others.filter(service => selects(service, podLabels));
    const strange = selecting.filter(service => {
        const bound = trackOf(service);
        if (bound === undefined || isPinned(service, app))
            return false;
        return bound !== 'stable' || (moves === 'selector' && service === main);
    });
    return {
        matching: selecting.filter(service => trackOf(service) === undefined || isPinned(service, app)),
        problems: [
            ...mainProblems(main, names.service, podLabels),
            ...strange.map(service => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the selector of Service/${service.metadata?.name} already has ${_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .track */ .u4}: ${trackOf(service)}`, 'remove it, because Slipway adds and removes it during a rollout')),
        ],
    };
}
function selects({ spec }, podLabels) {
    const selector = Object.entries(spec?.selector ?? {});
    return (spec?.type !== 'ExternalName' &&
        selector.length > 0 &&
        selector.every(([label, value]) => label === _fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .track */ .u4 || podLabels[label] === value));
}
function mainProblems(main, name, podLabels) {
    if (main === undefined) {
        return [new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`Service/${name} does not exist`, 'add it to the manifests')];
    }
    if (main.spec?.type === 'ExternalName') {
        return [
            new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`Service/${name} is an ExternalName, which has no pods to split traffic between`, 'name the Service that selects the pods of the workload'),
        ];
    }
    if (Object.keys(main.spec?.selector ?? {}).length === 0) {
        return [
            new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`Service/${name} has no selector, so Slipway cannot control where its traffic goes`, 'give it a selector that matches the pods of the workload'),
        ];
    }
    if (selects(main, podLabels))
        return [];
    return [
        new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`Service/${name} does not select the pods of the workload`, 'change its selector to match the labels of the pod template'),
    ];
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

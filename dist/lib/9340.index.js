export const id = 9340;
export const ids = [9340];
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

/***/ 95761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EB: () => (/* binding */ addProblems),
/* harmony export */   GS: () => (/* binding */ placed),
/* harmony export */   Gz: () => (/* binding */ below)
/* harmony export */ });
const placed = (path, message) => message === undefined ? [] : [{ path, message }];
const below = (key, problems) => problems.map(({ path, message }) => ({ path: [key, ...path], message }));
function addProblems(problems, { addIssue }) {
    for (const { path, message } of problems)
        addIssue({ code: 'custom', path, message });
}


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

/***/ 93119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hB: () => (/* binding */ roundTicks),
/* harmony export */   pv: () => (/* binding */ niceTop)
/* harmony export */ });
/* unused harmony export roundStep */
function roundStep(length, most) {
    if (!(length > 0) || !Number.isFinite(length))
        return 1;
    const rough = length / most;
    const power = 10 ** Math.floor(Math.log10(rough));
    const factor = [1, 2, 5, 10].find(each => each * power >= rough * (1 - 1e-9)) ?? 10;
    return factor * power;
}
function roundTicks(from, to, most = 6) {
    const step = roundStep(to - from, most);
    const first = Math.ceil(from / step - 1e-9);
    const last = Math.floor(to / step + 1e-9);
    const digits = Math.max(0, -Math.floor(Math.log10(step)));
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => Number(((first + index) * step).toFixed(digits)));
}
function niceTop(value) {
    if (!(value > 0) || !Number.isFinite(value))
        return 1;
    const step = roundStep(value, 5);
    return Number((Math.ceil(value / step - 1e-9) * step).toPrecision(12));
}


/***/ }),

/***/ 84859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   costSummary: () => (/* binding */ costSummary)
/* harmony export */ });
/* harmony import */ var _cost_judgement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47624);
/* harmony import */ var _monitoring_health_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32588);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(991);
/* harmony import */ var _axis_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(93119);
/* harmony import */ var _downsample_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(70520);
/* harmony import */ var _mermaid_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72435);
/* harmony import */ var _summary_parts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8731);







const marks = { pass: '✅', fail: '❌', unknown: '⚠️' };
const icons = { met: '✅', 'not-met': '⚠️', unknown: '❔', 'not-applicable': '·' };
const mostPoints = 60;
function costSummary(app, environment, result) {
    const { verdict, total, settings, costs, assessments, failures } = result;
    const { currency } = settings;
    const sum = total.monthly === undefined ? `at least ${(0,_cost_judgement_js__WEBPACK_IMPORTED_MODULE_0__/* .money */ .TG)(total.known, currency)}` : (0,_cost_judgement_js__WEBPACK_IMPORTED_MODULE_0__/* .money */ .TG)(total.monthly, currency);
    const share = total.idleShare === undefined ? 'unknown' : (0,_monitoring_health_js__WEBPACK_IMPORTED_MODULE_1__/* .percent */ .KN)(total.idleShare);
    return (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .paragraphs */ .qN)([
        `### ${marks[verdict]} Cost: ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(app)} in ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(environment)}: ${sum} a month, ${share} of it idle`,
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)([
            'workload',
            'pods',
            'CPU requested',
            'CPU P95',
            'GiB requested',
            'GiB P95',
            'GiB stored',
            'idle',
            'a month',
        ], costs.map(each => rowOf(each, currency))),
        trendText(result.trend, currency),
        chartOf(result),
        assessments
            .filter(({ status, rule }) => status !== 'not-applicable' && rule !== 'cost-workload')
            .map(each => `- ${each.level === 'error' && each.status === 'not-met' ? '❌' : icons[each.status]} ${each.id}: ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(each.what)}`)
            .join('\n'),
        (0,_summary_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .bullets */ .e5)(failures.map(each => `⚠️ ${each}`)),
    ]);
}
const number = (value) => (value === undefined ? '?' : String(Number(value.toFixed(2))));
function rowOf(each, currency) {
    const { requested, used, idle, compute, monthly, storage } = each;
    const share = idle === undefined || !compute ? '?' : (0,_monitoring_health_js__WEBPACK_IMPORTED_MODULE_1__/* .percent */ .KN)(idle / compute);
    return [
        ...[each.workload, number(each.pods), number(requested.cores), number(used.cores)],
        ...[number(requested.gib), number(used.gib), number(storage), share],
        monthly === undefined ? `unknown: ${each.unknown.join(', ')}` : (0,_cost_judgement_js__WEBPACK_IMPORTED_MODULE_0__/* .money */ .TG)(monthly, currency),
    ];
}
function trendText(trend, currency) {
    if ('status' in trend)
        return `Since the last release: ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(trend.what)}.`;
    const of = ({ monthly, cores, gib }) => `${monthly === undefined ? 'unknown' : (0,_cost_judgement_js__WEBPACK_IMPORTED_MODULE_0__/* .money */ .TG)(monthly, currency)} a month, ${number(cores)} cores and ${number(gib)} GiB used`;
    return `Before release ${trend.release}: ${of(trend.before)}. Since then: ${of(trend.after)}.`;
}
function chartOf({ costs, whatIfs, usage, demands }) {
    const simulated = new Map(whatIfs.flatMap(each => ('pods' in each ? [[each.workload, each.pods]] : [])));
    const rank = ({ workload, monthly = 0 }) => monthly + (simulated.has(workload) ? 1e12 : 0);
    for (const { workload, pods } of [...costs].sort((a, b) => rank(b) - rank(a))) {
        const used = usage.get(workload)?.cores ?? [];
        const each = demands.find(({ title }) => title === workload)?.cores;
        if (used.length < 2 || pods === undefined || each === undefined)
            continue;
        const scaled = new Map(simulated.get(workload));
        const values = used.map(([, value]) => value);
        const shown = new Set((0,_downsample_js__WEBPACK_IMPORTED_MODULE_5__/* .downsample */ .J)(values, mostPoints));
        const chosen = used.filter((_, at) => shown.has(at));
        const lines = [
            { name: 'requested', color: 'blue', values: chosen.map(() => pods * each) },
            { name: 'used', color: 'orange', values: chosen.map(([, value]) => value) },
        ];
        if (scaled.size > 0)
            lines.push({
                name: `requested by an autoscaler (expected: ${_cost_judgement_js__WEBPACK_IMPORTED_MODULE_0__/* .expectedSavings */ .Mr.autoscaling} less)`,
                color: 'green',
                values: chosen.map(([at]) => (scaled.get(at) ?? 0) * each),
            });
        const hours = ((used.at(-1)?.[0] ?? 0) - (used[0]?.[0] ?? 0)) / 3_600_000;
        const top = (0,_axis_js__WEBPACK_IMPORTED_MODULE_6__/* .niceTop */ .pv)(Math.max(...lines.flatMap(({ values }) => values)));
        const x = { name: 'hours', from: 0, to: hours };
        return (0,_mermaid_js__WEBPACK_IMPORTED_MODULE_2__/* .xychart */ .w)({ title: `CPU of ${workload}`, x, y: { name: 'cores', from: 0, to: top }, lines });
    }
    return '';
}


/***/ }),

/***/ 70520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ downsample)
/* harmony export */ });
function downsample(values, most) {
    const last = values.length - 1;
    if (values.length <= most)
        return values.map((_, index) => index);
    const stretches = Math.floor((most - 2) / 2);
    const inner = Array.from({ length: stretches }, (_, stretch) => {
        const from = 1 + Math.floor((stretch * (last - 1)) / stretches);
        const to = 1 + Math.floor(((stretch + 1) * (last - 1)) / stretches);
        return extremes(values, from, to);
    });
    return [0, ...inner.flat(), last];
}
function extremes(values, from, to) {
    let low = from;
    let high = from;
    for (let index = from; index < to; index += 1) {
        const value = values[index];
        if (value === undefined)
            continue;
        if (value < (values[low] ?? Number.POSITIVE_INFINITY))
            low = index;
        if (value > (values[high] ?? Number.NEGATIVE_INFINITY))
            high = index;
    }
    const other = low === from ? to - 1 : from;
    const [first, second] = low === high ? [low, other] : [low, high];
    if (first === second)
        return [first];
    return first < second ? [first, second] : [second, first];
}


/***/ }),

/***/ 72435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ plain),
/* harmony export */   w: () => (/* binding */ xychart)
/* harmony export */ });
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(991);

const colors = {
    blue: { hex: '#2f81f7', square: '🟦' },
    orange: { hex: '#e8590c', square: '🟧' },
    green: { hex: '#2da44e', square: '🟩' },
    red: { hex: '#cf222e', square: '🟥' },
    purple: { hex: '#8250df', square: '🟪' },
};
function xychart({ title, x, y, lines }) {
    const points = Math.max(0, ...lines.map(({ values }) => values.length));
    if (points < 2)
        return '';
    const palette = lines.map(({ color }) => colors[color].hex).join(', ');
    const settings = {
        xyChart: { width: 900, height: 280 },
        themeVariables: { xyChart: { plotColorPalette: palette } },
    };
    const legend = lines.map(({ name, color: colour }) => `${colors[colour].square} ${name}`).join(' ');
    const chart = (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fenced */ .OF)('mermaid', [
        `%%{init: ${JSON.stringify(settings)}}%%`,
        'xychart-beta',
        `    title "${plain(title)}"`,
        `    x-axis "${plain(x.name)}" ${decimal(x.from)} --> ${decimal(x.to)}`,
        `    y-axis "${plain(y.name)}" ${decimal(y.from)} --> ${decimal(y.to)}`,
        ...lines.map(({ values }) => `    line [${values.map(decimal).join(', ')}]`),
    ]);
    return `${chart}\n\n${legend}`;
}
function plain(text) {
    return text
        .replace(/[^\p{Letter}\p{Number} .,:/%()_+-]/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 80);
}
function decimal(value) {
    const rounded = Number.isFinite(value) ? value.toFixed(4).replace(/\.?0+$/, '') : '0';
    return rounded === '-0' ? '0' : rounded;
}


/***/ })

};

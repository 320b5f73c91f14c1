export const id = 6509;
export const ids = [6509,5139];
export const modules = {

/***/ 24020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yq: () => (/* binding */ formatDate),
/* harmony export */   cL: () => (/* binding */ formatParts),
/* harmony export */   xF: () => (/* binding */ parseDateFormat)
/* harmony export */ });
const padded = (value, width) => String(value).padStart(width, '0');
const fields = {
    YYYY: ({ year }) => padded(year, 4),
    YY: ({ year }) => padded(year % 100, 2),
    MM: ({ month }) => padded(month, 2),
    M: ({ month }) => String(month),
    DDDD: (clock) => padded(dayOfYear(clock), 3),
    DD: ({ day }) => padded(day, 2),
    D: ({ day }) => String(day),
    HH: ({ hour }) => padded(hour, 2),
    H: ({ hour }) => String(hour),
    mm: ({ minute }) => padded(minute, 2),
    m: ({ minute }) => String(minute),
    ss: ({ second }) => padded(second, 2),
    s: ({ second }) => String(second),
    X: ({ epoch }) => String(epoch),
};
const formatParts = Object.keys(fields);
function parseDateFormat(format) {
    return (format.match(/\[[^\]]*\]|([A-Za-z])\1*|[^A-Za-z[]+|\[/g) ?? []).map((text) => {
        if (text.length > 1 && text.startsWith('['))
            return { kind: 'text', text: text.slice(1, -1) };
        if (!/^[A-Za-z]/.test(text))
            return { kind: 'text', text };
        const field = formatParts.find(each => each === text);
        return field === undefined ? { kind: 'unknown', text } : { kind: 'field', field };
    });
}
function formatDate(seconds, format, zone) {
    const clock = clockAt(seconds, zone);
    return parseDateFormat(format)
        .map(part => (part.kind === 'field' ? fields[part.field](clock) : part.text))
        .join('');
}
function clockAt(seconds, zone) {
    const numbers = { year: 'numeric', month: '2-digit', day: '2-digit' };
    const times = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' };
    const parts = new Intl.DateTimeFormat('en', {
        timeZone: zone,
        calendar: 'gregory',
        ...numbers,
        ...times,
    }).formatToParts(new Date(seconds * 1000));
    const of = (type) => Number(parts.find(part => part.type === type)?.value ?? 0);
    return {
        year: of('year'),
        month: of('month'),
        day: of('day'),
        hour: of('hour'),
        minute: of('minute'),
        second: of('second'),
        epoch: Math.floor(seconds),
    };
}
function dayOfYear({ year, month, day }) {
    return (Date.UTC(year, month - 1, day) - Date.UTC(year, 0, 0)) / 86_400_000;
}


/***/ }),

/***/ 40217:
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
/* harmony export */   sJ: () => (/* binding */ mediaTypeSchema),
/* harmony export */   sK: () => (/* binding */ durationSchema),
/* harmony export */   vd: () => (/* binding */ platformSchema),
/* harmony export */   x0: () => (/* binding */ objectSchema),
/* harmony export */   x7: () => (/* binding */ fileNameSchema),
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
    problem: 'is no number of days',
    remedy: 'write days such as 7d, at most 999d',
});
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
const percentSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .codec */ .rLB(text(/^(100|[0-9]{1,2}(\.[0-9]+)?)%$/, {
    problem: 'is not a percentage',
    remedy: 'write a number from 0 to 100 with "%", such as 70%',
}), zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), { decode: written => Number(written.slice(0, -1)), encode: share => `${share}%` });
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


/***/ }),

/***/ 92063:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   In: () => (/* binding */ levelOf),
/* harmony export */   MW: () => (/* binding */ dockerfileRules),
/* harmony export */   R5: () => (/* binding */ rulePattern),
/* harmony export */   bz: () => (/* binding */ imageRules),
/* harmony export */   jO: () => (/* binding */ suggestRule),
/* harmony export */   uo: () => (/* binding */ isRuleName),
/* harmony export */   yr: () => (/* binding */ levels)
/* harmony export */ });
/* unused harmony exports buildkitRules, buildkitLevel, buildkitChecks, ruleNames */
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34182);

const levels = ['off', 'info', 'warning', 'error'];
const dockerfileRules = {
    syntax: 'error',
    'multi-stage': 'warning',
    'build-tools': 'warning',
    'base-allowed': 'error',
    'base-tag': 'error',
    'base-version': 'warning',
    'base-digest': 'warning',
    'base-argument': 'warning',
    'user-root': 'error',
    'user-missing': 'warning',
    'user-numeric': 'info',
    'npm-ci': 'warning',
    'frozen-lockfile': 'warning',
    'lock-file': 'warning',
    'copy-order': 'warning',
    'pin-apt': 'warning',
    'pin-apk': 'warning',
    'pin-dnf': 'warning',
    'pin-pip': 'warning',
    'pin-npm': 'warning',
    'pin-go': 'warning',
    'pin-gem': 'warning',
    'pin-cargo': 'warning',
    'apt-update': 'warning',
    'apt-yes': 'warning',
    'apt-recommends': 'info',
    'system-upgrade': 'warning',
    'package-cache': 'info',
    'add-url': 'warning',
    'add-file': 'info',
    'pipe-to-shell': 'warning',
    'unverified-download': 'info',
    'insecure-download': 'warning',
    'git-clone': 'info',
    sudo: 'warning',
    'sudo-nopasswd': 'error',
    'world-writable': 'error',
    'setuid-bit': 'warning',
    'secret-name': 'error',
    'secret-value': 'error',
    'secret-file': 'error',
    dockerignore: 'warning',
    'exec-form': 'warning',
    healthcheck: 'info',
    pipefail: 'info',
    onbuild: 'info',
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
    return near === undefined ? 'docs/policy.md lists them all' : `did you mean \`${near}\`?`;
}
function levelOf(rule, set) {
    if (Object.hasOwn(set, rule) && set[rule] !== undefined)
        return set[rule];
    if (Object.hasOwn(ownRules, rule))
        return ownRules[rule] ?? 'warning';
    return set[buildkitRules] ?? buildkitLevel;
}


/***/ }),

/***/ 86509:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pj: () => (/* binding */ environmentFields),
  dM: () => (/* binding */ slipwaySchema)
});

// UNUSED EXPORTS: environmentSchema

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __webpack_require__(88532);
// EXTERNAL MODULE: ./.build/js/src/config/grammar.js
var grammar = __webpack_require__(40217);
;// CONCATENATED MODULE: ./.build/js/src/config/cluster.js


const clusterSchema = schemas/* strictObject */.rej({
    server: grammar/* serverSchema */.zT.meta({
        description: 'The address of the API server.',
        example: 'https://api.cluster.example.com:6443',
    }),
    ca: grammar/* fileNameSchema */.x7.exactOptional().meta({
        description: 'The PEM file with the certificate of its authority, relative to slipway.yml. Default: those of the system.',
        example: 'deploy/cluster-ca.pem',
    }),
    audience: schemas/* string */.YjP()
        .regex(/^[\x21-\x7e]+$/, {
        error: 'is not an audience; write the one that the API server was configured with',
    })
        .meta({
        description: 'The audience of the GitHub OIDC token that the API server accepts.',
        example: 'shop-production',
    }),
});

// EXTERNAL MODULE: ./.build/js/src/config/suggest.js
var suggest = __webpack_require__(34182);
// EXTERNAL MODULE: ./.build/js/src/config/template.js
var template = __webpack_require__(1808);
;// CONCATENATED MODULE: ./.build/js/src/config/tag-rules.js


const ruleTypes = ['schedule', 'semver', 'match', 'edge', 'ref', 'raw', 'sha'];
const refEvents = ['branch', 'tag', 'pr'];
const shaFormats = ['short', 'long'];
const conditions = ['{{is_default_branch}}', '{{is_not_default_branch}}'];
const priorities = {
    schedule: 1000,
    semver: 900,
    match: 800,
    edge: 700,
    ref: 600,
    raw: 200,
    sha: 100,
};
const tag_rules_text = () => schemas/* string */.YjP();
const ruleFields = schemas/* strictObject */.rej({
    type: schemas/* enum */.k5n(ruleTypes)
        .meta({ description: 'What the tag is made of; docs/images.md has a table.', example: 'semver' }),
    enable: schemas/* union */.KCZ([schemas/* boolean */.zMY(), schemas/* enum */.k5n(conditions)], {
        error: `is neither true nor false; write one of them, or '${conditions[0]}' in quotes`,
    })
        .exactOptional()
        .meta({
        description: 'Whether the rule is used: `true`, `false`, or by the branch, `{{is_default_branch}}` or `{{is_not_default_branch}}`. Default: `true`.',
        example: '{{is_default_branch}}',
    }),
    priority: schemas/* int */.Whr({ error: 'is no whole number; write one such as 900' })
        .min(0, { error: 'is below zero; write 0 or more' })
        .exactOptional()
        .meta({
        description: 'Tags are ordered by it, the largest first; the first tag is the version. Default: by type.',
        example: 900,
    }),
    prefix: tag_rules_text()
        .exactOptional()
        .meta({ description: 'What stands before this tag, instead of the prefix of all.', example: 'v' }),
    suffix: tag_rules_text()
        .exactOptional()
        .meta({ description: 'What stands after this tag, instead of the suffix of all.', example: '-slim' }),
    pattern: tag_rules_text().min(1, { error: 'is empty; write what the tag is made of' }).exactOptional().meta({
        description: 'Of `semver` and `schedule`: a template of the tag. Of `match`: a regular expression that is looked for in the Git tag.',
        example: '{{major}}.{{minor}}',
    }),
    value: tag_rules_text().min(1, { error: 'is empty; write the text, or take it out' }).exactOptional().meta({
        description: 'Of `raw`: the tag, a template. Of `semver` and `match`: what is read instead of the Git tag.',
        example: 'stable',
    }),
    match: tag_rules_text()
        .min(1, { error: 'is empty; write a regular expression, or take it out' })
        .exactOptional()
        .meta({
        description: 'Of `semver`: a regular expression for the version in the Git tag; its first group, or all of it. Default: the whole tag.',
        example: 'shop-(v.+)',
    }),
    group: schemas/* int */.Whr({ error: 'is no whole number; write the number of a group, 0 for all of the match' })
        .min(0, { error: 'is below zero; write the number of a group, 0 for all of the match' })
        .exactOptional()
        .meta({
        description: 'Of `match`: the group that is the tag. Default: `0`, all of the match.',
        example: 1,
    }),
    branch: tag_rules_text()
        .min(1, { error: 'is empty; write the name of a branch, or take it out' })
        .exactOptional()
        .meta({ description: 'Of `edge`: the branch. Default: the default branch.', example: 'main' }),
    event: schemas/* enum */.k5n(refEvents)
        .exactOptional()
        .meta({ description: 'Of `ref`: what is built, a `branch`, a `tag` or a `pr`.', example: 'branch' }),
    format: schemas/* enum */.k5n(shaFormats).exactOptional().meta({
        description: 'Of `sha`: 7 digits of the commit (`short`), or all of them (`long`). Default: `short`.',
        example: 'long',
    }),
});
const attributes = {
    schedule: { takes: ['pattern'] },
    semver: { needs: 'pattern', takes: ['pattern', 'value', 'match'] },
    match: { needs: 'pattern', takes: ['pattern', 'group', 'value'] },
    edge: { takes: ['branch'] },
    ref: { needs: 'event', takes: ['event'] },
    raw: { needs: 'value', takes: ['value'] },
    sha: { takes: ['format'] },
};
const samples = {
    pattern: { semver: "pattern: '{{version}}'", match: "pattern: 'v(.*)'" },
    event: { ref: 'event: branch' },
    value: { raw: 'value: stable' },
};
const ruleSchema = ruleFields.transform((written, context) => {
    if (context.issues.length > 0)
        return core/* NEVER */.tm;
    const mistakes = mistakesOf(written);
    for (const { at, message } of mistakes)
        context.addIssue({ code: 'custom', message, path: at === undefined ? [] : [at] });
    return mistakes.length > 0 ? core/* NEVER */.tm : withDefaults(written);
});
function mistakesOf(rule) {
    const { needs, takes } = attributes[rule.type];
    if (needs !== undefined && rule[needs] === undefined)
        return [
            { message: `is a ${rule.type} rule without \`${needs}\`; add \`${samples[needs]?.[rule.type]}\`` },
        ];
    const all = Object.keys(attributesOf(rule));
    const foreign = all.find(each => !takes.includes(each));
    if (foreign !== undefined) {
        const owners = ruleTypes.filter(type => attributes[type].takes.includes(foreign)).join(' and ');
        return [
            { at: foreign, message: `is of no use to a ${rule.type} rule; take it out, only ${owners} has it` },
        ];
    }
    const expressions = ['match', ...(rule.type === 'match' ? ['pattern'] : [])];
    return ['prefix', 'suffix', 'pattern', 'value', 'match'].flatMap(at => {
        const written = rule[at];
        if (written === undefined)
            return [];
        const mistake = expressions.includes(at)
            ? expressionMistake(written, rule.group)
            : (0,template/* templateMistake */.Rc)(written, rule.type === 'semver' && at === 'pattern' ? 'semver' : 'general');
        return mistake === undefined ? [] : [{ at, message: mistake }];
    });
}
function attributesOf(rule) {
    const { type, enable, priority, prefix, suffix, ...rest } = rule;
    return rest;
}
function expressionMistake(written, group = 0) {
    let groups;
    try {
        groups = (new RegExp(`${written}|`).exec('')?.length ?? 1) - 1;
    }
    catch {
        return 'is not a regular expression; fix it, as in v(.*)';
    }
    return group > groups ? `has no group ${group}; put parentheses around the part that is meant` : undefined;
}
function withDefaults(rule) {
    const { type, enable = true, priority = priorities[type], prefix, suffix } = rule;
    const all = {
        enable,
        priority,
        ...(prefix === undefined ? {} : { prefix }),
        ...(suffix === undefined ? {} : { suffix }),
    };
    const { pattern = '', value, match, group = 0, branch, event = 'branch', format = 'short' } = rule;
    const given = value === undefined ? {} : { value };
    switch (type) {
        case 'schedule':
            return { ...all, type, pattern: pattern === '' ? 'nightly' : pattern };
        case 'semver':
            return { ...all, type, pattern, ...given, ...(match === undefined ? {} : { match }) };
        case 'match':
            return { ...all, type, pattern, group, ...given };
        case 'edge':
            return { ...all, type, ...(branch === undefined ? {} : { branch }) };
        case 'ref':
            return { ...all, type, event };
        case 'raw':
            return { ...all, type, value: value ?? '' };
        case 'sha':
            return { ...all, type, format };
    }
}

;// CONCATENATED MODULE: ./.build/js/src/config/tags.js



const settingsFields = schemas/* strictObject */.rej({
    rules: schemas/* union */.KCZ([
        schemas/* literal */.euz('build.sh'),
        schemas/* array */.YOg(ruleSchema)
            .min(1, { error: 'is empty; list at least one rule, such as `- {type: ref, event: branch}`' }),
    ], { error: 'is neither a list of rules nor build.sh; write `rules: [{type: ref, event: branch}]`' })
        .meta({
        description: 'What tags are made of; `build.sh` plans those of the OpenHands script of that name.',
        example: [
            { type: 'semver', pattern: '{{version}}' },
            { type: 'ref', event: 'branch' },
        ],
    }),
    latest: schemas/* union */.KCZ([schemas/* literal */.euz('auto'), schemas/* boolean */.zMY()], { error: 'is not a choice; write auto, true or false' })
        .exactOptional()
        .meta({
        description: 'Whether there is `latest`: with a release (`auto`), always or never. It moves forward only. Default: `auto`.',
        example: 'auto',
    }),
    prefix: schemas/* string */.YjP()
        .exactOptional()
        .meta({ description: 'What stands before each tag but `latest`, a template.', example: 'shop-' }),
    suffix: schemas/* string */.YjP()
        .exactOptional()
        .meta({ description: 'What stands after each tag but `latest`, a template.', example: '-slim' }),
    onlatest: schemas/* boolean */.zMY({ error: 'is neither true nor false' })
        .exactOptional()
        .meta({ description: 'Put prefix and suffix around `latest`, too. Default: `false`.', example: true }),
});
const tagsSchema = settingsFields.transform((written, context) => {
    if (context.issues.length > 0)
        return core/* NEVER */.tm;
    const { rules, latest, prefix = '', suffix = '', onlatest } = written;
    if (rules === 'build.sh') {
        const foreign = ['latest', 'prefix', 'onlatest'].find(each => written[each] !== undefined);
        if (foreign !== undefined) {
            const message = 'is of no use beside build.sh, which has its own; take it out';
            context.addIssue({ code: 'custom', message, path: [foreign] });
            return core/* NEVER */.tm;
        }
    }
    for (const [at, value] of Object.entries({ prefix, suffix })) {
        const message = (0,template/* templateMistake */.Rc)(value, 'general');
        if (message !== undefined)
            context.addIssue({ code: 'custom', message, path: [at] });
    }
    return { rules, latest: latest ?? 'auto', prefix, suffix, onlatest: onlatest ?? rules === 'build.sh' };
});

;// CONCATENATED MODULE: ./.build/js/src/config/delivery.js





const argumentSchema = schemas/* string */.YjP().check(({ value, issues }) => {
    const message = (0,template/* templateMistake */.Rc)(value, 'argument');
    if (message !== undefined)
        issues.push({ code: 'custom', message, input: value });
});
const imageSchema = schemas/* strictObject */.rej({
    repository: grammar/* repositorySchema */._L.meta({
        description: 'The repository without tag or digest; containers of it get the digest of the release. What is built waits in `candidate` until `push` copies it here.',
        example: 'ghcr.io/acme/shop',
    }),
    candidate: grammar/* repositorySchema */._L.exactOptional().meta({
        description: 'Where what is built waits, with its cache: another repository, in the same registry or another one. Default: `<repository>-candidate`.',
        example: 'harbor.example.com/build/shop',
    }),
    mirrors: schemas/* array */.YOg(grammar/* repositorySchema */._L)
        .exactOptional()
        .meta({
        description: 'Further repositories, in the same registry or others, that get the same image, tags and signatures; nothing is released from them. Default: none.',
        example: ['docker.io/acme/shop'],
    }),
    context: grammar/* relativePathSchema */.hw
        .prefault('.')
        .meta({ description: 'The folder that the build may read, relative to slipway.yml.', example: 'web' }),
    dockerfile: grammar/* fileNameSchema */.x7
        .prefault('Dockerfile')
        .meta({ description: 'The Dockerfile, relative to `context`.', example: 'deploy/Dockerfile' }),
    target: grammar/* stageSchema */.it
        .exactOptional()
        .meta({ description: 'The stage to build. Default: the last one.', example: 'runtime' }),
    platforms: schemas/* array */.YOg(grammar/* platformSchema */.vd)
        .min(1, { error: 'is empty; list at least one platform, such as `- linux/amd64`' })
        .exactOptional()
        .meta({
        description: "The platforms to build for. Default: the builder's own.",
        example: ['linux/amd64', 'linux/arm64'],
    }),
    args: schemas/* record */.g1P(grammar/* argumentNameSchema */.SH, argumentSchema)
        .prefault({})
        .meta({
        description: "Build arguments. Never a secret: they stay in the image. `{{commit}}`, `{{sha}}`, `{{version}}`, `{{branch}}`, `{{tag}}` and `{{commit_date 'YYYY-MM-DD'}}` stand for those of the commit; what is not known is empty.",
        example: { NODE: '24', COMMIT: '{{commit}}' },
    }),
    secrets: schemas/* record */.g1P(grammar/* secretIdSchema */.n4, grammar/* environmentVariableSchema */.fj)
        .prefault({})
        .meta({
        description: 'Secrets that steps may mount (`RUN --mount=type=secret,id=…`), each from an environment variable. They never get into the image.',
        example: { npm: 'NPM_TOKEN' },
    }),
    budget: schemas/* strictObject */.rej({
        compressed: grammar/* bytesSchema */.XI.exactOptional().meta({
            description: 'The most that each platform may have, as it is stored and pulled.',
            example: '150MB',
        }),
        growth: grammar/* percentSchema */.nJ.exactOptional().meta({
            description: 'How much larger each platform may be than in the image that is deployed.',
            example: '10%',
        }),
    })
        .exactOptional()
        .meta({
        description: 'How large the image may be, by its manifest and to the byte.',
        example: { compressed: '150MB', growth: '10%' },
    }),
    bases: schemas/* array */.YOg((0,grammar/* labelSchema */.Gx)('the name of an image'))
        .prefault([])
        .meta({
        description: 'Other images of this file that the Dockerfile names in FROM; each stands for the digest that the same run built.',
        example: ['base'],
    }),
    tags: tagsSchema.exactOptional().meta({
        description: 'Which tags this image gets, instead of those of the whole file.',
        example: { rules: [{ type: 'ref', event: 'branch' }], suffix: '-slim' },
    }),
    labels: schemas/* record */.g1P(grammar/* metadataNameSchema */.Qd, schemas/* string */.YjP())
        .exactOptional()
        .meta({
        description: 'Labels, which are annotations of the image and its index, too. They win over those that are made from the commit; an empty one leaves that out.',
        example: { 'org.opencontainers.image.licenses': 'Apache-2.0' },
    }),
});
const candidateIn = (image) => image.candidate ?? `${image.repository}-candidate`;
function candidateProblems(images) {
    const released = new Set(Object.values(images).map(({ repository }) => repository));
    return Object.entries(images).flatMap(([name, image]) => {
        if (image.candidate === undefined)
            return [];
        const [twin] = Object.entries(images).flatMap(([other, each]) => other !== name && candidateIn(each) === image.candidate ? [other] : []);
        const message = released.has(image.candidate)
            ? 'is a repository that images are released from; name another, because what waits there is not scanned yet'
            : twin === undefined
                ? undefined
                : `is the candidate repository of ${twin}, too; name another, because each keeps its cache there`;
        return message === undefined ? [] : [{ path: [name, 'candidate'], message }];
    });
}
function mirrorProblems(images) {
    const taken = new Map(Object.entries(images).flatMap(([name, image]) => [
        [image.repository, `the repository of ${name}`],
        [candidateIn(image), `the candidate repository of ${name}`],
    ]));
    return Object.entries(images).flatMap(([name, { mirrors = [] }]) => mirrors.flatMap((mirror, index) => {
        const use = taken.get(mirror);
        taken.set(mirror, `a mirror of ${name}`);
        if (use === undefined)
            return [];
        return [
            {
                path: [name, 'mirrors', index],
                message: `is ${use}; name another repository`,
            },
        ];
    }));
}
function placeProblems(environments, images) {
    const waiting = new Set(Object.values(images).map(candidateIn));
    return Object.entries(environments).flatMap(([environment, { repositories = {} }]) => Object.entries(repositories).flatMap(([name, repository]) => {
        const message = !Object.hasOwn(images, name)
            ? `is for no image of this file; ${(0,suggest/* suggest */.ZA)(name, Object.keys(images))}`
            : waiting.has(repository)
                ? 'is where images wait for their scan; name another repository'
                : undefined;
        return message === undefined ? [] : [{ path: [environment, 'repositories', name], message }];
    }));
}
function baseProblems(images) {
    const leadsTo = (from, to, seen = new Set()) => from === to ||
        (!seen.has(from) &&
            (images[from]?.bases ?? []).some(base => leadsTo(base, to, new Set([...seen, from]))));
    return Object.entries(images).flatMap(([name, { bases }]) => bases.flatMap((base, index) => {
        const path = [name, 'bases', index];
        if (!Object.hasOwn(images, base)) {
            return [{ path, message: `names no image of this file; ${(0,suggest/* suggest */.ZA)(base, Object.keys(images))}` }];
        }
        return leadsTo(base, name)
            ? [{ path, message: 'is built from this image itself; take one of the two out' }]
            : [];
    }));
}
const testSchema = schemas/* strictObject */.rej({
    run: schemas/* string */.YjP()
        .regex(/\S/, { error: 'is empty; write the command that runs the tests, such as npm test' })
        .exactOptional()
        .meta({
        description: 'The command, run by bash in the folder of slipway.yml. Default: reports are only read.',
        example: 'npm test',
    }),
    junit: schemas/* array */.YOg(grammar/* relativePathSchema */.hw)
        .min(1, { error: 'is empty; list at least one file or pattern, such as `- reports/*.xml`' })
        .exactOptional()
        .meta({
        description: 'JUnit XML files that the command writes; `*` and `**` match.',
        example: ['reports/*.xml'],
    }),
    coverage: schemas/* strictObject */.rej({
        file: grammar/* relativePathSchema */.hw.meta({
            description: 'A Cobertura XML or LCOV file that the command writes.',
            example: 'reports/cobertura.xml',
        }),
        lines: grammar/* percentSchema */.nJ
            .exactOptional()
            .meta({ description: 'The share of lines that must be covered.', example: '70%' }),
        branches: grammar/* percentSchema */.nJ
            .exactOptional()
            .meta({ description: 'The share of branches that must be covered.', example: '60%' }),
    })
        .exactOptional()
        .meta({
        description: 'Test coverage and its thresholds.',
        example: { file: 'reports/cobertura.xml', lines: '70%' },
    }),
});

;// CONCATENATED MODULE: ./.build/js/src/config/exceptions.js


const dateSchema = (0,grammar/* text */.Qq)(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/, {
    problem: 'is not a date',
    remedy: 'write year, month and day, such as 2027-01-31',
}).refine(written => {
    const date = new Date(`${written}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written);
}, { error: 'is a day that does not exist; write another one, such as 2027-01-31', abort: true });
const said = (what, example) => (0,grammar/* text */.Qq)(/\S/, { problem: 'is empty', remedy: `say ${what}, such as ${example}` });
const answeredFor = {
    owner: said('who answers for it', 'platform-team').meta({
        description: 'Who answers for it.',
        example: 'platform-team',
    }),
    reason: said('why', 'the registry has no digests yet').meta({
        description: 'Why it is needed.',
        example: 'the registry has no digests yet',
    }),
    expires: dateSchema.meta({
        description: 'The day, in UTC, from which it holds no longer.',
        example: '2027-01-31',
    }),
};
function exceptionProblems(exceptions, images) {
    return exceptions.flatMap(({ image }, index) => image === undefined || Object.hasOwn(images, image)
        ? []
        : [
            {
                path: ['exceptions', index, 'image'],
                message: `names no image of this file; ${(0,suggest/* suggest */.ZA)(image, Object.keys(images))}`,
            },
        ]);
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
;// CONCATENATED MODULE: ./.build/js/src/config/gate.js



const prometheusSchema = schemas/* strictObject */.rej({
    service: grammar/* proxiedServiceSchema */.Qk.exactOptional().meta({
        description: "A Service with its namespace and port, reached through the API server's proxy.",
        example: 'monitoring/prometheus:9090',
    }),
    url: grammar/* addressSchema */.oL.exactOptional().meta({
        description: 'An address that the runner reaches.',
        example: 'https://prometheus.example.com',
    }),
    token: grammar/* environmentVariableSchema */.fj.exactOptional().meta({
        description: 'The environment variable that holds a bearer token for `url`. The reusable workflows hand none over: use `service` there, or actions in a job of your own.',
        example: 'PROMETHEUS_TOKEN',
    }),
})
    .refine(({ service, url }) => (service === undefined) !== (url === undefined), {
    error: 'needs either `service` or `url`; write `prometheus: {service: monitoring/prometheus:9090}`',
})
    .refine(({ url, token }) => token === undefined || url === undefined || url.startsWith('https:'), {
    error: 'would send the token to a `url` without TLS; write an https one, or leave out `token`',
});
const metricFields = {
    name: (0,grammar/* labelSchema */.Gx)('the name of a metric', 40).meta({
        description: 'What it is called in reports.',
        example: 'errors',
    }),
    max: grammar/* percentSchema */.nJ.exactOptional().meta({
        description: 'A limit beside the comparison: the share of bad requests that fails the release whatever the baseline does.',
        example: '2%',
    }),
    'dry-run': schemas/* boolean */.zMY({ error: 'is neither true nor false' })
        .prefault(false)
        .meta({ description: 'Judge and report it, without any consequence.', example: true }),
};
const flatMetricSchema = schemas/* strictObject */.rej({
    ...metricFields,
    total: grammar/* querySchema */.c$.exactOptional().meta({
        description: 'A counter of requests, with its labels, without functions; it goes with `bad`.',
        example: 'http_requests_total',
    }),
    bad: grammar/* querySchema */.c$.exactOptional().meta({
        description: 'The bad ones among them.',
        example: 'http_requests_total{code=~"5.."}',
    }),
    histogram: grammar/* querySchema */.c$.exactOptional().meta({
        description: 'Instead of both: a classic histogram of durations in seconds, without `_bucket`.',
        example: 'http_request_duration_seconds',
    }),
    slow: schemas/* array */.YOg(schemas/* number */.aig({ error: 'is no number of seconds' }).positive({ error: 'is no number of seconds above 0' }))
        .min(1, { error: 'is empty; list at least one boundary in seconds, or leave `slow` out' })
        .exactOptional()
        .meta({
        description: 'Boundaries in seconds above which a request is slow; they must be buckets. Default: chosen from the hour before.',
        example: [0.3, 1],
    }),
});
const metricSchema = schemas/* codec */.rLB(flatMetricSchema, schemas/* custom */.IeY(map/* isMap */.jh), {
    decode: (written, { issues }) => {
        if (issues.length > 0)
            return core/* NEVER */.tm;
        const { total, bad, histogram, slow, ...rest } = written;
        const refuse = (message) => {
            issues.push({ code: 'custom', message, input: written });
            return core/* NEVER */.tm;
        };
        if (histogram !== undefined) {
            if (total === undefined && bad === undefined)
                return { ...rest, histogram, ...(slow === undefined ? {} : { slow }) };
            return refuse('has `histogram` beside `total` or `bad`; make two metrics of them');
        }
        if (slow !== undefined)
            return refuse('has `slow` without `histogram`; add `histogram:`');
        if (total !== undefined && bad !== undefined)
            return { ...rest, total, bad };
        if (total !== undefined)
            return refuse('has `total` without `bad`; add the bad ones among them, such as `bad: http_requests_total{code=~"5.."}`');
        if (bad !== undefined)
            return refuse('has `bad` without `total`; add `total:`, the counter of all requests');
        return refuse('measures nothing; give it `total` and `bad`, or `histogram`');
    },
    encode: metric => metric,
});
const gateSchema = schemas/* strictObject */.rej({
    prometheus: prometheusSchema.meta({
        description: 'Where the metrics are.',
        example: { service: 'monitoring/prometheus:9090' },
    }),
    metrics: schemas/* array */.YOg(metricSchema)
        .min(1, { error: 'is empty; list at least one metric' })
        .meta({
        description: 'What is compared between the candidate and the baseline.',
        example: [{ name: 'errors', total: 'http_requests_total', bad: 'http_requests_total{code=~"5.."}' }],
    }),
    tick: grammar/* durationSchema */.sK.prefault('15s').meta({
        description: 'How often is looked; not shorter than the scrape interval.',
        example: '15s',
    }),
    'warm-up': grammar/* durationSchema */.sK.prefault('2m').meta({
        description: 'The age from which on what a pod counts is compared.',
        example: '2m',
    }),
    profile: schemas/* enum */.k5n(['auto', 'strict', 'standard', 'wide', 'gross']).prefault('auto').meta({
        description: 'How much worse a candidate may be and pass. Default: the strictest that the traffic can show in time.',
        example: 'standard',
    }),
    share: schemas/* union */.KCZ([
        schemas/* enum */.k5n(['contour', 'traefik', 'application']),
        schemas/* strictObject */.rej({ total: grammar/* querySchema */.c$, candidate: grammar/* querySchema */.c$ }),
    ], {
        error: 'is neither contour, traefik, application nor two queries; write `share: contour`, `share: traefik`, `share: application` or `share: {total: …, candidate: …}`',
    })
        .prefault('application')
        .meta({
        description: "How the share of the traffic that really arrived is measured: at a gateway by Contour (Envoy) or Traefik, from the application's own counters, or by two queries of counters.",
        example: 'contour',
    }),
});

;// CONCATENATED MODULE: ./.build/js/src/config/gateway.js


const second = 1000;
const minute = 60 * second;
const within = (least, most, text) => grammar/* durationSchema */.sK.refine((duration) => duration >= least && duration <= most, {
    error: `is out of range; choose a duration from ${text}`,
});
const gatewaySchema = schemas/* strictObject */.rej({
    acceptance: within(5 * second, 10 * minute, '5s to 10m')
        .prefault('2m')
        .meta({
        description: 'How long a gateway may take to report that it accepts a changed route; then the release is rolled back. One that refuses it has at most 30 s to change its mind.',
        example: '2m',
    }),
    arrival: within(second, 10 * minute, '1s to 10m')
        .prefault('2m')
        .meta({
        description: 'How long a weight may take to show in the requests. Until it does, its step does not begin to count; after it, a share that is not the weight ends the release as `no-data`.',
        example: '2m',
    }),
    drain: within(second, 5 * minute, '1s to 5m')
        .prefault('3s')
        .meta({
        description: 'How long after a change of weights the gateway may still send requests to where it sent them before: so long nothing is removed. Where weights took longer to arrive in this release, that time counts.',
        example: '1m',
    }),
});

;// CONCATENATED MODULE: ./.build/js/src/config/guards.js



const hookFields = schemas/* strictObject */.rej({
    job: grammar/* fileNameSchema */.x7.exactOptional().meta({
        description: 'The manifest of a Job, relative to slipway.yml and outside of `manifests`. It gets the digests and the configuration of the release.',
        example: 'hooks/migrate.yaml',
    }),
    run: schemas/* string */.YjP()
        .regex(/\S/, { error: 'is empty; write a command, such as ./scripts/announce' })
        .exactOptional()
        .meta({
        description: 'Instead of it: a command, run by bash on the runner, in the folder of slipway.yml.',
        example: './scripts/announce',
    }),
    within: grammar/* durationSchema */.sK
        .prefault('10m')
        .meta({ description: 'How long it may take before it counts as failed and is ended.', example: '10m' }),
});
const hookSchema = schemas/* codec */.rLB(hookFields, schemas/* custom */.IeY(map/* isMap */.jh), {
    decode: (written, { issues }) => {
        if (issues.length > 0)
            return core/* NEVER */.tm;
        const { job, run, within } = written;
        if (job !== undefined && run === undefined)
            return { job, within };
        if (run !== undefined && job === undefined)
            return { run, within };
        const message = job === undefined
            ? 'does nothing; give it `job: hooks/migrate.yaml`, or `run:` with a command'
            : 'has `job` and `run`; keep one of them';
        issues.push({ code: 'custom', message, input: written });
        return core/* NEVER */.tm;
    },
    encode: hook => hook,
});
const hooksSchema = schemas/* strictObject */.rej({
    pre: hookSchema.exactOptional().meta({
        description: 'Before anything of the release is applied, such as a migration of its database. When it fails, the release is refused.',
        example: { job: 'hooks/migrate.yaml' },
    }),
    post: hookSchema.exactOptional().meta({
        description: 'After the release serves everything. When it fails, the step fails.',
        example: { run: './scripts/announce' },
    }),
});
const reversibleSchema = schemas/* boolean */.zMY({ error: 'is neither true nor false' }).meta({
    description: 'Whether the version before may serve again after this one did. `false` blocks going back past it. Default: `true`.',
    example: false,
});

// EXTERNAL MODULE: ./.build/js/src/config/rules.js
var rules = __webpack_require__(92063);
;// CONCATENATED MODULE: ./.build/js/src/config/policy.js




const levelSchema = schemas/* enum */.k5n(rules/* levels */.yr, { error: 'is not a level; write off, info, warning or error' });
const policy_ruleSchema = schemas/* string */.YjP()
    .superRefine((name, context) => {
    if (!(0,rules/* isRuleName */.uo)(name))
        context.addIssue({ code: 'custom', message: `is not a rule; ${(0,rules/* suggestRule */.jO)(name)}` });
})
    .meta({ pattern: rules/* rulePattern */.R5 });
const baseSchema = (0,grammar/* text */.Qq)(/^[a-z0-9*][a-z0-9._/*-]*(:[0-9]{1,5}\/[a-z0-9._/*-]+)?(:[A-Za-z0-9_.*-]{1,128})?$/, {
    problem: 'is not a pattern of base images',
    remedy: 'write a repository, perhaps with a tag and "*", such as ghcr.io/acme/* or node:*-slim',
});
const exceptionFields = schemas/* strictObject */.rej({
    rule: policy_ruleSchema.meta({ description: 'The rule that it is an exception of.', example: 'base-digest' }),
    image: (0,grammar/* labelSchema */.Gx)('the name of an image')
        .exactOptional()
        .meta({ description: 'Only for this image of slipway.yml. Default: for all.', example: 'shop' }),
    path: (0,grammar/* text */.Qq)(/^[^\p{Cc}]+$/u, {
        problem: 'is not a path',
        remedy: 'write a path with "*" and "**", such as legacy/Dockerfile or /opt/**',
    })
        .exactOptional()
        .meta({
        description: 'Only there: the Dockerfile, relative to slipway.yml, or the file in the image; `*` and `**` match.',
        example: 'legacy/**',
    }),
    stage: (0,grammar/* text */.Qq)(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/, {
        problem: 'is not a stage',
        remedy: 'write the name of a stage, or the number of one that has none, such as build or 0',
    })
        .exactOptional()
        .meta({ description: 'Only in this stage of the Dockerfile.', example: 'build' }),
    line: (0,grammar/* text */.Qq)(/^[^\p{Cc}]+$/u, {
        problem: 'is not a pattern of a line',
        remedy: 'write the text of the line, with "*" for what varies, such as RUN apt-get install *',
    })
        .exactOptional()
        .meta({
        description: 'Only for lines of the Dockerfile that read so; `*` matches anything.',
        example: 'FROM registry.acme.example/*',
    }),
    ...answeredFor,
});
const mostRules = 300;
const rulesSchema = schemas/* record */.g1P(schemas/* string */.YjP(), levelSchema).check(({ value, issues }) => {
    const names = Object.keys(value);
    if (names.length > mostRules) {
        const message = 'names more rules than there are; keep those that differ';
        issues.push({ code: 'custom', message, input: value });
        return;
    }
    for (const name of names.filter(each => !(0,rules/* isRuleName */.uo)(each))) {
        const message = `is not a rule; ${(0,rules/* suggestRule */.jO)(name)}`;
        const inner = [{ code: 'custom', message, path: [], input: name }];
        issues.push({ code: 'invalid_key', origin: 'record', issues: inner, path: [name], input: value });
    }
});
const policySchema = schemas/* strictObject */.rej({
    rules: rulesSchema.prefault({}).meta({
        propertyNames: { pattern: rules/* rulePattern */.R5 },
        description: 'How serious what a rule finds is. Default: as docs/policy.md says of each.',
        example: { 'base-digest': 'error', healthcheck: 'off' },
    }),
    bases: schemas/* array */.YOg(baseSchema)
        .min(1, { error: 'is empty; list at least one pattern, such as `- node:*-slim`' })
        .exactOptional()
        .meta({
        description: 'The base images that may be used; `*` matches within a part of the name, `**` several parts. Default: any.',
        example: ['node:*-slim', 'ghcr.io/acme/**'],
    }),
    'ignore-comments': schemas/* boolean */.zMY({ error: 'is neither true nor false' })
        .prefault(true)
        .meta({ description: 'Whether comments in a Dockerfile may ignore findings.', example: false }),
    exceptions: schemas/* array */.YOg(exceptionFields)
        .prefault([])
        .meta({
        description: 'What is tolerated for a while.',
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

;// CONCATENATED MODULE: ./.build/js/src/config/progressive.js



const deadline = (preset) => grammar/* durationSchema */.sK
    .prefault(preset)
    .meta({ description: 'How long the rollout may take before it is rolled back.', example: preset });
const watch = grammar/* durationSchema */.sK.prefault('10m').meta({
    description: 'How long everything is watched after it has moved, before the release counts as good.',
    example: '10m',
});
const weightSchema = grammar/* percentSchema */.nJ.refine(weight => weight > 0 && weight < 100, {
    error: 'is no weight of a canary; write a percentage above 0% and below 100%',
});
const watchdogSchema = schemas/* union */.KCZ([schemas/* literal */.euz('off'), schemas/* strictObject */.rej({ image: grammar/* imageReferenceSchema */.Et })], {
    error: 'is neither off nor an image; write `watchdog: {image: …}`, an image with a shell and kubectl or curl, or `watchdog: off`',
})
    .meta({
    description: 'A Job in the cluster that takes the traffic from the candidate when the run that moves it is lost: its image, which has a shell, and kubectl or curl; or `off`.',
    example: { image: 'registry.example.com/tools/curl:8' },
});
const previewSchema = schemas/* strictObject */.rej({
    header: grammar/* headerNameSchema */.Og.meta({
        description: 'The name of the header; it needs a route.',
        example: 'X-Preview',
    }),
    value: schemas/* string */.YjP().min(1, { error: 'is empty; write the value of the header' }).meta({
        description: 'The value that leads to the candidate, whatever the weight.',
        example: 'candidate',
    }),
})
    .meta({
    description: 'A header that leads to the candidate.',
    example: { header: 'X-Preview', value: 'candidate' },
});
const beside = {
    preview: previewSchema.exactOptional(),
    watchdog: watchdogSchema.exactOptional(),
};
const canarySchema = schemas/* strictObject */.rej({
    steps: schemas/* array */.YOg(weightSchema)
        .min(1, { error: 'is empty; list at least one weight, such as `steps: [5%, 25%, 50%]`' })
        .refine(steps => steps.every((weight, index) => index === 0 || weight > (steps[index - 1] ?? 0)), {
        error: 'does not rise; write each weight larger than the one before, such as `steps: [5%, 25%, 50%]`',
    })
        .prefault(['5%', '25%', '50%'])
        .meta({
        description: 'The weights of the candidate, judged one after the other.',
        example: ['5%', '25%', '50%'],
    }),
    bake: schemas/* strictObject */.rej({
        weight: weightSchema
            .prefault('80%')
            .meta({ description: 'The weight of the candidate meanwhile.', example: '80%' }),
        for: grammar/* durationSchema */.sK.prefault('15m').meta({ description: 'How long.', example: '15m' }),
        attended: grammar/* durationSchema */.sK.prefault('1h').meta({
            description: "How long a run stays with it. What is longer is paused, and `sweep` judges it from Prometheus's history.",
            example: '1h',
        }),
    })
        .prefault({})
        .meta({
        description: 'Judging on with a rest of the traffic still on the baseline, after the steps.',
        example: { weight: '80%', for: '15m' },
    }),
    promotion: schemas/* enum */.k5n(['surge', 'in-place']).prefault('surge').meta({
        description: 'How the candidate becomes the workload: `surge` brings the canary to full size, so that the workload rolls out of traffic; `in-place` keeps the pods and the weight of the bake, and the workload rolls with the rest of the traffic, where there is no room for a second copy.',
        example: 'in-place',
    }),
    deadline: deadline('50m'),
    'on-inconclusive': schemas/* enum */.k5n(['rollback', 'hold', 'approve']).prefault('rollback').meta({
        description: 'What follows when the time is over and neither good nor bad is shown: `rollback`, `hold` the weight for a person, or wait for one to `approve`.',
        example: 'rollback',
    }),
    'hold-for': grammar/* durationSchema */.sK.prefault('4h').meta({
        description: 'How long a rollout waits for a person, or for whoever looks at its bake when that is over; then it is rolled back.',
        example: '4h',
    }),
    watch,
    ...beside,
});
const blueGreenSchema = schemas/* strictObject */.rej({
    deadline: deadline('10m'),
    watch: grammar/* durationSchema */.sK.prefault('15m').meta({
        description: 'How long the old side is kept after the switch, to switch back to at once.',
        example: '15m',
    }),
    ...beside,
});
const rollingSchema = schemas/* strictObject */.rej({ deadline: deadline('5m') });
const strategyFields = schemas/* strictObject */.rej({
    rolling: rollingSchema.exactOptional().meta({
        description: "The workload's own rolling update.",
        example: { deadline: '5m' },
    }),
    canary: canarySchema.exactOptional().meta({
        description: 'A copy of the workload gets a rising share of the traffic while `gate` judges it.',
        example: { steps: ['5%', '25%', '50%'], bake: { weight: '80%', for: '15m' } },
    }),
    'blue-green': blueGreenSchema.exactOptional().meta({
        description: 'A whole copy of the workload comes up beside the old one and gets all of the traffic at once.',
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

// EXTERNAL MODULE: ./.build/js/src/config/duration.js
var duration = __webpack_require__(95126);
;// CONCATENATED MODULE: ./.build/js/src/config/promotion.js




const longestSoak = 30 * 24 * 60 * 60 * 1000;
const soakSchema = (0,grammar/* text */.Qq)(duration/* durationPattern */.Zq, {
    problem: 'is not a duration',
    remedy: 'write numbers with units, such as 30m, 1h or 48h',
}).transform((written, context) => {
    const soak = (0,duration/* parseMilliseconds */.kU)(written);
    if (soak !== undefined && soak <= longestSoak)
        return soak;
    context.addIssue({ code: 'custom', message: 'is out of range; choose at most 720h' });
    return core/* NEVER */.tm;
});
const requiresSchema = schemas/* strictObject */.rej({
    environment: (0,grammar/* labelSchema */.Gx)('the name of an environment').meta({
        description: 'The environment of this file that releases come from.',
        example: 'staging',
    }),
    soak: soakSchema.prefault('0s').meta({
        description: 'How long ago they must have been verified there, at most `720h`. Default: not at all.',
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
            return [{ path, message: 'is this environment itself; name another one, or remove `requires`' }];
        if (!names.includes(required)) {
            const others = names.filter(each => each !== name);
            return [{ path, message: `is no environment of this file; ${remedy(required, others)}` }];
        }
        const circle = circleFrom(name, environments);
        if (circle === undefined || told.has(name))
            return [];
        for (const each of circle)
            told.add(each);
        const way = [...circle, name].join(' → ');
        return [
            { path, message: `leads back here (${way}), so none of them could begin; remove one \`requires\`` },
        ];
    });
}
const remedy = (required, others) => others.length === 0 ? 'add it, or remove `requires`' : (0,suggest/* suggest */.ZA)(required, others);
function circleFrom(name, environments) {
    const way = [];
    for (let at = name; at !== undefined; at = environments[at]?.requires?.environment) {
        if (way.includes(at))
            return at === name ? way : undefined;
        way.push(at);
    }
    return undefined;
}

;// CONCATENATED MODULE: ./.build/js/src/config/drill-application.js


const templatePathSchema = (0,grammar/* text */.Qq)(/^\/[\x21\x22\x24-\x7e]*$/, {
    problem: 'is not a request path',
    remedy: 'start it with "/", and put `{id}` where the name of the record stands',
});
const applicationSchema = schemas/* strictObject */.rej({
    url: grammar/* addressSchema */.oL.meta({
        description: 'The public address, so that whatever leads to the application is drilled, too.',
        example: 'https://shop.example.com',
    }),
    host: (0,grammar/* text */.Qq)(/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/, {
        problem: 'is no host',
        remedy: 'write its name alone, such as shop.example.com',
    })
        .exactOptional()
        .meta({
        description: 'The `Host` that is asked for, where it is another than in `url`.',
        example: 'shop.example.com',
    }),
    ready: grammar/* requestPathSchema */.gq
        .prefault('/ready')
        .meta({ description: 'A path that is answered with 200.', example: '/ready' }),
    old: grammar/* requestPathSchema */.gq.meta({
        description: 'The path of a record that nobody changes: it has to be answered as before.',
        example: '/api/items/1',
    }),
    write: schemas/* strictObject */.rej({
        path: grammar/* requestPathSchema */.gq.meta({ description: 'Where a record is posted to.', example: '/api/items' }),
        body: (0,grammar/* text */.Qq)(/\{token\}/, {
            problem: 'has no `{token}`',
            remedy: 'put it where something new has to stand each time, such as {"name": "{token}"}',
        }).meta({
            description: 'What is posted, as JSON; `{token}` is something new each time, and has to come back.',
            example: '{"name": "{token}"}',
        }),
        id: (0,grammar/* text */.Qq)(/^[A-Za-z_][A-Za-z0-9_-]{0,62}$/, {
            problem: 'is no field',
            remedy: 'name the field of the answer that has the name of the record, such as id',
        })
            .prefault('id')
            .meta({ description: 'The field of the answer that names the record.', example: 'id' }),
        read: templatePathSchema.meta({
            description: 'Where it is read; `{id}` is its name.',
            example: '/api/items/{id}',
        }),
    })
        .exactOptional()
        .meta({
        description: 'How a record is written through the application. Without it only reading is drilled, and L4 is not reached.',
        example: { path: '/api/items', body: '{"name": "{token}"}', read: '/api/items/{id}' },
    }),
});

;// CONCATENATED MODULE: ./.build/js/src/config/drill-guard.js



const promqlSchema = (0,grammar/* text */.Qq)(/^[^\p{Cc}]{1,2000}$/u, {
    problem: 'is no query',
    remedy: 'write one of PromQL in a line, such as ALERTS{alertstate="firing",severity="critical"}',
});
const hoursSchema = (0,grammar/* text */.Qq)(/^([01]\d|2[0-3]):00-([01]\d|2[0-4]):00$/, {
    problem: 'is no time of the day',
    remedy: 'write full hours of UTC, such as 08:00-18:00 or 22:00-04:00',
})
    .transform(written => ({ from: Number(written.slice(0, 2)), to: Number(written.slice(6, 8)) }))
    .refine(({ from, to }) => from !== to, {
    error: 'has no hour in it; write two hours that differ, or leave it out',
});
const alertsSchema = schemas/* strictObject */.rej({
    prometheus: prometheusSchema.exactOptional().meta({
        description: 'Who is asked. Default: the Prometheus of the gate.',
        example: { service: 'monitoring/prometheus:9090' },
    }),
    firing: promqlSchema.prefault('ALERTS{alertstate="firing",severity="critical"}').meta({
        description: 'A query of PromQL: each series that it returns above 0 is an alert that speaks against a drill.',
        example: 'ALERTS{alertstate="firing",severity="critical"}',
    }),
});
const inProductionSchema = schemas/* strictObject */.rej({
    approval: (0,grammar/* text */.Qq)(/^[^\p{Cc}]{1,240}$/u, {
        problem: 'is no environment on GitHub',
        remedy: 'write its name, such as production-drills',
    }).meta({
        description: 'How the environments on GitHub are called whose reviewers have to approve each drill: this, a hyphen and the scenario, such as `production-drills-pod`.',
        example: 'production-drills',
    }),
    abort: promqlSchema.meta({
        description: 'A query of PromQL that returns something above 0 when production suffers: what is broken is fixed at once then.',
        example: 'ALERTS{alertname="ShopBurnsItsBudget",alertstate="firing"}',
    }),
    ends: grammar/* durationSchema */.sK.meta({
        description: 'After how long what is broken is fixed whatever comes of it.',
        example: '10m',
    }),
});
const guardFields = {
    hours: hoursSchema.exactOptional().meta({
        description: 'When drills may begin: hours of the day in UTC. Default: at any time.',
        example: '08:00-18:00',
    }),
    alerts: alertsSchema.prefault({}).meta({
        description: 'Which alerts speak against a drill, and who knows of them.',
        example: { prometheus: { service: 'monitoring/prometheus:9090' } },
    }),
    'in-production': inProductionSchema.exactOptional().meta({
        description: 'What ends a drill in production, which begins only when somebody has typed that it is meant and somebody has approved it. Default: production is not drilled.',
        example: {
            approval: 'production-drills',
            abort: 'ALERTS{alertname="ShopBurnsItsBudget",alertstate="firing"}',
            ends: '10m',
        },
    }),
};

;// CONCATENATED MODULE: ./.build/js/src/config/repositories.js


const apartSchema = () => schemas/* enum */.k5n(['node', 'zone', 'region']).meta({
    description: 'How far it is from the database: the largest loss there that leaves it standing.',
    example: 'region',
});
const daysInMilliseconds = grammar/* daysSchema */.Bw.transform(days => Number.parseInt(days, 10) * 86_400_000);
const loginSchema = () => grammar/* environmentVariableSchema */.fj.prefault('AWS').meta({
    description: 'What the environment variables with its login begin with: `_ACCESS_KEY_ID`, `_SECRET_ACCESS_KEY` and, for a while, `_SESSION_TOKEN` follow.',
    example: 'FAR',
});
const regionSchema = () => (0,grammar/* text */.Qq)(/^[a-z0-9-]{1,40}$/, {
    problem: 'is no region',
    remedy: 'write one such as eu-central-1',
})
    .prefault('us-east-1')
    .meta({ description: 'Its region.', example: 'eu-central-1' });
const storeSchema = schemas/* strictObject */.rej({
    address: grammar/* addressSchema */.oL.exactOptional().meta({
        description: 'A bucket of S3, or of what speaks like it, with what is before our paths.',
        example: 'https://s3.eu-central-1.amazonaws.com/acme-backups/shop',
    }),
    region: regionSchema(),
    login: loginSchema(),
    folder: (0,grammar/* text */.Qq)(/^[^\\\p{Cc}]+$/u, {
        problem: 'is no folder',
        remedy: 'write its path with "/" between the folders',
    })
        .exactOptional()
        .meta({
        description: 'A folder in place of a bucket; relative to slipway.yml, where it is not absolute.',
        example: 'archive',
    }),
})
    .refine(({ address, folder }) => (address === undefined) !== (folder === undefined), {
    error: 'has to have one of `address` and `folder`',
});
const resticSchema = schemas/* strictObject */.rej({
    address: grammar/* addressSchema */.oL.meta({
        description: 'A bucket of S3, or of what speaks like it, with what is before the paths of restic.',
        example: 'https://s3.eu-central-1.amazonaws.com/acme-backups/files',
    }),
    region: regionSchema(),
    login: grammar/* environmentVariableSchema */.fj.prefault('AWS').meta({
        description: 'What the environment variables with its login begin with: those of a store, and `_PASSPHRASE` with the passphrase of the repository.',
        example: 'FAR',
    }),
});
const repositorySchema = schemas/* strictObject */.rej({
    apart: apartSchema(),
    pgbackrest: schemas/* int */.Whr({ error: 'is no number of a repository; write the N of repoN in its configuration' })
        .min(1, { error: 'is no number of a repository; they begin with 1' })
        .max(256, { error: 'is no number of a repository; they end with 256' })
        .exactOptional()
        .meta({
        description: 'Its number in the configuration of pgBackRest, where databases go there.',
        example: 2,
    }),
    store: storeSchema.exactOptional().meta({
        description: 'Where the manifests of backups and what is no database go there.',
        example: {
            address: 'https://s3.eu-central-1.amazonaws.com/acme-backups/shop',
            region: 'eu-central-1',
            login: 'FAR',
        },
    }),
    restic: resticSchema.exactOptional().meta({
        description: 'The repository of restic there, where files of volumes and objects of buckets go.',
        example: {
            address: 'https://s3.eu-central-1.amazonaws.com/acme-backups/files',
            region: 'eu-central-1',
            login: 'FAR',
        },
    }),
    locked: daysInMilliseconds.exactOptional().meta({
        description: 'For how long nobody can delete what is written there, whatever they hold.',
        example: '30d',
    }),
    offline: schemas/* boolean */.zMY({ error: 'is neither true nor false' })
        .prefault(false)
        .meta({ description: 'Whether nobody can reach it who has not been there.' }),
})
    .refine(({ locked, store }) => locked === undefined || store?.folder === undefined, {
    path: ['locked'],
    error: 'needs a `store` that is a bucket: a folder locks nothing; give its `address`, or write `offline: true` in place of `locked` for a disk that is taken away',
})
    .meta({ description: 'A place where backups are kept.' });

;// CONCATENATED MODULE: ./.build/js/src/config/scratch.js



const placeSchema = (0,grammar/* text */.Qq)(/^(\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9]([A-Za-z0-9._-]{0,251}[A-Za-z0-9])?):\d{1,5}$/, {
    problem: 'is no place',
    remedy: 'write a host and a port, such as db.example.com:5432',
});
const waySchema = (0,grammar/* text */.Qq)(/^[0-9A-Fa-f:.]{2,45}(\/\d{1,3})?:\d{1,5}$/, {
    problem: 'is no way out',
    remedy: 'write an address or a small network and a port, such as 192.0.2.7/32:443',
}).transform(written => {
    const at = written.lastIndexOf(':');
    const address = written.slice(0, at);
    const whole = address.includes('/') ? address : `${address}/${address.includes(':') ? 128 : 32}`;
    return { cidr: whole, port: Number(written.slice(at + 1)) };
});
const farSchema = schemas/* strictObject */.rej({
    repository: (0,grammar/* labelSchema */.Gx)('the name of a repository').exactOptional().meta({
        description: 'Its name. Default: the first one of the database that is apart by a region.',
        example: 'far',
    }),
    at: schemas/* array */.YOg(waySchema)
        .prefault([])
        .meta({
        description: 'Where it is, as a network policy sees it: `region` may reach nothing else, and `far-down` cuts it off.',
        example: ['198.51.100.7:443'],
    }),
});
const encryptedSchema = schemas/* array */.YOg(schemas/* strictObject */.rej({
    table: (0,grammar/* text */.Qq)(/^[^\p{Cc}]{1,130}$/u, {
        problem: 'is no table',
        remedy: 'write it as psql takes it, such as public.accounts',
    }).meta({ description: 'The table, as psql takes it.', example: 'public.accounts' }),
    column: (0,grammar/* text */.Qq)(/^[^\p{Cc}]{1,63}$/u, { problem: 'is no column', remedy: 'write its name' }).meta({
        description: 'Its column of Fernet tokens.',
        example: 'token',
    }),
    secret: (0,grammar/* labelSchema */.Gx)('the name of a Secret', 253).meta({
        description: 'The Secret with the key.',
        example: 'shop-keys',
    }),
    key: (0,grammar/* text */.Qq)(/^[A-Za-z0-9._-]{1,253}$/, {
        problem: 'is no key of a Secret',
        remedy: 'write the key under which it stands',
    })
        .prefault('key')
        .meta({ description: 'The key of that Secret.', example: 'key' }),
    made: schemas/* enum */.k5n(['as-is', 'sha256']).prefault('as-is').meta({
        description: 'Whether it is the key of Fernet, or a text whose SHA-256 is.',
    }),
}));
const sizes = { Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40 };
const sizeSchema = (0,grammar/* text */.Qq)(/^[1-9]\d{0,5}(Mi|Gi|Ti)$/, {
    problem: 'is no size',
    remedy: 'write one such as 20Gi',
}).transform(written => Number.parseInt(written, 10) * sizes[written.slice(-2)]);
const rotSchema = schemas/* strictObject */.rej({
    most: sizeSchema.prefault('20Gi').meta({
        description: 'The most that is copied; where a backup with its WAL is larger, it is not drilled.',
        example: '20Gi',
    }),
});
const scratchSchema = schemas/* strictObject */.rej({
    namespace: (0,grammar/* labelSchema */.Gx)('the name of a namespace').meta({
        description: 'The namespace that a drill makes, restores into, and clears away.',
        example: 'shop-drill',
    }),
    ttl: grammar/* durationSchema */.sK.prefault('4h').meta({
        description: 'How long after the last sign of life of a drill whoever comes by may clear it away; for so long one that was handed over waits for the next job.',
        example: '4h',
    }),
    ways: schemas/* array */.YOg(waySchema)
        .min(1, { error: 'is empty; name at least the repository, such as `- 192.0.2.7:443`' })
        .meta({
        description: 'What it may reach: the repositories, by their addresses.',
        example: ['192.0.2.7:443'],
    }),
    'must-not-reach': schemas/* array */.YOg(placeSchema)
        .min(1, { error: 'is empty; name what is production, mail and payment' })
        .meta({
        description: 'What it must not reach, which is tried from within: production, mail, payment.',
        example: ['db.shop.svc.cluster.local:5432', 'smtp.example.com:587'],
    }),
    controls: schemas/* array */.YOg(placeSchema)
        .min(1, { error: 'is empty; name what has to be reached in the same way' })
        .meta({
        description: 'What it has to reach in the same way, or the probe proves nothing.',
        example: ['s3.eu-central-1.amazonaws.com:443'],
    }),
    logins: schemas/* enum */.k5n(['reading', 'writing']).prefault('reading').meta({
        description: 'With which logins repositories are read: ones that only read, which is asked of their stores, or those by which backups are made, which could delete them.',
        example: 'reading',
    }),
    'reads-with': schemas/* record */.g1P((0,grammar/* labelSchema */.Gx)('the name of a Secret', 253), (0,grammar/* labelSchema */.Gx)('the name of a Secret', 253))
        .prefault({})
        .meta({
        description: 'Secrets of the `configuration` of the database, each with the one whose content the copy gets in its place: with a login that only reads.',
        example: { pgbackrest: 'pgbackrest-reader' },
    }),
    volume: (0,grammar/* text */.Qq)(/^(?:[a-z0-9.-]{1,253}\/)?\d{1,6}([KMGT]i?)?$/, {
        problem: 'is neither a size nor a class and a size',
        remedy: 'write 20Gi, or fast/20Gi',
    })
        .exactOptional()
        .meta({
        description: 'What the files of the copy are kept on. Default: a folder of its node.',
        example: 'fast/20Gi',
    }),
    configuration: schemas/* array */.YOg((0,grammar/* objectSchema */.x0)(['Secret', 'ConfigMap'], 'db-passwords'))
        .prefault([])
        .meta({
        description: 'Secrets and ConfigMaps that the application needs there, out of the backup set.',
        example: ['Secret/db-passwords'],
    }),
    buckets: schemas/* record */.g1P((0,grammar/* labelSchema */.Gx)('the name of a bucket'), schemas/* strictObject */.rej({
        address: grammar/* addressSchema */.oL.meta({
            description: 'An empty bucket, or an empty place in one, that drills alone use.',
            example: 'https://s3.eu-central-1.amazonaws.com/acme-drills/uploads',
        }),
        region: regionSchema(),
        login: loginSchema(),
    }))
        .prefault({})
        .meta({
        description: 'Where the objects of each bucket of `buckets` are restored to, and deleted again. Without it they are not, and the drill says so.',
        example: {
            uploads: {
                address: 'https://s3.eu-central-1.amazonaws.com/acme-drills/uploads',
                region: 'eu-central-1',
                login: 'DRILLS',
            },
        },
    }),
    start: schemas/* array */.YOg((0,grammar/* objectSchema */.x0)(['Deployment', 'StatefulSet'], 'shop'))
        .min(1, { error: 'is empty; name what answers, such as `- Deployment/shop`' })
        .meta({
        description: 'What is started there; the rest stays without pods.',
        example: ['Deployment/shop'],
    }),
    service: (0,grammar/* labelSchema */.Gx)('the name of a Service').meta({
        description: 'The Service of what answers.',
        example: 'shop',
    }),
    port: schemas/* int */.Whr({ error: 'is no port' })
        .min(1, { error: 'is no port' })
        .max(65_535, { error: 'is no port' })
        .prefault(80)
        .meta({ description: 'Its port.', example: 80 }),
});
const notDrilledSchema = schemas/* record */.g1P((0,grammar/* labelSchema */.Gx)('the name of a database'), (0,grammar/* text */.Qq)(/^[^\p{Cc}]{3,300}$/u, {
    problem: 'is no reason',
    remedy: 'say in a few words how it is proved that it can be restored',
}))
    .prefault({})
    .meta({
    description: 'Why a database that the backup holds is in no drill. Each one that a drill does not bring back makes it red, unless it stands here.',
    example: { reports: 'restored by hand each quarter' },
});

;// CONCATENATED MODULE: ./.build/js/src/config/total.js




const totalSchema = schemas/* strictObject */.rej({
    registry: (0,grammar/* text */.Qq)(/^[A-Za-z0-9]([A-Za-z0-9._:/-]{0,250}[A-Za-z0-9])?$/, {
        problem: 'is no registry',
        remedy: 'write its host with what is before the names of images, such as registry.example.com/shop-drill',
    }).meta({
        description: 'The registry that the images are brought to, and that the cluster pulls from.',
        example: 'registry.example.com/shop-drill',
    }),
    bucket: grammar/* addressSchema */.oL.meta({
        description: 'A bucket for drills alone, empty the first time; each drill empties it.',
        example: 'https://s3.eu-central-1.amazonaws.com/acme-drill',
    }),
    region: regionSchema(),
    login: grammar/* environmentVariableSchema */.fj.prefault('DRILL').meta({
        description: 'What the environment variables with its login begin with, as of a store.',
        example: 'DRILL',
    }),
    at: schemas/* array */.YOg(waySchema)
        .min(1, { error: 'is empty; name the way to the bucket, such as `- 192.0.2.9:443`' })
        .meta({
        description: 'Where the bucket is, as a network policy sees it: nothing else may be reached.',
        example: ['192.0.2.9:443'],
    }),
    image: grammar/* imageReferenceSchema */.Et.exactOptional().meta({
        description: 'With a shell, by which the isolation is tried. Default: that of the database as it lives.',
        example: 'registry.example.com/probe@sha256:2d0c7a7bfa3a4ac9d9bb0f6a6a5f6c8c5c5ad5dff2e1fdd1a7ca0f7fb1f0b0aa',
    }),
});

;// CONCATENATED MODULE: ./.build/js/src/config/drills.js






const uidSchema = (0,grammar/* text */.Qq)(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, {
    problem: 'is no uid',
    remedy: 'write what `kubectl get namespace kube-system -o jsonpath={.metadata.uid}` prints',
});
const programSchema = schemas/* array */.YOg((0,grammar/* text */.Qq)(/^[^\0]{1,4096}$/s, {
    problem: 'is no word of a command',
    remedy: 'write the program and each of its arguments as a text',
}))
    .min(1, { error: 'is empty; write the program first, such as `[./cut-power]`' })
    .transform(words => words);
const drills_hookSchema = schemas/* strictObject */.rej({
    run: programSchema.meta({
        description: 'The command that breaks it, with its arguments; it ends only when it is really broken.',
        example: ['./drills/power', 'off'],
    }),
    fix: programSchema.meta({
        description: 'The command that fixes it; it does no harm where nothing is broken.',
        example: ['./drills/power', 'on'],
    }),
});
const markersSchema = schemas/* strictObject */.rej({
    service: (0,grammar/* labelSchema */.Gx)('the name of a Service').meta({
        description: 'The Service that leads to the primary.',
        example: 'db',
    }),
    role: (0,grammar/* text */.Qq)(/^[A-Za-z0-9]([A-Za-z0-9./_-]{0,251}[A-Za-z0-9])?$/, {
        problem: 'is no label',
        remedy: 'name the label whose value is `primary` or `master` on the primary’s pod',
    })
        .prefault('role')
        .meta({
        description: 'The label of pods that says `primary` or `master` of the primary.',
        example: 'role',
    }),
    user: (0,grammar/* text */.Qq)(/^[^\s\p{Cc}"'\\]{1,63}$/u, {
        problem: 'is no name of a role',
        remedy: 'write the role by which markers are written',
    }).meta({
        description: 'The role by which markers are written; it has to be able to make a schema.',
        example: 'shop',
    }),
    secret: (0,grammar/* labelSchema */.Gx)('the name of a Secret', 253).meta({
        description: 'The Secret with its password.',
        example: 'db-passwords',
    }),
    key: (0,grammar/* text */.Qq)(/^[A-Za-z0-9._-]{1,253}$/, {
        problem: 'is no key of a Secret',
        remedy: 'write the key under which the password stands',
    })
        .prefault('password')
        .meta({ description: 'The key of that Secret.', example: 'password' }),
});
const dueSchema = schemas/* strictObject */.rej({
    within: schemas/* partialRecord */.jgl(schemas/* enum */.k5n([
        ...['restore', 'pod', 'node', 'zone', 'region'],
        ...['total', 'corruption', 'rot', 'secrets', 'far-down'],
    ]), grammar/* daysSchema */.Bw.transform(days => Number.parseInt(days, 10) * 86_400_000))
        .meta({
        description: 'How old the last green drill of each scenario may be, in days.',
        example: { restore: '7d', zone: '30d' },
    }),
    overdue: schemas/* enum */.k5n(['warn', 'block'])
        .prefault('warn')
        .meta({ description: 'Whether `deploy` warns, or releases nothing, when one is older.' }),
});
const drillsSchema = schemas/* strictObject */.rej({
    profile: schemas/* enum */.k5n(['production', 'lab']).prefault('production').meta({
        description: 'How finely a drill looks, and how long it waits for a steady state: 5 min or 10 s.',
    }),
    clusters: schemas/* array */.YOg(uidSchema)
        .prefault([])
        .meta({
        description: 'The clusters that drills may break, by the uid of their namespace kube-system.',
        example: ['6a1f0c52-9a54-4b0e-8a52-0d4f9c1f3f11'],
    }),
    production: schemas/* array */.YOg(uidSchema)
        .prefault([])
        .meta({
        description: 'The clusters that are production, by the same; one is drilled only as `in-production` says.',
        example: ['0f5e3c9e-7d0b-4d7e-9a57-1f6f6a1c2b22'],
    }),
    'production-context': (0,grammar/* text */.Qq)(/^[^\p{Cc}]{1,253}$/u, {
        problem: 'is no context',
        remedy: 'name a context of the kubeconfig',
    })
        .exactOptional()
        .meta({
        description: 'Context of the kubeconfig that leads to production as the identity of the drill, to ask what it may do there: nothing, or the drill is refused.',
        example: 'production',
    }),
    ...guardFields,
    database: (0,grammar/* labelSchema */.Gx)('the name of a database')
        .exactOptional()
        .meta({ description: 'The database that is drilled. Default: the only one.', example: 'shop' }),
    'not-drilled': notDrilledSchema,
    application: applicationSchema.exactOptional().meta({
        description: 'What is looked at from outside while something is broken.',
        example: { url: 'https://shop.example.com', old: '/api/items/1' },
    }),
    markers: markersSchema.exactOptional().meta({
        description: 'How markers are written, by which a loss is measured. Without them it is only bounded.',
        example: { service: 'db', user: 'shop', secret: 'db-passwords' },
    }),
    scratch: scratchSchema.exactOptional().meta({
        description: 'Where and how it is restored beside what stands.',
        example: {
            namespace: 'shop-drill',
            ways: ['192.0.2.7:443'],
            'must-not-reach': ['smtp.example.com:587'],
            controls: ['192.0.2.7:443'],
            start: ['Deployment/shop'],
            service: 'shop',
        },
    }),
    inject: schemas/* strictObject */.rej({
        node: drills_hookSchema.exactOptional().meta({
            description: 'How a machine is broken and fixed.',
            example: { run: ['./drills/power', 'off'], fix: ['./drills/power', 'on'] },
        }),
        zone: drills_hookSchema.exactOptional().meta({
            description: 'How a zone is broken and fixed.',
            example: { run: ['./drills/zone', 'off'], fix: ['./drills/zone', 'on'] },
        }),
        far: drills_hookSchema.exactOptional().meta({
            description: 'How the far repository is cut off from the database, and let through again. Default: by a NetworkPolicy, to what `far.at` names.',
            example: { run: ['./drills/far', 'off'], fix: ['./drills/far', 'on'] },
        }),
    })
        .prefault({})
        .meta({ description: 'Commands for what nothing in a cluster can break.' }),
    far: farSchema.prefault({}).meta({
        description: 'The repository of another region, for `region` and `far-down`.',
        example: { repository: 'far', at: ['198.51.100.7:443'] },
    }),
    cutover: drills_hookSchema.exactOptional().meta({
        description: 'How the public address is led to what was restored, and back. Without it `region` proves no cut-over.',
        example: { run: ['./drills/cutover', 'there'], fix: ['./drills/cutover', 'back'] },
    }),
    rot: rotSchema.prefault({}).meta({
        description: 'How much of a repository is copied to be damaged.',
        example: { most: '20Gi' },
    }),
    total: totalSchema.exactOptional().meta({
        description: 'Where everything comes back from the offline archive, for `total`.',
        example: {
            registry: 'registry.example.com/shop-drill',
            bucket: 'https://s3.eu-central-1.amazonaws.com/acme-drill',
            at: ['192.0.2.9:443'],
        },
    }),
    encrypted: encryptedSchema.prefault([]).meta({
        description: 'What the application stores encrypted: some of it is opened after each restore.',
        example: [{ table: 'public.accounts', column: 'token', secret: 'shop-keys' }],
    }),
    sealed: (0,grammar/* text */.Qq)(/^[^\\\p{Cc}]+$/u, {
        problem: 'is no file',
        remedy: 'write its path with "/" between the folders',
    })
        .exactOptional()
        .meta({
        description: 'The Secrets of the environment, encrypted by age, where the backup set holds none; relative to slipway.yml.',
        example: 'archive/secrets.age',
    }),
    failover: schemas/* strictObject */.rej({
        after: grammar/* durationSchema */.sK.meta({
            description: 'How long somebody may take over by itself.',
            example: '2m',
        }),
        run: programSchema.meta({
            description: 'The command that is run when nobody has.',
            example: ['./drills/failover'],
        }),
    })
        .exactOptional()
        .meta({
        description: 'What is done when nobody takes over by itself.',
        example: { after: '2m', run: ['./drills/failover'] },
    }),
    switchover: programSchema.exactOptional().meta({
        description: 'The command that makes the first primary the primary again, at the end.',
        example: ['./drills/switchover'],
    }),
    due: dueSchema.exactOptional().meta({
        description: 'How old the last green drills may be when something is released.',
        example: { within: { restore: '7d', zone: '30d' }, overdue: 'warn' },
    }),
    'assumed-detection': grammar/* durationSchema */.sK.exactOptional().meta({
        description: 'What people or alerts would need until they begin, which is added to what is measured.',
        example: '5m',
    }),
    deadline: grammar/* durationSchema */.sK
        .prefault('30m')
        .meta({ description: 'After how long it counts as not come back.', example: '30m' }),
    returns: grammar/* durationSchema */.sK
        .prefault('30m')
        .meta({ description: 'How long what was broken may need until it follows again.', example: '30m' }),
});

;// CONCATENATED MODULE: ./.build/js/src/config/in-place.js


const inPlaceSchema = schemas/* strictObject */.rej({
    data: (0,grammar/* text */.Qq)(/^\/[^\0\p{Cc}]{1,1000}$/u, {
        problem: 'is no folder',
        remedy: 'write its whole path in the container, such as /home/postgres/pgdata/pgroot/data',
    })
        .exactOptional()
        .meta({
        description: 'The folder of its files in the container. Default: its variable PGDATA.',
        example: '/home/postgres/pgdata/pgroot/data',
    }),
    forget: schemas/* array */.YOg((0,grammar/* objectSchema */.x0)(['Endpoints', 'ConfigMap', 'Lease'], 'db-sync'))
        .prefault([])
        .meta({
        description: 'Objects in which whoever watches over it keeps who leads, removed before it starts: of Patroni the leader’s and `-sync`, never `-config`.',
        example: ['Endpoints/db', 'Endpoints/db-sync'],
    }),
});

;// CONCATENATED MODULE: ./.build/js/src/config/kept.js



const toSchema = schemas/* array */.YOg((0,grammar/* labelSchema */.Gx)('the name of a repository'))
    .min(1, { error: 'is empty; name at least one repository, such as `- near`' });
const pvcSchema = (0,grammar/* text */.Qq)(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/, {
    problem: 'is not the name of a PVC',
    remedy: 'write the one that `kubectl get pvc` shows, or of a StatefulSet without the number at its end',
    longest: 253,
});
const ways = ['to', 'database', 'not-needed'];
const volumeSchema = schemas/* strictObject */.rej({
    to: toSchema.exactOptional().meta({
        description: 'The repositories of restic that its files are backed up to.',
        example: ['near', 'far'],
    }),
    database: (0,grammar/* labelSchema */.Gx)('the name of a database').exactOptional().meta({
        description: 'The database of `databases` whose backups hold what is on it.',
        example: 'shop',
    }),
    'not-needed': (0,grammar/* text */.Qq)(/^[^\p{Cc}]{3,300}$/u, {
        problem: 'is no reason',
        remedy: 'say in a few words how it is made again',
    })
        .exactOptional()
        .meta({
        description: 'Why it is in no backup: how what is on it is made again.',
        example: 'a cache, which fills itself',
    }),
})
    .refine(volume => ways.filter(way => volume[way] !== undefined).length === 1, {
    error: 'has to have one of `to`, `database` and `not-needed`',
});
const bucketSchema = schemas/* strictObject */.rej({
    address: grammar/* addressSchema */.oL.meta({
        description: 'The bucket of the application, with what is before the keys that are backed up.',
        example: 'https://s3.eu-central-1.amazonaws.com/acme-uploads',
    }),
    region: regionSchema(),
    login: loginSchema(),
    to: toSchema.meta({
        description: 'The repositories of restic that its objects are backed up to.',
        example: ['near', 'far'],
    }),
    mirror: (0,grammar/* text */.Qq)(/^[^\\\p{Cc}]+$/u, {
        problem: 'is no folder',
        remedy: 'write its path with "/" between the folders',
    })
        .exactOptional()
        .meta({
        description: 'A folder that is still there in the next run, so that only what is new is read; relative to slipway.yml, where it is not absolute. Default: a folder for this run alone.',
        example: 'uploads',
    }),
});
const workerSchema = schemas/* strictObject */.rej({
    image: (0,grammar/* text */.Qq)(/^[^\s@]+@sha256:[0-9a-f]{64}$/, {
        problem: 'is no image with its digest',
        remedy: 'write repository@sha256:…, as `images` of the action `push` has it',
    }).meta({
        description: 'An image with restic 0.17 or 0.18, a shell, find, xargs, stat, sha256sum, gzip and base64.',
        example: `ghcr.io/acme/restic@sha256:${'0'.repeat(64)}`,
    }),
    user: schemas/* int */.Whr({ error: 'is no number of a user' })
        .min(1, { error: 'is no number of a user; leave it out for root' })
        .max(65_535, { error: 'is no number of a user' })
        .exactOptional()
        .meta({
        description: 'Which user reads the files. Default: root without any other right, which a namespace may forbid.',
        example: 1000,
    }),
    authority: (0,grammar/* labelSchema */.Gx)('the name of a ConfigMap').exactOptional().meta({
        description: 'A ConfigMap whose `ca.crt` is the certificate of an authority of your own.',
        example: 'authority',
    }),
});
const periodSchema = schemas/* int */.Whr({ error: 'is no count; write a whole number from 0 to 1000' })
    .min(0, { error: 'is no count; write a whole number from 0 to 1000' })
    .max(1000, { error: 'is too many; write a whole number from 0 to 1000' })
    .prefault(0);
const keepSchema = schemas/* strictObject */.rej({
    within: daysInMilliseconds
        .prefault('2d')
        .meta({ description: 'All that are younger stay.', example: '2d' }),
    daily: periodSchema.meta({ description: 'Of how many of the last days that have any.', example: 7 }),
    weekly: periodSchema.meta({ description: 'Of how many of the last weeks.', example: 5 }),
    monthly: periodSchema.meta({ description: 'Of how many of the last months.', example: 12 }),
    yearly: periodSchema.meta({ description: 'Of how many of the last years.', example: 3 }),
});
const recipientSchema = (0,grammar/* text */.Qq)(/^age1(pq1)?[02-9ac-hj-np-z]{58,3500}$/, {
    problem: 'is no public key of age',
    remedy: 'write the one that `age-keygen -y` shows, which begins with age1',
});
const keptShape = {
    volumes: schemas/* record */.g1P(pvcSchema, volumeSchema)
        .prefault({})
        .meta({
        description: 'How each PVC of the namespace is backed up, by its name; of a StatefulSet by its name without the number. Those on which a database of `databases` keeps its data need no entry.',
        example: { attachments: { to: ['near', 'far'] } },
    }),
    worker: workerSchema.exactOptional().meta({
        description: 'The pod that reads the files of volumes.',
        example: { image: `ghcr.io/acme/restic@sha256:${'0'.repeat(64)}` },
    }),
    buckets: schemas/* record */.g1P((0,grammar/* labelSchema */.Gx)('the name of a bucket'), bucketSchema)
        .prefault({})
        .meta({
        description: 'Buckets of the application, by a name of your choice.',
        example: {
            uploads: {
                address: 'https://s3.eu-central-1.amazonaws.com/acme-uploads',
                login: 'UPLOADS',
                to: ['near', 'far'],
            },
        },
    }),
    objects: schemas/* strictObject */.rej({
        export: schemas/* boolean */.zMY({ error: 'is neither true nor false' })
            .prefault(true)
            .meta({ description: 'Whether they are exported. PVCs are looked for in any case.' }),
        kinds: schemas/* array */.YOg((0,grammar/* text */.Qq)(/^([a-z0-9.-]+\/)?[A-Z][A-Za-z0-9]{0,62}$/, {
            problem: 'is no kind',
            remedy: 'write it with its group, such as apps/Deployment, or alone, such as ConfigMap',
        }))
            .prefault([])
            .meta({
            description: 'Kinds of which there has to be at least one.',
            example: ['apps/Deployment'],
        }),
    })
        .prefault({})
        .meta({
        description: 'How what somebody has made in the namespace is exported.',
        example: { kinds: ['apps/Deployment'] },
    }),
    secrets: schemas/* array */.YOg((0,grammar/* labelSchema */.Gx)('the name of a Secret', 253))
        .exactOptional()
        .meta({
        description: 'The Secrets of the namespace that are kept, encrypted. Default: all but tokens, where there are `recipients`.',
        example: ['login'],
    }),
    recipients: schemas/* array */.YOg(recipientSchema)
        .prefault([])
        .meta({
        description: 'Public keys of age, whose secret keys are kept offline: each alone opens what is encrypted.',
        example: ['age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj'],
    }),
    images: schemas/* strictObject */.rej({
        to: schemas/* array */.YOg((0,grammar/* labelSchema */.Gx)('the name of a repository'))
            .prefault([])
            .meta({
            description: 'Repositories whose `store` is a folder: images are copied there, too.',
            example: ['safe'],
        }),
    })
        .prefault({})
        .meta({
        description: 'What is done with the images that run in the namespace beside noting their digests.',
        example: { to: ['safe'] },
    }),
    keep: keepSchema.prefault({ within: '2d', daily: 7, weekly: 5, monthly: 12 }).meta({
        description: 'How long sets stay: all for a while, then one for each of so many of the last days, weeks, months and years. What a set needs stays with it.',
        example: { within: '2d', daily: 7, weekly: 5, monthly: 12 },
    }),
};
function keptProblems(recovery) {
    const { repositories, databases, volumes, buckets, images, worker, secrets, recipients } = recovery;
    const each = (path, to, lacks) => to.flatMap((name, at) => {
        const message = repositories[name] === undefined
            ? 'is no repository of this environment; add it to `repositories`'
            : lacks(name);
        return message === undefined ? [] : [{ path: [...path, at], message }];
    });
    const noRestic = (name) => repositories[name]?.restic === undefined
        ? 'is a repository without restic; add `restic: {address: …}` to it'
        : undefined;
    const noFolder = (name) => repositories[name]?.store?.folder === undefined
        ? 'is a repository whose store is no folder; images go into folders only'
        : undefined;
    return [
        ...Object.entries(volumes).flatMap(([pvc, { to = [], database }]) => [
            ...each(['volumes', pvc, 'to'], to, noRestic),
            ...(database === undefined || databases[database] !== undefined
                ? []
                : [
                    {
                        path: ['volumes', pvc, 'database'],
                        message: 'is no database of this environment; name one of `databases`',
                    },
                ]),
            ...(to.length === 0 || worker !== undefined
                ? []
                : [
                    {
                        path: ['volumes', pvc, 'to'],
                        message: 'needs a pod that reads the files; add `worker: {image: …}` to `recovery`',
                    },
                ]),
        ]),
        ...Object.entries(buckets).flatMap(([name, { to }]) => each(['buckets', name, 'to'], to, noRestic)),
        ...each(['images', 'to'], images.to, noFolder),
        ...(secrets === undefined || recipients.length > 0
            ? []
            : [
                {
                    path: ['secrets'],
                    message: 'can be encrypted for nobody; add a public key of age to `recipients`',
                },
            ]),
    ];
}

;// CONCATENATED MODULE: ./.build/js/src/config/managed.js



const databaseNameSchema = () => (0,grammar/* text */.Qq)(/^[^\s\p{Cc}"'\\]{1,63}$/u, {
    problem: 'is no name of a database',
    remedy: 'write the one that `psql -l` shows',
});
const replicaSchema = schemas/* strictObject */.rej({
    apart: apartSchema(),
    mode: schemas/* enum */.k5n(['synchronous', 'asynchronous']).meta({
        description: 'Whether a commit waits until it has it.',
        example: 'synchronous',
    }),
    'max-lag': grammar/* durationSchema */.sK.exactOptional().meta({
        description: 'How far it may fall behind before the alert SlipwayReplicaBehind fires, which `slipway alerts` writes; of one outside of the cluster, what its provider promises. Only of an asynchronous one.',
        example: '30s',
    }),
})
    .refine(({ mode, 'max-lag': lag }) => mode === 'asynchronous' || lag === undefined, {
    error: 'is synchronous, which never falls behind; leave `max-lag` out',
});
const managedSchema = schemas/* strictObject */.rej({
    host: (0,grammar/* text */.Qq)(/^[A-Za-z0-9]([A-Za-z0-9.:-]{0,251}[A-Za-z0-9])?$/, {
        problem: 'is no name of a server',
        remedy: 'write its name or address alone, such as shop.abc.eu-central-1.rds.amazonaws.com',
    }).meta({
        description: 'Its server, as it is reached from the namespace.',
        example: 'shop.abc.eu-central-1.rds.amazonaws.com',
    }),
    port: schemas/* int */.Whr({ error: 'is no port' })
        .min(1, { error: 'is no port' })
        .max(65_535, { error: 'is no port' })
        .prefault(5432)
        .meta({ description: 'Its port.', example: 5432 }),
    database: databaseNameSchema().meta({ description: 'The database of the application.', example: 'shop' }),
    user: (0,grammar/* text */.Qq)(/^[^\s\p{Cc}"'\\]{1,63}$/u, {
        problem: 'is no name of a user',
        remedy: 'write the one that `\\du` shows in psql',
    }).meta({
        description: 'Who reads it: a user that may read every table, and whom no row security hides rows from.',
        example: 'backup',
    }),
    secret: (0,grammar/* labelSchema */.Gx)('the name of a Secret', 253).meta({
        description: 'The Secret of the namespace with the password; the pod reads it, and nobody else.',
        example: 'shop-db',
    }),
    key: (0,grammar/* text */.Qq)(/^[-._a-zA-Z0-9]{1,253}$/, {
        problem: 'is no key of a Secret',
        remedy: 'write the one that `kubectl describe secret` shows',
    })
        .prefault('password')
        .meta({ description: 'Which key of it holds the password.', example: 'password' }),
    sslmode: schemas/* enum */.k5n(['verify-full', 'verify-ca', 'require', 'disable']).prefault('verify-full').meta({
        description: 'How the connection is protected: `verify-full` and `verify-ca` know the server by its certificate, `require` only encrypts, `disable` does neither.',
        example: 'verify-full',
    }),
    authority: (0,grammar/* labelSchema */.Gx)('the name of a ConfigMap', 253).exactOptional().meta({
        description: 'A ConfigMap whose `ca.crt` holds the certificates of the authorities of the server. Default: those that the image of `worker` trusts.',
        example: 'rds-authority',
    }),
    to: schemas/* array */.YOg((0,grammar/* labelSchema */.Gx)('the name of a repository'))
        .min(1, { error: 'is empty; name at least one repository, such as `- near`' })
        .meta({ description: 'The repositories of restic that it is backed up to.', example: ['near', 'far'] }),
    every: daysInMilliseconds.prefault('1d').meta({ description: 'How often that is done.', example: '1d' }),
    replicas: schemas/* array */.YOg(replicaSchema)
        .prefault([])
        .meta({
        description: 'Its standbys, as its provider promises them.',
        example: [{ apart: 'zone', mode: 'synchronous' }],
    }),
});
const managedShape = {
    managed: schemas/* record */.g1P((0,grammar/* labelSchema */.Gx)('the name of a database', 50), managedSchema)
        .prefault({})
        .meta({
        description: 'Databases of PostgreSQL that run outside of the cluster, by names of your choice: pg_dump reads them, and restic keeps them.',
        example: {
            orders: {
                host: 'orders.abc.eu-central-1.rds.amazonaws.com',
                database: 'orders',
                user: 'backup',
                secret: 'orders-db',
                to: ['near', 'far'],
            },
        },
    }),
};
function managedProblems({ managed, databases, repositories, worker, }) {
    return Object.entries(managed).flatMap(([name, { to, sslmode, authority }]) => {
        const problems = [];
        const path = ['managed', name];
        if (databases[name] !== undefined)
            problems.push({ path, message: 'is the name of one of `databases`, too; give each its own' });
        for (const [at, repository] of to.entries()) {
            const found = repositories[repository];
            if (found === undefined)
                problems.push({
                    path: [...path, 'to', at],
                    message: 'is no repository of this environment; add it to `repositories`',
                });
            else if (found.restic === undefined)
                problems.push({
                    path: [...path, 'to', at],
                    message: 'is a repository without restic; add `restic: {address: …}` to it',
                });
        }
        if (worker === undefined)
            problems.push({
                path: [...path, 'to'],
                message: 'needs a pod that reads it; add `worker: {image: …}` to `recovery`',
            });
        if (sslmode === 'verify-ca' && authority === undefined)
            problems.push({
                path: [...path, 'sslmode'],
                message: 'needs an authority of your own; add `authority`, or write verify-full',
            });
        return problems;
    });
}

;// CONCATENATED MODULE: ./.build/js/src/config/recovery.js









const lossSchema = (0,grammar/* text */.Qq)(/^(?=\d)(\d{1,8}h)?(\d{1,8}m)?(\d{1,8}s)?(\d{1,8}ms)?$/, {
    problem: 'is not a duration',
    remedy: 'write 0s for no loss at all, or numbers with units, such as 30s, 5m or 1h',
}).transform(written => (0,duration/* parseMilliseconds */.kU)(written) ?? 0);
const databaseSchema = schemas/* strictObject */.rej({
    workload: (0,grammar/* objectSchema */.x0)(['StatefulSet', 'Deployment'], 'db').meta({
        description: 'The workload whose pods run PostgreSQL; backups are made in them.',
        example: 'StatefulSet/db',
    }),
    container: (0,grammar/* labelSchema */.Gx)('the name of a container').exactOptional().meta({
        description: 'The container with PostgreSQL and pgBackRest. Default: the first one.',
        example: 'postgres',
    }),
    stanza: (0,grammar/* text */.Qq)(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/, {
        problem: 'is no name of a stanza',
        remedy: 'write the one that `pgbackrest info` shows',
    }).meta({ description: 'Its stanza in pgBackRest.', example: 'shop' }),
    database: databaseNameSchema().meta({ description: 'The database of the application.', example: 'shop' }),
    configuration: schemas/* array */.YOg((0,grammar/* objectSchema */.x0)(['Secret', 'ConfigMap'], 'pgbackrest'))
        .prefault([])
        .meta({
        description: 'The Secrets and ConfigMaps that pgBackRest reads in its pods; they are copied to where a copy is restored.',
        example: ['Secret/pgbackrest'],
    }),
    full: daysInMilliseconds
        .prefault('7d')
        .meta({ description: 'How often a full backup is made.', example: '7d' }),
    incremental: daysInMilliseconds
        .prefault('1d')
        .meta({ description: 'How often an incremental one is made.', example: '1d' }),
    'archive-timeout': grammar/* durationSchema */.sK.exactOptional().meta({
        description: 'After how long PostgreSQL archives a segment that is not full: its `archive_timeout`, which every backup checks. Default: WAL is not archived continuously.',
        example: '60s',
    }),
    'archive-lag': grammar/* durationSchema */.sK.prefault('1m').meta({
        description: 'How long a segment may take to a repository before somebody is alarmed.',
        example: '1m',
    }),
    inventory: sizeSchema.prefault('1Gi').meta({
        description: 'About how much of each table a backup reads to count what it holds. Of a larger table it counts a sample of the blocks, always the same ones.',
        example: '1Gi',
    }),
    verify: daysInMilliseconds.prefault('7d').meta({
        description: 'How often all of each repository is read back. The new backup, with what it is built upon, is read at every backup.',
        example: '7d',
    }),
    to: schemas/* array */.YOg((0,grammar/* labelSchema */.Gx)('the name of a repository'))
        .min(1, { error: 'is empty; name at least one repository, such as `- near`' })
        .meta({ description: 'The repositories that it is backed up to.', example: ['near', 'far'] }),
    'in-place': inPlaceSchema.exactOptional().meta({
        description: 'How it is restored over itself, by who types that this is meant. Default: it is restored elsewhere alone.',
        example: { data: '/home/postgres/pgdata/pgroot/data', forget: ['Endpoints/db', 'Endpoints/db-sync'] },
    }),
    replicas: schemas/* array */.YOg(replicaSchema)
        .prefault([])
        .meta({
        description: 'Its standbys.',
        example: [{ apart: 'zone', mode: 'synchronous' }],
    }),
});
const targetSchema = schemas/* strictObject */.rej({
    rto: grammar/* durationSchema */.sK.meta({ description: 'How soon it serves again.', example: '1h' }),
    rpo: lossSchema.meta({ description: 'How much of what was written may be lost.', example: '5m' }),
});
const recoverySchema = schemas/* strictObject */.rej({
    repositories: (0,grammar/* atLeastOne */.LU)(schemas/* record */.g1P((0,grammar/* labelSchema */.Gx)('the name of a repository'), repositorySchema), 'is empty; name at least one repository, such as `near: {apart: zone, pgbackrest: 1}`').meta({
        description: 'Where backups are kept, by name.',
        example: {
            near: { apart: 'zone', pgbackrest: 1 },
            far: { apart: 'region', pgbackrest: 2, locked: '30d' },
        },
    }),
    databases: schemas/* record */.g1P((0,grammar/* labelSchema */.Gx)('the name of a database'), databaseSchema)
        .prefault({})
        .meta({
        description: 'What pgBackRest backs up, by a name of your choice.',
        example: {
            shop: { workload: 'StatefulSet/db', stanza: 'shop', database: 'shop', to: ['near', 'far'] },
        },
    }),
    ...managedShape,
    targets: schemas/* strictObject */.rej({
        node: targetSchema.exactOptional().meta({ description: 'A pod, or the machine under it.' }),
        zone: targetSchema.exactOptional().meta({ description: 'All machines of a zone, and their disks.' }),
        region: targetSchema.exactOptional().meta({ description: 'All that is not in another region.' }),
        total: targetSchema.exactOptional().meta({
            description: 'All but what nobody can delete or reach: locked and offline repositories.',
        }),
    })
        .prefault({})
        .meta({
        description: 'How soon and with how little loss it has to come back, by what was lost. Default: node 15m and 0s, zone 1h and 5m, region 4h and 15m, total 8h and 1h.',
        example: { node: { rto: '15m', rpo: '0s' } },
    }),
    ...keptShape,
    drills: drillsSchema.exactOptional().meta({
        description: 'How losses are rehearsed.',
        example: { application: { url: 'https://shop.example.com', old: '/api/items/1' } },
    }),
})
    .check(({ value, issues }) => {
    for (const { path, message } of problems(value))
        issues.push({ code: 'custom', message, path: [...path], input: value });
});
const drillProblems = ({ databases, managed, drills }) => Object.keys(drills?.['not-drilled'] ?? {})
    .filter(name => !Object.hasOwn(databases, name) && !Object.hasOwn(managed, name))
    .map(name => ({
    path: ['drills', 'not-drilled', name],
    message: 'is no database of this environment; name one of `databases` or `managed`',
}));
function problems(recovery) {
    const { repositories, databases } = recovery;
    const numbers = Object.entries(repositories).map(([name, { pgbackrest }]) => ({ name, pgbackrest }));
    const twice = numbers.filter(({ pgbackrest }, at) => pgbackrest !== undefined && numbers.findIndex(each => each.pgbackrest === pgbackrest) < at);
    return [
        ...twice.map(({ name }) => ({
            path: ['repositories', name, 'pgbackrest'],
            message: 'is the number of another repository, too; give each its own',
        })),
        ...Object.entries(databases).flatMap(([name, { to }]) => to.flatMap((repository, at) => {
            const path = ['databases', name, 'to', at];
            const found = repositories[repository];
            if (found === undefined)
                return [{ path, message: 'is no repository of this environment; add it to `repositories`' }];
            return found.pgbackrest === undefined
                ? [{ path, message: 'is a repository without a number in pgBackRest; add `pgbackrest: N` to it' }]
                : [];
        })),
        ...managedProblems(recovery),
        ...keptProblems(recovery),
        ...drillProblems(recovery),
    ];
}

;// CONCATENATED MODULE: ./.build/js/src/config/retention.js


const patternSchema = (0,grammar/* text */.Qq)(/^[A-Za-z0-9_.*-]{1,128}$/, {
    problem: 'is no pattern of tags',
    remedy: 'write a tag, with "*" for any run of characters, such as pr-*',
});
const retention_daysInMilliseconds = grammar/* daysSchema */.Bw.transform(days => Number.parseInt(days, 10) * 86_400_000);
const retention_ruleSchema = schemas/* strictObject */.rej({
    tags: patternSchema.meta({
        description: 'The tags that the rule speaks of, with `*` for any run of characters.',
        example: 'pr-*',
    }),
    newest: schemas/* int */.Whr({ error: 'is no count; write a whole number from 1 to 10000' })
        .min(1, { error: 'keeps nothing; write a whole number from 1 to 10000' })
        .max(10_000, { error: 'is too many; write a whole number from 1 to 10000' })
        .exactOptional()
        .meta({ description: 'How many images of these tags stay, the newest first.', example: 20 }),
    for: retention_daysInMilliseconds
        .exactOptional()
        .meta({ description: 'How long they stay. Whichever keeps an image wins.', example: '30d' }),
})
    .refine(({ newest, for: days }) => newest !== undefined || days !== undefined, {
    error: 'keeps nothing; add `newest: 20` or `for: 30d`',
});
const retentionSchema = schemas/* strictObject */.rej({
    protect: schemas/* array */.YOg(patternSchema)
        .prefault([])
        .meta({
        description: 'Tags that never go, with `*` for any run of characters.',
        example: ['latest', 'v*'],
    }),
    rules: schemas/* array */.YOg(retention_ruleSchema)
        .prefault([])
        .meta({
        description: 'Which tags may go: those that a rule speaks of, and none of these rules keeps. All others stay.',
        example: [
            { tags: 'sha-*', newest: 20, for: '30d' },
            { tags: 'pr-*', for: '14d' },
        ],
    }),
    untagged: retention_daysInMilliseconds.exactOptional().meta({
        description: 'How long an image without a tag stays, where the registry lists those. Default: for ever.',
        example: '7d',
    }),
});

;// CONCATENATED MODULE: ./.build/js/src/config/scanning.js



const severities = ['critical', 'high', 'medium', 'low', 'unknown'];
const exceptionSchema = schemas/* strictObject */.rej({
    id: (0,grammar/* text */.Qq)(/^[A-Za-z0-9][A-Za-z0-9._:-]{2,99}$/, {
        problem: 'is no finding',
        remedy: 'write the CVE or advisory, or the rule that found a secret, such as CVE-2026-12345',
    }).meta({
        description: 'The CVE or advisory, or the rule that found a secret, as the summary names it.',
        example: 'CVE-2026-12345',
    }),
    image: (0,grammar/* labelSchema */.Gx)('the name of an image')
        .exactOptional()
        .meta({ description: 'Only in this image of slipway.yml. Default: in all.', example: 'shop' }),
    package: (0,grammar/* text */.Qq)(/^\S(.*\S)?$/, { problem: 'is no package', remedy: 'write its name, such as lodash' })
        .exactOptional()
        .meta({
        description: 'Only in this package; of a secret, the file. Default: in all.',
        example: 'lodash',
    }),
    ...answeredFor,
});
const scanSchema = schemas/* strictObject */.rej({
    'fail-on': schemas/* array */.YOg(schemas/* enum */.k5n(severities, { error: 'is not a severity; write critical, high, medium, low or unknown' }))
        .prefault(['critical'])
        .meta({
        description: 'Severities of which a single finding fails the scan; an empty list only reports.',
        example: ['critical', 'high'],
    }),
    'only-fixable': schemas/* boolean */.zMY({ error: 'is neither true nor false' })
        .prefault(false)
        .meta({ description: 'Count only findings that a newer version of the package fixes.', example: true }),
    misconfiguration: schemas/* boolean */.zMY({ error: 'is neither true nor false' }).prefault(false).meta({
        description: 'Judge configuration that lies in the image, such as manifests, too; 2 to 7 s more an image.',
        example: true,
    }),
    grace: grammar/* daysSchema */.Bw.exactOptional().meta({
        description: 'A vulnerability that was published less than that long ago fails nothing yet. Default: none.',
        example: '3d',
    }),
    compare: schemas/* literal */.euz('deployed', { error: 'is not a choice; write deployed, or leave it out' })
        .exactOptional()
        .meta({
        description: 'Count only vulnerabilities that the deployed image does not have; the input `deployed` names it. Default: all count.',
        example: 'deployed',
    }),
    'database-age': grammar/* daysSchema */.Bw
        .prefault('7d')
        .meta({ description: 'A database that is older is not used.', example: '2d' }),
    mirrors: schemas/* array */.YOg((0,grammar/* text */.Qq)(/^[a-z0-9][a-z0-9._:/-]*:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/, {
        problem: 'is no repository with a tag',
        remedy: 'write a copy of the database of trivy, such as registry.example.com/mirror/trivy-db:2',
    }))
        .prefault([])
        .meta({
        description: 'Where the database comes from, in the order in which they are asked; without a login. Default: the places of its makers.',
        example: ['registry.example.com/mirror/trivy-db:2'],
    }),
    exceptions: schemas/* array */.YOg(exceptionSchema)
        .prefault([])
        .meta({
        description: 'What is tolerated for a while.',
        example: [
            {
                id: 'CVE-2026-12345',
                package: 'lodash',
                owner: 'platform-team',
                reason: 'the function that it is about is not called',
                expires: '2027-01-31',
            },
        ],
    }),
    vex: schemas/* array */.YOg((0,grammar/* text */.Qq)(/^[^\p{Cc}]+$/u, {
        problem: 'is not a path',
        remedy: 'write the path of a VEX document, such as .slipway/shop.openvex.json',
    }))
        .prefault([])
        .meta({
        description: 'VEX documents (OpenVEX, CycloneDX or CSAF, in JSON), relative to slipway.yml: what does not affect the images, and why.',
        example: ['.slipway/shop.openvex.json'],
    }),
});

// EXTERNAL MODULE: ./.build/js/src/config/signing.js
var signing = __webpack_require__(45139);
;// CONCATENATED MODULE: ./.build/js/src/config/verification.js


const checkSchema = schemas/* strictObject */.rej({
    get: grammar/* requestPathSchema */.gq.meta({
        description: 'The path to request, with its query if any.',
        example: '/ready',
    }),
    status: schemas/* int */.Whr({ error: 'is not an HTTP status; write a number from 200 to 599' })
        .min(200, { error: 'is not an HTTP status; write a number from 200 to 599' })
        .max(599, { error: 'is not an HTTP status; write a number from 200 to 599' })
        .default(200)
        .meta({
        description: 'The status that the answer must have. Redirects are not followed.',
        example: 200,
    }),
    type: grammar/* mediaTypeSchema */.sJ.exactOptional().meta({
        description: 'The media type of the answer; its parameters are not compared.',
        example: 'application/json',
    }),
    body: schemas/* string */.YjP()
        .exactOptional()
        .meta({ description: 'The whole body, exactly; one trailing newline is not compared.' }),
    json: (0,grammar/* atLeastOne */.LU)(schemas/* record */.g1P(grammar/* jsonPathSchema */.zg, schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY(), schemas/* null */.chJ()], {
        error: 'is not a single value; compare with text, a number, true, false or null',
    })), 'has no entry; name at least one JSON path, such as `version: 1.4.2`')
        .exactOptional()
        .meta({
        description: 'Values that the JSON body must have, by path.',
        example: { 'items[0].name': 'tea' },
    }),
    headers: (0,grammar/* atLeastOne */.LU)(schemas/* record */.g1P(grammar/* headerNameSchema */.Og, schemas/* string */.YjP()), 'has no entry; name at least one header, such as `Cache-Control: no-store`')
        .exactOptional()
        .meta({
        description: 'Headers that the answer must have, exactly.',
        example: { 'Cache-Control': 'no-store' },
    }),
    within: grammar/* durationSchema */.sK
        .prefault('30s')
        .meta({ description: 'How long the check may be repeated until it passes.', example: '30s' }),
})
    .meta({ description: 'One request and what its answer must be.', example: { get: '/ready' } });
const verifySchema = schemas/* strictObject */.rej({
    from: schemas/* enum */.k5n(['gateway', 'service']).exactOptional().meta({
        description: 'Where the requests enter: the gateway of `route`, or `service`. Default: gateway if there is a route.',
        example: 'gateway',
    }),
    url: grammar/* addressSchema */.oL.exactOptional().meta({
        description: 'The address to send requests to, instead of the one found in the cluster.',
        example: 'https://shop.example.com',
    }),
    checks: schemas/* array */.YOg(checkSchema)
        .min(1, { error: 'is empty; list at least one check, such as `- {get: /ready}`' })
        .meta({
        description: 'Requests that must succeed after a deploy and after a rollback.',
        example: [{ get: '/ready' }],
    }),
});

;// CONCATENATED MODULE: ./.build/js/src/config/schema.js

















const environmentFields = schemas/* strictObject */.rej({
    requires: requiresSchema.exactOptional().meta({
        description: 'The environment in which the same digests have to be verified before they may come here.',
        example: { environment: 'staging', soak: '1h' },
    }),
    repositories: schemas/* record */.g1P((0,grammar/* labelSchema */.Gx)('the name of an image'), grammar/* repositorySchema */._L)
        .exactOptional()
        .meta({
        description: 'Repositories of its own, by the names of images, in the same registry or another one: `push` with `environment` copies there what was released.',
        example: { shop: '123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop' },
    }),
    trust: signing.trustSchema.exactOptional().meta({
        description: 'What an image must prove before it comes here; what it leaves out is as the whole file demands.',
        example: { attestations: ['provenance', 'sbom'] },
    }),
    cluster: clusterSchema.exactOptional().meta({
        description: 'A cluster that trusts the OIDC tokens of GitHub Actions. Default: the kubeconfig at hand.',
        example: { server: 'https://api.cluster.example.com:6443', audience: 'shop-production' },
    }),
    namespace: (0,grammar/* labelSchema */.Gx)('a namespace').meta({
        description: 'The namespace of the workload.',
        example: 'shop',
    }),
    manifests: schemas/* array */.YOg(grammar/* manifestPathSchema */.GQ)
        .min(1, { error: 'is empty; list at least one file or folder, such as `- deploy/`' })
        .meta({
        description: 'Files, folders of YAML, or kustomize folders, relative to slipway.yml.',
        example: ['deploy/'],
    }),
    workload: (0,grammar/* objectSchema */.x0)(['Deployment', 'StatefulSet', 'DaemonSet'], 'shop').meta({
        description: 'The workload that carries the images.',
        example: 'Deployment/shop',
    }),
    workers: schemas/* array */.YOg((0,grammar/* objectSchema */.x0)(['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob'], 'shop-worker'))
        .default([])
        .meta({
        description: 'Further workloads and CronJobs of the same images, which get no traffic: they follow when the workload serves the new version. Those of the manifests that run an image of the application are workers whether they are listed or not.',
        example: ['Deployment/shop-worker'],
    }),
    service: (0,grammar/* labelSchema */.Gx)('the name of a Service')
        .exactOptional()
        .meta({ description: 'The Service in front of the workload.', example: 'shop' }),
    route: (0,grammar/* objectSchema */.x0)(['HTTPRoute'], 'shop')
        .exactOptional()
        .meta({ description: 'The HTTPRoute in front of the Service.', example: 'HTTPRoute/shop' }),
    strategy: strategySchema.prefault({ rolling: {} }).meta({
        description: 'How a release replaces the one before: rolling, canary or blue-green.',
        example: { rolling: { deadline: '5m' } },
    }),
    gateway: gatewaySchema.prefault({}).meta({
        description: 'How long the gateway in front of the Service may take. The defaults fit a cloud load balancer where a gate judges.',
        example: { acceptance: '2m', arrival: '2m', drain: '3s' },
    }),
    gate: gateSchema.exactOptional().meta({
        description: 'What judges the candidate of a canary against the baseline.',
        example: {
            prometheus: { service: 'monitoring/prometheus:9090' },
            metrics: [{ name: 'errors', total: 'http_requests_total', bad: 'http_requests_total{code=~"5.."}' }],
        },
    }),
    hooks: hooksSchema.exactOptional().meta({
        description: 'What runs before and after a release.',
        example: { pre: { job: 'hooks/migrate.yaml' } },
    }),
    reversible: reversibleSchema.exactOptional(),
    live: schemas/* array */.YOg(grammar/* liveSchema */.MN)
        .default([])
        .meta({
        description: 'ConfigMaps and Secrets that pods name and that keep their names and stay live, instead of being shipped with the release.',
        example: ['ConfigMap/feature-flags'],
    }),
    recovery: recoverySchema.exactOptional().meta({
        description: 'How it is backed up, and how soon and with how little loss it has to come back.',
        example: {
            repositories: { far: { apart: 'region', pgbackrest: 1, locked: '30d' } },
            databases: { shop: { workload: 'StatefulSet/db', stanza: 'shop', database: 'shop', to: ['far'] } },
        },
    }),
    verify: verifySchema
        .exactOptional()
        .meta({ description: 'How to prove that the release works.', example: { checks: [{ get: '/ready' }] } }),
});
const environmentSchema = environmentFields.transform((environment, context) => {
    if (context.issues.length > 0)
        return core/* NEVER */.tm;
    const { verify, ...rest } = environment;
    const [wrong] = workerProblems(environment);
    if (wrong !== undefined) {
        context.addIssue({ code: 'custom', message: wrong.message, path: ['workers', wrong.index] });
        return core/* NEVER */.tm;
    }
    const lacking = strategyProblem(environment);
    if (lacking !== undefined) {
        context.addIssue({ code: 'custom', message: lacking, path: ['strategy'] });
        return core/* NEVER */.tm;
    }
    if (verify === undefined)
        return rest;
    const from = verify.from ?? entrance(environment);
    const missing = missingAddress(from, environment);
    if (missing === undefined)
        return { ...rest, verify: { ...verify, from } };
    context.addIssue({
        code: 'custom',
        message: missing,
        path: verify.from === undefined ? ['verify'] : ['verify', 'from'],
    });
    return core/* NEVER */.tm;
});
const slipwayFields = schemas/* strictObject */.rej({
    app: (0,grammar/* labelSchema */.Gx)('the name of an application', 40).meta({
        description: 'The name of the application; objects in the cluster are named after it.',
        example: 'shop',
    }),
    images: (0,grammar/* atLeastOne */.LU)(schemas/* record */.g1P((0,grammar/* labelSchema */.Gx)('the name of an image'), imageSchema), 'is empty; name at least one image, such as `shop: {repository: ghcr.io/acme/shop}`').meta({
        description: 'The images that a release ships, by name.',
        example: { shop: { repository: 'ghcr.io/acme/shop' } },
    }),
    tags: tagsSchema.exactOptional().meta({
        description: 'Which tags images get. Default: the version, branch or pull request that is built, and the commit.',
        example: {
            rules: [
                { type: 'semver', pattern: '{{version}}' },
                { type: 'semver', pattern: '{{major}}.{{minor}}' },
                { type: 'ref', event: 'branch' },
            ],
        },
    }),
    test: testSchema
        .exactOptional()
        .meta({ description: 'How the application is tested.', example: { run: 'npm test' } }),
    scan: scanSchema.prefault({}).meta({
        description: 'Which findings in an image stop it.',
        example: { 'fail-on': ['critical', 'high'], 'only-fixable': true },
    }),
    policy: policySchema.prefault({}).meta({
        description: 'What Dockerfiles and images may be like.',
        example: { rules: { 'base-digest': 'error' } },
    }),
    signing: signing.signingSchema.exactOptional().meta({
        description: 'How images are signed when they are released. Default: they are not.',
        example: { key: 'env://COSIGN_PRIVATE_KEY' },
    }),
    trust: signing.trustSchema.exactOptional().meta({
        description: 'What an image must prove before it comes to any environment. Default: what `signing` makes, and nothing without it.',
        example: { key: 'cosign.pub', attestations: ['provenance', 'sbom', 'scan'] },
    }),
    retention: retentionSchema.exactOptional().meta({
        description: 'Which images may go from their repositories, and which never. Default: nothing goes.',
        example: { protect: ['latest', 'v*'], rules: [{ tags: 'pr-*', for: '14d' }] },
    }),
    environments: schemas/* record */.g1P((0,grammar/* labelSchema */.Gx)('the name of an environment'), environmentSchema)
        .prefault({})
        .meta({
        description: 'The places that a release can go to, by name. Default: none, where images are only built, and released from elsewhere.',
        example: { production: { namespace: 'shop', manifests: ['deploy/'], workload: 'Deployment/shop' } },
    }),
});
const slipwaySchema = slipwayFields.check(({ value, issues }) => {
    const wrongImages = [
        ...baseProblems(value.images),
        ...candidateProblems(value.images),
        ...mirrorProblems(value.images),
    ];
    for (const { path, message } of wrongImages) {
        issues.push({ code: 'custom', message, path: ['images', ...path], input: value });
    }
    for (const part of ['scan', 'policy']) {
        for (const { path, message } of exceptionProblems(value[part].exceptions, value.images)) {
            issues.push({ code: 'custom', message, path: [part, ...path], input: value });
        }
    }
    for (const { path, message } of placeProblems(value.environments, value.images)) {
        issues.push({ code: 'custom', message, path: ['environments', ...path], input: value });
    }
    for (const { path, message } of (0,signing.trustProblems)(value)) {
        issues.push({ code: 'custom', message, path, input: value });
    }
    for (const { path, message } of requiresProblems(value.environments)) {
        issues.push({ code: 'custom', message, path: ['environments', ...path], input: value });
    }
});
function workerProblems({ workers, workload }) {
    const titles = workers.map(({ kind, name }) => `${kind}/${name}`);
    return titles.flatMap((title, index) => {
        if (title === `${workload.kind}/${workload.name}`)
            return [{ index, message: 'is the workload itself; list only what stands beside it' }];
        if (title === `Deployment/${workload.name}-canary`)
            return [{ index, message: 'has the name of the candidate beside the workload; rename it' }];
        return titles.indexOf(title) === index
            ? []
            : [{ index, message: 'is listed twice; keep one of the two' }];
    });
}
const longestService = 63 - '-canary'.length;
function strategyProblem({ strategy, gate, service, route, workload }) {
    if (strategy.kind === 'rolling')
        return undefined;
    if (workload.kind !== 'Deployment')
        return `is ${strategy.kind}, which takes a Deployment, for ${workload.kind}/${workload.name} cannot stand beside a copy of itself; write \`strategy: {rolling: {}}\``;
    if (service === undefined)
        return `is ${strategy.kind}, which needs a Service; add \`service: name\` to the environment`;
    if (service.length > longestService)
        return `is ${strategy.kind}, which creates Service/${service}-canary, a name of more than 63 characters; use a Service with a name of at most ${longestService}`;
    if (strategy.kind === 'canary' && gate === undefined) {
        return 'is canary, which needs something that judges; add `gate:` to the environment';
    }
    if (strategy.preview !== undefined && route === undefined) {
        return 'has a preview by header, which needs a route; add `route: HTTPRoute/name` to the environment';
    }
    return undefined;
}
function entrance(environment) {
    if (environment.route !== undefined)
        return 'gateway';
    return environment.service === undefined && environment.verify?.url !== undefined ? 'gateway' : 'service';
}
function missingAddress(from, environment) {
    const { verify, route, service } = environment;
    if (from === 'gateway' && route === undefined && verify?.url === undefined) {
        return 'needs a route or an address; add `route: HTTPRoute/name` to the environment, or `url:` to verify';
    }
    if (from === 'service' && service === undefined) {
        return verify?.from === undefined
            ? 'has nothing to send requests to; add `route:` or `service:` to the environment, or `url:` to verify'
            : 'needs a Service; add `service: name` to the environment';
    }
    return undefined;
}


/***/ }),

/***/ 45139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   attestations: () => (/* binding */ attestations),
/* harmony export */   isKmsKey: () => (/* binding */ isKmsKey),
/* harmony export */   signingSchema: () => (/* binding */ signingSchema),
/* harmony export */   trustOf: () => (/* binding */ trustOf),
/* harmony export */   trustOfProofs: () => (/* binding */ trustOfProofs),
/* harmony export */   trustProblems: () => (/* binding */ trustProblems),
/* harmony export */   trustSchema: () => (/* binding */ trustSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/* harmony import */ var _grammar_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40217);


const attestations = ['provenance', 'sbom', 'scan'];
const remoteKey = '(awskms|gcpkms|azurekms|hashivault)://[\\x21-\\x7e]+';
const isKmsKey = (key) => new RegExp(`^${remoteKey}$`).test(key);
const privateKeySchema = (0,_grammar_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(new RegExp(`^(env://[A-Za-z_][A-Za-z0-9_]*|${remoteKey}|(?!.*://)[^\\p{Cc}]+)$`, 'u'), {
    problem: 'is not a key',
    remedy: 'write env://NAME, the address of a key service such as awskms:///alias/shop, or the path of a file',
});
const publicKeySchema = (0,_grammar_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(new RegExp(`^(env://[A-Za-z_][A-Za-z0-9_]*|${remoteKey}|(?!/)(?!.*://)[^\\p{Cc}]+)$`, 'u'), {
    problem: 'is not a public key',
    remedy: 'write the path of a file relative to slipway.yml, such as cosign.pub, or the address of a key service',
});
const attestationsSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(attestations, { error: 'is no attestation; write provenance, sbom or scan' }));
const signingSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    key: privateKeySchema.exactOptional().meta({
        description: 'The private key: `env://NAME` for a variable that holds it, the address of a key service, or a file. Its password is in COSIGN_PASSWORD. Default: none; the identity of the workflow signs, with a certificate for that moment.',
        example: 'env://COSIGN_PRIVATE_KEY',
    }),
    attest: attestationsSchema.prefault([...attestations]).meta({
        description: 'What is said of each image beside the signature.',
        example: ['provenance', 'sbom', 'scan'],
    }),
    format: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['bundle', 'legacy'], { error: 'is not a format; write bundle or legacy' })
        .prefault('bundle')
        .meta({
        description: 'How signatures are kept: `bundle`, as cosign 3 does, or `legacy` for verifiers that know only the tags of cosign 2.',
        example: 'legacy',
    }),
    'public-log': zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY({ error: 'is neither true nor false' }).exactOptional().meta({
        description: 'Whether signatures may stand in the public transparency log, with the name of the image and of the repository. Default: only those of a public repository that signs without a key.',
        example: true,
    }),
    services: _grammar_js__WEBPACK_IMPORTED_MODULE_0__/* .fileNameSchema */ .x7.exactOptional().meta({
        description: 'A signing configuration of cosign, relative to slipway.yml, that names your own services. Default: those of Sigstore for everybody.',
        example: '.slipway/signing-config.json',
    }),
});
const patternSchema = (noun, example) => (0,_grammar_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/^[\x21-\x7e]+$/, {
    problem: `is not ${noun}`,
    remedy: `write it with "*" for what varies, such as ${example}`,
});
const identityFields = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    issuer: (0,_grammar_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/^(https:\/\/[^\s/@?#]+|http:\/\/(localhost|127\.0\.0\.1)(:[0-9]{1,5})?)(\/[^\s?#]*)?$/, {
        problem: 'is not an issuer',
        remedy: 'write its address, such as https://token.actions.githubusercontent.com',
    })
        .exactOptional()
        .meta({
        description: 'Who vouches for the identity. Default: GitHub Actions, of the server that runs the release.',
        example: 'https://gitlab.com',
    }),
    repository: (0,_grammar_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/^https:\/\/[^\s@?#]+[^\s/@?#]$/, {
        problem: 'is not the address of a repository',
        remedy: 'write it as its page has it, such as https://github.com/acme/shop',
    })
        .exactOptional()
        .meta({
        description: 'The repository whose workflow signed. Default: the one that releases; of another issuer than GitHub none where a `subject` is named.',
        example: 'https://github.com/acme/shop',
    }),
    'repository-id': zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr({ error: 'is not a number; write what `gh api repos/acme/shop --jq .id` says' })
        .positive({ error: 'is not a number; write what `gh api repos/acme/shop --jq .id` says' })
        .exactOptional()
        .meta({
        description: 'Its number, which stays its own when somebody else gets its name.',
        example: 123456789,
    }),
    ref: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(patternSchema('a ref', 'refs/heads/main'))
        .min(1, { error: 'is empty; list at least one pattern, such as `- refs/heads/*`' })
        .exactOptional()
        .meta({
        description: 'From what it was signed; `*` matches anything. Default: the default branch, and the branch or tag that releases.',
        example: ['refs/heads/main', 'refs/tags/v*'],
    }),
    subject: patternSchema('a subject', 'https://github.com/acme/shop/.github/workflows/*')
        .exactOptional()
        .meta({
        description: 'The identity itself, such as the workflow that signs; `*` matches anything. Default: any of the repository.',
        example: 'https://github.com/slipway/slipway/.github/workflows/build.yml@refs/tags/v*',
    }),
});
const trustSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    signed: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY({ error: 'is neither true nor false' }).prefault(true).meta({
        description: 'Whether an image must be signed at all; `false`: nothing is asked of it.',
        example: false,
    }),
    key: publicKeySchema.exactOptional().meta({
        description: 'The public key: a file relative to slipway.yml, the address of a key service, or `env://NAME`. Default: that of `signing.key` where a key service keeps it.',
        example: 'cosign.pub',
    }),
    identity: identityFields.exactOptional().meta({
        description: 'Instead of it: who must have signed. Default: the repository that releases.',
        example: { repository: 'https://github.com/acme/shop', 'repository-id': 123456789 },
    }),
    attestations: attestationsSchema.exactOptional().meta({
        description: 'What must be said of an image, by whoever signed it. Default: what `signing` attests.',
        example: ['provenance', 'sbom', 'scan'],
    }),
    'scan-age': _grammar_js__WEBPACK_IMPORTED_MODULE_0__/* .daysSchema */ .Bw.exactOptional().meta({
        description: 'How old the attested scan may be. Default: any age.',
        example: '30d',
    }),
    root: _grammar_js__WEBPACK_IMPORTED_MODULE_0__/* .fileNameSchema */ .x7.exactOptional().meta({
        description: 'A trusted root of cosign, relative to slipway.yml: whose certificates, logs and timestamps count. Whatever it names is demanded. Default: Sigstore for everybody, which cosign asks for.',
        example: '.slipway/trusted-root.json',
    }),
});
function trustOf({ signing, trust }, own) {
    const whole = { ...(trust ?? { signed: signing !== undefined }), ...own };
    const { signed, key: _key, identity: _identity, attestations: named, ...rest } = whole;
    if (!signed)
        return undefined;
    return { ...rest, ...signerOf(own, trust, signing), attestations: named ?? signing?.attest ?? [] };
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
    const places = [
        { path: ['trust'], written: config.trust },
        ...Object.entries(config.environments).map(([name, { trust }]) => ({
            path: ['environments', name, 'trust'],
            written: trust,
        })),
    ];
    const wrong = places.flatMap(({ path, written }) => written === undefined ? [] : problemsOf(path, written));
    if (wrong.length > 0)
        return wrong;
    return config.signing === undefined ? unsignedProofs(config) : signingProblems(config, config.signing);
}
function unsignedProofs(config) {
    return Object.entries(config.environments).flatMap(([name, { trust, requires }]) => {
        if (requires === undefined || trustOf(config, trust) === undefined)
            return [];
        const message = 'counts only what is signed, since `trust` demands signatures, and nothing signs that an image was verified; add `signing: {}`, or `signing: {key: …}`';
        return [{ path: ['environments', name, 'requires'], message }];
    });
}
function signingProblems(config, { key, services }) {
    const trusts = Object.values(config.environments).flatMap(({ trust }) => trustOf(config, trust) ?? []);
    if (key !== undefined && trusts.some(each => each.key === undefined && each.identity === undefined)) {
        const message = 'signs with a key, and nothing says with which public key releases are verified; add `trust: {key: cosign.pub}`';
        return [{ path: ['signing'], message }];
    }
    if (services !== undefined && config.trust?.root === undefined) {
        const message = 'names services that nobody trusts; add `trust: {root: .slipway/trusted-root.json}`';
        return [{ path: ['signing', 'services'], message }];
    }
    return [];
}
function problemsOf(path, { key, identity }) {
    if (identity === undefined)
        return [];
    if (key !== undefined)
        return [{ path: [...path, 'identity'], message: 'stands beside `key`; keep one of the two' }];
    const { repository, 'repository-id': id } = identity;
    const here = [...path, 'identity'];
    if (repository !== undefined && id === undefined)
        return [
            {
                path: [...here, 'repository'],
                message: 'has a name that somebody else may get one day; add its `repository-id`, which `gh api repos/OWNER/NAME --jq .id` tells',
            },
        ];
    if (repository === undefined && id !== undefined)
        return [
            { path: [...here, 'repository-id'], message: 'is of no repository; add `repository: https://…`' },
        ];
    return [];
}


/***/ }),

/***/ 1808:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dy: () => (/* binding */ names),
/* harmony export */   QC: () => (/* binding */ parseTemplate),
/* harmony export */   Rc: () => (/* binding */ templateMistake)
/* harmony export */ });
/* harmony import */ var _date_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24020);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34182);


const general = ['branch', 'tag', 'sha', 'base_ref', 'is_default_branch', 'is_not_default_branch'];
const ofVersion = ['version', 'raw', 'major', 'minor', 'patch', 'prerelease'];
const ofArgument = ['version', 'commit'];
const factsOf = {
    general,
    semver: [...ofVersion, ...general],
    argument: [...ofArgument, ...general],
};
const dateExpression = /^(date|commit_date)\s+(?:'([^']*)'|"([^"]*)")(?:\s+tz=(?:'([^']*)'|"([^"]*)"))?$/;
function parseTemplate(text, scope) {
    const parts = [];
    let rest = text;
    while (rest !== '') {
        const open = rest.indexOf('{{');
        if (open !== 0) {
            const before = open < 0 ? rest : rest.slice(0, open);
            const escapes = scope === 'argument' && open > 0 && before.endsWith('\\');
            const taken = escapes && !before.endsWith('\\\\');
            parts.push({ kind: 'text', text: `${escapes ? before.slice(0, -1) : before}${taken ? '{{' : ''}` });
            rest = open < 0 ? '' : rest.slice(taken ? open + 2 : open);
            continue;
        }
        const close = rest.indexOf('}}');
        if (close < 0)
            return { mistake: `has a \`{{\` without its \`}}\`; add it${meantAsTheyAre(scope)}` };
        const part = parseExpression(rest.slice(2, close).trim(), scope);
        if ('mistake' in part)
            return part;
        parts.push(part);
        rest = rest.slice(close + 2);
    }
    return parts;
}
const meantAsTheyAre = (scope) => scope === 'argument' ? ' (where the braces themselves are meant, write `\\{{`)' : '';
function templateMistake(text, scope) {
    const template = parseTemplate(text, scope);
    return 'mistake' in template ? template.mistake : undefined;
}
function names(template, ...facts) {
    return template.some(part => part.kind === 'fact' && facts.some(fact => fact === part.name));
}
function parseExpression(written, scope) {
    const known = factsOf[scope];
    const fact = known.find(each => each === written);
    if (fact !== undefined)
        return { kind: 'fact', name: fact };
    if (scope === 'argument' && /^date\b/.test(written))
        return {
            mistake: 'names the time of the run, so the same commit would give another image each time; write `commit_date`',
        };
    if (/^(date|commit_date)\b/.test(written))
        return parseDate(written);
    const foreign = ofVersion.find(each => each === written);
    const shown = written.length > 40 ? `${written.slice(0, 39)}…` : written;
    if (foreign !== undefined)
        return { mistake: `names \`{{${foreign}}}\`, which only the pattern of a semver rule has; take it out` };
    return {
        mistake: `names \`{{${shown}}}\`, which is not known; ${(0,_suggest_js__WEBPACK_IMPORTED_MODULE_1__/* .suggest */ .ZA)(written, [...known, ...(scope === 'argument' ? [] : ['date']), 'commit_date'])}${meantAsTheyAre(scope)}`,
    };
}
function parseDate(written) {
    const [, of, single, double, zoneSingle, zoneDouble] = dateExpression.exec(written) ?? [];
    const format = single ?? double;
    if ((of !== 'date' && of !== 'commit_date') || format === undefined)
        return { mistake: "has a date without its form; write it as in {{date 'YYYYMMDD'}}" };
    const unknown = (0,_date_format_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDateFormat */ .xF)(format).find(part => part.kind === 'unknown');
    if (unknown !== undefined)
        return {
            mistake: `has a date with \`${unknown.text}\`, which is not known; use ${_date_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatParts */ .cL.join(', ')}, and [text] in brackets`,
        };
    const zone = zoneSingle ?? zoneDouble ?? 'UTC';
    if (!isZone(zone))
        return { mistake: `has a date in \`${zone}\`, which is no time zone; write one such as Europe/Berlin` };
    return { kind: 'date', of, format, zone };
}
function isZone(zone) {
    try {
        return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
    }
    catch {
        return false;
    }
}


/***/ })

};

export const id = 2955;
export const ids = [2955,8455];
export const modules = {

/***/ 11775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Am: () => (/* binding */ podMatcher),
/* harmony export */   Nx: () => (/* binding */ lets),
/* harmony export */   Pl: () => (/* binding */ parseSelector),
/* harmony export */   eu: () => (/* binding */ literal),
/* harmony export */   fN: () => (/* binding */ renamed),
/* harmony export */   fQ: () => (/* binding */ narrowed),
/* harmony export */   vJ: () => (/* binding */ printSelector)
/* harmony export */ });
function parseSelector(text) {
    const whole = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})?$/s.exec(text.trim());
    if (whole === null)
        return undefined;
    const [, name = '', inner = ''] = whole;
    const matchers = [];
    const one = /\s*([a-zA-Z_][a-zA-Z0-9_]*)\s*(=~|!~|!=|=)\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)\s*(?:,|$)/sy;
    while (one.lastIndex < inner.trimEnd().length) {
        const match = one.exec(inner);
        if (match === null)
            return undefined;
        const [, label = '', operator = '=', quoted = ''] = match;
        matchers.push({ label, operator: operator, value: unquoted(quoted) });
    }
    return { name, matchers };
}
function printSelector({ name, matchers }) {
    if (matchers.length === 0)
        return name;
    const inner = matchers.map(({ label, operator, value }) => `${label}${operator}${JSON.stringify(value)}`);
    return `${name}{${inner.join(',')}}`;
}
function narrowed(text, further) {
    const selector = parseSelector(text);
    if (selector === undefined)
        throw new Error(`not a series selector: ${text}`);
    return printSelector({ ...selector, matchers: [...selector.matchers, ...further] });
}
function renamed(text, part) {
    const selector = parseSelector(text);
    if (selector === undefined)
        throw new Error(`not a series selector: ${text}`);
    return printSelector({ ...selector, name: `${selector.name}_${part}` });
}
function lets({ label, operator, value }, labels) {
    const actual = labels[label] ?? '';
    switch (operator) {
        case '=':
            return actual === value;
        case '!=':
            return actual !== value;
        case '=~':
            return matches(value, actual);
        case '!~':
            return !matches(value, actual);
    }
}
function matches(pattern, text) {
    try {
        return new RegExp(`^(?:${pattern})$`, 's').test(text);
    }
    catch {
        return true;
    }
}
function unquoted(quoted) {
    const inner = quoted.slice(1, -1);
    if (quoted.startsWith('`'))
        return inner;
    return inner.replace(/\\(.)/gs, (_, letter) => escapes[letter] ?? letter);
}
const escapes = { n: '\n', t: '\t', r: '\r' };
function literal(text) {
    return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
const longestList = 3_000;
function podMatcher(names) {
    const list = [...new Set(names)].sort().map(literal).join('|');
    if (list.length <= longestList)
        return { label: 'pod', operator: '=~', value: list };
    const owners = [...new Set(names.map(name => literal(name.replace(/[^-]+$/, ''))))].sort();
    return { label: 'pod', operator: '=~', value: `(?:${owners.join('|')})[^-]+` };
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

/***/ 46915:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UD: () => (/* binding */ compare),
/* harmony export */   ps: () => (/* binding */ causes),
/* harmony export */   x: () => (/* binding */ perRequest),
/* harmony export */   yI: () => (/* binding */ harms)
/* harmony export */ });
/* harmony import */ var _toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35831);

const fewestSamples = 4;
const smallestChange = 0.25;
const smallestDifference = {
    bytes: 16 * 2 ** 20,
    count: 3,
    share: 0.002,
    seconds: 0.005,
    cores: 0.01,
};
function compare(signal, before, after) {
    const recent = after.slice(-Math.max(fewestSamples, Math.ceil(after.length / 3)));
    const old = valuesOf(before);
    const [was, is] = [(0,_toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_0__/* .quantile */ .Y)(old, 0.5), (0,_toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_0__/* .quantile */ .Y)(valuesOf(recent), 0.5)];
    const compared = { signal, before: was, after: is, samples: { before, after } };
    if (was === undefined || is === undefined || recent.length < fewestSamples || before.length < fewestSamples)
        return { ...compared, change: 'no-data' };
    const difference = is - was;
    const floor = signal.group === 'data' && signal.unit === 'share' ? 0.1 : smallestDifference[signal.unit];
    const isLarge = Math.abs(difference) > Math.max(smallestChange * Math.abs(was), floor ?? 0);
    const isBeyond = difference > 0 ? is > ((0,_toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_0__/* .quantile */ .Y)(old, 0.9) ?? is) : is < ((0,_toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_0__/* .quantile */ .Y)(old, 0.1) ?? is);
    return { ...compared, change: isLarge && isBeyond ? direction(signal, difference) : 'same' };
}
function direction({ worse }, difference) {
    if (worse === 'neither')
        return 'changed';
    return (worse === 'more') === difference > 0 ? 'worse' : 'better';
}
const harmful = ['errors', 'latency', 'saturation', 'data'];
const harms = ({ signal, change }) => change === 'worse' && harmful.includes(signal.group);
const telling = ['errors', 'latency', 'saturation'];
const causes = (comparison) => {
    const { signal, before = 0, after = 0 } = comparison;
    const isClear = signal.group !== 'saturation' || after >= 1.5 * before;
    return harms(comparison) && telling.includes(signal.group) && isClear;
};
const valuesOf = (samples) => samples.map(([, value]) => value);
function perRequest(samples, traffic) {
    const rates = new Map(traffic);
    return samples.flatMap(([at, value]) => {
        const rate = rates.get(at) ?? 0;
        return rate > 0 ? [[at, value / rate]] : [];
    });
}


/***/ }),

/***/ 32588:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AC: () => (/* binding */ isBurnAlert),
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   au: () => (/* binding */ quantity),
/* harmony export */   u7: () => (/* binding */ judgeHealth),
/* harmony export */   vp: () => (/* binding */ budgetReasons)
/* harmony export */ });
/* harmony import */ var _config_monitoring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99942);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38650);
/* harmony import */ var _comparison_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46915);
/* harmony import */ var _rules_burn_rate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66998);





function judgeHealth(subject, readings, began) {
    const { comparisons, objectives, targets, alerts, standbys } = readings;
    const notes = notesOf(comparisons);
    const degraded = [
        ...objectives.flatMap(objective => budgetReasons(objective, subject.objectives.window)),
        ...comparisons
            .filter(_comparison_js__WEBPACK_IMPORTED_MODULE_2__/* .harms */ .yI)
            .map(each => ({ sentence: changeSentence(each), sinceRelease: (0,_comparison_js__WEBPACK_IMPORTED_MODULE_2__/* .causes */ .ps)(each) })),
        ...targets
            .filter(({ down }) => down.length > 0)
            .map(({ name, down }) => `Prometheus does not reach ${listed(name, down)}`)
            .map(sentence => ({ sentence, sinceRelease: false })),
        ...standbys
            .filter(({ within, promised }) => within !== undefined && within < promised)
            .map(({ within, promised, lag }) => ({
            sentence: `slipway.yml promises ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .h)(promised, 'standby')} within ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(lag)}, and Prometheus counts ${within}`,
            sinceRelease: false,
        })),
        ...alerts
            .filter(({ severity }) => severity !== 'info')
            .map(alert => ({
            sentence: `the alert ${alert.name} (${alert.severity}) is firing`,
            sinceRelease: blames(subject, alert, began),
        })),
    ];
    if (degraded.length > 0)
        return { verdict: 'degraded', reasons: degraded, notes };
    const unread = unreadable(subject, readings);
    if (unread === undefined)
        return { verdict: 'healthy', reasons: [], notes };
    return { verdict: 'unknown', reasons: [{ sentence: unread, sinceRelease: false }], notes };
}
function budgetReasons({ objective, allowed, before, after }, window) {
    const most = (0,_rules_burn_rate_js__WEBPACK_IMPORTED_MODULE_3__/* .burnRate */ .g0)(_rules_burn_rate_js__WEBPACK_IMPORTED_MODULE_3__/* .burnLimits */ .MZ[0], window) * allowed;
    if (after === undefined || after <= most)
        return [];
    const sentence = `${percent(after)} of the requests were ${objective === 'latency' ? 'slow' : 'bad'}; the ${objective} objective allows ${percent(allowed)}`;
    return [{ sentence, sinceRelease: before === undefined || before <= most }];
}
function blames({ settings }, { name, since, scraped }, began) {
    const isNamed = settings.rollback?.alerts.includes(name) === true && !isBurnAlert(name);
    return isNamed && !scraped && since !== undefined && began !== undefined && since >= began;
}
const isBurnAlert = (name) => Object.values(_rules_burn_rate_js__WEBPACK_IMPORTED_MODULE_3__/* .burnAlerts */ .z2).includes(name);
function unreadable({ app, environment, workload, settings, objectives: { latency } }, { comparisons, objectives, targets, hasRules, failures }) {
    if (failures.length > 0)
        return failures[0];
    const missing = targets.filter(({ up, down }) => up === 0 && down.length === 0).map(({ name }) => name);
    if (missing.includes('pods'))
        return `Prometheus scrapes no pod of ${workload.kind}/${workload.name}`;
    if (missing.length > 0)
        return `Prometheus has no target for ${missing.join(', ')}`;
    if (!hasRules)
        return `no rule of ${app} in ${environment} is loaded, so no alert can fire; load \`rules.yml\` of \`slipway monitoring\` into this Prometheus, or set \`monitoring.objects\``;
    if (objectives.length === 0)
        return 'no objective can be measured: neither `monitoring.requests` nor the gate names a counter of requests';
    const gone = comparisons.filter(({ signal, before, after }) => ['traffic', 'errors', 'latency'].includes(signal.group) && before !== undefined && after === undefined);
    if (gone.length > 0 && comparisons.some(({ after }) => after !== undefined))
        return `${gone.map(({ signal }) => signal.title).join(', ')}: there is no data since the release`;
    const silent = objectives.filter(({ after }) => after === undefined).map(({ objective }) => objective);
    if (silent.length === 0)
        return withoutSignal(settings.queries, comparisons);
    const noBucket = `, or the histogram has no bucket that ends at ${latency?.under} s`;
    return `the objective ${silent.join(' and ')} cannot be judged: no request was counted since the release${silent.includes('latency') ? noBucket : ''}`;
}
function withoutSignal(queries, comparisons) {
    const silent = Object.entries(queries).flatMap(([name, written]) => {
        const values = comparisons.find(({ signal }) => signal.name === name)?.samples.after ?? [];
        if ((0,_config_monitoring_js__WEBPACK_IMPORTED_MODULE_0__/* .businessQuery */ .RG)(written).allowsNoData || values.some(([, value]) => Math.abs(value) > 0))
            return [];
        return [`\`${name}\` ${values.some(([, value]) => value === 0) ? 'was always 0' : 'had no sample'}`];
    });
    if (silent.length === 0)
        return undefined;
    return `a business metric has no signal since the release: ${silent.join(', ')}; correct it in \`monitoring.queries\`, or set \`allow-no-data: true\` for it`;
}
const notesOf = (comparisons) => comparisons
    .filter(each => each.change !== 'same' && each.change !== 'no-data' && !(0,_comparison_js__WEBPACK_IMPORTED_MODULE_2__/* .harms */ .yI)(each))
    .map(changeSentence);
function changeSentence({ signal, before, after }) {
    return `${signal.title}: ${quantity(before, signal.unit)} before, ${quantity(after, signal.unit)} after`;
}
function quantity(value, unit) {
    if (value === undefined)
        return '–';
    switch (unit) {
        case 'share':
            return percent(value);
        case 'seconds':
            return value < 1 ? `${short(value * 1000)} ms` : `${short(value)} s`;
        case 'bytes':
        case 'bytes per second': {
            const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
            const power = value < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(value) / 10));
            return `${short(value / 1024 ** power)} ${units[power]}${unit === 'bytes' ? '' : '/s'}`;
        }
        case 'requests per second':
            return `${short(value)} requests/s`;
        case 'cores':
            return `${short(value * 1000)} millicores`;
        case 'count':
            return short(value);
        default:
            return unit;
    }
}
const percent = (share) => `${short(share * 100)} %`;
const short = (value) => Number(value.toPrecision(3)).toLocaleString('en-US', { maximumFractionDigits: 4 });
const listed = (name, down) => name === 'pods' ? `the metrics of ${down.join(', ')}` : `the ${name} exporter (${down.join(', ')})`;


/***/ }),

/***/ 97457:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ podNames),
/* harmony export */   q: () => (/* binding */ ownedNames)
/* harmony export */ });
/* harmony import */ var _analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11775);
/* harmony import */ var _release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17849);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);



const podNames = {
    Deployment: (name) => `${name}(-canary)?-${suffix}{1,10}-${suffix}{5}`,
    StatefulSet: (name) => `${name}-[0-9]+`,
    DaemonSet: (name) => `${name}-${suffix}{5}`,
    CronJob: (name) => `${name}-[0-9]+-${suffix}{5}`,
};
const suffix = '[bcdfghjklmnpqrstvwxz2456789]';
function ownedNames(manifests, { recovery, verify }) {
    const deployed = manifests.map(({ object, name }) => `${object.kind}/${name}`);
    const databases = Object.values(recovery?.databases ?? {}).flatMap(({ workload: { kind, name } }) => kind !== 'StatefulSet' || deployed.includes(`${kind}/${name}`) ? [] : `.+-${(0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(name)}-[0-9]+`);
    const declared = Object.keys(recovery?.volumes ?? {}).map(name => `${(0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(name)}(-[0-9]+)?`);
    const verified = URL.parse(verify?.url ?? '')?.hostname ?? '';
    const routed = manifests.filter(({ object: { kind } }) => /(Ingress|Route|Proxy|Gateway)$/.test(kind));
    const hosts = routed.flatMap(({ object }) => textsBelow(object, /^(hosts?|hostnames?|fqdn)$/));
    return {
        claims: distinct([...manifests.flatMap(claimsOf), ...declared, ...databases]),
        certificates: distinct(manifests.flatMap(certificatesOf).map(_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)),
        hosts: distinct([...hosts.filter(host => !host.startsWith('*')), verified].map(_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)),
    };
}
const distinct = (names) => [...new Set(names)].filter(name => name !== '');
function claimsOf({ object, name }) {
    const { kind, spec } = object;
    const named = textsBelow(object, /^claimName$/).map(_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu);
    const pods = podNames[kind]?.((0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(name));
    const ephemeral = (0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__.podTemplatesOf)(object)
        .flatMap(template => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)(template.spec?.volumes))
        .filter(each => each.ephemeral !== undefined && pods !== undefined)
        .map(each => `${pods}-${(0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(String(each.name))}`);
    const templates = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(spec) ? spec.volumeClaimTemplates : [])
        .flatMap(({ metadata }) => ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(metadata) ? String(metadata.name) : []))
        .map(claim => `${(0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(`${claim}-${name}`)}-[0-9]+`);
    return [...(kind === 'PersistentVolumeClaim' ? [(0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(name)] : []), ...named, ...ephemeral, ...templates];
}
const certificatesOf = ({ object, name }) => [
    ...(object.kind === 'Certificate' ? [name] : []),
    ...textsBelow(object, /^secretName$/).map(secret => secret.replace(/^.*\//, '')),
    ...below(object, /^certificateRefs$/)
        .flatMap(_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)
        .map(each => String(each.name)),
];
function below(value, key) {
    const inside = Array.isArray(value) ? value : (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(value) ? Object.values(value) : [];
    const own = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(value)
        ? Object.entries(value).flatMap(([name, each]) => (key.test(name) ? [each] : []))
        : [];
    return [...own, ...inside.flatMap(each => below(each, key))];
}
const textsBelow = (value, key) => below(value, key)
    .flat()
    .filter(each => typeof each === 'string');


/***/ }),

/***/ 66998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LN: () => (/* binding */ burnWindows),
/* harmony export */   Lj: () => (/* binding */ budgetLeft),
/* harmony export */   MZ: () => (/* binding */ burnLimits),
/* harmony export */   YT: () => (/* binding */ burnRecordings),
/* harmony export */   be: () => (/* binding */ rangeOf),
/* harmony export */   g0: () => (/* binding */ burnRate),
/* harmony export */   md: () => (/* binding */ indicatorsOf),
/* harmony export */   o2: () => (/* binding */ ratioOver),
/* harmony export */   qz: () => (/* binding */ burnAlertsOf),
/* harmony export */   z2: () => (/* binding */ burnAlerts)
/* harmony export */ });
/* harmony import */ var _analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11775);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36196);


const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const burnLimits = [
    { spent: 0.02, long: hour, short: 5 * minute, severity: 'critical' },
    { spent: 0.05, long: 6 * hour, short: 30 * minute, severity: 'critical' },
    { spent: 0.1, long: 3 * day, short: 6 * hour, severity: 'warning' },
];
const burnAlerts = {
    critical: 'SlipwayErrorBudgetBurn',
    warning: 'SlipwayErrorBudgetBurnSlow',
};
const burnWindows = [...new Set(burnLimits.flatMap(({ long, short }) => [short, long]))].sort((a, b) => a - b);
function indicatorsOf({ objectives, requests, histogram }) {
    const { availability, latency } = objectives;
    const rate = (selector) => (range) => `sum(rate(${selector}[${range}]))`;
    const found = [];
    if (availability !== undefined && requests !== undefined)
        found.push({
            ...{ objective: 'availability', share: availability, bad: 'fail', totalRate: rate(requests.total) },
            badRate: range => `(${rate(requests.bad)(range)} or vector(0))`,
        });
    if (latency !== undefined && histogram !== undefined) {
        const { share, under } = latency;
        const boundary = { label: 'le', operator: '=~', value: boundaryPattern(under) };
        const [all, fast] = [
            rate((0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .renamed */ .fN)(histogram, 'count')),
            rate((0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .narrowed */ .fQ)((0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .renamed */ .fN)(histogram, 'bucket'), [boundary])),
        ];
        found.push({
            ...{ objective: 'latency', share, bad: `take longer than ${under} s`, totalRate: all },
            badRate: range => `(${all(range)} - ${fast(range)})`,
        });
    }
    return found;
}
const boundaryPattern = (boundary) => Number.isInteger(boundary) ? `${boundary}(\\.0)?` : (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(String(boundary));
function burnRecordings(subject) {
    return indicatorsOf(subject).flatMap(({ objective, share, totalRate, badRate }) => {
        const own = (0,_subject_js__WEBPACK_IMPORTED_MODULE_1__.ownSelector)('', subject, { objective });
        const whole = rangeOf(subject.objectives.window);
        const [bad, total] = ['slo:bad_requests:rate5m', 'slo:requests:rate5m'];
        const sum = (record) => `sum_over_time(${record}${own}[${whole}])`;
        const expressions = {
            ...Object.fromEntries(burnWindows.map(window => {
                const range = rangeOf(window);
                return [ratioOver(window), `${badRate(range)} / (${totalRate(range)} > 0)`];
            })),
            [total]: totalRate('5m'),
            [bad]: badRate('5m'),
            [budgetLeft]: `1 - (${sum(bad)} / (${sum(total)} > 0)) / ${rounded(1 - share)}`,
        };
        const labels = { ...(0,_subject_js__WEBPACK_IMPORTED_MODULE_1__.ownLabels)(subject), objective };
        return Object.entries(expressions).map(([record, expr]) => ({ record, expr, labels }));
    });
}
const budgetLeft = 'slo:error_budget:left';
const ratioOver = (window) => `slo:bad_requests:ratio_rate${rangeOf(window)}`;
const advice = {
    critical: 'If a release began shortly before, roll it back; otherwise check what the application depends on.',
    warning: 'Nothing is urgent: find the cause within the day.',
};
function burnAlertsOf(subject) {
    const { window } = subject.objectives;
    return indicatorsOf(subject).flatMap(({ objective, share, bad }) => ['critical', 'warning'].map((severity) => {
        const limits = burnLimits.filter(limit => limit.severity === severity);
        const own = (0,_subject_js__WEBPACK_IMPORTED_MODULE_1__.ownSelector)('', subject, { objective });
        const conditions = limits.map(limit => {
            const most = rounded(burnRate(limit, window) * (1 - share));
            return `(${ratioOver(limit.long)}${own} > ${most} and ${ratioOver(limit.short)}${own} > ${most})`;
        });
        const spent = limits
            .slice(0, 1)
            .map(each => `${each.spent * 100} % of the error budget within ${rangeOf(each.long)}`);
        return {
            ...{ alert: burnAlerts[severity], expr: conditions.join(' or '), severity, labels: { objective } },
            summary: `${subject.app}: {{ $value | humanizePercentage }} of the requests ${bad}`,
            description: `At this rate ${spent} is spent; ${rounded(share * 100)} % of the requests must be good over ${rangeOf(window)}. ${advice[severity]}`,
        };
    }));
}
const burnRate = ({ spent, long }, window) => (spent * window) / long;
function rangeOf(ms) {
    if (ms % day === 0)
        return `${ms / day}d`;
    return ms % hour === 0 ? `${ms / hour}h` : `${Math.round(ms / minute)}m`;
}
const rounded = (value) => Number(value.toPrecision(8));


/***/ }),

/***/ 36196:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   exporterNames: () => (/* binding */ exporterNames),
/* harmony export */   monitoringSubject: () => (/* binding */ monitoringSubject),
/* harmony export */   ownLabels: () => (/* binding */ ownLabels),
/* harmony export */   ownSelector: () => (/* binding */ ownSelector),
/* harmony export */   podMatchers: () => (/* binding */ podMatchers),
/* harmony export */   requirePrometheus: () => (/* binding */ requirePrometheus),
/* harmony export */   sourceJob: () => (/* binding */ sourceJob)
/* harmony export */ });
/* harmony import */ var _analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11775);
/* harmony import */ var _config_gate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28989);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _owned_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97457);




const defaultAvailability = 99.9;
function monitoringSubject(config, name, manifests = []) {
    const environment = config.environments[name];
    const settings = environment?.monitoring;
    if (environment === undefined || settings === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the environment ${name} is not monitored: it has no \`monitoring\` in slipway.yml`, 'add `monitoring: {}` to it');
    const { namespace, workload, recovery } = environment;
    const gate = (0,_config_gate_js__WEBPACK_IMPORTED_MODULE_1__/* .metricGateOf */ .xf)(environment);
    requireFreeNames(settings.queries);
    const own = (selector) => (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .narrowed */ .fQ)(selector, podMatchers(namespace, workload));
    const requests = requestsOf(settings, gate);
    const histogram = settings.requests.histogram ?? gate?.metrics.find(each => 'histogram' in each)?.histogram;
    return {
        ...{ app: config.app, environment: name, namespace, workload, settings, recovery },
        prometheus: settings.prometheus ?? gate?.prometheus,
        requests: requests && { total: own(requests.total), bad: own(requests.bad) },
        histogram: histogram && own(histogram),
        objectives: objectivesOf(settings.objectives, requests !== undefined, histogram !== undefined),
        owned: (0,_owned_js__WEBPACK_IMPORTED_MODULE_3__/* .ownedNames */ .q)(manifests, environment),
    };
}
function requirePrometheus({ environment, prometheus, }) {
    if (prometheus !== undefined)
        return prometheus;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the environment ${environment} cannot be monitored: slipway.yml names no Prometheus`, 'add `monitoring.prometheus`, such as `prometheus: {service: monitoring/prometheus:9090}`');
}
const reserved = /^(requests|errors|latency-p\d+|cpu|memory|network|disk|restarts|connections|replication-lag|cache-hits)$/;
function requireFreeNames(queries) {
    const taken = Object.keys(queries).find(name => reserved.test(name));
    if (taken !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`\`monitoring.queries.${taken}\` has the name of a signal that is measured already`, 'choose another name');
}
function requestsOf({ requests: { total, bad } }, gate) {
    if ((total === undefined) !== (bad === undefined))
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('`monitoring.requests` has only one of `total` and `bad`', 'add the other one, or remove both to use those of the gate');
    if (total !== undefined && bad !== undefined)
        return { total, bad };
    return gate?.metrics.find(each => 'bad' in each);
}
function objectivesOf({ availability, latency, window }, counted, timed) {
    if (availability !== undefined && !counted)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('`objectives.availability` cannot be measured: no counter of requests is known', 'add `monitoring.requests` with `total` and `bad`, or a metric with `bad` to the gate');
    if (latency !== undefined && !timed)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('`objectives.latency` cannot be measured: no histogram of durations is known', 'add `monitoring.requests.histogram`, or a metric with `histogram` to the gate');
    return {
        window,
        ...(counted ? { availability: fraction(availability ?? defaultAvailability) } : {}),
        ...(latency === undefined ? {} : { latency: { ...latency, share: fraction(latency.share) } }),
    };
}
const fraction = (percent) => Number((percent / 100).toPrecision(12));
function podMatchers(namespace, { kind, name }) {
    return [
        { label: 'namespace', operator: '=', value: namespace },
        { label: 'pod', operator: '=~', value: _owned_js__WEBPACK_IMPORTED_MODULE_3__/* .podNames */ .Y[kind](name) },
    ];
}
const ownLabels = ({ app, environment, namespace }) => ({ app, environment, namespace });
function ownSelector(name, subject, more = {}) {
    const labels = Object.entries({ ...ownLabels(subject), ...more });
    return `${name}{${labels.map(([label, value]) => `${label}="${value}"`).join(',')}}`;
}
const exporterNames = ({ settings: { sources } }) => ['node', 'postgres', 'redis'].filter(name => sources[name] !== undefined);
const sourceJob = ({ app, environment }, source) => `slipway-${app}-${environment}-${source}`;


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

/***/ 48097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ htmlDocument)
});

// EXTERNAL MODULE: ./.build/js/src/report/html.js
var html = __webpack_require__(57555);
;// CONCATENATED MODULE: ./.build/js/src/report/style.js
const style = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1c2128; --soft: #59636e; --faint: #e6e9ed; --panel: #f6f8fa; --band: #f3f5f8;
  --candidate: #c2410c; --baseline: #1d6fd8; --harm: #c81e3a; --good: #1a7f37; --quiet: #6b7280; --rollback: #fdeaec;
  --good-ground: #e7f6ec; --open-ground: #fff6df; --bad-ground: #fdeaec; --open: #8a6100;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #0f1319; --ink: #e3e8ee; --soft: #9aa5b1; --faint: #2a313b; --panel: #171c24; --band: #171c24;
    --candidate: #ff9457; --baseline: #6cabff; --harm: #ff7086; --good: #4ac26b; --quiet: #8b949e; --rollback: #3a1c22;
    --good-ground: #12301c; --open-ground: #332809; --bad-ground: #3a1820; --open: #e3b341;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
main { max-width: 1040px; margin: 0 auto; padding: 32px 24px 64px; }
header p { margin: 0; color: var(--soft); }
h1 { font-size: 27px; line-height: 1.25; letter-spacing: -0.01em; margin: 4px 0 18px; font-weight: 650; text-wrap: balance; }
h1::first-letter { text-transform: uppercase; }
h2 { font-size: 17px; margin: 36px 0 2px; font-weight: 650; }
h2 + p { margin: 0 0 10px; color: var(--soft); font-size: 13.5px; max-width: 110ch; }
a { color: var(--baseline); }
.verdict { border-left: 5px solid; border-radius: 6px; padding: 12px 16px; display: grid; grid-template-columns: max-content 1fr; gap: 4px 14px; }
.verdict dt { font-weight: 650; } .verdict dd { margin: 0; overflow-wrap: anywhere; }
.verdict.good { background: var(--good-ground); border-color: var(--good); }
.verdict.open { background: var(--open-ground); border-color: var(--open); }
.verdict.bad { background: var(--bad-ground); border-color: var(--harm); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(170px, 1fr)); gap: 10px; margin: 16px 0 0; padding: 0; }
.tiles div { background: var(--panel); border-radius: 6px; padding: 10px 14px; }
.tiles dt { color: var(--soft); font-size: 12.5px; } .tiles dd { margin: 0; font-size: 21px; font-weight: 600; font-variant-numeric: tabular-nums; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 18px; margin: 0 0 2px 52px; padding: 0; list-style: none; font-size: 13px; color: var(--soft); }
.legend li::before { content: ""; display: inline-block; width: 16px; height: 0; border-top: 3px solid var(--tone); vertical-align: middle; margin-right: 6px; border-radius: 2px; }
.legend .faint::before { opacity: 0.4; }
svg { display: block; width: 100%; height: auto; overflow: visible; }
svg text { font-size: 12px; fill: var(--soft); font-variant-numeric: tabular-nums; }
svg .y { text-anchor: end; dominant-baseline: middle; } svg .x { text-anchor: middle; }
svg .unit { text-anchor: start; font-size: 11px; } svg text.unit:not(.end) { text-anchor: end; } svg .unit.end { text-anchor: end; }
svg .grid { stroke: var(--faint); fill: none; } svg .zero { stroke: var(--quiet); } svg .tick { stroke: var(--quiet); }
.band rect { fill: transparent; } .band.odd rect { fill: var(--band); } .band.rollback rect { fill: var(--rollback); }
.band text { text-anchor: middle; font-size: 11px; }
.candidate { --tone: var(--candidate); } .baseline { --tone: var(--baseline); } .harm { --tone: var(--harm); }
.good { --tone: var(--good); } .quiet { --tone: var(--quiet); }
.line { fill: none; stroke: var(--tone); stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
.line.thin { stroke-width: 1; opacity: 0.45; }
.line.steps { stroke-width: 1.6; stroke-linejoin: miter; }
.dots circle { fill: var(--tone); opacity: 0.4; }
.spots circle { fill: transparent; } .spots circle:hover { fill: var(--tone); }
.limit path { stroke: var(--tone); stroke-width: 1.3; stroke-dasharray: 5 4; fill: none; }
.limit text { fill: var(--tone); font-size: 11.5px; paint-order: stroke; stroke: var(--paper); stroke-width: 4px; }
.interval path { stroke: var(--tone); stroke-width: 2.5; fill: none; stroke-linecap: round; } .interval circle { fill: var(--tone); stroke: var(--paper); stroke-width: 1.5; }
.interval text { text-anchor: end; dominant-baseline: middle; font-size: 13px; fill: var(--ink); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 13.5px; margin-top: 6px; }
th, td { text-align: left; vertical-align: top; padding: 6px 14px 6px 0; border-bottom: 1px solid var(--faint); font-variant-numeric: tabular-nums; }
caption { text-align: left; } details caption { color: var(--soft); }
thead th { color: var(--soft); font-weight: 550; vertical-align: bottom; }
tbody th { font-weight: inherit; }
td { overflow-wrap: break-word; min-width: 5ch; } td.number, th.number { text-align: right; padding-right: 22px; } td.number, tbody th { white-space: nowrap; }
.about td { overflow-wrap: anywhere; }
.about th { color: var(--soft); width: 1%; overflow-wrap: normal; }
.status::before { content: ""; display: inline-block; width: 9px; height: 9px; border-radius: 50%; background: var(--tone); margin-right: 7px; }
details { margin-top: 28px; } summary { cursor: pointer; font-weight: 600; }
code { font: 12.5px ui-monospace, SFMono-Regular, Menlo, "DejaVu Sans Mono", monospace; background: var(--panel); padding: 1px 5px; border-radius: 4px; }
footer { margin-top: 40px; color: var(--soft); font-size: 13px; }
@media (max-width: 600px) { main { padding: 18px 14px 40px; } .verdict { grid-template-columns: 1fr; } h1 { font-size: 22px; } }
@media print {
  :root { color-scheme: light; }
  main { max-width: none; padding: 0; } section, tr, .tiles { break-inside: avoid; } h2 { break-after: avoid; }
  .verdict, .tiles div, .band rect, svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  table { font-size: 11px; } th, td { padding-right: 8px; } .scroll { overflow: visible; }
  details:not([open]) { display: none; }
}
@page { margin: 16mm; }
`;

;// CONCATENATED MODULE: ./.build/js/src/report/document.js


function htmlDocument(title, body, css = '') {
    return (0,html/* html */.qy) `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new html/* Html */.Ed(style + css)}</style>
</head>
<body><main>
${body}
</main></body>
</html>
`.text;
}


/***/ }),

/***/ 57555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ed: () => (/* binding */ Html),
/* harmony export */   qy: () => (/* binding */ html)
/* harmony export */ });
/* unused harmony export escaped */
class Html {
    text;
    constructor(text) {
        this.text = text;
    }
    toString() {
        return this.text;
    }
}
function html(strings, ...parts) {
    return new Html(strings.map((text, index) => text + written(parts[index])).join(''));
}
function written(part) {
    if (part === undefined)
        return '';
    if (part instanceof Html)
        return part.text;
    if (Array.isArray(part))
        return part.map(written).join('');
    return escaped(String(part));
}
function escaped(text) {
    return text
        .toWellFormed()
        .replace(/[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;');
}


/***/ }),

/***/ 82648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   monitorPage: () => (/* binding */ monitorPage)
/* harmony export */ });
/* harmony import */ var _monitoring_health_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32588);
/* harmony import */ var _axis_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(93119);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(48097);
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57555);
/* harmony import */ var _monitor_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11382);
/* harmony import */ var _page_table_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66228);
/* harmony import */ var _plot_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58409);







function monitorPage(report) {
    const { app, environment, at, reasons, notes, readings } = report;
    const { what, mood, next } = (0,_monitor_js__WEBPACK_IMPORTED_MODULE_1__.headlineOf)(report);
    const why = reasons.map(({ sentence }) => sentence).join('; ') ||
        'no error budget burns fast enough to page a person, no signal that affects users got worse, and no critical or warning alert is firing';
    const body = (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<header>
<p>${app} → ${environment} · ${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC</p>
<h1>${what}</h1>
<dl class="verdict ${mood}"><dt>Why</dt><dd>${why}.</dd>${next === undefined ? undefined : (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<dt>Next</dt><dd>${next}.</dd>`}</dl>
</header>
${(0,_monitor_js__WEBPACK_IMPORTED_MODULE_1__.tablesOf)(report).map(({ title, head, rows }) => (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<section>${(0,_page_table_js__WEBPACK_IMPORTED_MODULE_2__/* .tableHtml */ .q)((0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<h2>${title}</h2>`, { head, rows })}</section>`)}
${(readings?.comparisons ?? []).filter(_monitor_js__WEBPACK_IMPORTED_MODULE_1__.hasData).map(each => signalSection(each))}
${notes.length === 0 ? undefined : (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<section><h2>Also changed</h2><p>${notes.join('; ')}.</p></section>`}
<footer>A change is reported if the median moved by at least 25 %, and beyond the 90th (or 10th) percentile from before. Times are UTC.</footer>`;
    return (0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .htmlDocument */ .r)(`${app} in ${environment}: ${what}`, body);
}
const units = {
    share: { unit: '%', factor: 100 },
    seconds: { unit: 'ms', factor: 1000 },
    bytes: { unit: 'MiB', factor: 1 / 2 ** 20 },
    'bytes per second': { unit: 'KiB/s', factor: 1 / 2 ** 10 },
    'requests per second': { unit: '1/s', factor: 1 },
    cores: { unit: 'millicores', factor: 1000 },
    count: { unit: '', factor: 1 },
};
function signalSection({ signal, samples: { before, after }, before: was, after: is, }) {
    const { unit, factor } = units[signal.unit];
    const pointsOf = (samples, start) => {
        const [first] = samples;
        return samples.map(([at, value]) => ({
            minute: start + (at - (first?.[0] ?? at)) / 60_000,
            value: value * factor,
        }));
    };
    const earlier = pointsOf(before, 0);
    const gap = (earlier.at(-1)?.minute ?? 0) + (earlier.length > 0 ? 1 : 0);
    const later = pointsOf(after, gap);
    const top = Math.max(0, ...[...earlier, ...later].map(({ value }) => value ?? 0));
    const line = (name, points, tone) => ({
        ...{ name, tone, points, shape: 'line' },
        text: (value) => (0,_monitoring_health_js__WEBPACK_IMPORTED_MODULE_0__/* .quantity */ .au)(value / factor, signal.unit),
    });
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<section><h2>${signal.title}</h2><p>${(0,_monitoring_health_js__WEBPACK_IMPORTED_MODULE_0__/* .quantity */ .au)(was, signal.unit)} before, ${(0,_monitoring_health_js__WEBPACK_IMPORTED_MODULE_0__/* .quantity */ .au)(is, signal.unit)} after</p>
<ul class="legend"><li class="baseline">before</li><li class="candidate">after</li></ul>
${(0,_plot_js__WEBPACK_IMPORTED_MODULE_3__/* .plotSvg */ .S)({
        description: `${signal.title} before and after the release`,
        from: 0,
        to: Math.max(1, later.at(-1)?.minute ?? gap),
        y: { from: 0, to: (0,_axis_js__WEBPACK_IMPORTED_MODULE_6__/* .niceTop */ .pv)(top), unit },
        bands: [],
        lines: [line('before', earlier, 'baseline'), line('after', later, 'candidate')],
        limits: [],
    })}</section>`;
}


/***/ }),

/***/ 11382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hasData: () => (/* binding */ hasData),
/* harmony export */   headlineOf: () => (/* binding */ headlineOf),
/* harmony export */   monitorSummary: () => (/* binding */ monitorSummary),
/* harmony export */   tablesOf: () => (/* binding */ tablesOf)
/* harmony export */ });
/* harmony import */ var _monitoring_health_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32588);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(991);
/* harmony import */ var _toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78968);




function monitorSummary(report) {
    const { app, environment, notes, reasons } = report;
    const { mark, what, next } = headlineOf(report);
    return `${[
        `### ${mark} ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(app)} → ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(environment)}: ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(what)}`,
        reasons.map(({ sentence }) => `- ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(sentence)}`).join('\n'),
        next === undefined ? '' : `**Next:** ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(next)}`,
        ...tablesOf(report).map(({ head, rows }) => (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(head, rows)),
        notes.length === 0 ? '' : `Also changed, without harm to users: ${notes.map(_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn).join('; ')}.`,
    ]
        .filter(part => part !== '')
        .join('\n\n')}\n`;
}
function headlineOf({ verdict, release, reasons, refusal }) {
    const which = release === undefined ? 'no release' : `release ${release}`;
    if (verdict === 'superseded')
        return { mark: '✅', mood: 'open', what: 'another release is live', next: undefined };
    if (verdict === 'healthy')
        return { mark: '✅', mood: 'good', what: `${which} is healthy`, next: undefined };
    if (verdict === 'unknown')
        return {
            ...{ mark: '⚠️', mood: 'open', what: `it is unknown whether ${which} is healthy` },
            next: 'correct what is named above; until then `monitor` cannot detect a harmful release',
        };
    const byRelease = reasons.some(({ sinceRelease }) => sinceRelease);
    const next = !byRelease
        ? 'nothing shows that the release is the cause, so it is not rolled back; check what the application depends on'
        : refusal === undefined
            ? 'it was rolled back; see below'
            : `if the release is the cause, ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__/* .howToRun */ .R)('rollback')}; it is not rolled back automatically: ${refusal}`;
    return { mark: '❌', mood: 'bad', what: `${which} is degraded`, next };
}
function tablesOf({ readings }) {
    if (readings === undefined)
        return [];
    const { comparisons, objectives, targets, alerts, standbys } = readings;
    const share = (value) => (value === undefined ? '–' : (0,_monitoring_health_js__WEBPACK_IMPORTED_MODULE_0__/* .percent */ .KN)(value));
    const all = [
        {
            title: 'Objectives',
            head: ['objective', 'missed before', 'missed after', 'allowed', 'error budget left'],
            rows: objectives.map(({ objective, allowed, before, after, budget }) => [
                ...[objective, share(before), share(after), (0,_monitoring_health_js__WEBPACK_IMPORTED_MODULE_0__/* .percent */ .KN)(allowed), share(budget)],
            ]),
        },
        {
            title: 'Before and after the release',
            head: ['signal', 'before', 'after', 'change'],
            rows: comparisons
                .filter(hasData)
                .map(({ signal, before, after, change }) => [
                ...[signal.title, (0,_monitoring_health_js__WEBPACK_IMPORTED_MODULE_0__/* .quantity */ .au)(before, signal.unit), (0,_monitoring_health_js__WEBPACK_IMPORTED_MODULE_0__/* .quantity */ .au)(after, signal.unit)],
                changeWords[change],
            ]),
        },
        {
            title: 'Scrape targets',
            head: ['source', 'up', 'down'],
            rows: targets.map(({ name, up, down }) => [name, String(up), down.join(', ')]),
        },
        {
            title: 'Standbys',
            head: ['at most behind', 'promised', 'counted'],
            rows: standbys.map(({ lag, promised, within }) => [
                ...[(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(lag), String(promised), String(within ?? '–')],
            ]),
        },
        {
            title: 'Firing alerts',
            head: ['alert', 'severity', 'since (UTC)'],
            rows: alerts.map(({ name, severity, since }) => [
                ...[
                    name,
                    severity,
                    since === undefined ? '–' : new Date(since).toISOString().slice(0, 16).replace('T', ' '),
                ],
            ]),
        },
    ];
    return all.filter(({ rows }) => rows.length > 0);
}
const hasData = ({ before, after }) => before !== undefined || after !== undefined;
const changeWords = {
    same: 'same',
    worse: 'worse',
    better: 'better',
    changed: 'changed',
    'no-data': 'not compared',
};


/***/ }),

/***/ 66228:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ tableHtml)
/* harmony export */ });
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57555);

function tableHtml(caption, { head, rows }) {
    const numeric = head.map((_, column) => rows.every(row => /^[\d,.]*$/.test(row[column] ?? '')));
    const cell = (column, what, scope) => {
        const [tag, scoped] = scope === undefined ? ['td', ''] : ['th', ` scope="${scope}"`];
        const open = new _html_js__WEBPACK_IMPORTED_MODULE_0__/* .Html */ .Ed(`<${tag}${scoped}${numeric[column] === true ? ' class="number"' : ''}>`);
        return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `${open}${what}${new _html_js__WEBPACK_IMPORTED_MODULE_0__/* .Html */ .Ed(`</${tag}>`)}`;
    };
    const line = (row) => row.map((text, column) => cell(column, statusHtml(text), column === 0 ? 'row' : undefined));
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<div class="scroll"><table><caption>${caption}</caption><thead><tr>${head.map((text, column) => cell(column, (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `${text}`, 'col'))}</tr></thead><tbody>${rows.map(row => (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<tr>${line(row)}</tr>
`)}</tbody></table></div>`;
}
const statusTones = {
    harmed: 'harm',
    suspect: 'candidate',
    passed: 'good',
    open: 'quiet',
    missing: 'quiet',
};
function statusHtml(text) {
    const tone = Object.hasOwn(statusTones, text) ? statusTones[text] : undefined;
    return tone === undefined ? (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `${text}` : (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<span class="status ${tone}">${text}</span>`;
}


/***/ }),

/***/ 58409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ plotSvg)
/* harmony export */ });
/* unused harmony export pathOf */
/* harmony import */ var _axis_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93119);
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57555);


const width = 960;
const height = 250;
const frame = { left: 52, right: 14, top: 26, bottom: 34 };
const inner = {
    width: width - frame.left - frame.right,
    height: height - frame.top - frame.bottom,
    bottom: height - frame.bottom,
};
function plotSvg(plot) {
    const scale = scaleOf(plot);
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${plot.description}">
${plot.bands.map((band, index) => bandSvg(band, index, scale))}
${grid(plot, scale)}
${plot.limits.map(limit => limitSvg(limit, scale))}
${plot.lines.map(line => (line.shape === 'dots' ? dotsSvg(line, plot, scale) : lineSvg(line, scale)))}
${plot.lines.map(line => (line.shape === 'thin' || line.shape === 'dots' ? undefined : hoverSvg(line, scale)))}
</svg>`;
}
function scaleOf({ from, to, y }) {
    const part = (value, low, high) => high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) : 0;
    return {
        x: minute => frame.left + part(minute, from, to) * inner.width,
        y: value => inner.bottom - part(value, y.from, y.to) * inner.height,
    };
}
function bandSvg({ from, to, label, phase }, index, { x }) {
    const left = x(from);
    const wide = x(to) - left;
    const fits = label.length * 6.4 + 8 <= wide;
    const kind = phase === 'rolling-back' ? 'rollback' : index % 2 === 0 ? 'even' : 'odd';
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<g class="band ${kind}"><title>${label}: minute ${from.toFixed(1)} to ${to.toFixed(1)}</title><rect x="${px(left)}" y="${frame.top}" width="${px(wide)}" height="${inner.height}"/>${fits ? (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<text x="${px(left + wide / 2)}" y="${frame.top - 8}">${label}</text>` : undefined}</g>
`;
}
function grid({ from, to, y }, scale) {
    const rows = (0,_axis_js__WEBPACK_IMPORTED_MODULE_1__/* .roundTicks */ .hB)(y.from, y.to, 5).map(value => {
        const at = px(scale.y(value));
        return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<path class="grid${value === 0 ? ' zero' : ''}" d="M${frame.left} ${at}H${width - frame.right}"/><text class="y" x="${frame.left - 8}" y="${at}">${value}</text>
`;
    });
    const columns = (0,_axis_js__WEBPACK_IMPORTED_MODULE_1__/* .roundTicks */ .hB)(from, to, 10).map(value => {
        const at = px(scale.x(value));
        return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<path class="tick" d="M${at} ${inner.bottom}v5"/><text class="x" x="${at}" y="${inner.bottom + 18}">${value}</text>
`;
    });
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<g class="axes">${rows}${columns}<text class="unit" x="${frame.left - 8}" y="${frame.top - 10}">${y.unit}</text><text class="unit end" x="${width - frame.right}" y="${height - 2}">minutes</text></g>`;
}
function limitSvg({ value, label, tone }, scale) {
    const at = scale.y(value);
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<g class="limit ${tone}"><path d="M${frame.left} ${px(at)}H${width - frame.right}"/><text x="${frame.left + 6}" y="${px(at - 5)}">${label}</text></g>
`;
}
function lineSvg({ tone, shape, points }, scale) {
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<path class="line ${shape} ${tone}" d="${pathOf(points, shape === 'steps', scale)}"/>
`;
}
function dotsSvg({ tone, points }, { y }, scale) {
    const dots = points.flatMap(({ minute, value }) => value === undefined || value > y.to || value < y.from
        ? []
        : [(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<circle cx="${px(scale.x(minute))}" cy="${px(scale.y(value))}" r="1.9"/>`]);
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<g class="dots ${tone}">${dots}</g>
`;
}
function pathOf(points, steps, { x, y }) {
    let path = '';
    let open = false;
    points.forEach(({ minute, value }, index) => {
        if (value === undefined) {
            open = false;
            return;
        }
        const [left, top] = [px(x(minute)), px(y(value))];
        const alone = !open && points[index + 1]?.value === undefined;
        if (!open)
            path += `M${left} ${top}${alone ? 'h1' : ''}`;
        else
            path += steps ? `H${left}V${top}` : `L${left} ${top}`;
        open = true;
    });
    return path;
}
function hoverSvg({ name, tone, points, text }, { x, y }) {
    const spots = points.flatMap(({ minute, value }) => value === undefined
        ? []
        : [
            (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<circle cx="${px(x(minute))}" cy="${px(y(value))}" r="5"><title>${name}: ${text(value)}, minute ${minute.toFixed(1)}</title></circle>`,
        ]);
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<g class="spots ${tone}">${spots}</g>
`;
}
const px = (value) => String(Math.round(value * 10) / 10);


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


/***/ })

};

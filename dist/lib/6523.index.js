export const id = 6523;
export const ids = [6523];
export const modules = {

/***/ 11775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Am: () => (/* binding */ podMatcher),
/* harmony export */   Pl: () => (/* binding */ parseSelector),
/* harmony export */   cK: () => (/* binding */ matches),
/* harmony export */   eu: () => (/* binding */ literal),
/* harmony export */   fN: () => (/* binding */ renamed),
/* harmony export */   fQ: () => (/* binding */ narrowed),
/* harmony export */   vJ: () => (/* binding */ printSelector),
/* harmony export */   wC: () => (/* binding */ matching)
/* harmony export */ });
const matching = (label, operator, value) => ({
    label,
    operator,
    value,
});
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
function matches({ label, operator, value }, labels) {
    const actual = labels[label] ?? '';
    switch (operator) {
        case '=':
            return actual === value;
        case '!=':
            return actual !== value;
        case '=~':
            return matchesPattern(value, actual);
        case '!~':
            return !matchesPattern(value, actual);
    }
}
function matchesPattern(pattern, text) {
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
        return matching('pod', '=~', list);
    const owners = [...new Set(names.map(name => literal(name.replace(/[^-]+$/, ''))))].sort();
    return matching('pod', '=~', `(?:${owners.join('|')})[^-]+`);
}


/***/ }),

/***/ 89182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   In: () => (/* binding */ levelOf),
/* harmony export */   NI: () => (/* binding */ levelsWhere),
/* harmony export */   XL: () => (/* binding */ levelsIn),
/* harmony export */   bg: () => (/* binding */ levelNames)
/* harmony export */ });
const levelNames = ['debug', 'info', 'warning', 'error', 'fatal'];
const namesOfLevels = {
    debug: ['debug', 'trace', 'verbose', 'finest', 'finer', 'fine', '10', '20'],
    info: ['info', 'information', 'informational', 'notice', 'config', '30'],
    warning: ['warning', 'warn', '40'],
    error: ['error', 'err', 'severe', '50'],
    fatal: ['fatal', 'critical', 'crit', 'panic', 'alert', 'emergency', 'emerg', '60'],
};
const levelsByName = new Map(Object.entries(namesOfLevels).flatMap(([level, names]) => names.map(name => [name, level])));
function levelOf(value) {
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    return levelsByName.get(text.trim().toLowerCase()) ?? 'other';
}
const levelsWhere = (isMeant) => levelNames.filter(level => namesOfLevels[level].some(isMeant));
function levelsIn(name) {
    const words = name.split(/[^A-Za-z]+/).filter(each => each !== 'config' && each !== 'fine');
    return [...new Set(words.map(levelOf))].filter(level => level !== 'other');
}


/***/ }),

/***/ 6523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkRetention: () => (/* binding */ checkRetention),
  judgeRetention: () => (/* binding */ judgeRetention)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/logs/check.js
var check = __webpack_require__(14417);
;// CONCATENATED MODULE: ./.build/js/src/logs/deletion.js

const day = 86_400_000;
const longer = 1;
const looked = 7;
const deletion_open = (reason) => ({ verdict: 'unknown', reason });
async function checkDeletion(days, { store, namespace, now, span }, born) {
    if (days.size === 0)
        return deletion_open('no policy says for how long lines are kept');
    if (born === undefined)
        return deletion_open('it is not known when the workload was created');
    const at = now();
    const recent = await store.search({ namespace, from: at - span, to: at + check/* clockError */.zd }, check/* mostLines */.$5);
    if (!recent.ok)
        return deletion_open(recent.detail);
    const written = new Set(recent.value.lines.map(({ level }) => level));
    const age = (at - born) / day;
    const due = [...days].filter(([level, most]) => written.has(level) && age >= most + longer + 1);
    if (due.length === 0)
        return deletion_open(`the workload is ${Math.floor(age)} days old, and none of its lines is due for deletion yet`);
    for (const [level, most] of due) {
        const to = at - (most + longer) * day;
        const old = await store.search({ namespace, from: to - looked * day, to }, check/* mostLines */.$5);
        if (!old.ok)
            return deletion_open(old.detail);
        const { lines, partial, truncated } = old.value;
        if (lines.some(each => each.level === level))
            return deletion_open(`lines at level ${level} are still there, and no policy keeps them for more than ${most} days`);
        const why = partial ?? (truncated ? 'there are too many lines' : undefined);
        if (why !== undefined)
            return deletion_open(`${store.name} returned only some of the lines: ${why}`);
    }
    const levels = due.map(([level]) => level).join(', ');
    return {
        verdict: 'pass',
        reason: `lines at ${due.length === 1 ? 'level' : 'levels'} ${levels} are gone after their retention`,
    };
}

// EXTERNAL MODULE: ./.build/js/src/logs/levels.js
var logs_levels = __webpack_require__(89182);
;// CONCATENATED MODULE: ./.build/js/src/logs/fluent-bit.js

function fluentBitFindings(path, text, document, allowDebug) {
    const sections = sectionsIn(text) ?? sectionsOf(document);
    if (sections === undefined)
        return undefined;
    const outputs = sections.filter(({ kind }) => kind === 'output');
    const isNull = (section) => valuesOf(section, 'name')[0] === 'null';
    const routed = outputs.filter(each => !isNull(each)).flatMap(levelsOfOutput);
    const drops = [
        ...sections.filter(each => each.kind === 'filter' && dropsDebug(each)),
        ...outputs.filter(each => isNull(each) && valuesOf(each, 'match').some(namesDebug)),
    ];
    return logs_levels/* levelNames */.bg.flatMap(level => {
        const isRouted = routed.includes(level);
        if (level !== 'debug')
            return isRouted ? [] : { subject: level, problem: `has no output in ${path}` };
        return isRouted && drops.length === 0 && !allowDebug
            ? { subject: level, problem: `is not dropped by a filter in ${path}, so it reaches the store` }
            : [];
    });
}
const valuesOf = ({ settings }, key) => settings.flatMap(([own, value]) => (own === key ? [value] : []));
const namesDebug = (text) => (0,logs_levels/* levelsIn */.XL)(text).includes('debug');
function levelsOfOutput(output) {
    const tags = valuesOf(output, 'match');
    const named = tags.flatMap(logs_levels/* levelsIn */.XL);
    return named.length === 0 && tags.length > 0 ? logs_levels/* levelNames */.bg : named;
}
function dropsDebug(filter) {
    const rules = (key) => valuesOf(filter, key).flatMap(rule => /^\$?\S*(?:level|severity)\S*\s+(.*)/i.exec(rule)?.[1] ?? []);
    const isKept = (rule) => (0,logs_levels/* levelsIn */.XL)(rule).length === 0 || namesDebug(rule);
    return (valuesOf(filter, 'name')[0] === 'grep' &&
        (rules('exclude').some(namesDebug) || !rules('regex').every(isKept)));
}
function sectionsIn(text) {
    if (!/^\s*\[(INPUT|FILTER|OUTPUT|SERVICE)\]\s*$/im.test(text))
        return undefined;
    return text.split(/^\s*\[(?=\w+\]\s*$)/m).map(section => {
        const [title = '', ...lines] = section.split('\n');
        const settings = lines.flatMap(line => {
            const [, key, value = ''] = /^\s*([^\s#]\S*)\s*(.*?)\s*$/.exec(line) ?? [];
            return key === undefined ? [] : [[key.toLowerCase(), value]];
        });
        return { kind: title.replace(/\].*/s, '').toLowerCase(), settings };
    });
}
function sectionsOf(document) {
    const { pipeline } = (document ?? {});
    if (typeof pipeline !== 'object' || pipeline === null)
        return undefined;
    return ['filter', 'output'].flatMap(kind => [pipeline[`${kind}s`] ?? []].flat().map(each => ({
        kind,
        settings: Object.entries(each ?? {}).flatMap(([key, value]) => [value].flat().map(one => [key.toLowerCase(), String(one)])),
    })));
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./.build/js/src/analysis/selector.js
var analysis_selector = __webpack_require__(11775);
;// CONCATENATED MODULE: ./.build/js/src/logs/policies.js



const policies_text = schemas/* string */.YjP();
const conditions = schemas/* object */.Ikc({ min_index_age: policies_text }).partial();
const actions = schemas/* object */.Ikc({ delete: schemas/* unknown */.L5J() }).partial();
const deletePhase = schemas/* object */.Ikc({ min_age: policies_text.default('0ms'), actions: actions.default({}) });
const ilmSchema = schemas/* object */.Ikc({ policy: schemas/* object */.Ikc({ phases: schemas/* object */.Ikc({ delete: deletePhase.optional() }) }) });
const stateSchema = schemas/* object */.Ikc({
    name: policies_text,
    actions: schemas/* array */.YOg(schemas/* record */.g1P(policies_text, schemas/* unknown */.L5J())).default([]),
    transitions: schemas/* array */.YOg(schemas/* object */.Ikc({ state_name: policies_text, conditions: conditions.default({}) })).default([]),
});
const template = schemas/* object */.Ikc({ index_patterns: schemas/* array */.YOg(policies_text) });
const ismSchema = schemas/* object */.Ikc({
    policy: schemas/* object */.Ikc({
        policy_id: policies_text.optional(),
        default_state: policies_text,
        states: schemas/* array */.YOg(stateSchema),
        ism_template: schemas/* union */.KCZ([schemas/* array */.YOg(template), template.transform(each => [each])]).nullish(),
    }),
});
const lokiSchema = schemas/* object */.Ikc({
    limits_config: schemas/* object */.Ikc({
        retention_period: policies_text.optional(),
        retention_stream: schemas/* array */.YOg(schemas/* object */.Ikc({ selector: policies_text, period: policies_text, priority: schemas/* number */.aig().default(0) }))
            .nullish(),
    }),
    compactor: schemas/* object */.Ikc({ retention_enabled: schemas/* boolean */.zMY().optional() }).nullish(),
});
function policiesIn(title, document, namespace) {
    const loki = lokiSchema.safeParse(document);
    if (loki.success)
        return policiesOfLoki(title, loki.data, namespace);
    const policies = namedIn(title, document).map(([name, each]) => policyIn(name, each));
    return policies.length > 0 && policies.every(each => each !== undefined) ? policies : undefined;
}
function namedIn(title, document) {
    if (typeof document !== 'object' || document === null)
        return [];
    if ('policy' in document)
        return [[title, document]];
    if ('policies' in document && Array.isArray(document.policies))
        return document.policies.map((each) => [title, each]);
    return Object.entries(document);
}
function policyIn(name, document) {
    const ism = ismSchema.safeParse(document);
    if (ism.success)
        return policyOfOpenSearch(name, ism.data);
    const ilm = ilmSchema.safeParse(document);
    if (!ilm.success)
        return undefined;
    const phase = ilm.data.policy.phases.delete;
    return phase?.actions.delete === undefined
        ? { name, levels: levelsOrAll(name), endless: 'has no phase that deletes' }
        : { name, levels: levelsOrAll(name), days: daysOf(phase.min_age) };
}
function levelsOrAll(...names) {
    const found = names.flatMap(logs_levels/* levelsIn */.XL);
    return found.length === 0 ? 'all' : found;
}
function policyOfOpenSearch(title, { policy }) {
    const name = policy.policy_id ?? title;
    const patterns = (policy.ism_template ?? []).flatMap(({ index_patterns }) => index_patterns);
    const levels = levelsOrAll(name, ...patterns);
    const reached = new Map([[policy.default_state, undefined]]);
    for (const [name] of reached) {
        const next = policy.states.find(each => each.name === name)?.transitions ?? [];
        for (const { state_name, conditions } of next)
            if (!reached.has(state_name))
                reached.set(state_name, conditions.min_index_age);
    }
    const deleting = policy.states.find(each => reached.has(each.name) && each.actions.some(action => 'delete' in action));
    if (deleting === undefined)
        return { name, levels, endless: 'reaches no state that deletes' };
    return { name, levels, days: daysOf(reached.get(deleting.name) ?? '') };
}
function policiesOfLoki(title, { limits_config: { retention_period, retention_stream }, compactor }, namespace) {
    const policy = (name, levels, period) => {
        const days = daysOf(period) ?? 0;
        if (compactor?.retention_enabled !== true)
            return { name, levels, endless: 'deletes nothing: `compactor.retention_enabled` is not true' };
        return days > 0
            ? { name, levels, days }
            : { name, levels, endless: `keeps lines forever: its period is ${period}` };
    };
    const streams = (retention_stream ?? [])
        .sort((a, b) => b.priority - a.priority || (daysOf(a.period) ?? 0) - (daysOf(b.period) ?? 0))
        .map(({ selector, period }) => ({ selector, period, levels: levelsOfSelector(selector, namespace) }));
    const open = new Set(logs_levels/* levelNames */.bg);
    const found = [];
    for (const { selector, period, levels } of streams) {
        if (levels === 'unreadable')
            found.push({ name: selector, levels: [], unreadable: true });
        else {
            const own = levels.filter(level => open.delete(level));
            if (own.length > 0)
                found.push(policy(selector, own, period));
        }
    }
    return [...found, ...(retention_period === undefined ? [] : [policy(title, 'all', retention_period)])];
}
function levelsOfSelector(selector, namespace) {
    const matchers = (0,analysis_selector/* parseSelector */.Pl)(`stream${selector.trim()}`)?.matchers;
    if (matchers === undefined)
        return 'unreadable';
    let levels = logs_levels/* levelNames */.bg;
    for (const matcher of matchers) {
        const { label, operator, value } = matcher;
        const isNegative = operator.startsWith('!');
        const isMeant = testOf(matcher);
        if (isMeant === undefined)
            return 'unreadable';
        if (label === 'namespace') {
            if (isMeant(namespace) === isNegative)
                return [];
        }
        else if (/^(detected_)?level$|^severity$/.test(label)) {
            const named = operator.endsWith('~') ? (0,logs_levels/* levelsWhere */.NI)(isMeant) : [(0,logs_levels/* levelOf */.In)(value)];
            levels = levels.filter(level => named.includes(level) !== isNegative);
        }
        else
            return [];
    }
    return levels;
}
function testOf({ label, operator, value }) {
    if (!operator.endsWith('~'))
        return text => text === value;
    try {
        const whole = new RegExp(`^(?:${value})$`, label === 'namespace' ? 'su' : 'siu');
        return text => whole.test(text);
    }
    catch {
        return undefined;
    }
}
const secondsOf = {
    ms: 0.001,
    s: 1,
    m: 60,
    h: 3600,
    d: 86_400,
    w: 604_800,
    y: 31_536_000,
};
function daysOf(text) {
    if (!/^(?:\d+(?:\.\d+)?(?:ms|[smhdwy]))+$/.test(text))
        return undefined;
    const parts = [...text.matchAll(/([\d.]+)(ms|[a-z])/g)];
    const seconds = parts.reduce((sum, [, count, unit = '']) => sum + Number(count) * (secondsOf[unit] ?? 0), 0);
    return Math.round((seconds / 86_400) * 100) / 100;
}

;// CONCATENATED MODULE: ./.build/js/src/logs/retention.js







async function checkRetention(files, scene, born) {
    const { check, days } = judgeRetention(files, scene);
    return check.verdict === 'pass' ? { ...check, deleted: await checkDeletion(days, scene, born) } : check;
}
function judgeRetention(files, context) {
    const read = files.map(file => partsOf(file, context));
    const policies = read.flatMap(each => each.policies);
    const kept = logs_levels/* levelNames */.bg.map(level => ({ level, policy: policyFor(level, policies) }));
    const endless = policies.filter(policy => policy.endless !== undefined);
    const open = policies.length === 0 ? [] : kept.filter(({ policy }) => policy === undefined);
    const findings = [
        ...endless.map(({ name, endless = '' }) => ({ subject: name, problem: endless })),
        ...open.map(({ level }) => ({ subject: level, problem: 'has no retention: no policy applies to it' })),
        ...kept.slice(1).flatMap(({ level, policy }, at) => {
            const [own, below] = [policy?.days, kept[at]?.policy?.days];
            if (own === undefined || below === undefined || own >= below)
                return [];
            const lower = `${kept[at]?.level}, which is less severe, for ${below}`;
            return [{ subject: level, problem: `is kept for ${own} days, and ${lower}` }];
        }),
        ...read.flatMap(each => each.findings),
    ];
    const days = new Map(kept.flatMap(({ level, policy }) => (policy?.days === undefined ? [] : [[level, policy.days]])));
    const shown = [...days].map(([level, most]) => `${level} ${most} d`);
    const [first] = findings;
    const unreadable = policies.find(policy => policy.unreadable);
    const [verdict, reason] = first !== undefined
        ? ['fail', `${first.subject} ${first.problem}`]
        : unreadable !== undefined
            ? ['unknown', `it is not known which lines ${unreadable.name} selects`]
            : ['pass', `every level has a retention: ${shown.join(', ')}`];
    return { check: { check: 'retention', findings, verdict, reason }, days };
}
const policyFor = (level, policies) => policies.find(({ levels: own }) => own !== 'all' && own.includes(level)) ??
    policies.find(({ levels: own }) => own === 'all');
function partsOf({ path, text }, { namespace, allowDebug }) {
    let document;
    try {
        document = (0,dist.parse)(text);
    }
    catch {
    }
    const findings = fluentBitFindings(path, text, document, allowDebug);
    if (findings !== undefined)
        return { policies: [], findings };
    const policies = policiesIn((0,external_node_path_.basename)(path).replace(/\.\w+$/, ''), document, namespace);
    if (policies !== undefined)
        return { policies, findings: [] };
    throw new errors/* UserError */.yo(`${path} is not a retention policy: it is neither an ILM or ISM policy nor a configuration of Loki or Fluent Bit`, 'save the answer of GET _ilm/policy or GET _plugins/_ism/policies, or name the configuration file of Loki or Fluent Bit');
}


/***/ })

};

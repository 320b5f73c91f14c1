export const id = 5221;
export const ids = [5221];
export const modules = {

/***/ 65221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ip: () => (/* binding */ addressesSchema),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   V3: () => (/* binding */ problemsOfAcceptance),
/* harmony export */   cf: () => (/* binding */ problemsOfProxy),
/* harmony export */   fx: () => (/* binding */ tlsSchema),
/* harmony export */   sZ: () => (/* binding */ identitiesSchema),
/* harmony export */   vD: () => (/* binding */ pageSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88343);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60630);
/* harmony import */ var _dependencies_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4175);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18464);
/* harmony import */ var _placed_problem_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(95761);
/* harmony import */ var _plain_checks_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(65364);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98157);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34182);








const identitiesSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(_request_js__WEBPACK_IMPORTED_MODULE_2__/* .identityNameSchema */ .fs.refine(name => name !== 'none', {
    error: 'is reserved for requests without a credential; choose another name',
}), zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    bearer: _formats_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentVariableSchema */ .fj.exactOptional().meta({
        description: 'The environment variable with a bearer token; `NAME_FILE` may hold the path of a file.',
        example: 'CUSTOMER_TOKEN',
    }),
    cookie: (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .atLeastOne */ .LU)(zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(_request_js__WEBPACK_IMPORTED_MODULE_2__/* .cookieNameSchema */ .L, _formats_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentVariableSchema */ .fj), 'has no entry; name a cookie and a variable, such as `session: WEB_SESSION`')
        .exactOptional()
        .meta({
        description: 'Cookies, and the environment variables with their values.',
        example: { session: 'WEB_SESSION' },
    }),
    header: (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .atLeastOne */ .LU)(zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .headerNameSchema */ .Og.refine(name => !/^(host|connection|content-length|transfer-encoding)$/i.test(name), {
        error: 'is set already; name the header of the API key, such as X-API-Key',
    }), _formats_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentVariableSchema */ .fj), 'has no entry; name a header and a variable, such as `X-API-Key: PARTNER_KEY`')
        .exactOptional()
        .meta({
        description: 'Headers such as that of an API key, and the environment variables with their values.',
        example: { 'X-API-Key': 'PARTNER_KEY' },
    }),
    basic: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
        username: _formats_js__WEBPACK_IMPORTED_MODULE_1__/* .userNameSchema */ .I6.meta({ description: 'The user name.', example: 'probe' }),
        password: _formats_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentVariableSchema */ .fj.meta({
            description: 'The environment variable with the password.',
            example: 'PROBE_PASSWORD',
        }),
    })
        .exactOptional()
        .meta({
        description: 'A user for basic authentication.',
        example: { username: 'probe', password: 'PROBE_PASSWORD' },
    }),
    invalid: _request_js__WEBPACK_IMPORTED_MODULE_2__/* .identityNameSchema */ .fs.exactOptional().meta({
        description: 'Another identity: its credential is sent with random letters as value.',
        example: 'customer',
    }),
    expired: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(true, { error: 'is not true; write `expired: true`, or remove it' })
        .exactOptional()
        .meta({
        description: 'The credential has expired. Of a JSON web token, that is checked; of others it is not.',
        example: true,
    }),
})
    .superRefine(({ expired, ...ways }, { addIssue }) => {
    const named = Object.keys(ways);
    if (named.length === 0)
        addIssue('has no credential; add `bearer`, `cookie`, `header`, `basic` or `invalid`');
    else if (named.length > 1)
        addIssue(`has \`${named.join('` and `')}\`; keep one of them`);
    else if (expired === true && (ways.basic ?? ways.invalid) !== undefined)
        addIssue('has `expired`, which only `bearer`, `cookie` and `header` have; remove it');
}));
const placeSchema = (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^(\[[0-9a-fA-F:]+\]|[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?)(:[0-9]{1,5})?$/, {
    problem: 'is not an address with an optional port',
    remedy: 'write a host or IP address, such as 192.0.2.10 or 192.0.2.10:8443',
    longest: 255,
}).refine(written => {
    const text = `https://${written}`;
    return URL.canParse(text) && new URL(text).host === written.toLowerCase().replace(/:443$/, '');
}, {
    error: 'is not an address; write a host or IP address, such as 192.0.2.10 or 192.0.2.10:8443',
});
const addressesSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('all'),
    (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .atLeastOne */ .LU)(zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P((0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .labelSchema */ .Gx)('the name of an address'), placeSchema), 'has no entry; name an address, such as `zone-a: 192.0.2.10`').refine(list => Object.keys(list).length <= 20, {
        error: 'has more than 20 entries; list those that matter',
        abort: true,
    }),
], { error: 'is neither `all` nor a map; write `all`, or `zone-a: 192.0.2.10`' });
const tlsSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    days: (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeSchema */ .HY)(1, 365, 'is not a number of days; write a number from 1 to 365, such as 14')
        .default(14)
        .describe('For how many days more the certificate must be valid.'),
    minimum: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['1.2', '1.3']).default('1.2').describe('The oldest version of TLS that may be accepted.'),
    hsts: (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .booleanSchema */ .yu)().default(true).describe('Whether responses must have `Strict-Transport-Security`.'),
    redirect: zod__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(), zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().min(1).max(65_535)], {
        error: 'is neither true, false nor a port; write true for port 80, or another port',
    })
        .default(true)
        .describe('Whether plain HTTP must redirect to HTTPS, or its port. Default: port 80. A closed port passes.'),
});
const pageSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    get: _formats_js__WEBPACK_IMPORTED_MODULE_1__/* .requestPathSchema */ .gq.meta({ description: 'The path of the page.', example: '/' }),
    cacheable: _formats_js__WEBPACK_IMPORTED_MODULE_1__/* .percentSchema */ .nJ
        .prefault('80%')
        .describe('The least share of the bytes of a page load that a browser or CDN may keep for a day or longer.'),
});
const mostCells = 500;
function problemsOfAcceptance(verify) {
    const { url, ca, identities = {}, matrix = [], addresses, dependencies, tls, checks } = verify;
    const known = ['none', ...Object.keys(identities)];
    const unknown = (name, verb = 'is') => name === 'none' || Object.hasOwn(identities, name)
        ? undefined
        : `${verb} not an identity; ${known.length === 1 ? 'add it to `verify.identities`' : (0,_suggest_js__WEBPACK_IMPORTED_MODULE_4__/* .suggest */ .ZA)(name, known)}`;
    const problems = [];
    const add = (path, message) => {
        problems.push(...(0,_placed_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .placed */ .GS)(path, message));
    };
    const requests = requestsIn(verify);
    for (const [path, { as }] of requests)
        if (typeof as === 'string')
            add([...path, 'as'], unknown(as));
    for (const [index, { expect }] of matrix.entries())
        for (const name of Object.keys(expect))
            add(['matrix', index, 'expect', name], unknown(name, `is the status of "${name}", which is`));
    if (matrix.reduce((sum, { expect }) => sum + Object.keys(expect).length, 0) > mostCells)
        add(['matrix'], `has more than ${mostCells} requests; list fewer endpoints or identities`);
    for (const [name, { invalid }] of Object.entries(identities)) {
        if (invalid === undefined)
            continue;
        const path = ['identities', name, 'invalid'];
        if (invalid === 'none' || unknown(invalid) !== undefined)
            add(path, `is no identity with a credential; ${(0,_suggest_js__WEBPACK_IMPORTED_MODULE_4__/* .suggest */ .ZA)(invalid, known.slice(1))}`);
        else if (identities[invalid]?.invalid !== undefined)
            add(path, 'is itself `invalid`; name an identity with a credential');
    }
    const secrets = [
        ...(Object.keys(identities).length === 0 ? [] : [['identities']]),
        ...requests.flatMap(([path, { send }]) => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .isMap */ .jh)(send) && send.secrets !== undefined ? [[...path, 'send', 'secrets']] : []),
    ];
    if (addresses !== undefined && tls === undefined && (0,_plain_checks_js__WEBPACK_IMPORTED_MODULE_7__/* .plainChecks */ .Ie)(checks).length === 0)
        add(['addresses'], 'has no check to run, because each one has an identity, cookies or another method; add one that is a plain GET');
    if (url === undefined)
        for (const path of secrets)
            add(path, 'would be sent to any address that the cluster reports; set `verify.url` to the https URL that users request');
    if (url?.startsWith('http:') === true && !isLoopback(new URL(url).hostname)) {
        for (const path of secrets)
            add(path, 'would be sent to a `url` without TLS; write an https address');
        if (tls !== undefined)
            add(['tls'], 'cannot be checked at a `url` without TLS; write an https address');
        if (ca !== undefined)
            add(['ca'], 'is of no use for a `url` without TLS; write an https address, or remove it');
    }
    return dependencies === undefined
        ? problems
        : [...problems, ...(0,_placed_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .below */ .Gz)('dependencies', (0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__/* .problemsOfEdges */ .I)(dependencies))];
}
function requestsIn(value, path = []) {
    if (Array.isArray(value))
        return value.flatMap((each, index) => requestsIn(each, [...path, index]));
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .isMap */ .jh)(value))
        return [];
    const own = 'as' in value || 'send' in value ? [[path, value]] : [];
    const inner = Object.entries(value).filter(([key]) => !['send', 'identities', 'dependencies', 'json', 'expect'].includes(key));
    return [...own, ...inner.flatMap(([key, each]) => requestsIn(each, [...path, key]))];
}
const isLoopback = (host) => /^(127\.\d+\.\d+\.\d+|\[::1\]|localhost)$/.test(host);
function problemsOfProxy(verify) {
    const remedy = 'add `route:` to the environment, or `url:` to verify';
    const parts = ['ca', 'identities', 'matrix', 'revoked', 'addresses', 'tls', 'page'];
    const part = parts.find(key => verify[key] !== undefined);
    if (part !== undefined)
        return (0,_placed_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .placed */ .GS)([part], `cannot be used through the API server; ${remedy}`);
    const index = verify.checks.findIndex(check => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .isMap */ .jh)(check) &&
        ['method', 'send', 'cookies', 'stored-secrets', 'as'].some(key => check[key] !== undefined));
    if (index !== -1)
        return (0,_placed_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .placed */ .GS)(['checks', index], `is more than a GET, but only a GET can be sent through the API server; ${remedy}`);
    return verify.checks.flatMap((check, each) => {
        const lost = (0,_plain_checks_js__WEBPACK_IMPORTED_MODULE_7__/* .lostInProxy */ .An)(check);
        return (0,_placed_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .placed */ .GS)(['checks', each], lost && `${lost}; ${remedy}`);
    });
}


/***/ }),

/***/ 4175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ problemsOfEdges),
/* harmony export */   z: () => (/* binding */ dependenciesSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18464);
/* harmony import */ var _leads_to_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29377);
/* harmony import */ var _placed_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95761);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34182);





const portPlace = (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?:[0-9]{1,5}$/, {
    problem: 'is not a host with a port',
    remedy: 'write host:port, such as db:5432',
    longest: 255,
});
const kinds = ['tcp', 'dns', 'http', 'redis', 'postgres', 's3'];
const secretKey = (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/^[-._a-zA-Z0-9]{1,253}$/, {
    problem: 'is not a key of a Secret',
    remedy: 'use letters, digits, "-", "_" and ".", such as password',
});
const edgeName = (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .labelSchema */ .Gx)('the name of a dependency', 40);
const edgeSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    tcp: portPlace
        .exactOptional()
        .meta({ description: 'A host and port that accepts connections.', example: 'mail:25' }),
    dns: (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/^[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9.])?$/, {
        problem: 'is not a name',
        remedy: 'write a host name, such as api.example.com',
        longest: 253,
    })
        .exactOptional()
        .meta({ description: 'A name that resolves.', example: 'api.example.com' }),
    http: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .addressSchema */ .oL.exactOptional().meta({
        description: 'An address that answers a GET with a status of 2xx.',
        example: 'http://auth:8080/health',
    }),
    redis: portPlace.exactOptional().meta({
        description: 'A Redis that answers PING; with `secret` and `key` after AUTH.',
        example: 'cache:6379',
    }),
    tls: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(true, { error: 'is not true; write `tls: true`, or remove it' }).exactOptional().meta({
        description: 'Whether `redis` is checked over TLS, with openssl from the image.',
        example: true,
    }),
    s3: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .addressSchema */ .oL.exactOptional().meta({
        description: 'The address of a bucket that answers HEAD with a status of 2xx, checked with curl from the image; with `secret`, `id` and `key` the request is signed.',
        example: 'https://s3.example.com/shop',
    }),
    region: (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/^[a-z0-9-]{1,40}$/, {
        problem: 'is not a region',
        remedy: 'write its name, such as eu-central-1',
    })
        .exactOptional()
        .meta({ description: 'The region of `s3`. Default: `us-east-1`.', example: 'eu-central-1' }),
    postgres: portPlace.exactOptional().meta({
        description: 'A PostgreSQL that answers `SELECT 1`, asked by psql in the image; needs `user` and `database`.',
        example: 'db:5432',
    }),
    user: (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/^[^\p{Cc}]{1,63}$/u, { problem: 'is not a user', remedy: 'write its name, such as shop' })
        .exactOptional()
        .meta({ description: 'The user of the database.', example: 'shop' }),
    database: (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/^[^\p{Cc}]{1,63}$/u, {
        problem: 'is not a database',
        remedy: 'write its name, such as shop',
    })
        .exactOptional()
        .meta({ description: 'The name of the database.', example: 'shop' }),
    sslmode: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['disable', 'prefer', 'require', 'verify-full'])
        .exactOptional()
        .meta({ description: 'How psql protects the connection. Default: `prefer`.', example: 'require' }),
    'ca-configmap': (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .labelSchema */ .Gx)('the name of a ConfigMap', 253).exactOptional().meta({
        description: 'A ConfigMap with the CA certificates of the server in `ca.crt`, for TLS. Default: those of the image; for `sslmode: verify-full` that needs psql 16.',
        example: 'db-ca',
    }),
    secret: (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .labelSchema */ .Gx)('the name of a Secret', 253).exactOptional().meta({
        description: 'The Secret in the namespace with the password. Only the pod reads it.',
        example: 'db',
    }),
    key: secretKey.exactOptional().meta({
        description: 'The key of `secret` with the password, or with the secret key of `s3`.',
        example: 'password',
    }),
    id: secretKey
        .exactOptional()
        .meta({ description: 'The key of `secret` with the ID of the access key of `s3`.', example: 'id' }),
    needs: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(edgeName)
        .exactOptional()
        .meta({
        description: 'Dependencies that this one depends on: when one of them fails, it is the cause.',
        example: ['auth'],
    }),
})
    .superRefine((edge, { addIssue }) => {
    const named = kinds.filter(kind => edge[kind] !== undefined);
    if (named.length !== 1)
        addIssue(named.length === 0
            ? 'checks nothing; add `tcp: host:port`, `dns`, `http`, `redis`, `postgres` or `s3`'
            : `has \`${named.join('` and `')}\`; keep one of them`);
    else if ((edge.secret === undefined) !== (edge.key === undefined))
        addIssue('has `secret` or `key` alone; name both');
    else if (edge.postgres !== undefined && (edge.user === undefined || edge.database === undefined))
        addIssue('has `postgres` without `user` or `database`; add both');
    else if ((edge.id !== undefined) !== (edge.s3 !== undefined && edge.secret !== undefined))
        addIssue('has only some of `s3`, `secret` and `id`; set all three, or only `s3`');
    else if (edge.tls !== undefined && edge.redis === undefined)
        addIssue('has `tls`, which only `redis` has; remove it');
    else if (edge['ca-configmap'] !== undefined && !isVerified(edge))
        addIssue('has `ca-configmap` without TLS; write an https address, `tls: true` or `sslmode: verify-full`');
});
const isVerified = ({ http = '', s3 = '', tls, sslmode, }) => /^https:/.test(`${http}${s3}`) || tls === true || sslmode === 'verify-full';
const dependenciesSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    image: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .imageReferenceSchema */ .Et.meta({
        description: 'An image with a shell, nc and wget or curl, such as BusyBox; for `postgres` with psql. With a `secret`, its digest is required.',
        example: 'registry.example.com/tools/busybox:1',
    }),
    labels: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P((0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/^[A-Za-z0-9]([A-Za-z0-9._/-]*[A-Za-z0-9])?$/, {
        problem: 'is not the name of a label',
        remedy: 'use letters, digits, "-", "_", "." and "/"',
        longest: 253,
    }), (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/^([A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?)?$/, {
        problem: 'is not the value of a label',
        remedy: 'use letters, digits, "-", "_" and "."',
        longest: 63,
    }))
        .exactOptional()
        .meta({
        description: 'Labels of the pod that asks, by which NetworkPolicies know it. No Service may select them.',
        example: { network: 'shop' },
    }),
    timeout: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .durationSchema */ .sK.prefault('1m').describe('How long the pod may take, at most `10m`.'),
    edges: (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .atLeastOne */ .LU)(zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(edgeName, edgeSchema), 'has no entry; name a dependency, such as `db: {tcp: db:5432}`').meta({
        description: 'What the application depends on, at most 20.',
        example: { auth: { http: 'http://auth:8080/health' }, db: { tcp: 'db:5432', needs: ['auth'] } },
    }),
});
function problemsOfEdges({ image, edges, timeout, }) {
    const names = Object.keys(edges);
    const needsOf = (name) => edges[name]?.needs ?? [];
    if (names.length > 20)
        return (0,_placed_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .placed */ .GS)(['edges'], 'has more than 20 entries; ask fewer');
    if (timeout > 600_000)
        return (0,_placed_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .placed */ .GS)(['timeout'], 'is longer than 10m; choose a shorter time');
    const reader = names.find(name => edges[name]?.secret !== undefined);
    if (reader !== undefined && !image.includes('@'))
        return (0,_placed_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .placed */ .GS)(['image'], `gets the password of ${reader}, and its tag may be moved; write repository@sha256:…`);
    const wrong = names.flatMap(name => {
        const others = names.filter(each => each !== name);
        return needsOf(name).flatMap((need, index) => others.includes(need)
            ? []
            : (0,_placed_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .placed */ .GS)(['edges', name, 'needs', index], `is not another dependency; ${(0,_suggest_js__WEBPACK_IMPORTED_MODULE_3__/* .suggest */ .ZA)(need, others)}`));
    });
    if (wrong.length > 0)
        return wrong;
    const circular = names.find(name => needsOf(name).some(need => (0,_leads_to_js__WEBPACK_IMPORTED_MODULE_4__/* .leadsTo */ .R)(need, name, needsOf)));
    return circular === undefined
        ? []
        : (0,_placed_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .placed */ .GS)(['edges', circular, 'needs'], 'is part of a cycle; remove one of the `needs`');
}


/***/ }),

/***/ 29377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ leadsTo)
/* harmony export */ });
function leadsTo(from, to, next) {
    const reached = new Set([from]);
    for (const name of reached)
        for (const each of next(name))
            reached.add(each);
    return reached.has(to);
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

/***/ 65364:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   An: () => (/* binding */ lostInProxy),
/* harmony export */   Ie: () => (/* binding */ plainChecks),
/* harmony export */   Oo: () => (/* binding */ bareChecks)
/* harmony export */ });
const plainChecks = (checks) => checks
    .filter(({ method = 'GET', as = 'none', send, cookies, 'stored-secrets': stored }) => /^(GET|HEAD)$/.test(method) &&
    as === 'none' &&
    send?.secrets === undefined &&
    cookies === undefined &&
    stored === undefined)
    .map(check => {
    const { 'faster-than': _, times: __, ...rest } = check;
    return rest;
});
const bareChecks = (checks) => plainChecks(checks).filter(check => check.method === undefined && check.send === undefined && lostInProxy(check) === undefined);
function lostInProxy({ headers = {}, type, body }) {
    const removed = Object.keys(headers).find(name => /^access-control-allow-(credentials|headers|methods|origin)$/i.test(name));
    if (removed !== undefined)
        return `expects the header ${removed}, which the API server removes`;
    const isPage = type === undefined ? /^\s*<(!doctype\s+html|html)\b/i.test(body ?? '') : /^text\/html$/i.test(type);
    return isPage && body !== undefined
        ? 'compares the body of a page, which the API server rewrites'
        : undefined;
}


/***/ }),

/***/ 98157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ cookieNameSchema),
/* harmony export */   aW: () => (/* binding */ statusSchema),
/* harmony export */   fo: () => (/* binding */ requestOf),
/* harmony export */   fs: () => (/* binding */ identityNameSchema),
/* harmony export */   hH: () => (/* binding */ requestFields)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88343);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88532);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60512);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18464);




const statusSchema = (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeSchema */ .HY)(200, 599, 'is not an HTTP status; write a number from 200 to 599');
const identityNameSchema = (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^[a-z][a-z0-9-]*$/, {
    problem: 'is not the name of an identity',
    remedy: 'use lower-case letters, digits and "-", such as customer',
    longest: 40,
});
const cookieNameSchema = (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/, {
    problem: 'is not the name of a cookie',
    remedy: 'use letters, digits, "_" and "-", such as session',
    longest: 100,
});
const sendSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    headers: (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .atLeastOne */ .LU)(zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .headerNameSchema */ .Og.refine(name => !(0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_0__/* .namesSecret */ .L4)(name) && !/^(host|cookie|connection)$/i.test(name), {
        error: 'is a header for a credential, or one that is set already; write a credential as an identity',
    }), (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^[\x20-\x7e]{1,500}$/, {
        problem: 'is not the value of a header',
        remedy: 'write it on one line in ASCII',
    })), 'has no entry; name at least one header, such as `Accept: application/json`')
        .exactOptional()
        .meta({ description: 'Headers without secrets.', example: { Accept: 'application/json' } }),
    json: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J())
        .exactOptional()
        .meta({ description: 'A JSON object as body.', example: { item: 'tea' } }),
    form: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP())
        .exactOptional()
        .meta({ description: 'The fields of a form as body.', example: { user: 'probe' } }),
    body: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
        .max(65_536, { error: 'is longer than 64 KiB; send less' })
        .exactOptional()
        .meta({ description: 'A text as body; set its `Content-Type` in `headers`.', example: 'tea' }),
    secrets: (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .atLeastOne */ .LU)(zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), _formats_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentVariableSchema */ .fj), 'has no entry; name a field and a variable, such as `password: PROBE_PASSWORD`')
        .exactOptional()
        .meta({
        description: 'Further fields of `json` or `form`, and the environment variables with their values.',
        example: { password: 'PROBE_PASSWORD' },
    }),
})
    .superRefine(({ json, form, body, secrets }, { addIssue }) => {
    const bodies = [json, form, body].filter(each => each !== undefined).length;
    if (bodies > 1)
        addIssue('has more than one of `json`, `form` and `body`; keep one');
    else if (secrets !== undefined && json === undefined && form === undefined)
        addIssue('has `secrets` without the fields that they belong to; add `json: {}` or `form: {}`');
});
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
const requestFields = {
    get: _formats_js__WEBPACK_IMPORTED_MODULE_1__/* .requestPathSchema */ .gq.exactOptional().meta({
        description: 'The path to request, with its query if any.',
        example: '/ready',
    }),
    request: (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(new RegExp(`^(${methods.join('|')}) /[\\x21\\x22\\x24-\\x7e]*$`), {
        problem: 'is not a request',
        remedy: `write ${methods.slice(0, -1).join(', ')} or ${methods.at(-1)} and a path, such as POST /api/orders`,
    })
        .exactOptional()
        .meta({
        description: 'A method and a path, such as `POST /api/login`, instead of `get`.',
        example: 'POST /api/orders',
    }),
    as: identityNameSchema.exactOptional().meta({
        description: 'The identity of `identities` that sends it. Default: none.',
        example: 'customer',
    }),
    send: sendSchema
        .exactOptional()
        .meta({ description: 'What the request carries.', example: { json: { item: 'tea' } } }),
};
function requestOf(fields) {
    return zod__WEBPACK_IMPORTED_MODULE_2__/* .codec */ .rLB(fields, zod__WEBPACK_IMPORTED_MODULE_2__/* .custom */ .IeY(_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .jh), {
        decode: (written, { issues }) => {
            if (issues.length > 0)
                return zod__WEBPACK_IMPORTED_MODULE_4__/* .NEVER */ .tm;
            const { get, request, ...rest } = written;
            if ((get === undefined) === (request === undefined)) {
                const message = get === undefined
                    ? 'names no request; add `get: /ready`, or `request: POST /api/orders`'
                    : 'has `get` and `request`; keep one of them';
                issues.push({ code: 'custom', message, input: written });
                return zod__WEBPACK_IMPORTED_MODULE_4__/* .NEVER */ .tm;
            }
            const [method = '', path = ''] = request?.split(' ') ?? ['GET', get];
            return {
                get: path,
                ...(method === 'GET' ? {} : { method }),
                ...rest,
            };
        },
        encode: (request) => {
            if (request === undefined)
                return request;
            const { get, method, ...rest } = request;
            const line = method === undefined ? { get } : { request: `${method} ${get}` };
            return { ...line, ...rest };
        },
    });
}


/***/ })

};

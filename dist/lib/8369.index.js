export const id = 8369;
export const ids = [8369,7462,8961,4120,2412,5081];
export const modules = {

/***/ 77462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ sha256Of),
/* harmony export */   LT: () => (/* binding */ orderFreeHash),
/* harmony export */   Mk: () => (/* binding */ digestOfFile),
/* harmony export */   QY: () => (/* binding */ hashOfFile),
/* harmony export */   _h: () => (/* binding */ isSha256),
/* harmony export */   tz: () => (/* binding */ parseSha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);


function parseSha256(text) {
    return isSha256(text) ? text : undefined;
}
const isSha256 = (text) => /^[0-9a-f]{64}$/.test(text);
function sha256Of(content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
}
async function hashOfFile(file) {
    return parseSha256((await digestOfFile(file, 'sha256')) ?? '');
}
async function digestOfFile(file, algorithm) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm);
    try {
        for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(file))
            hash.update(chunk);
    }
    catch {
        return undefined;
    }
    return hash.digest('hex');
}
function orderFreeHash(objects) {
    let sum = 0n;
    for (const { path, sha256 } of objects)
        sum += BigInt(`0x${sha256Of(JSON.stringify([path, sha256]))}`);
    return (sum % (1n << 256n)).toString(16).padStart(64, '0');
}


/***/ }),

/***/ 35896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ combine)
/* harmony export */ });
function combine(answers) {
    if (answers.includes('yes'))
        return 'yes';
    return answers.length > 0 && answers.every(each => each === 'no') ? 'no' : 'unknown';
}


/***/ }),

/***/ 62761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   LF: () => (/* binding */ read),
/* harmony export */   _8: () => (/* binding */ faultIn),
/* harmony export */   oi: () => (/* binding */ expectStatus)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);


async function expectStatus(answer, good, bucket, what) {
    if (good.includes(answer.status))
        return;
    const code = await codeOf(answer);
    const remedies = {
        NoSuchBucket: 'create the bucket first',
        AccessDenied: 'grant the credentials this permission, and no other',
        InvalidAccessKeyId: 'check that the credentials belong to this store',
        SignatureDoesNotMatch: 'check the secret key and the region',
    };
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${bucket} failed to ${what}: ${answer.status} ${code}`.trimEnd(), remedies[code] ?? 'look for this error in the documentation or the logs of the store');
}
const codeOf = async (answer) => String((await faultIn(answer))?.Code ?? '');
async function faultIn(answer) {
    const { Error: fault } = await read(answer.clone()).catch(() => ({ Error: undefined }));
    return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(fault) ? fault : undefined;
}
async function read(answer) {
    const { XMLParser } = await __webpack_require__.e(/* import() */ 9131).then(__webpack_require__.bind(__webpack_require__, 99131));
    const parser = new XMLParser({
        parseTagValue: false,
        processEntities: true,
        htmlEntities: true,
        trimValues: false,
    });
    return parser.parse(await answer.text());
}


/***/ }),

/***/ 90750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openBucket: () => (/* binding */ openBucket),
  $: () => (/* binding */ removeObjects)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/toolkit/parallel.js
var parallel = __webpack_require__(48961);
// EXTERNAL MODULE: ./.build/js/src/recovery/s3.js
var s3 = __webpack_require__(10031);
// EXTERNAL MODULE: ./.build/js/src/recovery/object-stores/answers.js
var answers = __webpack_require__(62761);
// EXTERNAL MODULE: ./.build/js/src/recovery/object-stores/download.js
var download = __webpack_require__(14744);
// EXTERNAL MODULE: ./.build/js/src/recovery/object-stores/requests.js
var object_stores_requests = __webpack_require__(10082);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/recovery/checksum.js
var checksum = __webpack_require__(77462);
;// CONCATENATED MODULE: ./.build/js/src/recovery/object-stores/upload.js






const MiB = 1 << 20;
const mostParts = 10_000;
const transferTime = 600_000;
const uploads = 3;
const partOf = (bytes, least) => Math.max(least, Math.ceil(bytes / mostParts / MiB) * MiB);
async function putInParts(target, content, part) {
    for (let count = 0; count < uploads; count += 1)
        if (await putOnce(target, content, part))
            return;
    throw new errors/* UserError */.yo(`${target.bucket} did not complete the multipart upload of ${target.what}`, 'check the logs of the store, then run the step again');
}
async function putOnce(target, content, part) {
    const { requests, address, what, bucket } = target;
    const begun = await ask(target, 'uploads', { method: 'POST', headers: content.headers });
    const id = elementIn(await (0,answers/* read */.LF)(begun), 'UploadId');
    if (id === undefined)
        throw new errors/* UserError */.yo(`${bucket} did not start a multipart upload of ${what}`, 'check that the store supports multipart uploads');
    const upload = `uploadId=${encodeURIComponent(id)}`;
    try {
        const tags = await putParts(target, content, part, upload);
        return await complete(target, tags, upload);
    }
    catch (error) {
        await requests.complete(`${address}?${upload}`, { method: 'DELETE' }).catch(() => undefined);
        throw error;
    }
}
async function putParts(target, content, part, upload) {
    const { bytes, sha256, body } = content;
    const all = (0,external_node_crypto_.createHash)('sha256');
    const tags = [];
    for (let from = 0; from < bytes; from += part) {
        const to = Math.min(bytes, from + part);
        const own = (0,external_node_crypto_.createHash)('sha256');
        for await (const chunk of body({ from, to })) {
            own.update(chunk);
            all.update(chunk);
        }
        const answer = await ask(target, `partNumber=${tags.length + 1}&${upload}`, {
            method: 'PUT',
            headers: { 'content-length': String(to - from), 'x-amz-content-sha256': own.digest('hex') },
            body: () => body({ from, to }),
            within: transferTime,
        });
        tags.push(answer.headers.get('etag') ?? '');
    }
    if (all.digest('hex') === sha256)
        return tags;
    throw new errors/* UserError */.yo(`the copy of ${target.what} is damaged: its SHA-256 is not that of the index`, 'restore the folder from another backup');
}
async function complete(target, tags, upload) {
    const { requests, address, bucket, what } = target;
    const parts = tags.map((tag, at) => `<Part><PartNumber>${at + 1}</PartNumber><ETag>${tag.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}</ETag></Part>`);
    const document = Buffer.from(`<CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${parts.join('')}</CompleteMultipartUpload>`);
    const answer = await requests.complete(`${address}?${upload}`, {
        method: 'POST',
        headers: { 'content-length': String(document.length), 'x-amz-content-sha256': (0,checksum/* sha256Of */.Bj)(document) },
        body: () => external_node_stream_.Readable.from([document]),
        within: transferTime,
    });
    const fault = await (0,answers/* faultIn */._8)(answer);
    const code = fault?.Code;
    if (code === 'NoSuchUpload' || (answer.status === 200 && code === 'InternalError'))
        return false;
    await (0,answers/* expectStatus */.oi)(answer, fault === undefined ? [200] : [], bucket, `store ${what}`);
    return true;
}
async function ask({ requests, address, bucket, what }, query, asked) {
    const answer = await requests.complete(`${address}?${query}`, asked);
    await (0,answers/* expectStatus */.oi)(answer, [200], bucket, `store ${what}`);
    return answer;
}
function elementIn(document, name) {
    const [found] = Object.values(document).flatMap(each => ((0,map/* isMap */.jh)(each) ? [each[name]] : []));
    return typeof found === 'string' ? found : undefined;
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/object-stores/bucket.js







const usualPart = 32 << 20;
async function openBucket(options, { part = usualPart } = {}) {
    const { bucket, prefix } = (0,s3.placeOf)(options.url);
    const requests = await (0,object_stores_requests/* signedRequests */.N)(bucket, options);
    const top = prefix === '' ? '' : `${prefix}/`;
    const target = (key) => ({
        requests,
        bucket,
        what: JSON.stringify(key),
        address: `${bucket}/${`${top}${key}`.split('/').map(encoded).join('/')}`,
    });
    return {
        name: options.url,
        list: async () => {
            const found = [];
            for (let token = ''; token !== undefined;) {
                const query = new URLSearchParams({ 'encoding-type': 'url', 'list-type': '2', prefix: top });
                if (token !== '')
                    query.set('continuation-token', token);
                const answer = await requests.complete(`${bucket}?${query}`, { method: 'GET' });
                await (0,answers/* expectStatus */.oi)(answer, [200], bucket, 'list objects');
                const { ListBucketResult: page } = await (0,answers/* read */.LF)(answer);
                if (!(0,map/* isMap */.jh)(page))
                    throw new Error('the answer of a bucket is no list of objects');
                const plain = page.EncodingType !== 'url';
                for (const each of [page.Contents ?? []].flat())
                    if ((0,map/* isMap */.jh)(each)) {
                        const key = plain ? String(each.Key) : decodeURIComponent(String(each.Key).replaceAll('+', ' '));
                        found.push({ key: key.slice(top.length), bytes: Number(each.Size), etag: plainTag(each.ETag) });
                    }
                token = page.IsTruncated === 'true' ? String(page.NextContinuationToken) : undefined;
            }
            return found;
        },
        open: async (key, rest) => {
            const known = rest === undefined ? undefined : await openAt(target(key), rest);
            return known ?? openAt(target(key));
        },
        put: async (key, content) => {
            const { bytes, sha256, headers, body } = content;
            if (bytes > part)
                return putInParts(target(key), content, partOf(bytes, part));
            const answer = await requests.complete(target(key).address, {
                method: 'PUT',
                headers: { ...headers, 'content-length': String(bytes), 'x-amz-content-sha256': sha256 },
                ...(bytes === 0 ? {} : { body: () => body(), within: transferTime }),
            });
            await (0,answers/* expectStatus */.oi)(answer, [200], bucket, `store ${JSON.stringify(key)}`);
        },
        remove: async (key) => {
            const answer = await requests.complete(target(key).address, { method: 'DELETE' });
            if (answer.status !== 404)
                await (0,answers/* expectStatus */.oi)(answer, [200, 204], bucket, `delete ${JSON.stringify(key)}`);
        },
    };
}
const removeObjects = (bucket, objects) => (0,parallel.eachOf)(objects, 8, ({ key }) => bucket.remove(key));
async function openAt(target, rest) {
    const { bucket, what } = target;
    const from = rest?.from ?? 0;
    const answer = await askFor(target, from, rest?.etag);
    const missing = rest === undefined ? [404] : [404, 412, 416];
    const first = missing.includes(answer.statusCode ?? 0) ? undefined : await restOf(target, answer, from);
    const etag = plainTag(answer.headers.etag);
    if (first === undefined || (rest !== undefined && etag !== rest.etag)) {
        answer.destroy();
        return undefined;
    }
    const again = async (at) => {
        const next = await askFor(target, at, etag);
        const isGone = [404, 412].includes(next.statusCode ?? 0);
        const chunks = isGone ? undefined : await restOf(target, next, at);
        if (chunks !== undefined && plainTag(next.headers.etag) === etag)
            return chunks;
        next.destroy();
        throw new download/* ObjectChanged */.q3(`${what} of ${bucket}`);
    };
    const body = (0,download/* resumed */.uN)({ what: `${what} of ${bucket}`, from, end: (0,download/* endIn */.Xf)(answer), first, again });
    return { etag, headers: kept(answer.headers), from, body };
}
const askFor = ({ requests, address }, from, etag) => requests.stream(address, {
    method: 'GET',
    headers: {
        ...(from === 0 ? {} : { range: `bytes=${from}-` }),
        ...(etag === undefined || etag === '' ? {} : { 'if-match': `"${etag}"` }),
    },
});
async function restOf({ bucket, what }, answer, from) {
    if (answer.statusCode !== 200 && answer.statusCode !== 206)
        await (0,answers/* expectStatus */.oi)(await (0,object_stores_requests/* wholeOf */.l)(answer), [], bucket, `return ${what}`);
    return (0,download/* restIn */.aw)(answer, from);
}
const plainTag = (etag) => String(etag ?? '').replaceAll('"', '');
const encoded = (part) => encodeURIComponent(part).replace(/[!'()*]/g, each => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);
function kept(headers) {
    const wanted = /^(content-(type|disposition|encoding|language)|cache-control|expires|x-amz-meta-.+)$/;
    return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => wanted.test(name) && value !== undefined ? [[name, String(value)]] : []));
}


/***/ }),

/***/ 14744:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xf: () => (/* binding */ endIn),
/* harmony export */   aw: () => (/* binding */ restIn),
/* harmony export */   q3: () => (/* binding */ ObjectChanged),
/* harmony export */   uN: () => (/* binding */ resumed)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25726);
/* harmony import */ var _retries_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77076);




class ObjectChanged extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo {
    constructor(what) {
        super(`${what} changed while it was read`, 'run the step again');
    }
}
const progress = 1 << 20;
const resumed = (body) => node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from(chunksOf(body), { objectMode: false });
async function* chunksOf({ what, from, end, first, again }) {
    let [at, chunks, failed] = [from, first, 0];
    for (;;) {
        const began = at;
        let broken;
        const incoming = chunks[Symbol.asyncIterator]();
        try {
            for (;;) {
                const next = await incoming.next().catch((error) => {
                    broken = error;
                    return undefined;
                });
                if (next === undefined || next.done === true)
                    break;
                at += next.value.length;
                yield next.value;
            }
        }
        finally {
            await incoming.return?.();
        }
        if (broken === undefined && (end === undefined || at === end))
            return;
        failed = at - began >= progress ? 1 : failed + 1;
        if (failed >= _retries_js__WEBPACK_IMPORTED_MODULE_3__/* .attempts */ .r2 || (end !== undefined && at > end))
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the download of ${what} breaks off at byte ${at}${end === undefined ? '' : ` of ${end}`} in every attempt`, 'check the store and the network, then run the step again', { cause: broken });
        await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .pause */ .v7)((0,_retries_js__WEBPACK_IMPORTED_MODULE_3__/* .pauseAfter */ .l0)(failed));
        chunks = await again(at);
    }
}
function restIn(answer, from) {
    const { statusCode, headers } = answer;
    if (statusCode === 200)
        return from === 0 ? answer : without(answer, from);
    return statusCode === 206 && rangeIn(headers)?.from === from ? answer : undefined;
}
async function* without(chunks, bytes) {
    let left = bytes;
    for await (const chunk of chunks) {
        if (left < chunk.length)
            yield chunk.subarray(left);
        left = Math.max(0, left - chunk.length);
    }
}
function endIn({ statusCode, headers }) {
    if (statusCode === 206)
        return rangeIn(headers)?.end;
    const length = headers['content-length'];
    return length === undefined ? undefined : Number(length);
}
function rangeIn(headers) {
    const [, from, last] = /^bytes (\d+)-(\d+)\//.exec(headers['content-range'] ?? '') ?? [];
    return from === undefined ? undefined : { from: Number(from), end: Number(last) + 1 };
}


/***/ }),

/***/ 10082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ signedRequests),
/* harmony export */   l: () => (/* binding */ wholeOf)
/* harmony export */ });
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46466);
/* harmony import */ var _retries_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77076);


async function signedRequests(bucket, { region, accessKey, secretKey, sessionToken }) {
    const [{ AwsClient }, http, https] = await Promise.all([
        __webpack_require__.e(/* import() */ 2580).then(__webpack_require__.bind(__webpack_require__, 12580)),
        Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 37067, 19)),
        Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 44708, 19)),
    ]);
    const client = new AwsClient({
        accessKeyId: accessKey,
        secretAccessKey: secretKey,
        service: 's3',
        region,
        retries: 0,
        ...(sessionToken === undefined ? {} : { sessionToken }),
    });
    const once = async (address, { method, headers = {}, body }) => {
        const signed = await client.sign(address, { method, headers });
        const url = new URL(address);
        const init = { method, headers: Object.fromEntries(signed.headers) };
        const outgoing = (url.protocol === 'http:' ? http : https).request(url, init);
        const answered = new Promise((resolve, reject) => {
            outgoing.once('response', resolve).once('error', reject);
        });
        outgoing.setTimeout(silence, () => outgoing.destroy(new Error(`no answer in ${silence / 1000} s`)));
        const sent = body === undefined ? outgoing.end() : (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_0__.pipeline)(body(), outgoing);
        try {
            const [answer] = await Promise.all([answered, sent]);
            return answer;
        }
        catch (error) {
            const early = await Promise.race([answered.catch(() => undefined), Promise.resolve(undefined)]);
            if (early !== undefined)
                return early;
            throw error;
        }
    };
    return {
        complete: (address, asked) => (0,_retries_js__WEBPACK_IMPORTED_MODULE_1__/* .withRetries */ .LH)(bucket, async () => wholeOf(await once(address, asked)), ({ status }) => status, () => undefined, asked.within),
        stream: (address, asked) => (0,_retries_js__WEBPACK_IMPORTED_MODULE_1__/* .withRetries */ .LH)(bucket, () => once(address, asked), ({ statusCode }) => statusCode, answer => answer.resume(), asked.within),
    };
}
const silence = 60_000;
async function wholeOf(answer) {
    const chunks = [];
    for await (const chunk of answer)
        chunks.push(chunk);
    const { statusCode: status = 500 } = answer;
    const body = status === 204 || status === 304 ? undefined : Buffer.concat(chunks);
    return new Response(body, { status, headers: plain(answer.headers) });
}
const plain = (headers) => Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => typeof value === 'string' ? [[name, value]] : []));


/***/ }),

/***/ 77076:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LH: () => (/* binding */ withRetries),
/* harmony export */   l0: () => (/* binding */ pauseAfter),
/* harmony export */   r2: () => (/* binding */ attempts)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25726);


const attempts = 6;
const firstPause = 200;
const inTime = 60_000;
const busy = (status) => status === undefined || status === 429 || (status >= 500 && status !== 501 && status !== 505);
function withRetries(bucket, attempt, statusOf, again, within = inTime) {
    const unfinished = (answer) => {
        const isBusy = busy(statusOf(answer));
        if (isBusy)
            again(answer);
        return isBusy;
    };
    return (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)({ attempts, within, unfinished, temporary: () => true, delay: pauseAfter }, attempt).catch(error => {
        throw outOfReach(bucket, error);
    });
}
const pauseAfter = (count) => firstPause * 2 ** (count - 1) * (0.5 + Math.random() / 2);
const outOfReach = (bucket, error) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${bucket} cannot be reached (${(0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .innermostCause */ .$C)(error)})`, 'check that its address is right and reachable from here', { cause: error });


/***/ }),

/***/ 10031:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   placeOf: () => (/* binding */ placeOf),
/* harmony export */   s3Store: () => (/* binding */ s3Store)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57075);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60630);
/* harmony import */ var _guard_facts_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(35896);
/* harmony import */ var _object_stores_answers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62761);
/* harmony import */ var _object_stores_requests_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(10082);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(34120);








async function s3Store(options) {
    const bucketUrl = placeOf(options.url);
    const requests = await (0,_object_stores_requests_js__WEBPACK_IMPORTED_MODULE_4__/* .signedRequests */ .N)(bucketUrl.bucket, options);
    const url = (path) => `${bucketUrl.bucket}/${keyOf(bucketUrl, path).split('/').map(encodeURIComponent).join('/')}`;
    const call = (address, asked = { method: 'GET' }) => requests.complete(address, asked);
    return {
        name: options.url,
        put: async (path, content, lockedUntil) => {
            const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest();
            const headers = {
                'content-length': String(content.length),
                'x-amz-content-sha256': hash.toString('hex'),
                'x-amz-checksum-sha256': hash.toString('base64'),
                ...(lockedUntil === undefined ? {} : lockHeaders(lockedUntil)),
            };
            const body = content.length === 0 ? {} : { body: () => node_stream__WEBPACK_IMPORTED_MODULE_1__.Readable.from([content]) };
            const answer = await call(url(path), { method: 'PUT', headers, ...body });
            await (0,_object_stores_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .expectStatus */ .oi)(answer, [200], bucketUrl.bucket, `store ${path}`);
        },
        get: async (path) => {
            const answer = await call(url(path));
            if (answer.status === 404 && (await (0,_object_stores_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$N)(answer)) !== 'NoSuchBucket')
                return undefined;
            await (0,_object_stores_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .expectStatus */ .oi)(answer, [200], bucketUrl.bucket, `return ${path}`);
            return new Uint8Array(await answer.arrayBuffer());
        },
        remove: async (path) => {
            const answer = await call(url(path), { method: 'DELETE' });
            if (answer.status !== 404)
                await (0,_object_stores_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .expectStatus */ .oi)(answer, [200, 204], bucketUrl.bucket, `delete ${path}`);
        },
        list: prefix => listAll(call, bucketUrl, prefix),
        lockedUntil: async (path) => {
            const answer = await call(`${url(path)}?retention`);
            if (answer.status === 404 || answer.status === 400)
                return undefined;
            await (0,_object_stores_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .expectStatus */ .oi)(answer, [200], bucketUrl.bucket, `report whether ${path} is locked`);
            const retention = Object.values(await (0,_object_stores_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .read */ .LF)(answer)).find(_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .isMap */ .jh);
            if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .isMap */ .jh)(retention) || retention.Mode !== 'COMPLIANCE')
                return undefined;
            const until = Date.parse(String(retention.RetainUntilDate));
            return Number.isNaN(until) ? undefined : until;
        },
        lockedByDefault: async () => {
            const answer = await call(`${bucketUrl.bucket}?object-lock`);
            if (answer.status === 404 && (await (0,_object_stores_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$N)(answer)) !== 'NoSuchBucket')
                return undefined;
            await (0,_object_stores_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .expectStatus */ .oi)(answer, [200], bucketUrl.bucket, 'report its default retention');
            return defaultIn(await (0,_object_stores_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .read */ .LF)(answer));
        },
        mayDelete: () => mayDelete(call, bucketUrl).catch(() => 'unknown'),
    };
}
async function mayDelete(call, bucketUrl) {
    const missing = `${bucketUrl.bucket}/${keyOf(bucketUrl, `slipway-may-delete-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`)}`;
    const answers = [];
    for (const address of [`${missing}?versionId=null`, missing]) {
        const answer = await call(address, { method: 'DELETE' });
        if (answer.ok)
            return 'yes';
        answers.push(answer.status === 403 && (await (0,_object_stores_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$N)(answer)) === 'AccessDenied' ? 'no' : 'unknown');
    }
    const query = new URLSearchParams({ 'list-type': '2', 'max-keys': '1', prefix: bucketUrl.prefix });
    const looks = await call(`${bucketUrl.bucket}?${query}`);
    return looks.ok ? (0,_guard_facts_js__WEBPACK_IMPORTED_MODULE_7__/* .combine */ .k)(answers) : 'unknown';
}
function defaultIn({ ObjectLockConfiguration: lock }) {
    const rule = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .isMap */ .jh)(lock) && (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .isMap */ .jh)(lock.Rule) ? lock.Rule.DefaultRetention : undefined;
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .isMap */ .jh)(rule) || rule.Mode !== 'COMPLIANCE')
        return undefined;
    const days = rule.Days === undefined ? Number(rule.Years) * 365 : Number(rule.Days);
    return Number.isFinite(days) && days > 0 ? days * 86_400_000 : undefined;
}
const lockHeaders = (until) => ({
    'x-amz-object-lock-mode': 'COMPLIANCE',
    'x-amz-object-lock-retain-until-date': new Date(until).toISOString(),
});
function placeOf(address) {
    const url = new URL(address);
    const [bucket = '', ...prefix] = url.pathname.split('/').filter(each => each !== '');
    if (bucket === '')
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the address ${address} has no bucket`, 'write the bucket after the host, such as https://s3.example.com/backups/shop');
    return { bucket: `${url.origin}/${bucket}`, prefix: prefix.join('/') };
}
const keyOf = ({ prefix }, path) => `${prefix === '' ? '' : `${prefix}/`}${(0,_store_js__WEBPACK_IMPORTED_MODULE_5__/* .checkedPath */ .t)(path)}`;
async function listAll(call, bucketUrl, prefix) {
    const found = [];
    const top = bucketUrl.prefix === '' ? '' : `${bucketUrl.prefix}/`;
    const below = prefix === '' ? top : `${keyOf(bucketUrl, prefix)}/`;
    for (let token = ''; token !== undefined;) {
        const query = new URLSearchParams({ 'list-type': '2', prefix: below });
        if (token !== '')
            query.set('continuation-token', token);
        const answer = await call(`${bucketUrl.bucket}?${query}`);
        await (0,_object_stores_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .expectStatus */ .oi)(answer, [200], bucketUrl.bucket, 'list objects');
        const { ListBucketResult: page } = await (0,_object_stores_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .read */ .LF)(answer);
        if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .isMap */ .jh)(page))
            throw new Error('the listing of a bucket is invalid');
        for (const each of [page.Contents ?? []].flat())
            if ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .isMap */ .jh)(each))
                found.push({ path: String(each.Key).slice(top.length), bytes: Number(each.Size) });
        token = page.IsTruncated === 'true' ? String(page.NextContinuationToken) : undefined;
    }
    return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}


/***/ }),

/***/ 34120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   folderStore: () => (/* binding */ folderStore),
/* harmony export */   t: () => (/* binding */ checkedPath)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _whole_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1517);




const part = /^(?!\.\.?$)[A-Za-z0-9._@+=-]{1,200}$/;
function checkedPath(path) {
    if (path.split('/').every(each => part.test(each)) && path.length <= 900)
        return path;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${JSON.stringify(path)} is not a name that Slipway gives an object`, 'delete it by hand');
}
function folderStore(folder) {
    const fault = (problem, cause) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the folder ${folder} ${problem}`, 'check whether it exists and who may write to it', {
        cause,
    });
    return {
        name: folder,
        put: async (path, content) => {
            const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, checkedPath(path));
            try {
                await (0,_whole_file_js__WEBPACK_IMPORTED_MODULE_3__/* .writeWhole */ .f)(file, content);
            }
            catch (error) {
                throw fault('cannot be written to', error);
            }
        },
        get: async (path) => {
            try {
                return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, checkedPath(path)));
            }
            catch (error) {
                if (isAbsent(error))
                    return undefined;
                throw fault('cannot be read', error);
            }
        },
        remove: async (path) => {
            try {
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, checkedPath(path)), { force: true });
            }
            catch (error) {
                throw fault('does not permit deletion', error);
            }
        },
        list: async (prefix) => {
            const top = prefix === '' ? folder : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, checkedPath(prefix));
            const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(top, { recursive: true, withFileTypes: true }).catch(error => {
                if (isAbsent(error))
                    return [];
                throw fault('cannot be read', error);
            });
            const files = entries.filter(each => each.isFile() && !each.name.endsWith('.partial'));
            const found = await Promise.all(files.map(async (each) => {
                const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(each.parentPath, each.name);
                return { path: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, file), bytes: (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(file)).size };
            }));
            return found.sort((a, b) => (a.path < b.path ? -1 : 1));
        },
        lockedUntil: async () => undefined,
        lockedByDefault: async () => undefined,
        mayDelete: async () => {
            const fault = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(folder, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.constants.W_OK).then(() => undefined, (error) => (error instanceof Error && 'code' in error ? error.code : 'unknown'));
            if (fault === undefined)
                return 'yes';
            return fault === 'EACCES' || fault === 'EROFS' ? 'no' : 'unknown';
        },
    };
}
const isAbsent = (error) => error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');


/***/ }),

/***/ 1517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ writeWhole),
/* harmony export */   s: () => (/* binding */ diskFault)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);



async function writeWhole(file, content) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(`${file}.partial`, content);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(`${file}.partial`, file);
}
function diskFault(folder, error, remedy) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'ENOSPC' && code !== 'EROFS' && code !== 'EACCES' && code !== 'EDQUOT')
        return undefined;
    const why = code === 'ENOSPC' ? 'the disk is full' : code;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${folder} cannot be written to: ${why}`, remedy, { cause: error });
}


/***/ }),

/***/ 48961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bothOf: () => (/* binding */ bothOf),
/* harmony export */   eachOf: () => (/* binding */ eachOf),
/* harmony export */   mapOf: () => (/* binding */ mapOf),
/* harmony export */   serialQueue: () => (/* binding */ serialQueue)
/* harmony export */ });
async function eachOf(items, limit, work) {
    const waiting = [...items];
    let failed = false;
    const worker = async () => {
        for (let item = waiting.shift(); item !== undefined && !failed; item = waiting.shift()) {
            try {
                await work(item);
            }
            catch (error) {
                failed = true;
                throw error;
            }
        }
    };
    const results = await Promise.allSettled(Array.from({ length: limit }, worker));
    for (const result of results)
        if (result.status === 'rejected')
            throw result.reason;
}
async function mapOf(items, limit, work) {
    const results = new Map();
    await eachOf([...items.entries()], limit, async ([at, item]) => {
        results.set(at, await work(item));
    });
    return items.map((_, at) => results.get(at));
}
function serialQueue() {
    let last = Promise.resolve();
    return work => {
        const turn = last.then(work);
        last = turn.catch(() => undefined);
        return turn;
    };
}
async function bothOf(signal, one, other) {
    const failure = new AbortController();
    let first;
    const run = async (work) => {
        try {
            return await work(AbortSignal.any([signal, failure.signal]));
        }
        catch (error) {
            if (!failure.signal.aborted)
                first = error;
            failure.abort();
            throw error;
        }
    };
    const works = [run(one), run(other)];
    await Promise.allSettled(works);
    if (failure.signal.aborted)
        throw first;
    return Promise.all(works);
}


/***/ })

};

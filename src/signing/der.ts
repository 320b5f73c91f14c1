/** The part of DER (X.690) that certificate extensions need: Node exposes only those for TLS. All pure. */

interface Element {
  readonly tag: number;
  readonly content: Uint8Array;
}

const tags = {
  boolean: 0x01,
  octets: 0x04,
  object: 0x06,
  utf8: 0x0c,
  sequence: 0x30,
  extensions: 0xa3,
} as const;

/**
 * Returns the extensions of a certificate, by object identifier.
 * @param certificate in DER, already parsed successfully.
 * @throws Error when it is truncated.
 */
export function extensionsOf(certificate: Uint8Array): Map<string, Uint8Array> {
  const [whole] = elementsOf(certificate);
  const [signed] = elementsOf(whole?.content ?? certificate);
  const list = elementsOf(signed?.content ?? certificate).find(({ tag }) => tag === tags.extensions);
  const [extensions] = list === undefined ? [] : elementsOf(list.content);
  return new Map(
    (extensions === undefined ? [] : elementsOf(extensions.content)).flatMap(({ content }) => {
      const [name, ...rest] = elementsOf(content);
      const value = rest.find(({ tag }) => tag === tags.octets);
      return name?.tag === tags.object && value !== undefined
        ? [[identifierOf(name.content), value.content] as const]
        : [];
    }),
  );
}

/** Decodes the text of an extension: a UTF8String, or else the raw bytes, as in Fulcio's first extensions. */
export function textOf(value: Uint8Array): string {
  const bare = Buffer.from(value).toString('utf8');
  if (value[0] !== tags.utf8) return bare;
  try {
    const [only, ...more] = elementsOf(value);
    return only === undefined || more.length > 0 ? bare : Buffer.from(only.content).toString('utf8');
  } catch {
    return bare;
  }
}

function elementsOf(bytes: Uint8Array): Element[] {
  const elements: Element[] = [];
  for (let at = 0; at < bytes.length; ) {
    const tag = byteAt(bytes, at);
    const { length, start } = lengthAt(bytes, at + 1);
    const end = start + length;
    if (end > bytes.length) throw new Error('the certificate ends within an element');
    elements.push({ tag, content: bytes.subarray(start, end) });
    at = end;
  }
  return elements;
}

/** Reads a length: one byte up to 127; else the first byte counts the bytes of the length. */
function lengthAt(bytes: Uint8Array, at: number): { length: number; start: number } {
  const first = byteAt(bytes, at);
  if (first < 0x80) return { length: first, start: at + 1 };
  const count = first & 0x7f;
  if (count === 0 || count > 4) throw new Error('the certificate has an element of unknown length');
  let length = 0;
  for (let index = 1; index <= count; index += 1) length = length * 256 + byteAt(bytes, at + index);
  return { length, start: at + 1 + count };
}

function byteAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at];
  if (byte === undefined) throw new Error('the certificate ends within an element');
  return byte;
}

/** Formats an identifier such as `1.3.6.1.4.1.57264.1.12`: the first byte encodes two numbers, the others seven bits each. */
function identifierOf(content: Uint8Array): string {
  const numbers: number[] = [];
  let value = 0;
  for (const byte of content) {
    value = value * 128 + (byte & 0x7f);
    if (byte >= 0x80) continue;
    numbers.push(value);
    value = 0;
  }
  const [first = 0, ...rest] = numbers;
  const root = Math.min(2, Math.floor(first / 40));
  return [root, first - root * 40, ...rest].join('.');
}

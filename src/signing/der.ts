/** The part of DER (X.690) that certificate extensions need: Node exposes only those for TLS. All pure. */

interface Element {
  readonly tag: number;
  readonly content: Uint8Array;
}

const tags = {
  octets: 0x04,
  object: 0x06,
  utf8: 0x0c,
  extensions: 0xa3,
} as const;

/**
 * Returns the extensions of a certificate, by object identifier.
 * @param certificate in DER, already parsed successfully.
 * @throws Error when it is truncated.
 */
export function extensionsOf(certificate: Uint8Array): Map<string, Uint8Array> {
  const inside = (outer: Element | undefined) => (outer === undefined ? [] : elementsOf(outer.content));
  const [signed] = inside(elementsOf(certificate)[0]);
  const list = inside(signed).find(({ tag }) => tag === tags.extensions);
  return new Map(
    inside(inside(list)[0]).flatMap(extension => {
      const [name, ...rest] = inside(extension);
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
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const elements: Element[] = [];
  for (let at = 0; at < buffer.length; ) {
    // A length is one byte up to 127; else the first byte counts the bytes of the length.
    const first = buffer[at + 1] ?? 0;
    const more = first < 0x80 ? 0 : first & 0x7f;
    if (first === 0x80 || more > 4) throw new Error('the certificate has an element of unknown length');
    const start = at + 2 + more;
    if (start > buffer.length) throw truncated();
    const length = more === 0 ? first : buffer.readUIntBE(at + 2, more);
    const end = start + length;
    if (end > buffer.length) throw truncated();
    elements.push({ tag: buffer.readUInt8(at), content: buffer.subarray(start, end) });
    at = end;
  }
  return elements;
}

const truncated = () => new Error('the certificate ends within an element');

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

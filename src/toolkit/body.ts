/**
 * Reads the body of an untrusted response, up to a limit.
 * @param body null for none.
 * @param limit bytes.
 * @param tooLarge the error to throw above the limit.
 */
export async function readUpTo(
  body: AsyncIterable<Uint8Array> | null,
  limit: number,
  tooLarge: () => Error,
): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Reads what others send, up to a limit: whoever is asked may answer what he likes.
 * @param body null for none.
 * @param limit bytes.
 * @param tooLarge what to throw when it is more.
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

/** Whether one name leads to another, or is the same. Pure. @param next the names that a name leads to at once. */
export function leadsTo(from: string, to: string, next: (name: string) => readonly string[]): boolean {
  const reached = new Set([from]);
  // The loop also visits what is added during it, and each name once.
  for (const name of reached) for (const each of next(name)) reached.add(each);
  return reached.has(to);
}

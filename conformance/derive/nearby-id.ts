/**
 * An id of the same form that most likely belongs to nothing: the last eight letters and digits each become the next
 * of their kind (hexadecimal letters stay hexadecimal, and those of a ULID stay such). A short number becomes a large one.
 */
export function nearbyId(id: string): string {
  if (/^\d{1,12}$/.test(id)) return `9${id.padStart(12, "9")}`;
  const keep = [...id.matchAll(/[a-z0-9]/gi)].at(-8)?.index ?? 0;
  return id.slice(0, keep) + id.slice(keep).replace(/[a-z0-9]/gi, next);
}

const rings = ["0123456789", "abcdef", "ghjkmnpqrstvwxyz", "ilou"];

function next(character: string): string {
  for (const ring of rings.flatMap((lower) => [lower, lower.toUpperCase()])) {
    const place = ring.indexOf(character);
    if (place >= 0) return ring.charAt((place + 1) % ring.length);
  }
  return character;
}

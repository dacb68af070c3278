/**
 * What a tool says, without what is another in each run: ids, times, ports, lengths, values made at random. Two reports
 * that read the same afterwards say the same.
 */
export function lasting(text: string): string {
  const plain = text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken away
    .replaceAll(/\u001b\[[\d;]*m/g, "")
    .replaceAll(/https?:\/\/127\.0\.0\.1:\d+/g, "URL")
    .replaceAll(/127\.0\.0\.1:\d+/g, "HOST")
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)?/g, "TIME")
    .replaceAll(/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}\b/gi, "ID")
    .replaceAll(/\b[a-z]+_[0-9A-Za-z]*\d[0-9A-Za-z]{9,}\b/g, "ID")
    .replaceAll(/\b0[1-9][0-9A-Z]{11,}\b/g, "ID")
    .replaceAll(/\b[0-9a-f]{24,}\b/gi, "HEX")
    .replaceAll(/\b\d{4,}\b/g, "N");
  return plain.trim().slice(0, 400);
}

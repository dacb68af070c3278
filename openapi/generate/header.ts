/** The first line of a generated file: from what, how, and that nobody edits it. */
export function generatedHeader(api: string, tool?: string): string {
  const by = tool ? `, with ${tool}` : "";
  return `// Generated from openapi/${api} by \`npm run generate\`${by}. Do not edit.\n`;
}

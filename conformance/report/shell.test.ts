import { describe, expect, it } from "vitest";
import { environmentName, environmentPattern } from "./environment.ts";
import { shellQuote, shellWord } from "./shell.ts";

const variable = environmentPattern("sahut");

describe("environmentName", () => {
  it.each([
    ["sahut", "key", "SAHUT_KEY"],
    ["my-api", "read_only_key", "MY_API_READ_ONLY_KEY"],
    ["3rd", "url", "_3RD_URL"],
  ])("names the %s %s %s", (api, what, want) => {
    expect(environmentName(api, what)).toBe(want);
  });
});

describe("shellWord", () => {
  it.each([
    ["a text", "a b", "'a b'"],
    ["nothing", "", "''"],
    ["a single quote", "it's", "'it'\\''s'"],
    ["what a shell would expand", "$HOME `id` !x \\", "'$HOME `id` !x \\'"],
    ["a variable", "Bearer $SAHUT_KEY", '"Bearer $SAHUT_KEY"'],
    ["a longer name", "$SAHUT_READ_ONLY_KEY", '"$SAHUT_READ_ONLY_KEY"'],
    ["a variable with text after it", "$SAHUT_KEYX", '"${' + 'SAHUT_KEY}X"'],
    ["the variable of another API", "$SARUFI_KEY", "'$SARUFI_KEY'"],
    ["a variable beside what must not expand", "$SAHUT_KEY$HOME!", "\"$SAHUT_KEY\"'$HOME!'"],
  ])("writes %s", (_, given, want) => {
    expect(shellWord(given, variable)).toBe(want);
  });

  it("counts out long runs of one character", () => {
    expect(shellQuote(`{"a":"${"x".repeat(5000)}"}`)).toBe(
      `'{"a":"'"$(head -c 5000 /dev/zero | tr '\\0' x)"'"}'`,
    );
  });
});

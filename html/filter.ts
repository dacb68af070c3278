import { html, type Markup } from "./markup.ts";

/** What a filter needs to know of a promise. */
export interface Filtered {
  readonly id: string;
  readonly operations: readonly string[];
}

/** Values of one member to filter by, each with the number of promises that have it. */
export interface Choice {
  /** The member's name in the row: `data-<name>`. */
  readonly name: "level" | "standing" | "outcome";
  readonly legend: string;
  readonly values: readonly (readonly [value: string, number: number])[];
}

/**
 * The filter of all promises of a page, for `filterScript`. It is hidden until its script runs, since it does nothing
 * without.
 * @param what what the rows are called: "promises"
 * @param hint what the text is looked for in
 */
export function filterForm(
  promises: readonly Filtered[],
  choices: readonly Choice[],
  what: string,
  hint: string,
): Markup {
  return html`<form id="filter" role="search" aria-label="Filter of ${what}" data-what="${what}" hidden>
<div class="line">
<label class="text"><span>Search</span> <input type="search" name="text" placeholder="${hint}" autocomplete="off" spellcheck="false" aria-keyshortcuts="/"></label>
<label><span>Operation</span> <select name="operation"><option value="">all</option>${operationOptions(promises)}</select></label>
<button type="reset">Show all</button>
</div>
<div class="line">
${choices.map(
  ({ name, legend, values }) =>
    html`<fieldset><legend>${legend}</legend>${values.map(([value, number]) => chip(name, value, number))}</fieldset>\n`,
)}<p id="shown" role="status"></p>
</div>
</form>`;
}

/** A value to filter by; none chosen means all. */
function chip(name: string, value: string, number: number): Markup {
  return html`<label class="chip ${value}"><input type="checkbox" name="${name}" value="${value}"> ${value} <span class="number">${number}</span></label>\n`;
}

function operationOptions(promises: readonly Filtered[]): readonly Markup[] {
  const operations = new Set(promises.flatMap((one) => one.operations));
  return [...operations].sort().map((name) => html`<option>${name}</option>`);
}

/**
 * The name of the group that a promise is shown in: its topic, or its operation where it is derived from the contract.
 * @example groupOf("sahut/derived/listMessages/is-documented"); // "listMessages"
 */
export function groupOf(id: string): string {
  const [, topic = id, operation] = id.split("/");
  return topic === "derived" && operation !== undefined ? operation : topic;
}

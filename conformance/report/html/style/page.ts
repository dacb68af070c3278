/** The page around the promises: head, verdicts, filter, open points. */
export const page = `
* { box-sizing: border-box; }
html { scroll-padding-top: 8rem; }
body {
  margin: 0 auto;
  padding: 0 1.5rem 3rem;
  max-width: 76rem;
  background: var(--ground);
  color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif;
  overflow-wrap: anywhere;
}
code, pre { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .8125rem; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 4px; }
[hidden] { display: none !important; }
h1, h2, h3, p { margin: 0; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1.5rem; top: .5rem; padding: .25rem .75rem; background: var(--paper); z-index: 3; }
.top { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; justify-content: space-between; align-items: baseline; padding: 1.75rem 0 1.25rem; }
h1 { font-size: 1.25rem; font-weight: 600; letter-spacing: -.01em; }
h1 .tool { color: var(--soft); font-weight: 400; }
h1 .tool::after { content: " /"; }
.run, .address { color: var(--soft); font-size: .875rem; }
.run > *, .address > span, #filter label > span { white-space: nowrap; }
.run > * + *::before, .address > * + *::before { content: "\\b7"; margin-right: .35rem; }
.cards { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr)); }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: 12px; overflow: hidden; display: flex; flex-direction: column; }
.card > * { margin-left: 1.25rem; margin-right: 1.25rem; }
.card > header { margin: 0; padding: 1rem 1.25rem .875rem; background: var(--wash); box-shadow: inset 5px 0 var(--tone); }
.card h2 { font-size: 1.5rem; line-height: 1.2; letter-spacing: -.015em; }
.card .verdict { color: var(--tone); }
.card .address { margin-top: .25rem; color: var(--ink); }
.summary { margin-top: 1rem; max-width: 44rem; }
.bar { display: block; width: calc(100% - 2.5rem); margin-top: 1.125rem; border-radius: 4px; overflow: hidden; flex: none; }
.bar rect { fill: var(--tone); stroke: var(--paper); stroke-width: 2px; }
.bar .inapplicable { opacity: .55; }
.legend { list-style: none; padding: 0; margin-top: .75rem; margin-bottom: 1.125rem; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; font-size: .875rem; }
.wanted { font-size: .875rem; border-top: 1px solid var(--line); padding: .75rem 0; color: var(--soft); }
.wanted code { color: var(--ink); }
#promises { outline: none; }
#filter { position: sticky; top: 0; z-index: 2; margin: 1.25rem -1.5rem 0; padding: .75rem 1.5rem; background: var(--ground); border-bottom: 1px solid var(--line); font-size: .875rem; display: grid; gap: .625rem; }
#filter .line { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: center; }
#filter label { display: inline-flex; align-items: center; gap: .5rem; color: var(--soft); }
#filter .text { flex: 1 1 16rem; }
#filter .text input { flex: 1; min-width: 0; }
input, select, button { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: .375rem .625rem; max-width: 100%; }
select { max-width: 15rem; }
button { cursor: pointer; }
button:hover, .chip:hover { border-color: var(--soft); }
::placeholder { color: var(--soft); opacity: 1; }
fieldset { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .375rem; align-items: center; }
legend { float: left; margin-right: .125rem; color: var(--soft); }
#filter .chip { padding: .125rem .625rem; border: 1px solid var(--line); border-radius: 99px; background: var(--paper); color: var(--ink); gap: .375rem; cursor: pointer; }
.chip input { position: absolute; opacity: 0; pointer-events: none; }
.chip .number { color: var(--soft); font-variant-numeric: tabular-nums; }
#filter .chip:has(:checked) { background: var(--ink); border-color: var(--ink); color: var(--paper); }
.chip:has(:checked) .number { color: inherit; }
.chip:has(:focus-visible) { outline: 2px solid var(--focus); outline-offset: 2px; }
#shown { margin-left: auto; color: var(--soft); }
.promises > h2, .observations > h2 { margin: 2rem 0 .5rem; font-size: 1.125rem; }
.note, .nothing, footer { color: var(--soft); font-size: .875rem; }
.note { margin-bottom: .75rem; }
table { width: 100%; border-collapse: separate; border-spacing: 0; overflow: clip; background: var(--paper); border: 1px solid var(--line); border-radius: 12px; font-size: .9375rem; }
th, td { text-align: left; vertical-align: top; padding: .625rem 1rem; font-weight: 400; }
thead th { color: var(--soft); font-size: .8125rem; }
tbody th, tbody td { border-top: 1px solid var(--line); }
.observed { font-weight: 600; }
.observed i { font-weight: 400; color: var(--soft); }
tbody th { width: 50%; }
.id { display: block; color: var(--soft); font-size: .75rem; }
footer { margin-top: 2.5rem; }
@media (max-width: 44rem) {
  html { scroll-padding-top: 1rem; }
  body { padding: 0 1rem 2rem; }
  #filter { position: static; margin: 1.25rem -1rem 0; padding: .75rem 1rem; }
  #filter .text, #filter .text input { flex-basis: 100%; }
  #shown { margin-left: 0; }
  thead { position: absolute; left: -99rem; }
  tr, tbody th, td { display: block; width: auto; }
  tbody th { padding-bottom: 0; }
  tbody td { border: 0; padding-top: .25rem; padding-bottom: 0; }
  tbody tr:first-child th { border: 0; }
  .observed::before { content: "This target: "; color: var(--soft); font-weight: 400; }
  tbody td:last-child { padding-bottom: .625rem; }
}
`;

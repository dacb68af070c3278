/** What only the report has: verdicts, the bar of counts, open points. */
export const report = `
.card .verdict { color: var(--tone); }
.bar { display: block; width: calc(100% - 2.5rem); margin-top: 1.125rem; border-radius: 4px; overflow: hidden; flex: none; }
.bar rect { fill: var(--tone); stroke: var(--paper); stroke-width: 2px; }
.bar .inapplicable { opacity: .55; }
.legend { list-style: none; padding: 0; margin-top: .75rem; margin-bottom: 1.125rem; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; font-size: .875rem; }
.wanted { font-size: .875rem; border-top: 1px solid var(--line); padding: .75rem 0; color: var(--soft); }
.wanted code { color: var(--ink); }
#promises { outline: none; }
table { width: 100%; border-collapse: separate; border-spacing: 0; overflow: clip; background: var(--paper); border: 1px solid var(--line); border-radius: 12px; font-size: .9375rem; }
th, td { text-align: left; vertical-align: top; padding: .625rem 1rem; font-weight: 400; }
thead th { color: var(--soft); font-size: .8125rem; }
tbody th, tbody td { border-top: 1px solid var(--line); }
.observed { font-weight: 600; }
.observed i { font-weight: 400; color: var(--soft); }
tbody th { width: 50%; }
.observations > h2 { margin: 2rem 0 .5rem; font-size: 1.125rem; }
.drift > h2, .coverage > h2, .failed > h2 { margin: 2rem 0 .5rem; font-size: 1.125rem; }
.fold { background: var(--paper); border: 1px solid var(--line); border-radius: 12px; margin-top: .625rem; overflow: clip; }
.fold > summary { display: flex; flex-wrap: wrap; gap: .125rem .875rem; align-items: baseline; padding: .625rem 1rem; cursor: pointer; }
.fold > summary::before { content: ""; width: .4rem; height: .4rem; border: solid var(--soft); border-width: 0 2px 2px 0; transform: rotate(-45deg); align-self: center; margin: 0 -.125rem 0 .125rem; }
.fold[open] > summary::before { transform: rotate(45deg); }
.fold > summary:hover { background: var(--sunken); }
.fold > summary h3 { margin: 0; font-size: 1rem; }
.fold > summary .tally { margin-left: auto; color: var(--soft); font-size: .875rem; }
.fold table { border-width: 1px 0 0; border-radius: 0; }
.failed ol { margin: 0; padding: .25rem 1rem .75rem 1rem; list-style: none; border-top: 1px solid var(--line); }
.failed li { display: grid; grid-template-columns: 1.5rem 1fr; padding-top: .5rem; }
.failed .brief { grid-column: 2; }
.drift table, .coverage table { font-size: .875rem; }
.drift tbody th, .coverage tbody th { width: 12rem; white-space: nowrap; }
.drift thead + tbody tr:first-child > *, .coverage thead + tbody tr:first-child > * { border-top: 1px solid var(--line); }
.share { color: var(--soft); font-weight: 400; margin-left: .375rem; }
.drift td:nth-child(2) { min-width: 14rem; overflow-wrap: normal; }
.meter { vertical-align: middle; display: inline-block; flex: none; border-radius: 4px; margin-right: .375rem; }
.meter rect { fill: var(--tone); }
.meter .whole { fill: var(--line); }
.coverage td { width: 28%; }
.none { color: var(--soft); }
.clauses summary { cursor: pointer; padding: 0; }
.clauses ul { margin: .375rem 0 0; padding: 0; list-style: none; font-size: .8125rem; }
.clauses code { overflow-wrap: anywhere; }
@media (max-width: 44rem) {
  thead { position: absolute; left: -99rem; }
  tr, tbody th, td { display: block; width: auto; }
  tbody th { padding-bottom: 0; }
  tbody td { border: 0; padding-top: .25rem; padding-bottom: 0; }
  tbody tr:first-child th { border: 0; }
  .coverage td, .coverage tbody th, .drift tbody th, .drift td:nth-child(2) { width: auto; min-width: 0; }
  .coverage td::before { color: var(--soft); }
  .coverage td:nth-child(2)::before { content: "Asserted: "; }
  .coverage td:nth-child(3)::before { content: "Sent, not asserted: "; }
  .coverage td:nth-child(4)::before { content: "Never reached: "; }
  .observed::before { content: "This target: "; color: var(--soft); font-weight: 400; }
  tbody td:last-child { padding-bottom: .625rem; }
}
`;

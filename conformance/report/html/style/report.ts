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
.reach tbody th { width: auto; }
.reach th, .reach th code { white-space: nowrap; }
.came { white-space: nowrap; margin-right: .5rem; }
.never { display: block; color: var(--soft); font-size: .8125rem; }
@media (max-width: 44rem) {
  thead { position: absolute; left: -99rem; }
  tr, tbody th, td { display: block; width: auto; }
  tbody th { padding-bottom: 0; }
  tbody td { border: 0; padding-top: .25rem; padding-bottom: 0; }
  tbody tr:first-child th { border: 0; }
  .reach td:nth-child(2)::after { content: " requests"; }
  .reach td:nth-child(4)::before { content: "Fields: "; }
  .observed::before { content: "This target: "; color: var(--soft); font-weight: 400; }
  tbody td:last-child { padding-bottom: .625rem; }
}
`;

/** Groups of promises, their rows, and what a row opens to. */
export const rows = `
summary { cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary:focus-visible, pre:focus-visible { outline-offset: -2px; }
.group { background: var(--paper); border: 1px solid var(--line); border-radius: 12px; margin-top: .625rem; overflow: clip; }
.group > summary { display: flex; flex-wrap: wrap; gap: .125rem .875rem; align-items: baseline; padding: .625rem 1rem; }
.group > summary::before { content: ""; width: .4rem; height: .4rem; border: solid var(--soft); border-width: 0 2px 2px 0; transform: rotate(-45deg); align-self: center; margin: 0 -.125rem 0 .125rem; }
.group[open] > summary::before { transform: rotate(45deg); }
.group > summary:hover { background: var(--sunken); }
h3 { font-size: 1rem; font-weight: 600; }
.tally { margin-left: auto; font-size: .8125rem; display: flex; flex-wrap: wrap; gap: 0 .75rem; }
.tally span { color: var(--tone); }
.row { border-top: 1px solid var(--line); }
.row > summary { display: grid; grid-template-columns: 1.25rem 1fr auto; gap: .75rem; padding: .5rem 1rem; }
.row > summary:hover { background: var(--sunken); }
.row[open] > summary { background: var(--sunken); }
.row.broken > summary, .row.warning > summary { box-shadow: inset 4px 0 var(--tone); }
.sign { color: var(--tone); font-weight: 700; text-align: center; }
.statement, .brief { display: block; }
.brief { font-size: .875rem; color: var(--tone); }
.level { font-size: .8125rem; color: var(--soft); align-self: start; margin-top: .125rem; }
.inside { padding: .75rem 1rem 1.25rem 3rem; }
dl, dd { margin: 0; }
.facts { display: flex; flex-wrap: wrap; gap: .25rem 2rem; font-size: .875rem; }
.facts > div { display: flex; gap: .5rem; }
.facts dt, .contrast dt, .caption { color: var(--soft); flex: none; }
.finding { margin-top: 1rem; padding-top: 1rem; border-top: 1px solid var(--line); }
.message { font-weight: 600; }
.ordinal { color: var(--soft); font-weight: 400; margin-right: .375rem; }
.contrast { display: grid; gap: .5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); margin: .625rem 0 .875rem; }
.contrast > div { padding: .375rem .75rem .5rem; border-radius: 8px; }
.contrast dt { font-size: .8125rem; }
.expected { background: var(--passed-wash); }
.actual { background: var(--broken-wash); }
.expected dt { color: var(--passed); }
.actual dt { color: var(--broken); }
.exchange { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); }
.exchange > div { min-width: 0; display: flex; flex-direction: column; }
.caption { font-size: .8125rem; margin-bottom: .25rem; }
pre { margin: 0; padding: .625rem .75rem; background: var(--sunken); border: 1px solid var(--line); border-radius: 8px; white-space: pre-wrap; max-height: 26rem; overflow: auto; flex: 1; line-height: 1.45; }
.field { color: var(--soft); }
.name { color: var(--name); }
.string { color: var(--string); }
.literal { color: var(--literal); }
.silence { padding: .625rem .75rem; border: 1px dashed var(--line); border-radius: 8px; font-size: .875rem; flex: 1; }
.curl { display: grid; grid-template-columns: 1fr auto; gap: .25rem; align-items: end; margin-top: .75rem; }
.curl pre { grid-column: 1 / -1; }
.copy { font-size: .8125rem; padding: .125rem .625rem; }
@media (max-width: 44rem) {
  .inside { padding-left: 1rem; }
  .row > summary { gap: .5rem; }
  .tally { margin-left: 0; flex-basis: 100%; padding-left: 1.25rem; }
}
`;

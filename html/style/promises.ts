/** Promises in groups, and the filter above them. */
export const promises = `
#filter { position: sticky; top: 0; z-index: 2; margin: 1.25rem -1.5rem 0; padding: .75rem 1.5rem; background: var(--ground); border-bottom: 1px solid var(--line); font-size: .875rem; display: grid; gap: .625rem; }
#filter .line { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: center; }
#filter label { display: inline-flex; align-items: center; gap: .5rem; color: var(--soft); }
#filter label > span { white-space: nowrap; }
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
.promises > h2 { margin: 2rem 0 .5rem; font-size: 1.125rem; }
.id { display: block; color: var(--soft); font-size: .75rem; }
summary { cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary:focus-visible { outline-offset: -2px; }
.group { background: var(--paper); border: 1px solid var(--line); border-radius: 12px; margin-top: .625rem; overflow: clip; }
.group > summary { display: flex; flex-wrap: wrap; gap: .125rem .875rem; align-items: baseline; padding: .625rem 1rem; }
.group > summary::before { content: ""; width: .4rem; height: .4rem; border: solid var(--soft); border-width: 0 2px 2px 0; transform: rotate(-45deg); align-self: center; margin: 0 -.125rem 0 .125rem; }
.group[open] > summary::before { transform: rotate(45deg); }
.group > summary:hover { background: var(--sunken); }
h3 { font-size: 1rem; font-weight: 600; }
.tally { margin-left: auto; font-size: .8125rem; display: flex; flex-wrap: wrap; gap: 0 .75rem; }
.row { border-top: 1px solid var(--line); }
.row > summary { display: grid; grid-template-columns: 1.25rem 1fr auto; gap: .75rem; padding: .5rem 1rem; }
.row > summary:hover { background: var(--sunken); }
.row[open] > summary { background: var(--sunken); }
.statement { display: block; }
.level { font-size: .8125rem; color: var(--soft); align-self: start; margin-top: .125rem; }
dl, dd { margin: 0; }
.facts { display: flex; flex-wrap: wrap; gap: .25rem 2rem; font-size: .875rem; }
.facts > div { display: flex; gap: .5rem; }
.facts dt { color: var(--soft); flex: none; }
@media (max-width: 44rem) {
  #filter { position: static; margin: 1.25rem -1rem 0; padding: .75rem 1rem; }
  #filter .text, #filter .text input { flex-basis: 100%; }
  #shown { margin-left: 0; }
  .row > summary { gap: .5rem; }
  .tally { margin-left: 0; flex-basis: 100%; padding-left: 1.25rem; }
}
`;

/** How a promise stands, and what its row opens to. */
export const rows = `
pre:focus-visible { outline-offset: -2px; }
.tally span { color: var(--tone); }
.row.broken > summary, .row.warning > summary { box-shadow: inset 4px 0 var(--tone); }
.sign { color: var(--tone); font-weight: 700; text-align: center; }
.brief { display: block; font-size: .875rem; color: var(--tone); }
.inside { padding: .75rem 1rem 1.25rem 3rem; }
.finding { margin-top: 1rem; padding-top: 1rem; border-top: 1px solid var(--line); }
.message { font-weight: 600; }
.ordinal { color: var(--soft); font-weight: 400; margin-right: .375rem; }
.contrast { display: grid; gap: .5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); margin: .625rem 0 .875rem; }
.contrast > div { padding: .375rem .75rem .5rem; border-radius: 8px; }
.contrast dt, .caption { color: var(--soft); flex: none; }
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
}
`;

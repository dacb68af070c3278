import { styleSheet } from "../../html/style-sheet.ts";

/** The colour of the tabs' dot. */
export const accent = "#1c5bb8";

/** The style of the landing page and of the pages of requirements. */
export const style = styleSheet(`
.ways { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; font-size: .875rem; }
.cards { align-items: start; }
.card h2 { padding-top: 1rem; }
.card h2 .version { color: var(--soft); font-size: 1rem; font-weight: 400; letter-spacing: 0; }
.card .ways { margin-top: .875rem; margin-bottom: .25rem; font-size: 1rem; }
.card h3 { margin-top: 1.25rem; font-size: .875rem; color: var(--soft); }
.operations { list-style: none; padding: 0; margin-top: .25rem; margin-bottom: 0; }
.operations:last-child { margin-bottom: 1rem; }
.operations a { display: grid; grid-template-columns: 3.75rem 1fr; gap: 0 .5rem; align-items: baseline; padding: .25rem .5rem; margin: 0 -.5rem; border-radius: 8px; color: var(--ink); text-decoration: none; }
.operations a:hover { background: var(--sunken); }
.operations .summary { margin: 0; color: var(--link); }
.operations .path { grid-column: 2; color: var(--soft); }
.method { font-size: .75rem; font-weight: 600; text-transform: uppercase; }
.get { --tone: var(--passed); }
.post { --tone: var(--untestable); }
.put, .patch { --tone: var(--warning); }
.delete { --tone: var(--broken); }
.method, .level.must { color: var(--tone, var(--soft)); }
.levels { display: grid; grid-template-columns: minmax(2.25rem, max-content) minmax(5rem, max-content) 1fr; gap: .125rem .75rem; margin: .75rem 0 0; font-size: .875rem; }
.levels b { text-align: right; font-variant-numeric: tabular-nums; }
article.row { display: grid; grid-template-columns: 1fr auto; gap: .125rem .75rem; padding: .625rem 1rem; }
article.row:focus { outline: 2px solid var(--focus); outline-offset: -2px; }
article.row .facts { grid-column: 1 / -1; color: var(--soft); font-size: .8125rem; }
article.row .facts .wide { flex-basis: 100%; }
article.row .id { display: inline; }
.level { font-weight: 600; }
.levels .level { margin: 0; font-size: inherit; }
.group > summary .tally { flex-basis: auto; margin-left: auto; }
.decisions { width: 100%; border-collapse: collapse; margin-top: 1rem; font-size: .9375rem; }
.decisions th, .decisions td { padding: .5rem .75rem .5rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
.decisions td:nth-child(1) { width: 50%; }
.decisions td:nth-child(3) { width: 20%; color: var(--soft); font-size: .8125rem; }
.decisions td:first-child a { color: inherit; }
.tally span { color: var(--soft); }
`);

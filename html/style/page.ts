/** The page itself: type, head, links, notes, and cards. */
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
.run > *, .address > span { white-space: nowrap; }
.run > * + *::before, .address > * + *::before { content: "\\b7"; margin-right: .35rem; }
.note, .nothing, footer { color: var(--soft); font-size: .875rem; }
.note { margin-bottom: .75rem; }
footer { margin-top: 2.5rem; }
.cards { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr)); }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: 12px; overflow: hidden; display: flex; flex-direction: column; }
.card > * { margin-left: 1.25rem; margin-right: 1.25rem; }
.card > header { margin: 0; padding: 1rem 1.25rem .875rem; background: var(--wash); box-shadow: inset 5px 0 var(--tone); }
.card h2 { font-size: 1.5rem; line-height: 1.2; letter-spacing: -.015em; }
.card .address { margin-top: .25rem; color: var(--ink); }
.summary { margin-top: 1rem; max-width: 44rem; }
@media (max-width: 44rem) {
  html { scroll-padding-top: 1rem; }
  body { padding: 0 1rem 2rem; }
}
`;

/** On paper: no controls, nothing that scrolls, and no promise torn apart where that can be helped. */
export const print = `
@media print {
  body { background: none; max-width: none; padding: 0; font-size: 10pt; }
  #filter, .skip, .copy { display: none !important; }
  .card, .row > summary, tr, .contrast { break-inside: avoid; }
  h2, h3, .group > summary { break-after: avoid; }
  pre { max-height: none; overflow: visible; }
  .card, .group, table { border-radius: 0; }
  .card > header, .contrast > div, .bar rect, pre { print-color-adjust: exact; }
}
`;

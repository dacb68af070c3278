/** Colours by what they say. Text on its ground has a contrast of 4.5 to 1 or more, in light and in dark. */
export const colours = `
:root {
  color-scheme: light dark;
  --ground: #f5f6f8;
  --paper: #ffffff;
  --sunken: #f3f5f8;
  --line: #dde2e9;
  --ink: #1a212c;
  --soft: #566173;
  --link: #1c5bb8;
  --focus: #1c5bb8;
  --passed: #12784a;
  --broken: #b3261e;
  --warning: #8f5400;
  --error: #6a3fc0;
  --untestable: #2c6491;
  --inapplicable: #5d6778;
  --passed-wash: #e7f4ec;
  --broken-wash: #fcecea;
  --warning-wash: #fdf2e0;
  --untestable-wash: #e9f1f8;
  --name: #2c6491;
  --string: #12784a;
  --literal: #8f5400;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #11151b;
    --paper: #191f27;
    --sunken: #12171e;
    --line: #2d3642;
    --ink: #e4e9f0;
    --soft: #9fabbb;
    --link: #86b7ff;
    --focus: #86b7ff;
    --passed: #58c58f;
    --broken: #ff8a80;
    --warning: #eab054;
    --error: #bfa3ff;
    --untestable: #82bdec;
    --inapplicable: #97a2b2;
    --passed-wash: #17291f;
    --broken-wash: #331c1b;
    --warning-wash: #2e2413;
    --untestable-wash: #172734;
    --name: #82bdec;
    --string: #7fd0a6;
    --literal: #eab054;
  }
}
.passed { --tone: var(--passed); }
.broken { --tone: var(--broken); }
.warning { --tone: var(--warning); }
.error { --tone: var(--error); }
.untestable { --tone: var(--untestable); }
.inapplicable { --tone: var(--inapplicable); }
.conformant { --tone: var(--passed); --wash: var(--passed-wash); }
.nonconformant { --tone: var(--broken); --wash: var(--broken-wash); }
.undetermined { --tone: var(--warning); --wash: var(--warning-wash); }
.none { --tone: var(--untestable); --wash: var(--untestable-wash); }
`;

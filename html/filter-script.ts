/**
 * The script of a page with a `filterForm`: it filters the promises, keeps the filter in the address so that a view can be shared,
 * opens the promise that the address names, and copies commands. Without it the page shows everything.
 */
export const filterScript = String.raw`
(() => {
  "use strict";
  const form = document.getElementById("filter");
  const shown = document.getElementById("shown");
  const sections = [...document.querySelectorAll(".promises")];
  const groups = [...document.querySelectorAll("details.group")];
  // A row opens to more, or shows all that there is.
  const headOf = (row) => row.querySelector("summary") ?? row;
  const rows = [...document.querySelectorAll(".row")].map((element) => ({
    element,
    operations: element.dataset.operations.split(" "),
    text: headOf(element).textContent.toLowerCase(),
  }));
  const openAtFirst = new Map(groups.map((group) => [group, group.open]));
  const visible = (root, kind) => root.querySelector(kind + ":not([hidden])") !== null;

  const chosen = () => {
    const data = new FormData(form);
    return {
      outcome: data.getAll("outcome"),
      level: data.getAll("level"),
      standing: data.getAll("standing"),
      operation: data.get("operation"),
      text: data.get("text").trim(),
    };
  };

  const apply = () => {
    const { outcome, level, standing, operation, text } = chosen();
    const boxes = outcome.length + level.length + standing.length;
    const filtered = boxes > 0 || operation !== "" || text !== "";
    const words = text.toLowerCase().split(/\s+/);
    let number = 0;
    for (const { element, operations, text: content } of rows) {
      const fits =
        (outcome.length === 0 || outcome.includes(element.dataset.outcome)) &&
        (level.length === 0 || level.includes(element.dataset.level)) &&
        (standing.length === 0 || standing.includes(element.dataset.standing)) &&
        (operation === "" || operations.includes(operation)) &&
        words.every((word) => content.includes(word));
      element.hidden = !fits;
      if (fits) number += 1;
    }
    for (const group of groups) {
      group.hidden = !visible(group, ".row");
      group.open = filtered ? !group.hidden : openAtFirst.get(group);
    }
    for (const section of sections) {
      section.querySelector(".nothing").hidden = visible(section, ".row");
    }
    shown.textContent = number + " of " + rows.length + " " + form.dataset.what;
  };

  const write = () => {
    const { outcome, level, standing, operation, text } = chosen();
    const state = new URLSearchParams();
    if (outcome.length > 0) state.set("outcome", outcome.join(","));
    if (level.length > 0) state.set("level", level.join(","));
    if (standing.length > 0) state.set("standing", standing.join(","));
    if (operation !== "") state.set("operation", operation);
    if (text !== "") state.set("text", text);
    const address = location.pathname + location.search;
    history.replaceState(null, "", state.size > 0 ? "#" + state : address);
  };

  const choose = (state) => {
    for (const box of form.querySelectorAll("input[type=checkbox]")) {
      box.checked = (state.get(box.name) || "").split(",").includes(box.value);
    }
    form.elements.operation.value = state.get("operation") || "";
    // The address may name an operation that this report does not have.
    if (form.elements.operation.selectedIndex < 0) form.elements.operation.value = "";
    form.elements.text.value = state.get("text") || "";
    apply();
  };

  const read = () => {
    const state = new URLSearchParams(location.hash.slice(1));
    choose(state);
    const row = state.has("open") ? document.getElementById(state.get("open")) : null;
    if (row === null || !row.matches(".row")) return;
    row.closest("details.group").open = true;
    row.open = true;
    row.scrollIntoView();
    headOf(row).focus({ preventScroll: true });
  };

  const copy = async (button) => {
    const command = button.parentElement.querySelector("pre");
    try {
      await navigator.clipboard.writeText(command.textContent);
      button.textContent = "Copied";
    } catch {
      getSelection().selectAllChildren(command);
      button.textContent = "Selected";
    }
    button.addEventListener("blur", () => { button.textContent = "Copy"; }, { once: true });
  };

  const change = () => { write(); apply(); };
  form.addEventListener("input", change);
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    choose(new URLSearchParams());
    write();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", read);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button.copy");
    if (button !== null) copy(button);
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input, select, textarea");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    form.elements.text.focus();
  });
  // Paper does not open: what failed is printed open.
  let closedForPrint = [];
  addEventListener("beforeprint", () => {
    const all = document.querySelectorAll("details.group, details.row[data-outcome=failed]");
    closedForPrint = [...all].filter((one) => !one.open);
    for (const one of closedForPrint) one.open = true;
  });
  addEventListener("afterprint", () => {
    for (const one of closedForPrint) one.open = false;
  });

  form.hidden = false;
  for (const button of document.querySelectorAll("button.copy")) button.hidden = false;
  read();
})();
`;

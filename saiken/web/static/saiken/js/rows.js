// One-letter keys in a list that is worked through: j and k move from row to row, Enter opens the row's link by itself,
// a follows the row's link for approving, which asks again. They keep to the setting of the help page.
"use strict";

(() => {
  const areOn = () => {
    try {
      return localStorage.getItem("saiken.one-letter-keys") !== "off";
    } catch {
      return true;
    }
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !areOn()) return;
    if (event.target.closest("select, textarea, input:not([type=checkbox])")) return;
    const rows = [...document.querySelectorAll("[data-key-rows] tbody tr")];
    const here = rows.findIndex((row) => row.contains(document.activeElement));
    if (event.key === "j" || event.key === "k") {
      const next = here < 0 ? 0 : here + (event.key === "j" ? 1 : -1);
      rows[Math.max(0, Math.min(rows.length - 1, next))]?.querySelector("[data-row-link]")?.focus();
    } else if (event.key === "a" && here >= 0) {
      rows[here].querySelector("[data-row-a]")?.click();
    }
  });
})();

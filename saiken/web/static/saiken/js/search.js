// Arrow keys in the search: down from the field to the first person found, up and down among them, up from the first back to the field.
"use strict";

document.addEventListener("keydown", (event) => {
  if (event.isComposing || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
  const hits = [...document.querySelectorAll("[data-hit]")];
  const field = document.getElementById("q");
  const here = hits.indexOf(document.activeElement);
  if (here < 0 && document.activeElement !== field) return;
  const next = here + (event.key === "ArrowDown" ? 1 : -1);
  const target = next < 0 ? field : hits[Math.min(next, hits.length - 1)];
  if (!target || (here < 0 && event.key === "ArrowUp")) return;
  event.preventDefault();
  target.focus();
});

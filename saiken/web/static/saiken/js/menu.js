// A menu that opens below its word: Escape closes it and goes back to the word, so does a click or the focus elsewhere.
// Without scripts it opens and closes by its word alone.
"use strict";

function openMenus() {
  return document.querySelectorAll("[data-menu][open]");
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.isComposing) return;
  for (const menu of openMenus()) {
    const isInside = menu.contains(document.activeElement);
    menu.open = false;
    if (isInside) menu.querySelector("summary").focus();
  }
});

for (const leaving of ["click", "focusin"]) {
  document.addEventListener(leaving, (event) => {
    for (const menu of openMenus()) if (!menu.contains(event.target)) menu.open = false;
  });
}

// A table that fits its region needs no scrolling region: its head then stays at the top of the window, and the region is no
// stop of the Tab key. Without scripts every region scrolls by itself and is a stop.
"use strict";

function settle() {
  for (const region of document.querySelectorAll(".table-region")) {
    const table = region.querySelector("table");
    const fits = table !== null && table.offsetWidth <= region.clientWidth;
    region.classList.toggle("table-region--fits", fits);
    if (fits) region.removeAttribute("tabindex");
    else region.setAttribute("tabindex", "0");
  }
}

document.addEventListener("DOMContentLoaded", settle);
document.addEventListener("htmx:afterSettle", settle);
window.addEventListener("resize", settle);
window.addEventListener("load", settle);

// The Japanese era and the day of the week beside the label of a day that is chosen: 令8.11.25(水). Date fields show the western
// year alone; what is sent stays ISO. Without scripts the field is there as it is.
"use strict";

(() => {
  if (document.documentElement.lang !== "ja") return;

  const parts = new Intl.DateTimeFormat("ja-JP-u-ca-japanese", {
    era: "long",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    weekday: "short",
    timeZone: "UTC",
  });

  // Before 1873 there was another calendar: of such a day (0026 typed for 2026) nothing is said, its refusal comes from the form.
  const FIRST_DAY = "1873-01-01";

  const shown = (value) => {
    if (value < FIRST_DAY) return "";
    const day = new Date(`${value}T00:00:00Z`);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(day.getTime())) return "";
    const found = Object.fromEntries(parts.formatToParts(day).map((part) => [part.type, part.value]));
    const year = found.year === "1" ? "元" : found.year;
    return `${found.era[0]}${year}.${found.month}.${found.day}(${found.weekday})`;
  };

  const tell = (field) => {
    const label = field.id ? document.querySelector(`.field > label[for="${CSS.escape(field.id)}"]`) : null;
    if (!label) return;
    let era = label.nextElementSibling;
    if (!era || !era.classList.contains("era")) {
      era = document.createElement("span");
      era.className = "era";
      era.lang = "ja";
      label.after(era);
    }
    era.textContent = shown(field.value);
  };

  const settle = () => document.querySelectorAll('.field input[type="date"]').forEach(tell);

  document.addEventListener("DOMContentLoaded", settle);
  document.addEventListener("htmx:afterSettle", settle);
  document.addEventListener("input", (event) => {
    if (event.target.matches('.field input[type="date"]')) tell(event.target);
  });
})();
